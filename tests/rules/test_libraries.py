"""The rules about a bibliography as a whole."""

from __future__ import annotations

from bibproof.evidence import Case
from bibproof.findings import Severity
from bibproof.rules import all_rules
from cases import ENTRY, RECORD, library

RULES = {rule.name: rule for rule in all_rules()}


def found(name, text, record=None):
    read = library(text)
    cases = [Case(reference, read, record=record) for reference in read]
    return list(RULES[name].find(read, cases))


def test_what_cannot_be_read_is_told_with_its_place():
    (problem,) = found("syntax-error", ENTRY + "@article{broken, title = {never closed\n")
    assert problem.key == "broken"
    assert problem.span is not None
    assert problem.span.start > len(ENTRY)
    assert found("syntax-error", ENTRY) == []


def test_the_second_entry_of_a_key_is_an_error():
    (problem,) = found("duplicate-key", ENTRY + "\n" + ENTRY)
    assert "line 1" in problem.message
    assert problem.severity is None
    assert problem.span.start > len(ENTRY)
    assert found("duplicate-key", ENTRY) == []


def test_keys_that_differ_in_case_are_a_warning():
    (problem,) = found("duplicate-key", ENTRY + ENTRY.replace("okafor2015", "Okafor2015"))
    assert problem.severity is Severity.WARNING


def test_entries_without_a_key_are_no_duplicates():
    assert found("duplicate-key", "@misc{, title = {T}}\n@misc{, title = {U}}") == []


def test_two_keys_with_one_doi():
    again = ENTRY.replace("okafor2015", "again").replace("10.5555/right", "https://doi.org/10.5555/RIGHT")
    (problem,) = found("duplicate-doi", ENTRY + again)
    assert "okafor2015" in problem.message
    assert problem.key == "again"
    assert found("duplicate-doi", ENTRY + ENTRY.replace("okafor2015", "b").replace("right", "other")) == []


def test_two_keys_that_were_settled_on_one_work():
    without = ENTRY.replace("  doi     = {10.5555/right},\n", "")
    assert len(found("duplicate-doi", ENTRY + without.replace("okafor2015", "b"), RECORD)) == 1


def test_one_key_twice_is_the_other_rules_business():
    assert found("duplicate-doi", ENTRY + ENTRY) == []
