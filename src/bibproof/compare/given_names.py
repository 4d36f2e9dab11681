"""Two first given names of one family name: may they be one person's? Folded words, as in `text`."""

from __future__ import annotations

import re
from functools import lru_cache

from bibproof.compare.name_words import NICKNAMES_OF
from bibproof.compare.text import edits

# Names that other romanizations begin with another letter, and the letters: "Wladimir" for "Vladimir".
_BEGIN_ALSO_WITH = tuple(
    (re.compile(names), frozenset(letters))
    for names, letters in (
        ("y[aeiou]|i[aeou]|j[aeiou]", "yij"),
        ("ye|je|e[fgklv]", "yje"),
        ("ju|je|ji|zh|dj|zi", "zj"),
        ("[ck][aehloru]", "ck"),
        ("t[sz]|c[eiyz]", "cts"),
        ("ch|tch|tsch|cz", "ct"),
        ("kh|ha[lkm]|h[iou]", "kh"),
        ("g[aer]|gn|h[aer]|hn", "gh"),
        ("[vw](?:[lsy]|a[cdls]|i[klt]|e[nr]|o[jl])", "vw"),
        ("x|hs|sh|s[ijyz]|zs", "xhsz"),
        ("ph|f[ei]", "fp"),
    )
)
_ALIKE = tuple(letters for _, letters in _BEGIN_ALSO_WITH)
_INITIALS_ALIKE = tuple(map(frozenset, ("yij", "ye", "ck", "gh", "vw", "xh")))  # where that is all there is
# What Wade-Giles and McCune-Reischauer write without voice, and Pinyin and the Revised Romanization with it.
_SIBILANTS = ((re.compile("ch|[jqz]h?|ts|tz"), "c"), (re.compile("hs|sh|x"), "s"))
_WITHOUT_VOICE = str.maketrans("bdgv", "ptkp", "aeiouyhw")
_VOWELS = re.compile("[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")
_ALIKE_FROM = 2  # letters at the beginning; a name of no more is an abbreviation ("Yu.", "Oe.")


def may_be_spelling(one: str, other: str) -> bool:
    """Whether one is another romanization, a short form or a variant of the other; initials count."""
    if other in NICKNAMES_OF.get(one, ()):
        return True
    if len(one) == len(other) == 1:
        return one == other or any({one, other} <= letters for letters in _INITIALS_ALIKE)
    if one[0] != other[0]:
        begins = _may_begin_with(one, other[0]) and _may_begin_with(other, one[0])
        return begins or _sound_alike(one, other)
    if min(len(one), len(other)) <= _ALIKE_FROM or one[:_ALIKE_FROM] == other[:_ALIKE_FROM]:
        return True
    return edits(_consonants(one), _consonants(other), 1) <= 1


def _may_begin_with(name: str, letter: str) -> bool:
    pair = {name[0], letter}
    if len(name) == 1:
        return any(pair <= letters for letters in _ALIKE)
    return any(pair <= letters and names.match(name) for names, letters in _BEGIN_ALSO_WITH)


@lru_cache(maxsize=4096)
def _consonants(name: str) -> str:
    """What the spellings of a name of another alphabet have in common: "Mohamed", "Muhammad"."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", name))


def _sound_alike(one: str, other: str) -> bool:
    sound = _without_voice(one)
    return bool(sound) and sound == _without_voice(other)


@lru_cache(maxsize=4096)
def _without_voice(name: str) -> str:
    """What romanizations of Chinese and Korean names have in common: "Guo", "Kuo"; "Kyung", "Gyeong"."""
    for written, sound in _SIBILANTS:
        name = written.sub(sound, name)
    return name.translate(_WITHOUT_VOICE)
