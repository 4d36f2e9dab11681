"""The text that is being scanned, and what has to be known about it as a whole."""

from __future__ import annotations

import re
from bisect import bisect_right

from bibproof.model import Broken, Span

_BLANK = re.compile(r"[\s\0\ufeff]*(?:%[^\r\n]*[\s\0\ufeff]*)*")
_HEAD = re.compile(r"@[A-Za-z][\w-]*[ \t]*[{(]")


class Source:
    """The text, with what is found broken in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.broken: list[Broken] = []
        self._lines = Lines(text)
        self._braces = Braces(text)
        self._searched_from = 0
        self._next_head = -1

    def report(self, span: Span, reason: str, key: str | None = None, *, minor: bool = False) -> None:
        self.broken.append(Broken(span, reason, key, minor))

    def line(self, position: int) -> int:
        return self._lines.number(position)

    def closing_brace(self, opening: int) -> int | None:
        return self._braces.closing(opening)

    def skip_blank(self, position: int) -> int:
        """The next character that is no white space and in no comment.

        A stray NUL or byte order mark is blank.
        """
        match = _BLANK.match(self.text, position)
        return position if match is None else match.end()

    def starts_block(self, position: int) -> bool:
        """Whether a line starts here, but for indentation, with `@type{`."""
        return _HEAD.match(self.text, position) is not None and self.is_at_line_start(position)

    def is_at_line_start(self, position: int) -> bool:
        """Whether only indentation stands before it in its line."""
        before = self.text[max(0, position - 200) : position].rstrip(" \t")
        return not before or before[-1] in "\r\n"

    def limit(self, position: int) -> int:
        """Where the next line, from `position` on, starts a block; else the text's end."""
        if self.starts_block(position):
            return position
        if not self._searched_from <= position <= self._next_head:
            head = _HEAD.search(self.text, position)  # far faster than to look at every line
            while head is not None and not self.is_at_line_start(head.start()):
                head = _HEAD.search(self.text, head.end())
            self._searched_from = position
            self._next_head = len(self.text) if head is None else head.start()
        return self._next_head


class Lines:
    """Line numbers of offsets, from 1. Lines end as BibTeX's do on any system: LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    def number(self, offset: int) -> int:
        if not self._starts:
            self._starts = self._find_starts()
        return bisect_right(self._starts, offset)

    def _find_starts(self) -> list[int]:
        starts = [0]
        for line in self._text.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]


class Braces:
    """Which brace closes which, for a whole text at once.

    BibTeX counts every brace, even behind a backslash. The table is made when it is first asked for; then
    a look-up costs the same however far away the closing brace stands, so that no file takes quadratic
    time.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: dict[int, int] | None = None

    def closing(self, opening: int) -> int | None:
        """Where the brace that stands at `opening` is closed; None where it is not."""
        if self._closing is None:
            self._closing = self._match()
        return self._closing.get(opening)

    def _match(self) -> dict[int, int]:
        matched: dict[int, int] = {}
        stack: list[int] = []
        find = self._text.find
        opening, closing = find("{"), find("}")
        while closing >= 0:
            if 0 <= opening < closing:
                stack.append(opening)
                opening = find("{", opening + 1)
            else:
                if stack:
                    matched[stack.pop()] = closing
                closing = find("}", closing + 1)
        return matched
