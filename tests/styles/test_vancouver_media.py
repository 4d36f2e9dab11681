"""Invented patents, films, sites and laws, and what Citing Medicine's rules make of them."""

import pytest

from bibproof.listing import Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.richtext import Face, Run, plain
from bibproof.styles.vancouver import vancouver

HALE, IVES, JUNG = Person("Hale", "Ann B."), Person("Ives", "Carl"), Person("Jung", "Dee")
AGENCY = Person(literal="Harbour Health Agency")


def written(work):
    [entry] = vancouver.entries([Reference("k", work, Span(0, 0), Span(0, 0))], Options())
    return plain(entry.text)


OTHERS = {
    "patent of a country": (
        Work(
            type="patent",
            authors=(HALE,),
            title="Flexible pillow",
            number="7,123,456",
            variables={"jurisdiction": "US"},
            issued=Date(2002),
        ),
        "Hale AB, inventor. Flexible pillow. United States patent 7,123,456. 2002.",
    ),
    "medium that says it is on the Internet": (
        Work(
            type="book", title="Sleep", variables={"medium": "Internet"}, publisher="Mosby", issued=Date(2002)
        ),
        "Sleep [Internet]. Mosby; 2002.",
    ),
    "patent": (
        Work(
            type="patent",
            authors=(HALE, IVES),
            publisher="Nightcap Inc.",
            title="Flexible pillow",
            number="US 20020103498",
            issued=Date(2002, 8, 1),
        ),
        (
            "Hale AB, Ives C, inventors; Nightcap Inc., assignee. Flexible pillow. United States patent"
            " US 20020103498. 2002 Aug 1."
        ),
    ),
    "film": (
        Work(
            type="motion_picture",
            authors=(HALE,),
            title="Wards by night",
            variables={"medium": "videocassette"},
            publisher_place="Secaucus (NJ)",
            publisher="Network for Education",
            issued=Date(2002, 3),
        ),
        "Hale AB. Wards by night [videocassette]. Secaucus (NJ): Network for Education; 2002.",
    ),
    "film by its director": (
        Work(
            type="motion_picture",
            people={"director": (HALE,)},
            title="Wards by night",
            genre="Film",
            publisher="Harbour Films",
            issued=Date(2002),
        ),
        "Hale AB, director. Wards by night [film]. Harbour Films; 2002.",
    ),
    "makers by what they did": (
        Work(
            type="motion_picture",
            authors=(
                Person("Hale", "Ann", role="Writer & Director"),
                Person("Ives", "C", role="Producer"),
                Person("Jung", "D", role="Producer"),
            ),
            title="Wards by night",
            genre="Film",
            issued=Date(2002),
        ),
        "Hale A, writer and director; Ives C, Jung D, producers. Wards by night [film]. 2002.",
    ),
    "episode": (
        Work(
            type="broadcast",
            authors=(HALE,),
            title="The long night",
            genre="Audio podcast episode",
            container_title="Sleep Tonight",
            number="443",
            publisher="Harbour Radio",
            issued=Date(2011, 8, 12),
            url="https://example.org/e",
        ),
        (
            "Hale AB. The long night [audio podcast episode]. In: Sleep Tonight [Internet]."
            " Harbour Radio; 2011 Aug 12. No. 443."
            " Available from: https://example.org/e"
        ),
    ),
    "map": (
        Work(
            type="map",
            authors=(HALE, IVES),
            title="Quiet places",
            publisher_place="Washington",
            publisher="Conservation Society",
            issued=Date(2000),
        ),
        "Hale AB, Ives C, cartographers. Quiet places [map]. Washington: Conservation Society; 2000.",
    ),
    "home page": (
        Work(
            type="webpage",
            authors=(HALE,),
            title="The Night Care Blog",
            publisher_place="San Francisco",
            publisher="Ann Hale",
            url="https://example.org/",
            accessed=Date(2009, 2, 13),
            periods={"issued": Period(Date(2003, 10), is_open=True)},
        ),
        (
            "Hale AB. The Night Care Blog [Internet]. San Francisco: Ann Hale. 2003 Oct - [cited"
            " 2009 Feb 13]."
            " Available from: https://example.org/"
        ),
    ),
    "home page that changes": (
        Work(
            type="webpage",
            title="Sleep.example",
            publisher="Sleepers Association",
            issued=Date(2000),
            url="https://sleep.example",
            accessed=Date(2002, 7, 9),
            periods={"updated": Period(Date(2002, 5, 16))},
        ),
        (
            "Sleep.example [Internet]. Sleepers Association; 2000 [updated 2002 May 16; cited 2002 Jul 9]."
            " Available from: https://sleep.example"
        ),
    ),
    "page of a site": (
        Work(
            type="webpage",
            authors=(AGENCY,),
            title="Night work and you",
            container_title="HHA",
            issued=Date(2018, 1, 23),
            url="https://hha.example/n",
            accessed=Date(2026, 11, 2),
        ),
        (
            "Harbour Health Agency. HHA [Internet]. 2018 Jan 23 [cited 2026 Nov 2]. Night work and you."
            " Available from: https://hha.example/n"
        ),
    ),
    "page of the author's own site": (
        Work(
            type="webpage",
            authors=(AGENCY,),
            title="Night work and you",
            container_title="Harbour Health Agency",
            url="https://hha.example/n",
            accessed=Date(2026, 11, 2),
        ),
        (
            "Harbour Health Agency [Internet]. [cited 2026 Nov 2]. Night work and you."
            " Available from: https://hha.example/n"
        ),
    ),
    "post in a blog": (
        Work(
            type="post-weblog",
            authors=(HALE,),
            title="Night shifts haunt many",
            container_title="HEALTH BLOG",
            publisher_place="New York",
            publisher="Harbour Post",
            issued=Date(2008, 1, 29),
            url="https://blog.example/1",
            accessed=Date(2009, 2, 13),
        ),
        (
            "Hale AB. Night shifts haunt many. 2008 Jan 29 [cited 2009 Feb 13]. In: HEALTH BLOG [Internet]."
            " New York: Harbour Post. Available from: https://blog.example/1"
        ),
    ),
    "post on a network": (
        Work(
            type="post",
            authors=(AGENCY,),
            title="Sleep well, all",
            genre="Tweet",
            variables={"platform": "Twitter"},
            issued=Date(2018, 6, 29),
            url="https://twitter.example/1",
        ),
        (
            "Harbour Health Agency. Sleep well, all [tweet] [Internet]. Twitter; 2018 Jun 29."
            " Available from: https://twitter.example/1"
        ),
    ),
    "data set": (
        Work(
            type="dataset",
            authors=(HALE,),
            title="Hours of sleep",
            genre="Data set",
            publisher="Dryad Digital Repository",
            issued=Date(2015, 7, 7),
            accessed=Date(2017, 6, 13),
            doi="10.5061/dryad.1",
        ),
        (
            "Hale AB. Hours of sleep [dataset]. 2015 Jul 7 [cited 2017 Jun 13]."
            " In: Dryad Digital Repository [Internet]."
            " Available from: https://doi.org/10.5061/dryad.1"
        ),
    ),
    "program": (
        Work(
            type="software",
            authors=(HALE,),
            title="SleepLab: A Library for Naps",
            publisher="Zenodo",
            variables={"version": "1.4.2"},
            issued=Date(2023, 5, 1),
            doi="10.5281/zenodo.1",
        ),
        (
            "Hale AB. SleepLab: a library for naps [software]. Version 1.4.2. Zenodo; 2023 May 1."
            " Available from: https://doi.org/10.5281/zenodo.1"
        ),
    ),
    "no title but a description": (
        Work(
            type="graphic",
            authors=(HALE,),
            genre="Photographs of sleepers",
            issued=Date(2019),
            url="https://example.org/p",
        ),
        "Hale AB. [Photographs of sleepers] [Internet]. 2019. Available from: https://example.org/p",
    ),
    "law": (
        Work(
            type="legislation",
            title="Night Nurses Act of 2002",
            number="Pub. L. No. 107-9",
            volume="115",
            container_title="Stat.",
            page="11",
            issued=Date(2001, 5, 24),
        ),
        "Night Nurses Act of 2002, Pub. L. No. 107-9, 115 Stat. 11 (May 24, 2001).",
    ),
    "regulation": (
        Work(
            type="regulation",
            title="Hospital Beds",
            volume="21",
            container_title="C.F.R.",
            variables={"section": "870.4430"},
            issued=Date(2002),
        ),
        "Hospital Beds, 21 C.F.R. Sect. 870.4430 (2002).",
    ),
    "hearing": (
        Work(
            type="hearing",
            title="Noise at Night",
            number="107th Cong., 1st Sess.",
            variables={"committee": "Subcomm. on Health of the House Comm. on Science"},
            issued=Date(2001, 10, 4),
        ),
        (
            "Noise at Night: Hearing Before the Subcomm. on Health of the House Comm. on Science,"
            " 107th Cong., 1st Sess. (Oct. 4, 2001)."
        ),
    ),
    "case": (
        Work(
            type="legal_case",
            title="Hale v. Ives",
            volume="12",
            container_title="F.3d",
            page="345",
            variables={"authority": "2d Cir."},
            issued=Date(1999),
        ),
        "Hale v. Ives, 12 F.3d 345 (2d Cir. 1999).",
    ),
    "letter": (
        Work(
            type="personal_communication",
            authors=(HALE,),
            people={"recipient": (IVES,)},
            issued=Date(1999, 1, 5),
        ),
        "Hale AB. [Letter to: Ives C]. 1999 Jan 5.",
    ),
    "patent with biblatex's key": (
        Work(type="patent", authors=(HALE,), title="Pillow", genre="patentus", number="5668842"),
        "Hale AB, inventor. Pillow. United States patent 5668842.",
    ),
    "request for a patent with biblatex's key": (
        Work(
            type="patent",
            authors=(HALE,),
            title="Pillow",
            genre="patreqfr",
            publisher_place="Paris",
            number="5668",
        ),
        "Hale AB, inventor. Pillow. French patent application 5668.",
    ),
    "patent of biblatex's country": (
        Work(type="patent", authors=(HALE,), title="Pillow", publisher_place="countryes", number="5668842"),
        "Hale AB, inventor. Pillow. Spanish patent 5668842.",
    ),
    "patent of two of biblatex's countries": (
        Work(
            type="patent", title="Pillow", publisher_place="countryde; countrywo", number="17", genre="patent"
        ),
        "Pillow. German and World patent 17.",
    ),
    "patent whose title is its number": (
        Work(type="patent", title="U.S. Patent No. 123,445", publisher_place="Washington, DC"),
        "U.S. patent no. 123,445.",
    ),
    "patent whose number says so, from the office that grants it": (
        Work(
            type="patent",
            authors=(HALE,),
            title="Pillow",
            number="U.S. Patent No. 9,367,592",
            publisher="U.S. Patent and Trademark Office",
        ),
        "Hale AB, inventor. Pillow. U.S. Patent No. 9,367,592.",
    ),
    "patent with the country that grants it": (
        Work(type="patent", title="Pillow", number="US 5668842", variables={"authority": "US"}),
        "Pillow. United States patent US 5668842.",
    ),
    "patent with its holder": (
        Work(
            type="patent",
            authors=(HALE,),
            title="Pillow",
            number="US 5668842",
            publisher="United States Patent and Trademark Office",
            variables={"authority": "Nightcap Inc."},
        ),
        "Hale AB, inventor; Nightcap Inc., assignee. Pillow. United States patent US 5668842.",
    ),
    "patent of several holders": (
        Work(
            type="patent",
            authors=(HALE,),
            title="Pillow",
            variables={"authority": "Nightcap Inc.; Rest Ltd."},
        ),
        "Hale AB, inventor; Nightcap Inc.; Rest Ltd., assignees. Pillow. Patent.",
    ),
    "program with a name that is kept": (
        Work(
            type="software",
            authors=(HALE,),
            title="Pillow: tools in Down",
            rich={"title": (Run("Pillow: Tools in "), Run("Down", Face.KEPT))},
            variables={"version": "v1.2"},
        ),
        "Hale AB. Pillow: tools in Down [software]. Version 1.2.",
    ),
    "video on a site of videos": (
        Work(
            type="motion_picture",
            authors=(HALE,),
            title="Pillow",
            genre="Video",
            issued=Date(2011, 8),
            variables={"platform": "YouTube"},
            url="https://youtu.be/a",
        ),
        ("Hale AB. Pillow [video on the Internet]. YouTube; 2011 Aug. Available from: https://youtu.be/a"),
    ),
    "public law": (
        Work(type="legislation", title="Sleep Act", number="114-95", issued=Date(2015)),
        "Sleep Act, Pub. L. No. 114-95 (2015).",
    ),
    "law with such a number in another country": (
        Work(type="legislation", title="Loi relative au sommeil", number="78-17", language="fr"),
        "Loi relative au sommeil, 78-17. French.",
    ),
    "bill with its Congress": (
        Work(
            type="bill",
            title="Sleep Act",
            number="H.R. 1100",
            variables={"authority": "113th Cong."},
            issued=Date(2013),
        ),
        "Sleep Act, H.R. 1100, 113th Cong. (2013).",
    ),
    "case of the Supreme Court": (
        Work(
            type="legal_case",
            title="Hale v. Ives",
            volume="576",
            container_title="U.S.",
            page="644",
            variables={"authority": "U.S. Supreme Court"},
            issued=Date(2015),
        ),
        "Hale v. Ives, 576 U.S. 644 (2015).",
    ),
    "broadcast with its director": (
        Work(
            type="broadcast",
            authors=(HALE,),
            title="Pilot",
            container_title="Night wards",
            people={"director": (IVES,)},
            publisher="HBO",
            issued=Date(2010),
        ),
        "Hale AB. Pilot [broadcast]. In: Night wards. Ives C, director. HBO; 2010.",
    ),
    "film of its director": (
        Work(
            type="motion_picture",
            authors=(Person("Ives", "Carl", role="director"),),
            title="Night wards",
            people={"director": (IVES,)},
            issued=Date(2010),
        ),
        "Ives C, director. Night wards [motion picture]. 2010.",
    ),
    "program in a repository": (
        Work(
            type="document",
            authors=(HALE,),
            title="Sleeper",
            container_title="GitHub repository",
            genre="GitHub repository",
            publisher="GitHub",
            issued=Date(2020),
            url="https://github.com/a/b",
        ),
        "Hale AB. Sleeper [GitHub repository]. GitHub; 2020. Available from: https://github.com/a/b",
    ),
    "page that is a program in a repository": (
        Work(
            type="webpage",
            authors=(HALE,),
            title="Sleeper",
            genre="GitHub repository",
            publisher="GitHub",
            issued=Date(2020),
            url="https://github.com/a/b",
        ),
        "Hale AB. Sleeper [GitHub repository]. GitHub; 2020. Available from: https://github.com/a/b",
    ),
}


@pytest.mark.parametrize(("work", "expected"), OTHERS.values(), ids=OTHERS)
def test_media(work, expected):
    assert written(work) == expected
