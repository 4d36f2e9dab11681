"""Text with faces: what a list of references shows in italics, raised, lowered, or as a formula.

A rich text is a sequence of runs. It has no syntax of its own, so nothing in it has to be escaped until a
format of `outputs/` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Flag, auto
from typing import NamedTuple


class Face(Flag):
    """How a run is set. Faces combine: `Face.ITALIC | Face.SUBSCRIPT`."""

    PLAIN = 0
    ITALIC = auto()
    BOLD = auto()
    SMALL_CAPS = auto()
    SUBSCRIPT = auto()
    SUPERSCRIPT = auto()
    KEPT = auto()  # its case must stay: BibTeX's braces, CSL's class "nocase"; nothing is seen of it


class Run(NamedTuple):
    """A piece of text in one face; a named tuple, since a long list has a hundred thousand.

    `href` is where it links to. `tex` is the source of a formula, without its dollars: formats that have
    mathematics write it, the others `text`.
    """

    text: str
    face: Face = Face.PLAIN
    href: str | None = None
    tex: str | None = None


RichText = tuple[Run, ...]


def rich(text: str, face: Face = Face.PLAIN) -> RichText:
    """A text in one face; the empty text has no runs."""
    return (Run(text, face),) if text else ()


def plain(runs: Iterable[Run]) -> str:
    """The text without its faces."""
    return "".join(run.text for run in runs)
