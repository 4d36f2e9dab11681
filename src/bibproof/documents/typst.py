"""Typst: `@key`, `@key[p. 7]` and `#cite(<key>)`.

Syntax: Typst's reference, "Reference" and "Cite" (https://typst.app/docs/reference/model/ref/). What carries
a label of its own is a figure or a section, and no citation; `full: true` cites everything. Comments and raw
text are passed over, `#include "part.typ"` is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bibproof.documents import EVERYTHING, Kind, read_document
from bibproof.errors import FileError

_HIDDEN = re.compile(
    r"(?P<ticks>`{3,}).*?(?P=ticks)|`[^`\n]*`"
    r"|\bhttps?://[^\s\])]*"
    r"|//[^\n]*|/\*.*?\*/",
    re.DOTALL,
)
_LABEL = r"[\w-]+(?:[.:]+[\w-]+)*"
_CITED = re.compile(
    rf"(?<![\\\w])@(?P<marked>{_LABEL})"
    rf"|\b(?:cite|ref)\(\s*(?:<(?P<angled>{_LABEL})>|label\(\s*\"(?P<named>[^\"]+)\"\s*\))"
    rf"|(?P<full>\bbibliography\((?:[^()]|\([^()]*\))*\bfull:\s*true)"
    rf"|\binclude\s+\"(?P<part>[^\"]+)\""
    rf"|<(?P<own>{_LABEL})>"
)
_DEEPEST = 20  # files that include one another


def _cited(text: str, path: Path) -> Iterator[str]:
    keys: list[str] = []
    own: set[str] = set()
    _collect(text, path, keys, own, 0)
    yield from (key for key in keys if key not in own)


def _collect(text: str, path: Path, keys: list[str], own: set[str], depth: int) -> None:
    """Put the keys of a text and its parts behind the others, and what carries a label among `own`."""
    for match in _CITED.finditer(_HIDDEN.sub(" ", text)):
        if match["own"] is not None:
            own.add(match["own"])
        elif match["full"] is not None:
            keys.append(EVERYTHING)
        elif match["part"] is None:
            keys.append(match["marked"] or match["angled"] or match["named"])
        elif depth < _DEEPEST:
            part = path.parent / match["part"].removeprefix("/")
            try:
                included = read_document(part)
            except FileError:  # Typst's matter
                continue
            _collect(included, part, keys, own, depth + 1)


typst = Kind((".typ",), _cited)
