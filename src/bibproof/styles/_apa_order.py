"""The order of an APA list, and which works need the letters of 2018a (APA 7, 9.44 to 9.49)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bibproof.model import Person
from bibproof.styles._people import apa_name, family_name

Names = tuple[tuple[str, str], ...]

_ARTICLE = re.compile(r"^(?:the|an|a)\s+(?=\S)", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^\w]+|_")
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


@lru_cache(maxsize=65536)
def letters(text: str) -> str:
    """The text letter by letter: no spaces, marks, accents or capitals, "De Vries" as "devries"."""
    folded = text.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _NOT_LETTERS.sub("", folded)


@lru_cache(maxsize=65536)
def title_letters(title: str) -> str:
    """The same of a title or a group's name, without the article it begins with."""
    return letters(_ARTICLE.sub("", title.lstrip("“\"'‘([")))


def called_and_filed(person: Person) -> tuple[str, tuple[str, str]]:
    """A person's name as the list has it, and what it is filed by.

    That is the family name, then initials and suffix: nothing comes before something.
    """
    if person.literal is not None:
        return person.literal, (title_letters(person.literal), "")
    if not person.family:
        return apa_name(person), (letters(family_name(person) or person.username or ""), "")
    return _called_and_filed(person.family, person.given, person.particle, person.suffix)


@lru_cache(maxsize=65536)
def _called_and_filed(
    family: str, given: str | None, particle: str | None, suffix: str | None
) -> tuple[str, tuple[str, str]]:
    """The same of the parts of a name: authors come again and again in a list."""
    person = Person(family=family, given=given, particle=particle, suffix=suffix)
    written, surname = apa_name(person), family_name(person)
    return written, (letters(surname), letters(written[len(surname) :]))


def year_letters(works: Sequence[tuple[Names, str]]) -> list[str]:
    """A letter for each work in the list's order, given who wrote it and the year it shows.

    Only works of the very same people in the same year have one: "a", "b" ... "z", "aa".
    """
    alike: dict[tuple[Names, str], list[int]] = {}
    for position, work in enumerate(works):
        alike.setdefault(work, []).append(position)
    found = [""] * len(works)
    for positions in alike.values():
        if len(positions) > 1:
            for number, position in enumerate(positions):
                found[position] = _letter(number)
    return found


def _letter(number: int) -> str:
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)
