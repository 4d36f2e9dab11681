"""The year of a string: of several, the one that stands where styles put it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Range = tuple[int, int]

_YEAR = re.compile(r"(?<![\w/])(?:c\.?\s?|©\s?)?(?P<year>1[5-9]\d\d|20\d\d)(?P<letter>[a-z])?(?![\w/])(?!\.\d)")
_RANGE_OF_PAGES = re.compile(r"\d\s?[-‐‑‒–—−]{1,2}\s?$")
_RANGE_BEGINS = re.compile(r"\s?[-‐‑‒–—−]{1,2}\s?[A-Za-z]?\d")
_PAGES_BEFORE = re.compile(r"(?:\bpp?\.?\s*|[:)]\s?|\b\d+\s*,\s*)$")
_TOO_LATE = 2100


@dataclass(frozen=True, slots=True)
class Year:
    """A number that may be the year; the greater `strength`, the surer."""

    year: int
    span: Range
    strength: int


def years(body: str, leave_out: Range | None) -> list[Year]:
    """The years of a string outside of its title, the surest first."""
    return sorted(_years(body, leave_out), key=lambda year: -year.strength)


def _years(body: str, leave_out: Range | None) -> Iterator[Year]:
    for match in _YEAR.finditer(body):
        start, end = match.span("year")
        if leave_out is not None and leave_out[0] <= start < leave_out[1]:
            continue
        before, after = body[:start], body[match.end() :]
        is_bracketed = bool(re.search(r"[(\[][^()\[\]]{0,20}$", before) and re.match(r"[^()\[\]]{0,30}[)\]]", after))
        if _RANGE_OF_PAGES.search(before) or (_RANGE_BEGINS.match(after) and not is_bracketed):
            continue
        strength = 1
        if is_bracketed:
            strength = 4
        elif re.match(r"\s*(?:[^\W\d_]{3,9}\.?)?(?:[-–/][^\W\d_]{3,9})?\s*(?:\d{1,2})?\s*;", after):
            strength = 4
        elif match["letter"] or re.match(r"[.:]\s+[^\W\d_]", after):
            strength = 3
        elif re.search(r"[,.]\s*(?:[^\W\d_]{3,9}\.?\s+)?$", before) and re.match(r"\s*(?:[.,]|$)", after):
            strength = 2
        if _PAGES_BEFORE.search(before) and not is_bracketed:
            strength = 0
        yield Year(int(match["year"]), (start, end), strength)
