"""What the outputs have in common: harmless characters, runs that belong together, links that are safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bibproof.listing import Entry
from bibproof.richtext import Face, RichText, Run

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_UNSEEN = re.compile(r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def shown(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that a list shows: a style leaves the text of those empty that have no place in it."""
    return [entry for entry in entries if entry.text]


def harmless(text: str) -> str:
    """The text on one line, without what acts on a terminal or turns the direction of what follows.

    White space and control characters are a space. What joins letters in Arabic or in emoji stays.
    """
    if text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", _BREAKS.sub(" ", text)))


def runs(text: RichText) -> Iterator[Run]:
    """The runs as a format writes them: harmless, those that look the same as one, none of them empty."""
    last = Run("")
    for run in text:
        written = harmless(run.text)
        face = run.face if run.face is Face.PLAIN else _seen(run.face)
        if face == last.face and run.href == last.href and run.tex is None and last.tex is None:
            last = Run(last.text + written, face, run.href)
            continue
        if last.text:
            yield last
        is_same = written is run.text and face is run.face
        last = run if is_same else Run(written, face, run.href, run.tex)
    if last.text:
        yield last


@lru_cache(maxsize=64)
def _seen(face: Face) -> Face:
    return face & ~Face.KEPT


def safe_link(href: str | None) -> str | None:
    """The address, if it is one of the web; all others ("javascript:...") are no links for us."""
    return href if href is not None and _LINK.fullmatch(href) else None


def consecutive(numbers: Iterable[int | None]) -> bool:
    """Whether each number is one more than the one before; None is no number."""
    found = list(numbers)
    first = found[0] if found else None
    return first is not None and found == list(range(first, first + len(found)))
