"""What a printed page adds between the lines of a list: numbers of pages, running heads, form feeds."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"(?:[-–—|]\s*|page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE)
_LEAST_LINES = (
    8  # with words, between two numbers of pages; a list may have its own numbers on lines by themselves
)
_NEAR = 2  # lines from a break, where a running head may be
_ITEM = re.compile(r"\s*[\[(]?\d{1,5}[\]).]+\s*\S{3}")
_LONGEST_HEAD = 100  # characters


def breaks(lines: Sequence[str]) -> Iterator[range]:
    """The runs of lines that are a page's end and the next one's beginning, with the blank lines around."""
    anchors = _anchors(lines)
    heads = _heads(lines, anchors)
    end = 0
    for anchor in anchors:
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
    between = (bisect(filled, after) - bisect(filled, before) - 1 for before, after in pairwise(numbers))
    if any(count < _LEAST_LINES for count in between):
        numbers = []
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


def _heads(lines: Sequence[str], anchors: Sequence[int]) -> set[str]:
    """Running heads: what stands beside several of the breaks, and is no item with its number."""
    near = {
        n for anchor in anchors for n in range(max(anchor - _NEAR, 0), min(anchor + _NEAR + 1, len(lines)))
    }
    counted = Counter(_head(lines[n]) for n in near if not _ITEM.match(lines[n]))
    return {head for head, times in counted.items() if times > 1 and 0 < len(head) <= _LONGEST_HEAD}


def _head(line: str) -> str:
    """A running head whatever the page, whose number may stand before or behind it."""
    return re.sub(r"^\d{1,4}\s+|\s+\d{1,4}$", "", line.strip())


def _is_furniture(lines: Sequence[str], n: int, heads: set[str]) -> bool:
    line = lines[n]
    return not line.strip() or _is_after_feed(lines, n) or (_head(line) in heads and not _ITEM.match(line))
