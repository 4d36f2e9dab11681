"""What stands in a title's brackets, and may be left out of it.

An acronym in brackets is there to be used later, and what stands in brackets at the end is often said of the
text. A title may lack either; but where both titles have brackets at one place, what stands in them must
agree: "(II)" is not "(IV)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bibproof.compare.text import words
from bibproof.compare.words import FUNCTION_WORDS

ACRONYM = re.compile(r"[(\[]\s*([A-Z][\w/+-]{0,9}[A-Z0-9][\w/+-]{0,3})\s*[)\]]")
LAST_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]\W*$")
ROMAN = re.compile(r"[IVX]+")
"""Numerals that count parts, or charges: "(II)", "(IV)"."""

_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NUMBER = re.compile(r"[ivx]+|\d+")


def is_glued(title: str, start: int) -> bool:
    """Whether the bracket that opens there belongs to the word before it: "Fe(CO)", "iron(II)"."""
    return start > 0 and title[start - 1].isalnum()


def optional_acronyms(title: str, other: str) -> frozenset[str]:
    """The words of the acronyms in one title's brackets that another title may lack."""
    found = [acronym for acronym in ACRONYM.finditer(title) if _is_acronym(title, acronym)]
    if not found:
        return frozenset()
    taken = _places_of_brackets(other)
    return frozenset(
        word for acronym in found if not taken & _places(title, acronym) for word in words(acronym[1])
    )


def last_parenthesis(title: str, other: str, alone: Sequence[str]) -> frozenset[str]:
    """The words of a last parenthesis that the other title does not have at all."""
    found = LAST_PARENTHESIS.search(title)
    if found is None or is_glued(title, found.start()) or LAST_PARENTHESIS.search(other):
        return frozenset()
    listed = frozenset(words(found[1]))
    if any(_NUMBER.fullmatch(word) for word in listed) and len(listed) == 1:
        return frozenset()
    return listed if listed <= set(alone) | FUNCTION_WORDS else frozenset()


def has_brackets_after(title: str, head: str) -> bool:
    """Whether a title has brackets after the word that another one's `head` ends in."""
    return bool(_places_of_brackets(title) & {("after", word) for word in words(head)[-1:]})


def _is_acronym(title: str, bracket: re.Match[str]) -> bool:
    """Neither a numeral nor a part of a word: "(R,S)-2-", "Ni(CO)4"."""
    if ROMAN.fullmatch(bracket[1]) or is_glued(title, bracket.start()):
        return False
    after = title[bracket.end() : bracket.end() + 2]
    return not after[:1].isalnum() and not (after[:1] == "-" and after[1:].isalnum())


def _places_of_brackets(title: str) -> frozenset[tuple[str, str]]:
    return frozenset(place for bracket in _PARENTHESIS.finditer(title) for place in _places(title, bracket))


def _places(title: str, bracket: re.Match[str]) -> frozenset[tuple[str, str]]:
    """Where brackets stand: after which word, and before which."""
    before, after = words(title[: bracket.start()])[-1:], words(title[bracket.end() :])[:1]
    return frozenset(
        (side, word) for side, listed in (("after", before), ("before", after)) for word in listed
    )
