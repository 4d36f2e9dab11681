"""Which registered work is the cited one? Pure: answers in, a `Case` out, and what to ask next.

A cited DOI is a strong claim, a search hit only a guess. So the record that a DOI leads to is taken for the
cited work unless its title and people say otherwise; a record that a search gave only where the evidence
leaves no doubt (`compare.identity`). What is not settled is not accused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum
from sys import intern

from bibproof.compare import Comparison, Likeness, compare
from bibproof.compare.identity import (
    DISTINCTIVE_TITLE,
    IN_JOURNALS,
    MOSTLY,
    TELLING_AUTHORS,
    TELLING_TITLE,
    fits_in_full,
    fits_without_people,
    is_another_version,
    is_beside_no_place,
    is_led_to,
    is_surely,
    place_fields,
    score,
)
from bibproof.compare.relatives import is_of_another_version, is_preprint, is_review_of_it
from bibproof.compare.text import word_set, words
from bibproof.coverage import has_appeared, is_named_nowhere, is_registered_kind, is_searchable_kind
from bibproof.evidence import (
    Candidate,
    Case,
    DoiStanding,
    Elsewhere,
    Found,
    Part,
    Record,
    SearchAnswer,
    Unavailable,
)
from bibproof.model import Library, Reference, Work

_PARTS_AND_REVIEWS = frozenset({"component", "journal-issue", "peer-review"})
_OF_NOTICES = word_set(
    """
    erratum errata corrigendum corrigenda correction corrections retraction withdrawal removal addendum
    concern clarification note notice
    """
)
_WORKS_THEMSELVES = frozenset({"article-journal", "paper-conference", "chapter", "book"})
_ON_THE_SAME_MATTER = 0.2  # the share of a title's words that says so
_OF_SOFTWARE = Elsewhere("DataCite")  # where its record is of no help
_NOTHING_TO_ASK = Unavailable("the entry has no DOI, no title and no people to look it up by")
_NOTHING_TO_COMPARE = Unavailable("the DOI's record has neither title nor people to hold the entry against")


class Question(Enum):
    """What can be asked of a search about a work."""

    WHOLE = "whole"
    TITLE = "title"
    PEOPLE = "people"

    def about(self, work: Work) -> Work:
        """The part of the work that this question is about."""
        if self is Question.TITLE:
            return Work(type=work.type, title=work.title, subtitle=work.subtitle, authors=work.authors[:1])
        if self is Question.PEOPLE:
            return Work(type=work.type, authors=work.authors, issued=work.issued)
        return work


def settle(
    reference: Reference,
    library: Library,
    by_doi: DoiStanding | None,
    records: Iterable[Record] = (),
    search: SearchAnswer | None = None,
) -> Case:
    """What follows from where the cited DOI stands and from the records that searches gave.

    `search` is what the searches came to as a whole: Unavailable as soon as one was not answered.
    """
    work = reference.work
    covered = is_registered_kind(work)
    if covered and by_doi is None and not (work.title or work.authors or work.unstructured):
        search = _NOTHING_TO_ASK
    candidates = _candidates(reference, records)
    led_to = _under_the_doi(reference, by_doi.record) if isinstance(by_doi, Found) else None
    if led_to is not None and _tells_nothing(work, led_to):
        by_doi, led_to = (None if work.doi is None else _OF_SOFTWARE), None
    known = candidates if led_to is None else [led_to, *candidates]
    chosen = _chosen(reference, led_to, candidates)
    parts = _parts(chosen, led_to, known)
    case = Case(
        reference,
        library,
        by_doi,
        search,
        candidates=tuple(candidates),
        parts=parts,
        covered=covered,
    )
    if parts:
        return replace(case, reference=reference.read_for(parts[0].record.work))
    if chosen is None:
        told = led_to is None or led_to.record.work.title or led_to.record.work.authors
        search = case.search if told or isinstance(search, Unavailable) else _NOTHING_TO_COMPARE
        return replace(case, search=search, covered=covered and not _has_other_version_only(case))
    return replace(
        case,
        reference=reference.read_for(chosen.record.work),
        record=chosen.record,
        comparison=chosen.comparison,
        because=_because(chosen, _how(work) if chosen is led_to else "found by search"),
    )


def undecided(case: Case, search: SearchAnswer) -> Case:
    """The same case where something that would decide it could not be asked: nothing is settled."""
    return replace(case, search=search, record=None, comparison=None, parts=(), because="")


def next_question(case: Case, asked: frozenset[Question]) -> Question | None:
    """What must still be asked of a search before the case is decided; None when it is.

    Where the cited DOI's standing is not known, no search can make up for it.
    """
    if isinstance(case.by_doi, Elsewhere | Unavailable) or case.parts:
        return None
    wanted = _to_find_it(case) if case.comparison is None else _to_explain_it(case)
    return next((question for question in wanted if question not in asked), None)


def _to_find_it(case: Case) -> list[Question]:
    work = case.reference.work
    if not is_searchable_kind(work) or not (work.title or work.authors or work.unstructured):
        return []
    wanted = [Question.WHOLE]
    if work.title:
        wanted.append(Question.TITLE)
    if work.authors and any(_is_other_peoples(candidate) for candidate in _known(case)):
        wanted.append(Question.PEOPLE)
    return wanted


def _to_explain_it(case: Case) -> list[Question]:
    """Whose the parts are that do not fit the record."""
    if case.comparison is None:
        return []
    wanted = []
    if case.doi_record is case.record and _is_of_another_version(case):
        wanted.append(Question.WHOLE)
    if _has_other_title(case.comparison):
        wanted += [Question.WHOLE, Question.TITLE]
    if "author" in case.comparison.differs and "year" in case.comparison.differs:
        wanted.append(Question.PEOPLE)
    return wanted


def _is_of_another_version(case: Case) -> bool:
    """Whether the DOI is that of a preprint of what is cited, which may be registered by itself."""
    record, work = case.record, case.reference.work
    return record is not None and is_preprint(record.work) and is_of_another_version(work, record.work)


def _known(case: Case) -> list[Candidate]:
    known = list(case.candidates)
    if case.doi_record is not None:
        known.append(_held_against(case.reference, case.doi_record))
    return known


def _held_against(reference: Reference, record: Record) -> Candidate:
    return Candidate(record, compare(reference.read_for(record.work).work, record.work))


def _under_the_doi(reference: Reference, record: Record) -> Candidate:
    """What the cited DOI leads to; of another version of the work, only who wrote it under which title."""
    candidate = _held_against(reference, record)
    if not is_of_another_version(reference.work, record.work):
        return candidate
    return replace(candidate, comparison=candidate.comparison.without_place())


def _candidates(reference: Reference, records: Iterable[Record]) -> list[Candidate]:
    """Each record once, held against the reference; best agreement first."""
    distinct = {
        record.work.doi or f"{record.source} {number}": record for number, record in enumerate(records)
    }
    candidates = [_held_against(reference, record) for record in distinct.values()]
    return sorted(candidates, key=lambda candidate: score(candidate.comparison), reverse=True)


def _chosen(
    reference: Reference, led_to: Candidate | None, candidates: Sequence[Candidate]
) -> Candidate | None:
    """The candidate that is the cited work: the DOI's, unless a search gave a better one for sure."""
    work, sure = reference.work, _sure(reference, candidates)
    if led_to is None or not is_led_to(led_to.comparison):
        return sure
    if is_review_of_it(work, led_to.record.work, led_to.comparison["author"]):
        return sure
    if sure is not None and _is_published_version(work, sure, led_to):
        return sure
    if _is_no_work_itself(work, led_to):
        says_nothing_else = not (work.authors or work.page) and led_to.comparison["title"] is Likeness.SAME
        return sure or (led_to if says_nothing_else and not led_to.comparison.differs else None)
    if sure is not None and _has_other_title(led_to.comparison) and not _has_other_title(sure.comparison):
        return sure
    return led_to


def _is_published_version(work: Work, sure: Candidate, led_to: Candidate) -> bool:
    """Whether a search gave what is cited as published, and its DOI is that of a preprint."""
    recorded = led_to.record.work
    is_preprints_doi = is_preprint(recorded) and is_of_another_version(work, recorded)
    return is_preprints_doi and not is_preprint(sure.record.work)


def _has_other_title(comparison: Comparison) -> bool:
    """Whether the record has not the cited title: it differs, or is in a language that tells nothing."""
    return comparison["title"] is Likeness.DIFFERENT or comparison.has_foreign_title


def _sure(reference: Reference, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that is surely the cited work; none where two are, under a title like "Editorial"."""
    sure = [
        candidate
        for candidate in candidates
        if _may_settle(reference.read_for(candidate.record.work).work, candidate)
    ]
    if not sure:
        return None
    best = sure[0].comparison
    if best.title_weight < TELLING_TITLE and any(_fits_as_well(other.comparison, best) for other in sure[1:]):
        return None
    return sure[0]


def _fits_as_well(other: Comparison, best: Comparison) -> bool:
    fits = fits_in_full(other) or fits_without_people(other)
    return fits and set(place_fields(other)) >= set(place_fields(best))


def _may_settle(work: Work, candidate: Candidate) -> bool:
    """A guess may settle; of a kind that the registries need not have, it may verify but not accuse.

    Unless the record is in the very container that is cited; or the work is said to have appeared nowhere,
    and the record is that of such a work: a preprint.
    """
    comparison = candidate.comparison
    if _is_about_another(work, candidate) or not is_surely(comparison):
        return False
    if is_another_version(work, candidate.record.work, comparison):
        return False
    if candidate.record.work.type == "book" and comparison["year"] is Likeness.DIFFERENT:
        return False  # another edition
    if is_registered_kind(work) or not comparison.differs:
        return True
    if comparison["journal"] is Likeness.SAME and has_appeared(work):
        return True
    return is_named_nowhere(work) and is_beside_no_place(comparison)


def _is_about_another(work: Work, candidate: Candidate) -> bool:
    """Notices, reviews and parts carry the title of the work that they are about."""
    record = candidate.record
    if record.work.genre in _PARTS_AND_REVIEWS and record.work.genre != work.genre:
        return True
    is_review_of_a_book = (
        work.type == "book" and work.container_title is None and record.work.type in IN_JOURNALS
    )
    return (bool(record.notice_for) and not _is_that_notice(candidate)) or is_review_of_a_book


def _is_that_notice(candidate: Candidate) -> bool:
    """Whether a notice is cited by its own title, which says that it is one."""
    title = candidate.record.work.title or ""
    return candidate.comparison["title"] is Likeness.SAME and bool(_OF_NOTICES & set(words(title)))


def _tells_nothing(work: Work, led_to: Candidate) -> bool:
    """Whether what is under the DOI can't show the reference right, and can't show it wrong either.

    A number of arXiv is less of a claim than a DOI. And software is registered as programs see it
    ("numpy/numpy: v1.14.0", by all who ever committed), and cited by its name and its paper's authors. Only
    what has nothing of the cited work is surely another one.
    """
    comparison = led_to.comparison
    nothing_in_common = (
        comparison["title"] is comparison["author"] is Likeness.DIFFERENT
        and comparison.title_overlap <= _ON_THE_SAME_MATTER
        and comparison.authors_overlap == 0
    )
    if nothing_in_common or (is_led_to(comparison) and work.doi is None):
        return False
    agrees = is_led_to(comparison) and not {"title", "author"} & set(comparison.differs)
    return work.doi is None or (led_to.record.work.type == "software" and not agrees)


def _is_no_work_itself(work: Work, led_to: Candidate) -> bool:
    """Whether the DOI is that of a figure, of a whole issue or of a referee's report, and a work is cited.

    Whoever cites an issue or a report cites it by its own title; a figure has its article's.
    """
    genre = led_to.record.work.genre
    if genre not in _PARTS_AND_REVIEWS or genre == work.genre or work.type not in _WORKS_THEMSELVES:
        return False
    return genre == "component" or led_to.comparison["title"] is not Likeness.SAME


def _has_other_version_only(case: Case) -> bool:
    """Whether the work exists, but is registered only as something else than what is cited."""
    work = case.reference.work
    return case.by_doi is None and any(
        is_another_version(work, candidate.record.work, candidate.comparison) for candidate in case.candidates
    )


def _parts(
    chosen: Candidate | None, led_to: Candidate | None, known: Sequence[Candidate]
) -> tuple[Part, ...]:
    """The works that the parts of a chimera belong to: one has the title, another the people and the year.

    A record that was settled on is no chimera's part unless both its people and year, or its title, are
    another work's. A short title names a work only where the DOI or the place is its record's, too.
    """
    title_of = _best(known, _has_the_title) or _best(known, lambda one: _has_the_short_title(one, led_to))
    people_of = _best(known, lambda one: _has_the_people(one, is_placed=one is led_to or one is chosen))
    if title_of is None or people_of is None or title_of is people_of:
        return ()
    if chosen is not None and chosen is not title_of and chosen is not people_of:
        return ()
    if not _is_by_others(title_of.comparison) or not _has_other_title(people_of.comparison):
        return ()
    if "year" not in title_of.comparison.differs and chosen is title_of:
        return ()
    own = title_of.comparison.agrees
    others = tuple(field for field in people_of.comparison.agrees if field not in own)
    return (Part(own, title_of.record), Part(others, people_of.record))


def _best(known: Sequence[Candidate], fits: Callable[[Candidate], bool]) -> Candidate | None:
    return max(
        (candidate for candidate in known if fits(candidate)),
        key=lambda candidate: score(candidate.comparison),
        default=None,
    )


def _has_the_title(candidate: Candidate) -> bool:
    comparison = candidate.comparison
    return comparison["title"] is Likeness.SAME and comparison.title_weight >= DISTINCTIVE_TITLE


def _has_the_short_title(candidate: Candidate, led_to: Candidate | None) -> bool:
    comparison = candidate.comparison
    is_placed = candidate is led_to or {"journal", "pages"} <= set(place_fields(comparison))
    return (
        is_placed
        and comparison["title"] is Likeness.SAME
        and comparison.title_weight >= TELLING_TITLE
        and _is_by_others(comparison)
    )


def _is_other_peoples(candidate: Candidate) -> bool:
    return _has_the_title(candidate) and _is_by_others(candidate.comparison)


def _is_by_others(comparison: Comparison) -> bool:
    return comparison["author"] is Likeness.DIFFERENT and comparison.authors_overlap < MOSTLY


def _has_the_people(candidate: Candidate, *, is_placed: bool) -> bool:
    """The cited people in the cited year: in the cited place, enough to name them, or on the same matter."""
    comparison = candidate.comparison
    return (
        comparison["author"] is Likeness.SAME
        and comparison["year"] is Likeness.SAME
        and (
            is_placed
            or comparison.authors_weight >= TELLING_AUTHORS
            or comparison.title_overlap > _ON_THE_SAME_MATTER
        )
    )


def _how(work: Work) -> str:
    return "the DOI leads to it" if work.doi is not None else "its number of arXiv leads to it"


def _because(chosen: Candidate, how: str) -> str:
    agrees = chosen.comparison.agrees
    return intern(f"{how}; agreeing: {', '.join(agrees)}") if agrees else how
