"""A list of people as the record has it, in the form in which the entry writes its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bibproof.bibtex.names import parse_names
from bibproof.bibtex.writing import write_name, write_name_given_first
from bibproof.compare.alignment import align
from bibproof.model import Person

_BRACE_OR_AND = re.compile(r"[{}]|\s+and\s+", re.IGNORECASE)
_LINE_BREAK = re.compile(r"[\r\n]")
_BRACED = re.compile(r"\{[^{}]*\}")
_LISTED_IN_FULL = 20  # people: the Publication Manual of the APA, 7th edition, 9.8


def names_value(old: str, people: Sequence[Person], *, is_open: bool, encoding: str) -> str | None:
    """The record's list. Who is right keeps the name that the entry gives.

    A list that was cut short ("and others") stays so: it keeps its length, and everybody of it who is right;
    but nobody is left out alone. Where nobody of it is right, there is nothing to keep: it is written in
    full, unless it is longer than what APA lists in full. Raises UnwritableError.
    """
    if not people:
        return None
    written = split_names(old)
    cited, goes_on = parse_names(old)
    kept = _kept(written, cited, people)
    shown = len(people)
    if goes_on and (kept or len(people) > _LISTED_IN_FULL):
        shown = max(len(cited), 1, *(place + 1 for place in kept)) if kept else max(len(cited), 1)
        shown = len(people) if shown >= len(people) - 1 else shown
    write = write_name_given_first if _is_given_first(written) else write_name
    names = [
        kept[place] if place in kept else write(person, encoding)
        for place, person in enumerate(people[:shown])
    ]
    if is_open or shown < len(people):
        names.append("others")
    return _between(old).join(names)


def _between(old: str) -> str:
    """What stands between names: a line break and indentation where the list has the same one everywhere."""
    marks = {mark[0] for mark in _outer_ands(old)}
    mark = marks.pop() if len(marks) == 1 else ""
    return mark if _LINE_BREAK.search(mark) else " and "


def split_names(value: str) -> list[str]:
    """The names as they are written, at the "and"s that stand in no braces."""
    names, start = [], 0
    for mark in _outer_ands(value):
        names.append(value[start : mark.start()])
        start = mark.end()
    return [" ".join(name.split()) for name in [*names, value[start:]]]


def _outer_ands(value: str) -> Iterator[re.Match[str]]:
    """The "and"s that stand in no braces, with the white space around them."""
    depth = 0
    for mark in _BRACE_OR_AND.finditer(value):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] not in "{}":
            yield mark


def _kept(written: Sequence[str], cited: Sequence[Person], people: Sequence[Person]) -> dict[int, str]:
    """By the place in the record's list, the name as the entry writes it, of everybody who is right."""
    each = [parse_names(name)[0] for name in written]
    if any(len(found) > 1 for found in each):
        return {}
    names = [name for name, found in zip(written, each, strict=True) if found]
    if len(names) != len(cited):
        return {}
    alignment = align(cited, people)
    slips = {ours for ours, _ in alignment.slips}
    return {theirs: names[ours] for ours, theirs in alignment.pairs.items() if ours not in slips}


def _is_given_first(written: Sequence[str]) -> bool:
    """Whether most names of several words are written without a comma."""
    several = [bare for name in written if " " in (bare := _BRACED.sub("x", name))]
    return sum("," not in name for name in several) > len(several) / 2
