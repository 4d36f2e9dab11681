"""CSL variables that stand in an item's note, a line each: "Status: in press", "{:original-date: 1899}".

Zotero's Extra field: https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra
"""

from __future__ import annotations

import re
from typing import Any

from bibproof.readers._csl_variables import DATES, NAMES, TEXTS

_LINE = re.compile(r"^\s*([A-Za-z][A-Za-z _-]*?)\s*:\s*(\S.*?)\s*$")
_BRACED = re.compile(r"\{:([A-Za-z][A-Za-z_ -]*?)\s*:\s*([^{}]*?)\s*\}")
_AS_WRITTEN = {name.lower(): name for name in (*DATES, *NAMES, *TEXTS)}
_OTHER_WORDS = {
    "place": "publisher-place",
    "accessed": "accessed",
    "date": "issued",
    "original-publication-date": "original-date",
    "journal-abbreviation": "container-title-short",
    "publication-title": "container-title",
    "short-title": "title-short",
    "pages": "page",
    "num-pages": "number-of-pages",
    "event": "event-title",
    "number-of-volumes": "number-of-volumes",
}
_MANAGERS_OWN = re.compile(r"(?:citation[ -]key|tex\.[\w.]+|read_status(?:_date)?|_\w+)\s*:.*", re.IGNORECASE)


def from_note(item: dict[str, Any]) -> dict[str, Any]:
    """The item with the variables of its note in their places, and the note without them."""
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    found: dict[str, Any] = {}
    rest = [
        line
        for line in _BRACED.sub(lambda match: _braced(match, found), note).splitlines()
        if not _taken(line, found)
    ]
    if not found and len(rest) == len(note.splitlines()):
        return item
    return {**item, **found, "note": "\n".join(rest).strip()}


def _braced(match: re.Match[str], found: dict[str, Any]) -> str:
    name = _name(match[1])
    if name is None:
        return match[0]
    _put(found, name, match[2])
    return ""


def _taken(line: str, found: dict[str, Any]) -> bool:
    """Whether the line says a variable, or what a reference manager keeps there for itself."""
    match = _LINE.match(line)
    name = None if match is None else _name(match[1])
    if match is None or name is None:
        return _MANAGERS_OWN.match(line.strip()) is not None
    _put(found, name, match[2])
    return True


def _name(written: str) -> str | None:
    name = "-".join(written.lower().split())
    return _AS_WRITTEN.get(name) or _AS_WRITTEN.get(name.replace("_", "-")) or _OTHER_WORDS.get(name)


def _put(found: dict[str, Any], name: str, value: str) -> None:
    if name not in NAMES:
        found[name] = value
        return
    family, bars, given = value.partition("||")
    person = {"family": family.strip(), "given": given.strip()} if bars else {"literal": value}
    found.setdefault(name, []).append(person)
