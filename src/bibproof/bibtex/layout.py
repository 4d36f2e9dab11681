"""How an entry writes its fields: what parts them, where the "=" stand, braces or quotes, case."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from bibproof.model import Reference, Span

_HEAD = re.compile(
    r"""(?P<separator>.*?)(?P<name>[^\s=,{}()"#%]+)(?P<before>[ \t]*)=(?P<behind>\s*)[{"]?\Z""", re.DOTALL
)
_SEPARATOR = re.compile(r"\s*,\s*")
_TRAILING_COMMA = re.compile(r"\s*,")
_LINE_END = re.compile(r"\r\n|\r|\n")


class _Head(NamedTuple):
    """What stands before a value: what parts the field from the one before, its name, and around the "="."""

    separator: str
    name: str
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The way in which an entry writes its fields; the defaults are ours."""

    separator: str = ",\n  "
    before: str = " "
    behind: str = " "
    width: int | None = None  # of a name with the space behind it, where the "=" stand in one column
    opening: str = "{"
    names: tuple[str, ...] = ()
    has_trailing_comma: bool = True

    def field(self, name: str, value: str, *, is_word: bool = False) -> str:
        """The field without what parts it from others; a word is the name of a macro."""
        name = self._cased(name)
        before = self.before if self.width is None else " " * max(self.width - len(name), 1)
        opening = "{" if '"' in value else self.opening
        closing = "}" if opening == "{" else opening
        return f"{name}{before}={self.behind}{value if is_word else f'{opening}{value}{closing}'}"

    @property
    def end(self) -> str:
        """What stands behind the last field, up to the entry's closing brace."""
        line_end = _LINE_END.search(self.separator)
        return ("," if self.has_trailing_comma else "") + (line_end[0] if line_end else "")

    def _cased(self, name: str) -> str:
        """DOI, Doi or doi, as the other names are written."""
        words = [other for other in self.names if len(other) > 1 and other.isalpha()]
        if words and all(word.isupper() for word in words):
            return name.upper()
        return name.capitalize() if words and all(word.istitle() for word in words) else name


def layout_of(text: str, reference: Reference) -> Layout | None:
    """How an entry of a text writes most of its fields; None where it can't be told."""
    spans = sorted(reference.fields.values())
    ends = [reference.key_span.end, *(span.end + is_wrapped(text, span) for span in spans)]
    heads = [
        _Head(*match.group("separator", "name", "before", "behind"))
        for span, end in zip(spans, ends, strict=False)
        if (match := _HEAD.match(text[end : span.start])) is not None
    ]
    separators = [head.separator for head in heads if _SEPARATOR.fullmatch(head.separator)]
    if not separators:
        return None
    marks = [text[span.start - 1] for span in spans if is_wrapped(text, span)]
    widths = {len(head.name) + len(head.before) for head in heads}
    is_aligned = len(widths) == 1 and len({len(head.name) for head in heads}) > 1
    return Layout(
        separator=_most_common(separators),
        before=_most_common([head.before for head in heads]),
        behind=_most_common([head.behind for head in heads]),
        width=widths.pop() if is_aligned else None,
        opening='"' if marks.count('"') > len(marks) / 2 else "{",
        names=tuple(head.name for head in heads),
        has_trailing_comma=_TRAILING_COMMA.match(text, ends[-1], reference.span.end) is not None,
    )


def _most_common(texts: list[str]) -> str:
    """The text that occurs most often; of several, the last."""
    return Counter(reversed(texts)).most_common(1)[0][0]


def is_wrapped(text: str, span: Span) -> bool:
    """Whether a value stands in braces or quotation marks of its own."""
    return text[span.start - 1 : span.start] + text[span.end : span.end + 1] in ("{}", '""')
