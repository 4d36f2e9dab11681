"""NLM's abbreviation of a journal's title: no stops, commas, colons and accents, each word with a capital.

NLM's own names come first, then the List of Title Word Abbreviations of ISO 4
(https://www.issn.org/services/online-services/access-to-the-ltwa/).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bibproof.compare.containers import container_likeness
from bibproof.compare.journal_names import KNOWN_AS
from bibproof.compare.likeness import Likeness
from bibproof.compare.text import fold, script, word_set
from bibproof.styles._vancouver_journals import NLM

_PLACE = re.compile(r"\s*\((?:[^()]*,[^()]*|Online|Print|1879|[12]\d{3}(?:-[\d ]*)?)\)$")
_STOP = re.compile(r"(?<=[^\W\d_])\.(?=[\s,:;)/\]-]|$)")
_STOP_BETWEEN = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_DOTTED = re.compile(r"\b([^\W\d_]+)\.(?=\s|$|[A-Z])")
_DROPPED = re.compile(r"[,:;.'’‘`\"“”…]+")
_DASH = re.compile(r"\s+[-–—|=]+\s*|\s*[-–—|=]+\s+|\s*[–—|]\s*|(?<=[^\W\d_]{2})[-‐](?=[^\W\d_]{2})")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l",
                          "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ı": "i"})  # fmt: skip
_LONGEST_SHORT = 5  # letters of a word that may be an abbreviation where only one full stop is to be seen
_ABBREVIATED_WORDS = word_set(
    """
    acad ann appl arch biochem biol bull chem clin dis environ epidemiol eur exp funct genet immunol int
    intern j lett med microbiol mol nat natl neurol neurosci neurosurg nurs oncol phys physiol proc psychiatr
    psychol rev sci soc surg ther toxicol trans transplant ugeskr z zh
    """
)
"""Abbreviations that are no words: a title that has one is abbreviated already."""
_ACRONYMS = frozenset({"acm", "ieee", "npj"})
_SECTION = re.compile(r"(?<=\s)[EIOY](?=[:,.]|$)")
_KEPT = "qzq"  # no language's word ends in it


@lru_cache(maxsize=4096)
def is_short_for(short: str, title: str) -> bool:
    """Whether a name abbreviates another one word by word, and is no mere acronym: "Curr Med Chem"."""
    return (
        len(short) < len(title)
        and " " in short
        and not short.islower()
        and not fold(title).startswith(fold(short))
        and container_likeness(short, title) is Likeness.SAME
    )


@lru_cache(maxsize=4096)
def without_stops(name: str) -> str:
    """An abbreviation as NLM writes it: "J. Phys.A" as J Phys A."""
    return " ".join(_STOP.sub("", _STOP_BETWEEN.sub(" ", name)).split())


@lru_cache(maxsize=16384)
def nlm_abbreviation(title: str) -> str:
    """A title as NLM abbreviates it; one in another script than ours, and one that is short, as it is."""
    for name in (title, bare := _PLACE.sub("", title)):
        known = NLM.get(fold(name).removeprefix("the "))
        if known is not None:
            return known
    if script(bare) != "latin":
        return title
    if _is_abbreviation(bare) or not _ABBREVIATED_WORDS.isdisjoint(fold(bare).split()):
        return _marks_dropped(without_stops(bare))
    expanded = KNOWN_AS.get(fold(bare)) if bare.isupper() or " " not in bare else None
    name = _title_case(expanded or bare) if expanded or (bare.isupper() and " " in bare) else bare
    return _marks_dropped(_by_iso_4(name)) or title


def _is_abbreviation(name: str) -> bool:
    """Whether full stops abbreviate words: "J. Clin. Invest." does, "Brain Research. Molecular" does not."""
    dotted = _DOTTED.findall(name)
    return len(dotted) > 1 or (len(dotted) == 1 and (len(dotted[0]) <= _LONGEST_SHORT or name.endswith(".")))


def _title_case(name: str) -> str:
    words = name.lower().split()
    return " ".join(
        word.upper() if word in _ACRONYMS or len(word) == 1 else word.capitalize() for word in words
    )


def _marks_dropped(name: str) -> str:
    """Without marks and accents, each word with a capital: "Rev Saude Publica", "Circ Heart Fail"."""
    if not name.isascii():
        letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _DASH.sub(" ", _DROPPED.sub(" " if ":" in name else "", name)).split()
    return " ".join(_capital(word) if word.islower() else word for word in words if word != "&")


def _capital(word: str) -> str:
    return word.upper() if word in _ACRONYMS else word[0].upper() + word[1:]


def _by_iso_4(title: str) -> str:
    """The title abbreviated word by word; pyiso4 takes the E of "Physical Review E" for Italian's "and"."""
    from bibproof.styles._vancouver_words import iso_4

    try:
        short: str = iso_4()(_SECTION.sub(rf"\g<0>{_KEPT}", title))
    except (IndexError, ValueError, OSError):  # a title that pyiso4 can't read, or its list can't be
        return title
    return short.replace(_KEPT, "")
