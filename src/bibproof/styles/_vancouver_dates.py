"""Dates as NLM writes them: year, month in three letters, day; Citing Medicine, appendix E."""

from __future__ import annotations

from bibproof.model import Date, Period, Work

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("Spring", "Summer", "Fall", "Winter")


def day(date: Date) -> str:
    """A date as far as it is known: "2002 Jul 25", "2002 Jul", "2002"."""
    if date.month is None or not 1 <= date.month <= len(MONTHS):
        return year(date)
    month = f"{year(date)} {MONTHS[date.month - 1]}"
    return month if date.day is None else f"{month} {date.day}"


def year(date: Date) -> str:
    return str(date.year) if date.year > 0 else f"{-date.year} BC"


def full_date(work: Work) -> str:
    """When the work came out, with all that is known of it; empty where nothing is."""
    period = work.periods.get("issued")
    if period is not None:
        return period_text(period)
    return "" if work.issued is None else day(work.issued)


def year_only(work: Work) -> str:
    """The year, or years, in which the work came out; empty where they are not known."""
    period = work.periods.get("issued")
    if period is None:
        return "" if work.issued is None else year(work.issued)
    first, last = period.start, period.end
    if first is None:
        return period.literal or ""
    until = (
        f"-{year(last)}" if last is not None and last.year != first.year else " -" if period.is_open else ""
    )
    return _uncertain(year(first) + until, period)


def event_date(work: Work) -> str:
    """When the conference was: "2001 Sep 13-15"; empty where it is not known."""
    period = work.periods.get("event-date")
    return "" if period is None else period_text(period)


def cited_date(work: Work) -> str:
    """The day on which the work was read; empty where it is not known."""
    if work.accessed is not None:
        return day(work.accessed)
    period = work.periods.get("accessed")
    return "" if period is None else period_text(period)


def period_text(period: Period) -> str:
    """A period: "2001 Sep 13-15", "2016 Mar 30-Apr 2", "2003 Oct -", "2005 Summer", "[1984?]"."""
    first, last = period.start, period.end
    if first is None:
        return period.literal or ("" if last is None else day(last))
    if period.season is not None and 1 <= period.season <= len(_SEASONS):
        return f"{year(first)} {_SEASONS[period.season - 1]}"
    if last is not None:
        return _uncertain(_range(first, last), period)
    return _uncertain(day(first) + (" -" if period.is_open else ""), period)


def _uncertain(text: str, period: Period) -> str:
    return f"[{text}?]" if period.circa else text


def _range(first: Date, last: Date) -> str:
    """From one day to another, without repeating what both have."""
    start, end = day(first), day(last)
    if first == last:
        return start
    if first.year != last.year or last.month is None:
        return f"{start}-{end}"
    if first.month != last.month or last.day is None:
        return f"{start}-{end.removeprefix(f'{year(last)} ')}"
    return f"{start}-{last.day}"
