"""Dates of CSL items: date-parts, seasons, EDTF and what people type.

https://docs.citationstyles.org/en/stable/specification.html#date-variables, and the input schema,
https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

import re
from typing import Any

from bibproof.bibtex.periods import day, parse_period, season_named
from bibproof.model import Date, Period
from bibproof.readers._csl_text import plain_text

_SEASON_MONTHS = {**{13 + n: 1 + n for n in range(4)}, **{21 + n: 1 + n for n in range(4)}}
_NO_DATE = re.compile(r"(?:n\.? ?d\.?|no date|undated|\[n\.? ?d\.?\])", re.IGNORECASE)


def period(value: object) -> Period | None:
    """A date variable as a period; None where it holds no date."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _in_words(str(value))
    if isinstance(value, list):  # date-parts without the object around them
        value = {"date-parts": value if value and isinstance(value[0], list) else [value]}
    if not isinstance(value, dict):
        return None
    return _from_object(value)


def _from_object(value: dict[str, Any]) -> Period | None:
    circa = _is_set(value.get("circa"))
    written = value.get("date-parts")
    lists = written if isinstance(written, list) else ()
    parts = [numbers for one in lists if isinstance(one, list) and (numbers := _numbers(one))]
    if parts:
        start, season = _date(parts[0])
        end = _date(parts[1])[0] if len(parts) > 1 else None
        named = value.get("season")
        season = season if named is None else season_named(str(named))
        return Period(start, end if end != start else None, season=season, circa=circa)
    for name in ("edtf", "raw", "literal"):
        text = value.get(name)
        if isinstance(text, (str, int)) and (found := _in_words(str(text))) is not None:
            if circa and not found.circa:
                return Period(found.start, found.end, found.is_open, found.season, circa, found.literal)
            return found
    return None


def _in_words(text: str) -> Period | None:
    text = plain_text(text)
    if not text or _NO_DATE.fullmatch(text):
        return None
    return parse_period(text) or Period(literal=text)


def _numbers(parts: list[Any]) -> list[int]:
    """Year, month and day, as far as they are numbers; nothing where there is no year."""
    numbers: list[int] = []
    for part in parts[:3]:
        try:
            number = int(part)
        except (TypeError, ValueError, OverflowError):
            break
        if number == 0 or abs(number) > 99_999:
            break
        numbers.append(number)
    return numbers


def _date(parts: list[int]) -> tuple[Date, int | None]:
    """The date, and the season where the month is one: 13 to 16, or EDTF's 21 to 24."""
    season = _SEASON_MONTHS.get(parts[1]) if len(parts) > 1 else None
    return (day(parts[0]), season) if season is not None else (day(*parts), None)


def _is_set(circa: object) -> bool:
    return bool(circa) and circa not in ("false", "0")
