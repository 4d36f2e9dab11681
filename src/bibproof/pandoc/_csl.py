"""A CSL style as a style of ours: pandoc writes the list, we read it back as rich text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bibproof.errors import FileError, UsageError
from bibproof.listing import Citation, Entry, Options
from bibproof.model import Reference
from bibproof.pandoc._ast import Inline, block_inlines, document, to_inlines, to_rich
from bibproof.pandoc._csl_json import Wires, identifier, items
from bibproof.pandoc._program import pandoc
from bibproof.pandoc._style_file import read_style
from bibproof.richtext import RichText, plain, rich

_AS_DATA = ("--from", "json", "--to", "json")
_NUMBER = re.compile(r"(\d+)\.")


def csl_style(path: Path) -> CslStyle:
    """The style of a .csl file. Raises FileError where it is none that stands on its own."""
    return CslStyle(path, read_style(path))


@dataclass(frozen=True, slots=True)
class CslStyle:
    """A style that pandoc knows how to write; `text` is the .csl file, patched."""

    path: Path
    text: bytes = field(repr=False)

    def entries(self, references: Sequence[Reference], options: Options) -> list[Entry]:
        """The list, in the order that the style sorts it into."""
        if not references:
            return []
        wires = Wires()
        blocks = self._run([], references, options, wires)
        return [_entry(block, references, wires) for block in _list_of(blocks)]

    def cite(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """The citation in parentheses, as a number or as a note: whatever the style has."""
        group = _cite(_checked(citations, references), "NormalCitation")
        return self._cited([group], references, options)

    def cite_in_sentence(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """The citations as parts of a sentence, one behind the other."""
        inlines: list[Inline] = []
        numbered = _checked(citations, references)
        for position, one in enumerate(numbered):
            inlines += to_inlines(rich(_before(position, len(numbered))))
            inlines.append(_cite([one], "AuthorInText"))
        return self._cited(inlines, references, options)

    def _cited(self, inlines: list[Inline], references: Sequence[Reference], options: Options) -> RichText:
        wires = Wires()
        paragraphs = [{"t": "Para", "c": inlines}]
        if b'"citation-number"' in self.text:  # pandoc numbers works as they are cited: cite all, in order
            everything = [(identifier(number), None) for number in range(len(references))]
            paragraphs.insert(0, {"t": "Para", "c": [_cite(everything, "NormalCitation")]})
        blocks = self._run(paragraphs, references, options, wires)
        last = len(paragraphs) - 1
        return wires.back(to_rich(block_inlines(blocks[last : last + 1])))

    def _run(
        self, blocks: list[Inline], references: Sequence[Reference], options: Options, wires: Wires
    ) -> list[Inline]:
        """What pandoc makes of these blocks, with the list of all references behind them."""
        sent = items(references, options, wires)
        everything = {"t": "MetaInlines", "c": [_cite([("*", None)], "NormalCitation")]}
        asked = document(blocks, nocite=everything)
        with TemporaryDirectory(prefix="bibproof-") as folder:
            style, bibliography = Path(folder, "style.csl"), Path(folder, "items.json")
            style.write_bytes(self.text)
            bibliography.write_text(json.dumps(sent), "utf-8")
            arguments = (
                "--citeproc",
                "--csl",
                style,
                "--bibliography",
                bibliography,
                "-f",
                "json",
                "-t",
                "json",
            )
            try:
                answer = pandoc(arguments, json.dumps(asked).encode(), entries=len(sent))
            except UsageError as error:
                if str(style) not in str(error):
                    raise
                raise FileError(str(error).replace(str(style), str(self.path))) from None
        found: list[Inline] = json.loads(answer)["blocks"]
        return found


def _checked(citations: Sequence[Citation], references: Sequence[Reference]) -> list[tuple[str, str | None]]:
    """The citations by our identifiers. Raises KeyError for a key that no reference has."""
    numbers: dict[str, int] = {}
    for number, reference in enumerate(references):
        numbers.setdefault(reference.key, number)
    return [(identifier(numbers[citation.key]), citation.locator) for citation in citations]


def _cite(citations: Sequence[tuple[str, str | None]], mode: str) -> Inline:
    listed = [
        {
            "citationId": cited,
            "citationPrefix": [],
            "citationSuffix": to_inlines(rich(f", {locator}" if locator else "")),
            "citationMode": {"t": mode},
            "citationNoteNum": 1,
            "citationHash": 0,
        }
        for cited, locator in citations
    ]
    return {"t": "Cite", "c": [listed, []]}


def _before(position: int, total: int) -> str:
    """What stands before one of several that are named in a sentence: "A, B, and C"."""
    if position == 0:
        return ""
    if position < total - 1:
        return ", "
    return " and " if total == 2 else ", and "


def _list_of(blocks: Sequence[Inline]) -> list[Inline]:
    for block in blocks:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            entries: list[Inline] = block["c"][1]
            return entries
    return []


def _entry(block: Mapping[str, Any], references: Sequence[Reference], wires: Wires) -> Entry:
    (name, _, _), blocks = block["c"]
    reference = references[int(name.removeprefix("ref-r"))]
    inlines = list(block_inlines(blocks))
    number, inlines = _label(inlines)
    text = wires.back(to_rich(inlines))
    if plain(text).strip():
        return Entry(reference.key, text, number)
    return Entry(reference.key, (), number, ("the style prints nothing for a work of this kind",))


def _label(inlines: list[Inline]) -> tuple[int | None, list[Inline]]:
    """The number before an entry, where it is written "1."; any other label stays part of the text."""
    if not inlines or inlines[0]["t"] != "Span" or "csl-left-margin" not in inlines[0]["c"][0][1]:
        return None, inlines
    label, rest = plain(to_rich(inlines[:1])).strip(), inlines[1:]
    number = _NUMBER.fullmatch(label)
    if number is not None:
        return int(number[1]), rest
    return None, [{"t": "Str", "c": label}, {"t": "Space"}, *rest]
