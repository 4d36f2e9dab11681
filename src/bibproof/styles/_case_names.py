"""Words of a title that keep their capital for the words beside them: "New York", "Bowen's disease"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bibproof.styles._case_words import (
    BEFORE_A_NAME,
    MASK,
    MONTHS,
    SERIES,
    UNIVERSITY,
    Manual,
    Word,
    is_in_brackets,
    is_name,
)
from bibproof.styles._given_names import GIVEN_NAMES
from bibproof.styles._proper_nouns import BEHIND_A_NAME, DIRECTIONS, PHRASES

_BEFORE_A_MONTH = frozenset(
    (
        "after",
        "before",
        "between",
        "by",
        "during",
        "early",
        "from",
        "in",
        "late",
        "of",
        "since",
        "until",
        "to",
    )
)
_NUMERAL = re.compile(r"^\(?(?:\d+|[IVX]+|[A-Z])\)?[,:;.?!)]*$")
_INITIAL = re.compile(r"^[A-Z]\.$")


def kept_by_others(words: Sequence[Word], manual: Manual) -> set[int]:
    """The positions of the words whose capitals stay for the words beside them."""
    kept: set[int] = set()
    for position, word in enumerate(words):
        if word.has_hint:
            kept.update(_phrase(words, position))
            kept.update(_name(words, position))
            if word.weight < 0 and position and words[position - 1].weight > 0:
                kept.add(position - 1)  # in title case, an epithet of a species: "Trichophyton rubrum"
            if is_in_brackets(word.text):
                kept.update(_instrument(words, position))
            if manual is not Manual.VANCOUVER and word.key in SERIES and _is_numbered(words, position):
                kept.add(position)
    return kept


def _is_numbered(words: Sequence[Word], position: int) -> bool:
    if position + 1 == len(words) or words[position].ends_with_colon or words[position].ends_sentence:
        return False
    return bool(_NUMERAL.match(words[position + 1].text))


def _phrase(words: Sequence[Word], position: int) -> Iterator[int]:
    """The words with a capital in a name of several words that begins here."""
    for phrase in PHRASES.get(words[position].key, ()):
        end = position + len(phrase)
        if tuple(word.key for word in words[position:end]) == tuple(part.lower() for part in phrase):
            yield from (position + index for index, part in enumerate(phrase) if part[0].isupper())
            return


_INSTRUMENTS = frozenset(
    ("battery", "checklist", "interview", "inventory", "questionnaire", "scale", "scales", "survey", "test")
)


def _instrument(words: Sequence[Word], position: int) -> range:
    """The name of a test behind which its acronym stands: "Beck Depression Inventory (BDI)"."""
    letters = [letter for letter in words[position].text if letter.isalpha()]
    start = position - len(letters)
    if start < 0 or words[position - 1].key not in _INSTRUMENTS:
        return range(0)
    initials = [word.key[:1].upper() for word in words[start:position]]
    return range(start, position) if initials == letters else range(0)


def _name(words: Sequence[Word], position: int) -> Iterator[int]:
    """The word here, or the one behind it, where the two together are a name."""
    word = words[position]
    before = words[position - 1] if position else None
    following = words[position + 1] if position + 1 < len(words) else None
    is_first_name = word.key in BEFORE_A_NAME or word.key.partition("-")[0] in GIVEN_NAMES
    if following is not None and is_first_name and word.text.rstrip(".").lower() == word.key:
        yield position
        yield from _office(words, position)
        if following.weight > 0 and not _is_no_family_name(before, following):
            yield position + 1
        elif _INITIAL.match(following.text) and position + 2 < len(words):  # John F. Kennedy
            yield position + 2
    elif word.text != word.text.lower() and (
        (word.key in DIRECTIONS and following is not None and is_name(following.key))
        or (word.key in BEHIND_A_NAME and before is not None and is_name(before.key))
        or (word.key == UNIVERSITY and before is not None and set(before.text) == {MASK})
        or (word.key in MONTHS and _is_month(before, following))
        or _is_eponym(word, following)
    ):
        yield position


_OFFICES = frozenset(
    (
        *("admiral", "ambassador", "archbishop", "bishop", "cardinal", "chancellor", "chief", "colonel"),
        *("congressman", "congresswoman", "emperor", "empress", "general", "governor", "justice", "king"),
        *("lord", "major", "mayor", "minister", "pope", "president", "prince", "princess", "professor"),
        *("queen", "secretary", "senator", "sultan", "tsar"),
    )
)
_BEFORE_AN_OFFICE = frozenset(("attorney", "chief", "crown", "general", "goodwill", "prime", "vice"))


def _office(words: Sequence[Word], position: int) -> Iterator[int]:
    """The office of the person whose name begins here: "Prime Minister Winston Churchill" (APA 7, 6.14)."""
    before = position - 1
    if before < 0 or words[before].text.lower() not in _OFFICES:
        return
    yield before
    if before and words[before - 1].text.lower() in _BEFORE_AN_OFFICE:
        yield before - 1


def _is_month(before: Word | None, following: Word | None) -> bool:
    is_dated = following is not None and following.text[:1].isdigit()
    return is_dated or (before is not None and before.key in _BEFORE_A_MONTH)


_NAMED_FOR_SOMEBODY = frozenset(
    (
        *("algorithm", "conjecture", "criterion", "disease", "dilemma", "equation", "formula", "function"),
        *(
            "granuloma",
            "inequality",
            "law",
            "laws",
            "lemma",
            "method",
            "nevus",
            "palsy",
            "paradox",
            "polynomial",
            "polynomials",
            "principle",
        ),
        *("sarcoma", "sign", "syndrome", "test", "theorem", "thyroiditis", "triad", "tumor", "tumour"),
    )
)
_ANYBODY = frozenset(
    (
        *("adult", "adults", "animal", "author", "child", "children", "customer", "dog", "employee", "horse"),
        *("infant", "man", "men", "nature", "parent", "parents", "patient", "patients", "people", "player"),
        *("student", "students", "teacher", "teachers", "today", "traveler", "woman", "women", "world"),
        *("farmer", "farmers", "nation", "prisoner", "prisoners", "gambler", "newborn", "swimmer", "worker"),
    )
)


_PLACES_OF_SAINTS = frozenset(("monte", "saint", "san", "santa", "são", "st"))


def _is_no_family_name(before: Word | None, following: Word) -> bool:
    """Whether what follows a given name is a common word: "Monte Carlo methods", "Scott syndrome"."""
    if before is not None and before.key in _PLACES_OF_SAINTS and before.text[0].isupper():
        return True
    return following.key in _NAMED_FOR_SOMEBODY


def _is_eponym(word: Word, following: Word | None) -> bool:
    """Whether somebody's name is in the genitive: "Bowen's disease", but not "women's law"."""
    if following is None or following.key not in _NAMED_FOR_SOMEBODY or word.key == word.text.lower():
        return False
    return word.key not in _ANYBODY
