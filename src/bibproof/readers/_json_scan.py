"""Where the items of a JSON file stand, and what they hold; what is broken is told, and the rest is read.

`json` says nothing of positions, so the two outermost levels are walked here; what stands below them is
read by its decoder in one step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from json import JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]  # in no stub, as `scan_once`
from typing import Any, NamedTuple

from bibproof.model import Broken, Span

_BLANK = re.compile(r"[\s\ufeff]*")
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
_COLON = re.compile(r"\s*:[\s\ufeff]*")
_COMMA_OR_END = re.compile(r"\s*(,\s*|\})")
_BLANK_OR_COMMA = re.compile(r"[\s\ufeff]*(,?)[\s\ufeff]*")
_DECODER: Any = JSONDecoder(strict=False)
_read_value: Callable[[str, int], tuple[Any, int]] = _DECODER.scan_once


class Member(NamedTuple):
    """One member of an object: its value, and where that stands, a text's inside its quotation marks."""

    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """An object of the list, by its members' names."""

    members: dict[str, Member]
    span: Span


class _FaultError(ValueError):
    """What is wrong at a place of the text."""

    def __init__(self, reason: str, start: int, end: int | None = None) -> None:
        super().__init__(reason)
        self.broken = Broken(Span(start, start + 1 if end is None else end), reason)


class Scan:
    """The items of a text: of an array, of an object that holds an array `items`, or the one object."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.items: list[Item] = []
        self.broken: list[Broken] = []
        position = self._blank(0)
        while position < len(text):
            try:
                position = self._blank(self._top(position))
            except _FaultError as fault:
                self.broken.append(fault.broken)
                return

    def _blank(self, position: int) -> int:
        match = _BLANK.match(self._text, position)
        return position if match is None else match.end()

    def _top(self, position: int) -> int:
        """Read what stands at the top of the file; gives its end."""
        mark = self._text[position]
        if mark == "[":
            return self._array(position + 1)
        if mark != "{":
            raise _FaultError('this is no JSON list of works: expected "[" or "{"', position)
        item = self._object(position)
        items = item.members.get("items")
        if items is not None and isinstance(items.value, list):
            self._array(items.start + 1)
        else:
            self.items.append(item)
        return item.span.end

    def _array(self, position: int) -> int:
        """Read the items of an array from behind its bracket; gives its end."""
        text = self._text
        while True:
            position = self._blank(position)
            mark = text[position : position + 1]
            if mark == "]":
                return position + 1
            if not mark:
                raise _FaultError('the list is not closed: expected "]" at the end', len(text) - 1)
            position = self._element(position)
            comma = _BLANK_OR_COMMA.match(text, position)
            behind = position if comma is None else comma.end()
            if not (comma and comma[1]) and text[behind : behind + 1] not in ("]", ""):
                self.broken.append(
                    Broken(Span(position - 1, position), 'expected "," between two items', minor=True)
                )
                if text[behind] != "{":
                    raise _FaultError('expected "," or "]" behind an item', behind)
            position = behind

    def _element(self, position: int) -> int:
        """Read one item; one that is broken is told of, and passed over as far as brackets tell its end."""
        try:
            if self._text[position] == "{":
                self.items.append(item := self._object(position))
                return item.span.end
            _, end = self._value(position)
            self.broken.append(Broken(Span(position, end), "this is no work: expected an object"))
        except _FaultError as fault:
            self.broken.append(fault.broken)
            return self._end_of_broken(position)
        return end

    def _end_of_broken(self, position: int) -> int:
        depth = 0
        for bracket in _BRACKET.finditer(self._text, position):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(bracket[0], 0)
            if depth <= 0:
                return bracket.end()
        raise _FaultError("nothing behind this item can be read: its brackets are not paired", position)

    def _object(self, start: int) -> Item:
        members: dict[str, Member] = {}
        text, position = self._text, self._blank(start + 1)
        if text[position : position + 1] == "}":
            return Item(members, Span(start, position + 1))
        while True:
            name, value_start = self._name(position)
            value, value_end = self._value(value_start)
            inside = int(text[value_start] == '"')
            members[name] = Member(value, value_start + inside, value_end - inside)
            mark = _COMMA_OR_END.match(text, value_end)
            if mark is None:
                raise _FaultError(f'expected "," or "}}" behind the value of "{name}"', value_end - 1)
            position = mark.end()
            if mark[1] == "}":
                return Item(members, Span(start, position))

    def _name(self, position: int) -> tuple[str, int]:
        """A member's name, and where its value starts."""
        text = self._text
        if text[position : position + 1] != '"':
            raise _FaultError("expected a name in quotation marks", min(position, len(text) - 1))
        try:
            name, behind = scanstring(text, position + 1, False)  # noqa: FBT003 -- not strict
        except ValueError:
            raise _FaultError("this quotation mark is not closed", position) from None
        colon = _COLON.match(text, behind)
        if colon is None:
            raise _FaultError(f'expected ":" behind "{name}"', position, behind)
        return name, colon.end()

    def _value(self, position: int) -> tuple[Any, int]:
        try:
            return _read_value(self._text, position)
        except StopIteration as stop:
            at = min(stop.value if isinstance(stop.value, int) else position, len(self._text) - 1)
            raise _FaultError("expected a value", at) from None
        except RecursionError:
            raise _FaultError("lists within lists, too deep to be read", position) from None
        except ValueError as error:
            at = min(getattr(error, "pos", position), len(self._text) - 1)
            reason = getattr(error, "msg", "this can't be read")
            raise _FaultError(f"broken JSON: {reason[:1].lower()}{reason[1:]}", at) from None
