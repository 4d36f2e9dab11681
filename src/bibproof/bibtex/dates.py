"""Dates as BibTeX (`year`, `month`, `day`) and biblatex (`date`: ISO 8601-2, "EDTF") write them.

biblatex manual, 2.3.8. Qualifiers (`~`, `?`, `%`), times and seasons say nothing that `Date` holds, and
are left out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache

from bibproof.model import Date

_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]*)?[~?%]?")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d|21\d\d)(?!\d)")
_MONTH_NAME = re.compile(
    r"(?<![^\W\d_])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[^\W\d_]*", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_SORT_KEY = re.compile(r"\\[A-Za-z]{0,20}(?:no{1,3}p|sort)[A-Za-z]{0,20}\s*\{[^{}]*\}", re.IGNORECASE)
_LONGEST = 200  # characters; no date is longer


def parse_dates(values: Mapping[str, str]) -> tuple[Date, ...]:
    """Every date that an entry may be cited by, the one it gives as its own first; empty where none is told.

    `values` are an entry's, by lower-case name. `date` goes before `year`. Further years follow: of
    "2018 [1999]", the end of "1998/1999", `origdate`.
    """
    dates = _year_month_day(values)
    if "date" in values:
        dates = [*_dates(values["date"]), *dates]
    if dates and ("origdate" in values or "origyear" in values):
        dates += _dates(values.get("origdate", values.get("origyear", "")))
    return tuple(dict.fromkeys(dates)) if len(dates) > 1 else tuple(dates)


def parse_date(text: str) -> Date | None:
    """The first date of a text: EDTF, or anything with a year of four digits in it."""
    return next(iter(_dates(text)), None)


def parse_month(text: str) -> tuple[int | None, int | None]:
    """Month and day of a `month` field: "3", "March", "Mar. 5", "10~January", "March--April" (the first)."""
    name = _MONTH_NAME.search(text)
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if name is not None:
        day = numbers[0] if len(numbers) == 1 and 1 <= numbers[0] <= 31 else None
        return _MONTHS.index(name[1].lower()) + 1, day
    month = numbers[0] if numbers and 1 <= numbers[0] <= 12 else None
    return month, None


def _dates(text: str) -> list[Date]:
    if text.isdecimal() and len(text) == 4:
        return [_date(int(text))] if int(text) > 0 else []
    if "\\" in text:
        text = _SORT_KEY.sub("", text[:_LONGEST])  # {\noopsort{1973c}1981}: sorted by one year, of another
    found = []
    for part in text[:_LONGEST].split("/"):
        match = _EDTF.fullmatch(part.strip())
        if match is not None and int(match[1]) > 0:
            found.append(_date(*(None if number is None else int(number) for number in match.groups())))
    return found or _years(text)


def _years(text: str) -> list[Date]:
    """The years in a text that is no EDTF date; a month's name beside the first is taken along."""
    years = [int(year) for year in _YEAR.findall(text[:_LONGEST])]
    if not years:
        return []
    name = _MONTH_NAME.search(text[:_LONGEST])
    month, day = (None, None) if name is None else parse_month(text[:_LONGEST])
    return [_date(years[0], month, day), *(Date(year) for year in years[1:])]


def _year_month_day(values: Mapping[str, str]) -> list[Date]:
    dates = _dates(values.get("year", ""))
    if not dates or dates[0].month is not None or "month" not in values:
        return dates
    month, day = parse_month(values["month"][:_LONGEST])
    own_day = _NUMBER.fullmatch(values.get("day", "").strip())
    return [_date(dates[0].year, month, day if own_day is None else int(own_day[0])), *dates[1:]]


@lru_cache(maxsize=4096)
def _date(year: int | None, month: int | None = None, day: int | None = None) -> Date:
    """The date, as far as there is such a month and such a day."""
    if year is None or month is None or not 1 <= month <= 12:
        return Date(year or 0)
    if day is None or not 1 <= day <= monthrange(year, month)[1]:
        return Date(year, month)
    return Date(year, month, day)
