"""Reads CSL-JSON, as Zotero, pandoc and citeproc write it.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from bibproof.model import Broken, Library, Reference, Span
from bibproof.readers._csl_bibtex import BibtexValues, entry_type
from bibproof.readers._csl_items import to_work
from bibproof.readers._json_scan import Item, Scan
from bibproof.readers._memory import no_collection

_KEYS = ("id", "citation-key", "DOI")


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
    members = item.members
    key, key_span = f"item{number}", Span(item.span.start, item.span.start + 1)
    for name in _KEYS:
        member = members.get(name)
        if member is not None and isinstance(member.value, (str, int)) and str(member.value).strip():
            key, key_span = str(member.value).strip(), Span(member.start, member.end)
            break
    work = to_work({name: member.value for name, member in members.items()})
    return Reference(
        key=key,
        work=work,
        span=item.span,
        key_span=key_span,
        entry_type=entry_type(work),
        fields=MappingProxyType(
            {name: Span(member.start, member.end) for name, member in members.items() if name != "id"}
        ),
        values=BibtexValues(work, members.get("DOI")),
    )


def _without_content(items: list[Item]) -> list[Broken]:
    return [
        Broken(item.span, "an item that says nothing: expected a work's title, author ...")
        for item in items
        if not item.members.keys() - {"id", "type"}
    ]
