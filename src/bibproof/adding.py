"""Records as entries behind those that a BibTeX file has, written as its last entry is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bibproof.bibtex.entry_writer import entry_key, write_entry
from bibproof.bibtex.layout import Layout, layout_of
from bibproof.bibtex.syntax import scan
from bibproof.bibtex.writing import UnwritableError
from bibproof.edits import in_letters_of
from bibproof.errors import FileError, UsageError
from bibproof.files import replace_text
from bibproof.model import Library, Work
from bibproof.readers.bibtex import bibtex

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Addition:
    """A library, and its text with new entries. Nothing is written before `write` is called.

    `keys` has, by DOI, the key of each work that was asked for; `present` are the DOIs that
    were there before.
    """

    library: Library
    text: str
    keys: dict[str, str]
    present: frozenset[str] = frozenset()

    def write(self) -> None:
        """Write the file in one step, where anything is added; it is made where there is none.

        Raises FileError where it can't be written or is not what was read any more, UsageError where there is
        no path.
        """
        if self.library.path is None:
            raise UsageError("a library without a file can't be written")
        if self.text != self.library.text:
            replace_text(self.library.path, self.library.text, self.text, self.library.encoding)


def bibliography(works: Iterable[Work]) -> str:
    """Works as a new BibTeX file, in UTF-8. Raises FileError where that can't be."""
    return with_works(Library(None, "", ()), works).text


def named(works: Iterable[Work]) -> list[tuple[str, Work]]:
    """Works with the keys that their entries would have."""
    keys: list[str] = []
    listed = list(works)
    for work in listed:
        keys.append(entry_key(work, keys))
    return list(zip(keys, listed, strict=True))


def with_works(library: Library, works: Iterable[Work]) -> Addition:
    """The library with an entry for each work whose DOI it has not yet.

    Raises FileError where the file's encoding can't hold an entry, or its last entry would swallow it.
    """
    taken = [
        library.text[block.key_span.start : block.key_span.end]
        for block in scan(library.text).blocks
        if block.is_entry
    ]
    known = {one.work.doi: one.key for one in reversed(library.references) if one.work.doi is not None}
    keys, present, written = {}, set(), []
    layout = _layout(library)
    for work in works:
        doi = work.doi or ""
        if doi in known:
            if doi not in keys:
                present.add(doi)
            keys[doi] = known[doi]
            continue
        key = entry_key(work, taken)
        try:
            written.append(in_letters_of(library, partial(write_entry, key, work, layout)))
        except UnwritableError as error:
            raise FileError(
                f"{library.path}: {doi} can't be written in the file's encoding,"
                f" {library.encoding} ({error}); save the file as UTF-8"
            ) from None
        taken.append(key)
        keys[doi] = known[doi] = key
    text = _appended(library.text, written, _line_end(library.text))
    _check_is_read(library, text, len(written))
    return Addition(library, text, keys, frozenset(present))


def _layout(library: Library) -> Layout | None:
    """How the file's last entry writes its fields, with the file's line ends; None where it has no entry."""
    found = (layout_of(library.text, reference) for reference in reversed(library.references))
    return next((layout for layout in found if layout is not None), _ours(library))


def _ours(library: Library) -> Layout | None:
    line_end = _line_end(library.text)
    return None if line_end == "\n" else replace(Layout(), separator=f",{line_end}  ")


def _line_end(text: str) -> str:
    """The line end that the file has most."""
    return next((end for end, _ in Counter(_LINE_END.findall(text)).most_common(1)), "\n")


def _appended(text: str, entries: Sequence[str], line_end: str) -> str:
    """The text with a blank line before each entry, and a line end behind each."""
    for entry in entries:
        if text.strip("\ufeff"):
            ends = _LINE_END.findall(text[len(text.rstrip()) :])
            text += line_end * max(0, 2 - len(ends))
        text += entry + line_end
    return text


def _check_is_read(library: Library, text: str, added: int) -> None:
    """Raise FileError where what stands last is broken: the new entries might be read as a part of it."""
    after = bibtex(text, library.path, library.encoding)
    start = max((one.span.start for one in library.references), default=0)
    broken = next((one for one in library.broken if not one.minor and one.span.start >= start), None)
    if broken is not None or len(after) != len(library) + added:
        why = f" ({broken.reason})" if broken else ""
        raise FileError(
            f"{library.path}: the end of the file is broken{why}; mend it first, then add: nothing is written"
        )
