"""Patents: what biblatex's keys say of them (manual, 4.9.2.11), and numbers written with their kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "de": "German",
        "ep": "European",
        "es": "Spanish",
        "eu": "European",
        "fr": "French",
        "it": "Italian",
        "uk": "U.K.",
        "us": "U.S.",
    }
)
_KEY = re.compile(rf"(?P<kind>patent|patreq|country)(?P<code>{'|'.join(_COUNTRIES)})?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?P<country>\S.*?) )?patent (?:no\.?|number)\s*(?P<number>\d[\d,./]*)", re.IGNORECASE
)


def kind_of_key(text: str) -> str | None:
    """The words for a key of patents: "Patent", "U.S. patent application"; None where it is none."""
    key = _KEY.fullmatch(text)
    if key is None or key["kind"].lower() == "country":
        return None
    if key["kind"].lower() == "patent":
        return "Patent"
    country = country_of_key(text)
    return f"{country} patent application" if country else "Patent application"


def country_of_key(text: str) -> str | None:
    """Whose patents a key stands for: "U.S." for "patentus" and "countryus"."""
    key = _KEY.fullmatch(text)
    return None if key is None or key["code"] is None else _COUNTRIES[key["code"].lower()]


def bare_number(number: str) -> tuple[str, str | None]:
    """The number alone, and whose patent it says it is: "U.S. Patent No. 9,367,592"."""
    found = _NUMBER.fullmatch(number)
    return (number, None) if found is None else (found["number"], found["country"])
