"""Two words that are not equal: the same word spelled otherwise, a slip of the pen, or another word.

A slip makes a non-word, or leaves the stem alone. So a word that is a slip away from the registered one and
is itself a word of the language ("neuron" for "neutron") is another word, and so is one whose changed
letters turn an affix into its contrary ("hypo-" for "hyper-", "-ide" for "-ate"). Spelling errors seldom
touch a word's first letter (Pollock and Zamora 1984, https://doi.org/10.1145/358027.358048).
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibproof.compare.likeness import Likeness
from bibproof.compare.text import LOST, edits, equal_but_for_lost
from bibproof.compare.words import is_known

_NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "i": "1", "ii": "2", "iii": "3",
    "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11", "xii": "12",
}  # fmt: skip
_VARIANTS = {
    "aluminum": "aluminium", "gray": "grey", "programme": "program", "programmes": "programs",
    "artifact": "artefact", "artifacts": "artefacts", "disc": "disk", "mold": "mould", "plow": "plough",
    "tire": "tyre", "vs": "versus", "judgment": "judgement", "aging": "ageing", "aeroplane": "airplane",
    "skeptical": "sceptical", "skepticism": "scepticism", "enquiry": "inquiry", "practise": "practice",
    "licence": "license", "cheque": "check",
}  # fmt: skip
_SPELLED_OUT = re.compile("(?<=[aou])e")
_BRITISH = (
    (re.compile("ae|oe"), "e"),
    (re.compile("our(?=s?$|ed$|ing$|al|ite|able|hood|ful|less)"), "or"),
    (re.compile("([^aeiou])re(?=s?$|d$)"), r"\1er"),
    (re.compile("is(?=e[sdr]?$|ers?$|ing$|ations?$|ational$|able$)"), "iz"),
    (re.compile("ys(?=e[dr]?$|ers$|ing$)"), "yz"),
    (re.compile("ll(?=ed$|ing$|ers?$|ings$|ation|ment)|ll$"), "l"),
    (re.compile("ogue(?=s?$)"), "og"),
    (re.compile("ence(?=s?$)"), "ense"),
    (re.compile("ph"), "f"),
    (re.compile("ical(?=ly$|$)"), "ic"),
)
_ENDINGS = re.compile(
    "(?:isations?|izations?|ation(?:s|al|ally)?|atic|atively|ative|ically|icals?|ics?|ion(?:s|al|ally)?|ively|ives?"
    "|ities|ity|ments?|mental|ings?|ers?|ors?|ed|ies|es|s|y|e|als?|ally|ly|ous|ances?|ences?|ant|ent|ants|ents"
    "|is|[aeo]?tic|[aeo]?sis|[aeo]?ses|a|um|us|i|en)$"
)
_CONTRARY_PREFIXES = (
    ("hyper", "hypo"), ("inter", "intra"), ("pre", "post"), ("endo", "exo"), ("micro", "macro"),
    ("hetero", "homo"), ("mono", "poly"), ("in", "ex"), ("in", "de"), ("im", "ex"), ("over", "under"),
    ("sub", "super"), ("pre", "peri"), ("pre", "pro"), ("ad", "ab"), ("ante", "anti"), ("nano", "micro"),
    ("nano", "pico"), ("cis", "trans"), ("extra", "intra"), ("uni", "bi"), ("bi", "tri"), ("di", "tri"),
    ("af", "ef"), ("macro", "nano"), ("re", "de"), ("north", "south"), ("en", "ex"), ("trans", "intra"),
    ("up", "down"), ("quanti", "quali"), ("ex", "im"), ("eu", "dys"), ("iso", "aniso"), ("brady", "tachy"),
    ("peri", "para"), ("pro", "anti"),
)  # fmt: skip
_NEGATIONS = (
    "non", "un", "in", "im", "ir", "il", "a", "an", "dis", "anti", "de", "counter", "contra", "mis", "ab",
)  # fmt: skip
_CONTRARY_SUFFIXES = (
    "ide", "ate", "ite", "ine", "ane", "ene", "yne", "anol", "one", "ase", "ose", "itis", "osis", "less",
    "ful",    "ol", "al", "yl", "ium", "oma", "emia", "uria", "penia", "mab", "nib",
)  # fmt: skip
_COGNATES = """
    human humane humanity; general generic generation generative generous;
    static station status statement;
    universe university universal; ferric ferrous; nitric nitrous; sulfuric sulfurous; cupric cuprous;
    form formal formation; organ organic organization; urban urbane; moral morale; local locale;
    section sector; social society; patient patience; personal personnel; product production;
    material maternal;
    rational rationale; critic crisis critical; native nativity; motor motion motive;
    object objective objection; position positive; relation relative relativity;
    operation operator operative; element elementary;
    commune community communal; mental mentality; essence essential; instant instance;
    substance substantial
"""
_GROUP_OF_COGNATE = {
    word: number for number, group in enumerate(_COGNATES.split(";")) for word in group.split()
}
"""Words of one stem that are not one another's forms, by the number of their family."""
SHORTEST_WITH_SLIP = 5  # a shorter word with another letter is another word
SHORTEST_WITH_UMLAUT = 4
SHORTEST_WITH_TWO_SLIPS = 9


@lru_cache(maxsize=16384)
def word_likeness(cited: str, recorded: str) -> Likeness:
    """How one folded word stands to another; SAME, CLOSE or DIFFERENT."""
    if _standard(cited) == _standard(recorded) or _is_umlaut_spelled_out(cited, recorded):
        return Likeness.SAME
    if (LOST in cited or LOST in recorded) and equal_but_for_lost(cited, recorded):
        return Likeness.SAME
    if not (cited.isalpha() and recorded.isalpha()):
        return Likeness.DIFFERENT
    if _are_cognates(cited, recorded):
        return Likeness.DIFFERENT
    is_near = _is_slip(cited, recorded) or _stem(cited) == _stem(recorded)
    return Likeness.CLOSE if is_near and not _are_contraries(cited, recorded) else Likeness.DIFFERENT


@lru_cache(maxsize=16384)
def _standard(word: str) -> str:
    """One spelling for British and American words, and for numbers as words or digits."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word.isdigit():
        return word.lstrip("0") or "0"
    word = _VARIANTS.get(word, word)
    if len(word) < SHORTEST_WITH_SLIP:
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word


def _is_umlaut_spelled_out(one: str, other: str) -> bool:
    """Whether one has "koerper" where folding made "korper" of the other's "Körper"."""
    if abs(len(one) - len(other)) > 2 or min(len(one), len(other)) < SHORTEST_WITH_UMLAUT:
        return False
    return _SPELLED_OUT.sub("", one) == other or _SPELLED_OUT.sub("", other) == one


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """What a word keeps when it is inflected, or becomes an adjective; the word itself where it is short."""
    standard = _standard(word)
    stem = _ENDINGS.sub("", standard)
    return stem if len(stem) >= 4 else _ENDINGS_OF_SHORT.sub("", standard)


_ENDINGS_OF_SHORT = re.compile("(?<=...)(?:es|s)$")


def _are_cognates(one: str, other: str) -> bool:
    """Two words of one stem with senses of their own, each maybe in the plural."""
    first, second = (word if word in _GROUP_OF_COGNATE else word.removesuffix("s") for word in (one, other))
    group = _GROUP_OF_COGNATE.get(first)
    return group is not None and group == _GROUP_OF_COGNATE.get(second) and first != second


def _are_contraries(one: str, other: str) -> bool:
    """Whether the difference is an affix that turns the sense: typical and atypical, sulfate and sulfide."""
    shorter, longer = sorted((one, other), key=len)
    if any(longer == prefix + shorter for prefix in _NEGATIONS) and len(shorter) > 3:
        return True
    for first, second in _CONTRARY_PREFIXES:
        for a, b in ((one, other), (other, one)):
            if a.startswith(first) and b.startswith(second) and a[len(first) :] == b[len(second) :]:
                return True
    ending = _after_common_start(one, other)
    return any(_ends_in_others(one, other, suffix, ending) for suffix in _CONTRARY_SUFFIXES)


def _after_common_start(one: str, other: str) -> int:
    """The number of letters that two words begin with alike."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same


def _ends_in_others(one: str, other: str, suffix: str, alike: int) -> bool:
    """Whether one word ends in this suffix, the other in another one, and nothing else differs."""
    if not one.endswith(suffix):
        return False
    stem = one[: -len(suffix)]
    if alike < len(stem) or len(stem) < 3:
        return False
    return other != stem and other[len(stem) :] != suffix and other[len(stem) :] in _CONTRARY_SUFFIXES


def _is_slip(cited: str, recorded: str) -> bool:
    shortest = min(len(cited), len(recorded))
    if abs(len(cited) - len(recorded)) > 2:
        return False
    if shortest < SHORTEST_WITH_SLIP:
        return shortest == 4 and sorted(cited) == sorted(recorded) and not is_known(cited)
    allowed = 2 if shortest >= SHORTEST_WITH_TWO_SLIPS else 1
    if cited[:2] != recorded[:2]:
        allowed = 1
    if cited[0] != recorded[0]:
        allowed = 1 if shortest >= 7 and len(cited) == len(recorded) else 0
    if not allowed or edits(cited, recorded, allowed) > allowed:
        return False
    return not (is_known(cited) and is_known(recorded)) and not _has_other_syllable(cited, recorded)


def _has_other_syllable(one: str, other: str) -> bool:
    """Two neighbouring letters replaced: "genetics" and "genomics" differ so, and no slip does that."""
    if len(one) != len(other):
        return False
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] != other[second] and one[second] != other[first]
