"""Quotation marks and apostrophes as a printer sets them."""

from __future__ import annotations

import pytest

from bibproof.richtext import Face, Run, plain, rich
from bibproof.styles._compose import stopped
from bibproof.styles._quotes import typographic, typographic_runs


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Bowen's disease", "Bowen’s disease"),
        ('The "new" norm', "The “new” norm"),
        ("The 'new' norm", "The ‘new’ norm"),
        ('("new")', "(“new”)"),
        ("\"'Twice' said\"", "“‘Twice’ said”"),
        ("the workers'", "the workers’"),
        ("Rock 'n' roll in the '60s", "Rock ’n’ roll in the ’60s"),
        ("5'-end", "5’-end"),
        ("nothing to do", "nothing to do"),
        ("already ‘set’", "already ‘set’"),
    ],
)
def test_marks(typed, set_):
    assert typographic(typed) == plain(typographic_runs(rich(typed))) == set_


def test_a_mark_at_the_start_of_a_run_looks_at_the_run_before():
    runs = (Run("E. coli", Face.ITALIC), Run("'s habits and "), Run('"so" on', Face.BOLD))
    assert plain(typographic_runs(runs)) == "E. coli’s habits and “so” on"


def test_addresses_and_formulas_keep_theirs():
    runs = (Run("10.1/it's", href="https://doi.org/10.1/it's"), Run("f'", tex="f'"))
    assert typographic_runs(runs) == runs


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("A title", "A title."),
        ("A title?", "A title?"),
        ("Reply to “a title”", "Reply to “a title.”"),
        ('Reply to "a title"', 'Reply to "a title."'),
        ("Reply to “a title?”", "Reply to “a title?”"),
        ("For the workers’", "For the workers’."),
        ("Of ‘one’", "Of ‘one.’"),
        ("", ""),
    ],
)
def test_full_stops(text, ended):
    assert plain(stopped(rich(text))) == ended
