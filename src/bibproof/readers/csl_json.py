"""Reads CSL-JSON, as Zotero, pandoc and citeproc write it.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bibproof.model import Broken, Library, Reference, Span
from bibproof.readers._csl_bibtex import BibtexValues, entry_type
from bibproof.readers._csl_items import to_work
from bibproof.readers._json_scan import Item, Scan
from bibproof.readers._memory import no_collection

_KEYS = ("id", "citation-key", "DOI")
_SAYING_NOTHING = frozenset({"id", "type"})
_ID_FIRST = re.compile(r'\{\s*"id"\s*:\s*"([^"\\]*)"')


def csl_json(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every item of a CSL-JSON file as a Reference, and what could not be read as Broken.

    The file is a list of items, one item, or an object that holds the list under `items`. Never raises.
    """
    with no_collection():
        scan = Scan(text)
        references = tuple(_reference(item, number) for number, item in enumerate(scan.items, 1))
    broken = tuple(sorted((*scan.broken, *_without_content(scan.items)), key=lambda one: one.span))
    return Library(path, text, references, broken, encoding, is_bibtex=False)


def _reference(item: Item, number: int) -> Reference:
    key, key_span = _key(item, number)
    work = to_work(item.values)
    return Reference(
        key=key,
        work=work,
        span=item.span,
        key_span=key_span,
        entry_type=entry_type(work),
        fields=_Places(item),
        values=BibtexValues(work, item.values.get("DOI")),
    )


def _key(item: Item, number: int) -> tuple[str, Span]:
    """An item's id, or what may stand for it, and where it stands."""
    for name in _KEYS:
        value = item.values.get(name)
        if isinstance(value, (str, int)) and (key := str(value).strip()):
            first = _ID_FIRST.match(item.text, item.span.start)
            if name == "id" and first is not None and first[1] == value:
                return key, Span(*first.span(1))  # as nearly always: no need to walk the item
            return key, item.places[name]
    return f"item{number}", Span(item.span.start, item.span.start + 1)


class _Places(Mapping[str, Span]):
    """Where the fields of an item stand; found when first asked for."""

    __slots__ = ("_item",)

    def __init__(self, item: Item) -> None:
        self._item = item

    def __getitem__(self, name: str) -> Span:
        if name == "id":
            raise KeyError(name)
        return self._item.places[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._item.values if name != "id")

    def __len__(self) -> int:
        return len(self._item.values) - ("id" in self._item.values)


def _without_content(items: list[Item]) -> list[Broken]:
    return [
        Broken(item.span, "an item that says nothing: expected a work's title, author ...")
        for item in items
        if item.values.keys() <= _SAYING_NOTHING
    ]
