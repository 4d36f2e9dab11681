"""The words of journals' names, in full and abbreviated."""

from __future__ import annotations

import re
from functools import lru_cache

from bibproof.compare.journal_names import SHORT_CONTRACTIONS, SHORT_FOR
from bibproof.compare.likeness import Likeness
from bibproof.compare.spelling import word_likeness
from bibproof.compare.text import fold, word_set, words

SMALL_WORDS = word_set(
    """
    the of and on in for to a an at by from with its de la le les du des del della delle der die das und
    et y e da do dos das fur fuer zur zum el los las en i og och van het een voor
    """
)
ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_SHORTENED = re.compile(r"\b([^\W\d_]{3,})\.")


def plain_name(name: str) -> str:
    return fold(name).removeprefix("the ")


def telling(name: str) -> list[str]:
    """The words of a name that an abbreviation has, too; section letters count, and "Der." is no article."""
    listed = words(name)
    shortened = {word.lower() for word in _SHORTENED.findall(name)} if "." in name else ()
    kept = [
        word
        for place, word in enumerate(listed)
        if word not in SMALL_WORDS
        or word in shortened
        or (len(word) == 1 and place == len(listed) - 1 and place > 0)
    ]
    return kept or listed


@lru_cache(maxsize=16384)
def is_abbreviation(one: str, other: str) -> bool:
    """Whether one word abbreviates the other: its beginning ("Recogn"), or a contraction ("Natl", "Jpn")."""
    short, long = sorted((one, other), key=len)
    if short == long or SHORT_FOR.get(short) == long:
        return True
    if short.isdigit() or not short.isalpha():
        return False
    if long.startswith(short):
        return len(short) > 1
    if len(short) < 3 and short not in SHORT_CONTRACTIONS:
        return False
    if word_likeness(one, other) is Likeness.SAME:
        return True
    return _is_contraction(short, long)


def _is_contraction(short: str, long: str) -> bool:
    """Some of a word's letters, in order, its first among them: "natl", "dtsch", "assn", "jpn", "mgmt"."""
    if short[0] != long[0] or len(short) > len(long) - 2 or len(short) > 6:
        return False
    if short[-1] in "aeiou" or (len(short) > 2 and short[1] in "aeiou" and short[1] != long[1]):
        return False
    at = 0
    for letter in short:
        at = long.find(letter, at) + 1
        if at == 0:
            return False
    return True
