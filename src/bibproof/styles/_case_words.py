"""What a word of a title is by itself: a common word, a name, an acronym, the end of a sentence."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from bibproof.styles._given_names import GIVEN_NAMES
from bibproof.styles._proper_nouns import (
    BEHIND_A_NAME,
    DIRECTIONS,
    PHRASES,
    PROPER_NOUNS,
    TAXA,
)


class Language(Enum):
    """As far as it matters: titles in others than English keep their case."""

    ENGLISH = "english"
    OTHER = "other"


class Manual(Enum):
    """Whose sentence case it is."""

    APA = "apa"
    VANCOUVER = "vancouver"
    ANY = "any"  # behind a colon, the capital that the user wrote or did not write


MASK = "\u01bb"
"""A letter without case: nothing is done to it, nor to the part of a word that it stands in."""
BROKEN = "\ue000"
"""Stands behind a dash without spaces, where the title is broken in two words."""

OPENING = "\"'“‘«([{¿¡"
CLOSING = "\"'”’»)]}"
QUOTATION_ENDS = "\"'”’»"
_AROUND = OPENING + CLOSING + ",;:.?!—…" + BROKEN
_VALENCE = re.compile(r"\((?:[IVX]+)\)?$")  # iron(III)
_NO_WORD = re.compile(rf"[\d.{MASK}]")
_PART = re.compile(r"[^\-‐‑–—/]+")
_GENITIVE = re.compile(r"^[\"“(]?[^\W\d_]{3,}['’]s?$")
_EPITHET = re.compile(r"^[a-z]{3,}(?:a|ae|ans|ens|ii?|is|oides|um|us)[,:;.)]*$")  # of a species: "rubrum"
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDS_SENTENCE = re.compile(r"(?:[?!]|(?:[^\W\d_][^\W\d_A-Z]{2}|\d|\b[IVX]{2,}|\b[A-Z]{3,}|[\w\"'”’]\))\.)$")
_ABBREVIATIONS = frozenset(
    (
        *("conf.", "congr.", "int.", "intl.", "proc.", "symp.", "trans."),
        *(
            "approx.",
            "capt.",
            "chap.",
            "dept.",
            "eds.",
            "etc.",
            "fig.",
            "figs.",
            "gen.",
            "inc.",
            "ltd.",
            "mrs.",
        ),
        *("nos.", "prof.", "rev.", "sect.", "spp.", "ssp.", "subg.", "subsp.", "univ.", "var.", "vol."),
    )
)
_WITHOUT_CAPITAL = frozenset(
    (
        *("about", "above", "across", "after", "against", "along", "among", "around", "before", "behind"),
        *("below", "beneath", "beside", "between", "beyond", "during", "from", "into", "like", "near"),
        *("onto", "over", "since", "than", "that", "through", "throughout", "toward", "towards", "under"),
        *("until", "upon", "versus", "when", "where", "which", "while", "with", "within", "without"),
        *("using", "based", "their", "these", "this", "your", "what", "does", "have", "them", "they"),
        *("the", "and", "for", "but", "nor", "yet", "via", "per", "its", "our", "are", "was", "can", "how"),
        *("why", "who", "not", "all", "any", "you", "his", "her", "out", "off", "has", "had"),
    )
)  # words that title case leaves in lower case, or that are left so by mistake
SERIES = frozenset(
    (
        *("act", "amendment", "appendix", "article", "book", "chapter", "episode", "experiment", "figure"),
        *("grade", "lesson", "level", "module", "part", "phase", "proposition", "round", "season"),
        *("section", "session", "stage", "study", "table", "title", "trial", "unit", "version", "volume"),
        *("wave", "week"),
    )
)
"""What keeps its capital before a number in APA: "Wave 26"."""
MONTHS = frozenset(("may", "march"))
"""Those that are common words as well."""
BEFORE_A_NAME = GIVEN_NAMES | {"st", "saint", "san", "santa", "mr", "mrs", "dr", "mt"}
UNIVERSITY = "university"
"""What is part of a name behind one in braces: "{Howard} University"."""
_NAMES = PROPER_NOUNS | GIVEN_NAMES
_HINTED = frozenset(
    ("a", *PHRASES, *DIRECTIONS, *BEHIND_A_NAME, *BEFORE_A_NAME, *MONTHS, *SERIES, UNIVERSITY)
)


_ENGLISH_WORDS = frozenset(
    ("the", "of", "and", "to", "with", "from", "by", "an", "is", "are", "its", "their", "how", "what", "that")
)
_OTHER_WORDS = frozenset(
    (
        *("der", "die", "das", "und", "des", "dem", "den", "für", "mit", "von", "zur", "zum", "eine"),
        *("einer", "über", "im", "bei", "als", "le", "les", "du", "et", "une", "dans", "pour", "sur", "aux"),
        *("el", "los", "las", "del", "una", "para", "por", "con", "y", "il", "gli", "della", "dello"),
        *("delle", "nel", "nella", "di", "per", "che", "os", "da", "dos", "uma", "em", "na", "no", "het"),
        *("een", "voor", "met", "op", "och", "og", "på", "av", "til", "till", "för", "ja", "w", "dla", "i"),
        *("v", "de", "la"),
    )
)


class Word(NamedTuple):
    """A word of a title: what stands between two spaces, its marks included."""

    text: str
    key: str  # in lower case, without marks and the genitive's s
    lowered: str  # in lower case as far as it is no name, acronym or formula
    weight: int  # 1 where its capital speaks for title case, -1 where it could have one and has none
    language: Language | None  # whose the word is, if it is one of those that tell
    has_hint: bool  # the words beside it may say something about its capital
    ends_sentence: bool
    ends_with_colon: bool
    ends_with_dash: bool


@lru_cache(maxsize=65536)
def word_of(text: str) -> Word:
    """What there is to know of a word by itself."""
    bare = text.strip(_AROUND)
    key = _key(bare)
    ending = text.rstrip(QUOTATION_ENDS)
    is_double_name = "-" in key and key.partition("-")[0] in GIVEN_NAMES  # Jean-Pierre
    return Word(
        text,
        key,
        text if is_double_name else _PART.sub(_part_lowered, text),
        0 if is_double_name else _weight(bare),
        _language(key),
        is_double_name or _has_hint(text, key),
        bool(_ENDS_SENTENCE.search(ending)) and ending.lower() not in _ABBREVIATIONS,
        ending.endswith(":"),
        text.rstrip(BROKEN).endswith("—"),
    )


def _language(key: str) -> Language | None:
    if key in _ENGLISH_WORDS:
        return Language.ENGLISH
    return Language.OTHER if key in _OTHER_WORDS else None


def _has_hint(text: str, key: str) -> bool:
    return (
        _EPITHET.search(text) is not None
        if text.islower()
        else key in _HINTED or _GENITIVE.search(text) is not None or is_in_brackets(text)
    )


def is_in_brackets(text: str) -> bool:
    """Whether it is an acronym in brackets: "(WAIS)", "(BDI-II)"."""
    return text[:1] == "(" and len(text) > 3 and text == text.upper()


def _key(bare: str) -> str:
    key = bare.lower()
    return key[:-2] if key.endswith(("'s", "’s")) and len(key) > 3 else key.rstrip("'’")


def _part_lowered(part: re.Match[str]) -> str:
    """A part of a word between hyphens, in lower case unless it is no common word."""
    text = part[0]
    bare = _VALENCE.sub("", text.strip(_AROUND))
    if len(bare) < 2 or not bare[0].isupper() or _is_kept(bare):
        return text
    return text.replace(bare, bare.lower(), 1)


def _is_kept(bare: str) -> bool:
    """Whether the word is a name, or has capitals or digits within."""
    rest = bare[1:]
    if not rest.islower() or _NO_WORD.search(rest):
        return True
    return is_name(_key(bare))


def is_name(key: str) -> bool:
    """Whether the word has a capital wherever it stands; "Americans" as well as "American"."""
    return key in _NAMES or (len(key) > 4 and key[-1] == "s" and key[:-1] in _NAMES) or key.endswith(TAXA)


def _weight(bare: str) -> int:
    if len(bare) < 3 or MASK in bare or not bare.replace("-", "").isalpha():
        return 0
    if bare != _PART.sub(_part_lowered, bare):
        return 1
    return -1 if bare.islower() and bare not in _WITHOUT_CAPITAL else 0


def from_capitals(text: str, acronyms: frozenset[str]) -> str:
    """A word of a title that is all in capitals: as it would be in title case."""
    if any(character.isdigit() for character in text):
        return text
    return _LETTERS.sub(lambda part: part[0] if part[0].lower() in acronyms else part[0].capitalize(), text)


_RAISABLE = re.compile(rf"([{re.escape(OPENING)}]*)([a-zß-öø-ÿ][a-zß-öø-ÿ’']+)(?=$|[\-‐‑–—,;:.?!)\]”’\"])")


def raised(word: str) -> str:
    """The word with a capital first, if it is a common one: not "iPhone", "p53", "mRNA", "x", "n-3"."""
    if word == "a":
        return "A"
    match = _RAISABLE.match(word)
    if match is None or word != word.lower():
        return word
    capital = match[2][0].upper()
    return word if len(capital) > 1 else match[1] + capital + word[len(match[1]) + 1 :]


def first_kept(word: Word) -> str:
    """The word in lower case but for its first letter, which is a capital."""
    if word.lowered == word.text:
        return raised(word.text)
    if word.text[1:2] == "-" and not word.text[0].isupper():  # α-Synuclein
        return word.text
    for index, character in enumerate(word.text):
        if character.isalpha():
            return word.lowered[:index] + character + word.lowered[index + 1 :]
    return word.lowered
