"""Entries of both dialects as works."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.bibtex.dialect import to_work
from bibproof.bibtex.entry_types import CSL_TYPES
from bibproof.model import Date, Period, Person
from bibproof.richtext import Face, Run, plain


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


@pytest.mark.parametrize(("field", "expected"), [("author", (True, False)), ("editor", (False, True))])
def test_each_list_of_names_goes_on_by_itself(field, expected):
    work = to_work("book", {"author": "Doe, A.", "editor": "Roe, B.", field: "Doe, A. and others"})
    assert (work.et_al, work.editors_et_al) == expected


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
        ("inbook", {}, "book"),
        ("inbook", {"booktitle": "B"}, "chapter"),
        ("incollection", {}, "chapter"),
        ("proceedings", {}, "book"),
        ("techreport", {}, "report"),
        ("online", {}, "webpage"),
        ("unpublished", {}, "manuscript"),
        ("dataset", {}, "dataset"),
        ("misc", {}, "document"),
        ("misc", {"url": "https://example.org/"}, "webpage"),
        ("misc", {"url": "https://api.semanticscholar.org/CorpusID:1"}, "document"),
        ("misc", {"howpublished": r"\url{https://example.org/}"}, "webpage"),
        ("misc", {"url": "https://example.org/", "eprint": "1234.56789"}, "document"),
        ("misc", {"eprint": "1234.56789", "archiveprefix": "arXiv"}, "article"),
        ("article", {"journal": "arXiv preprint arXiv:1234.56789"}, "article"),
        ("article", {"entrysubtype": "nonacademic", "volume": "3"}, "article-magazine"),
        ("article", {"keywords": "nonacademic"}, "article-newspaper"),
        ("unpublished", {"eventtitle": "E"}, "speech"),
        ("inreference", {"booktitle": "A Dictionary of Bees"}, "entry-dictionary"),
        ("inreference", {"booktitle": "Bees: An Encyclopedia"}, "entry-encyclopedia"),
        ("video", {"entrysubtype": "tvepisode"}, "broadcast"),
        ("audio", {"entrysubtype": "podcastepisode"}, "broadcast"),
        ("audio", {"entrysubtype": "album"}, "song"),
        ("misc", {"howpublished": "Conference presentation"}, "speech"),
        ("misc", {"type": "Data set", "doi": "10.5555/a"}, "dataset"),
        ("online", {"entrysubtype": "Tweet", "eprint": "Twitter"}, "post"),
        ("misc", {"titleaddon": "Infographic", "eprint": "Facebook"}, "post"),
        ("online", {"eprint": "A Site"}, "webpage"),
        ("legmaterial", {"type": "hearing"}, "hearing"),
        ("misc", {"url": "https://doi.org/10.1000/x"}, "document"),
        ("misc", {"url": "https://example.org/", "journal": "J"}, "document"),
        ("misc", {"journal": "J", "volume": "3"}, "article-journal"),
        ("online", {"journal": "J", "pages": "1-9"}, "article-journal"),
        ("misc", {"journal": "arXiv preprint", "volume": "abs/1706.03762"}, "article"),
        ("whatever", {}, "document"),
    ],
)
def test_types(entry_type, values, csl_type):
    assert to_work(entry_type, values).type == csl_type


@pytest.mark.parametrize(
    ("entry_type", "values", "genre"),
    [
        ("phdthesis", {}, "Doctoral dissertation"),
        ("mastersthesis", {}, "Master's thesis"),
        ("thesis", {"type": "mathesis"}, "Master's thesis"),
        ("thesis", {"type": "Habilitation"}, "Habilitation"),
        ("techreport", {}, "Technical report"),
        ("article", {}, None),
        ("article", {"entrysubtype": "magazine"}, None),
        ("article", {"titleaddon": "Editorial"}, "Editorial"),
        ("movie", {}, "Film"),
        ("unpublished", {"howpublished": "mansub"}, "Manuscript submitted for publication"),
        ("unpublished", {"howpublished": "Lecture notes"}, "Lecture notes"),
        ("misc", {"howpublished": "Available online"}, None),
        ("misc", {"howpublished": r"\url{https://example.org/}"}, None),
        ("periodical", {"journaltitle": "J", "issuetitle": "Special issue"}, "Special issue"),
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


def test_of_identifiers_only_escaped_marks_are_decoded():
    work = to_work("misc", {"url": r"http://x.org/a\_b--c~{d}", "eprint": "a--b", "eprinttype": "HAL"})
    assert work.url == "http://x.org/a_b--c~{d}"
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


def test_a_reference_to_a_store_of_fields_is_no_value():
    assert to_work("book", {"editor": "xdata=names:1", "publisher": "xdata=press"}) == to_work("book", {})


def test_an_address_is_no_note():
    assert to_work("misc", {"howpublished": r"\url{http://x.org}", "note": "Seen"}).note == "Seen"
    assert to_work("misc", {"howpublished": "Handout", "note": "Seen"}).note == "Seen. Handout"


def test_a_translated_title_stands_behind_the_original():
    values = {"title": "The Bees", "subtitle": "A life", "origtitle": "Die {B}ienen"}
    work = to_work("book", values)
    assert (work.title, work.subtitle) == ("Die Bienen", None)
    assert work.variables["translated-title"] == "The Bees: A life"
    assert "The Bees: A life" in work.other_titles
    assert [run.text for run in work.rich["title"]] == ["Die ", "B", "ienen"]


def test_a_published_translation_keeps_its_own_title():
    work = to_work("book", {"title": "The Bees", "origtitle": "Die Bienen", "translator": "Roe, R."})
    assert (work.title, work.variables["original-title"]) == ("The Bees", "Die Bienen")
    assert work.people["translator"] == (Person("Roe", "R."),)


def test_a_part_of_a_larger_whole():
    episode = to_work("video", {"entrysubtype": "tvepisode", "title": "Swarm", "maintitle": "The Hive"})
    assert (episode.type, episode.genre) == ("broadcast", "TV series episode")
    assert (episode.title, episode.container_title) == ("Swarm", "The Hive")
    volume = to_work("book", {"title": "Wax", "maintitle": "Handbook of Bees", "volume": "2"})
    assert (volume.title, volume.container_title, volume.volume) == ("Wax", "Handbook of Bees", "2")
    chapter = to_work("incollection", {"title": "Comb", "booktitle": "Wax", "maintitle": "Handbook of Bees"})
    assert (chapter.container_title, chapter.variables["volume-title"]) == ("Handbook of Bees", "Wax")
    assert chapter.other_container_titles == ("Wax",)


def test_a_whole_issue_has_the_title_of_the_issue():
    work = to_work("periodical", {"title": "Bee Studies", "issuetitle": "Wax", "editor": "Roe, R."})
    assert (work.type, work.title, work.container_title) == ("article-journal", "Wax", "Bee Studies")


@pytest.mark.parametrize(
    ("entry_type", "values", "issue", "number", "in_series"),
    [
        ("article", {"number": "7"}, "7", None, None),
        ("incollection", {"number": "7"}, None, None, "7"),
        ("book", {"number": "7", "series": "S"}, None, None, "7"),
        ("inproceedings", {"number": "7", "series": "S"}, None, None, "7"),
        ("inproceedings", {"number": "7"}, "7", None, None),
        ("audio", {"number": "7"}, None, "7", None),
        ("thesis", {"number": "7"}, None, "7", None),
        ("misc", {"number": "7", "journal": "J"}, "7", None, None),
        ("misc", {"number": "7"}, None, "7", None),
    ],
)
def test_what_a_number_numbers(entry_type, values, issue, number, in_series):
    work = to_work(entry_type, values)
    assert (work.issue, work.number, work.variables.get("collection-number")) == (issue, number, in_series)


def test_what_a_conference_is_to_a_talk():
    work = to_work(
        "unpublished",
        {
            "title": "Dancing",
            "titleaddon": "Poster session",
            "eventtitle": "Bee Days",
            "eventtitleaddon": "Online",
            "venue": "Bern, Switzerland",
            "eventdate": "2017-07-12/2017-07-15",
        },
    )
    assert (work.type, work.genre, work.container_title) == ("speech", "Poster session", None)
    assert work.variables == {
        "event-title": "Bee Days",
        "event-place": "Bern, Switzerland",
        "eventtitleaddon": "Online",
    }
    assert work.issued == Date(2017, 7, 12)
    assert work.periods["issued"] == Period(Date(2017, 7, 12), Date(2017, 7, 15))


def test_who_published_a_thesis_and_where_it_lies():
    work = to_work("thesis", {"institution": "A University", "publisher": "A Database", "type": "phdthesis"})
    assert (work.publisher, work.variables) == ("A University", {"archive": "A Database"})
    draft = to_work("unpublished", {"institution": "A University", "venue": "Department of Bees"})
    assert (draft.publisher, draft.publisher_place) == ("A University", "Department of Bees")


def test_a_site_is_a_container_and_a_social_network_a_platform():
    assert to_work("online", {"eprint": "A Site", "url": "https://x.org"}).container_title == "A Site"
    assert to_work("online", {"organization": "A Blog"}).container_title == "A Blog"
    post = to_work("online", {"eprint": "Mastodon", "entrysubtype": "Toot", "titleaddon": "Image attached"})
    assert post.variables == {"platform": "Mastodon", "titleaddon": "Image attached"}
    assert (post.genre, post.eprint) == ("Toot", None)
    report = to_work("report", {"eprint": "ERIC", "version": "ED1"})
    assert (report.publisher, report.number) == ("ERIC", "ED1")


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"pubstate": "inpress"}, "in press"),
        ({"year": "in press"}, "in press"),
        ({"note": "To appear"}, "forthcoming"),
        ({"note": "Manuscript submitted for publication"}, "submitted"),
        ({"date": "forthcoming"}, "forthcoming"),
        ({"note": "In the press of Oxford", "year": "2018"}, None),
    ],
)
def test_how_far_publication_has_got(values, status):
    assert to_work("article", values).variables.get("status") == status


@pytest.mark.parametrize(
    ("values", "accessed"),
    [
        ({"urldate": "2020-02-03"}, Date(2020, 2, 3)),
        ({"urldate": "Accessed: Feb. 3, 2016"}, Date(2016, 2, 3)),
        ({"lastchecked": "2020-02-03"}, Date(2020, 2, 3)),
        ({"note": "[Online; accessed 19-July-2008]"}, Date(2008, 7, 19)),
        ({"note": "Accessed: 2020-01-30"}, Date(2020, 1, 30)),
        ({"note": "Written in 2008"}, None),
    ],
)
def test_when_a_page_was_read(values, accessed):
    assert to_work("misc", values).accessed == accessed


@pytest.mark.parametrize(
    ("values", "period"),
    [
        ({"date": "2018-03/2018-05"}, Period(Date(2018, 3), Date(2018, 5))),
        ({"date": "2018-21"}, Period(Date(2018), season=1)),
        ({"date": "1850~"}, Period(Date(1850), circa=True)),
        ({"date": "2003/"}, Period(Date(2003), is_open=True)),
        ({"year": "2018", "month": "March--April"}, Period(Date(2018, 3), Date(2018, 4))),
        ({"year": "2018", "month": "Summer"}, Period(Date(2018), season=2)),
        ({"year": "2018", "month": "March"}, None),
        ({"date": "2018-03-04"}, None),
    ],
)
def test_dates_that_are_more_than_a_day(values, period):
    assert to_work("article", values).periods.get("issued") == period


def test_years_before_our_era():
    work = to_work("book", {"date": "-0349", "origdate": "-0349~"})
    assert work.issued == Date(-350)
    assert work.periods["original-date"] == Period(Date(-350), circa=True)


def test_what_people_did():
    work = to_work(
        "video",
        {
            "entrysubtype": "tvepisode",
            "author": "Roe, R. and Doe, D.",
            "author+an:role": "1=director,writer; 2=execproducer",
            "author+an:username": r'2="@d\_doe"',
            "execproducer": "Poe, P.",
            "editora": "Moe, M.",
            "editoratype": "chair",
        },
    )
    assert work.authors == (
        Person("Roe", "R.", role="Writer & Director"),
        Person("Doe", "D.", role="Executive Producer", username="@d_doe"),
    )
    assert work.people == {"executive-producer": (Person("Poe", "P."),), "chair": (Person("Moe", "M."),)}


def test_a_film_without_authors_is_its_directors():
    work = to_work("movie", {"director": "Roe, R. and Doe, D."})
    assert [(person.family, person.role) for person in work.authors] == [
        ("Roe", "Director"),
        ("Doe", "Director"),
    ]
    assert to_work("book", {"editor": "Roe, R.", "editortype": "compiler"}).people["compiler"]


def test_related_entries_are_works():
    entries = {"r": ("article", {"title": "First", "year": "1990"})}
    values = {
        "title": "Second",
        "related": "none, r",
        "relatedtype": "commenton",
        "relatedstring": "Comment on",
    }
    work = to_work("article", values, entries.get)
    assert work.related["commenton"].title == "First"
    assert work.variables["relatedstring"] == "Comment on"
    assert to_work("article", values).related == {}


def test_where_a_case_and_a_law_are_printed():
    case = to_work(
        "jurisdiction", {"title": "Roe v. Doe", "citation": "347 U.S. 483", "organization": "A Court"}
    )
    assert (case.volume, case.container_title, case.page) == ("347", "U.S.", "483")
    assert case.variables["authority"] == "A Court"
    law = to_work("legislation", {"title": "Bees Act", "source": "42 U.S.C. § 12101"})
    assert (law.container_title, law.variables["section"]) == ("U.S.C.", "12101")


def test_the_number_of_an_article_in_the_place_of_its_pages():
    work = to_work("article", {"pages": "e0209899"})
    assert (work.page, work.article_number) == ("e0209899", "e0209899")
    assert to_work("article", {"pages": "e12--e19"}).article_number is None
    assert to_work("book", {"pages": "e12"}).article_number is None


def test_a_doi_is_shown_in_the_case_in_which_it_is_written():
    assert to_work("article", {"doi": "10.1000/AbC"}).variables["DOI"] == "10.1000/AbC"
    assert "DOI" not in to_work("article", {"doi": "10.1000/abc"}).variables


def test_rich_texts_are_only_those_that_are_marked():
    work = to_work("article", {"title": r"On {DNA}", "journal": "Cell", "series": "{S}"})
    assert set(work.rich) == {"title", "collection-title"}
    assert work.rich["title"] == (Run("On "), Run("DNA", Face.KEPT))
    assert work.rich.get("container-title") is None
    assert to_work("article", {"title": "Plain"}).rich == {}


_NAMES = (
    *("title", "subtitle", "author", "editor", "date", "year", "month", "day", "eventdate"),
    *("origdate", "urldate", "note", "howpublished", "type", "entrysubtype", "titleaddon"),
    *("origtitle", "maintitle", "booktitle", "edition", "publisher", "eprint", "number", "pages"),
    *("author+an:role", "editora", "editoratype", "citation", "doi", "url", "translator"),
)


@given(
    st.sampled_from(sorted(CSL_TYPES)),
    st.dictionaries(
        st.sampled_from(_NAMES),
        st.text(alphabet="aB1 -~/{}\\$,;=.:é–?%&", max_size=20)
        | st.sampled_from(
            ["0000", "2019-13-45", "-0000", "99999", "and others", "1=a;;=b", "000", "~", "{", "٣٤٥"]
        ),
        max_size=6,
    ),
)
@settings(max_examples=300, deadline=None)
def test_nothing_raises(entry_type, values):
    work = to_work(entry_type, values)
    for variable in work.rich:
        assert plain(work.rich[variable]) is not None


def test_arxiv_as_dblp_writes_it():
    work = to_work("article", {"journal": "CoRR", "volume": "abs/1706.03762", "year": "2017"})
    assert (work.type, work.volume, work.eprint, work.eprint_type) == ("article", None, "1706.03762", "arxiv")
    assert to_work("article", {"journal": "J", "volume": "12"}).volume == "12"


@pytest.mark.parametrize("entry_type", ["online", "misc"])
def test_other_servers_of_preprints(entry_type):
    values = {"eprinttype": "psyarxiv", "eprint": "kzy7u"}
    work = to_work(entry_type, values)
    assert (work.type, work.publisher, work.eprint) == ("article", "PsyArXiv", "kzy7u")
    assert to_work(entry_type, {**values, "doi": "10.31234/osf.io/kzy7u"}).eprint is None


@pytest.mark.parametrize(
    ("values", "genre", "number", "country"),
    [
        ({"type": "patentus", "number": "5668842"}, "Patent", "5668842", "U.S."),
        ({"type": "patreqfr", "number": "12"}, "French patent application", "12", "French"),
        ({"location": "countryes", "number": "12"}, None, "12", "Spanish"),
        ({"number": "U.S. Patent No. 9,367,592"}, None, "9,367,592", "U.S."),
        ({"number": "US 9367592"}, None, "US 9367592", None),
    ],
)
def test_patents(values, genre, number, country):
    work = to_work("patent", values)
    assert (work.genre, work.number, work.variables.get("jurisdiction")) == (genre, number, country)
    assert work.publisher_place is None


def test_the_holder_of_a_patent_is_kept():
    assert to_work("patent", {"holder": "Acme"}).variables["authority"] == "Acme"
    several = {"holder": "{Acme Inc.} and {Beta and Sons}", "year": "2016"}
    assert to_work("patent", several).variables["authority"] == "Acme Inc.; Beta and Sons"


def test_a_book_stands_in_no_journal_and_not_in_itself():
    work = to_work("collection", {"title": "X", "subtitle": "Y", "booktitle": "X", "booksubtitle": "Y"})
    assert work.container_title is None
    assert "container-subtitle" not in work.variables
    assert to_work("book", {"title": "X", "journal": "Y"}).container_title is None
    assert to_work("book", {"title": "X", "maintitle": "Y"}).container_title == "Y"


@pytest.mark.parametrize(
    ("entry_type", "values", "work_type", "genre", "container"),
    [
        ("misc", {"howpublished": "YouTube", "url": "https://x.org"}, "motion_picture", "Video", None),
        ("manual", {"note": "R package version 1.0.7"}, "software", None, None),
        ("manual", {"note": "Version 2"}, "book", None, None),
        ("online", {"organization": "YouTube"}, "motion_picture", "Video", None),
        ("online", {"url": "https://youtu.be/a"}, "motion_picture", "Video", None),
        ("misc", {"howpublished": r"\url{https://vimeo.com/123}"}, "motion_picture", "Video", None),
        ("online", {"url": "https://www.youtube.com/@ted"}, "webpage", None, None),
        ("phdthesis", {"type": "Dissertation"}, "thesis", "Doctoral dissertation", None),
        ("misc", {"note": "Speech audio recording"}, "song", "Speech audio recording", None),
        ("misc", {"note": "A talk about bees"}, "document", None, None),
        (
            "unpublished",
            {"note": "Poster presentation", "eventtitle": "E"},
            "speech",
            "Poster presentation",
            None,
        ),
        (
            "misc",
            {"journal": "GitHub repository", "howpublished": "GitHub repository"},
            "software",
            "GitHub repository",
            None,
        ),
        ("misc", {"entrysubtype": "tvbroadcast"}, "broadcast", "TV broadcast", None),
    ],
)
def test_what_a_miscellaneous_work_is(entry_type, values, work_type, genre, container):
    work = to_work(entry_type, values)
    assert (work.type, work.genre, work.container_title) == (work_type, genre, container)


def test_where_a_work_is_deposited_is_its_publisher():
    work = to_work("misc", {"howpublished": "Zenodo", "doi": "10.5281/zenodo.1"})
    assert (work.genre, work.publisher) == (None, "Zenodo")
    assert (
        to_work("manual", {"note": "R package version 1.0-7"}).variables["version"]
        == "R package version 1.0-7"
    )


def test_punctuation_of_library_catalogues():
    work = to_work(
        "book", {"title": "{DNA} : a list", "subtitle": "Notes : \\emph{mine}", "booktitle": "X : Y"}
    )
    assert "".join(run.text for run in work.rich["title"]) == "DNA: a list"
    assert to_work("book", {"title": "La fin : une note"}).title == "La fin : une note"
    assert (work.subtitle, work.rich["subtitle"][0].text) == ("Notes: mine", "Notes: ")
    work = to_work("book", {"title": "Books : A list", "publisher": "Chicago : ALA;", "note": "[E-book]"})
    assert (work.title, work.publisher_place, work.publisher) == ("Books: A list", "Chicago", "ALA")
    assert work.variables["medium"] == "E-book"


def test_pages_without_an_end():
    assert to_work("article", {"pages": "1--"}).page == "1"
