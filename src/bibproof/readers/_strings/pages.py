"""What a printed page adds between the lines of a list: numbers of pages, running heads, form feeds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_NUMBER = re.compile(r"(?:[-–—|]\s*|page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE)
_LEAST_LINES = 8  # with words, between two numbers of pages; a list may have its own numbers on lines by themselves
_LONGEST_HEAD = 100  # characters


def breaks(lines: Sequence[str]) -> Iterator[range]:
    """The runs of lines that are a page's end and the next one's beginning, with the blank lines around."""
    heads = _repeated(lines)
    end = 0
    for anchor in _anchors(lines):
        if anchor < end:
            continue
        start, end = anchor, anchor + 1
        while start > 0 and _is_furniture(lines, start - 1, heads):
            start -= 1
        while end < len(lines) and _is_furniture(lines, end, heads):
            end += 1
        yield range(start, end)


def _anchors(lines: Sequence[str]) -> list[int]:
    """Numbers of pages, and the lines behind a form feed that belong to no reference."""
    numbers = [n for n, line in enumerate(lines) if _is_number(line) and _is_beside_blank(lines, n)]
    filled = [n for n, line in enumerate(lines) if line.strip()]
    for before, after in zip(numbers, numbers[1:], strict=False):
        if sum(before < n < after for n in filled) < _LEAST_LINES:
            numbers = []
            break
    return sorted({*numbers, *(n for n in range(len(lines)) if _is_after_feed(lines, n))})


def _is_number(line: str) -> bool:
    return _NUMBER.fullmatch(line.strip()) is not None


def _is_blank(lines: Sequence[str], n: int) -> bool:
    return 0 <= n < len(lines) and (not lines[n].strip() or lines[n].startswith("\f"))


def _is_beside_blank(lines: Sequence[str], n: int) -> bool:
    return _is_blank(lines, n - 1) or _is_blank(lines, n + 1)


def _is_after_feed(lines: Sequence[str], n: int) -> bool:
    """Nothing, or a running head: a short line with a blank one behind it."""
    head = lines[n].strip()
    if not lines[n].startswith("\f") or len(head) > _LONGEST_HEAD:
        return False
    return not head or (n + 1 < len(lines) and not lines[n + 1].strip())


def _repeated(lines: Sequence[str]) -> set[str]:
    counted = Counter(_head(line) for line in lines)
    return {head for head, times in counted.items() if times > 1 and 0 < len(head) <= _LONGEST_HEAD}


def _head(line: str) -> str:
    """A running head whatever the page: its numbers are left out."""
    return re.sub(r"\d+", "#", line.strip())


def _is_furniture(lines: Sequence[str], n: int, heads: set[str]) -> bool:
    line = lines[n]
    return not line.strip() or _is_after_feed(lines, n) or _head(line) in heads
