"""From references to a list, or a citation, in a style and a format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from bibproof.documents import EVERYTHING
from bibproof.errors import UsageError
from bibproof.listing import Citation, Entry, Options, Style
from bibproof.model import Library, Reference
from bibproof.outputs import output
from bibproof.plugins import discover
from bibproof.richtext import RichText
from bibproof.styles import native_style

DOCUMENTS = ("docx", "rtf")
"""The formats that are files of a word processor, and that pandoc writes."""


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
    near = get_close_matches(key, [reference.key for reference in library], n=1)
    where = str(library.path or "the library")
    return f"{where}: there is no entry {key!r}" + (f"; the nearest key is {near[0]!r}" if near else "")


def style_named(name: str) -> Style:
    """The project's own style of that name, or the one of a .csl file. Raises UsageError and FileError."""
    if name.lower().endswith(".csl"):
        from bibproof.pandoc import csl_style

        return csl_style(Path(name))
    return native_style(name)


def check_format(form: str, *, has_file: bool) -> None:
    """Raise UsageError where there is no such format, or it is one for files and there is none."""
    known = (*discover("bibproof.outputs"), *DOCUMENTS)
    if form not in known:
        raise UsageError(f"there is no format {form!r}; choose one of {', '.join(known)}")
    if form == "docx" and not has_file:
        raise UsageError("docx is no text to show: name a file with --output")


def written(entries: Sequence[Entry], form: str) -> bytes:
    """A list as the bytes of a file. Raises UsageError where there is no such format, or no pandoc for it."""
    if form in DOCUMENTS:
        from bibproof.pandoc import convert

        return convert(entries, form)
    return output(form).whole(entries).encode()


def cite(
    references: Sequence[Reference], citations: Sequence[Citation], style: Style, *, in_sentence: bool
) -> RichText:
    """A citation of these works. Raises UsageError for a key that is not among the references."""
    known = {reference.key for reference in references}
    for citation in citations:
        if citation.key not in known:
            raise UsageError(f"there is no entry {citation.key!r}")
    write = style.cite_in_sentence if in_sentence else style.cite
    return write(references, citations, Options())
