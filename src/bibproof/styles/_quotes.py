"""Typewriter's quotation marks and apostrophes as a printer sets them: “ ”, ‘ ’."""

from __future__ import annotations

import re

from bibproof.richtext import RichText

_STRAIGHT = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \u00a0\t([{<—–-/“‘\"'")
_OPENING = {'"': "“", "'": "‘"}
_CLOSING = {'"': "”", "'": "’"}
_ELIDED = re.compile(r"'(?:\d\ds?\b|(?:tis|twas|em|n|cause|til)\b)", re.IGNORECASE)


def typographic(text: str, before: str = "") -> str:
    """The text with curved marks; `before` is the letter that it follows.

    A mark opens at a start and behind a space, a bracket or a dash; elsewhere it closes, or is an apostrophe.
    """
    if "'" not in text and '"' not in text:
        return text

    def curved(match: re.Match[str]) -> str:
        place, mark = match.start(), match[0]
        earlier = text[place - 1] if place else before
        behind = text[place + 1 : place + 2]
        opens = not earlier or earlier in _OPENS_AFTER
        if opens and behind.strip() and not _ELIDED.match(text, place):
            return _OPENING[mark]
        return _CLOSING[mark]

    return _STRAIGHT.sub(curved, text)


def typographic_runs(text: RichText) -> RichText:
    """The same of a rich text; addresses and formulas keep their marks."""
    whole = "".join([run.text for run in text])
    if "'" not in whole and '"' not in whole:
        return text
    before = ""
    runs = []
    for run in text:
        runs.append(run._replace(text=typographic(run.text, before)) if not (run.href or run.tex) else run)
        before = run.text[-1:] or before
    return tuple(runs)
