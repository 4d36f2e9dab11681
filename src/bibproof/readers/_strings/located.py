"""Where a record's title stands in a string: letter for letter, or as the words that are most like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibproof.compare.text import fold
from bibproof.compare.words import FUNCTION_WORDS, bits
from bibproof.model import Work

Range = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIKE_ENOUGH = 0.5  # the share of a title's words, weighed by rarity, that must be there
_DELIMITERS = ".?!,;:()[]“”\"«»‘’–—-'"
_IN = re.compile(r"\s+in:?\s+")
_BREAK = re.compile(r"\s*[:?!]\s+|\.\s+|\s+[-–—]+\s+")


class Squeezed:
    """A string's letters and digits alone, folded, with the place of each."""

    def __init__(self, body: str) -> None:
        self.body = body
        letters: list[str] = []
        self.at: list[int] = []
        for place, char in enumerate(body):
            if char.isascii():
                folded = char.lower() if char.isalnum() else "and" if char == "&" else ""
            elif char in "’‘´":
                folded = ""
            else:
                folded = fold(char).replace(" ", "")
            letters.extend(folded)
            self.at.extend([place] * len(folded))
        self.text = "".join(letters)
        self.words = [(fold(match[0]).replace(" ", ""), match.span()) for match in _WORD.finditer(body)]

    def find(self, wanted: str) -> Iterator[Range]:
        """Where these squeezed letters stand as whole words."""
        start = self.text.find(wanted)
        while start >= 0 and wanted:
            first, last = self.at[start], self.at[start + len(wanted) - 1]
            if self._is_edge(first - 1, first) and self._is_edge(last, last + 1):
                yield first, last + 1
            start = self.text.find(wanted, start + 1)

    def _is_edge(self, left: int, right: int) -> bool:
        if left < 0 or right >= len(self.body):
            return True
        return not (self.body[left].isalnum() and self.body[right].isalnum())


@dataclass(frozen=True, slots=True)
class Found:
    """Where a title stands, and whether letter for letter."""

    span: Range
    exact: bool


def title_in(squeezed: Squeezed, record: Work) -> Found | None:
    """Where the record's title stands in the string, with what the string adds to it; None if it does not."""
    titles = list(_titles(record))
    for number, title in enumerate(titles):
        found = list(squeezed.find(fold(title).replace(" ", "")))
        fitting = [
            span
            for span in found
            if _is_set_off(squeezed.body, span) or _is_before_container(squeezed, span, record)
        ]
        if fitting:
            return (None if number == 0 else _longer(squeezed, titles[0], fitting[0])) or Found(
                _with_bracket(squeezed.body, fitting[0]), exact=True
            )
        if found and len(title.split()) > 3:
            return Found(_extended(squeezed.body, found[0]), exact=False)
    likest = filter(None, (_likest(squeezed, title) for title in titles))
    best = max(likest, default=None)
    return None if best is None else Found(_extended(squeezed.body, best[1]), exact=False)


def _longer(squeezed: Squeezed, full_title: str, main: Range) -> Found | None:
    """The full title with a slip in its subtitle, where the string has more than the main title."""
    likest = _likest(squeezed, full_title)
    if likest is None:
        return None
    start, end = _extended(squeezed.body, likest[1])
    if start > main[0] + 3 or len(squeezed.body[main[1] : end].split()) < 2:
        return None
    return Found((min(start, main[0]), end), exact=False)


def _titles(record: Work) -> Iterator[str]:
    listed = [record.full_title, record.title, *record.other_titles]
    breaks = ((title, _BREAK.search(title)) for title in (record.full_title, record.title) if title)
    heads = (title[: mark.start()] for title, mark in breaks if mark is not None)
    listed += [head for head in heads if len(head.split()) > 2]
    yield from dict.fromkeys(title for title in listed if title)


def _with_bracket(body: str, span: Range) -> Range:
    """With the bracket that closes one within: "... by Ce(III)"."""
    start, end = span
    closes = {")": "(", "]": "["}.get(body[end : end + 1])
    return (
        (start, end + 1)
        if closes and body.count(closes, start, end) > body.count(body[end], start, end)
        else span
    )


def _is_set_off(body: str, span: Range) -> bool:
    """Whether marks, and not words, stand on both sides."""
    return _is_delimited(body[: span[0]].rstrip()[-1:]) and _is_delimited(body[span[1] :].lstrip()[:1])


def _is_before_container(squeezed: Squeezed, span: Range, record: Work) -> bool:
    """Whether "in" and the name of what the record's work is in follow, without a mark."""
    names = (record.container_title, *record.other_container_titles)
    begins = (start for name in names if name for start, _ in squeezed.find(fold(name).replace(" ", "")))
    return any(_IN.fullmatch(squeezed.body[span[1] : start]) for start in begins if start > span[1])


def _is_delimited(char: str) -> bool:
    return not char or char in _DELIMITERS or not char.isalpha()


def _extended(body: str, span: Range) -> Range:
    """With the words on both sides that belong to the title, up to the marks that end it."""
    start, end = span
    while start > 0 and (body[start - 1].isalpha() or body[start - 1] in " '’-"):
        start -= 1
    while start < span[0] and not body[start].isalnum():
        start += 1
    stretch = re.compile(r"[^.?!,;:()\[\]“”\"«»]*").match(body, end)
    if stretch is not None and not re.match(r"\s+\d", body[end:]):
        end = stretch.end()
    return start, len(body[:end].rstrip())


def _likest(squeezed: Squeezed, title: str) -> tuple[float, Range] | None:
    """The run of words that is most like a title, and how much of the title is in it."""
    wanted = fold(title).split()
    there = {word for word, _ in squeezed.words}
    weights = [max(bits(word), 0.5) for word in wanted]
    total = sum(weights)
    known = sum(weight for word, weight in zip(wanted, weights, strict=True) if word in there)
    if len(wanted) < 3 or not total or known / total < _LIKE_ENOUGH:
        return None
    first, last, share = _aligned(wanted, weights, [word for word, _ in squeezed.words])
    if share / total < _LIKE_ENOUGH or not any(
        word not in FUNCTION_WORDS for word, _ in squeezed.words[first : last + 1]
    ):
        return None
    return share / total, (squeezed.words[first][1][0], squeezed.words[last][1][1])


def _aligned(wanted: list[str], weights: list[float], words: list[str]) -> tuple[int, int, float]:
    """First and last word of the run, and the weight of what is equal.

    Local alignment (Smith and Waterman 1981, https://doi.org/10.1016/0022-2836(81)90087-5).
    """
    columns = len(words)
    before = [0.0] * (columns + 1)
    starts = list(range(columns + 1))
    equal = [0.0] * (columns + 1)
    best = (0.0, 0, 0, 0.0)
    for word, weight in zip(wanted, weights, strict=True):
        now, now_starts, now_equal = [0.0] * (columns + 1), list(range(columns + 1)), [0.0] * (columns + 1)
        for column in range(1, columns + 1):
            is_same = words[column - 1] == word
            step = weight if is_same else -weight / 2
            score, origin, same = (
                before[column - 1] + step,
                starts[column - 1],
                equal[column - 1] + weight * is_same,
            )
            for other, gap, its_start, its_equal in (
                (before[column], weight / 2, starts[column], equal[column]),
                (now[column - 1], 2.0, now_starts[column - 1], now_equal[column - 1]),
            ):
                if other - gap > score:
                    score, origin, same = other - gap, its_start, its_equal
            if score <= 0:
                score, origin, same = 0.0, column, 0.0
            now[column], now_starts[column], now_equal[column] = score, origin, same
            if score > best[0]:
                best = (score, origin, column - 1, same)
        before, starts, equal = now, now_starts, now_equal
    return best[1], best[2], best[3]
