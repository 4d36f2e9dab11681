"""Ask the lock and the sources about every reference, and combine what they answer into Cases.

All network traffic starts here. One plan serves a whole run: the DOIs of all libraries are asked for
together, each once; then each reference that this does not settle is searched for, several at a time (the
sources keep the limits of their service).

The lock answers first, for the keys that it holds. Without a network it is searched as well; what it lacks
is then Unavailable, since a lock is no registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bibproof.coverage import is_registered_kind
from bibproof.doi import find_doi
from bibproof.errors import UsageError
from bibproof.evidence import (
    Candidates,
    Case,
    DoiStanding,
    Elsewhere,
    Found,
    Lookup,
    NotFound,
    Progress,
    Record,
    SearchAnswer,
    Source,
    Unavailable,
)
from bibproof.lockfile import Lock
from bibproof.model import Library, Reference, Work
from bibproof.settle import Question, next_question, settle, undecided
from bibproof.workers import each

Agencies = Callable[[tuple[str, ...]], Mapping[str, DoiStanding]]
"""Asks the DOI system which agency registered each of these DOIs."""

_AT_ONCE = 3  # searches under way; the polite pool allows no more
_CROSSREF = "Crossref"  # as the DOI system names it


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom to ask. Offline, the sources answer from what they remember."""

    sources: Sequence[Source]
    agencies: Agencies
    online: bool = True


@dataclass(frozen=True, slots=True)
class _Task:
    reference: Reference
    library: Library
    lock: Lock


def look_up(
    libraries: Sequence[tuple[Library, Lock]], desk: Desk, progress: Progress
) -> list[tuple[Case, ...]]:
    """For each library, a Case for each of its references, in order."""
    tasks = [_Task(reference, library, lock) for library, lock in libraries for reference in library]
    locked = enumerate(_from_lock(task) for task in tasks)
    known = {number: case for number, case in locked if case is not None}
    standings = _standings([task for number, task in enumerate(tasks) if number not in known], desk)
    asked = [number for number in range(len(tasks)) if number not in known]
    cases = each(lambda number: _investigate(tasks[number], standings, desk), asked, _AT_ONCE)
    for done, (number, case) in enumerate(zip(asked, cases, strict=True), start=1):
        known[number] = case
        progress("references", done, len(asked))
    in_order: Iterator[Case] = (known[number] for number in range(len(tasks)))
    return [tuple(next(in_order) for _ in library) for library, _ in libraries]


def _from_lock(task: _Task) -> Case | None:
    """The case as the lock settled it; None where the lock has not the key, or not what it cites now."""
    reference, lock = task.reference, task.lock
    settled = lock.references.get(reference.key)
    if settled is None:
        return None
    cited = reference.work.doi
    by_doi = None if cited is None else lock.standing(cited)
    if cited is not None and by_doi is None:
        return None
    case = settle(reference, task.library, by_doi, lock.records_of(reference.key))
    if case.record is not None or case.parts or isinstance(by_doi, Elsewhere):
        return case
    was_not_covered = settled.doi is None and not settled.candidates
    return case if was_not_covered and cited is None and not is_registered_kind(reference.work) else None


def _standings(tasks: Iterable[_Task], desk: Desk) -> dict[str, DoiStanding]:
    """Where each cited DOI stands: in a lock, in a source, with another agency, or nowhere."""
    cited = ((task.reference.work.doi, task.lock) for task in tasks)
    return find_dois([(doi, lock) for doi, lock in cited if doi is not None], desk)


def as_doi(written: str) -> str:
    """A DOI as it is asked for, bare and in lower case. Raises UsageError."""
    doi = find_doi(written)
    if doi is None:
        raise UsageError(f"{written!r} is no DOI; one looks like 10.1000/182")
    return doi


def find_dois(dois: Iterable[tuple[str, Lock]], desk: Desk) -> dict[str, DoiStanding]:
    """Where each of these DOIs (bare, lower case) stands; the lock beside each is asked first."""
    standings: dict[str, DoiStanding] = {}
    wanted: dict[str, None] = {}
    for doi, lock in dois:
        held = lock.standing(doi)
        if held is not None:
            standings[doi] = held
        else:
            wanted[doi] = None
    asked = tuple(doi for doi in wanted if doi not in standings)
    if not asked:
        return standings
    answers = [source.by_dois(asked) for source in desk.sources]
    standings |= {doi: _combine([answer[doi] for answer in answers]) for doi in asked}
    missing = tuple(doi for doi in asked if isinstance(standings[doi], NotFound))
    if missing:
        standings |= {doi: _elsewhere(standing) for doi, standing in desk.agencies(missing).items()}
    return standings


def _combine(lookups: Sequence[Lookup]) -> Lookup:
    """Found if any source knows it, NotFound only when all have answered, otherwise Unavailable."""
    for kind in (Found, Unavailable):
        for lookup in lookups:
            if isinstance(lookup, kind):
                return lookup
    return NotFound()


def _elsewhere(standing: DoiStanding) -> DoiStanding:
    """What the DOI system says of a DOI that no source has."""
    if isinstance(standing, Elsewhere) and standing.agency == _CROSSREF:
        return Unavailable("the DOI is registered with Crossref, which did not give its record")
    return standing


def _investigate(task: _Task, standings: Mapping[str, DoiStanding], desk: Desk) -> Case:
    """Settle a case, asking one question after another until it is decided."""
    reference, library = task.reference, task.library
    by_doi = None if reference.work.doi is None else standings[reference.work.doi]
    case = settle(reference, library, by_doi)
    records: list[Record] = []
    asked: set[Question] = set()
    search: SearchAnswer = Candidates()
    while (question := next_question(case, frozenset(asked))) is not None:
        asked.add(question)
        answer = _search(question.about(reference.work), task.lock, desk, records)
        if isinstance(answer, Unavailable):
            search = answer
            if desk.online:
                return undecided(case, search)
        case = settle(reference, library, by_doi, records, search)
    return case


def _search(work: Work, lock: Lock, desk: Desk, records: list[Record]) -> SearchAnswer:
    """Ask all sources, and offline the lock too; what they give is added to `records`."""
    answer: SearchAnswer = Candidates()
    if not desk.online:
        records.extend(lock.search(work))
    for source in desk.sources:
        given = source.search(work)
        if isinstance(given, Candidates):
            records.extend(given.records)
        else:
            answer = given
    return answer
