"""A list as a file of a word processor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise

from bibproof.listing import Entry
from bibproof.pandoc._ast import Inline, document, to_inlines
from bibproof.pandoc._program import pandoc

_DIV = ["refs", ["references"], [["custom-style", "Bibliography"]]]


def convert(entries: Sequence[Entry], form: str) -> bytes:
    """The list in one of pandoc's formats ("docx", "rtf"), one paragraph a reference.

    A numbered list is one of the word processor's own, so that it numbers anew what is put between. Raises
    UsageError where there is no pandoc.
    """
    shown = [entry for entry in entries if entry.text]
    whole = document([{"t": "Div", "c": [_DIV, _blocks(shown)]}] if shown else [])
    arguments = ("--from", "json", "--to", form, "--standalone", "--output", "-")
    return pandoc(arguments, json.dumps(whole).encode(), entries=len(entries))


def _blocks(entries: Sequence[Entry]) -> list[Inline]:
    paragraphs: list[Inline] = [{"t": "Para", "c": to_inlines(entry.text)} for entry in entries]
    first = entries[0].number
    counted_on = all(
        one.number is not None and other.number == one.number + 1 for one, other in pairwise(entries)
    )
    if first is None or not counted_on:
        return paragraphs
    style = [first, {"t": "Decimal"}, {"t": "Period"}]
    return [{"t": "OrderedList", "c": [style, [[paragraph] for paragraph in paragraphs]]}]
