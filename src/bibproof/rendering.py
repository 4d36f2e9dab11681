"""From references to a list, or a citation, in a style and a format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from bibproof.documents import EVERYTHING
from bibproof.errors import FileError, UsageError
from bibproof.listing import Citation, Entry, Options, Style
from bibproof.model import Library, Reference
from bibproof.outputs import output
from bibproof.plugins import discover, plugin
from bibproof.richtext import RichText
from bibproof.styles import native_style

_DOCUMENTS = ("docx", "rtf")  # files of a word processor, which pandoc writes
_STOP = re.compile(r"\.(?=\s|$)")


def choose(library: Library, keys: Iterable[str]) -> tuple[Reference, ...]:
    """The references of these keys, each once, in the keys' order; `*` is all that are left.

    Raises UsageError for a key that the library has not.
    """
    chosen: dict[str, Reference] = {}
    for key in keys:
        if key == EVERYTHING:
            for reference in library:
                chosen.setdefault(reference.key, reference)
            continue
        try:
            chosen.setdefault(key, library[key])
        except KeyError:
            raise UsageError(_no_such_key(key, library)) from None
    return tuple(chosen.values())


def _no_such_key(key: str, library: Library) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, [reference.key for reference in library], n=1)
    where = f"{library.path}: " if library.path else ""
    return f"{where}there is no entry {key!r}" + (f"; the nearest key is {near[0]!r}" if near else "")


def style_named(name: str) -> Style:
    """The project's own style of that name, or the one of a .csl file. Raises UsageError and FileError."""
    if name.lower().endswith(".csl"):
        from bibproof.pandoc import csl_style

        return csl_style(Path(name))
    return native_style(name)


def check_format(form: str) -> None:
    """Raise UsageError, naming the formats that there are, where there is no such one."""
    if form not in _DOCUMENTS and plugin("bibproof.outputs", form) is None:
        known = (*discover("bibproof.outputs"), *_DOCUMENTS)
        raise UsageError(f"there is no format {form!r}; choose one of {', '.join(known)}")


def check_is_text(form: str) -> None:
    """Raise UsageError where there is no such format, or it is none to be shown."""
    check_format(form)
    if form == "docx":
        raise UsageError("docx is no text to show: name a file with --output")


def written(entries: Sequence[Entry], form: str) -> bytes:
    """A list as the bytes of a file. Raises UsageError where there is no such format, or no pandoc for it."""
    if form in _DOCUMENTS:
        from bibproof.pandoc import convert

        return convert(entries, form)
    return output(form).whole(entries).encode()


def cite(
    library: Library, citations: Sequence[Citation], style: Style, options: Options, *, in_sentence: bool
) -> RichText:
    """A citation of works of a library. Raises UsageError for a key that it has not, and for no key."""
    if not citations:
        raise UsageError("a citation names one key at least")
    choose(library, (citation.key for citation in citations))
    write = style.cite_in_sentence if in_sentence else style.cite
    return write(library.references, citations, options)


def with_locked_titles(options: Options | None, library: Library) -> Options:
    """The options with what the records of the library's lock call their journals in short.

    The user's own table comes before them.
    """
    options = options or Options()
    if library.path is None:
        return options
    return replace(options, journal_table=_JournalTable(options.journal_table, library.path))


class _JournalTable(Mapping[str, str]):
    """Full titles of journals to short ones: the user's, then those of a lock, read when a style asks."""

    def __init__(self, own: Mapping[str, str], bibliography: Path) -> None:
        self._own = own
        self._bibliography = bibliography

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        from bibproof.lockfile import lock_path, read_lock

        try:
            lock = read_lock(lock_path(self._bibliography))
        except FileError:
            return self._own  # a list can do without a lock
        titles: dict[str, str] = {}
        for record in () if lock is None else lock.records.values():
            full = record.work.container_title
            for short in record.work.other_container_titles if full else ():
                if full and _abbreviates(short, full):
                    titles.setdefault(full, _STOP.sub("", short))
        own = {full.casefold() for full in self._own}
        return {full: short for full, short in titles.items() if full.casefold() not in own} | dict(self._own)

    def __getitem__(self, title: str) -> str:
        return self._titles[title]

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)


def _abbreviates(short: str, full: str) -> bool:
    """Whether each word of a title stands for one of another's, in their order: "Clin. Rheumatol."."""
    words = iter(full.casefold().replace("-", " ").split())
    return len(short) < len(full) and all(
        any(_stands_for(piece, word) for word in words)
        for piece in short.casefold().replace(".", " ").replace("-", " ").split()
    )


def _stands_for(piece: str, word: str) -> bool:
    letters = iter(word)
    return piece[0] == word[0] and all(letter in letters for letter in piece)
