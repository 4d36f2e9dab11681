"""Journals and proceedings: a name, its abbreviation, its acronym, or another journal's name.

Abbreviations are aligned word by word, since lists of them (ISO 4's List of Title Word Abbreviations,
https://www.issn.org/services/online-services/access-to-the-ltwa/, NLM's) hold only some of those that people
write. "J. Phys." may stand for journals of physics and of physiology alike: what a name may stand for is
right. But "Nature" does not stand for "Nature Medicine".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bibproof.compare.abbreviations import ACRONYM, SMALL_WORDS, is_abbreviation, plain_name, telling
from bibproof.compare.journal_names import KNOWN_AS
from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.proceedings import compare_proceedings, is_conference
from bibproof.compare.spelling import word_likeness
from bibproof.compare.text import fold, script, word_set, words
from bibproof.model import Work

_BREAK = re.compile(r"\s*[:;]\s+|\s+[-–—=/|]+\s+|\s*—\s*|\s+\*+\s*")
_PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_AFTER_SECTION = re.compile(
    r"^(.*\b(?:[A-HJ-Z]|[IVX]{2,4})),\s+\S.*$|^(.*\b(?:sect(?:ion|\.)?|part|series)\s+[A-Z])\b:?\s+\S.*$",
    re.IGNORECASE,
)
_NAMED_WITHOUT_SECTION = frozenset(
    {"journal of geophysical research", "acta crystallographica", "tellus", "eos"}
)
_SECTION_LETTER = re.compile(r"\b(?:[A-Z]|[IVX]{2,4})$")
_SECTION_NAMED = re.compile(
    r"\b(?i:section|sect\.?|sec\.?|part|series|ser\.?)\s+([A-Za-z])\b|(?<=[a-z.]\s)([A-H])(?=\s*$|[:,]\s)"
)
_TELLS_ITS_KIND = re.compile(
    r"journal|official|zeitschrift|revista|revue|magazine|review|bulletin|publication|quarterly",
    re.IGNORECASE,
)
_WHERE = re.compile(r"[,;:]?\s*\b(?:vol(?:ume)?\.?|no\.|issue|pp?\.)\s*\d.*$", re.IGNORECASE)
_PLACES = word_set(
    """
    oxf oxford lond london berl berlin balt baltim baltimore paris wash washington dc ny basel copenh
    auckl phila camb edinb amst amsterdam moscow tokyo france fr uk us usa gb
    """
)
_NUMBER_BEHIND = re.compile(r"(?<=[a-z])\s+(?:no\.?\s*)?\d{5,}\s*$", re.IGNORECASE)  # "... SSRN 3803942"
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SECTION = word_set(
    """
    section sect sec series ser part pt
    """
)
_SISTERS = ("letters", "communications", "reports", "supplement", "reviews")  # of a journal, behind its name
_UNRULY = frozenset(
    {
        "chapter",
        "paper-conference",
        "book",
        "collection",
        "entry-encyclopedia",
        "entry-dictionary",
        "document",
        "report",
    }
)
# "Blood: the official journal of ...": whose journal it is, as NLM's catalogue puts it behind the name.
_OFFICIAL = re.compile(
    r"\s*[:;.,–—-]\s*(?:the |an? )?official (?:\w+ ){0,2}(?:journal|publication|organ)\b", re.IGNORECASE
)
_ORDER = (Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN)


def compare_containers(cited: Work, recorded: Work) -> FieldComparison:
    """Where one work appeared and where the other did; any of the registered names is right."""
    shown = cited.container_title, recorded.container_title
    ours = [name for name in (cited.container_title, *cited.other_container_titles) if name and fold(name)]
    theirs = [
        name for name in (recorded.container_title, *recorded.other_container_titles) if name and fold(name)
    ]
    if not ours or not theirs:
        return FieldComparison(Likeness.UNKNOWN, *shown)
    theirs += [recorded.collection_title] if recorded.collection_title else []
    series = [cited.collection_title] if cited.collection_title and _is_unruly(cited, recorded) else []
    found = {container_likeness(one, other) for one in (*ours, *series) for other in theirs}
    likeness, reason = next(likeness for likeness in _ORDER if likeness in found), ""
    if likeness is Likeness.DIFFERENT and (_is_unruly(cited, recorded) or any(map(is_conference, ours))):
        likeness, reason = compare_proceedings(ours, theirs, recorded)
    if likeness in (Likeness.SAME, Likeness.CLOSE) and _have_other_sections(ours, theirs):
        likeness = Likeness.DIFFERENT
    return FieldComparison(likeness, *shown, reason)


def _have_other_sections(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether all names that tell a section of a journal tell another one: "Section E" for "Section D"."""
    cited = frozenset().union(*map(_section_letters, ours))
    recorded = frozenset().union(*map(_section_letters, theirs))
    return bool(cited and recorded) and not cited & recorded


@lru_cache(maxsize=4096)
def _section_letters(name: str) -> frozenset[str]:
    return frozenset((found[1] or found[2]).upper() for found in _SECTION_NAMED.finditer(name))


def _is_unruly(cited: Work, recorded: Work) -> bool:
    return recorded.type in _UNRULY or (cited.type in _UNRULY and recorded.type != "article-journal")


@lru_cache(maxsize=4096)
def container_likeness(cited: str, recorded: str) -> Likeness:
    """How one name of a journal stands to another; UNKNOWN where they are in different scripts."""
    if fold(cited) == fold(recorded):
        return Likeness.SAME
    scripts = {script(cited), script(recorded)} - {""}
    if len(scripts) > 1:
        return Likeness.UNKNOWN
    if _is_acronym_of(cited, recorded) or _is_acronym_of(recorded, cited):
        return Likeness.SAME
    ours, theirs = _forms(cited), _forms(recorded)
    found = {_likeness(one, other) for one in ours for other in theirs}
    if Likeness.SAME in found:
        return Likeness.SAME
    # a part left out of one name; of two names with one main part, each may be another journal's
    found |= {_likeness(one, other) for one in _main_forms(cited) for other in theirs}
    found |= {_likeness(one, other) for one in ours for other in _main_forms(recorded)}
    if Likeness.SAME not in found:
        return Likeness.CLOSE if Likeness.CLOSE in found else Likeness.DIFFERENT
    return Likeness.SAME if _is_subtitle_only(cited) and _is_subtitle_only(recorded) else Likeness.CLOSE


def _is_acronym_of(acronym: str, name: str) -> bool:
    """Whether one name is the other's initials, be its small words counted ("CTTM") or not."""
    if not (3 <= len(acronym) <= 8 and acronym.isupper() and acronym.isalpha()):
        return False
    left = fold(acronym)
    for word in words(_PARENTHESIS.sub("", name)):
        if left.startswith(word[0]):
            left = left[1:]
        elif word not in SMALL_WORDS:
            return False
    return not left


@lru_cache(maxsize=4096)
def _forms(name: str) -> list[tuple[str, ...]]:
    """The ways to write a journal's name, as telling words: with and without place and acronym."""
    forms = [name, *_shorter_forms(_WHERE.sub("", _NUMBER_BEHIND.sub("", name)))]
    forms += [KNOWN_AS[known] for form in tuple(forms) if (known := plain_name(form)) in KNOWN_AS]
    distinct = {tuple(telling(form)): None for form in forms}
    return [form for form in distinct if form]


def _shorter_forms(name: str) -> Iterator[str]:
    yield name
    for inside in _PARENTHESIS.findall(name):
        if ACRONYM.fullmatch(inside.strip()) and len(inside.strip()) > 2:
            yield inside
    bare = _PARENTHESIS.sub("", name)
    yield bare
    official = _OFFICIAL.search(bare)
    if official:
        yield bare[: official.start()]
    if "-" in bare:
        yield bare.replace("-", "")
    listed = fold(bare).split()
    if len(listed) > 2 and listed[-1] in _PLACES:
        yield " ".join(listed[:-1])
    if _GLUED.search(bare):
        yield _GLUED.sub(" ", bare)
    section = _AFTER_SECTION.match(bare)
    if section:
        yield section[1] or section[2]


@lru_cache(maxsize=4096)
def _main_forms(name: str) -> list[tuple[str, ...]]:
    """A journal's name before its subtitle, as telling words."""
    bare = _PARENTHESIS.sub("", name)
    found = _BREAK.search(bare)
    if not found or _is_of_family(bare[: found.start()]):
        return []
    return _forms(bare[: found.start()])


def _is_subtitle_only(name: str) -> bool:
    """Whether what follows the first mark can't make another journal of it.

    "Journal of Physics A: Mathematical and General" is named by its letter, "JAMA: The Journal ..." tells its
    kind; but "Measurement: Sensors" is not "Measurement".
    """
    bare = _PARENTHESIS.sub("", name)
    found = _BREAK.search(bare)
    if not found or ":" not in found[0]:
        return True
    main, rest = bare[: found.start()], bare[found.end() :]
    if fold(main) in _NAMED_WITHOUT_SECTION:
        return True
    return (
        bool(_SECTION_LETTER.search(main) or main.isupper() or _TELLS_ITS_KIND.search(rest))
        or not rest.strip()
    )


def _is_of_family(main: str) -> bool:
    """Journals whose name before a colon is another journal's: "Circulation: Heart Failure"."""
    return (
        fold(main) in ("circulation", "arthritis and rheumatism", "proceedings", "comptes rendus", "cell")
        or len(main) < 3
    )


@lru_cache(maxsize=16384)
def _likeness(cited: tuple[str, ...], recorded: tuple[str, ...]) -> Likeness:
    if cited == recorded or "".join(cited) == "".join(recorded):
        return Likeness.SAME
    if _stands_for(cited, recorded) or _stands_for(recorded, cited):
        return Likeness.SAME
    short, long = sorted((cited, recorded), key=len)
    if len(short) < len(long) and (_lacks_section(short, long) or _is_cut_off(short, long)):
        return Likeness.CLOSE
    if len(cited) == len(recorded):
        pairs = list(zip(cited, recorded, strict=True))
        others = [(one, other) for one, other in pairs if not is_abbreviation(one, other)]
        if len(others) == 1 and word_likeness(*others[0]) is not Likeness.DIFFERENT and len(cited) > 1:
            return Likeness.CLOSE
        if sorted(cited) == sorted(recorded) and len(cited) > 2:
            return Likeness.CLOSE
        if len(others) == 1 and len(cited) == 1 and word_likeness(*others[0]) is not Likeness.DIFFERENT:
            return Likeness.CLOSE
    return Likeness.DIFFERENT


def _lacks_section(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the longer name only has a section of the journal besides: "B", "Section C Crystals"."""
    places = [place for place, word in enumerate(long) if word in _SECTION and place]
    if len(long[-1]) == 1:
        places.append(len(long) - 1)
    if any(_stands_for(short, long[:place]) for place in places):
        return True
    without = (long[0], *(word for word in long[1:] if len(word) > 1))
    return len(without) < len(long) and len(short) > 2 and _stands_for(short, without)


def _is_cut_off(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether an abbreviated name lacks only the last word: "J. Mech. Behav. Biomed."."""
    if len(short) != len(long) - 1 or len(short) < 3 or not _stands_for(short, long[:-1]):
        return False
    if any(is_abbreviation(long[-1], word) for word in _SISTERS):
        return False
    return any(one != other for one, other in zip(short[1:], long[1:], strict=False))


def _stands_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each word abbreviates its counterpart, in order; an acronym has one for each letter."""
    if not short or not long:
        return not short and not long
    if is_abbreviation(short[0], long[0]) and _stands_for(short[1:], long[1:]):
        return True
    if short[0] in _SECTION and len(short) > 1 and len(short[1]) <= 2 and _stands_for(short[1:], long):
        return True
    if long[0] in _SECTION and len(long) > 1 and len(long[1]) <= 2 and _stands_for(short, long[1:]):
        return True
    if len(long) > 1 and short[0] == long[0] + long[1] and _stands_for(short[1:], long[2:]):
        return True
    return _starts_with_acronym(short, long)


def _starts_with_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    acronym = short[0]
    size = len(acronym)
    if not 2 <= size <= min(8, len(long)) or (size == 2 and len(short) == 1 and len(long) == 2):
        return False
    if any(word[0] != letter for word, letter in zip(long, acronym, strict=False)):
        return False
    return _stands_for(short[1:], long[size:])
