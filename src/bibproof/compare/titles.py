"""Titles: the same one in any dress, one with a slip in it, or another one.

Two titles are the same when their letters are, whatever stands between them, and when what one of them has
more is a subtitle. Where they differ, it is the words that count and not how many letters they have in
common: one other content word makes another title, however long it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.parentheses import (
    ACRONYM,
    LAST_PARENTHESIS,
    ROMAN,
    has_brackets_after,
    is_glued,
    last_parenthesis,
    optional_acronyms,
)
from bibproof.compare.spelling import word_likeness
from bibproof.compare.text import equal_but_for_lost, fold, script, squeeze, word_set, words
from bibproof.compare.words import FUNCTION_WORDS, bits
from bibproof.model import Work

_BITS_OF_A_FULL_TITLE = 80  # eight rare words, or ten of the usual ones
_SHARED_BY_MAIN_TITLES = 0.2  # with less in common, a subtitle is not all that differs
_TOO_MANY_OTHER_WORDS = 3  # more on each side, and most of the title, and no pairing of slips can help

_STATUS = re.compile(
    r"^\W*(?:retracted(?: (?:article|paper|chapter))?|withdrawn|removed|temporary removal)\b"
    r"(?:\s*[:\]).—–-]+)+\s*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^\s*(?:(?:chapter|kapitel|chapitre|cap[ií]tulo)\s+\w{1,6}\b\s*[:.—–-]*|\d{1,2}\.(?!\d)\s)\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*[:;?!]+[\s*]*(?=\S)|\.\s+(?=\S)|\s*[—–‒―]\s*|\s+-{1,3}\s*|-{2,3}|\s+/+\s*|\s*(?=[(\[])|,\s+or,?\s+"
)
_ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*$")
_BRACKETS = re.compile(r"\[([^][]*)\]")
_NUMBER_OF_PART = re.compile(
    r"\W*(?:(?:part|pt|teil|partie|parte|section|volume|vol|no)\b\.?\s*)?"
    r"(?:[ivx]+|\d{1,2}|one|two|three|four)\b(?:\s*[:;)—–]|[.,](?:\s|$)|\s+-|\s*$)",
    re.IGNORECASE,
)
_ABOUT_IT = word_set(
    """
    erratum errata corrigendum correction reply response comment comments commentary retraction
    retracted discussion addendum rebuttal rejoinder diagnosis answer answers
    """
)
_KINDS = word_set("abstract review reprint reprinted letter")
_LANGUAGES = {
    "en": word_set("the of and in for with to from by"),
    "de": word_set("der die das und von zur zum eine einer fur mit bei uber im"),
    "fr": word_set("le les des du et une dans sur pour au aux chez"),
    "es": word_set("el los las y en con una del para"),
    "pt": word_set("o os do da dos e em com uma para na no"),
    "it": word_set("il lo gli della delle nel nella con di una e per"),
}
_IN_TWO_LANGUAGES = 0.3  # a title and its translation have no greater share of words in common
_ARTICLE = re.compile(r"^\W*(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleComparison:
    """How two titles stand, and the two measures of `works.Comparison`."""

    field: FieldComparison
    weight: float = 0.0
    overlap: float = 0.0


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one of a work's titles stands to one of another's."""

    likeness: Likeness
    reason: str = ""
    agreed: str = ""  # what both have, as folded words
    overlap: float = 0.0


_ORDER = {Likeness.SAME: 3, Likeness.CLOSE: 2, Likeness.DIFFERENT: 1, Likeness.UNKNOWN: 0}


def compare_titles(cited: Work, recorded: Work) -> TitleComparison:
    """The titles of two works; any of a work's titles that fits is right."""
    theirs, ours = list(_titles(recorded)), list(_titles(cited))
    shown = cited.full_title, recorded.full_title
    if not ours or not theirs:
        weight = _weight(fold(ours[0]), recorded) if ours else 0.0
        return TitleComparison(FieldComparison(Likeness.UNKNOWN, *shown), weight)
    standing = _best(ours, theirs, cited, recorded)
    weight = _weight(standing.agreed or fold(ours[0]), recorded)
    return TitleComparison(
        FieldComparison(standing.likeness, *shown, standing.reason), weight, standing.overlap
    )


def _titles(work: Work) -> Iterator[str]:
    """A work's titles, the fullest first, each once."""
    listed = [work.full_title, *work.other_titles]
    if work.title and work.other_titles:
        listed += [f"{work.title} [{other}]" for other in work.other_titles]
    seen = set()
    for title in listed:
        if title and title not in seen and squeeze(title):
            seen.add(title)
            yield title


def _best(ours: Sequence[str], theirs: Sequence[str], cited: Work, recorded: Work) -> _Standing:
    best: _Standing | None = None
    for own in ours:
        for their in theirs:
            standing = _standing(
                _undressed(own), _undressed(their), _main(cited, own), _main(recorded, their)
            )
            if standing.likeness is Likeness.SAME:
                return standing
            if best is None or _rank(standing) > _rank(best):
                best = standing
    assert best is not None  # noqa: S101 - both lists have been seen to hold something
    return best


def _rank(standing: _Standing) -> tuple[int, float]:
    return _ORDER[standing.likeness], standing.overlap


def _main(work: Work, title: str) -> str | None:
    """The main title where the work holds it apart from its subtitle."""
    if not (work.title and work.subtitle) or title != work.full_title or not _is_subtitle(work.subtitle):
        return None
    return _undressed(work.title)


def _undressed(title: str) -> str:
    """A title without what stands before it: "RETRACTED:", "Chapter 3.", "2."."""
    bare = _STATUS.sub("", title)
    bare = _NUMBERING.sub("", bare)
    return bare if squeeze(bare) else title


def _standing(cited: str, recorded: str, cited_main: str | None, recorded_main: str | None) -> _Standing:
    equal = _equal_part(cited, recorded, cited_main, recorded_main)
    if equal is not None:
        return _same(equal)
    part = _missing_part(cited, recorded)
    if part:
        return _Standing(Likeness.CLOSE, part, fold(cited), 1.0)
    scripts = {script(cited), script(recorded)}
    if scripts > {"latin"} and "" not in scripts:
        return _Standing(Likeness.UNKNOWN, "the titles are in different scripts")
    standing = _word_by_word(cited, recorded)
    if standing.likeness is Likeness.DIFFERENT:
        standing = _against_main(cited, recorded, standing)
    if standing.likeness is Likeness.DIFFERENT and _may_be_translation(cited, recorded, standing.overlap):
        return _Standing(Likeness.UNKNOWN, "the titles are in different languages", "", standing.overlap)
    return standing


def _equal_part(cited: str, recorded: str, cited_main: str | None, recorded_main: str | None) -> str | None:
    """What both titles have where they are the same in every letter, and one may lack its subtitle."""
    one, other = squeeze(cited), squeeze(recorded)
    if equal_but_for_lost(one, other):
        return cited if len(cited) <= len(recorded) else recorded
    if squeeze(_ARTICLE.sub("", cited)) == squeeze(_ARTICLE.sub("", recorded)):
        return recorded
    if _is_translated(cited, recorded):
        return recorded
    cut = _ELLIPSIS.search(cited)
    if cut and len(one) >= 12 and other.startswith(squeeze(cited[: cut.start()])):
        return cited
    for shorter, longer, main in ((cited, recorded, recorded_main), (recorded, cited, cited_main)):
        if _is_main_title(shorter, longer, main):
            return shorter
    return None


def _same(title: str) -> _Standing:
    return _Standing(Likeness.SAME, agreed=fold(title), overlap=1.0)


def _is_translated(cited: str, recorded: str) -> bool:
    """Whether one title is the other with a translation in brackets, or is that translation."""
    return any(
        _in_brackets_or_before(longer, squeeze(shorter))
        for shorter, longer in ((cited, recorded), (recorded, cited))
    )


def _in_brackets_or_before(title: str, wanted: str) -> bool:
    if "[" not in title:
        return False
    parts = [*_BRACKETS.findall(title), _BRACKETS.sub("", title)]
    return any(len(words(part)) >= 3 and squeeze(part) == wanted for part in parts)


def _may_be_translation(cited: str, recorded: str, overlap: float) -> bool:
    """Whether the titles are in different languages, so that one may be the other's translation."""
    if overlap > _IN_TWO_LANGUAGES:
        return False
    one, other = _language(cited), _language(recorded)
    return bool(one and other) and one != other


def _language(title: str) -> str:
    """The language that at least two words of structure speak for; "" where two languages are as likely."""
    listed = set(words(title))
    counts = sorted(((len(listed & known), name) for name, known in _LANGUAGES.items()), reverse=True)
    (most, name), (second, _) = counts[:2]
    return name if most >= 2 and most > second else ""


def _is_main_title(shorter: str, longer: str, main: str | None) -> bool:
    """Whether the shorter title is the longer one without its subtitle."""
    wanted = squeeze(shorter)
    if main is not None and squeeze(main) == wanted:
        return True
    if not squeeze(longer).startswith(wanted):
        return False
    return any(
        squeeze(head) == wanted and _is_subtitle(rest) and len(words(head)) > 0
        for head, rest in _breaks(longer)
    )


def _missing_part(cited: str, recorded: str) -> str:
    """What to say where one title lacks only a part's number and title: "II. Further implications"."""
    for shorter, longer, clause in (
        (cited, recorded, "the record's '{}' is not in the title"),
        (recorded, cited, "the title's '{}' is not in the record's"),
    ):
        wanted = squeeze(shorter)
        if not squeeze(longer).startswith(wanted):
            continue
        for head, rest in _breaks(longer):
            if squeeze(head) == wanted and _NUMBER_OF_PART.match(rest):
                return clause.format(rest.strip())
    return ""


def _breaks(title: str) -> Iterator[tuple[str, str]]:
    """A title taken apart at each mark after which a subtitle may begin."""
    for mark in _BREAK.finditer(title):
        head, rest = title[: mark.start()], title[mark.end() :]
        if mark[0].startswith(".") and rest[0].islower():
            continue
        if not mark[0] and is_glued(title, mark.end()):
            continue
        if head.strip() and rest.strip():
            yield head, rest


def _is_subtitle(rest: str) -> bool:
    """Not the number of a part, nor what makes it a text about the work ("Reply", "Erratum")."""
    listed = words(rest)
    if not listed or _NUMBER_OF_PART.match(rest):
        return False
    if rest.lstrip().startswith(("(", "[")):
        return _is_optional_parenthesis(rest.strip())
    return not (_ABOUT_IT & set(listed) and all(bits(word) == 0 for word in set(listed) - _ABOUT_IT))


def _is_optional_parenthesis(rest: str) -> bool:
    """An acronym, or what kind of text it is, in brackets; at the end, or before a subtitle."""
    acronym = ACRONYM.match(rest)
    if acronym is None or ROMAN.fullmatch(acronym[1]):
        return LAST_PARENTHESIS.fullmatch(rest) is not None and bool(_KINDS & set(words(rest)))
    after = rest[acronym.end() :].strip()
    return not after or (after[0] in ":;.?!—–-" and _is_subtitle(after))


def _against_main(cited: str, recorded: str, whole: _Standing) -> _Standing:
    """A subtitle left out, and a slip besides."""
    if whole.overlap < _SHARED_BY_MAIN_TITLES:
        return whole
    length = {True: len(words(cited)), False: len(words(recorded))}
    for shorter_is_cited, shorter, longer in ((True, cited, recorded), (False, recorded, cited)):
        if length[shorter_is_cited] < 3:
            continue
        for head, rest in _breaks(longer):
            if rest.lstrip().startswith(("(", "[")) and has_brackets_after(shorter, head):
                continue
            if abs(len(words(head)) - length[shorter_is_cited]) <= 1 and _is_subtitle(rest):
                standing = _word_by_word(shorter, head) if shorter_is_cited else _word_by_word(head, shorter)
                if standing.likeness is not Likeness.DIFFERENT:
                    return standing
    return whole


def _word_by_word(cited: str, recorded: str) -> _Standing:
    ours, theirs = words(cited), words(recorded)
    only_ours, only_theirs = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    overlap = _overlap(ours, theirs, only_ours, only_theirs)
    agreed = " ".join(theirs)
    if not only_ours and not only_theirs:
        return _Standing(Likeness.CLOSE, "the title's words are in another order", agreed, 1.0)
    extra, missing = _in_order(ours, only_ours), _in_order(theirs, only_theirs)
    if _is_hopeless(extra, ours) and _is_hopeless(missing, theirs):
        return _Standing(Likeness.DIFFERENT, "", "", overlap)
    slips = _take_out_pairs(extra, missing)
    if slips is None:
        return _Standing(Likeness.DIFFERENT, _what_differs(extra, missing), "", overlap)
    optional = optional_acronyms(cited, recorded), optional_acronyms(recorded, cited)
    extra = [word for word in extra if word not in optional[0]]
    missing = [word for word in missing if word not in optional[1]]
    extra_matter = set(extra) - FUNCTION_WORDS - last_parenthesis(cited, recorded, extra)
    if extra_matter or set(missing) - FUNCTION_WORDS - last_parenthesis(recorded, cited, missing):
        return _Standing(Likeness.DIFFERENT, _what_differs(extra, missing), "", overlap)
    if not extra and not missing and not slips:
        return _Standing(Likeness.SAME, "", agreed, 1.0)
    return _Standing(Likeness.CLOSE, "; ".join(slips) or _what_differs(extra, missing), agreed, 1.0)


def _is_hopeless(other: Sequence[str], of: Sequence[str]) -> bool:
    return len(other) > _TOO_MANY_OTHER_WORDS and len(other) * 2 > len(of)


def _in_order(listed: Sequence[str], wanted: Counter[str]) -> list[str]:
    left = wanted.copy()
    found = []
    for word in listed:
        if left[word] > 0:
            left[word] -= 1
            found.append(word)
    return found


def _take_out_pairs(extra: list[str], missing: list[str]) -> list[str] | None:
    """Take the words that are one another's spelling or slip out of both lists; say what the slips are.

    None where two words contradict each other in a way that settles it.
    """
    _take_out_joined(extra, missing)
    _take_out_joined(missing, extra)
    slips = []
    for wanted in (Likeness.SAME, Likeness.CLOSE):
        for word in tuple(extra):
            for other in missing:
                if word_likeness(word, other) is wanted:
                    extra.remove(word)
                    missing.remove(other)
                    if wanted is Likeness.CLOSE:
                        slips.append(f"the title has '{word}' where the record has '{other}'")
                    break
    return slips


def _take_out_joined(apart: list[str], joined: list[str]) -> None:
    """Words written apart on one side and as one on the other."""
    for first, second in list(pairwise(apart)):
        if first + second in joined and first in apart and second in apart:
            apart.remove(first)
            apart.remove(second)
            joined.remove(first + second)


def _overlap(ours: Iterable[str], theirs: Iterable[str], extra: Counter[str], missing: Counter[str]) -> float:
    """The share of the words, weighed by rarity, that both titles have."""
    total = sum(map(_size, ours)) + sum(map(_size, theirs))
    alone = sum(_size(word) * times for word, times in (*extra.items(), *missing.items()))
    return round((total - alone) / total, 4) if total else 0.0


def _size(word: str) -> int:
    return max(bits(word), 1)


def _what_differs(extra: Sequence[str], missing: Sequence[str]) -> str:
    """A clause on the words that one title has alone; nothing where they are too many to help."""
    extra = [word for word in extra if word not in FUNCTION_WORDS] or list(extra)
    missing = [word for word in missing if word not in FUNCTION_WORDS] or list(missing)
    if len(extra) > _TOO_MANY_OTHER_WORDS or len(missing) > _TOO_MANY_OTHER_WORDS:
        return ""
    if not missing:
        return f"the title's {_quoted(extra)} is not in the record's"
    if not extra:
        return f"the record's {_quoted(missing)} is not in the title"
    return f"the title has {_quoted(extra)} where the record has {_quoted(missing)}"


def _quoted(listed: Sequence[str]) -> str:
    return " ".join(listed).join("''")


def _weight(title: str, recorded: Work) -> float:
    """How surely a title names one work: the bits of its distinct words, but those of its journal's name."""
    container = recorded.container_title
    if container and len(words(container)) > 1 and fold(container) in title:
        title = title.replace(fold(container), " ")
    return round(min(1.0, sum(map(bits, set(title.split()))) / _BITS_OF_A_FULL_TITLE), 4)
