"""Where each reference of a list begins and ends: numbers, bullets, blank lines, indents, or lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bibproof.readers._strings.pages import breaks

Char = tuple[str, int]

_BACK = r"(?:[\^↑](?:[ \t]*Jump up to:)?(?:[ \t]+[a-z]{1,2}(?=[ \t]))*(?=[ \t]|[A-Z“\"]))"
"""Wikipedia's way back to where a reference is cited: "^ a b c"."""
_CIRCLED = "".join(
    chr(first + n)
    for first, last in ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
    for n in range(last - first + 1)
)  # 1-20, 21-35, 36-50
_LABEL = re.compile(
    r"[ \t]*(?:\[\^?(?P<square>\d{1,5})\]:?|\((?P<round>\d{1,5})\)|(?P<dot>\d{1,5})[.)](?!\d)"
    rf"|(?P<circled>[{_CIRCLED}])"
    r"|(?P<bare>\d{1,5})(?=[ \t]+[A-Z“\"])"
    r"|\[\^?(?P<name>[^\W\d_][\w+&.:-]{0,30})\]:?(?!\()|(?P<bullet>[-*+•·◦▪‣●○–—](?=\s)"
    rf"|{_BACK}))[ \t]*{_BACK}?[ \t]*"
)
_NUMBERED = ("square", "round", "dot", "circled", "bare")
_MOST_MISSING = 3  # numbers that a list may leave out
_ENDS = re.compile(r"(?:(?<!\s[A-Z])[.)\]”\"]|\d|https?://\S+|10\.\d{4,9}/\S+)\s*$")
_NAME = re.compile(
    r"(?:[\w'’‐-]+\s){0,3}[^\W\d_a-z][\w'’‐-]+,\s[^\W\d_a-z]"  # Smith, J.; van der Smith, John
    r"|(?:[\w'’‐-]+\s){0,2}[^\W\d_a-z][\w'’‐-]+\s[A-Z]{1,4}(?:[,.:]|\s[(\d]|\set\s|\sand\s|\s&)"  # Smith JD,
    r"|(?:[^\W\d_a-z]\.[-\s]?)+(?:[\w'’‐-]+\s){0,3}[^\W\d_a-z][\w'’‐-]+(?:,|\s(?:and|et)\s)"  # J. D. Smith,
)
_MOST_LINES = 40  # that are looked through for a year
_BEGINS = re.compile(r"[^\W\d_a-z][\w'’-]*[,.\s]|[“\"]|https?://")


@dataclass(frozen=True, slots=True)
class Item:
    """One reference of a list: the label before it, if any, and its characters."""

    label: str | None
    label_chars: tuple[Char, ...]
    chars: tuple[Char, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    chars: Sequence[Char]
    text: str

    @property
    def indent(self) -> int:
        text = self.text.expandtabs(8)
        return len(text) - len(text.lstrip())

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def items(chars: Sequence[Char]) -> list[Item]:
    """The references of a list, in order."""
    written = list(_lines(chars))
    lines, paragraphs = _without_page_breaks(written)
    for labels in (_numbers(lines), _marked(lines, "name"), _marked(lines, "bullet")):
        if labels:
            return list(_labelled(lines, labels))
    return [Item(None, (), part) for part in _unlabelled(paragraphs)]


def _without_page_breaks(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The lines without what stands between two pages; and with a blank there where a paragraph may end."""
    texts = [line.text for line in lines]
    dropped: set[int] = set()
    kept: set[int] = set()
    for gap in breaks(texts):
        dropped.update(gap)
        if gap.start and gap.stop < len(lines) and _ENDS.search(texts[gap.start - 1]):
            kept.update([n for n in gap if lines[n].is_blank][:1])
    if not dropped:
        return lines, lines
    bare = [line for n, line in enumerate(lines) if n not in dropped]
    return bare, [line for n, line in enumerate(lines) if n not in dropped or n in kept]


def _lines(chars: Sequence[Char]) -> Iterator[_Line]:
    start = 0
    for place, (char, _) in enumerate(chars):
        if char == "\n" or (char == "\r" and chars[place + 1 : place + 2] and chars[place + 1][0] != "\n"):
            yield _line(chars[start : place + 1])
            start = place + 1
    if start < len(chars):
        yield _line(chars[start:])


def _line(chars: Sequence[Char]) -> _Line:
    return _Line(chars, "".join([char for char, _ in chars]))


def _numbers(lines: Sequence[_Line]) -> dict[int, re.Match[str]]:
    """The lines that begin with the next number, of the kind of label that the list has."""
    best: dict[int, re.Match[str]] = {}
    for kind in _NUMBERED:
        found: dict[int, re.Match[str]] = {}
        expected: int | None = None
        for place, line in enumerate(lines):
            match = _LABEL.match(line.text)
            if match is None or match[kind] is None:
                continue
            number = _number(match[kind])
            if expected is None or expected <= number <= expected + _MOST_MISSING:
                found[place] = match
                expected = number + 1
        is_list = len(found) > 1 or (found and kind != "bare" and min(found) == _first_filled(lines))
        if is_list and len(found) > len(best):
            best = found
    first = _first_filled(lines)
    return best if best and (min(best) == first or len(best) > 2) else {}


def _number(label: str) -> int:
    return _CIRCLED.index(label) + 1 if label in _CIRCLED else int(label)


def _first_filled(lines: Sequence[_Line]) -> int:
    return next((place for place, line in enumerate(lines) if not line.is_blank), 0)


def _marked(lines: Sequence[_Line], kind: str) -> dict[int, re.Match[str]]:
    """The lines that begin with a label of this kind, as far to the left as the first."""
    first = _first_filled(lines)
    indent = lines[first].indent if lines else 0
    found = {
        place: match
        for place, line in enumerate(lines)
        if (match := _LABEL.match(line.text)) and match[kind] and line.indent == indent
    }
    if kind == "name" and not any(
        character.isdigit() for match in found.values() for character in match[kind]
    ):
        return {}
    return found if first in found else {}


def _labelled(lines: Sequence[_Line], labels: dict[int, re.Match[str]]) -> Iterator[Item]:
    """From each label to the next; the last item ends with its paragraph, unless another list goes on."""
    starts = sorted(labels)
    for place, start in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else len(lines)
        match = labels[start]
        chars = list(lines[start].chars[match.end() :])
        is_filled = bool(lines[start].text[match.end() :].strip())
        for line in lines[start + 1 : following]:
            if not line.is_blank:
                chars += line.chars
                is_filled = True
            elif is_filled:
                break
        label = next((value for value in match.groups() if value), None)
        is_bullet = match["bullet"] is not None
        marked = tuple(char for char in lines[start].chars[: match.end()] if not char[0].isspace())
        if label is not None and label in _CIRCLED:
            label = str(_number(label))
        yield Item(None if is_bullet else label, () if is_bullet else marked, tuple(chars))


def _unlabelled(lines: Sequence[_Line]) -> Iterator[tuple[Char, ...]]:
    for paragraph in _paragraphs(lines):
        for part in _parts(paragraph):
            yield tuple(char for line in part for char in line.chars)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    paragraph: list[_Line] = []
    for line in lines:
        if not line.is_blank:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _parts(paragraph: list[_Line]) -> Iterator[list[_Line]]:
    """The references of a paragraph: by its indents, or by where a line ends one and the next begins one."""
    indents = [line.indent for line in paragraph]
    least = min(indents)
    has_indents = len(set(indents)) > 1 and indents[0] == least
    part: list[_Line] = []
    for line in paragraph:
        if part and _begins(part, line, least, has_indents=has_indents):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _begins(part: Sequence[_Line], line: _Line, least: int, *, has_indents: bool) -> bool:
    """Whether a line begins the next reference; where the last began with a name, the next does so, too."""
    if has_indents:
        return line.indent == least
    before, following = part[-1].text, line.text.lstrip()
    if not (_ENDS.search(before) and _BEGINS.match(following)):
        return False
    if _NAME.match(part[0].text.lstrip()) and not _NAME.match(following):
        return False
    return _has_year("".join(line.text for line in part[-_MOST_LINES:]))


def _has_year(text: str) -> bool:
    return bool(re.search(r"(?:1[5-9]|20)\d\d|n\.d\.|10\.\d{4}", text)) or len(text) > 60
