"""APA 7, 10.1 and 10.7: articles, posts of blogs, reviews."""

import pytest

from apa_works import day, days, entries, people, person, shown
from bibproof.model import Person, Work

LEE = people("Lee, A. B.")


def article(**more) -> Work:
    return Work(
        **{
            "type": "article-journal",
            "authors": LEE,
            "issued": day(2019, 5),
            "title": "Sleep and memory",
            "container_title": "Memory & Cognition",
            "volume": "12",
            "issue": "3",
            "page": "101-109",
            **more,
        }
    )


_START = "Lee, A. B. (2019). Sleep and memory"
_JOURNAL = "<i>Memory & Cognition</i>, <i>12</i>"


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (article(), f"{_START}. {_JOURNAL}(3), 101–109."),
        (article(doi="10.1000/xyz"), f"{_START}. {_JOURNAL}(3), 101–109. https://doi.org/10.1000/xyz"),
        (
            article(doi="10.1000/abc", variables={"DOI": "10.1000/ABC"}),
            f"{_START}. {_JOURNAL}(3), 101–109. https://doi.org/10.1000/ABC",
        ),
        (
            article(doi="10.1000/xyz", url="https://example.org/1"),
            f"{_START}. {_JOURNAL}(3), 101–109. https://doi.org/10.1000/xyz",
        ),
        (
            article(url="https://example.org/1", accessed=day(2020, 1, 2)),
            f"{_START}. {_JOURNAL}(3), 101–109. https://example.org/1",
        ),
        (
            article(
                title="A reply to “the notes of Leeson”", authors=people("Leeson, A. B.")
            ),  # the name of its own is a run of its own
            f"Leeson, A. B. (2019). A reply to “the notes of Leeson.” {_JOURNAL}(3), 101–109.",
        ),
        (article(issue="1-2"), f"{_START}. {_JOURNAL}(1–2), 101–109."),
        (  # the season stands in a volume's stead
            article(volume=None, periods={"issued": days((2019,), season=4)}),
            f"{_START.replace('2019', '2019, Winter')}. <i>Memory & Cognition</i>, (3), 101–109.",
        ),
        (article(issue=None), f"{_START}. {_JOURNAL}, 101–109."),
        (article(page="209"), f"{_START}. {_JOURNAL}(3), 209."),
        (article(page="284-7"), f"{_START}. {_JOURNAL}(3), 284–287."),
        (article(page="33-34, 40"), f"{_START}. {_JOURNAL}(3), 33–34, 40."),
        (article(page=None), f"{_START}. {_JOURNAL}(3)."),
        (article(volume=None), f"{_START}. <i>Memory & Cognition</i>, (3), 101–109."),
        (
            article(volume=None, issue=None, page=None),
            f"{_START.replace('2019', '2019, May')}. <i>Memory & Cognition</i>.",
        ),
        (
            article(volume=None, issue=None, page=None, doi="10.1000/x"),
            f"{_START}. <i>Memory & Cognition</i>. https://doi.org/10.1000/x",
        ),
        (article(page=None, article_number="e0209"), f"{_START}. {_JOURNAL}(3), Article e0209."),
        (article(article_number="82"), f"{_START}. {_JOURNAL}(3), Article 82."),
        (article(article_number="Article 82"), f"{_START}. {_JOURNAL}(3), Article 82."),
        (
            article(issue=None, variables={"supplement-number": "2"}, page="S93-S99"),
            f"{_START}. {_JOURNAL}(Suppl. 2), S93–S99.",
        ),
        (article(issue="1, Pt. 2"), f"{_START}. {_JOURNAL}(1, Pt. 2), 101–109."),
        (
            article(
                volume=None,
                issue=None,
                page=None,
                doi="10.1000/x",
                variables={"status": "Advance online publication"},
            ),
            f"{_START}. <i>Memory & Cognition</i>. Advance online publication. https://doi.org/10.1000/x",
        ),
        (
            article(issued=None, volume=None, issue=None, page=None, variables={"status": "in press"}),
            "Lee, A. B. (in press). Sleep and memory. <i>Memory & Cognition</i>.",
        ),
        (article(genre="Editorial"), f"{_START} [Editorial]. {_JOURNAL}(3), 101–109."),
        (article(genre="letter"), f"{_START} [Letter]. {_JOURNAL}(3), 101–109."),
        (
            article(authors=(), editors=people("Lee, A. B.", "Kim, C."), genre="Special issue", page=None),
            f"Lee, A. B., & Kim, C. (Eds.). (2019). Sleep and memory [Special issue]. {_JOURNAL}(3).",
        ),
        (article(title="Can we sleep?"), f"Lee, A. B. (2019). Can we sleep? {_JOURNAL}(3), 101–109."),
        (
            article(title="Reply to “Can we sleep?”"),
            f"Lee, A. B. (2019). Reply to “Can we sleep?” {_JOURNAL}(3), 101–109.",
        ),
        (
            article(title='On the "deep sleep"'),
            f"Lee, A. B. (2019). On the “deep sleep.” {_JOURNAL}(3), 101–109.",
        ),
        (
            article(title="Can we sleep?", subtitle="A review"),
            f"Lee, A. B. (2019). Can we sleep? A review. {_JOURNAL}(3), 101–109.",
        ),
        (
            article(title="Sleep and Memory", subtitle="A Review of Studies"),
            f"Lee, A. B. (2019). Sleep and memory: A review of studies. {_JOURNAL}(3), 101–109.",
        ),
        (
            article(
                title="Le sommeil et la mémoire",
                variables={"translated-title": "Sleep and Memory"},
            ),
            f"Lee, A. B. (2019). Le sommeil et la mémoire [Sleep and memory]. {_JOURNAL}(3), 101–109.",
        ),
        (
            article(people={"translator": people("Roe, J.")}, periods={"original-date": days((1970,))}),
            f"{_START} (J. Roe, Trans.). {_JOURNAL}(3), 101–109. (Original work published 1970)",
        ),
        (
            article(
                container_title="DrugFacts Online",
                volume=None,
                issue=None,
                page=None,
                issued=day(2019),
                url="https://example.org/facts",
                accessed=day(2019, 7, 22),
            ),
            f"{_START}. <i>DrugFacts Online</i>. Retrieved July 22, 2019, from https://example.org/facts",
        ),
        (article(container_title=None), "Lee, A. B. (2019). <i>Sleep and memory</i>."),
    ],
)
def test_a_journal_article(work, expected):
    assert shown(work) == expected


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            article(type="article-magazine", issued=day(2019, 5, 7), page="12-15"),
            "Lee, A. B. (2019, May 7). Sleep and memory. <i>Memory & Cognition</i>, <i>12</i>(3), 12–15.",
        ),
        (
            article(
                type="article-magazine",
                volume=None,
                issue=None,
                page=None,
                periods={"issued": days((2019,), season=4)},
            ),
            "Lee, A. B. (2019, Winter). Sleep and memory. <i>Memory & Cognition</i>.",
        ),
        (
            Work(
                type="article-newspaper",
                authors=LEE,
                issued=day(2018, 11, 28),
                title="Love, Especially in Winter",
                container_title="Chicago Tribune",
            ),
            "Lee, A. B. (2018, November 28). Love, especially in winter. <i>Chicago Tribune</i>.",
        ),
        (
            Work(
                type="article-newspaper",
                authors=LEE,
                issued=day(2018, 1, 2),
                title="A storm",
                container_title="The New York Times",
                page="1, 4",
                variables={"section": "A"},
            ),
            "Lee, A. B. (2018, January 2). A storm. <i>The New York Times</i>, A1, A4.",
        ),
        (
            Work(
                type="article-newspaper",
                issued=day(2018, 1, 2),
                title="A storm",
                container_title="The New York Times",
                page="A1",
                url="https://example.org/storm",
            ),
            "A storm. (2018, January 2). <i>The New York Times</i>, A1. https://example.org/storm",
        ),
        (
            Work(
                type="post-weblog",
                authors=(person("Fox, M.", username="Word Girl"),),
                issued=day(2018, 9, 15),
                title="Can we talk?",
                container_title="Sci-Ed",
                url="https://example.org/talk",
            ),
            "Fox, M. [Word Girl]. (2018, September 15). Can we talk? <i>Sci-Ed</i>. https://example.org/talk",
        ),
        (
            Work(
                type="article-newspaper",
                authors=(Person(literal="KS in NJ"),),
                issued=day(2019, 1, 15),
                title="It sounds like men know",
                container_title="The Washington Post",
                url="https://example.org/c",
                related={
                    "commenton": Work(
                        type="article-newspaper",
                        title="How Buddies Can Help",
                        container_title="The Washington Post",
                    )
                },
            ),
            (
                "KS in NJ. (2019, January 15). It sounds like men know [Comment on the article “How"
                " buddies can help”]."
                " <i>The Washington Post</i>. https://example.org/c"
            ),
        ),
    ],
)
def test_what_comes_out_on_a_day(work, expected):
    assert shown(work) == expected


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            article(
                type="review-book",
                title="A Second Look",
                variables={"reviewed-title": "The Long Night"},
                people={"reviewed-author": people("Roe, J.", "Doe, K. L.")},
            ),
            "A second look [Review of the book <i>The long night</i>, by J. Roe & K. L. Doe].",
        ),
        (
            article(
                type="review",
                title=None,
                related={"reviewof": Work(type="book", title="The long night", authors=people("Roe, J."))},
            ),
            "[Review of the book <i>The long night</i>, by J. Roe].",
        ),
        (
            article(
                type="review",
                related={
                    "reviewof": Work(
                        type="motion_picture",
                        title="The long night",
                        authors=(person("Roe, J.", role="Director"),),
                    )
                },
            ),
            "Sleep and memory [Review of the film <i>The long night</i>, by J. Roe, Dir.].",
        ),
        (
            article(
                type="review",
                related={
                    "reviewof": Work(
                        type="broadcast",
                        title="Somewhere else",
                        container_title="The Good Place",
                        authors=(person("Schur, M.", role="Writer & Director"),),
                    )
                },
            ),
            (
                "Sleep and memory [Review of the TV series episode “Somewhere else,” by M. Schur, Writer"
                " & Dir.]."
            ),
        ),
        (
            article(
                type="review",
                related={
                    "reviewof": Work(type="article-journal", title="On sleep", container_title="Memory")
                },
            ),
            "Sleep and memory [Review of the article “On sleep”].",
        ),
        (
            article(type="review", related={"reviewof": Work(type="dataset", title="Sleepers")}),
            "Sleep and memory [Review of the work <i>Sleepers</i>].",
        ),
    ],
)
def test_a_review_says_what_it_is_about(work, expected):
    assert shown(work) == f"Lee, A. B. (2019, May). {expected} {_JOURNAL}(3), 101–109."


def test_links_lead_to_what_they_show():
    [entry] = entries(article(doi="10.1000/xyz"))
    assert [run.href for run in entry.text if run.href] == ["https://doi.org/10.1000/xyz"]
    assert entry.text[-1].text == "https://doi.org/10.1000/xyz"


def test_an_issue_and_a_volume_of_a_journal():
    issue = article(type="periodical", authors=(), editors=LEE, title="The Science of Rest", page=None)
    assert shown(issue) == f"Lee, A. B. (Ed.). (2019). The science of rest. {_JOURNAL}(3)."
    volume = Work(type="periodical", title="Memory & Cognition", issued=day(2019), volume="12")
    assert shown(volume) == "<i>Memory & Cognition</i>. (2019). <i>12</i>."


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("m4941", "Article m4941"),
        ("CD001234", "Article CD001234"),
        ("CD001234.pub2", "Article CD001234.pub2"),
        ("117600", "Article 117600"),
        ("12345", "12345"),
        ("S12", "S12"),
        ("117600-117612", "117600–117612"),
    ],
)
def test_what_is_no_page_is_an_article_number(page, expected):
    work = Work(type="article-journal", title="T", container_title="J", volume="3", page=page)
    assert shown(work) == f"T. (n.d.). <i>J</i>, <i>3</i>, {expected}."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("THE LANCET", "The Lancet"),
        ("BMJ OPEN QUALITY", "BMJ Open Quality"),
        ("NEW ENGLAND JOURNAL OF MEDICINE", "New England Journal of Medicine"),
        ("AAPG BULLETIN", "AAPG Bulletin"),
        ("PLOS ONE", "PLOS ONE"),
        ("DIABETES", "DIABETES"),
        ("eLife SCIENCES", "eLife SCIENCES"),
    ],
)
def test_a_journal_all_in_capitals_gets_small_letters(name, expected):
    work = Work(type="article-journal", title="T", container_title=name, volume="3")
    assert shown(work) == f"T. (n.d.). <i>{expected}</i>, <i>3</i>."
