"""APA 7, 10.12 to 10.16: films, music, pictures, posts, web pages."""

import pytest

from apa_works import day, days, people, person, shown
from bibproof.model import Person, Work


def work(kind: str, *names: str, **more) -> Work:
    return Work(
        **{"type": kind, "authors": people(*names), "issued": day(2018, 4, 3), "title": "Deep Sleep", **more}
    )


_US_OFFICE = "U.S. Patent and Trademark Office."
URL = "https://example.org/1"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            work("motion_picture", people={"director": people("Forman, M.")}, publisher="United Artists"),
            "Forman, M. (Director). (2018). <i>Deep sleep</i> [Film]. United Artists.",
        ),
        (
            work(
                "motion_picture",
                people={"director": people("Roe, J.", "Doe, K.")},
                genre="Film; two-disc ed. on DVD",
                publisher="Pixar; Disney",
            ),
            (
                "Roe, J., & Doe, K. (Directors). (2018). <i>Deep sleep</i> [Film; two-disc ed. on DVD]."
                " Pixar; Disney."
            ),
        ),
        (
            work(
                "motion_picture",
                authors=(person("Fosha, D.", role="Guest Expert"), person("Roe, J.", role="Host")),
                genre="Film",
                variables={"medium": "educational DVD"},
                publisher="Rest",
            ),
            (
                "Fosha, D. (Guest Expert), & Roe, J. (Host). (2018). <i>Deep sleep</i> [Film;"
                " educational DVD]. Rest."
            ),
        ),
        (
            work(
                "motion_picture",
                title="Sueño profundo",
                variables={"translated-title": "Deep Sleep"},
                people={"director": people("Roe, J.")},
                publisher="Rest",
            ),
            "Roe, J. (Director). (2018). <i>Sueño profundo</i> [Deep sleep] [Film]. Rest.",
        ),
        (
            work(
                "motion_picture",
                authors=(Person(family="Roe", given="J.", username="Sleeper"),),
                genre="Video",
                container_title=None,
                variables={"platform": "YouTube"},
                url=URL,
            ),
            f"Roe, J. [Sleeper]. (2018, April 3). <i>Deep sleep</i> [Video]. YouTube. {URL}",
        ),
        (
            work("motion_picture", "{Rest Lab}", genre="Video", url="https://www.youtube.com/watch?v=1"),
            (
                "Rest Lab. (2018, April 3). <i>Deep sleep</i> [Video]. YouTube."
                " https://www.youtube.com/watch?v=1"
            ),
        ),
        (
            work(
                "broadcast",
                people={"executive-producer": people("Simon, D.", "Noble, N. K.")},
                periods={"issued": days((2002,), (2008,))},
                genre="TV series",
                publisher="HBO",
            ),
            (
                "Simon, D., & Noble, N. K. (Executive Producers). (2002–2008). <i>Deep sleep</i> [TV"
                " series]. HBO."
            ),
        ),
        (
            work(
                "broadcast",
                authors=(person("Roe, J.", role="Writer"), person("Doe, K.", role="Director")),
                title="The night (Season 3, Episode 12)",
                container_title="Deep Sleep Tonight",
                people={"executive-producer": people("Kim, C.")},
                publisher="ABC",
            ),
            (
                "Roe, J. (Writer), & Doe, K. (Director). (2018, April 3). The night (Season 3, Episode 12)"
                " [TV series episode]. In C. Kim (Executive Producer), <i>Deep Sleep Tonight</i>. ABC."
            ),
        ),
        (
            work(
                "broadcast",
                authors=(person("Roe, J.", role="Writer & Director"),),
                container_title="Deep Night",
                volume="6",
                number="25",
                publisher="Fox",
            ),
            (
                "Roe, J. (Writer & Director). (2018, April 3). Deep sleep (Season 6, Episode 25) [TV"
                " series episode]."
                " In <i>Deep Night</i>. Fox."
            ),
        ),
        (
            work(
                "song",
                people={"host": people("Glass, I.")},
                genre="Audio podcast episode",
                number="443",
                container_title="This American Life",
                publisher="WBEZ Chicago",
                url=URL,
            ),
            (
                f"Glass, I. (Host). (2018, April 3). Deep sleep (No. 443) [Audio podcast episode]. In"
                f" <i>This American Life</i>."
                f" WBEZ Chicago. {URL}"
            ),
        ),
        (
            work(
                "song",
                people={"host": people("Vedantam, S.")},
                genre="Audio podcast",
                periods={"issued": days((2015,), is_open=True)},
                publisher="NPR",
            ),
            "Vedantam, S. (Host). (2015–present). <i>Deep sleep</i> [Audio podcast]. NPR.",
        ),
        (
            work(
                "song",
                "King, M. L., Jr.",
                genre="Speech audio recording",
                publisher="American Rhetoric",
                url=URL,
            ),
            (
                f"King, M. L., Jr. (2018, April 3). <i>Deep sleep</i> [Speech audio recording]. American"
                f" Rhetoric. {URL}"
            ),
        ),
        (
            work("song", "{Beyoncé}", publisher="Parkwood; Columbia"),
            "Beyoncé. (2018). <i>Deep sleep</i> [Song]. Parkwood; Columbia.",
        ),
        (
            work("song", "Lamar, K.", genre="Song", container_title="Damn", publisher="Aftermath"),
            "Lamar, K. (2018). Deep sleep [Song]. On <i>Damn</i>. Aftermath.",
        ),
        (
            work("song", "lang, k. d.", genre="CD", container_title="Watershed", publisher="Nonesuch"),
            "lang, k. d. (2018). Deep sleep [CD]. On <i>Watershed</i>. Nonesuch.",
        ),
        (
            work("patent", "Roe, J.", number="5668842", genre="patentus"),
            "Roe, J. (2018). <i>Deep sleep</i> (U.S. Patent No. 5,668,842). " + _US_OFFICE,
        ),
        (
            work(
                "song",
                people={"composer": people("Bach, J. S."), "performer": people("Pan, P.")},
                genre="Album",
                publisher="ECM",
                periods={"original-date": days((1720,))},
            ),
            (
                "Bach, J. S. (2018). <i>Deep sleep</i> [Album recorded by P. Pan]. ECM. (Original work"
                " published 1720)"
            ),
        ),
        (
            work("interview", "de Beauvoir, S.", publisher="Radio Archive", url=URL),
            f"de Beauvoir, S. (2018, April 3). <i>Deep sleep</i> [Interview]. Radio Archive. {URL}",
        ),
        (
            work(
                "graphic",
                "Wood, G.",
                issued=day(1930),
                genre="painting",
                publisher="Art Institute of Chicago",
                publisher_place="Chicago, IL, United States",
                url=URL,
            ),
            (
                f"Wood, G. (1930). <i>Deep sleep</i> [Painting]. Art Institute of Chicago, Chicago, IL,"
                f" United States. {URL}"
            ),
        ),
        (
            work(
                "graphic",
                "Roe, J.",
                title=None,
                genre="Lecture notes on sleep",
                publisher="Kyoto University",
                publisher_place="Department of Rest",
                url=URL,
            ),
            f"Roe, J. (2018, April 3). [Lecture notes on sleep]. Department of Rest, Kyoto University. {URL}",
        ),
        (
            work(
                "graphic",
                "Roe, J.",
                issued=day(2018),
                genre="Infographic",
                publisher="Science Festival",
                url=URL,
            ),
            f"Roe, J. (2018). <i>Deep sleep</i> [Infographic]. Science Festival. {URL}",
        ),
        (
            work(
                "map",
                "{Google}",
                issued=None,
                title=None,
                genre="Google Maps directions to Lima",
                url=URL,
                accessed=day(2020, 2, 16),
            ),
            f"Google. (n.d.). [Google Maps directions to Lima]. Retrieved February 16, 2020, from {URL}",
        ),
        (
            work("map", "{Rest Bureau}", issued=day(2018), publisher="Rest Bureau", url=URL),
            f"Rest Bureau. (2018). <i>Deep sleep</i> [Map]. {URL}",
        ),
        (
            work("patent", "Roe, J.", number="US9424757B2", publisher="U.S. Patent and Trademark Office"),
            (
                "Roe, J. (2018). <i>Deep sleep</i> (U.S. Patent No. 9,424,757). U.S. Patent and"
                " Trademark Office."
            ),
        ),
        (
            work("patent", "Roe, J.", number="9,424,757", variables={"jurisdiction": "United States"}),
            "Roe, J. (2018). <i>Deep sleep</i> (U.S. Patent No. 9,424,757). " + _US_OFFICE,
        ),
        (  # who issues a standard is its author, where no other is named
            work("standard", number="ISO 45001:2018", issued=day(2018), variables={"authority": "ISO"}),
            "ISO. (2018). <i>Deep sleep</i> (ISO Standard No. 45001:2018).",
        ),
        (  # who holds it is not who granted it
            work("patent", "Roe, J.", number="EP 123456", variables={"authority": "Acme Inc."}),
            "Roe, J. (2018). <i>Deep sleep</i> (European Patent No. 123456). European Patent Office.",
        ),
        (
            work("patent", "Roe, J.", number="123456", variables={"authority": "Acme Inc."}),
            "Roe, J. (2018). <i>Deep sleep</i> (Patent No. 123456).",
        ),
        (
            work("patent", "Roe, J.", number="1234567", genre="European patent"),
            "Roe, J. (2018). <i>Deep sleep</i> (European Patent No. 1234567).",
        ),
    ],
)
def test_what_is_seen_and_heard(given, expected):
    assert shown(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            work("webpage", "Roe, J.", container_title="CNN", url=URL),
            f"Roe, J. (2018, April 3). <i>Deep sleep</i>. CNN. {URL}",
        ),
        (
            work(
                "webpage",
                "{World Health Organization}",
                container_title="World Health Organization",
                issued=day(2018, 3),
                url=URL,
            ),
            f"World Health Organization. (2018, March). <i>Deep sleep</i>. {URL}",
        ),
        (
            work(
                "webpage", "{Rest Bureau}", publisher="Ministry of Health", url=URL, accessed=day(2026, 11, 2)
            ),
            f"Rest Bureau. (2018, April 3). <i>Deep sleep</i>. Ministry of Health. {URL}",
        ),
        (
            work(
                "webpage",
                "{Rest Bureau}",
                issued=None,
                container_title="Rest",
                url=URL,
                accessed=day(2026, 11, 2),
            ),
            f"Rest Bureau. (n.d.). <i>Deep sleep</i>. Rest. Retrieved November 2, 2026, from {URL}",
        ),
        (  # a site called like its author is not told, but who stands behind both is
            work("webpage", "{Rest Bureau}", container_title="Rest Bureau", publisher="Ministry", url=URL),
            f"Rest Bureau. (2018, April 3). <i>Deep sleep</i>. Ministry. {URL}",
        ),
        (work("webpage", issued=None, url=URL), f"<i>Deep sleep</i>. (n.d.). {URL}"),
        (
            work(
                "post",
                authors=(Person(family="White", given="B.", username="@BettyMWhite"),),
                title="I treasure every minute #koko",
                genre="Tweet",
                variables={"titleaddon": "Image attached", "platform": "Twitter"},
                url=URL,
            ),
            (
                f"White, B. [@BettyMWhite]. (2018, April 3). <i>I treasure every minute #koko</i> [Image"
                f" attached] [Tweet]."
                f" Twitter. {URL}"
            ),
        ),
        (
            work(
                "post",
                authors=(Person(literal="NASA", username="nasa"),),
                title="Ask me anything!",
                genre="Online forum post",
                container_title="Reddit",
                url=URL,
            ),
            f"NASA [nasa]. (2018, April 3). <i>Ask me anything!</i> [Online forum post]. Reddit. {URL}",
        ),
        (
            work(
                "webpage",
                authors=(Person(literal="APA Style", username="@APA_Style"),),
                title="Tweets",
                genre="Twitter profile",
                issued=None,
                url="https://twitter.com/APA_Style",
                accessed=day(2019, 11, 1),
            ),
            (
                "APA Style [@APA_Style]. (n.d.). <i>Tweets</i> [Twitter profile]. Twitter. Retrieved"
                " November 1, 2019, from"
                " https://twitter.com/APA_Style"
            ),
        ),
        (
            work(
                "post",
                authors=(Person(username="@sleeper"),),
                genre="Photograph",
                variables={"platform": "Instagram"},
                url=URL,
            ),
            f"@sleeper. (2018, April 3). <i>Deep sleep</i> [Photograph]. Instagram. {URL}",
        ),
    ],
)
def test_what_is_on_the_web(given, expected):
    assert shown(given) == expected


def test_an_episode_names_its_writer_and_its_director():
    work = Work(
        type="broadcast", title="T", container_title="Show", issued=day(2015, 3, 2),
        authors=people("Oakley, B."), people={"director": people("Wallace, C.")},
    )  # fmt: skip
    assert shown(work) == (
        "Oakley, B. (Writer), & Wallace, C. (Director). (2015, March 2). T [TV series episode]. "
        "In <i>Show</i>."
    )


def test_one_who_wrote_and_directed_an_episode():
    whose = people("Oakley, B.")
    work = Work(
        type="broadcast", title="T", container_title="Show", authors=whose, people={"director": whose}
    )
    assert shown(work).startswith("Oakley, B. (Writer & Director). (n.d.). T")


def test_an_interview_says_who_asked_and_who_holds_it():
    work = Work(
        type="interview", title="T", issued=day(1960, 5, 4), authors=people("Oakley, B."),
        people={"interviewer": people("Wallace, C.")}, variables={"archive": "Radio Archive"},
    )  # fmt: skip
    assert shown(work) == (
        "Oakley, B. (1960, May 4). <i>T</i> (C. Wallace, Interviewer) [Interview]. Radio Archive."
    )
