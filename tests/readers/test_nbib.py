"""PubMed's format: articles, books, groups, and lines that are no tags."""

import pytest

from bibproof import Date, Person
from bibproof.api import render
from bibproof.readers.nbib import nbib

ARTICLE = """PMID- 24526250
OWN - NLM
STAT- MEDLINE
LR  - 20211021
IS  - 1434-9949 (Electronic)
VI  - 33
IP  - 4
DP  - 2014 Apr
TI  - The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment
      for chronic pain.
PG  - 451-9
LID - 10.1007/s10067-014-2517-2 [doi]
AB  - Low-dose naltrexone (LDN) has been demonstrated to reduce symptom severity.
FAU - Younger, Jarred
AU  - Younger J
FAU - McLain, David A Jr
AU  - McLain DA
CN  - Pain Study Group
LA  - eng
PT  - Journal Article
PL  - Germany
TA  - Clin Rheumatol
JT  - Clinical rheumatology
PMC - PMC3962576
CRDT- 2014/02/15 06:00
PHST- 2013/12/31 00:00 [received]
AID - 2517 [pii]
SO  - Clin Rheumatol. 2014 Apr;33(4):451-9. doi: 10.1007/s10067-014-2517-2.
"""
BOOK = """PMID- 30521262
DP  - 2024 Jan
TI  - Naltrexone.
BTI - StatPearls
PB  - StatPearls Publishing
PL  - Treasure Island (FL)
FAU - Singh, Dayal
AU  - Singh D
FED - Doe, Jane
LA  - eng
PT  - Book Chapter
"""


def read(text):
    return nbib(text, None)


def test_an_article():
    library = read("\n" + ARTICLE + "\n" + BOOK)
    article, book = library
    work = article.work
    assert (article.key, work.pmid, work.doi) == ("24526250", "24526250", "10.1007/s10067-014-2517-2")
    assert (
        work.title
        == "The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic pain"
    )
    assert work.authors == (
        Person(family="Younger", given="Jarred"),
        Person(family="McLain", given="David A", suffix="Jr"),
        Person(literal="Pain Study Group"),
    )
    assert (work.container_title, work.volume, work.issue) == ("Clinical rheumatology", "33", "4")
    assert work.page.replace("–", "-") == "451-9"
    assert (work.issued, work.type) == (Date(2014, 4), "article-journal")
    assert "Clin Rheumatol" in work.other_container_titles
    assert work.variables["PMCID"] == "PMC3962576"
    shown = {name: library.text[span.start : span.end] for name, span in article.fields.items()}
    assert (shown["volume"], shown["year"]) == ("33", "2014 Apr")
    assert shown["doi"].startswith("10.1007/s10067-014-2517-2")
    assert (book.work.type, book.work.title, book.work.container_title) == (
        "chapter",
        "Naltrexone",
        "StatPearls",
    )
    assert (book.work.publisher, book.work.editors) == (
        "StatPearls Publishing",
        (Person(family="Doe", given="Jane"),),
    )


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.replace("\n", "\r\n"),
        "\ufeff" + ARTICLE,
        ARTICLE + "a line that is no tag\n",
        ARTICLE.replace("LID - 10.1007/s10067-014-2517-2 [doi]\n", "AID - 10.1007/s10067-014-2517-2 [doi]\n"),
        ARTICLE.replace("PMC3962576", "?"),
    ],
)
def test_spellings_of_the_format(text):
    (reference,) = read(text)
    assert reference.work.doi == "10.1007/s10067-014-2517-2"
    assert reference.work.title.endswith("chronic pain")
    assert reference.work.volume == "33"


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2018", Date(2018)),
        ("2018 Jan 5", Date(2018, 1, 5)),
        ("2018 Jan-Feb", Date(2018, 1)),
        ("2018 Spring", Date(2018)),
    ],
)
def test_dates(date, issued):
    (reference,) = read(ARTICLE.replace("2014 Apr\nTI", f"{date}\nTI"))
    assert reference.work.issued == issued


def test_lists_are_made_of_it():
    assert "Younger J, McLain DA Jr" in render(read(ARTICLE), "vancouver", "text")
    assert "https://doi.org/10.1007/s10067-014-2517-2" in render(read(ARTICLE), "apa", "text")


@pytest.mark.parametrize("text", ["", "hello\n", "PMID- \n", "PMID- x\nFAU - \nDP  - x\n"])
def test_nonsense_is_no_crash(text):
    assert bool(read(text).broken) == (text == "hello\n")


def test_short_names_alone():
    (read,) = nbib("PMID- 111\nTI  - No DOI.\nAU  - Okafor M\nDP  - 2001\n", None)
    assert [person.family for person in read.work.authors] == ["Okafor"]


def test_a_record_without_its_number_is_told():
    library = nbib("TI  - Lost.\nAU  - Okafor M\n\nPMID- 12\nTI  - Found.\nDP  - 2001\n", None)
    assert [one.key for one in library] == ["12"]
    assert [library.position(one.span.start).line for one in library.broken] == [1]
