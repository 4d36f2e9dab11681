"""Reading one entry: its key and its fields, and what to make of it where it is broken."""

from __future__ import annotations

import re

from bibproof.bibtex.blocks import BARE, BRACED, QUOTED, Field, Piece
from bibproof.bibtex.entry_end import EntryEnd
from bibproof.bibtex.values import (
    Value,
    cut_before_field,
    cut_before_head,
    last_brace,
    last_quote,
    read_value,
    rest_of_line,
    swallowed_head,
)
from bibproof.model import Span

# One ordinary field in one step: braces at most three deep, no `#`, no comment, nothing wrong. What this
# does not match is read piece by piece. Runs of characters are possessive, so that they are never tried
# twice; groups are bounded in number, since each takes memory while it may still be undone.
_PLAIN = r"[^{}]*+"
_ONE_DEEP = rf"{_PLAIN}(?:\{{{_PLAIN}\}}{_PLAIN}){{0,200}}"
_TWO_DEEP = rf"{_PLAIN}(?:\{{{_ONE_DEEP}\}}{_PLAIN}){{0,200}}"
_IN_QUOTES = r'[^{}"]*+(?:\{[^{}]*+\}[^{}"]*+){0,200}'
_FIELD = (
    r"\s*+([A-Za-z][\w:.+/-]*+)\s*+=\s*+"
    rf'(?:\{{({_TWO_DEEP})\}}|"({_IN_QUOTES})"|([A-Za-z0-9][\w:.+/-]*+))\s*+'
)
_ORDINARY_FIELD = {"}": re.compile(_FIELD + "[,}]"), ")": re.compile(_FIELD + "[,)]")}
_KINDS = ("", "", BRACED, QUOTED, BARE)  # by the number of the group that holds the value

_NAME = re.compile(r"""[^\s"#%'(),={}\0]+""")
_NAME_AND_EQUALS = re.compile(r"""[^\s"#%'(),={}\0]++[ \t]*+=""")
_NAME_AND_VALUE = re.compile(r"""[^\s"#%'(),={}\0]++\s*+=\s*+["{\d]""")
_SPACED_NAME = re.compile(r"""([A-Za-z][\w-]*+(?:[ \t]++[\w-]++){1,3})[ \t]*+=\s*+(?=["{])""")
_STRAY_BEFORE_EQUALS = re.compile(r"\}[ \t]*+=\s*+")
_STRAY_BEFORE_VALUE = re.compile(r"""\}[ \t]*+(?=["{])""")
_JUNK_MARK = re.compile(r"[,\r\n][ \t]*(?=[A-Za-z][\w:.+/-]*[ \t]*=)|[{})]")

_ORDINARY_KEY = re.compile(r"""\s*+([^\s,{}()"#%=\0]++)\s*+,""")
_KEY = {"}": re.compile(r"[^\s,{}\0]*"), ")": re.compile(r"[^\s,{})\0]*")}
_BRACE_IN_KEY = re.compile(r"""\}([^\s,{}()"#%=\0]*+)\s*+,(?=\s*+[A-Za-z][\w:.+/-]*+\s*+=\s*+["{\w])""")
_SPACED_KEY = re.compile(r"""([^\r\n,{}="\0]*[^\s,{}="\0])\s*,""")


class EntryReader(EntryEnd):
    """Reads from behind `@type{`. Afterwards `end` is behind the entry."""

    def read_entry(self) -> None:
        self.read_fields(self._read_key())

    def read_preamble(self) -> None:
        start = self._source.skip_blank(self._head.end())
        value = read_value(self._source, start)
        self.fields.append(value.field(Span(start, start)))
        behind = self._source.skip_blank(value.end)
        if value.unclosed is None and self._text[behind : behind + 1] == self._closer:
            self.end = behind + 1
        else:
            self._unclosed(self._source.limit(behind))

    def read_fields(self, position: int) -> None:
        ordinary_field = _ORDINARY_FIELD[self._closer].match
        text, append = self._text, self.fields.append
        head = self._source.limit(position)
        while self.end is None:
            match = ordinary_field(text, position)
            if match is None:
                position = self._read_unusual(position)
                continue
            group = match.lastindex or 0
            name_start, name_end = match.span(1)
            start, end = match.span(group)
            append(Field(name_start, name_end, start, end, _KINDS[group]))
            if match.end() > head and (cut := self._cut_at_head()) is not None:
                position = cut
                continue
            position = match.end()
            if text[position - 1] != ",":
                position = self._close(position)

    # The key

    def _read_key(self) -> int:
        ordinary = _ORDINARY_KEY.match(self._text, self._head.end())
        if ordinary is not None:
            self.key_span = Span(*ordinary.span(1))
            return ordinary.end()
        return self._read_unusual_key(self._source.skip_blank(self._head.end()))

    def _read_unusual_key(self, position: int) -> int:
        text, skip_blank = self._text, self._source.skip_blank
        key = None if self._source.starts_block(position) else _KEY[self._closer].match(text, position)
        if key is None or not key[0] or _NAME_AND_VALUE.match(text, position):
            self._report(Span(*self._head.span()), f'expected a key after "{self._head[0]}"')
            return position + (text[position : position + 1] == ",")
        self.key_span = Span(*key.span())
        behind = skip_blank(key.end())
        mark = text[behind : behind + 1]
        if mark == ",":
            return behind + 1
        stray = _BRACE_IN_KEY.match(text, behind)
        if stray is not None:
            self._report(Span(behind, behind + 1), f'a "}}" too many behind the key "{key[0]}"')
            return stray.end()
        if mark in (self._closer, "") or self._source.starts_block(behind):
            return behind
        spaced = _SPACED_KEY.match(text, position)
        if spaced is not None:
            self.key_span = Span(*spaced.span(1))
            self._report(self.key_span, "a key can't have white space in it")
            return spaced.end()
        self._report(self.key_span, f'expected "," after the key "{key[0]}"')
        return behind

    # Fields that are not ordinary

    def _read_unusual(self, position: int) -> int:
        """Read on from where a field, or the entry's end, is expected."""
        text = self._text
        position = self._source.skip_blank(position)
        mark = text[position : position + 1]
        if mark == self._closer:
            return self._close(position + 1)
        if mark == ",":
            self._report(Span(position, position + 1), "a comma too many: expected a field's name")
            return position + 1
        if not mark or self._source.starts_block(position):
            return self._unclosed(position)
        word = _NAME.match(text, position)
        if word is None:
            return self._skip_junk(position, "a field's name")
        return self._read_named(Span(*word.span()))

    def _read_named(self, name: Span) -> int:
        """Read on from the word that stands where a field's name is expected."""
        text, position, behind = self._text, name.start, self._source.skip_blank(name.end)
        mark = text[behind : behind + 1]
        if mark == "=":
            return self._read_value(name, self._source.skip_blank(behind + 1))
        stray = _STRAY_BEFORE_EQUALS.match(text, behind)
        if stray is not None:
            self._report(Span(behind, behind + 1), f'a "}}" too many behind "{self._word(name)}"')
            return self._read_value(name, stray.end())
        if mark in (BRACED, QUOTED):
            self._report(name, f'expected "=" between "{self._word(name)}" and its value')
            return self._read_value(name, behind)
        spaced = _SPACED_NAME.match(text, position)
        if spaced is not None:
            name = Span(*spaced.span(1))
            self._report(name, "a field's name can't have white space in it")
            return self._read_value(name, spaced.end())
        return self._skip_junk(position, f'"=" after "{self._word(name)}"', behind)

    def _read_value(self, name: Span, position: int) -> int:
        stray = _STRAY_BEFORE_VALUE.match(self._text, position)
        if stray is not None:
            self._report(
                Span(position, position + 1), f'a "}}" too many before the value of "{self._word(name)}"'
            )
            position = stray.end()
        value = read_value(self._source, position)
        if value.unclosed is not None:
            return self._read_unclosed(name, value, value.unclosed)
        if not value.pieces:
            self._report(name, f'expected a value after "{self._word(name)} ="')
        self.fields.append(value.field(name))
        if (cut := self._cut_at_head()) is not None:
            return cut
        behind = self._source.skip_blank(value.end)
        mark = self._text[behind : behind + 1]
        if mark == ",":
            return behind + 1
        if mark == self._closer:
            return behind
        if _NAME_AND_EQUALS.match(self._text, behind):
            self._report(
                Span(max(value.end - 1, name.start), value.end),
                f'expected "," after the value of "{self._word(name)}", before the field on line'
                f" {self._line(behind)}",
            )
            return behind
        return self._recover(name, value, behind)

    def _cut_at_head(self) -> int | None:
        """Where to go on if the value just read swallowed the next entry; else what it holds is reported."""
        field = self.fields[-1]
        last, name = field.pieces[-1], field.name_span
        head = swallowed_head(self._source, last.start, last.end) if last.kind != BARE else None
        if head is None:
            return None
        cut = cut_before_head(self._source, last.start, head.start(), self._head.end() - 1)
        if cut is not None:
            return self._cut(name, field.pieces[:-1], last.start - 1, cut)
        self._source.report(
            Span(*head.span()),
            f'line {self._line(head.start())} starts "{head[1]}" inside the value of "{self._word(name)}":'
            " it is read as text, not as an entry",
            self._key(),
            minor=True,
        )
        return None

    def _recover(self, name: Span, value: Value, behind: int) -> int:
        """Something else follows a value than a comma or the entry's end."""
        last = value.pieces[-1] if value.pieces else Piece(value.end, value.end, BARE)
        if last.kind == BRACED and (cut := cut_before_field(self._source, last.start, value.end)):
            return self._cut(name, value.pieces[:-1], last.start - 1, cut)
        if last.kind == BRACED and (brace := last_brace(self._source, value.end, self._closer)) is not None:
            return self._rebrace(name, value.pieces[:-1], last.start - 1, brace)
        if last.kind == QUOTED and (quote := last_quote(self._source, value.end)) is not None:
            return self._requote(name, value.pieces[:-1], last.start - 1, quote)
        if last.kind == QUOTED and (cut := cut_before_field(self._source, last.start, value.end)):
            return self._cut(name, value.pieces[:-1], last.start - 1, cut)
        end = rest_of_line(self._source, value.end)
        if last.kind == BARE and end > value.end and not self._source.starts_block(behind):
            self._report(
                Span(last.start, end), f'the value of "{self._word(name)}" must stand in braces or quotes'
            )
            self.fields[-1] = Value((*value.pieces[:-1], Piece(last.start, end, BARE)), end).field(name)
            return end + (self._text[end : end + 1] == ",")
        if behind == len(self._text) or self._source.starts_block(behind):
            return self._unclosed(behind)
        return self._skip_junk(behind, f'"," or "{self._closer}" after the value of "{self._word(name)}"')

    def _read_unclosed(self, name: Span, value: Value, opening: int) -> int:
        """The value's last piece opens at `opening`, and nothing closes it."""
        self.fields.append(value.field(name))
        quoted = self._text[opening] == QUOTED
        if quoted and (quote := last_quote(self._source, opening + 1)) is not None:
            return self._requote(name, value.pieces, opening, quote)
        limit = self._source.limit(opening)
        cut = cut_before_field(self._source, opening + 1, limit)
        if cut is not None:
            return self._cut(name, value.pieces, opening, cut)
        closer = self._text.find(self._closer, opening, limit) if quoted else -1
        if closer >= 0:
            return self._cut(name, value.pieces, opening, (self._trimmed(closer, opening), closer))
        self.fields.pop()
        self._report(Span(opening, opening + 1), self._not_closed(name, opening) + " anywhere")
        return self._end_at(limit)

    def _cut(self, name: Span, pieces: tuple[Piece, ...], opening: int, cut: tuple[int, int]) -> int:
        """End the value that opens at `opening` where it probably ends, and go on behind it."""
        end, behind = cut
        piece = Piece(opening + 1, max(end, opening + 1), self._text[opening])
        self.fields[-1] = Value((*pieces, piece), end).field(name)
        self._report(
            Span(opening, opening + 1), f"{self._not_closed(name, opening)} before line {self._line(behind)}"
        )
        return behind

    def _requote(self, name: Span, pieces: tuple[Piece, ...], opening: int, quote: int) -> int:
        """The value goes on to `quote`, with quotation marks or single braces inside."""
        self.fields[-1] = Value((*pieces, Piece(opening + 1, quote, QUOTED)), quote + 1).field(name)
        self._report(
            Span(opening, quote + 1),
            f'the value of "{self._word(name)}" has a quotation mark or a single brace in it:'
            " put it in braces",
        )
        behind = self._source.skip_blank(quote + 1)
        return behind + (self._text[behind : behind + 1] == ",")

    def _rebrace(self, name: Span, pieces: tuple[Piece, ...], opening: int, brace: int) -> int:
        """The value goes on to the brace at `brace`, with single braces inside."""
        self.fields[-1] = Value((*pieces, Piece(opening + 1, brace, BRACED)), brace + 1).field(name)
        self._report(
            Span(opening, brace + 1),
            f'the value of "{self._word(name)}" has a "}}" too many in it: it ends there',
        )
        behind = self._source.skip_blank(brace + 1)
        return behind + (self._text[behind : behind + 1] == ",")

    def _skip_junk(self, position: int, expected: str, found: int | None = None) -> int:
        """Report what can't be read here, and go on with the next field or the entry's end."""
        text = self._text
        at = position if found is None else found
        what = f'"{text[at]}"' if at < len(text) else "the end of the file"
        self._report(Span(position, max(at, position + 1)), f"expected {expected}, found {what}")
        limit = self._source.limit(position)
        while (mark := _JUNK_MARK.search(text, position, limit)) is not None:
            position = mark.end()
            if mark[0] == self._closer:
                return self._close(position)
            if mark[0][0] in ",\r\n":
                return position
            closing = self._source.closing_brace(mark.start()) if mark[0] == BRACED else None
            if closing is not None and closing < limit:
                position = closing + 1
        return self._unclosed(limit)
