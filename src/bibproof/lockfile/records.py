"""A record as it stands in a lock: CSL-JSON's names, dates as ISO 8601, nothing that is empty."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields
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
    entry["published-as"] = list(record.published_as)
    return {name: value for name, value in entry.items() if value not in (None, [])}


def record_from_json(doi: str, entry: Mapping[str, Any]) -> Record:
    """The record that `record_to_json` wrote. Raises KeyError, TypeError or ValueError on anything else."""
    issued = parse_date(entry["issued"]) if "issued" in entry else None
    dates = tuple(map(parse_date, texts(entry.get("dates", []))))
    known: dict[str, Any] = {
        "doi": doi,
        "issued": issued,
        "dates": dates if issued is None else (issued, *dates),
    }
    known |= {attribute: text(entry[name]) for attribute, name in _TEXTS.items() if name in entry}
    known |= {
        attribute: tuple(_person_from_json(person) for person in _list(entry.get(name, [])))
        for attribute, name in _PEOPLE.items()
    }
    known |= {attribute: texts(entry.get(name, [])) for attribute, name in _LISTS.items()}
    return Record(
        source=text(entry["source"]),
        work=Work(**known),
        url=optional_text(entry.get("url")),
        updates=tuple(_update_from_json(update) for update in _list(entry.get("updates", []))),
        notice_for=texts(entry.get("notice-for", [])),
        published_as=texts(entry.get("published-as", [])),
        retrieved=datetime.date.fromisoformat(entry["retrieved"]) if "retrieved" in entry else None,
        seen=optional_text(entry.get("seen")),
    )


def parse_date(written: str) -> Date:
    """Read 2018, 2018-03 or 2018-03-05. Raises ValueError for what is no date."""
    year, *rest = (int(part) for part in written.split("-"))
    if len(rest) > 2:
        raise ValueError(f"{written!r} is no date")
    datetime.date(year, *[*rest, 1, 1][:2])  # there is such a day
    return Date(year, *rest)


def text(value: object) -> str:
    """The value, which must be a text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, not {value!r}")
    value.encode()  # half of a surrogate pair could not be written again
    return value


def optional_text(value: object) -> str | None:
    """The value, which must be a text or null. Raises TypeError."""
    return None if value is None else text(value)


def texts(value: object) -> tuple[str, ...]:
    """The value, which must be a list of texts. Raises TypeError."""
    return tuple(map(text, _list(value)))


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, not {value!r}")
    return value


def _person_to_json(person: Person) -> dict[str, str]:
    return {name: value for name in _PERSON if (value := getattr(person, name)) is not None}


def _person_from_json(entry: Mapping[str, str]) -> Person:
    return Person(**{name: text(entry[name]) for name in _PERSON if name in entry})


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
    return Update(
        text(entry["kind"]), optional_text(entry.get("doi")), when, optional_text(entry.get("source"))
    )
