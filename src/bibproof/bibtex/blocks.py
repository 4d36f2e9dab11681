"""What a BibTeX file is made of, by where it stands in the text.

BibTeX's own words (btxdoc, "BibTeXing"): a file holds entries, @string definitions, @preamble and
@comment commands; everything else is a remark. A value is one piece, or several joined by `#`; a piece is
braced, quoted, or a bare word: a number or the name of a @string.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, overload

from bibproof.model import Broken, Span

BRACED = "{"
QUOTED = '"'
BARE = ""
JOINED = "#"
"""The kinds of value; for a piece, the mark that opens it."""
PLAIN = frozenset((BRACED, QUOTED))
"""The kinds of a value that is one text."""


class Piece(NamedTuple):
    """One piece of a value: the range inside its braces or quotes, or of the bare word."""

    start: int
    end: int
    kind: str


class Field(NamedTuple):
    """A field's name and value. A named tuple of offsets, since a large file has a million of them.

    `start` and `end` are the inside of the braces or quotes of a plain value, the whole expression where
    the kind is BARE or JOINED. `joined` holds the pieces of a JOINED value, and is empty otherwise.
    """

    name_start: int
    name_end: int
    start: int
    end: int
    kind: str
    joined: tuple[Piece, ...] = ()

    @property
    def name_span(self) -> Span:
        return Span(self.name_start, self.name_end)

    @property
    def value_span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_plain(self) -> bool:
        """Whether the value is one text in braces or quotes."""
        return self.kind in PLAIN

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.joined or (Piece(self.start, self.end, self.kind),)


_NONE_JOINED: Mapping[int, tuple[Piece, ...]] = MappingProxyType({})


class Fields(Sequence[Field]):
    """The fields of a block, in order, as numbers: as tuples, a large file's take more than its text."""

    __slots__ = ("_joined", "_kinds", "_offsets")

    def __init__(self, fields: Sequence[Field]) -> None:
        self._offsets = array("I", [offset for field in fields for offset in field[:4]])
        self._kinds = tuple([field.kind for field in fields])
        joined = {place: field.joined for place, field in enumerate(fields) if field.joined}
        self._joined: Mapping[int, tuple[Piece, ...]] = joined or _NONE_JOINED

    @overload
    def __getitem__(self, place: int) -> Field: ...

    @overload
    def __getitem__(self, place: slice) -> list[Field]: ...

    def __getitem__(self, place: int | slice) -> Field | list[Field]:
        return list(self)[place]

    def __iter__(self) -> Iterator[Field]:
        numbers = iter(self._offsets)
        quadruples = zip(numbers, numbers, numbers, numbers, self._kinds, strict=True)
        for place, (name_start, name_end, start, end, kind) in enumerate(quadruples):
            yield Field(name_start, name_end, start, end, kind, self._joined.get(place, ()))

    def __len__(self) -> int:
        return len(self._kinds)


class Block(NamedTuple):
    """An entry or a command.

    `type` is in lower case: "article", "string", "preamble", "comment". `key_span` is an entry's, empty
    where it has no key. A @string's definitions are fields; a @preamble is one field without a name.
    """

    type: str
    span: Span
    type_span: Span
    key_span: Span
    fields: Sequence[Field] = ()

    @property
    def is_entry(self) -> bool:
        return self.type not in COMMANDS


COMMANDS = frozenset({"string", "preamble", "comment"})


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: every block in order, and what was wrong with them."""

    text: str
    blocks: tuple[Block, ...]
    broken: tuple[Broken, ...]
