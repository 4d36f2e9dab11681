"""Formats of one tag a line (RIS, PubMed's): where each record and each of its tags stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bibproof.model import Broken, Library, Reference, Span
from bibproof.readers._csl_bibtex import BibtexValues, entry_type
from bibproof.readers._csl_items import to_work


@dataclass(frozen=True, slots=True)
class Chunk:
    """A record as it is written, where the first value of each tag stands, and all the values."""

    text: str
    span: Span
    tags: Mapping[str, Span]
    values: Mapping[str, tuple[str, ...]]

    def first(self, *names: str) -> Span | None:
        return next((self.tags[name] for name in names if name in self.tags), None)


def chunks(text: str, begins: re.Pattern[str], tag: re.Pattern[str]) -> Iterator[Chunk]:
    """The records of a file; each begins with a line that `begins` matches. `tag` has `name` and `value`."""
    starts = [match.start() for match in begins.finditer(text)]
    for start, following in zip(starts, [*starts[1:], len(text)], strict=False):
        written = text[start:following].rstrip()
        tags: dict[str, Span] = {}
        values: dict[str, tuple[str, ...]] = {}
        for match in tag.finditer(text, start, start + len(written)):
            name, value = match["name"].strip().upper(), (match["value"] or "").rstrip()
            if value.strip():
                tags.setdefault(name, Span(match.start("value"), match.start("value") + len(value)))
                values[name] = (*values.get(name, ()), " ".join(value.split()))
        yield Chunk(written, Span(start, start + len(written)), tags, values)


def strays(
    text: str, begins: re.Pattern[str], ends: re.Pattern[str], tag: re.Pattern[str], expected: str
) -> Iterator[Broken]:
    """Tags before the first record, or between one's end and the next: a record without its first line."""
    starts = [match.start() for match in begins.finditer(text)]
    place = 0
    for following in [*starts, len(text)]:
        end = ends.search(text, place, following) if place else None
        start = 0 if not place else following if end is None else end.end()
        for part in _parts(text, start, following, ends):
            if len(found := list(tag.finditer(text, *part))) > 1:
                first, last = found[0], found[-1]
                reason = f"a record without its first line: expected one like '{expected}'"
                yield Broken(Span(first.start(), last.end()), reason)
        place = following + 1


def _parts(text: str, start: int, end: int, ends: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in ends.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def library_of(
    references: tuple[Reference, ...],
    broken: tuple[Broken, ...],
    text: str,
    path: Path | None,
    encoding: str,
    expected: str,
) -> Library:
    """A library of what was read; where nothing was, `broken` tells what was expected."""
    if not references and text.strip():
        first_line = Span(0, len(text.partition("\n")[0]))
        broken = (Broken(first_line, f"there is no record in it: {expected}"),)
    return Library(path, text, references, broken, encoding, is_bibtex=False)


def to_reference(
    key: str, chunk: Chunk, item: dict[str, Any], tags: Mapping[str, tuple[str, ...]]
) -> Reference:
    """The reference of a record; `tags` gives, by field, the tags that hold it."""
    work = to_work(item)
    fields = {field: span for field, names in tags.items() if (span := chunk.first(*names)) is not None}
    start = chunk.span.start
    return Reference(
        key=key,
        work=work,
        span=chunk.span,
        key_span=chunk.first("ID", "PMID")
        or Span(start, start + len(chunk.text.partition("\n")[0].rstrip())),
        entry_type=entry_type(work),
        fields=MappingProxyType(fields),
        values=BibtexValues(work, item.get("DOI")),
    )
