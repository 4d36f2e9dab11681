"""The name of a journal, a book or proceedings in what follows a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibproof.compare.containers import container_likeness
from bibproof.compare.likeness import Likeness
from bibproof.model import Work
from bibproof.readers._strings.layout import ends_of_title, trimmed

Range = tuple[int, int]

_IN = re.compile(
    r"\s*[,.;:]?\s*(?:\b(?:in|en|dans)\b\s*:?\s*(?!vitro|vivo|situ|silico)|\bin\s*:)", re.IGNORECASE
)
_EDITORS = re.compile(
    r"^(?P<names>.{3,200}?)[,.]?\s*(?:[(\[](?:eds?|editors?|hrsg|hg)\.?[)\]]|,\s*(?:eds?"
    r"|editors?)\b\.?)\s*[.,:]?\s*",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"^[\s\W\d]*$|^(?:pp?|vol|no|doi|url|ed|eds|accessed|available|retrieved|\d+(?:st|nd|rd|th) ed)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:()\[\]]|(?<=[^\W\d_]{5})\.(?=\s)|\.(?=\s*$)|[–—]|\s-\s")
_LONGEST = 25  # words
_LOCATOR_WORDS = re.compile(
    r"[,;.:\s(\[]*\b(?:vol(?:ume)?|bd|band|jg|jahrgang|tome|no|nr|heft|issue|pp?|pages?|article|art|suppl)"
    r"\b\.?\s*$",
    re.IGNORECASE,
)
_MONTH_OR_YEAR = re.compile(
    r"[\s,.;(\[]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall"
    r"|winter)[a-z]*\.?[\s,\d]*)?"
    r"(?:(?:1[5-9]|20)\d\d[a-z]?)?[\s,.;:)\](]*$",
    re.IGNORECASE,
)


def first_part(body: str, start: int, stops: list[int]) -> Range | None:
    """What stands between the title and the first number: in nearly every style, the name."""
    if (opening := _IN.match(body, start)) is not None:
        start = opening.end()
        if (editors := _EDITORS.match(body[start:])) is not None:
            start += editors.end()
    end = min((stop for stop in stops if stop > start), default=len(body))
    if opening is not None:
        end = min([end, *(match.start() for match in ends_of_title(body, start))])
    while True:
        text = body[start:end]
        shorter = len(_LOCATOR_WORDS.sub("", _MONTH_OR_YEAR.sub("", text)))
        if shorter == len(text):
            break
        end = start + shorter
    found = trimmed(body, start, end)
    if found is None or _NOT_A_NAME.match(body[found[0] : found[1]]):
        return None
    return _with_dot(body, found)


def _with_dot(body: str, span: Range) -> Range:
    """An abbreviated name keeps its last dot."""
    start, end = span
    last = body[start:end].rpartition(" ")[2]
    is_short = "." in body[start:end] or len(last) <= 3
    return (start, end + 1) if body[end : end + 1] == "." and is_short else span


def like(body: str, parts: Range, record: Work) -> tuple[Likeness, Range] | None:
    """The part of the text that is most like one of the record's containers; None where none is like it."""
    names = [
        name
        for name in (record.container_title, *record.other_container_titles, record.collection_title)
        if name
    ]
    best: tuple[Likeness, Range] | None = None
    for span in _pieces(body, *parts):
        written = body[span[0] : span[1]]
        for name in names:
            likeness = container_likeness(written, name)
            if likeness is Likeness.SAME:
                return likeness, span
            if likeness is Likeness.CLOSE and best is None:
                best = likeness, span
    return best


def _pieces(body: str, start: int, end: int) -> Iterator[Range]:
    """Runs of text between marks and numbers, the longest first at each beginning."""
    marks = [match.start() for match in _BREAK.finditer(body, start, end)]
    marks += [match.start() for match in re.finditer(r"(?<![\w.-])\d+", body[start:end])]
    cuts = sorted({start, *(mark if mark >= start else mark + start for mark in marks), end})
    for n, left in enumerate(cuts[:-1]):
        for right in reversed(cuts[n + 1 : n + 8]):
            opening = _IN.match(body, left, right)
            found = trimmed(body, opening.end() if opening else left, right)
            if found is None:
                continue
            found = (found[0] + (body[found[0]] in "([)]"), found[1])
            words = body[found[0] : found[1]].split()
            if words and len(words) <= _LONGEST and re.search(r"[^\W\d_]{2}", body[found[0] : found[1]]):
                yield found
                yield _with_dot(body, found)
