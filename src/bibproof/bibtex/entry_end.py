"""Where an entry ends, and how what is broken in it is told."""

from __future__ import annotations

import re

from bibproof.bibtex.blocks import BRACED, Field
from bibproof.bibtex.source import Source
from bibproof.model import Span

_FIELD_BEHIND = re.compile(r"""\s*+,?+\s*+[A-Za-z][\w:.+/-]*+\s*+=\s*+["{\d]""")


class EntryEnd:
    """The part of an entry's reader that ends it. Afterwards `end` is behind the entry."""

    def __init__(self, source: Source, head: re.Match[str]) -> None:
        self.fields: list[Field] = []
        self.key_span = Span(head.end(), head.end())
        self.end: int | None = None
        self._source = source
        self._text = source.text
        self._head = head
        self._closer = "}" if head[0][-1] == "{" else ")"

    def _close(self, position: int) -> int:
        """The entry's closing mark was read, unless a field follows: then it was one too many."""
        if self._closer == "}" and _FIELD_BEHIND.match(self._text, position):
            self._report(
                Span(position - 1, position), 'a "}" too many: it ends the entry, and a field follows it'
            )
            behind = self._source.skip_blank(position)
            return behind + (self._text[behind : behind + 1] == ",")
        self.end = position
        return position

    def _unclosed(self, position: int) -> int:
        """The entry ends here without its closing mark."""
        here = (
            "the file ends"
            if position >= len(self._text)
            else f"line {self._line(position)} starts another entry"
        )
        opening = self._head.start()
        self._report(
            Span(opening, max(self._head.end(), self.key_span.end)),
            f'"{self._head[0]}" on line {self._line(opening)} is not closed: expected "," or "{self._closer}"'
            f", but {here}",
        )
        return self._end_at(position)

    def _end_at(self, position: int) -> int:
        self.end = self._trimmed(position, max(self._head.end(), self.fields[-1].end if self.fields else 0))
        return self.end

    def _trimmed(self, end: int, start: int) -> int:
        """Where the text before `end` ends without its white space, not before `start`."""
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return end

    def _not_closed(self, name: Span, opening: int) -> str:
        mark = self._text[opening]
        closing = "}" if mark == BRACED else mark
        return (
            f'the value of "{self._word(name)}" opens with {mark} on line {self._line(opening)}'
            f" and is not closed: expected {closing}"
        )

    def _word(self, span: Span) -> str:
        """What stands there, for a message."""
        return self._text[span.start : min(span.end, span.start + 40)]

    def _line(self, position: int) -> int:
        return self._source.line(position)

    def _report(self, span: Span, reason: str) -> None:
        self._source.report(span, reason, self._key())

    def _key(self) -> str | None:
        return self._text[self.key_span.start : self.key_span.end] or None
