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
_ENTRY = re.compile(r"""(@[A-Za-z][\w-]*[ \t]*[{(][ \t]*[^\s,{}()"#%=@]+),\s*[A-Za-z][\w:.+/-]*\s*=""")
_FIELD_START = re.compile(r"""[,\r\n][ \t]*(?=[A-Za-z][\w:.+/-]*[ \t]*=[ \t]*["{\w])""")
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
            if word is None or (mark == "@" and source.starts_block(position)):
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


def swallowed_head(source: Source, start: int, end: int) -> re.Match[str] | None:
    """The line inside this value that looks as if it started an entry: the first that starts any block."""
    line = source.limit(start)
    return _ENTRY.match(source.text, line) if line < end else None


def cut_before_head(source: Source, start: int, head: int, entry: int) -> tuple[int, int] | None:
    """Where a value probably ends that swallowed the entry at `head`, as `cut_before_field` gives it.

    None where the entry whose mark stands at `entry` does not seem to end before that head: then the value
    may well quote an entry.
    """
    text, end = source.text, head
    while end > start and text[end - 1].isspace():
        end -= 1
    closer = "}" if text[entry] == "{" else ")"
    if not text.startswith(closer, end - 1, head) or end - 1 <= start:
        return None
    cut = cut_before_field(source, start, end)
    alone = text[max(start, end - 200) : end - 1].rstrip(" \t")[-1:] in ("\r", "\n")
    if closer == "}" and not alone and cut is None and source.closing_brace(entry) is not None:
        return None
    if cut is not None:
        return cut
    value_end = end - 1
    while value_end > start and text[value_end - 1].isspace():
        value_end -= 1
    return value_end, end - 1


def last_brace(source: Source, position: int, closer: str) -> int | None:
    """The brace that ends a value which single braces seemed to end earlier: the last before the next field.

    In the last field, the one before the entry's own. Looks no further than a value's few lines.
    """
    text = source.text
    limit = source.limit(position)
    far = min(position + _FAR, limit)
    field = _FIELD_START.search(text, position, far)
    behind = text[position : far if field is None else field.start()].rstrip(", \t\r\n")
    if field is None:
        if far < limit or not behind.endswith(closer):
            return None
        behind = behind[:-1].rstrip(", \t\r\n")
    too_many = behind.endswith("}") and behind.count("}") > behind.count("{")
    return position + len(behind) - 1 if too_many else None


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
