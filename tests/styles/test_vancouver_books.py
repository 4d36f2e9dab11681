"""Invented books, and what Citing Medicine's rules make of them."""

import pytest

from bibproof.listing import Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.richtext import plain
from bibproof.styles.vancouver import vancouver

HALE, IVES, JUNG = Person("Hale", "Ann B."), Person("Ives", "Carl"), Person("Jung", "Dee")
AGENCY = Person(literal="Harbour Health Agency")


def written(work):
    [entry] = vancouver.entries([Reference("k", work, Span(0, 0), Span(0, 0))], Options())
    return plain(entry.text)


BOOK = Work(
    type="book",
    authors=(HALE, IVES),
    title="Medical Sleep",
    edition="4",
    publisher_place="St. Louis",
    publisher="Mosby",
    issued=Date(2002),
)
CHAPTER = Work(
    type="chapter",
    authors=(HALE,),
    title="Dreams of nurses",
    editors=(IVES, JUNG),
    container_title="The basis of sleep",
    publisher_place="New York",
    publisher="Norton",
    issued=Date(2002),
    page="93-113",
)

BOOKS = {
    "book": (BOOK, "Hale AB, Ives C. Medical sleep. 4th ed. St. Louis: Mosby; 2002."),
    "first of a revised edition": (
        Work(type="book", title="Sleep", edition="Revised", publisher="Mosby", issued=Date(2002, 5, 1)),
        "Sleep. Rev. ed. Mosby; 2002.",
    ),
    "edition in words": (
        Work(type="book", title="Sleep", edition="Second", issued=Date(2002)),
        "Sleep. 2nd ed. 2002.",
    ),
    "edited": (
        Work(type="book", editors=(HALE, IVES), title="Sleep", publisher="Mosby", issued=Date(2002)),
        "Hale AB, Ives C, editors. Sleep. Mosby; 2002.",
    ),
    "author and editor": (
        Work(
            type="book",
            authors=(HALE,),
            editors=(IVES,),
            title="Sleep",
            edition="2nd",
            publisher_place="White Plains (NY)",
            publisher="March",
            issued=Date(2001),
        ),
        "Hale AB. Sleep. 2nd ed. Ives C, editor. White Plains (NY): March; 2001.",
    ),
    "edited and translated by the same": (
        Work(
            type="book",
            authors=(HALE,),
            editors=(IVES,),
            people={"translator": (IVES,)},
            title="Sleep",
            publisher="March",
            issued=Date(2001),
        ),
        "Hale AB. Sleep. Ives C, editor and translator. March; 2001.",
    ),
    "translated": (
        Work(
            type="book",
            authors=(HALE,),
            people={"translator": (IVES, JUNG)},
            title="Sleep",
            publisher="March",
            issued=Date(2001),
        ),
        "Hale AB. Sleep. Ives C, Jung D, translators. March; 2001.",
    ),
    "by an organization": (
        Work(type="book", authors=(AGENCY,), title="Night work", publisher="The Agency", issued=Date(2001)),
        "Harbour Health Agency. Night work. The Agency; 2001.",
    ),
    "without a date": (
        Work(type="book", title="Sleep", publisher_place="London", publisher="Old Press"),
        "Sleep. London: Old Press; [date unknown].",
    ),
    "of several years": (
        Work(
            type="book",
            title="Sleep",
            publisher="Old Press",
            periods={"issued": Period(Date(1999), Date(2004))},
        ),
        "Sleep. Old Press; 1999-2004.",
    ),
    "in a series": (
        Work(
            type="book",
            title="Sleep",
            publisher="Mosby",
            issued=Date(2019),
            collection_title="Nursing series",
            variables={"collection-number": "7"},
            doi="10.1000/xyz",
        ),
        "Sleep. Mosby; 2019. (Nursing series; vol. 7). doi:10.1000/xyz",
    ),
    "one volume": (
        Work(type="book", title="Sleep", edition="3", volume="2", publisher="Mosby", issued=Date(2013)),
        "Sleep. 3rd ed. Vol. 2. Mosby; 2013.",
    ),
    "a volume with a title": (
        Work(
            type="book",
            editors=(HALE,),
            container_title="Handbook of sleep",
            title="Dreams",
            volume="1",
            publisher="Mosby",
            issued=Date(2018),
        ),
        "Hale AB, editor. Handbook of sleep. Vol. 1, Dreams. Mosby; 2018.",
    ),
    "on the Internet": (
        Work(
            type="book",
            editors=(HALE, IVES),
            title="Better nights",
            publisher_place="Washington",
            publisher="Academy Press",
            issued=Date(2001),
            url="https://example.org/nights",
            accessed=Date(2002, 7, 9),
        ),
        (
            "Hale AB, Ives C, editors. Better nights [Internet]. Washington: Academy Press; 2001"
            " [cited 2002 Jul 9]. Available from: https://example.org/nights"
        ),
    ),
    "on a disc": (
        Work(
            type="book",
            authors=(HALE,),
            title="Atlas of sleep",
            variables={"medium": "CD-ROM"},
            publisher_place="Philadelphia",
            publisher="Lippincott",
            issued=Date(2002),
        ),
        "Hale AB. Atlas of sleep [CD-ROM]. Philadelphia: Lippincott; 2002.",
    ),
    "forthcoming": (
        Work(
            type="book",
            authors=(HALE,),
            title="Sleep",
            publisher="Mosby",
            issued=Date(2031),
            variables={"status": "in press"},
        ),
        "Hale AB. Sleep. Mosby. Forthcoming 2031.",
    ),
    "chapter": (
        CHAPTER,
        (
            "Hale AB. Dreams of nurses. In: Ives C, Jung D, editors. The basis of sleep. New"
            " York: Norton; 2002."
            " p. 93-113."
        ),
    ),
    "chapter without editors": (
        Work(
            type="chapter",
            authors=(HALE,),
            title="Dreams",
            container_title="The basis of sleep",
            edition="2",
            volume="3",
            publisher="Norton",
            issued=Date(2002),
            page="9",
        ),
        "Hale AB. Dreams. In: The basis of sleep. 2nd ed. Vol. 3. Norton; 2002. p. 9.",
    ),
    "chapter of somebody's book": (
        Work(
            type="chapter",
            authors=(HALE,),
            title="Foreword",
            container_title="Sleepless",
            people={"container-author": (IVES,)},
            publisher="Norton",
            issued=Date(2002),
        ),
        "Hale AB. Foreword. In: Ives C. Sleepless. Norton; 2002.",
    ),
    "proceedings": (
        Work(
            type="book",
            editors=(HALE, IVES),
            title="Sleep V",
            publisher_place="New York",
            publisher="Springer",
            issued=Date(2002),
            variables={"event-title": "Proceedings of the 5th Sleep Conference", "event-place": "Leeds, UK"},
            periods={"event-date": Period(Date(2001, 9, 13), Date(2001, 9, 15))},
        ),
        (
            "Hale AB, Ives C, editors. Sleep V."
            " Proceedings of the 5th Sleep Conference; 2001 Sep 13-15; Leeds, UK."
            " New York: Springer; 2002."
        ),
    ),
    "paper in proceedings": (
        Work(
            type="paper-conference",
            authors=(HALE,),
            title="Counting sheep",
            editors=(IVES,),
            container_title="Proceedings of the 10th International Conference on Sleep",
            publisher_place="New York",
            publisher="ACM",
            issued=Date(2018, 7),
            page="55-63",
            variables={"event-title": "10th International Conference on Sleep", "event-place": "Boston"},
            periods={"event-date": Period(Date(2018, 6, 29), Date(2018, 7, 2))},
        ),
        (
            "Hale AB. Counting sheep. In: Ives C, editor."
            " Proceedings of the 10th International Conference on Sleep;"
            " 2018 Jun 29-Jul 2; Boston. New York: ACM; 2018. p. 55-63."
        ),
    ),
    "paper in a book of a conference": (
        Work(
            type="paper-conference",
            authors=(HALE,),
            title="Counting sheep",
            editors=(IVES,),
            container_title="Sleep and counting",
            publisher="Springer",
            issued=Date(2002),
            page="182-191",
            variables={"event-title": "SleepCon 2002", "event-place": "Kinsale, Ireland"},
            periods={"event-date": Period(Date(2002, 4, 3), Date(2002, 4, 5))},
        ),
        (
            "Hale AB. Counting sheep. In: Ives C, editor. Sleep and counting. SleepCon 2002; 2002 Apr 3-5;"
            " Kinsale, Ireland. Springer; 2002. p. 182-91."
        ),
    ),
    "proceedings named after a conference": (
        Work(
            type="book",
            editors=(HALE,),
            title="Proceedings of the 3rd Conference on Sleep",
            issued=Date(1999),
        ),
        "Hale AB, editor. Proceedings of the 3rd Conference on Sleep. 1999.",
    ),
    "standard of an authority": (
        Work(
            type="standard", title="Data", number="ISO 1", variables={"authority": "ISO"}, issued=Date(1999)
        ),
        "Data. ISO; 1999. Standard No.: ISO 1.",
    ),
    "group with an article": (
        Work(type="book", authors=(Person(literal="The Sleep Society"),), title="Sleep", issued=Date(1999)),
        "Sleep Society. Sleep. 1999.",
    ),
    "paper with a number and no page": (
        Work(
            type="paper-conference",
            title="Sleep!",
            subtitle="On rest",
            container_title="Bed",
            article_number="12",
        ),
        "Sleep! On rest. In: Bed. Article No.: 12.",
    ),
    "paper in a numbered series": (
        Work(
            type="paper-conference",
            authors=(HALE,),
            title="Counting sheep",
            container_title="Sleep and counting",
            collection_title="Lecture Notes in Computer Science",
            volume="113",
            publisher="Springer",
            publisher_place="Cham, Switzerland",
            issued=Date(2002),
            page="182-191",
        ),
        (
            "Hale AB. Counting sheep. In: Sleep and counting. Cham (Switzerland): Springer; 2002. p. 182-91."
            " (Lecture notes in computer science; vol. 113)."
        ),
    ),
    "talk": (
        Work(
            type="speech",
            authors=(HALE,),
            title="Counting sheep",
            genre="Paper presentation",
            issued=Date(2016, 3, 30),
            variables={"event-title": "62nd Meeting of Sleepers", "event-place": "Leeds, UK"},
        ),
        "Hale AB. Counting sheep. Paper presented at: 62nd Meeting of Sleepers; 2016 Mar 30; Leeds, UK.",
    ),
    "poster": (
        Work(
            type="speech",
            authors=(HALE,),
            title="Counting sheep",
            genre="Poster",
            variables={"event-title": "62nd Meeting of Sleepers"},
            periods={"event-date": Period(Date(2016, 12, 31), Date(2017, 1, 2))},
        ),
        (
            "Hale AB. Counting sheep."
            " Poster session presented at: 62nd Meeting of Sleepers; 2016 Dec 31-2017 Jan 2."
        ),
    ),
    "report": (
        Work(
            type="report",
            authors=(HALE,),
            title="Night work",
            genre="Technical report",
            number="TR-15",
            publisher_place="Boston (MA)",
            publisher="Institute of Sleep",
            issued=Date(2015, 4),
            note="Contract No.: F496",
        ),
        (
            "Hale AB. Night work. Boston (MA): Institute of Sleep; 2015 Apr."
            " Report No.: TR-15. Contract No.: F496."
        ),
    ),
    "final report": (
        Work(type="report", authors=(HALE,), title="Night work", genre="Final report", issued=Date(2015)),
        "Hale AB. Night work. Final report. 2015.",
    ),
    "brief of a series": (
        Work(type="report", authors=(AGENCY,), title="Night work", genre="Issue Brief", number="1"),
        "Harbour Health Agency. Night work. Issue Brief No.: 1.",
    ),
    "standard": (
        Work(type="standard", authors=(AGENCY,), title="Beds", number="HS 690:2021", issued=Date(2021)),
        "Harbour Health Agency. Beds. 2021. Standard No.: HS 690:2021.",
    ),
    "dissertation": (
        Work(
            type="thesis",
            authors=(HALE,),
            title="Infant sleep",
            genre="Doctoral dissertation",
            publisher_place="Mount Pleasant (MI)",
            publisher="Central University",
            issued=Date(2002, 5),
            variables={"archive": "ProQuest Dissertations"},
        ),
        (
            "Hale AB. Infant sleep [dissertation]. Mount Pleasant (MI): Central University; 2002."
            " Located at: ProQuest Dissertations."
        ),
    ),
    "thesis on the Internet": (
        Work(
            type="thesis",
            authors=(HALE,),
            title="Infant sleep",
            genre="Master’s thesis",
            publisher="Central University",
            issued=Date(2005),
            url="https://example.org/t",
            accessed=Date(2009, 5, 13),
        ),
        (
            "Hale AB. Infant sleep [master’s thesis on the Internet]."
            " Central University; 2005 [cited 2009 May 13]."
            " Available from: https://example.org/t"
        ),
    ),
    "word in a dictionary": (
        Work(
            type="entry-dictionary",
            title="Insomnia",
            container_title="Harbour’s medical dictionary",
            edition="29",
            publisher_place="Philadelphia",
            publisher="Saunders",
            issued=Date(2000),
            page="675",
        ),
        "Harbour’s medical dictionary. 29th ed. Philadelphia: Saunders; 2000. Insomnia; p. 675.",
    ),
    "signed entry": (
        Work(
            type="entry-encyclopedia",
            authors=(HALE,),
            title="Insomnia",
            editors=(IVES,),
            container_title="Encyclopedia of sleep",
            publisher="Norton",
            issued=Date(2010),
            page="12-14",
        ),
        "Hale AB. Insomnia. In: Ives C, editor. Encyclopedia of sleep. Norton; 2010. p. 12-4.",
    ),
    "talk called a presentation": (
        Work(
            type="speech",
            authors=(HALE,),
            title="Sleep",
            genre="Conference presentation",
            variables={"event-title": "Sleep Days"},
            issued=Date(2019),
        ),
        "Hale AB. Sleep. Paper presented at: Sleep Days; 2019.",
    ),
    "report called what it is": (
        Work(
            type="report",
            title="Annual report",
            genre="Annual report",
            publisher="Harbour",
            issued=Date(2019),
        ),
        "Annual report. Harbour; 2019.",
    ),
    "chapter of a book without a title of its own": (
        Work(
            type="book",
            authors=(HALE,),
            title="Sleep",
            publisher="Mosby",
            page="10-20",
            variables={"chapter-number": "3"},
            issued=Date(2000),
        ),
        "Hale AB. Sleep. Mosby; 2000. Chapter 3; p. 10-20.",
    ),
    "chapter of a book with its title": (
        Work(type="book", title="Sleep", page="n.p.-x", variables={"chapter-number": "Night Wards and Rest"}),
        "Sleep. Night wards and rest; p. n.p.-x.",
    ),
    "pages that are none, and no title": (Work(type="book", page="n.p.-undefined"), "[title unknown]"),
    "pages of a whole book": (
        Work(type="book", authors=(HALE,), title="Sleep", publisher="Mosby", page="1-350", issued=Date(2000)),
        "Hale AB. Sleep. Mosby; 2000.",
    ),
}


@pytest.mark.parametrize(("work", "expected"), BOOKS.values(), ids=BOOKS)
def test_books(work, expected):
    assert written(work) == expected
