"""A list as a file of a word processor."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from bibproof.listing import Entry
from bibproof.pandoc._ast import Inline, document, to_inlines
from bibproof.pandoc._program import pandoc

_BIBLIOGRAPHY = re.compile(
    rb'(<w:style [^>]*w:styleId="Bibliography"(?:(?!</w:style>|<w:pPr).)*)<w:pPr\s*(?:/>|>\s*</w:pPr>)',
    re.DOTALL,
)
_HANGING = b'<w:ind w:left="720" w:hanging="720"/>'  # in twentieths of a point
_DIV = ["refs", ["references"], [["custom-style", "Bibliography"]]]


def convert(entries: Sequence[Entry], form: str) -> bytes:
    """The list in one of pandoc's formats ("docx", "rtf"), one paragraph a reference.

    A numbered list is one of the word processor's own, so that it numbers anew what is put between. Raises
    UsageError where there is no pandoc.
    """
    shown = [entry for entry in entries if entry.text]
    whole = document([{"t": "Div", "c": [_DIV, _blocks(shown)]}] if shown else [])
    arguments = ("--from", "json", "--to", form, "--standalone", "--output", "-")
    data = pandoc(arguments, json.dumps(whole).encode(), entries=len(entries))
    return _with_hanging_lines(data) if form == "docx" and _has_no_numbers(shown) else data


def _has_no_numbers(entries: Sequence[Entry]) -> bool:
    return all(entry.number is None for entry in entries)


def _with_hanging_lines(docx: bytes) -> bytes:
    """The file with half an inch for all lines of a reference but the first; pandoc's own style has none."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as read,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for part in read.infolist():
            content = read.read(part)
            if part.filename == "word/styles.xml":
                content = _BIBLIOGRAPHY.sub(rb"\1<w:pPr>" + _HANGING + rb"</w:pPr>", content, count=1)
            written.writestr(part, content)
    return made.getvalue()


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
