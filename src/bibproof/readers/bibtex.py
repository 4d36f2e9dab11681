"""Reads BibTeX and biblatex files."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from bibproof.bibtex.blocks import PLAIN, Block, Field
from bibproof.bibtex.dialect import to_work
from bibproof.bibtex.entry_types import NOT_WORKS
from bibproof.bibtex.inherit import Family
from bibproof.bibtex.macros import Expansion, Macros
from bibproof.bibtex.syntax import scan
from bibproof.model import Broken, Library, Reference, Span
from bibproof.readers._memory import no_collection

_MANY_UNDEFINED = 10


def bibtex(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every entry of a BibTeX file as a Reference, and what could not be read as Broken.

    Entries that claim no work (@xdata, @set, switches of a style) lend their fields to others and are not
    among the references. Never raises.
    """
    with no_collection():
        return _Reading(text).library(path, encoding)


class _Spans(Mapping[str, Span]):
    """Where the value of each field stands: numbers until they are asked for, since most never are."""

    __slots__ = ("_names", "_offsets")

    def __init__(self, names: tuple[str, ...], fields: Sequence[Field]) -> None:
        self._names = names  # of the fields, in their order
        self._offsets = array("I", [offset for field in fields for offset in (field.start, field.end)])

    def offsets(self, name: str) -> tuple[int, int]:
        """Raises KeyError."""
        if name not in self._names:
            raise KeyError(name)
        at = 2 * self._names.index(name)
        return self._offsets[at], self._offsets[at + 1]

    def __getitem__(self, name: str) -> Span:
        return Span(*self.offsets(name))

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Values(Mapping[str, str]):
    """What stands there, cut out of the text when asked for; and what names of @string come to."""

    __slots__ = ("_expanded", "_spans", "_text")

    def __init__(self, text: str, spans: _Spans, expanded: Mapping[str, str]) -> None:
        self._text, self._spans, self._expanded = text, spans, expanded

    def __getitem__(self, name: str) -> str:
        expanded = self._expanded.get(name)
        if expanded is not None:
            return expanded
        start, end = self._spans.offsets(name)
        return self._text[start:end]

    def __contains__(self, name: object) -> bool:
        return name in self._spans

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def __or__(self, others: Mapping[str, str]) -> dict[str, str]:
        return {**self, **others}


_NOTHING: Mapping[str, str] = MappingProxyType({})


class _Entry(NamedTuple):
    block: Block
    key: str
    fields: _Spans
    values: _Values
    # Without the values that can't be told, since a name in them is not defined here.
    known: Mapping[str, str]


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        document = scan(text)
        self._broken = list(document.broken)
        self._blocks = document.blocks
        self._macros = Macros(text, document.blocks)
        self._undefined: dict[str, tuple[str, Broken]] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}  # of entries' fields, each list once

    def library(self, path: Path | None, encoding: str) -> Library:
        family = Family()
        entries = []
        for entry in self._entries():
            entries.append(entry)
            family.add(entry.key, entry.block.type, entry.known)
        references = tuple(
            _reference(entry, family) for entry in entries if entry.block.type not in NOT_WORKS
        )
        for entry in entries:
            self._check_parents(entry, family)
        found = [*self._broken, *_told_of_undefined(list(self._undefined.values()))]
        broken = tuple(sorted(found, key=lambda item: item.span))
        return Library(path, self._text, references, broken, encoding)

    def _entries(self) -> Iterator[_Entry]:
        for block in self._blocks:
            for field, expansion in self._macros.define(block):
                self._check(expansion, field, None)
            if block.is_entry and (block.fields or block.key_span.end > block.key_span.start):
                yield self._entry(block)

    def _entry(self, block: Block) -> _Entry:
        text = self._text
        key = text[block.key_span.start : block.key_span.end]
        fields: dict[str, Field] = {}
        expanded: dict[str, str] = {}
        unknown: set[str] = set()
        for field in block.fields:
            name_start, name_end, start, end, kind, _ = field
            name = sys.intern(text[name_start:name_end].lower())
            if name in fields:
                self._broken.append(
                    Broken(
                        field.name_span,
                        f'a second field "{name}" in this entry: the first one counts',
                        key or None,
                        minor=True,  # BibTeX warns, and goes on
                    )
                )
                continue
            fields[name] = field
            if kind not in PLAIN:
                expansion = self._macros.expand(field)
                if expansion.text != text[start:end]:
                    expanded[name] = expansion.text
                if expansion.undefined or expansion.cut:
                    self._check(expansion, field, key or None)
                    unknown.add(name)
        names = tuple(fields)
        spans = _Spans(self._names.setdefault(names, names), tuple(fields.values()))
        values = _Values(text, spans, expanded or _NOTHING)
        known = {name: value for name, value in values.items() if name not in unknown} if unknown else values
        return _Entry(block, key, spans, values, known)

    def _check(self, expansion: Expansion, field: Field, key: str | None) -> None:
        """Report the names that nothing defines, each once, and texts that grow without bound."""
        for name in expansion.undefined:
            if name.lower() not in self._undefined:
                reason = f'"{name}" is not defined: expected a @string "{name}", or braces around the text'
                self._undefined[name.lower()] = name, Broken(field.value_span, reason, key, minor=True)
        if expansion.cut:
            self._broken.append(
                Broken(field.value_span, "too long once its @string names are replaced: it is not read", key)
            )

    def _check_parents(self, entry: _Entry, family: Family) -> None:
        """Report the entries that this one takes fields from and that the file does not hold."""
        for name, key in family.missing(entry.known):
            self._broken.append(
                Broken(
                    entry.fields[name],
                    f"{name} names {key}, which is not in this file",
                    entry.key or None,
                    minor=True,
                )
            )


def _told_of_undefined(undefined: Sequence[tuple[str, Broken]]) -> list[Broken]:
    """Each name by itself where they are few; many are of one file of definitions that is not at hand."""
    if len(undefined) < _MANY_UNDEFINED:
        return [broken for _, broken in undefined]
    _, first = undefined[0]
    some = ", ".join(name for name, _ in undefined[:_MANY_UNDEFINED])
    more = ", ..." if len(undefined) > _MANY_UNDEFINED else ""
    return [
        replace(first, reason=f"@string names that are not defined here: {some}{more} ({len(undefined)})")
    ]


def _reference(entry: _Entry, family: Family) -> Reference:
    block = entry.block
    whole = family.whole(block.type, entry.known)
    return Reference(
        key=entry.key,
        work=to_work(block.type, dict(whole), family.find),
        span=block.span,
        key_span=block.key_span,
        entry_type=block.type,
        fields=entry.fields,
        values=entry.values if whole is entry.known else MappingProxyType({**whole, **entry.values}),
    )
