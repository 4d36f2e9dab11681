"""Which records of a search need not be held against the reference."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.evidence import Record
from bibproof.model import Date, Library, Person, Reference, Span, Work
from bibproof.settle import settle
from bibproof.settle._held import held_candidates

MIXING = Work(
    type="article-journal",
    title="Tidal mixing of brackish water in shallow northern estuaries",
    authors=(Person(family="Okafor", given="Maria"), Person(family="Lindqvist", given="Jens")),
    issued=Date(2014),
    container_title="Journal of Estuaries",
    volume="13",
    issue="3",
    page="201-219",
    doi="10.5555/mixing",
)
MOSSES = Work(
    type="article-journal",
    title="A catalogue of Alpine mosses",
    authors=(Person(family="Moreau", given="Ines"),),
    issued=Date(2009),
    container_title="Bryology",
    volume="2",
    page="1-9",
    doi="10.5555/mosses",
)
PREPRINT = replace(MIXING, type="article", genre="preprint", issued=Date(2013), doi="10.5555/preprint")
TWIN = replace(MIXING, issue=None, doi="10.5555/twin")
CITED = replace(MIXING, doi=None)
LEFT_OUT = (MIXING, MOSSES, PREPRINT)


def settled(cited, recorded):
    reference = Reference("key", cited, Span(0, 0), Span(0, 0))
    records = [Record("crossref", work) for work in recorded]
    case = settle(reference, Library(None, "", ()), None, records)
    return case, [one.record.work.doi for one in held_candidates(reference, records)]


def dois(case):
    return [candidate.record.work.doi for candidate in case.candidates]


@pytest.mark.parametrize(
    "cited",
    [CITED, replace(CITED, issue=None), replace(CITED, page=None), replace(CITED, volume=None, issue=None)],
    ids=["all", "no issue", "no pages", "no volume"],
)
def test_who_has_all_that_is_cited_needs_no_comparison_with_others(cited):
    case, everybody = settled(cited, LEFT_OUT)
    assert case.record is not None
    assert case.record.work.doi == everybody[0] == MIXING.doi
    assert dois(case) == [MIXING.doi]


def test_who_may_have_as_much_is_looked_at():
    case, everybody = settled(CITED, [MIXING, MOSSES, TWIN])
    assert dois(case) == [MIXING.doi, TWIN.doi]
    assert everybody == [MIXING.doi, TWIN.doi, MOSSES.doi]


@pytest.mark.parametrize(
    ("cited", "recorded"),
    [
        (CITED, (MOSSES, MIXING, PREPRINT)),
        (replace(CITED, page="301-319"), LEFT_OUT),
        (replace(CITED, issued=Date(2013)), LEFT_OUT),
        (replace(CITED, issue="4"), LEFT_OUT),
        (replace(CITED, volume="13(4)", issue=None), LEFT_OUT),
        (replace(CITED, title="Editorial"), (replace(MIXING, title="Editorial"), MOSSES)),
        (CITED, (replace(MIXING, page=None), MOSSES)),
        (CITED, (replace(MIXING, genre="component"), MOSSES)),
        (CITED, (MIXING, replace(MOSSES, doi=MIXING.doi))),
    ],
    ids=[
        *("not the first", "other pages", "another year", "another issue", "an issue in the volume"),
        *("a title that says nothing", "a record without pages", "a figure", "one DOI twice"),
    ],
)
def test_else_all_are_compared(cited, recorded):
    case, everybody = settled(cited, recorded)
    assert dois(case) == everybody
