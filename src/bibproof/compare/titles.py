"""Titles: the same one in any dress, one with a slip in it, or another one.

Two titles are the same when their letters are, whatever stands between them, and when what one of them has
more is a subtitle. Where they differ, it is the words that count and not how many letters they have in
common: one other content word makes another title, however long it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bibproof.compare.languages import is_translated, may_be_translation
from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.parentheses import has_brackets_after
from bibproof.compare.subtitles import breaks, is_main_title, is_subtitle, missing_part
from bibproof.compare.text import equal_but_for_lost, fold, script, squeeze, words
from bibproof.compare.title_words import Standing, word_by_word
from bibproof.compare.words import bits
from bibproof.model import Work

_SHARED_BY_MAIN_TITLES = 0.2  # with less in common, a subtitle is not all that differs
_BITS_OF_A_SUBTITLE = 16  # two or three words that say something
_BITS_OF_A_FULL_TITLE = 80  # eight rare words, or ten of the usual ones

_STATUS = re.compile(
    r"^\W*(?:retracted(?: (?:article|paper|chapter))?|withdrawn|removed|temporary removal)\b"
    r"(?:\s*[:\]).—–-]+)+\s*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^[\s\"'`“”„‘’«]*(?:(?:chapter|kapitel|chapitre|cap[ií]tulo)\s+(?P<chapter>\w{1,6})\b\s*[:.—–-]*"
    r"|(?P<number>\d{1,2})\.(?!\d)\s)\s*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*[\[(]\s*(?:(?:published )?online\b[^\])]*|e-?pub\b[^\])]*|(?:article )?in press|preprint"
    r"|in [A-Z][a-z]+|article(?: in [A-Z][a-z]+)?|letter|review)\s*[\])]\W*$"
)
_ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*$")
_ARTICLE = re.compile(r"^\W*(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleComparison:
    """How two titles stand, and the two measures of `works.Comparison`."""

    field: FieldComparison
    weight: float = 0.0
    overlap: float = 0.0


_IN_OTHER_SCRIPTS = Standing(Likeness.UNKNOWN, "the titles are in different scripts")
_IN_OTHER_LANGUAGES = Standing(Likeness.UNKNOWN, "the titles are in different languages")
_WORDS_TO_SHARE = 4  # a shorter title may be the other one in spite of that, with a slip in every word
_ORDER = {Likeness.SAME: 3, Likeness.CLOSE: 2, Likeness.DIFFERENT: 1, Likeness.UNKNOWN: 0}


def compare_titles(cited: Work, recorded: Work) -> TitleComparison:
    """The titles of two works; any of a work's titles that fits is right."""
    theirs, ours = list(_titles(recorded)), _claimed(cited)
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


def _claimed(cited: Work) -> list[str]:
    """The titles that a reference claims; a short form of the first is no other one."""
    first, *others = [*_titles(cited)] or [""]
    claimed = [title for title in others if not squeeze(first).startswith(squeeze(title))]
    return [first, *claimed] if first else []


def _best(ours: Sequence[str], theirs: Sequence[str], cited: Work, recorded: Work) -> Standing:
    best: Standing | None = None
    at = ours[0], theirs[0]
    for own in ours:
        for their in theirs:
            standing = _standing(*_bare(own, their), _main(cited, own), _main(recorded, their))
            if standing.likeness is Likeness.SAME:
                return standing
            if best is None or _rank(standing) > _rank(best):
                best, at = standing, (own, their)
    assert best is not None  # noqa: S101 - both lists have been seen to hold something
    return _beside_its_own_subtitle(best, at, theirs, recorded) if best.has_more else best


def _bare(own: str, their: str) -> tuple[str, str]:
    """Both titles without what is said of them; with their numbers, where they are of different chapters."""
    number, other = _numbered(own), _numbered(their)
    if number and other and number != other:
        return _STATUS.sub("", own), _STATUS.sub("", their)
    return _undressed(own), _undressed(their)


def _numbered(title: str) -> str:
    """The number of the chapter that a title begins with, in digits."""
    found = _NUMBERING.match(title)
    number = (found["chapter"] or found["number"]) if found else ""
    return number.lstrip("0") if number.isdigit() else ""


def _beside_its_own_subtitle(
    found: Standing, at: tuple[str, str], theirs: Sequence[str], recorded: Work
) -> Standing:
    """What a subtitle comes to that the record's short title lacks: its full title may have another one."""
    own, short = at
    for their in theirs:
        main = _main(recorded, their)
        if "[" not in their and is_main_title(short, their, main):
            return _standing(_undressed(own), _undressed(their), None, main)
    return found


def _rank(standing: Standing) -> tuple[int, float]:
    return _ORDER[standing.likeness], standing.overlap


def _main(work: Work, title: str) -> str | None:
    """The main title where the work holds it apart from its subtitle."""
    if not (work.title and work.subtitle) or title != work.full_title or not is_subtitle(work.subtitle):
        return None
    return _undressed(work.title)


@lru_cache(maxsize=4096)
def _undressed(title: str) -> str:
    """A title without what is said of it: before it "RETRACTED:", "Chapter 3.", behind it "[in German]"."""
    bare = _NUMBERING.sub("", _STATUS.sub("", title))
    bare = _REMARK.sub("", bare) if "(" in bare or "[" in bare else bare
    return bare if squeeze(bare) else title


def _standing(cited: str, recorded: str, cited_main: str | None, recorded_main: str | None) -> Standing:
    if _share_nothing(cited, recorded):
        return _without_a_word_in_common(cited, recorded)
    equal = _equal_part(cited, recorded, recorded_main)
    if equal is not None:
        return _same(equal)
    with_more = _with_more(cited, recorded, cited_main)
    if with_more is not None:
        return with_more
    part = missing_part(cited, recorded)
    if part:
        return Standing(Likeness.CLOSE, part, fold(cited), 1.0)
    if _are_in_other_scripts(cited, recorded):
        return _IN_OTHER_SCRIPTS
    standing = word_by_word(cited, recorded)
    if standing.likeness is Likeness.DIFFERENT:
        standing = _against_main(cited, recorded, standing)
    if standing.likeness is Likeness.DIFFERENT and may_be_translation(cited, recorded, standing.overlap):
        return replace(_IN_OTHER_LANGUAGES, overlap=standing.overlap)
    return standing


def _share_nothing(cited: str, recorded: str) -> bool:
    """Whether two titles of some length have no word in common: then nothing else need be tried."""
    ours, theirs = words(cited), words(recorded)
    return min(len(ours), len(theirs)) >= _WORDS_TO_SHARE and set(ours).isdisjoint(theirs)


def _without_a_word_in_common(cited: str, recorded: str) -> Standing:
    if squeeze(cited) == squeeze(recorded):
        return _same(recorded)
    if _are_in_other_scripts(cited, recorded):
        return _IN_OTHER_SCRIPTS
    return _IN_OTHER_LANGUAGES if may_be_translation(cited, recorded, 0.0) else Standing(Likeness.DIFFERENT)


def _are_in_other_scripts(cited: str, recorded: str) -> bool:
    scripts = {script(cited), script(recorded)}
    return scripts > {"latin"} and "" not in scripts


def _equal_part(cited: str, recorded: str, recorded_main: str | None) -> str | None:
    """What both titles have where they are the same in every letter, and one may lack its subtitle."""
    one, other = squeeze(cited), squeeze(recorded)
    if equal_but_for_lost(one, other):
        return cited if len(cited) <= len(recorded) else recorded
    if squeeze(_ARTICLE.sub("", cited)) == squeeze(_ARTICLE.sub("", recorded)):
        return recorded
    if is_translated(cited, recorded):
        return recorded
    cut = _ELLIPSIS.search(cited)
    if cut and len(one) >= 12 and other.startswith(squeeze(cited[: cut.start()])):
        return cited
    return cited if is_main_title(cited, recorded, recorded_main) else None


def _with_more(cited: str, recorded: str, cited_main: str | None) -> Standing | None:
    """The record's title with a subtitle behind it that the record has not: deposits lack some.

    A few words more ("a review") are no subtitle that anybody would miss.
    """
    if not is_main_title(recorded, cited, cited_main):
        return None
    more = set(words(cited)) - set(words(recorded))
    if sum(map(bits, more)) < _BITS_OF_A_SUBTITLE:
        return _same(recorded)
    return Standing(Likeness.CLOSE, "the record has no such subtitle", fold(recorded), 1.0, has_more=True)


def _same(title: str) -> Standing:
    return Standing(Likeness.SAME, agreed=fold(title), overlap=1.0)


def _against_main(cited: str, recorded: str, whole: Standing) -> Standing:
    """A subtitle left out, and a slip besides."""
    if whole.overlap < _SHARED_BY_MAIN_TITLES:
        return whole
    length = {True: len(words(cited)), False: len(words(recorded))}
    for shorter_is_cited, shorter, longer in ((True, cited, recorded), (False, recorded, cited)):
        if length[shorter_is_cited] < 3:
            continue
        for head, rest in breaks(longer):
            if rest.lstrip().startswith(("(", "[")) and has_brackets_after(shorter, head):
                continue
            if abs(len(words(head)) - length[shorter_is_cited]) <= 1 and is_subtitle(rest):
                standing = word_by_word(shorter, head) if shorter_is_cited else word_by_word(head, shorter)
                if standing.likeness is not Likeness.DIFFERENT:
                    return standing
    return whole


def _weight(title: str, recorded: Work) -> float:
    """How surely a title names one work: the bits of its distinct words, but those of its journal's name."""
    container = recorded.container_title
    if container and len(words(container)) > 1 and fold(container) in title:
        title = title.replace(fold(container), " ")
    return round(min(1.0, sum(map(bits, set(title.split()))) / _BITS_OF_A_FULL_TITLE), 4)
