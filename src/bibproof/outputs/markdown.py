"""Markdown that CommonMark, GitHub and pandoc read alike.

One paragraph a reference, or a numbered list. What Markdown has no sign for (raised and lowered letters,
small capitals) is HTML, and so are italics where the stars would not be read as such. Formulas stand between
dollars where they are plain notation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bibproof.listing import Entry, Output
from bibproof.outputs._maths import safe_tex
from bibproof.outputs._runs import consecutive, runs, safe_link, shown
from bibproof.richtext import Face, RichText, Run

_ACTIVE = re.compile(r"[\\`*_\[\]<|~$^]|&(?=#?\w+;)|(?<!\w)@|(?<=-)-")
_AT_START = re.compile(
    r"([#+\-=:%>]|\d{1,9}(?=[.)])|[A-Za-z](?=[.)]\s)|[ivxlcdmIVXLCDM]+(?=[.)]\s)|\((?=\w+\)\s))"
)
_MATHS_IN_HTML = re.compile(r"<[A-Za-z/!?]|\]\s*\(|\]\s*:")
_HTML = (
    (Face.SUBSCRIPT, "<sub>", "</sub>"),
    (Face.SUPERSCRIPT, "<sup>", "</sup>"),
    (Face.SMALL_CAPS, '<span style="font-variant: small-caps">', "</span>"),
)
_STARS = {Face.ITALIC: "*", Face.BOLD: "**", Face.ITALIC | Face.BOLD: "***"}
_TAGS = {
    Face.ITALIC: ("<em>", "</em>"),
    Face.BOLD: ("<strong>", "</strong>"),
    Face.ITALIC | Face.BOLD: ("<strong><em>", "</em></strong>"),
}
_BEFORE_STARS = frozenset("(-–—/“‘\"'")
_BEHIND_STARS = frozenset(").,;:?!(-–—/”’\"'")
_ENCODED = {"\\": "%5C", "(": "%28", ")": "%29", "&": "&amp;", "*": "%2A", "_": "%5F", "`": "%60"}


def _inline(text: RichText) -> str:
    written: list[str] = []
    pieces = list(runs(text))
    for position, run in enumerate(pieces):
        before = written[-1] if written else ""
        following = pieces[position + 1].text if position + 1 < len(pieces) else ""
        piece = _run(run, before, following)
        if before.endswith("!") and piece.startswith("["):
            written[-1] = f"{before[:-1]}\\!"  # "![" would be an image
        written.append(piece)
    return _with_harmless_start("".join(written).strip())


def _with_harmless_start(line: str) -> str:
    """The line, with a backslash before what would make a list or a heading of it."""
    match = _AT_START.match(line)
    if match is None:
        return line
    mark = match[0]
    if mark.isalnum():
        return f"{mark}\\{line[len(mark) :]}"
    return f"\\{line}"


def _run(run: Run, before: str, following: str) -> str:
    if run.tex is not None:
        formula = safe_tex(run.tex)
        is_read_as_one = not following[:1].isdigit() and not before.endswith(("$", "\\"))
        if formula is not None and is_read_as_one and not _MATHS_IN_HTML.search(formula):
            return f"${formula}$"
    address = safe_link(run.href)
    if address is not None:
        return _link(run, address)
    return _faced(run, before, following) if run.face is not Face.PLAIN else _escaped(run.text)


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", text)


def _link(run: Run, address: str) -> str:
    if run.text == address and run.face is Face.PLAIN:
        return f"<{address}>"
    target = "".join(_ENCODED.get(character, character) for character in address)
    bare = run.text.strip()
    if not bare:
        return run.text
    leading, _, trailing = run.text.partition(bare)  # readers differ in what they do with space in a link
    return f"{leading}[{_faced(Run(bare, run.face), '', '')}](<{target}>){trailing}"


def _faced(run: Run, before: str, following: str) -> str:
    """The text with its faces; white space at its ends stays outside of them, or stars would be text."""
    bare = run.text.strip()
    if not bare:
        return run.text
    opening, closing, style = _marks(run.face)
    written = f"{opening}{_escaped(bare)}{closing}"
    leading, _, trailing = run.text.partition(bare)
    if style:
        opening, closing = _TAGS[style]
        if _stars_are_read(leading or before, written, trailing or following):
            opening = closing = _STARS[style]
        written = f"{opening}{written}{closing}"
    return f"{leading}{written}{trailing}"


@lru_cache(maxsize=64)
def _marks(face: Face) -> tuple[str, str, Face]:
    """The HTML before and behind a text of this face, and what is left of the face for stars."""
    tags = [(opening, closing) for one, opening, closing in _HTML if face & one]
    opening = "".join(opening for opening, _ in reversed(tags))
    return opening, "".join(closing for _, closing in tags), face & (Face.ITALIC | Face.BOLD)


def _stars_are_read(before: str, inside: str, following: str) -> bool:
    """Whether all readers take stars for italics here: where a word begins and ends, as they all agree.

    CommonMark, 6.2, reads them in more places, and pandoc in others.
    """
    opens = not before or before[-1].isspace() or before[-1] in _BEFORE_STARS
    closes = not following or following[0].isspace() or following[0] in _BEHIND_STARS
    return opens and closes and not inside.endswith("\\")


def _whole(entries: Sequence[Entry]) -> str:
    entries = shown(entries)
    if consecutive(entry.number for entry in entries):
        return "".join([f"{entry.number}. {_inline(entry.text)}\n" for entry in entries])
    return "\n".join([f"{_paragraph(entry)}\n" for entry in entries])


def _paragraph(entry: Entry) -> str:
    line = _inline(entry.text)
    return line if entry.number is None else f"{entry.number}\\. {line}"


markdown = Output(inline=_inline, whole=_whole)
