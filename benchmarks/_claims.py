"""What a reference says about a work, before anybody has written it down as BibTeX.

A `Claim` is made from a Crossref record (https://api.crossref.org/swagger-ui/index.html, "Work"): its text
is unescaped, and of its markup only `<i>`, `<sub>` and `<sup>` are kept. A fault is a claim that says
something else; a writer turns either into an entry.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Crossref = Mapping[str, Any]
"""One work record as Crossref's API serves it."""

Parts = tuple[int, ...]
"""A date as (year,), (year, month) or (year, month, day)."""

RIGHT_DATES = ("published-print", "published-online", "issued", "published", "posted")
_ANY_DATES = (*RIGHT_DATES, "published-other", "created", "content-created", "accepted")

_MATH = re.compile(r"<(mml:)?math\b.*?</(mml:)?math>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)([^<>]*)>")
_KEPT_TAGS = {"i": "i", "em": "i", "italic": "i", "sub": "sub", "inf": "sub", "sup": "sup"}
_SPACE = re.compile(r"\s+")
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$", re.IGNORECASE)
_NO_PAGES = re.compile(r"^\W*(?:n/?a|no|0+)?\W*(?:n/?a|no|0+)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """An author; a group has a family name only, and `group` set."""

    family: str
    given: str = ""
    suffix: str = ""
    group: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of a work. Empty text and empty tuples stand for what is not said."""

    kind: str  # Crossref's type
    title: str
    subtitle: str = ""
    short_title: str = ""
    authors: tuple[Name, ...] = ()
    dates: tuple[Parts, ...] = ()  # each of them right
    other_years: tuple[int, ...] = ()  # of deposit, acceptance ...: a fault does not use them
    containers: tuple[str, ...] = ()
    short_containers: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    page: str = ""
    article_number: str = ""
    publisher: str = ""
    issn: tuple[str, ...] = ()
    doi: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(parts[0] for parts in self.dates))


def claim_of(record: Crossref) -> Claim:
    """What a reference that is right in everything would say of a registered work."""
    return Claim(
        kind=str(record.get("type") or ""),
        title=_first(record, "title"),
        subtitle=_first(record, "subtitle"),
        short_title=_first(record, "short-title"),
        authors=tuple(name for author in record.get("author") or () if (name := _name(author)).family),
        dates=_dates(record, RIGHT_DATES),
        other_years=tuple(parts[0] for parts in _dates(record, _ANY_DATES)) + _issue_years(record),
        containers=_texts(record, "container-title"),
        short_containers=_texts(record, "short-container-title"),
        volume=_volume(str(record.get("volume") or "")),
        issue=str(record.get("issue") or ""),
        page=_page(str(record.get("page") or "")),
        article_number=str(record.get("article-number") or ""),
        publisher=clean(str(record.get("publisher") or "")),
        issn=tuple(record.get("ISSN") or ()),
        doi=str(record["DOI"]).lower(),
    )


def clean(text: str) -> str:
    """Unescaped, white space folded, markup reduced to `<i>`, `<sub>`, `<sup>`."""
    text = html.unescape(html.unescape(text))
    text = _MATH.sub(lambda match: re.sub(r"<[^<>]*>|\s+", "", match[0]), text)
    return _SPACE.sub(" ", _TAG.sub(_kept_tag, text)).strip()


def plain(text: str) -> str:
    """Without the markup that `clean` leaves."""
    return _SPACE.sub(" ", re.sub(r"</?(?:i|sub|sup)>", "", text)).strip()


def _kept_tag(match: re.Match[str]) -> str:
    name = match[2].lower().rpartition(":")[2]
    if name == "emph" and "ital" in match[3]:
        name = "i"
    kept = _KEPT_TAGS.get(name)
    return f"<{match[1]}{kept}>" if kept else ""


def _texts(record: Crossref, field: str) -> tuple[str, ...]:
    values = record.get(field) or ()
    return tuple(text for value in values if (text := plain(clean(str(value)))))


def _first(record: Crossref, field: str) -> str:
    return next((text for value in record.get(field) or () if (text := clean(str(value)))), "")


def _name(author: Mapping[str, Any]) -> Name:
    if author.get("name"):
        return Name(plain(clean(str(author["name"]))), group=True)
    family = plain(clean(str(author.get("family") or "")))
    given = plain(clean(str(author.get("given") or "")))
    suffix = str(author.get("suffix") or "")
    if given.lower().rstrip(":") in {"for the", "on behalf of", "on behalf of the", "and the", "the"}:
        return Name(family, group=True)
    tail = _SUFFIX.search(family)
    if tail and not suffix:
        family, suffix = family[: tail.start()], tail[1]
    return Name(family.strip(" ,"), given.strip(" ,"), suffix)


def _dates(record: Crossref, fields: tuple[str, ...]) -> tuple[Parts, ...]:
    found: dict[Parts, None] = {}
    for field in fields:
        for parts in (record.get(field) or {}).get("date-parts") or ():
            numbers = tuple(int(part) for part in parts or () if part)
            if numbers:
                found[numbers] = None
    return tuple(found)


def _issue_years(record: Crossref) -> tuple[int, ...]:
    issue = record.get("journal-issue") or {}
    return tuple(parts[0] for parts in _dates(issue, ("published-print", "published-online")))


def _volume(volume: str) -> str:
    """As people write it: "Volume 13" and "83 (1999)" are 13 and 83; "Publish Ahead of Print" is none."""
    match = re.match(r"^(?:vol(?:ume)?\.?\s*)?([\w./-]+)(?:\s*\(\d{4}\))?$", volume.strip(), re.IGNORECASE)
    return match[1] if match else ""


def _page(page: str) -> str:
    return "" if _NO_PAGES.match(page) else page.strip()
