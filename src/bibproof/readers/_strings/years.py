"""The year of a string: of several, the one that stands where styles put it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Range = tuple[int, int]

_YEAR = re.compile(
    r"(?<![\w/])(?:c\.?\s?|©\s?)?(?P<year>1[5-9]\d\d|20\d\d)(?P<letter>[a-z])?(?![\w/])(?!\.\d)"
)
_RANGE_OF_PAGES = re.compile(r"\d\s?[-‐‑‒–—−]{1,2}\s?$")
_RANGE_BEGINS = re.compile(r"\s?[-‐‑‒–—−]{1,2}\s?[A-Za-z]?\d")
_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:pp?|nos?|nr|art|article|paper|e?id|vol|volume|issue)\b\.?\s*|[:)]\s?)$", re.IGNORECASE
)
_IN_NAME = re.compile(r"[^\W\d_]{4}\s$")  # behind the title: "Wirtschaftsinformatik 2010"
_BEFORE_VOLUME = re.compile(r"\s*(?:[^\W\d_]{3,9}\.?)?(?:[-–/][^\W\d_]{3,9})?\s*(?:\d{1,2})?\s*;")


@dataclass(frozen=True, slots=True)
class Year:
    """A number that may be the year; the greater `strength`, the surer."""

    year: int
    span: Range
    strength: int


def years(body: str, leave_out: Range | None) -> list[Year]:
    """The years of a string outside of its title, the surest first; of equals, the one that ends it."""
    listed = _years(body, leave_out)
    return sorted(listed, key=lambda year: (-year.strength, bool(body[year.span[1] :].strip(" ."))))


def _years(body: str, leave_out: Range | None) -> Iterator[Year]:
    for match in _YEAR.finditer(body):
        start, end = match.span("year")
        if leave_out is not None and leave_out[0] <= start < leave_out[1]:
            continue
        before, after = body[:start], body[match.end() :]
        is_bracketed = bool(
            re.search(r"[(\[][^()\[\]]{0,20}$", before) and re.match(r"[^()\[\]]{0,30}[)\]]", after)
        )
        if _RANGE_OF_PAGES.search(before) or (_RANGE_BEGINS.match(after) and not is_bracketed):
            continue
        is_in_name = leave_out is not None and start > leave_out[1] and bool(_IN_NAME.search(before))
        strength = _strength(match, before, after, is_bracketed=is_bracketed, is_in_name=is_in_name)
        yield Year(int(match["year"]), (start, end), strength)


def _strength(match: re.Match[str], before: str, after: str, *, is_bracketed: bool, is_in_name: bool) -> int:
    """How surely a number is the year of publication, by what stands around it."""
    if is_bracketed:
        return 4
    if _NUMBER_BEFORE.search(before):
        return 0
    if _BEFORE_VOLUME.match(after):
        return 4
    if match["letter"] or re.match(r"[.:]\s+[^\W\d_]", after):
        return 1 if is_in_name else 3
    if re.search(r"[,.]\s*(?:[^\W\d_]{3,9}\.?\s+)?$", before) and re.match(r"\s*(?:[.,]|$)", after):
        return 1 if _may_be_page(before, after) else 2
    return 1


def _may_be_page(before: str, after: str) -> bool:
    """Whether a year and a volume stand before this number already: "1995, 117, 1960"."""
    is_last = re.search(r"\d\s*,\s*$", before) and not re.match(r"\s*,", after)
    return bool(is_last and _YEAR.search(before))
