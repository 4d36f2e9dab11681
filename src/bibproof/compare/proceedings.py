"""Proceedings and books, whose names no two people write alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bibproof.compare.abbreviations import ACRONYM, is_abbreviation, plain_name, telling
from bibproof.compare.likeness import Likeness
from bibproof.compare.text import fold, word_set
from bibproof.model import Work

_SERIES = re.compile(
    r"lecture notes|\blncs\b|\blnai\b|\bccis\b|advances in|communications in|studies in|springer"
    r"|proceedings in|series|ceur|procedia|ifip|smart innovation|contributions to|monographs"
)
_CONFERENCE = re.compile(
    r"conference|\bconf\b|symposium|\bsymp\b|workshop|congress|meeting|colloquium|convention|\b(?:19|20)\d\d\b"
)
_JOURNAL = re.compile(r"\bjournal\b|\bconf(?:erence)? ser(?:ies)?\b")
_NOT_TELLING = word_set(
    """
    proceedings proc proceeding conference conf symposium symp workshop workshops congress meeting
    annual international intl int ieee acm siam usenix springer aaai ifip national european world joint
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirty in
    companion adjunct papers long short volume part series lecture notes record digest technical
    advances abstracts extended selected usa uk china germany italy france spain canada japan
    """
)
_MEETING = re.compile(r"\b(?:proceedings|proc|conference|conf|symposium|symp|workshops?|congress)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
_MAY_SHARE = 0.34  # the share of telling words below which they are surely not
_KINDEST = (Likeness.SAME, Likeness.CLOSE, Likeness.UNKNOWN, Likeness.DIFFERENT)
_COVERS_MOST = 0.5  # the share of telling words at which two names of proceedings may be one another's


def is_conference(name: str) -> bool:
    """Whether it is that of a meeting; "Journal of Physics: Conference Series" is a journal's."""
    folded = fold(name)
    return _CONFERENCE.search(folded) is not None and _JOURNAL.search(folded) is None


def compare_proceedings(ours: Sequence[str], theirs: Sequence[str], recorded: Work) -> tuple[Likeness, str]:
    """Names of proceedings and books: DIFFERENT only where nothing that tells them apart is shared.

    With the likeness, why. A year in a cited name that can't be the record's is another meeting's.
    """
    likeness = _best_likeness(ours, theirs, recorded)
    year = _other_year(ours, theirs, recorded)
    if year is None or likeness is Likeness.DIFFERENT:
        return likeness, ""
    if likeness is Likeness.SAME:
        return Likeness.CLOSE, f"it is not that of {year}"
    return Likeness.DIFFERENT, f"it is not that of {year}"


def _other_year(ours: Sequence[str], theirs: Sequence[str], recorded: Work) -> str | None:
    """The year of a meeting that is cited, where it is not one whose proceedings the record can be from.

    Proceedings appear in the year of the meeting, or in the year after.
    """
    cited = {year for name in ours if _MEETING.search(fold(name)) for year in _YEAR.findall(name)}
    if len(cited) != 1 or not recorded.years:
        return None
    (year,) = cited
    may_be = {year for name in theirs for year in _YEAR.findall(name)}
    is_near = min(recorded.years) - 1 <= int(year) <= max(recorded.years)
    return None if is_near or year in may_be else year


def _best_likeness(ours: Sequence[str], theirs: Sequence[str], recorded: Work) -> Likeness:
    found = {_proceedings_likeness(one, other) for one in ours for other in theirs}
    if not found & {Likeness.SAME, Likeness.CLOSE}:
        found = {_proceedings_likeness(one, other) for one in ours for other in _those_that_tell(theirs)}
    likeness = next(likeness for likeness in _KINDEST if likeness in found)
    if (
        likeness is Likeness.DIFFERENT
        and recorded.publisher
        and plain_name(ours[0]) in plain_name(recorded.publisher)
    ):
        return Likeness.UNKNOWN
    return likeness


def _those_that_tell(theirs: Sequence[str]) -> Sequence[str]:
    """The book's own names, without its series and without "the 12th ACM Conference", if it has any."""
    return [name for name in theirs if _matter(name) and not _is_series(name)] or theirs


def _is_series(name: str) -> bool:
    """Whether a name may be that of a series, whose volumes have names of their own. None has a subtitle."""
    return ": " not in name.replace(" :", ":") and _SERIES.search(fold(name)) is not None


def _proceedings_likeness(cited: str, recorded: str) -> Likeness:
    if _shared_acronyms(cited, recorded):
        return Likeness.SAME
    ours, theirs = _matter(cited), _matter(recorded)
    if not ours or not theirs:
        return Likeness.UNKNOWN
    shared = sum(any(is_abbreviation(one, other) for other in theirs) for one in ours)
    if shared == len(ours) or sum(
        any(is_abbreviation(one, other) for other in ours) for one in theirs
    ) == len(theirs):
        return Likeness.SAME
    share = shared / min(len(ours), len(theirs))
    if share >= _COVERS_MOST:
        return Likeness.CLOSE
    if any(_is_series(name) for name in (cited, recorded)) or _may_be_acronym(ours, recorded):
        return Likeness.UNKNOWN
    return Likeness.UNKNOWN if share >= _MAY_SHARE else Likeness.DIFFERENT


def _matter(name: str) -> list[str]:
    """What proceedings are about: their name without years, ordinals, publishers and the word itself."""
    return [word for word in telling(name) if word not in _NOT_TELLING and not _ORDINAL.fullmatch(word)]


def _shared_acronyms(cited: str, recorded: str) -> set[str]:
    """Acronyms that both have ("CVPR"), or that one has and whose words the other has."""
    ours, theirs = _acronyms(cited), _acronyms(recorded)
    shared = ours & theirs
    if shared:
        return shared
    return {acronym for acronym in ours if acronym in _initials(recorded)} | {
        acronym for acronym in theirs if acronym in _initials(cited)
    }


def _acronyms(name: str) -> set[str]:
    if name.isupper() and " " in name.strip():
        return set()
    found = {word.lower() for word in ACRONYM.findall(name) if len(word) > 2}
    return {word for word in found if word not in _NOT_TELLING}


def _initials(name: str) -> str:
    return "".join(word[0] for word in telling(name) if not _ORDINAL.fullmatch(word))


def _may_be_acronym(ours: Sequence[str], recorded: str) -> bool:
    """A single word ("Interspeech") may be the name of any conference whose own short name is not known."""
    return len(ours) == 1 and is_conference(recorded) and not _acronyms(recorded)
