"""Which registered work is the cited one, and what must still be asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.evidence import Candidates, Elsewhere, Found, NotFound, Record, Unavailable
from bibproof.model import Date, Library, Person, Reference, Span, Work
from bibproof.settle import Question, next_question, settle, undecided

EMPTY = Library(None, "", ())
NONE_ASKED: frozenset[Question] = frozenset()
ALL_ASKED = frozenset(Question)

TAPERING = Work(
    type="article-journal",
    title="Tapering Long-term Opioid Therapy in Chronic Noncancer Pain",
    subtitle="Evidence and Recommendations for Everyday Practice",
    authors=(
        Person(family="Berna", given="Chantal"),
        Person(family="Kulich", given="Ronald J."),
        Person(family="Rathmell", given="James P."),
    ),
    issued=Date(2015, 6),
    dates=(Date(2015, 6),),
    container_title="Mayo Clinic Proceedings",
    volume="90",
    issue="6",
    page="828-842",
    doi="10.1016/j.mayocp.2015.04.003",
)
SAFETY = Work(
    type="article-journal",
    title="The Safety and Efficacy of Low-Dose Naltrexone in the Management of Chronic Pain and Inflammation",
    authors=(
        Person(family="Patten", given="Denise K."),
        Person(family="Schultz", given="Bob G."),
        Person(family="Berlau", given="Daniel J."),
    ),
    issued=Date(2018, 3),
    dates=(Date(2018, 3),),
    container_title="Pharmacotherapy",
    volume="38",
    issue="3",
    page="382-389",
    doi="10.1002/phar.2086",
)


def record(work: Work) -> Record:
    return Record("crossref", work)


def reference(work: Work) -> Reference:
    return Reference("key", work, Span(0, 0), Span(0, 0))


def settled(cited: Work, by_doi=None, records=(), search=None):
    return settle(reference(cited), EMPTY, by_doi, [record(work) for work in records], search)


def uncited(work: Work, **changes) -> Work:
    """The work as somebody cites it without its DOI."""
    return replace(work, doi=None, dates=(), **changes)


def test_the_record_that_the_doi_leads_to_is_the_cited_work():
    case = settled(TAPERING, Found(record(TAPERING)))
    assert case.record == record(TAPERING)
    assert "DOI" in case.because
    assert next_question(case, NONE_ASKED) is None


def test_a_wrong_year_under_the_right_doi_is_still_the_cited_work():
    case = settled(replace(TAPERING, issued=Date(2018), dates=()), Found(record(TAPERING)))
    assert case.record is not None
    assert next_question(case, NONE_ASKED) is None


def test_a_doi_that_leads_elsewhere_settles_nothing_and_is_searched_for():
    case = settled(TAPERING, Found(record(SAFETY)))
    assert case.record is None
    assert case.doi_record == record(SAFETY)
    assert next_question(case, NONE_ASKED) is Question.WHOLE


def test_the_right_work_found_under_another_doi_is_settled_on():
    case = settled(TAPERING, Found(record(SAFETY)), [TAPERING], Candidates())
    assert case.record == record(TAPERING)
    assert not case.parts


def test_a_search_hit_that_agrees_in_everything_settles():
    case = settled(uncited(TAPERING), None, [SAFETY, TAPERING], Candidates())
    assert case.record == record(TAPERING)
    assert case.candidates[0].record == record(TAPERING)
    assert next_question(case, frozenset({Question.WHOLE})) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"issued": Date(2018)},
        {"volume": "93"},
        {"page": "707-715"},
        {"container_title": "The Lancet"},
        {"issued": Date(2018), "volume": "93", "issue": "5", "page": "707-715"},
        {"authors": (Person(family="Canan", given="F."),)},
        {"title": "Tapering Short-term Opioid Therapy in Chronic Noncancer Pain"},
    ],
)
def test_one_fault_does_not_hide_the_work(changes):
    case = settled(uncited(TAPERING, **changes), None, [TAPERING], Candidates())
    assert case.record == record(TAPERING)
    assert case.comparison is not None
    assert case.comparison.differs


def test_a_guess_may_not_accuse():
    """An equal title under other names, in another place and year, is somebody else's work."""
    other = uncited(
        TAPERING,
        authors=(Person(family="Smith", given="Jane"),),
        issued=Date(1999),
        container_title="Drug Policy Today",
        volume="3",
        issue=None,
        page="1-9",
    )
    case = settled(other, None, [TAPERING], Candidates())
    assert case.record is None
    assert not case.parts
    assert case.candidates


def test_another_version_is_not_the_cited_one():
    """A preprint with the same title and people says nothing about the journal's article."""
    preprint = replace(
        TAPERING,
        type="article",
        container_title=None,
        volume=None,
        issue=None,
        page=None,
        issued=Date(2013),
        dates=(Date(2013),),
        doi="10.1101/2013.01.01",
    )
    case = settled(uncited(TAPERING), None, [preprint], Candidates())
    assert case.record is None


def test_the_better_version_is_chosen():
    preprint = replace(TAPERING, type="article", container_title=None, page=None, doi="10.1101/2015.1")
    case = settled(uncited(TAPERING), None, [preprint, TAPERING], Candidates())
    assert case.record == record(TAPERING)


def test_a_notice_about_the_work_is_not_the_work():
    notice = Record("crossref", replace(TAPERING, doi="10.1016/notice"), notice_for=(TAPERING.doi or "",))
    case = settle(reference(uncited(TAPERING)), EMPTY, None, [notice], Candidates())
    assert case.record is None


CHIMERA = uncited(
    TAPERING,
    authors=(Person(family="Patten", given="D. K."),),
    et_al=True,
    issued=Date(2018),
    container_title="Postgraduate Medicine",
    volume="130",
    issue="2",
    page="242-252",
)


def test_a_chimera_is_asked_about_until_both_works_are_known():
    case = settled(CHIMERA, None, [TAPERING], Candidates())
    assert case.record is None
    assert next_question(case, frozenset({Question.WHOLE, Question.TITLE})) is Question.PEOPLE
    assert next_question(case, ALL_ASKED) is None


def test_a_chimeras_parts_are_named():
    pain = replace(SAFETY, title="Low-Dose Naltrexone and Tapering Opioid Therapy in Chronic Pain")
    case = settled(CHIMERA, None, [pain, TAPERING], Candidates())
    assert case.record is None
    title, people = case.parts
    assert title.fields == ("title",)
    assert title.record == record(TAPERING)
    assert people.fields == ("author", "year")
    assert people.record == record(pain)


ONE_AUTHOR = (Person(family="Moreau", given="Ines"),)
ELSEWHERE = replace(SAFETY, authors=ONE_AUTHOR)


@pytest.mark.parametrize(
    ("cited", "fields"),
    [
        (uncited(ELSEWHERE, title=TAPERING.title), ("author", "journal", "year", "volume", "pages")),
        (uncited(ELSEWHERE, title=TAPERING.title, page=None), ("author", "journal", "year", "volume")),
        (
            uncited(ELSEWHERE, title=TAPERING.title, authors=(Person(family="Berg", given="A."),)),
            ("journal", "year", "volume", "pages"),
        ),
    ],
    ids=["all but the title", "no pages", "the place alone"],
)
def test_a_title_of_one_work_in_the_place_of_another_is_a_chimera_without_a_doi(cited, fields):
    case = settled(replace(cited, issued=SAFETY.issued), None, [TAPERING, ELSEWHERE], Candidates())
    assert [part.record.work.doi for part in case.parts] == [TAPERING.doi, ELSEWHERE.doi]
    assert [field for field in case.parts[1].fields if field != "number"] == list(fields)


def test_two_papers_of_one_author_in_one_volume_are_two():
    """The one that is not registered may have its title copied; its pages are not those of the other."""
    author = (Person(family="Moreau", given="I."),)
    other = replace(ELSEWHERE, title="A catalogue of alpine mosses and their lichens", authors=author)
    cited = uncited(other, title=TAPERING.title, page="401-412", issued=SAFETY.issued)
    assert not settled(cited, None, [TAPERING, other], Candidates()).parts
    assert settled(replace(cited, page=None), None, [TAPERING, other], Candidates()).parts


@pytest.mark.parametrize("kind", ["book", "document", "report"])
def test_a_review_has_the_title_of_the_book_and_is_no_part_of_a_chimera(kind):
    """The book is not registered; what others said of it is, and so is something else by its author."""
    book = uncited(TAPERING, type=kind, authors=SAFETY.authors, issued=SAFETY.issued, container_title=None)
    book = replace(book, volume=None, issue=None, page=None)
    assert not settled(book, None, [TAPERING, SAFETY], Candidates()).parts
    article = replace(book, type="article-journal", container_title="Opioids")
    assert settled(article, None, [TAPERING, SAFETY], Candidates()).parts


def test_a_letter_has_the_title_of_the_article_that_it_is_about():
    cited = uncited(TAPERING, authors=SAFETY.authors, issued=SAFETY.issued, volume="89", page="1-9")
    assert not settled(cited, None, [TAPERING, SAFETY], Candidates()).parts
    neighbour = replace(SAFETY, container_title=TAPERING.container_title, volume="89", page="1-9")
    assert settled(cited, None, [TAPERING, neighbour], Candidates()).parts


def test_letters_of_one_journal_may_share_a_title_and_a_page():
    """The reply to a letter has its title, and begins on the page of the next one."""
    letter = replace(TAPERING, container_title=SAFETY.container_title, volume="1", page="1-2")
    cited = uncited(
        ELSEWHERE, title=TAPERING.title, authors=(Person(family="Berg", given="A."),), issued=SAFETY.issued
    )
    assert not settled(cited, None, [letter, ELSEWHERE], Candidates()).parts


def test_a_title_of_one_work_in_the_place_of_another_is_a_chimera():
    cited = replace(SAFETY, title=TAPERING.title, subtitle=TAPERING.subtitle)
    case = settled(cited, Found(record(SAFETY)))
    assert next_question(case, NONE_ASKED) is Question.WHOLE
    case = settled(cited, Found(record(SAFETY)), [TAPERING], Candidates())
    assert [part.record.work.doi for part in case.parts] == [TAPERING.doi, SAFETY.doi]


def test_people_and_year_of_another_work_under_the_right_doi_are_a_chimera():
    cited = replace(TAPERING, authors=SAFETY.authors, issued=Date(2018), dates=())
    case = settled(cited, Found(record(TAPERING)))
    assert next_question(case, NONE_ASKED) is Question.PEOPLE
    case = settled(cited, Found(record(TAPERING)), [SAFETY], Candidates())
    assert [part.record.work.doi for part in case.parts] == [TAPERING.doi, SAFETY.doi]


def test_wrong_authors_in_the_right_year_are_no_chimera():
    cited = uncited(TAPERING, authors=SAFETY.authors)
    other = replace(SAFETY, issued=Date(2015), dates=(Date(2015),))
    case = settled(cited, None, [TAPERING, other], Candidates())
    assert case.record == record(TAPERING)
    assert not case.parts


@pytest.mark.parametrize("standing", [Elsewhere("DataCite"), Unavailable("down")])
def test_where_the_doi_is_not_ours_or_not_known_nothing_is_searched(standing):
    assert next_question(settled(TAPERING, standing), NONE_ASKED) is None


def test_a_dead_doi_is_searched_for():
    assert next_question(settled(TAPERING, NotFound()), NONE_ASKED) is Question.WHOLE


def test_an_entry_that_names_nothing_is_not_looked_up_and_not_accused():
    case = settled(Work(type="article-journal", container_title="J. Phys.", volume="3"))
    assert next_question(case, NONE_ASKED) is None
    assert isinstance(case.search, Unavailable)


def test_a_web_page_is_not_searched_for():
    page = Work(type="webpage", title="Naltrexone", authors=(Person(literal="SAMHSA"),))
    case = settled(page)
    assert not case.covered
    assert next_question(case, NONE_ASKED) is None


def test_a_kind_that_need_not_be_registered_may_be_verified_but_not_accused():
    thesis = uncited(TAPERING, type="thesis", container_title=None, volume=None, issue=None, page=None)
    registered = replace(thesis, doi="10.1000/thesis", dates=(Date(2015),))
    assert settled(thesis, None, [registered], Candidates()).record is not None
    later = replace(thesis, issued=Date(2017))
    assert settled(later, None, [registered], Candidates()).record is None


@pytest.mark.parametrize(
    ("cited", "registered"), [("thesis", "article-journal"), ("article-journal", "thesis")]
)
def test_a_thesis_is_no_article_of_its_title(cited, registered):
    work = uncited(TAPERING, type=cited, container_title=None, volume=None, issue=None, page=None)
    other = replace(work, doi="10.1000/other", type=registered)
    assert settled(work, None, [other], Candidates()).record is None
    assert settled(work, None, [replace(other, type=cited)], Candidates()).record is not None


def test_what_could_not_be_asked_leaves_nothing_settled():
    case = undecided(settled(TAPERING, Found(record(TAPERING))), Unavailable("busy"))
    assert case.record is None
    assert case.search == Unavailable("busy")


def test_questions_ask_only_about_what_they_are_about():
    assert Question.WHOLE.about(TAPERING) == TAPERING
    assert Question.TITLE.about(TAPERING).authors == TAPERING.authors[:1]
    assert Question.TITLE.about(TAPERING).page is None
    assert Question.PEOPLE.about(TAPERING).title is None
    assert Question.PEOPLE.about(TAPERING).year == 2015


GERMAN = "Das Ausschleichen der Opioide bei Schmerzen: Hinweise für die Praxis und den Alltag"


def test_a_title_in_another_language_is_asked_about_but_settled_under_its_doi():
    case = settled(replace(TAPERING, title=GERMAN, subtitle=None), Found(record(TAPERING)))
    assert case.record == record(TAPERING)
    assert next_question(case, NONE_ASKED) is Question.WHOLE
    assert next_question(case, frozenset({Question.WHOLE})) is Question.TITLE
    assert next_question(case, ALL_ASKED) is None


def test_a_record_that_has_the_foreign_title_is_what_the_doi_should_lead_to():
    own = replace(TAPERING, title=GERMAN, subtitle=None, doi="10.1000/german", page="3-9", volume="4")
    case = settled(replace(own, doi=TAPERING.doi), Found(record(TAPERING)), [own], Candidates())
    assert case.record == record(own)


def test_a_foreign_title_that_is_other_peoples_makes_a_chimera():
    cited = replace(TAPERING, title=GERMAN, subtitle=None)
    others = replace(SAFETY, title=GERMAN, doi="10.1000/german")
    case = settled(cited, Found(record(TAPERING)), [others], Candidates())
    assert [part.record.work.doi for part in case.parts] == ["10.1000/german", TAPERING.doi]


def test_a_foreign_title_is_settled_by_search_only_where_nothing_is_missing_or_differs():
    cited = uncited(TAPERING, title=GERMAN, subtitle=None)
    assert settled(cited, None, [TAPERING], Candidates()).record == record(TAPERING)
    changes = ({"volume": None}, {"container_title": None}, {"page": None}, {"issued": Date(2011)})
    for change in changes:
        assert settled(replace(cited, **change), None, [TAPERING], Candidates()).record is None, change


UNTITLED = replace(TAPERING, title=None, subtitle=None, authors=())


def test_a_record_without_title_and_people_is_the_cited_one_only_in_its_place():
    assert settled(TAPERING, Found(record(UNTITLED))).record is not None
    unpaged = replace(UNTITLED, page=None)
    assert settled(TAPERING, Found(record(unpaged))).record is not None
    for change in ({"page": "1-9"}, {"page": None, "volume": "12"}, {"page": None, "container_title": None}):
        case = settled(TAPERING, Found(record(replace(UNTITLED, **change))))
        assert case.record is None, change
        assert next_question(case, NONE_ASKED) is Question.WHOLE


def test_a_record_that_tells_nothing_accuses_nobody():
    empty = record(Work(type="document", doi=TAPERING.doi))
    case = settled(TAPERING, Found(empty), [], Candidates())
    assert case.record is None
    assert isinstance(case.search, Unavailable)
    assert "neither title nor people" in case.search.reason
    found = settled(TAPERING, Found(empty), [replace(TAPERING, doi="10.1/own")], Candidates())
    assert found.record is not None


def test_whoever_cites_a_doi_alone_means_what_it_leads_to():
    bare = Work(type="article-journal", doi=TAPERING.doi, issued=Date(2015))
    assert settled(bare, Found(record(TAPERING))).record == record(TAPERING)


def test_a_figure_under_the_doi_is_not_its_article():
    figure = replace(
        UNTITLED, type="document", genre="component", title=TAPERING.title, doi="10.1016/j.mayocp.2015.s1"
    )
    cited = replace(TAPERING, doi=figure.doi)
    assert settled(cited, Found(record(figure))).record is None
    assert settled(cited, Found(record(figure)), [TAPERING], Candidates()).record == record(TAPERING)
    bare = Work(type="article-journal", title=TAPERING.title, doi=figure.doi)
    assert settled(bare, Found(record(figure))).record is not None
    dataset = replace(cited, type="dataset", authors=(), page=None)
    assert settled(dataset, Found(record(figure))).record is not None


def test_a_referees_report_is_cited_by_its_own_title_only():
    report = replace(
        TAPERING, type="review", genre="peer-review", title="Review for a paper on tapering", subtitle=None
    )
    assert settled(TAPERING, Found(record(report))).record is None
    named = replace(report, type="article-journal", genre=None)
    assert settled(named, Found(record(report))).record is not None


SHORT = replace(TAPERING, title="Naltrexone", subtitle=None)


def test_a_short_title_is_verified_where_people_and_year_agree_and_nothing_differs():
    cited = uncited(SHORT, container_title=None, volume=None, issue=None, page=None)
    assert settled(cited, None, [SHORT], Candidates()).record == record(SHORT)
    other_title = replace(cited, title="Naltrexol")
    assert settled(other_title, None, [SHORT], Candidates()).record is None


def test_of_two_equal_editorials_the_place_decides_or_none():
    first = replace(SHORT, title="Editorial", doi="10.1000/1", issue="1", page="1-2")
    second = replace(first, doi="10.1000/2", issue="2", page="81-83")
    cited = uncited(first, issue=None, page=None)
    assert settled(cited, None, [first, second], Candidates()).record is None
    assert settled(cited, None, [first], Candidates()).record == record(first)
    placed = replace(cited, issue="2")
    assert settled(placed, None, [first, second], Candidates()).record == record(second)


def test_a_book_is_not_settled_on_a_review_of_it():
    book = Work(
        type="book",
        title=TAPERING.full_title,
        authors=TAPERING.authors,
        issued=Date(2015),
        publisher="Elsevier",
    )
    assert settled(book, None, [TAPERING], Candidates()).record is None
    in_journal = replace(book, container_title=TAPERING.container_title)
    assert settled(in_journal, None, [TAPERING], Candidates()).record == record(TAPERING)


PAPER = uncited(
    TAPERING,
    type="paper-conference",
    container_title="Proceedings of the 9th Workshop on Pain Informatics",
    volume=None,
    issue=None,
    page=None,
)


@pytest.mark.parametrize("year", [2014, 2015])
def test_a_conference_paper_is_neither_verified_nor_accused_by_its_journal_version(year):
    """The work exists, so "not-found" would be wrong; the version that is cited is one that no source has.

    Of the verdicts that accuse nobody this is `not-covered`: the sources have answered, so it is not
    `unchecked`, and nothing that could be compared agrees, so it is not `verified`.
    """
    case = settled(replace(PAPER, issued=Date(year)), None, [TAPERING], Candidates())
    assert case.record is None
    assert not case.parts
    assert not case.covered
    assert case.candidates[0].record == record(TAPERING)


def test_a_conference_paper_that_nobody_has_in_any_version_is_covered():
    assert settled(PAPER, None, [SAFETY], Candidates()).covered


def test_proceedings_that_are_a_journal_may_still_be_settled_on():
    cited = replace(PAPER, container_title=TAPERING.container_title, issued=Date(2014))
    case = settled(cited, None, [TAPERING], Candidates())
    assert case.record == record(TAPERING)


NOBODYS = Work(
    type="chapter",
    title="Front Matter",
    issued=Date(2017),
    dates=(Date(2017),),
    container_title="Egypt 2015",
    doi="10.2307/front",
)


def test_what_nobody_is_cited_for_is_verified_where_all_that_is_cited_agrees():
    assert settled(uncited(NOBODYS), None, [NOBODYS], Candidates()).record == record(NOBODYS)
    twin = replace(NOBODYS, doi="10.2307/front2")
    assert settled(uncited(NOBODYS), None, [NOBODYS, twin], Candidates()).record is None
    elsewhere = uncited(NOBODYS, container_title="Lectures on Mosses")
    assert settled(elsewhere, None, [NOBODYS], Candidates()).record is None


PREPRINT = replace(
    TAPERING,
    type="article",
    genre="preprint",
    container_title=None,
    volume=None,
    issue=None,
    page=None,
    doi="10.1101/pre",
)


@pytest.mark.parametrize(
    ("changes", "accused"),
    [
        ({"authors": (Person("Smith", "Jane"), Person("Doe", "J."))}, True),
        ({"authors": (Person("Smith", "Jane"),), "issued": Date(2009)}, False),
        ({"authors": (Person("Smith", "Jane"),), "eprint": "1501.00001", "eprint_type": "arxiv"}, False),
        ({"title": "Tapering Short-term Opioid Therapy in Chronic Noncancer Pain"}, True),
    ],
)
def test_a_preprint_that_is_said_to_have_appeared_nowhere_may_be_accused(changes, accused):
    cited = uncited(PREPRINT, **{"type": "document"} | changes)
    assert (settled(cited, None, [PREPRINT], Candidates()).record is not None) is accused


SERVERS = [
    {"type": "article-journal", "container_title": "bioRxiv"},
    {"type": "document", "container_title": "bioRxiv", "page": "2015--06"},
    {"type": "document", "note": "Preprint at Research Square"},
    {"type": "report", "publisher": "Social Science Research Network"},
    {"type": "webpage", "url": "https://www.biorxiv.org/content/early/2015/06/01/1"},
    {"type": "document"},
]


@pytest.mark.parametrize("place", SERVERS)
@pytest.mark.parametrize("year", [2013, 2015, 2016])
def test_a_preprint_is_the_cited_work_whatever_its_year(place, year):
    case = settled(uncited(PREPRINT, issued=Date(year), **place), None, [PREPRINT], Candidates())
    assert case.record == record(PREPRINT)
    assert case.comparison is not None
    assert case.comparison.differs == (() if year == 2015 else ("year",))


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "document", "publisher": "Zenodo"},
        {"type": "document", "note": "Talk at the annual meeting"},
        {"type": "document", "container_title": "Proceedings of a workshop"},
        {"type": "article", "eprint": "1501.00001", "eprint_type": "arxiv"},
        {"type": "webpage", "url": "https://example.org/paper.pdf"},
        {"type": "document", "authors": (Person("Smith", "Jane"),)},
    ],
)
def test_a_preprint_of_another_year_is_no_work_that_is_said_to_be_elsewhere(changes):
    cited = uncited(PREPRINT, issued=Date(2016), **changes)
    assert settled(cited, None, [PREPRINT], Candidates()).record is None


@pytest.mark.parametrize(("year", "is_it"), [(2014, True), (2016, False)])
def test_a_later_year_may_be_that_of_what_a_preprint_became(year, is_it):
    since = replace(record(PREPRINT), published_as=("10.5555/published",))
    cited = uncited(PREPRINT, type="document", issued=Date(year))
    case = settle(reference(cited), EMPTY, None, [since], Candidates())
    assert (case.record == since) is is_it


REPORT = replace(
    TAPERING,
    type="report",
    container_title=None,
    volume=None,
    issue=None,
    page=None,
    publisher="Power Office (PO)",
)


@pytest.mark.parametrize(
    ("changes", "accused"),
    [
        ({}, True),
        ({"publisher": "Power Office"}, True),
        ({"publisher": "Office of Fisheries"}, False),
        ({"publisher": None}, False),
        ({"type": "thesis"}, False),
        ({"issued": Date(2011)}, False),  # the series' report of another year
    ],
)
def test_a_report_of_the_same_house_and_year_is_accused_of_its_people(changes, accused):
    authors = (*TAPERING.authors, Person("Holloway", "Margaret"))
    cited = uncited(REPORT, authors=authors, **changes)
    assert (settled(cited, None, [REPORT], Candidates()).record is not None) is accused


def test_a_notice_cited_by_its_own_title_is_the_work():
    notice = replace(TAPERING, title=f"Erratum to: {TAPERING.title}", doi="10.1016/notice")
    about = Record("crossref", notice, notice_for=(TAPERING.doi or "",))
    case = settle(reference(uncited(notice)), EMPTY, None, [about], Candidates())
    assert case.record == about


def test_a_short_title_names_a_work_only_under_the_doi_or_in_its_place():
    short = replace(SAFETY, title="Keratosis palmaris", subtitle=None, authors=(Person("Okafor", "M."),))
    cited = replace(short, authors=TAPERING.authors, issued=TAPERING.issued, dates=())
    by_doi = settled(cited, Found(record(short)), [TAPERING], Candidates())
    assert [part.record.work.doi for part in by_doi.parts] == [short.doi, TAPERING.doi]
    nowhere = uncited(cited, container_title="Another journal", volume="1", issue=None, page="7")
    assert not settled(nowhere, None, [short, TAPERING], Candidates()).parts


EPRINT = Work(
    type="article",
    genre="preprint",
    title=SAFETY.title,
    authors=SAFETY.authors,
    issued=Date(2016),
    dates=(Date(2016),),
    doi="10.48550/arxiv.1601.00001",
)


def test_an_article_cited_with_the_doi_of_its_preprint_is_searched_for():
    cited = replace(SAFETY, doi=EPRINT.doi)
    case = settled(cited, Found(record(EPRINT)))
    assert next_question(case, NONE_ASKED) is Question.WHOLE
    assert settled(cited, Found(record(EPRINT)), [EPRINT, SAFETY], Candidates()).record == record(SAFETY)


def test_of_a_preprint_only_title_and_people_say_something_of_the_article():
    case = settled(replace(SAFETY, doi=EPRINT.doi), Found(record(EPRINT)), [], Candidates())
    assert case.record == record(EPRINT)
    assert case.comparison is not None
    assert case.comparison.agrees == ("title", "author")
    assert case.comparison.differs == ()


def test_a_preprint_cited_with_the_doi_of_the_article_is_not_accused():
    cited = replace(EPRINT, container_title="bioRxiv", genre=None, doi=SAFETY.doi)
    case = settled(cited, Found(record(SAFETY)))
    assert case.comparison is not None
    assert case.comparison.differs == ()
    assert next_question(case, NONE_ASKED) is None


def test_the_review_of_a_book_is_not_the_book():
    book = Work(
        type="book", title=SAFETY.title, authors=SAFETY.authors, issued=Date(2017), doi="10.5555/review"
    )
    review = replace(SAFETY, authors=TAPERING.authors, doi="10.5555/review")
    assert settled(book, Found(record(review)), [], Candidates()).record is None


def test_another_edition_of_a_book_is_no_guess():
    book = Work(
        type="book", title=SAFETY.title, authors=SAFETY.authors, container_title="Pain", issued=Date(2017)
    )
    assert settled(replace(book, issued=Date(2005)), None, [book], Candidates()).record is None
    assert settled(book, None, [book], Candidates()).record == record(book)


@pytest.mark.parametrize(
    ("isbn", "title", "is_it"),
    [
        ("978-0-306-40615-7", SAFETY.title, True),
        ("0-306-40615-2", SAFETY.title, True),
        ("978-0-306-40616-4", SAFETY.title, False),
        ("979-0-306-40615-7", SAFETY.title, False),
        ("not yet", SAFETY.title, False),
        ("978-0-306-40615-7", TAPERING.title, False),
    ],
)
def test_an_isbn_tells_the_edition(isbn, title, is_it):
    book = Work(
        type="book",
        title=SAFETY.title,
        authors=SAFETY.authors,
        issued=Date(2017),
        isbn=("9780306406157", "9780306406188"),
    )
    cited = replace(book, title=title, issued=Date(2005), isbn=(isbn,))
    assert (settled(cited, None, [book], Candidates()).record is not None) is is_it


def test_what_is_in_the_cited_container_may_be_accused_whatever_its_kind():
    paper = uncited(SAFETY, type="paper-conference", eprint="1601.00001", eprint_type="arxiv", volume="39")
    case = settled(paper, None, [SAFETY], Candidates())
    assert case.comparison is not None
    assert case.comparison.differs == ("volume",)
    submitted = replace(paper, note="submitted")
    assert settled(submitted, None, [SAFETY], Candidates()).record is None


def test_a_conference_paper_on_the_very_pages_of_an_article_is_no_other_version():
    paper = uncited(SAFETY, type="paper-conference", container_title="Proceedings of the Society of Pain")
    assert settled(paper, None, [SAFETY], Candidates()).record == record(SAFETY)
    paper = replace(paper, volume=None, page=None, issued=Date(2017))
    assert settled(paper, None, [SAFETY], Candidates()).record is None


def test_a_title_in_another_language_by_the_same_people_is_no_other_works():
    """One work has the cited title, another is on the cited pages, by the cited people: a chimera."""
    german = replace(
        TAPERING,
        title="Die Behandlung der chronischen Schmerzen und ihre Folgen für die Gesellschaft",
        subtitle=None,
        authors=(Person(family="Klima", given="J."),),
    )
    cited = uncited(german, title=SAFETY.title)
    case = settled(cited, None, [german, SAFETY], Candidates())
    assert [part.record for part in case.parts] == [record(SAFETY), record(german)]
