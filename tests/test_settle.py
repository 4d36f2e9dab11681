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
