"""Volumes and issues: "Volume 13" is 13, "IX" is 9, and issue "2(45)" is right as 2 and as 45."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.text import fold
from bibproof.model import Work

_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LABEL = re.compile(
    r"\b(?:volumes?|vols?|v|band|bd|tome?|tomo|jahrgang|jg|issues?|iss|numbers?|numero|nos?|nrs?|n|num"
    r"|heft|hft|fasc|part|pt)\b(?=\s*\w)"
)
_SUPPLEMENT = re.compile(r"(?:supplements?|suppl|supl|supp|sup|spec|special|s)(?=\d|\b)")
_TOKEN = re.compile(r"[a-z]+|\d+")
_SPLIT = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5,
    "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9,
    "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
_DATE = re.compile(r"(?:18|19|20)\d\d[ -/]\d{1,2}(?:[ -/]\d{1,2})?")
_NOT_OUT = re.compile(
    r"ahead|press|online|preprint|early|forthcoming|null|^na$|^n a$|^abs\b|accepted|advance|first|tbd|just"
)
_NEAR = 2  # years by which a volume numbered by the year may be off
MOST_ISSUES_A_YEAR = 60  # a greater number counts the issues of all years


@dataclass(frozen=True, slots=True)
class _Count:
    """A volume or an issue as it was written: its numbers in order, its letters, whether a supplement."""

    numbers: tuple[int, ...]
    letters: str = ""
    supplement: bool = False


def compare_volumes(cited: Work, recorded: Work) -> FieldComparison:
    """The volume of one work and the other's; a year and a count of volumes are not compared."""
    shown = cited.volume, recorded.volume
    if _are_written_alike(cited.volume, recorded.volume):
        return FieldComparison(Likeness.SAME, *shown)
    ours, theirs = _count(cited.volume), _count(recorded.volume)
    if ours is None or theirs is None:
        return FieldComparison(Likeness.UNKNOWN, *shown)
    if set(ours.numbers) & set(theirs.numbers):
        return FieldComparison(_by_letters(ours, theirs), *shown)
    is_year = _is_a_year(ours, cited, recorded), _is_a_year(theirs, cited, recorded)
    if any(is_year) and not (all(is_year) or (_may_be_a_year(ours) and _may_be_a_year(theirs))):
        return FieldComparison(Likeness.UNKNOWN, *shown, "one of them is a year")
    issue, their_issue = _count(cited.issue), _count(recorded.issue)
    if issue and their_issue and ours.numbers == their_issue.numbers and issue.numbers == theirs.numbers:
        # in a string, which of its numbers is which depends on a style that may not be known
        likeness = Likeness.DIFFERENT if cited.unstructured is None else Likeness.CLOSE
        return FieldComparison(likeness, *shown, "volume and issue are exchanged")
    return FieldComparison(Likeness.DIFFERENT, *shown)


def _are_written_alike(cited: str | None, recorded: str | None) -> bool:
    if not cited or not recorded:
        return False
    text = fold(cited)
    return bool(text) and text == fold(recorded) and not _NOT_OUT.search(text)


def _is_a_year(count: _Count, cited: Work, recorded: Work) -> bool:
    """Whether a volume is numbered by the year, as some journals do beside or instead of counting."""
    years = cited.years | recorded.years
    if not years:
        return any(1800 < number < 2100 for number in count.numbers)
    return any(min(years) - _NEAR <= number <= max(years) + _NEAR for number in count.numbers)


def _may_be_a_year(count: _Count) -> bool:
    """Whether it has a year's four figures: a journal that counts its volumes has not come so far."""
    return any(1000 <= number <= 9999 for number in count.numbers)


def _by_letters(ours: _Count, theirs: _Count) -> Likeness:
    """Letters belong to the number ("12A", "B12") but may be left out."""
    if ours.letters == theirs.letters or not ours.letters or not theirs.letters:
        return Likeness.SAME
    return Likeness.CLOSE


def compare_issues(cited: Work, recorded: Work) -> FieldComparison:
    """The issue of one work and the other's; what can't be read as a number is not compared."""
    shown = cited.issue, recorded.issue
    if _are_written_alike(cited.issue, recorded.issue):
        return FieldComparison(Likeness.SAME, *shown)
    ours, theirs = (
        _count(cited.issue or _issue_in(cited.volume)),
        _count(recorded.issue or _issue_in(recorded.volume)),
    )
    if ours is None or theirs is None:
        return FieldComparison(Likeness.UNKNOWN, *shown)
    return FieldComparison(_issue_likeness(ours, theirs, cited, recorded), *shown)


def _issue_likeness(ours: _Count, theirs: _Count, cited: Work, recorded: Work) -> Likeness:
    if set(ours.numbers) & set(theirs.numbers):
        return Likeness.SAME if ours.supplement == theirs.supplement else Likeness.CLOSE
    volume, their_volume = _count(cited.volume), _count(recorded.volume)
    if volume and their_volume and volume.numbers == theirs.numbers and ours.numbers == their_volume.numbers:
        return Likeness.CLOSE
    listed = (*ours.numbers, *theirs.numbers)
    if (
        ours.supplement
        or theirs.supplement
        or ours.letters
        or theirs.letters
        or len(ours.numbers) + len(theirs.numbers) > 4
    ):
        return Likeness.UNKNOWN
    if (max(ours.numbers) > MOST_ISSUES_A_YEAR) is not (max(theirs.numbers) > MOST_ISSUES_A_YEAR):
        return Likeness.UNKNOWN
    if any(number in cited.years | recorded.years for number in listed):
        return Likeness.UNKNOWN
    if cited.issue and cited.issue in (recorded.article_number, recorded.page):
        return Likeness.UNKNOWN
    return Likeness.DIFFERENT


def _issue_in(volume: str | None) -> str | None:
    """The issue of "31(4)"; a year in those brackets is none."""
    found = re.fullmatch(r"\s*\d+\s*\((\d{1,3})\)\s*", volume or "")
    return found[1] if found else None


@lru_cache(maxsize=4096)
def _count(written: str | None) -> _Count | None:
    """What a volume or an issue says; None where it can't be told."""
    if written is None:
        return None
    text = fold(written)
    if not text or _NOT_OUT.search(text) or _DATE.fullmatch(written.strip()):
        return None
    text = _SPLIT.sub(" ", _LABEL.sub(" ", _SPLIT.sub(" ", text)))
    supplement = _SUPPLEMENT.search(text) is not None and not text.strip().isdigit()
    numbers, letters = [], ""
    tokens = _TOKEN.findall(_SUPPLEMENT.sub(" ", text) if supplement else text)
    for token in tokens:
        value = _value(token, alone=len(tokens) == 1 or (token == tokens[0] and "(" in written))
        if value is None:
            letters += token
        elif value:
            numbers.append(value)
    if not numbers or len(letters) > 2:
        return None
    return _Count(tuple(_without_years_in_brackets(written, numbers)), letters, supplement)


def _without_years_in_brackets(written: str, numbers: list[int]) -> list[int]:
    """The volume of "83 (1999)" is 83 alone, the issue "2(45)" has both numbers, "1-3" has three."""
    if "-" in written or "–" in written:
        low, high = numbers[0], numbers[-1]
        return list(range(low, high + 1)) if low < high <= low + 24 else numbers
    if len(numbers) == 2 and "(" in written and 1800 < numbers[1] < 2100:
        return numbers[:1]
    return numbers


def _value(token: str, *, alone: bool) -> int | None:
    if token.isdigit():
        return int(token)
    if token in _MONTHS:
        return _MONTHS[token]
    return _roman(token) if alone and _ROMAN.fullmatch(token) else None


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
