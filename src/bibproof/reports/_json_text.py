"""JSON that every parser takes, written piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from json import dumps

_LONE = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """The value as JSON (RFC 8259), on one line, with U+FFFD for lone surrogates, which are no characters."""
    text = dumps(value, ensure_ascii=False)
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def array(values: Iterable[str]) -> Iterator[str]:
    """A list of values that are JSON already, a line each: not all of them are in memory at once."""
    before = "[\n"
    for value in values:
        yield before + value
        before = ",\n"
    yield "]" if before == ",\n" else "[]"
