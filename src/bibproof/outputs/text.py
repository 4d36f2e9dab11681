"""Plain text: one line a reference, "1. " before it where the style numbers."""

from __future__ import annotations

from collections.abc import Sequence

from bibproof.listing import Entry, Output
from bibproof.outputs._runs import harmless, shown
from bibproof.richtext import RichText


def _inline(text: RichText) -> str:
    return harmless("".join([run.text for run in text])).strip()


def _whole(entries: Sequence[Entry]) -> str:
    return "".join([f"{_line(entry)}\n" for entry in shown(entries)])


def _line(entry: Entry) -> str:
    line = _inline(entry.text)
    return line if entry.number is None else f"{entry.number}. {line}"


text = Output(inline=_inline, whole=_whole)
