"""Documents that cite: which keys, and in which order; one file a kind.

A kind is a `Kind` of the file's own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bibproof.errors import FileError, UsageError
from bibproof.plugins import discover

EVERYTHING = "*"
"""Stands among the keys where a document cites all that there is (`\\nocite{*}`)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The suffixes of a kind of document, and what finds the keys in one's text, in the order of the text.

    `cited` is given the text and the document's path, since a document may be in several files.
    """

    suffixes: tuple[str, ...]
    cited: Callable[[str, Path], Iterable[str]]


def cited_keys(path: Path) -> tuple[str, ...]:
    """The keys that a document cites, each once, in the order of their first citation.

    Raises UsageError for a kind of document that is not known, FileError for one that can't be read.
    """
    kinds: dict[str, Kind] = {
        suffix: kind for kind in discover("bibproof.documents").values() for suffix in kind.suffixes
    }
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise UsageError(
            f"{path}: citations are read from {', '.join(sorted(kinds))} files; this is none of them"
        )
    return tuple(dict.fromkeys(kind.cited(read_document(path), path)))


def read_document(path: Path) -> str:
    """The text of a document; bytes that are no UTF-8 can't be part of a key. Raises FileError."""
    try:
        return path.read_text("utf-8", errors="replace")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FileError(f"{path}: can't be read ({reason}); check the path") from None
