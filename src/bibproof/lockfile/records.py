"""A record as it stands in a lock: CSL-JSON's names, dates as ISO 8601, nothing that is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from bibproof.evidence import Record, Update
from bibproof.model import Date, Person, Work

_TEXTS = {
    "type": "type",
    "genre": "genre",
    "title": "title",
    "subtitle": "subtitle",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "article_number": "article-number",
    "number": "number",
    "edition": "edition",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "pmid": "PMID",
    "language": "language",
}
_LISTS = {
    "other_titles": "other-titles",
    "other_container_titles": "other-container-titles",
    "isbn": "ISBN",
    "issn": "ISSN",
}
_PEOPLE = {"authors": "author", "editors": "editor"}
_PERSON = tuple(person_field.name for person_field in fields(Person))


def record_to_json(record: Record) -> dict[str, Any]:
    """The record without its DOI, which is its name in the lock. Raises nothing."""
    work = record.work
    entry: dict[str, Any] = {
        "source": record.source,
        "retrieved": record.retrieved.isoformat() if record.retrieved else None,
        "seen": record.seen,
        "url": record.url,
    }
    entry |= {name: getattr(work, attribute) for attribute, name in _TEXTS.items()}
    entry |= {
        name: [_person_to_json(person) for person in getattr(work, attribute)]
        for attribute, name in _PEOPLE.items()
    }
    entry["issued"] = str(work.issued) if work.issued else None
    entry["dates"] = [str(date) for date in work.dates if date != work.issued]
    entry |= {name: list(getattr(work, attribute)) for attribute, name in _LISTS.items()}
    entry["updates"] = [_update_to_json(update) for update in record.updates]
    entry["notice-for"] = list(record.notice_for)
    return {name: value for name, value in entry.items() if value not in (None, [])}


def record_from_json(doi: str, entry: Mapping[str, Any]) -> Record:
    """The record that `record_to_json` wrote. Raises KeyError, TypeError or ValueError on anything else."""
    issued = parse_date(entry["issued"]) if "issued" in entry else None
    dates = tuple(parse_date(text) for text in entry.get("dates", ()))
    known: dict[str, Any] = {
        "doi": doi,
        "issued": issued,
        "dates": dates if issued is None else (issued, *dates),
    }
    known |= {attribute: _text(entry[name]) for attribute, name in _TEXTS.items() if name in entry}
    known |= {
        attribute: tuple(_person_from_json(person) for person in entry.get(name, ()))
        for attribute, name in _PEOPLE.items()
    }
    known |= {attribute: tuple(map(_text, entry.get(name, ()))) for attribute, name in _LISTS.items()}
    return Record(
        source=_text(entry["source"]),
        work=Work(**known),
        url=entry.get("url"),
        updates=tuple(_update_from_json(update) for update in entry.get("updates", ())),
        notice_for=tuple(_text(notice) for notice in entry.get("notice-for", ())),
        retrieved=date.fromisoformat(entry["retrieved"]) if "retrieved" in entry else None,
        seen=entry.get("seen"),
    )


def parse_date(text: str) -> Date:
    """Read 2018, 2018-03 or 2018-03-05. Raises ValueError."""
    year, *rest = (int(part) for part in text.split("-"))
    return Date(year, *rest[:2])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, not {value!r}")
    return value


def _person_to_json(person: Person) -> dict[str, str]:
    return {name: value for name in _PERSON if (value := getattr(person, name)) is not None}


def _person_from_json(entry: Mapping[str, str]) -> Person:
    return Person(**{name: _text(entry[name]) for name in _PERSON if name in entry})


def _update_to_json(update: Update) -> dict[str, str]:
    entry = {
        "kind": update.kind,
        "doi": update.doi,
        "date": str(update.date) if update.date else None,
        "source": update.source,
    }
    return {name: value for name, value in entry.items() if value is not None}


def _update_from_json(entry: Mapping[str, str]) -> Update:
    when = parse_date(entry["date"]) if "date" in entry else None
    return Update(_text(entry["kind"]), entry.get("doi"), when, entry.get("source"))
