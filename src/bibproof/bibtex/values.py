"""Reading one value: pieces in braces, in quotes or bare, joined by `#`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bibproof.bibtex.blocks import BARE, BRACED, JOINED, QUOTED, Field, Piece
from bibproof.bibtex.source import Source
from bibproof.model import Span

_WORD = re.compile(r"""[^\s"#%(),={}\0]+""")
_QUOTE_MARK = re.compile(r'["{}]')
_FIELD_LINE = re.compile(r"""[\r\n][ \t]*(?=[A-Za-z][\w:.+/-]*[ \t]*=[ \t]*["{\w])""")
_LAST_QUOTE = re.compile(r'"[ \t]*(?:,[ \t]*(?=[\r\n])|(?=[\r\n}]|\Z))')
_REST_OF_LINE = re.compile(r"""[^,\r\n{}"\0]*""")
_FAR = 500  # characters in which a lost quotation mark is looked for


@dataclass(frozen=True, slots=True)
class Value:
    """What was read of a value. `unclosed` is where the brace or quote stands that nothing closes."""

    pieces: tuple[Piece, ...]
    end: int
    unclosed: int | None = None

    def field(self, name: Span) -> Field:
        """The value under the name that stands there."""
        if not self.pieces:
            return Field(name.start, name.end, self.end, self.end, BARE)
        first = self.pieces[0]
        if len(self.pieces) == 1:
            return Field(name.start, name.end, *first)
        return Field(name.start, name.end, first.start - len(first.kind), self.end, JOINED, self.pieces)


def read_value(source: Source, position: int) -> Value:
    """Read the value that starts here; `end` is behind its last mark."""
    text, end = source.text, position
    pieces: list[Piece] = []
    while True:
        mark = text[position : position + 1]
        if mark in (BRACED, QUOTED):
            closing = source.closing_brace(position) if mark == BRACED else _closing_quote(source, position)
            if closing is None:
                return Value(tuple(pieces), end, unclosed=position)
            pieces.append(Piece(position + 1, closing, mark))
            end = closing + 1
        else:
            word = _WORD.match(text, position)
            if word is None:
                return Value(tuple(pieces), end)
            pieces.append(Piece(position, word.end(), BARE))
            end = word.end()
        position = source.skip_blank(end)
        if text[position : position + 1] != "#":
            return Value(tuple(pieces), end)
        position = source.skip_blank(position + 1)


def _closing_quote(source: Source, opening: int) -> int | None:
    """The quote that closes this one. Braces inside must be paired, and a quote inside braces is text."""
    position = opening + 1
    while (mark := _QUOTE_MARK.search(source.text, position)) is not None:
        if mark[0] == QUOTED:
            return mark.start()
        closing = source.closing_brace(mark.start()) if mark[0] == BRACED else None
        if closing is None:
            return None
        position = closing + 1
    return None


def cut_before_field(source: Source, start: int, end: int) -> tuple[int, int] | None:
    """Where a value that lost its closing mark probably ends: before a line that starts `name =`.

    Gives that end and where the field on that line starts. Looks no further than the next block.
    """
    line = _FIELD_LINE.search(source.text, start, min(end, source.limit(start)))
    if line is None:
        return None
    value_end = line.start()
    while value_end > start and source.text[value_end - 1] in " \t\r\n,":
        value_end -= 1
    inside = source.text[start:value_end]
    if inside.endswith("}") and inside.count("\\{") > inside.count("\\}"):
        value_end -= 1  # what was meant as a brace of the text, \{, opened a group: this one closes the value
    return value_end, line.end()


def last_quote(source: Source, position: int) -> int | None:
    """The quote that ends a line (or the entry) from here on, before the next field."""
    far = min(position + _FAR, source.limit(position))
    field_line = _FIELD_LINE.search(source.text, position, far)
    quote = _LAST_QUOTE.search(source.text, position, far if field_line is None else field_line.start() + 1)
    return None if quote is None else quote.start()


def rest_of_line(source: Source, position: int) -> int:
    """Where text without braces or quotes ends: at a comma, a brace, a quote, or with its line."""
    rest = _REST_OF_LINE.match(source.text, position)
    end = position if rest is None else rest.end()
    while end > position and source.text[end - 1].isspace():
        end -= 1
    return end
