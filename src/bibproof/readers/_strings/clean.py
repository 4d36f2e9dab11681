"""A part of a file as one line of plain text, each character of which knows where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bibproof.model import Span

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\0")
_LINK_WORDS = re.compile(
    r"\s*(?:\[\s*(?:(?:PubMed|MEDLINE|Cross\s?Ref|Google\s?Scholar|PMC(?: free article)?|Free Full Text"
    r"|Web of Science"
    r"|Full Text(?: PDF)?|CAS|ADS|ISI|Scopus|DOI|Article|Abstract|View Article|Green Version|Link|View|PDF)"
    r"\s*[,;]?\s*)+\]"
    r"|(?:(?<=[.\d)])\s+|^)(?:(?:View (?:Article|(?:record )?in Scopus|PDF|at publisher|abstract)|Article"
    r"|PubMed(?: Central| Abstract)?|Cross\s?Ref(?: Full Text)?|Google\s?Scholar|CAS|ADS|MATH"
    r"|MathSciNet|Web of Science|Full Text|Scopus)\b\s*[,;|]?\s*)+$"
    r"|[↩↑^⤴]+\ufe0e?|\s*\[(?:return to text|back|↩)\])",
    re.IGNORECASE,
)
_OPEN_ADDRESS = re.compile(
    r"(?:https?://\S*[/_=(-]|10\.\d{4,9}/(?:[^\s\d]*[.\-_/(])?|doi:|https?://|doi\.org/)$", re.IGNORECASE
)

Chars = Iterable[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Clean:
    """Text in one line. `at` has the place of each character in the file; `links` are addresses behind it."""

    text: str
    at: tuple[int, ...]
    links: tuple[tuple[str, Span], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Where a piece of the text stands in the file. It must not be empty."""
        return Span(self.at[start], self.at[end - 1] + 1)

    @property
    def whole(self) -> Span:
        return self.span(0, len(self.text))


def joined(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The characters of a part of a file, each with its place."""
    for place in range(start, end):
        yield text[place], place


def clean(chars: Chars, links: Iterable[tuple[str, Span]] = ()) -> Clean:
    """White space folded, words and addresses broken over lines joined, invisible characters gone."""
    out: list[str] = []
    at: list[int] = []
    blank: tuple[int, bool] | None = None  # where white space began, and whether a line ended in it
    for char, place in chars:
        if char in _INVISIBLE:
            continue
        if char.isspace():
            blank = (place if blank is None else blank[0], char in "\r\n" or (blank is not None and blank[1]))
            continue
        if blank is not None and out and not (blank[1] and _is_broken_over_lines(out, char)):
            out.append(" ")
            at.append(blank[0])
        blank = None
        for letter in _LIGATURES.get(char, char):
            out.append(letter)
            at.append(place)
    return _without_link_words(Clean("".join(out), tuple(at), tuple(links)))


def _is_broken_over_lines(out: list[str], following: str) -> bool:
    """Whether what a line ends with goes on in the next one without a space."""
    last = out[-1]
    if last in "-‐" and len(out) > 1 and out[-2].isalpha() and following.isalpha():
        return True
    if last in "-–" and len(out) > 1 and out[-2].isdigit() and following.isdigit():
        return True
    if last not in "/_=(-.:":
        return False
    tail = "".join(out[-200:])
    word = tail[tail.rfind(" ") + 1 :]
    return _OPEN_ADDRESS.search(word) is not None and (following.islower() or following.isdigit())


def _without_link_words(text: Clean) -> Clean:
    found = list(_LINK_WORDS.finditer(text.text))
    if not found:
        return text
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(text.text)]
    kept = [n for start, end in zip(ends, starts, strict=True) for n in range(start, end)]
    blanks = next((place for place, n in enumerate(kept) if text.text[n] != " "), len(kept))
    kept = kept[blanks:]
    return Clean("".join(text.text[n] for n in kept), tuple(text.at[n] for n in kept), text.links)
