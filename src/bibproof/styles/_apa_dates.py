"""The date of an APA reference: "2018", "2018, April 26–29", "n.d.", "in press" (APA 7, 9.13 to 9.17)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bibproof.model import Date, Period, Work

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_SEASONS = ("Spring", "Summer", "Fall", "Winter")
_IN_PRESS = frozenset(("in press", "inpress", "forthcoming"))
_UNDATED, _DATED, _IN_PRESS_LAST = 0, 1, 2


class Dating(Enum):
    """How much of its date a kind of work shows."""

    YEAR = auto()
    DAY = auto()  # month and day as well, where they are known
    EVENT = auto()  # the days of the conference


@dataclass(frozen=True, slots=True)
class Shown:
    """A date as it is shown: the year, to which the letter of "2018a" goes, and the rest."""

    year: str
    rest: str = ""
    order: tuple[int, ...] = (_UNDATED,)

    def lettered(self, letter: str) -> str:
        """As "2018a, April 3"; "n.d.-a"."""
        joint = "-" if letter and not self.year[-1].isdigit() else ""
        year = f"{self.year}{joint}{letter}"
        return f"{year}, {self.rest}" if self.rest else year


UNDATED = Shown("n.d.")
_SOON = Shown("in press", order=(_IN_PRESS_LAST,))


def shown_date(work: Work, dating: Dating) -> Shown:
    """The date that the reference shows."""
    status = work.variables.get("status")
    if status is not None and status.strip().lower().replace("-", " ") in _IN_PRESS:
        return _SOON
    issued = work.issued
    if dating is Dating.YEAR and issued is not None and "issued" not in work.periods:
        return _in_year(issued.year)
    period = _period(work, dating)
    return UNDATED if period is None else _shown(period, dating)


@lru_cache(maxsize=1024)
def _in_year(year: int) -> Shown:
    return Shown(_year(year), order=(_DATED, year))


def _period(work: Work, dating: Dating) -> Period | None:
    names = ("event-date", "issued") if dating is Dating.EVENT else ("issued",)
    for name in names:
        if name in work.periods:
            return work.periods[name]
    if work.issued is not None:
        return Period(work.issued)
    return work.periods.get("event-date")


def _shown(period: Period, dating: Dating) -> Shown:
    start = period.start
    if start is None:
        return UNDATED if not period.literal else Shown(period.literal)
    order: tuple[int, ...] = (_DATED, start.year)
    if dating is Dating.YEAR:
        return Shown(years(period), order=order)
    if period.season is not None and 1 <= period.season <= len(_SEASONS):
        return Shown(years(period), _SEASONS[period.season - 1], order)
    if start.month is None or period.circa or period.is_open:
        return Shown(years(period), order=order)
    order = (_DATED, start.year, start.month, start.day or 0)
    end = period.end
    if end is None or end == start:
        return Shown(_year(start.year), month_and_day(start), order)
    return Shown(_year(start.year), f"{month_and_day(start)}–{_end(start, end)}", order)


def _end(start: Date, end: Date) -> str:
    """What of the last day the first one does not say yet."""
    if end.year != start.year:
        return f"{_year(end.year)}, {month_and_day(end)}" if end.month is not None else _year(end.year)
    if end.month == start.month and end.day is not None:
        return str(end.day)
    return month_and_day(end)


def month_and_day(date: Date) -> str:
    if date.month is None or not 1 <= date.month <= len(_MONTHS):
        return ""
    month = _MONTHS[date.month - 1]
    return month if date.day is None else f"{month} {date.day}"


def years(period: Period) -> str:
    """As "1999–2004", "2003–present", "ca. 350 B.C.E."; the words of a date that has no year."""
    start, end = period.start, period.end
    if start is None:
        return period.literal or ""
    circa = "ca. " if period.circa else ""
    if period.is_open:
        return f"{circa}{_year(start.year)}–present"
    if end is None or end.year == start.year:
        return circa + _year(start.year)
    first = str(-start.year) if start.year < 0 and end.year < 0 else _year(start.year)
    return f"{circa}{first}–{_year(end.year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{-year} B.C.E."


def original_year(work: Work) -> str | None:
    """When the work first came out, where this is another edition: "1900", "ca. 350 B.C.E."."""
    period = work.periods.get("original-date")
    return None if period is None else years(period) or None


def long_day(date: Date) -> str:
    """As "July 22, 2019", as behind "Retrieved"."""
    day = month_and_day(date)
    return f"{day}, {_year(date.year)}" if date.day is not None else f"{day} {_year(date.year)}".strip()
