"""Reads a list of references in plain text: numbered, with bullets, in paragraphs or one a line.

Where the text has a section of references, that is read; else the text must be a list of references itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bibproof.model import Library
from bibproof.readers._lists import Source, library_of
from bibproof.readers._memory import no_collection
from bibproof.readers._sections import is_heading_of_references, is_other_heading
from bibproof.readers._strings import clean, joined
from bibproof.readers._strings.lists import Item, items
from bibproof.readers._strings.looks import is_surely_reference

Range = tuple[int, int]


def text(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every reference of a text; what stands in a list and is none is told in `broken`. Never raises."""
    with no_collection():
        found: list[Item] = []
        sections = list(_sections(text))
        for start, end in sections or [(int(text.startswith("\ufeff")), len(text))]:
            listed = items(list(joined(text, start, end)))
            found += listed if sections or _is_a_list(listed) else _sure(listed)
        return library_of(found, Source(text, path, encoding))


def _sections(text: str) -> Iterator[Range]:
    """What stands under each heading of references, up to a heading of what else may follow."""
    start: int | None = None
    place = 0
    for line in text.splitlines(keepends=True):
        if is_heading_of_references(line):
            if start is not None:
                yield start, place
            start = place + len(line)
        elif start is not None and is_other_heading(line):
            yield start, place
            start = None
        place += len(line)
    if start is not None:
        yield start, len(text)


def _is_a_list(listed: list[Item]) -> bool:
    """Whether a text without any heading is a list: most of its items are references beyond doubt."""
    sure = len(_sure(listed))
    return len(listed) > 0 and sure * 2 >= len(listed)


def _sure(listed: list[Item]) -> list[Item]:
    return [item for item in listed if is_surely_reference(clean(item.chars))]
