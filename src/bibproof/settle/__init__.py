"""Which registered work is the cited one? Pure: answers in, a `Case` out, and what to ask next.

A cited DOI is a strong claim, a search hit only a guess. So the record that a DOI leads to is taken for the
cited work unless its title and people say otherwise; a record that a search gave only where the evidence
leaves no doubt (`compare.identity`). What is not settled is not accused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from sys import intern

from bibproof.compare.relatives import is_of_another_version, is_preprint
from bibproof.coverage import is_registered_kind, is_searchable_kind
from bibproof.evidence import (
    Candidate,
    Case,
    DoiStanding,
    Elsewhere,
    Found,
    Record,
    SearchAnswer,
    Unavailable,
)
from bibproof.model import Library, Reference, Work
from bibproof.settle._at_once import candidates_of
from bibproof.settle._chosen import chosen_of, has_other_version_only, tells_nothing
from bibproof.settle._held import has_other_title, held_against, held_candidates, under_the_doi
from bibproof.settle._parts import is_other_peoples, parts_of

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
    candidates = (candidates_of if by_doi is None else held_candidates)(reference, records)
    led_to = under_the_doi(reference, by_doi.record) if isinstance(by_doi, Found) else None
    if led_to is not None and tells_nothing(work, led_to):
        by_doi, led_to = (None if work.doi is None else _OF_SOFTWARE), None
    known = candidates if led_to is None else [led_to, *candidates]
    chosen = chosen_of(reference, led_to, candidates)
    parts = parts_of(work, chosen, led_to, known)
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
        return replace(case, search=search, covered=covered and not has_other_version_only(case))
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
    if work.authors and any(is_other_peoples(candidate) for candidate in _known(case)):
        wanted.append(Question.PEOPLE)
    return wanted


def _to_explain_it(case: Case) -> list[Question]:
    """Whose the parts are that do not fit the record."""
    if case.comparison is None:
        return []
    wanted = []
    if case.doi_record is case.record and _is_of_another_version(case):
        wanted.append(Question.WHOLE)
    if has_other_title(case.comparison):
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
        known.append(held_against(case.reference, case.doi_record))
    return known


def _how(work: Work) -> str:
    return "the DOI leads to it" if work.doi is not None else "its number of arXiv leads to it"


def _because(chosen: Candidate, how: str) -> str:
    agrees = chosen.comparison.agrees
    return intern(f"{how}; agreeing: {', '.join(agrees)}") if agrees else how
