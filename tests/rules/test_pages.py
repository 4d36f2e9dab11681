"""Files, names and pages hold together."""

from __future__ import annotations

import pytest

from bibproof.findings import Severity
from bibproof.rules import all_rules

NAMES = [
    "author-mismatch",
    "chimera",
    "corrected",
    "doi-mismatch",
    "doi-not-found",
    "duplicate-doi",
    "duplicate-key",
    "expression-of-concern",
    "journal-mismatch",
    "malformed-doi",
    "missing-doi",
    "missing-field",
    "not-found",
    "notice-cited",
    "number-mismatch",
    "pages-mismatch",
    "preprint-published",
    "retracted",
    "syntax-error",
    "title-mismatch",
    "volume-mismatch",
    "year-mismatch",
]
HEADINGS = ["What", "Why", "Example", "How to settle it"]


def test_the_rules_are_those_that_users_know():
    assert [rule.name for rule in all_rules()] == NAMES


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_each_rule_has_a_page(rule):
    first, *rest = rule.page.split("\n\n")
    assert first[0].isupper()
    assert first.endswith(".")
    assert first.endswith(".")
    headings = [paragraph.splitlines()[0] for paragraph in rest]
    assert [heading for heading in headings if heading in HEADINGS] == HEADINGS
    assert isinstance(rule.severity, Severity)
