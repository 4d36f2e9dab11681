"""Where the items of a JSON file stand, and what they hold; what is broken is told, and the rest is read.

Each item is read by `json`'s decoder in one step. It says nothing of positions, so where something stands
inside an item is found by walking it, when that is asked for or when the item is broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from json import JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]  # in no stub, as `scan_once`
from typing import Any

from bibproof.model import Broken, Span

_BLANK = re.compile(r"[\s\ufeff]*")
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
_COLON = re.compile(r"\s*:[\s\ufeff]*")
_COMMA_OR_END = re.compile(r"\s*(,\s*|\})")
_BLANK_OR_COMMA = re.compile(r"[\s\ufeff]*(,?)[\s\ufeff]*")
_DECODER: Any = JSONDecoder(strict=False)
_read_value: Callable[[str, int], tuple[Any, int]] = _DECODER.scan_once


@dataclass(frozen=True)
class Item:
    """An object of the list: its values by their names, and where it stands."""

    text: str
    values: dict[str, Any]
    span: Span

    @cached_property
    def places(self) -> Mapping[str, Span]:
        """Where each value stands, a text's inside its quotation marks."""
        return dict(_walk(self.text, self.span.start))


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
        start = position = _blank(self._text, 0)
        while position < len(text):
            if text[position] == "[" and position > start:
                self.broken.append(
                    Broken(Span(position, position + 1), "a second list: expected one", minor=True)
                )
            try:
                position = _blank(self._text, self._top(position))
            except _FaultError as fault:
                self.broken.append(fault.broken)
                return

    def _top(self, position: int) -> int:
        """Read what stands at the top of the file; gives its end."""
        mark = self._text[position]
        if mark == "[":
            return self._array(position + 1)
        if mark != "{":
            raise _FaultError('this is no JSON list of works: expected "[" or "{"', position)
        item = self._object(position)
        if isinstance(item.values.get("items"), list):
            self._array(item.places["items"].start + 1)
        else:
            self.items.append(item)
        return item.span.end

    def _array(self, position: int) -> int:
        """Read the items of an array from behind its bracket; gives its end."""
        text = self._text
        while True:
            position = _blank(self._text, position)
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
            _, end = _value(self._text, position)
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
        try:
            values, end = _read_value(self._text, start)
        except (ValueError, StopIteration, RecursionError):
            for _ in _walk(self._text, start):  # to what is wrong
                pass
            raise _FaultError("this item can't be read", start) from None
        return Item(self._text, values, Span(start, end))


def _walk(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """The members of the object that starts here: their names, and where their values stand."""
    position = _blank(text, start + 1)
    if text[position : position + 1] == "}":
        return
    while True:
        name, value_start = _name(text, position)
        _, value_end = _value(text, value_start)
        inside = int(text[value_start] == '"')
        yield name, Span(value_start + inside, value_end - inside)
        mark = _COMMA_OR_END.match(text, value_end)
        if mark is None:
            raise _FaultError(f'expected "," or "}}" behind the value of "{name}"', value_end - 1)
        if mark[1] == "}":
            return
        position = mark.end()


def _blank(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return position if match is None else match.end()


def _name(text: str, position: int) -> tuple[str, int]:
    """A member's name, and where its value starts."""
    if text[position : position + 1] != '"':
        raise _FaultError("expected a name in quotation marks", min(position, len(text) - 1))
    try:
        name, behind = scanstring(text, position + 1, False)  # noqa: FBT003 - not strict
    except ValueError:
        raise _FaultError("this quotation mark is not closed", position) from None
    colon = _COLON.match(text, behind)
    if colon is None:
        raise _FaultError(f'expected ":" behind "{name}"', position, behind)
    return name, colon.end()


def _value(text: str, position: int) -> tuple[Any, int]:
    try:
        return _read_value(text, position)
    except StopIteration as stop:
        at = min(stop.value if isinstance(stop.value, int) else position, len(text) - 1)
        raise _FaultError("expected a value", at) from None
    except RecursionError:
        raise _FaultError("lists within lists, too deep to be read", position) from None
    except ValueError as error:
        at = min(getattr(error, "pos", position), len(text) - 1)
        reason = getattr(error, "msg", "this can't be read")
        raise _FaultError(f"broken JSON: {reason[:1].lower()}{reason[1:]}", at) from None
