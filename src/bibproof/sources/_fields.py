"""Take values out of JSON that may hold anything: what is not of the expected type is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from bibproof.jsons import Json
from bibproof.markup import plain
from bibproof.model import Date

_NOTHING = frozenset({"", "-", "&na;", "n/a", "null", "none"})
_LONGEST_NOTHING = max(map(len, _NOTHING))


def text(value: Json, *, marks: bool = False) -> str | None:
    """A text or a number as plain text; None for what says nothing. `marks` as of `markup.plain`."""
    if not isinstance(value, str):
        if value is None or isinstance(value, bool) or not isinstance(value, int | float):
            return None
        value = str(value)
    value = plain(value, marks=marks)
    return None if len(value) <= _LONGEST_NOTHING and value.lower() in _NOTHING else value


def texts(value: Json, *, marks: bool = False) -> tuple[str, ...]:
    """The texts of a list, or a text as a list of one; each once."""
    if value is None or value == []:
        return ()
    values = value if isinstance(value, list) else [value]
    if len(values) == 1:
        found = text(values[0], marks=marks)
        return () if found is None else (found,)
    return tuple(dict.fromkeys(found for one in values if (found := text(one, marks=marks)) is not None))


def mappings(value: Json) -> Iterator[Mapping[str, Json]]:
    """The objects of a list, or an object as a list of one."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one


def mapping(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}


def doi(value: Json) -> str | None:
    """A DOI, bare and in lower case. It is no prose: markup and entities are part of it."""
    if not isinstance(value, str):
        return None
    bare = value.strip().lower()
    for prefix in (
        "https://doi.org/",
        "http://dx.doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "doi:",
    ):
        bare = bare.removeprefix(prefix)
    return bare if bare.startswith("10.") and "/" in bare and bare.isprintable() else None


def partial_date(value: Json) -> Date | None:
    """Crossref's partial date, `{"date-parts": [[year, month, day]]}`; it may be `[[null]]`."""
    if value is None:
        return None
    parts = mapping(value).get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers = [_whole(part) for part in first[:3]] if isinstance(first, list) else []
    year, month, day = (*numbers, None, None, None)[:3]
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None or not 1 <= month <= 12:
        return _date(year, None, None)
    return _date(year, month, day if day is not None and _is_day(year, month, day) else None)


_date = lru_cache(maxsize=4096)(Date)


def _whole(value: Json) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 4:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return True
