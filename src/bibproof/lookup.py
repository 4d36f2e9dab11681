"""Ask the lock and the sources about every reference, and combine what they answer into Cases.

All network traffic starts here. One plan serves a whole run: the DOIs of all libraries are asked for
together, each once. A reference without one is searched for meanwhile; one with a DOI is looked into as soon
as its record has come, and searched for where that does not settle it. Several things are under way at a
time; the sources keep the limits of their service.

The lock answers first, for the keys that it holds. Without a network it is searched as well; what it lacks
is then Unavailable, since a lock is no registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from threading import Lock as ThreadLock

from bibproof.coverage import is_registered_kind
from bibproof.evidence import (
    Arrived,
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
from bibproof.workers import Crew, as_they_come

Agencies = Callable[[tuple[str, ...]], Mapping[str, DoiStanding]]
"""Asks the DOI system which agency registered each of these DOIs."""

_AT_ONCE = 6  # references looked into; some of them wait for their next try
_TOGETHER = 50  # references settled in one job
_THINKING = ThreadLock()  # to settle is work for the processor: two threads of it keep back those that ask
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
    asked = [number for number in range(len(tasks)) if number not in known]
    with Crew(_AT_ONCE) as crew:
        inquiry = _Inquiry(tasks, asked, desk, crew)
        standings = _standings([tasks[number] for number in asked], desk, inquiry.begin)
        inquiry.begin_the_rest(standings)
        done = 0
        for cases in inquiry.cases():
            known |= cases
            done += len(cases)
            progress("references", done, len(asked))
    in_order: Iterator[Case] = (known[number] for number in range(len(tasks)))
    return [tuple(next(in_order) for _ in library) for library, _ in libraries]


class _Inquiry:
    """The references that are looked into, each from when it is known where its DOI stands.

    A reference goes by its number in `tasks`.
    """

    def __init__(self, tasks: Sequence[_Task], numbers: Iterable[int], desk: Desk, crew: Crew) -> None:
        self._tasks, self._desk, self._crew = tasks, desk, crew
        self._lock = ThreadLock()
        self._jobs: list[Future[dict[int, Case]]] = []
        self._waiting: dict[str, list[int]] = {}
        without_doi = []
        for number in numbers:
            doi = tasks[number].reference.work.doi
            if doi is None:
                without_doi.append(number)
            else:
                self._waiting.setdefault(doi, []).append(number)
        self._give(without_doi, {})

    def begin(self, found: Mapping[str, Found]) -> None:
        """These records have come; called from any thread."""
        with self._lock:
            numbers = [number for doi in found for number in self._waiting.pop(doi, ())]
        self._give(numbers, found)

    def begin_the_rest(self, standings: Mapping[str, DoiStanding]) -> None:
        self._give(sorted(number for numbers in self._waiting.values() for number in numbers), standings)

    def cases(self) -> Iterator[dict[int, Case]]:
        """All cases, as they are done; the rest must have begun."""
        for job in self._jobs:  # jobs that they give to others are added to the list before they end
            yield next(as_they_come([job])).result()

    def _give(self, numbers: Sequence[int], standings: Mapping[str, DoiStanding]) -> None:
        for start in range(0, len(numbers), _TOGETHER):
            part = numbers[start : start + _TOGETHER]
            self._jobs.append(self._crew.give(partial(self._settle, part, standings)))

    def _settle(self, numbers: Sequence[int], standings: Mapping[str, DoiStanding]) -> dict[int, Case]:
        """The cases that can be settled as things stand; for others, there is a new job each."""
        settled: dict[int, Case] = {}
        for number in numbers:
            task = self._tasks[number]
            doi = task.reference.work.doi
            with _THINKING:
                case = settle(task.reference, task.library, None if doi is None else standings[doi])
                is_settled = next_question(case, frozenset()) is None
            if is_settled:
                settled[number] = case
            else:
                self._jobs.append(self._crew.give(partial(self._investigate, number, case)))
        return settled

    def _investigate(self, number: int, case: Case) -> dict[int, Case]:
        return {number: _investigate(self._tasks[number], case, self._desk)}


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


def _standings(tasks: Iterable[_Task], desk: Desk, arrived: Arrived) -> dict[str, DoiStanding]:
    """Where each cited DOI stands: in a lock, in a source, with another agency, or nowhere.

    `arrived` is told of records as they come: where a source has one, no other answer changes that.
    """
    standings: dict[str, DoiStanding] = {}
    wanted: dict[str, None] = {}
    for task in tasks:
        doi = task.reference.work.doi
        if doi is None:
            continue
        held = task.lock.standing(doi)
        if held is not None:
            standings[doi] = held
        else:
            wanted[doi] = None
    asked = tuple(doi for doi in wanted if doi not in standings)
    if not asked:
        return standings
    answers = [source.by_dois(asked, arrived) for source in desk.sources]
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


def _investigate(task: _Task, case: Case, desk: Desk) -> Case:
    """Settle a case, asking one question after another until it is decided."""
    reference, library = task.reference, task.library
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
        with _THINKING:
            case = settle(reference, library, case.by_doi, records, search)
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
