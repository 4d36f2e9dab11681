"""The seven rules about fields: what differs is an error, a slip a warning, a spelling nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.compare import FIELDS, FieldComparison, Likeness
from bibproof.evidence import Candidates, Found, Unavailable
from bibproof.findings import Severity
from bibproof.rules import all_rules
from cases import ENTRY, RECORD, case, compared, problems, settled, values_after

RULES = {rule.name: rule for rule in all_rules()}
RECORDED = {
    "title": "Tidal Mixing in Shallow Estuaries",
    "author": "Okafor, M. and Lindqvist, J.",
    "journal": "Journal of Estuaries",
    "year": "2014",
    "volume": "13",
    "number": "3",
    "pages": "201--219",
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_difference_is_an_error_of_its_field_with_the_records_value(field):
    about = settled(**{field: Likeness.DIFFERENT})
    (problem,) = problems(RULES[f"{field}-mismatch"], about)
    assert problem.field == field
    assert (problem.cited, problem.recorded) == (f"cited {field}", f"recorded {field}")
    assert problem.severity is None
    assert RULES[f"{field}-mismatch"].severity is Severity.ERROR
    assert problem.edit is not None
    assert not problem.edit.safe
    assert values_after(about, problem)[field] == RECORDED[field]


@pytest.mark.parametrize("field", FIELDS)
def test_a_slip_is_no_error(field):
    (problem,) = problems(RULES[f"{field}-mismatch"], settled(**{field: Likeness.CLOSE}))
    assert problem.severity is not None
    assert problem.severity < Severity.ERROR


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("likeness", [Likeness.SAME, Likeness.UNKNOWN])
def test_agreement_and_ignorance_are_silent(field, likeness):
    assert problems(RULES[f"{field}-mismatch"], settled(**{field: likeness})) == []


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "known",
    [
        {"by_doi": Unavailable("down")},
        {"search": Unavailable("busy")},
        {"by_doi": Found(RECORD), "search": Candidates()},
    ],
)
def test_what_is_not_settled_is_not_accused(field, known):
    about = case(comparison=compared(Likeness.DIFFERENT), **known)
    assert problems(RULES[f"{field}-mismatch"], about) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "name", "value"),
    [
        ("year    = {2015}", "year    = 2015", "year", "year", "2014"),
        ("year    = {2015}", 'year    = "2015"', "year", "year", "2014"),
        ("year    = {2015}", "date    = {2015-07}", "year", "date", "2014-03"),
        ("year    = {2015}", 'year    = "20" # "15"', "year", "year", "2014"),
        ("journal =", "journaltitle =", "journal", "journaltitle", "Journal of Estuaries"),
        ("{Journal of Estuarine Physics}", "jep", "journal", "journal", "Journal of Estuaries"),
    ],
)
def test_the_edit_keeps_the_entrys_own_field_and_stays_readable(old, new, field, name, value):
    text = "@string{jep = {J. Est. Phys.}}\n" + ENTRY.replace(old, new)
    assert new in text
    about = settled(text, **{field: Likeness.DIFFERENT})
    (problem,) = problems(RULES[f"{field}-mismatch"], about)
    assert values_after(about, problem)[name] == value


def test_a_field_that_is_inherited_is_not_edited():
    text = (
        "@inproceedings{child, author = {A, B}, title = {T}, pages = {1--2}, crossref = {parent}}\n"
        "@proceedings{parent, title = {Proceedings}, year = {2015}}\n"
    )
    (problem,) = problems(RULES["year-mismatch"], settled(text, year=Likeness.DIFFERENT))
    assert problem.edit is None


def test_a_title_in_another_language_is_a_warning_without_an_edit():
    reason = "the titles are in different languages"
    about = settled(title=Likeness.UNKNOWN)
    assert about.comparison is not None
    fields = dict(about.comparison.fields)
    fields["title"] = FieldComparison(Likeness.UNKNOWN, "Ein Titel", "A title", reason)
    about = replace(about, comparison=replace(about.comparison, fields=fields))
    (problem,) = problems(RULES["title-mismatch"], about)
    assert problem.severity is Severity.WARNING
    assert problem.message == f"the record has A title: {reason} and can't be compared"
    assert problem.field == "title"
    assert problem.edit is None
