"""Entries of both dialects as works."""

import pytest

from bibproof.bibtex.dialect import to_work
from bibproof.model import Date, Person


def test_a_bibtex_article():
    work = to_work(
        "article",
        {
            "author": "Greenway, Frank L. and others",
            "title": "Effect of {Naltrexone}\n  plus bupropion",
            "journal": r"The Lancet \& Co",
            "year": "2010",
            "month": "August",
            "volume": "376",
            "number": "9741",
            "pages": "595--605",
            "doi": r"https://doi.org/10.1016/S0140-6736(10)60888-4",
            "issn": "0140-6736",
        },
    )
    assert work.type == "article-journal"
    assert work.authors == (Person("Greenway", "Frank L."),)
    assert work.et_al
    assert work.title == "Effect of Naltrexone plus bupropion"
    assert work.container_title == "The Lancet & Co"
    assert work.issued == Date(2010, 8)
    assert work.dates == (Date(2010, 8),)
    assert (work.volume, work.issue, work.page, work.number) == ("376", "9741", "595-605", None)
    assert work.doi == "10.1016/s0140-6736(10)60888-4"
    assert work.issn == ("0140-6736",)


def test_a_biblatex_paper():
    work = to_work(
        "inproceedings",
        {
            "author": "family=Berg, given=Jan, prefix=van der",
            "editor": "Doe, A. and {Some Group}",
            "title": "A title",
            "subtitle": "Its subtitle",
            "titleaddon": "Addition",
            "booktitle": "Proceedings of Things",
            "booksubtitle": "Day One",
            "eventtitle": "Things '18",
            "series": "Lecture Notes",
            "date": "2018-03-05/2018-03-07",
            "location": r"Z{\"u}rich",
            "publisher": "Press",
            "urldate": "2020-02-03",
            "isbn": "978-3-16-148410-0",
            "langid": "english",
        },
    )
    assert work.type == "paper-conference"
    assert work.authors == (Person("Berg", "Jan", "van der"),)
    assert work.editors == (Person("Doe", "A."), Person(literal="Some Group"))
    assert work.full_title == "A title: Its subtitle"
    assert work.other_titles == ("A title. Addition",)
    assert work.container_title == "Proceedings of Things"
    assert work.other_container_titles == ("Things '18", "Proceedings of Things: Day One", "Lecture Notes")
    assert work.collection_title == "Lecture Notes"
    assert work.issued == Date(2018, 3, 5)
    assert (work.publisher, work.publisher_place) == ("Press", "Zürich")
    assert work.accessed == Date(2020, 2, 3)
    assert work.isbn == ("978-3-16-148410-0",)
    assert work.language == "english"


@pytest.mark.parametrize(
    ("entry_type", "values", "csl_type"),
    [
        ("article", {}, "article-journal"),
        ("article", {"entrysubtype": "newspaper"}, "article-newspaper"),
        ("conference", {}, "paper-conference"),
        ("inbook", {}, "chapter"),
        ("incollection", {}, "chapter"),
        ("proceedings", {}, "book"),
        ("techreport", {}, "report"),
        ("online", {}, "webpage"),
        ("unpublished", {}, "manuscript"),
        ("dataset", {}, "dataset"),
        ("misc", {}, "document"),
        ("misc", {"url": "https://example.org/"}, "webpage"),
        ("misc", {"howpublished": r"\url{https://example.org/}"}, "webpage"),
        ("misc", {"url": "https://example.org/", "eprint": "1234.56789"}, "document"),
        ("misc", {"url": "https://doi.org/10.1000/x"}, "document"),
        ("misc", {"url": "https://example.org/", "journal": "J"}, "document"),
        ("whatever", {}, "document"),
    ],
)
def test_types(entry_type, values, csl_type):
    assert to_work(entry_type, values).type == csl_type


@pytest.mark.parametrize(
    ("entry_type", "values", "genre"),
    [
        ("phdthesis", {}, "PhD thesis"),
        ("mastersthesis", {}, "Master's thesis"),
        ("thesis", {"type": "mathesis"}, "Master's thesis"),
        ("thesis", {"type": "Habilitation"}, "Habilitation"),
        ("techreport", {}, "Technical report"),
        ("article", {}, None),
    ],
)
def test_genre(entry_type, values, genre):
    assert to_work(entry_type, values).genre == genre


def test_the_number_of_a_report_is_its_own():
    report = to_work("techreport", {"number": "TR-7", "institution": "Institute"})
    assert (report.number, report.issue, report.publisher) == ("TR-7", None, "Institute")
    article = to_work("article", {"issue": "7"})
    assert (article.number, article.issue) == (None, "7")


@pytest.mark.parametrize(
    ("values", "doi"),
    [
        ({"doi": "10.1000/A_b%c"}, "10.1000/a_b%c"),
        ({"doi": r"10.1000/a\_b"}, "10.1000/a_b"),
        ({"doi": "none", "url": "https://dx.doi.org/10.1000/x"}, "10.1000/x"),
        ({"note": r"\url{https://doi.org/10.1000/x}."}, "10.1000/x"),
        ({"howpublished": "doi.org/10.1000/x"}, "10.1000/x"),
        ({"url": "https://publisher.example/doi/10.1000/x"}, None),
        ({"url": "https://not-doi.org/10.1000/x"}, None),
        ({"note": "corrects 10.1000/x"}, None),
    ],
)
def test_doi(values, doi):
    assert to_work("article", values).doi == doi


def test_identifiers_are_never_decoded():
    work = to_work("misc", {"url": r"http://x.org/a\_b--c~{d}", "eprint": "a--b", "eprinttype": "HAL"})
    assert work.url == r"http://x.org/a\_b--c~{d}"
    assert (work.eprint, work.eprint_type) == ("a--b", "hal")
    assert to_work("misc", {"url": r"\url{http://x.org/a--b}"}).url == "http://x.org/a--b"


@pytest.mark.parametrize(
    ("values", "eprint"),
    [
        ({"eprint": "1234.56789", "archiveprefix": "arXiv"}, ("1234.56789", "arxiv")),
        ({"eprint": "arXiv:1234.56789v2"}, ("1234.56789", "arxiv")),
        ({"eprint": "hep-th/9901001"}, ("hep-th/9901001", "arxiv")),
        ({"arxivid": "1234.56789"}, ("1234.56789", "arxiv")),
        ({"journal": "arXiv preprint arXiv:1234.56789"}, ("1234.56789", "arxiv")),
        ({"eprint": "29151", "eprinttype": "pubmed"}, ("29151", "pubmed")),
        ({}, (None, None)),
    ],
)
def test_eprint(values, eprint):
    work = to_work("article", values)
    assert (work.eprint, work.eprint_type) == eprint


def test_pmid():
    assert to_work("article", {"eprint": "29151", "eprinttype": "pubmed"}).pmid == "29151"
    assert to_work("article", {"pmid": "29151"}).pmid == "29151"


@pytest.mark.parametrize(
    ("pages", "page"),
    [
        ("1--10", "1-10"),
        ("1 -- 10", "1-10"),
        ("1–10", "1-10"),
        ("e12", "e12"),
        ("1--3, 10--11", "1-3, 10-11"),
    ],
)
def test_page(pages, page):
    assert to_work("article", {"pages": pages}).page == page


def test_what_is_empty_says_nothing():
    work = to_work("article", {"title": " ", "author": "{}", "year": "", "pages": "{}", "journal": "\n"})
    assert work == to_work("article", {})


def test_an_address_is_no_note():
    assert to_work("misc", {"howpublished": r"\url{http://x.org}", "note": "Seen"}).note == "Seen"
    assert to_work("misc", {"howpublished": "Handout", "note": "Seen"}).note == "Seen. Handout"
