"""The rules about DOIs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.evidence import Candidates, Elsewhere, Found, NotFound, Record, Unavailable
from bibproof.findings import Severity, Verdict, judge
from bibproof.model import Work
from bibproof.rules import all_rules
from cases import ENTRY, OTHER_RECORD, RECORD, applied, case, problems, searched, settled, values_after

RULES = {rule.name: rule for rule in all_rules()}
WITHOUT_DOI = ENTRY.replace("  doi     = {10.5555/right},\n", "")


@pytest.mark.parametrize(
    "doi",
    ["10.5555/right", "https://doi.org/10.5555/right", "doi:10.5555/RIGHT", r"10.5555/ri\_ght", "", "  "],
)
def test_any_spelling_of_a_doi_is_right(doi):
    assert problems(RULES["malformed-doi"], case(ENTRY.replace("10.5555/right", doi))) == []


def test_what_is_no_doi_is_malformed():
    about = case(ENTRY.replace("10.5555/right", "S0140-6736"), record=RECORD, search=Candidates())
    (problem,) = problems(RULES["malformed-doi"], about)
    assert (problem.field, problem.cited, problem.recorded) == ("doi", "S0140-6736", "10.5555/right")
    assert values_after(about, problem)["doi"] == "10.5555/right"
    assert problems(RULES["malformed-doi"], case(WITHOUT_DOI)) == []


def test_a_dead_doi():
    (problem,) = problems(RULES["doi-not-found"], case(by_doi=NotFound(), search=Candidates()))
    assert (problem.field, problem.cited, problem.recorded) == ("doi", "10.5555/right", None)
    about = case(by_doi=NotFound(), search=Candidates(), record=OTHER_RECORD)
    (problem,) = problems(RULES["doi-not-found"], about)
    assert problem.recorded == "10.5555/other"
    assert values_after(about, problem)["doi"] == "10.5555/other"


@pytest.mark.parametrize("standing", [None, Unavailable("down"), Elsewhere("DataCite"), Found(RECORD)])
def test_a_doi_is_dead_only_where_everybody_says_so(standing):
    assert problems(RULES["doi-not-found"], case(by_doi=standing)) == []


def test_a_doi_that_leads_to_another_work():
    about = case(by_doi=Found(OTHER_RECORD), search=Candidates((RECORD,)), record=RECORD)
    (problem,) = problems(RULES["doi-mismatch"], about)
    assert "A Catalogue of Alpine Mosses" in problem.message
    assert "Moreau 2009" in problem.message
    assert values_after(about, problem)["doi"] == "10.5555/right"


def test_it_is_said_even_while_no_search_answers_where_title_and_people_are_others():
    assert problems(RULES["doi-mismatch"], case(by_doi=Found(OTHER_RECORD), search=Unavailable("busy")))
    same_people = Record(
        "crossref", Work(title="Something else", authors=RECORD.work.authors, doi="10.5555/2")
    )
    assert not problems(RULES["doi-mismatch"], case(by_doi=Found(same_people), search=Unavailable("busy")))


def test_the_doi_of_a_preprint_of_the_cited_article_is_a_warning():
    work = Work(
        type="article",
        genre="preprint",
        title=RECORD.work.title,
        authors=RECORD.work.authors,
        doi="10.5555/pre",
    )
    preprint = Record("datacite", work)
    (problem,) = problems(RULES["doi-mismatch"], case(by_doi=Found(preprint), record=RECORD))
    assert (problem.severity, problem.recorded) == (Severity.WARNING, "10.5555/right")
    assert "its preprint" in problem.message
    (problem,) = problems(RULES["doi-mismatch"], case(by_doi=Found(preprint), record=preprint))
    assert (problem.severity, problem.recorded, problem.edit) == (Severity.WARNING, None, None)
    other = Record(
        "datacite", replace(work, title=OTHER_RECORD.work.title, authors=OTHER_RECORD.work.authors)
    )
    (problem,) = problems(RULES["doi-mismatch"], case(by_doi=Found(other), record=RECORD))
    assert problem.severity is None


def test_the_doi_of_the_book_that_a_chapter_is_in_is_a_warning_and_no_chimera():
    text = ENTRY.replace("article", "incollection").replace("journal", "booktitle")
    book = Record("crossref", Work(type="book", title="Journal of Estuarine Physics", doi="10.5555/book"))
    about = case(text, by_doi=Found(book), search=Candidates())
    (problem,) = problems(RULES["doi-mismatch"], about)
    assert problem.severity is Severity.WARNING
    assert problems(RULES["chimera"], about) == []
    assert judge(about.library, [about], RULES.values()).results[0].verdict is Verdict.NOT_COVERED


def test_the_doi_of_a_review_of_the_cited_book():
    text = ENTRY.replace("article", "book").replace("  journal = {Journal of Estuarine Physics},\n", "")
    review = Record(
        "crossref",
        Work(
            type="article-journal",
            title=RECORD.work.title,
            authors=OTHER_RECORD.work.authors,
            doi="10.5555/r",
        ),
    )
    (problem,) = problems(RULES["doi-mismatch"], case(text, by_doi=Found(review), search=Candidates()))
    assert problem.severity is None


def test_an_alias_is_no_mismatch():
    alias = ENTRY.replace("10.5555/right", "10.5555/alias")
    assert problems(RULES["doi-mismatch"], settled(alias)) == []


def test_the_right_doi_is_silent():
    for name in ("malformed-doi", "doi-not-found", "doi-mismatch", "missing-doi"):
        assert problems(RULES[name], settled()) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (WITHOUT_DOI, "  doi     = {10.5555/right},"),
        (WITHOUT_DOI.replace("{101--119},", "{101--119}"), "  doi     = {10.5555/right}"),
        (WITHOUT_DOI.replace("\n", "\r\n"), "  doi     = {10.5555/right},"),
        (WITHOUT_DOI.replace(" ", "\t"), "\t\tdoi "),
        ("@article{k,\n\ttitle={T},\n\tyear=2015\n}", "\tdoi={10.5555/right}"),
        ("@article{k, title = {T}, year = 2015}", "doi = {10.5555/right}"),
        ('@article(k, title = "T", year = 2015)', 'doi = "10.5555/right"'),
        ('@article{k, title = {T}, year = "20" # "15"}', "doi = {10.5555/right}"),
    ],
)
def test_a_missing_doi_is_given_and_can_be_added_safely(text, line):
    about = searched(text)
    (problem,) = problems(RULES["missing-doi"], about)
    assert problem.recorded == "10.5555/right"
    assert problem.edit is not None
    assert problem.edit.safe
    assert line in applied(about, problem)
    before = dict(about.reference.values)
    assert values_after(about, problem) == before | {"doi": "10.5555/right"}


def test_no_doi_is_missing_where_none_is_known():
    assert problems(RULES["missing-doi"], case(WITHOUT_DOI, search=Candidates())) == []
    assert problems(RULES["missing-doi"], searched(WITHOUT_DOI, Record("shelf", Work(title="T")))) == []
