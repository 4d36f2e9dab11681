"""Cases written by hand, for the tests of rules and reports: nothing is asked of anybody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bibproof.compare import FIELDS, Comparison, FieldComparison, Likeness
from bibproof.evidence import Candidates, Case, Found, Record
from bibproof.findings import Problem, Rule
from bibproof.model import Date, Library, Person, Work
from bibproof.readers.bibtex import bibtex

ENTRY = """@article{okafor2015,
  author  = {Okafor, M. and Lindqvist, J.},
  title   = {Tidal Mixing in Shallow Estuaries},
  journal = {Journal of Estuarine Physics},
  year    = {2015},
  volume  = {12},
  number  = {2},
  pages   = {101--119},
  doi     = {10.5555/right},
}
"""
WORK = Work(
    type="article-journal",
    title="Tidal Mixing in Shallow Estuaries",
    authors=(Person(family="Okafor", given="Maria"), Person(family="Lindqvist", given="Jens")),
    issued=Date(2014, 3),
    dates=(Date(2014, 3),),
    container_title="Journal of Estuaries",
    volume="13",
    issue="3",
    page="201-219",
    doi="10.5555/right",
)
OTHER = Work(
    type="article-journal",
    title="A Catalogue of Alpine Mosses",
    authors=(Person(family="Moreau", given="Ines"),),
    issued=Date(2009),
    doi="10.5555/other",
)
RECORD = Record("crossref", WORK)
OTHER_RECORD = Record("crossref", OTHER)


def library(text: str = ENTRY) -> Library:
    return bibtex(text, Path("refs.bib"))


def compared(default: Likeness = Likeness.SAME, **likenesses: Likeness) -> Comparison:
    """A comparison in which each field has the likeness that is given."""
    fields = {
        field: FieldComparison(likenesses.get(field, default), f"cited {field}", f"recorded {field}")
        for field in FIELDS
    }
    return Comparison(fields, title_weight=1.0, authors_weight=1.0)


def case(text: str = ENTRY, **known: Any) -> Case:
    """What is known of the first entry of a text."""
    read = library(text)
    return Case(read.references[0], read, **known)


def settled(text: str = ENTRY, record: Record = RECORD, **likenesses: Likeness) -> Case:
    """The first entry of a text, settled on a record by its DOI."""
    return case(text, by_doi=Found(record), record=record, comparison=compared(**likenesses))


def searched(text: str, record: Record = RECORD) -> Case:
    """The first entry of a text, settled on a record that a search gave."""
    return case(text, search=Candidates((record,)), record=record, comparison=compared())


def problems(rule: Rule, about: Case) -> list[Problem]:
    return list(rule.find(about))  # type: ignore[call-arg, arg-type]  # the test knows which kind of rule it is


def applied(about: Case, problem: Problem) -> str:
    """The library's text with the problem's edit made."""
    edit, text = problem.edit, about.library.text
    assert edit is not None
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


def values_after(about: Case, problem: Problem) -> dict[str, str]:
    """The fields of the first entry once the edit is made; the file must be readable still."""
    read = library(applied(about, problem))
    assert read.broken == ()
    return dict(read.references[0].values)
