"""Putting pieces of rich text together: faces, separators, full stops that are never doubled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bibproof.richtext import Face, RichText, rich

_STOPS = (".", "?", "!", "…")
_CLOSING = "”’\"')]»"


def concat(*parts: RichText | str) -> RichText:
    """The parts one behind the other; nothing is put between them."""
    runs: list[RichText] = [rich(part) if isinstance(part, str) else part for part in parts]
    return tuple(run for text in runs for run in text)


def joined(parts: Iterable[RichText | str], separator: str) -> RichText:
    """The parts that say something, with a separator between each two."""
    pieces: list[RichText | str] = []
    for part in parts:
        if part:
            pieces += [separator, part] if pieces else [part]
    return concat(*pieces)


def faced(text: RichText | str, face: Face) -> RichText:
    """The text with one more face on all of it."""
    runs = rich(text) if isinstance(text, str) else text
    return tuple(replace(run, face=run.face | face) for run in runs)


def last_letter(text: RichText) -> str:
    """The last character that is no closing bracket or quotation mark; empty where there is none."""
    for run in reversed(text):
        stripped = run.text.rstrip(_CLOSING)
        if stripped:
            return stripped[-1]
    return ""


def stopped(text: RichText) -> RichText:
    """The text with a full stop behind it, unless it ends in a mark that does as well."""
    if (
        not text
        or text[-1].text.endswith(_STOPS)
        or (text[-1].text.endswith(("”", "’", '"')) and last_letter(text) in _STOPS)
    ):
        return text
    return (*text, *rich("."))


def sentences(parts: Iterable[RichText]) -> RichText:
    """The parts that say something as sentences: each with its full stop, a space between each two."""
    return joined((stopped(part) for part in parts if part), " ")
