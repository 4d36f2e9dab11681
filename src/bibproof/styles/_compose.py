"""Putting pieces of rich text together: faces, separators, full stops that are never doubled."""

from __future__ import annotations

from collections.abc import Iterable

from bibproof.richtext import Face, RichText, rich

_STOPS = (".", "?", "!", "…")
_QUOTES = ("”", "’", '"', "'")
_OPENED_BY = {"”": "“", "’": "‘"}
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
    return tuple(run._replace(face=run.face | face) for run in runs)


def last_letter(text: RichText) -> str:
    """The last character that is no closing bracket or quotation mark; empty where there is none."""
    for run in reversed(text):
        stripped = run.text.rstrip(_CLOSING)
        if stripped:
            return stripped[-1]
    return ""


def stopped(text: RichText) -> RichText:
    """The text with a full stop at its end, unless it ends in a mark that does as well.

    As American printers have it, the stop stands inside a closing quotation mark.
    """
    if not text or text[-1].text.endswith(_STOPS):
        return text
    last = text[-1]
    if last.text.endswith(_QUOTES) and _is_quotation(text):
        if last_letter(text) in _STOPS:
            return text
        inside = last.text.rstrip("".join(_QUOTES))
        if inside or len(text) > 1:
            return (*text[:-1], last._replace(text=f"{inside}.{last.text[len(inside) :]}"))
    return (*text, *rich("."))


def _is_quotation(text: RichText) -> bool:
    """Whether the last mark closes a quotation, and is no apostrophe: "the workers’"."""
    whole = "".join(run.text for run in text)
    mark = whole[-1]
    if mark in _OPENED_BY:
        return _OPENED_BY[mark] in whole
    return whole.count(mark) % 2 == 0


def sentences(parts: Iterable[RichText]) -> RichText:
    """The parts that say something as sentences: each with its full stop, a space between each two."""
    return joined((stopped(part) for part in parts if part), " ")
