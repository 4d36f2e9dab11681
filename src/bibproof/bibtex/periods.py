"""Dates that are more than a day: ranges, seasons, circa, years before our era; EDTF or in words.

EDTF: ISO 8601-2, as the biblatex manual has it, 2.3.8; https://www.loc.gov/standards/datetime/. EDTF counts
the year 1 B.C.E. as 0000; `Date.year` counts it as -1, as people and CSL do.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from bibproof.model import Date, Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS: Mapping[str, int] = MappingProxyType(
    {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
)
_LONGEST = 100  # characters; no date is longer
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_EDTF = re.compile(
    r"(?P<before>[~?%]?)(?P<year>[+-]?\d{4,5}|[+-]?\d{2,3}[Xxu]{1,2})(?:-(?P<month>\d\d|[Xxu]{2}))?"
    r"(?:-(?P<day>\d\d|[Xxu]{2}))?(?:T[\d:.Z+-]*)?(?P<behind>[~?%]?)"
)
_OPEN = frozenset({"", ".."})
_CIRCA = re.compile(r"^(?:ca?\.?|circa|approx(?:imately|\.)?|about)\s*(?=\d)", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"\s*(?:B\.? ?C\.?(?: ?E\.?)?)$", re.IGNORECASE)
_NAME = r"(?P<{0}month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_DAY = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>-?\d{3,4})"
_TO = r"\s*(?:[-–—/]+|to|through)\s*"
_MONTH, _TO_MONTH = _NAME.format(""), _NAME.format("to")
_FROM, _UP_TO = _DAY.format(""), _DAY.format("to")
_SHAPES = (
    rf"{_SEASON}[\s,]*{_YEAR}|(?P<year2>\d{{4}})[\s,]*(?P<season2>spring|summer|autumn|fall|winter)",
    rf"{_MONTH}\s*{_FROM}(?:{_TO}(?:{_TO_MONTH}\s*)?{_UP_TO})?[\s,]+{_YEAR}",
    rf"{_FROM}(?:\.|\s+of)?(?:\s*{_MONTH})?{_TO}{_UP_TO}\.?\s*{_TO_MONTH}[\s,]+{_YEAR}",
    rf"{_FROM}(?:\.|\s+of)?\s*{_MONTH}[\s,]+{_YEAR}",
    rf"{_MONTH}(?:{_TO}{_TO_MONTH})?[\s,]+{_YEAR}",
    rf"{_YEAR}[\s,]+{_MONTH}(?:[\s,]+{_FROM})?",
)
_SLASHED = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})")
_YEARS = re.compile(r"(\d{4})\s*[-–—/]+\s*(\d{4}|\d\d)?")


def is_day(period: Period) -> bool:
    """Whether it is no more than one day, month or year, which `Date` holds by itself."""
    return not (
        period.end or period.is_open or period.season or period.circa or period.literal is not None
    ) and (period.start is not None)


@lru_cache(maxsize=4096)
def day(year: int, month: int | None = None, number: int | None = None) -> Date:
    """The date, as far as there is such a month and such a day."""
    if month is None or not 1 <= month <= 12:
        return Date(year)
    longest = monthrange(year, month)[1] if year > 0 else 31
    if number is None or not 1 <= number <= longest:
        return Date(year, month)
    return Date(year, month, number)


def season_named(text: str) -> int | None:
    """1 for spring to 4 for winter, of a number or a name."""
    text = text.strip().lower()
    if text.isdecimal():
        return {1: 1, 2: 2, 3: 3, 4: 4, 21: 1, 22: 2, 23: 3, 24: 4}.get(int(text[:3]))
    return _SEASONS.get(text)


def parse_period(text: str) -> Period | None:
    """The period that a text tells: EDTF, or words such as "12 March 2019"; None where it is neither."""
    plain = _PLAIN.fullmatch(text)
    if plain is not None and int(plain[1]) > 0 and int(plain[2] or 1) <= 12:
        return Period(day(*(int(number) for number in plain.groups() if number)))
    text = " ".join(text[:_LONGEST].replace("~", "~ ").split()).replace("~ ", "~")
    return _edtf(text) or _words(text)


def _edtf(text: str) -> Period | None:
    start_text, slash, end_text = (part.strip() for part in text.partition("/"))
    if not slash:
        return _one(text)
    start, end = _one(start_text), _one(end_text)
    if start is not None and end is not None and not (start.season or end.season):
        circa = start.circa or end.circa
        return Period(start.start, end.start if end.start != start.start else None, circa=circa)
    if start is not None and end_text in _OPEN:
        return Period(start.start, is_open=True, circa=start.circa)
    if end is not None and start_text in _OPEN:
        return Period(None, end.start, circa=end.circa)
    if start is not None and end is not None:
        return start if start.season else end
    return None


def _one(text: str) -> Period | None:
    match = _EDTF.fullmatch(text)
    if match is None:
        return None
    written = match["year"]
    year = int(re.sub("[Xxu]", "0", written))
    if year <= 0 and written.lstrip("+-").isdecimal():
        year -= 1  # EDTF has a year 0
    circa = bool(match["before"] or match["behind"]) or not written.lstrip("+-").isdecimal()
    month = match["month"]
    if month is None or not month.isdecimal():
        return Period(Date(year), circa=circa)
    if not 1 <= int(month) <= 24 or 12 < int(month) < 21:
        return None
    if int(month) > 12:
        return Period(Date(year), season=int(month) - 20, circa=circa)
    number = match["day"]
    return Period(day(year, int(month), int(number) if number and number.isdecimal() else None), circa=circa)


def _words(text: str) -> Period | None:
    bare = _CIRCA.sub("", text)
    circa = bare != text or bare.endswith("?")
    bare = bare.removesuffix("?").strip(" .,[]()")
    if bare.isdecimal() and len(bare) in (3, 4) and int(bare) > 0:
        return Period(Date(int(bare)), circa=circa)
    era = _BEFORE_CHRIST.sub("", bare)
    if era != bare:
        return Period(Date(-int(era)), circa=circa) if era.isdecimal() and 0 < int(era) < 10_000 else None
    years = _YEARS.fullmatch(bare)
    if years is not None:
        return _years(years, circa=circa)
    slashed = _SLASHED.fullmatch(bare)
    if slashed is not None:
        return Period(day(*(int(number) for number in slashed.groups())), circa=circa)
    for shape in _shapes():
        match = shape.fullmatch(bare)
        if match is not None:
            return _shaped(match.groupdict(), circa=circa)
    return None


@lru_cache(maxsize=1)
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Made where the first date in words is met: they are long, and most dates are numbers."""
    return tuple(re.compile(shape, re.IGNORECASE) for shape in _SHAPES)


def _years(years: re.Match[str], *, circa: bool) -> Period:
    start, end = years.groups()
    if end is None:
        return Period(Date(int(start)), is_open=True, circa=circa)
    whole = int(end) if len(end) == 4 else int(start[:2] + end)
    return Period(Date(int(start)), Date(whole) if whole > int(start) else None, circa=circa)


def _shaped(found: Mapping[str, str | None], *, circa: bool) -> Period:
    year = int(found.get("year") or found.get("year2") or 0)
    season = found.get("season") or found.get("season2")
    if season is not None:
        return Period(Date(year), season=_SEASONS[season.lower()], circa=circa)
    to_month = _month(found.get("tomonth"))
    month = _month(found.get("month")) or to_month
    start = day(year, month, _number(found.get("day")))
    to_day = _number(found.get("today"))
    if to_day is None and to_month is None:
        return Period(start, circa=circa)
    end = day(year, to_month or month, to_day)
    return Period(start, end if end > start else None, circa=circa)


def _month(name: str | None) -> int | None:
    return None if name is None else _MONTHS.index(name[:3].lower()) + 1


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)
