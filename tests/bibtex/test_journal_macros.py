"""Journals that ADS names by commands."""

from __future__ import annotations

import pytest

from bibproof.bibtex.dialect import to_work


@pytest.mark.parametrize(
    ("written", "journal"),
    [
        (r"\apj", "Astrophysical Journal"),
        (r"{\mnras}", "Monthly Notices of the Royal Astronomical Society"),
        (r"\prd ", "Physical Review D"),
        (r"Physical Review D", "Physical Review D"),
    ],
)
def test_commands_stand_for_journals(written, journal):
    assert to_work("article", {"journal": written}).container_title == journal


def test_an_unknown_command_stands_for_nothing():
    assert to_work("article", {"journal": r"\nosuch"}).container_title is None
