"""APA 7, 10.4 to 10.11: reports, conferences, theses, reviews, unpublished works, data, software, tests."""

import pytest

from apa_works import day, days, people, shown
from bibproof.model import Work

LEE = people("Lee, A. B.")
WHO = people("{World Health Organization}")


def work(kind: str, **more) -> Work:
    return Work(
        **{"type": kind, "authors": LEE, "issued": day(2015, 4, 7), "title": "Sleep and Memory", **more}
    )


_LEE = "Lee, A. B. (2015). <i>Sleep and memory</i>"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (work("report", publisher="Institute of Rest"), f"{_LEE}. Institute of Rest."),
        (work("report", number="123", publisher="Rest"), f"{_LEE} (Report No. 123). Rest."),
        (
            work("report", genre="Issue Brief", number="1", publisher="Rest"),
            f"{_LEE} (Issue Brief No. 1). Rest.",
        ),
        (
            work("report", genre="Technical report", number="No. 7", publisher="Rest"),
            f"{_LEE} (Technical Report No. 7). Rest.",
        ),
        (work("report", genre="NIH Publication", number="18-2424"), f"{_LEE} (NIH Publication No. 18-2424)."),
        (work("report", number="ED545393", publisher="ERIC"), f"{_LEE} (ED545393). ERIC."),
        (work("report", genre="Policy brief", publisher="Rest"), f"{_LEE} [Policy brief]. Rest."),
        (
            work(
                "report",
                genre="Press release",
                authors=WHO,
                publisher="World Health Organization",
                url="https://example.org/p",
            ),
            (
                "World Health Organization. (2015, April 7). <i>Sleep and memory</i> [Press release]."
                " https://example.org/p"
            ),
        ),
        (
            work(
                "report",
                authors=people("{Rest Commission}", "{Sleep Commission}"),
                url="https://example.org/r",
            ),
            "Rest Commission & Sleep Commission. (2015). <i>Sleep and memory</i>. https://example.org/r",
        ),
        (
            work("report", authors=WHO, title="World Health Organization report", subtitle="Sleep"),
            "World Health Organization. (2015). <i>World Health Organization report: Sleep</i>.",
        ),
        (work("pamphlet", genre="Brochure", publisher="Rest"), f"{_LEE} [Brochure]. Rest."),
    ],
)
def test_a_report(given, expected):
    assert shown(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            work(
                "thesis",
                genre="Doctoral dissertation",
                publisher="Kyoto University",
                variables={"archive": "ProQuest"},
                number="10289",
            ),
            f"{_LEE} (Publication No. 10289) [Doctoral dissertation, Kyoto University]. ProQuest.",
        ),
        (
            work(
                "thesis",
                genre="Master’s thesis",
                publisher="Kyoto University",
                variables={"archive": "KURENAI"},
                url="https://example.org/t",
            ),
            f"{_LEE} [Master’s thesis, Kyoto University]. KURENAI. https://example.org/t",
        ),
        (
            work("thesis", genre="PhD thesis", publisher="Kyoto University", doi="10.1000/t"),
            f"{_LEE} [Doctoral dissertation, Kyoto University]. https://doi.org/10.1000/t",
        ),
        (
            work(
                "thesis",
                genre="Unpublished master’s thesis",
                publisher="Kyoto University",
                url="https://example.org/t",
            ),
            f"{_LEE} [Unpublished master’s thesis]. Kyoto University. https://example.org/t",
        ),
        (
            work("thesis", genre="Doctoral dissertation", publisher="Kyoto University"),
            f"{_LEE} [Unpublished doctoral dissertation]. Kyoto University.",
        ),
        (
            work("thesis", genre="MPhil thesis", publisher="Kyoto University"),
            f"{_LEE} [Unpublished MPhil thesis]. Kyoto University.",
        ),
    ],
)
def test_a_thesis(given, expected):
    assert shown(given) == expected


_EVENT = {"event-title": "Rest 2018 Convention", "event-place": "Portland, OR, United States"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            work(
                "speech",
                genre="Conference session",
                variables=_EVENT,
                periods={"event-date": days((2018, 4, 26), (2018, 4, 29))},
            ),
            (
                "Lee, A. B. (2018, April 26–29). <i>Sleep and memory</i> [Conference session]. Rest 2018"
                " Convention,"
                " Portland, OR, United States."
            ),
        ),
        (
            work(
                "speech",
                genre="Paper presentation",
                variables=_EVENT,
                issued=day(2016),
                periods={"issued": days((2016, 3, 30), (2016, 4, 2))},
            ),
            (
                "Lee, A. B. (2016, March 30–April 2). <i>Sleep and memory</i> [Paper presentation]. Rest"
                " 2018 Convention,"
                " Portland, OR, United States."
            ),
        ),
        (
            work(
                "paper-conference",
                genre="Poster presentation",
                variables=_EVENT,
                periods={"event-date": days((2018, 12, 30), (2019, 1, 2))},
            ),
            (
                "Lee, A. B. (2018, December 30–2019, January 2). <i>Sleep and memory</i> [Poster"
                " presentation]."
                " Rest 2018 Convention, Portland, OR, United States."
            ),
        ),
        (
            work(
                "speech",
                genre="Paper presentation",
                container_title="The Science of Rest",
                variables=_EVENT,
                people={"chair": people("Kim, C.", "Roe, J.")},
            ),
            (
                "Lee, A. B. (2015, April 7). Sleep and memory [Paper presentation]. In C. Kim & J. Roe"
                " (Chairs),"
                " <i>The science of rest</i> [Symposium]. Rest 2018 Convention, Portland, OR, United States."
            ),
        ),
        (
            work(
                "speech",
                container_title="The Science of Rest",
                variables={"maintitleaddon": "Panel", **_EVENT},
            ),
            (
                "Lee, A. B. (2015, April 7). Sleep and memory. In <i>The science of rest</i> [Panel]."
                " Rest 2018 Convention, Portland, OR, United States."
            ),
        ),
        (
            work(
                "paper-conference",
                container_title="Proceedings of the 10th International Conference on Rest",
                editors=people("Kim, C."),
                page="5-9",
                publisher="ACM",
                doi="10.1000/p",
            ),
            (
                "Lee, A. B. (2015). Sleep and memory. In C. Kim (Ed.),"
                " <i>Proceedings of the 10th International Conference on Rest</i> (pp. 5–9). ACM."
                " https://doi.org/10.1000/p"
            ),
        ),
        (
            work(
                "paper-conference",
                container_title="Lecture Notes in Rest",
                volume="11353",
                page="5-9",
                publisher="Springer",
            ),
            (
                "Lee, A. B. (2015). Sleep and memory. In <i>Lecture notes in rest</i> (Vol. 11353, pp."
                " 5–9). Springer."
            ),
        ),
        (
            work(
                "paper-conference",
                container_title="Proceedings of the Rest Society",
                volume="116",
                issue="47",
                page="5-9",
            ),
            (
                "Lee, A. B. (2015). Sleep and memory. <i>Proceedings of the Rest Society</i>,"
                " <i>116</i>(47), 5–9."
            ),
        ),
    ],
)
def test_a_conference(given, expected):
    assert shown(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            work("article", publisher="PsyArXiv", doi="10.1000/a"),
            f"{_LEE}. PsyArXiv. https://doi.org/10.1000/a",
        ),
        (
            work("article", publisher="bioRxiv", number="2020.01.01", doi="10.1101/2020.01.01"),
            f"{_LEE}. bioRxiv. https://doi.org/10.1101/2020.01.01",
        ),
        (work("article", publisher="PsyArXiv", genre="Preprint"), f"{_LEE}. PsyArXiv."),
        (
            work("article", eprint="1706.03762", eprint_type="arxiv"),
            f"{_LEE} (arXiv:1706.03762). arXiv. https://arxiv.org/abs/1706.03762",
        ),
        (
            work("article", eprint="arXiv:1706.03762", eprint_type="arxiv", doi="10.48550/arxiv.1706.03762"),
            f"{_LEE} (arXiv:1706.03762). arXiv. https://doi.org/10.48550/arxiv.1706.03762",
        ),
        (
            work(
                "manuscript",
                genre="Manuscript in preparation",
                publisher="Kyoto University",
                publisher_place="Department of Rest",
            ),
            f"{_LEE} [Manuscript in preparation]. Department of Rest, Kyoto University.",
        ),
        (
            work("manuscript", variables={"status": "submitted"}),
            f"{_LEE} [Manuscript submitted for publication].",
        ),
        (
            work("manuscript", publisher="Kyoto University"),
            f"{_LEE} [Unpublished manuscript]. Kyoto University.",
        ),
        (
            work(
                "personal_communication",
                title=None,
                genre="Letter to Robert Roe",
                variables={
                    "archive": "Rest Archive",
                    "archive_location": "Box 3",
                    "archive-place": "Tarrytown, NY, United States",
                },
            ),
            (
                "Lee, A. B. (2015, April 7). [Letter to Robert Roe]. Rest Archive (Box 3), Tarrytown,"
                " NY, United States."
            ),
        ),
        (
            work("dataset", publisher="Dryad", doi="10.1000/d"),
            f"{_LEE} [Data set]. Dryad. https://doi.org/10.1000/d",
        ),
        (work("dataset", genre="Unpublished raw data"), f"{_LEE} [Unpublished raw data]."),
        (
            work(
                "dataset",
                authors=WHO,
                number="ICPSR 35531",
                variables={"version": "V3"},
                genre="Data set and code book",
                publisher="ICPSR",
            ),
            (
                "World Health Organization. (2015). <i>Sleep and memory</i> (ICPSR 35531; Version V3)"
                " [Data set and code book]. ICPSR."
            ),
        ),
        (
            work("dataset", title=None, genre="Unpublished raw data on sleep", publisher="Kyoto University"),
            "Lee, A. B. (2015). [Unpublished raw data on sleep]. Kyoto University.",
        ),
        (  # a program's name may begin with a small letter
            work("software", title="dplyr", variables={"version": "R package version 1.0.7"}),
            "Lee, A. B. (2015). <i>dplyr</i> (R package version 1.0.7) [Computer software].",
        ),
        (
            work("software", variables={"version": "v1.2"}, publisher="Zenodo"),
            f"{_LEE} (Version 1.2) [Computer software]. Zenodo.",
        ),
        (
            work(
                "software",
                genre="Mobile app",
                authors=people("{Sleepwell}"),
                variables={"version": "Version 18.12"},
                publisher="App Store",
                url="https://example.org/s",
            ),
            (
                "Sleepwell. (2015). <i>Sleep and memory</i> (Version 18.12) [Mobile app]. App Store."
                " https://example.org/s"
            ),
        ),
        (
            work("document", number="TC022704", genre="Database record", publisher="TestLink"),
            f"{_LEE} (TC022704) [Database record]. TestLink.",
        ),
        (
            work("document", genre="Apparatus", issued=day(2015), url="https://example.org/a"),
            f"{_LEE} [Apparatus]. https://example.org/a",
        ),
        (
            work(
                "standard",
                authors=people("{International Organization for Standardization}"),
                number="ISO 45001:2018",
                publisher="International Organization for Standardization",
                url="https://example.org/i",
            ),
            (
                "International Organization for Standardization. (2015). <i>Sleep and memory</i>"
                " (ISO Standard No. 45001:2018). https://example.org/i"
            ),
        ),
        (
            work("standard", number="1926.1053", genre="OSHA Standard", publisher="OSHA"),
            f"{_LEE} (OSHA Standard No. 1926.1053). OSHA.",
        ),
    ],
)
def test_what_is_in_no_periodical_and_no_book(given, expected):
    assert shown(given) == expected


def test_a_number_that_says_what_it_is_stands_alone():
    work = Work(
        type="report", title="T", genre="Technical Report", number="NIH Publication No. 18-2424",
        authors=people("Lee, A. B."), issued=day(2018), publisher="NIH",
    )  # fmt: skip
    assert shown(work) == "Lee, A. B. (2018). <i>T</i> (NIH Publication No. 18-2424). NIH."


@pytest.mark.parametrize(
    ("genre", "bracket"),
    [
        ("Technical report", ""),
        ("Report", ""),
        ("Annual Report", " [Annual report]"),
        ("Factsheet", " [Factsheet]"),
    ],
)
def test_a_report_says_its_kind_where_that_tells_more(genre, bracket):
    work = Work(type="report", title="T", genre=genre, authors=people("Lee, A. B."), issued=day(2018))
    assert shown(work) == f"Lee, A. B. (2018). <i>T</i>{bracket}."


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("Habilitation Thesis", "Unpublished habilitation thesis"),
        ("PhD Project", "Unpublished PhD project"),
        ("German Diploma Thesis", "Unpublished German diploma thesis"),
        ("Diplomarbeit", "Unpublished Diplomarbeit"),
        ("Ph.D.", "Unpublished doctoral dissertation"),
        ("Masters", "Unpublished master’s thesis"),
        ("Doctoral Thesis", "Unpublished doctoral dissertation"),
        ("Unveröffentlichte Masterarbeit", "Unveröffentlichte Masterarbeit"),
    ],
)
def test_the_kind_of_a_thesis_is_in_lower_case(genre, kind):
    work = Work(type="thesis", title="T", genre=genre, authors=people("Lee, A. B."), publisher="Uni")
    assert shown(work) == f"Lee, A. B. (n.d.). <i>T</i> [{kind}]. Uni."


@pytest.mark.parametrize(
    ("title", "more", "expected"),
    [
        ("Interview With Grace Weiss About Things", {}, "Interview with Grace Weiss about things"),
        ("Best Diets for Living – Mayo Clinic", {"publisher": "Mayo Clinic"},
         "Best diets for living – Mayo Clinic"),
        ("Best Diets of Weissmann Households", {}, "Best diets of weissmann households"),
        ("Public Health Matters in Young Lives", {"authors": people("Young, A.")},
         "Public health matters in young lives"),
    ],
)  # fmt: skip
def test_names_of_the_works_own_keep_their_capitals_in_its_title(title, more, expected):
    work = Work(**{"type": "webpage", "title": title, "authors": people("Weiss, Grace"), **more})
    assert f"<i>{expected}</i>" in shown(work)
