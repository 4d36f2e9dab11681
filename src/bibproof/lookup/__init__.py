"""Ask the lock and the sources about every reference, and combine what they answer into Cases.

All network traffic starts here. One plan serves a whole run: the DOIs of all libraries are asked for
together, each once. A reference without one is searched for meanwhile; one with a DOI is looked into as soon
as its record has come, and searched for where that does not settle it. Several things are under way at a
time; the sources keep the limits of their service.

The lock answers first, for the keys that it holds. Without a network it is searched as well; what it lacks
is then Unavailable, since a lock is no registry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock as ThreadLock
from time import monotonic

from bibproof.coverage import cited_doi, is_registered_kind
from bibproof.evidence import (
    INTERRUPTED,
    Arrived,
    Candidates,
    Case,
    DoiStanding,
    Elsewhere,
    Found,
    Progress,
    Record,
    SearchAnswer,
    Unavailable,
)
from bibproof.lockfile import Lock
from bibproof.lookup._desk import Desk
from bibproof.lookup._standings import Wanted, as_doi, as_written, find_dois, stand
from bibproof.model import Library, Reference, Work
from bibproof.settle import Question, next_question, settle, undecided
from bibproof.workers import Crew, as_they_come

__all__ = ["Desk", "as_doi", "as_written", "find_dois", "look_up"]

_AT_ONCE = 6  # references looked into; some of them wait for their next try
_TOGETHER = 50  # references settled in one job
_THINKING = ThreadLock()  # to settle is work for the processor: two threads of it keep back those that ask
_PATIENCE = 1.0  # s that whoever has pressed Ctrl-C may wait


@dataclass(frozen=True, slots=True)
class _Task:
    reference: Reference
    library: Library
    lock: Lock


def look_up(
    libraries: Sequence[tuple[Library, Lock]], desk: Desk, progress: Progress
) -> list[tuple[Case, ...]]:
    """For each library, a Case for each of its references, in order.

    On Ctrl-C, what is not decided by then is `INTERRUPTED`.
    """
    tasks = [_Task(reference, library, lock) for library, lock in libraries for reference in library]
    locked = enumerate(_dated(_from_lock(task), desk) for task in tasks)
    known = {number: case for number, case in locked if case is not None}
    asked = [number for number in range(len(tasks)) if number not in known]
    inquiry = None
    try:
        with Crew(_AT_ONCE) as crew:
            inquiry = _Inquiry(tasks, asked, desk, crew)
            standings = _standings([tasks[number] for number in asked], desk, inquiry.begin)
            inquiry.begin_the_rest(standings)
            done = 0
            for cases in inquiry.cases():
                known |= cases
                done += len(cases)
                progress("references", done, len(asked))
    except KeyboardInterrupt:
        known |= {} if inquiry is None else inquiry.cases_so_far()
        known |= {number: _undecided(task) for number, task in enumerate(tasks) if number not in known}
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
        self._begun: dict[int, Mapping[str, DoiStanding]] = {}
        self._waiting: dict[str, list[int]] = {}
        without_doi = []
        for number in numbers:
            doi = cited_doi(tasks[number].reference.work)
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

    def cases_so_far(self) -> dict[int, Case]:
        """The cases that are decided by now, and those that what has arrived decides at once."""
        jobs = [job for job in list(self._jobs) if job.done() and not job.cancelled()]
        cases = {
            number: case for job in jobs if job.exception() is None for number, case in job.result().items()
        }
        until = monotonic() + _PATIENCE
        for number, standings in list(self._begun.items()):
            if number not in cases and monotonic() < until:
                case = self._first_case(number, standings)
                if next_question(case, frozenset()) is None:
                    cases[number] = case
        return cases

    def _give(self, numbers: Sequence[int], standings: Mapping[str, DoiStanding]) -> None:
        for start in range(0, len(numbers), _TOGETHER):
            part = numbers[start : start + _TOGETHER]
            self._begun |= dict.fromkeys(part, standings)
            self._jobs.append(self._crew.give(partial(self._settle, part, standings)))

    def _settle(self, numbers: Sequence[int], standings: Mapping[str, DoiStanding]) -> dict[int, Case]:
        """The cases that can be settled as things stand; for others, there is a new job each."""
        settled: dict[int, Case] = {}
        for number in numbers:
            with _THINKING:
                case = self._first_case(number, standings)
                is_settled = next_question(case, frozenset()) is None
            if is_settled:
                settled[number] = case
            else:
                self._jobs.append(self._crew.give(partial(self._investigate, number, case)))
        return settled

    def _first_case(self, number: int, standings: Mapping[str, DoiStanding]) -> Case:
        task = self._tasks[number]
        return settle(task.reference, task.library, _standing(task.reference.work, standings))

    def _investigate(self, number: int, case: Case) -> dict[int, Case]:
        return {number: _investigate(self._tasks[number], case, self._desk)}


def _undecided(task: _Task) -> Case:
    return Case(task.reference, task.library, search=INTERRUPTED)


def _dated(case: Case | None, desk: Desk) -> Case | None:
    """A case of the lock, with the day of its oldest record where that is too long ago."""
    if case is None or desk.locked_after is None:
        return case
    records = (case.record, case.doi_record, *(part.record for part in case.parts))
    days = [record.retrieved for record in records if record is not None and record.retrieved is not None]
    return replace(case, stale_since=min(days)) if days and min(days) < desk.locked_after else case


def _from_lock(task: _Task) -> Case | None:
    """The case as the lock settled it; None where the lock has not the key, or not what it cites now."""
    reference, lock = task.reference, task.lock
    settled = lock.references.get(reference.key)
    if settled is None:
        return None
    cited = cited_doi(reference.work)
    by_doi = None if cited is None else lock.standing(cited)
    if reference.work.doi is not None and by_doi is None:
        return None
    case = settle(reference, task.library, by_doi, lock.records_of(reference.key))
    if case.record is not None or case.parts or isinstance(by_doi, Elsewhere):
        return case
    was_not_covered = settled.doi is None and not settled.candidates
    return case if was_not_covered and by_doi is None and not is_registered_kind(reference.work) else None


def _standings(tasks: Iterable[_Task], desk: Desk, arrived: Arrived) -> dict[str, DoiStanding]:
    """Where what the references cite stands, whether they cite it by a DOI or by a number of arXiv."""
    return stand(filter(None, map(_wanted, tasks)), desk, arrived)


def _wanted(task: _Task) -> Wanted | None:
    doi = cited_doi(task.reference.work)
    if doi is None or task.reference.work.doi is None:
        return None if doi is None else Wanted(doi, task.lock, is_cited=False)
    span = task.reference.span_of("doi")
    written = task.library.text[span.start : span.end].strip(' {}"')
    return Wanted(doi, task.lock, marked=as_written(written))


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
    if isinstance(search, Unavailable) and next_question(case, frozenset()) is not None:
        return undecided(case, search)  # offline, where what the lock has did not decide it
    return case


def _standing(work: Work, standings: Mapping[str, DoiStanding]) -> DoiStanding | None:
    """Where the cited DOI stands; a number of arXiv that leads nowhere is as good as none."""
    doi = cited_doi(work)
    standing = None if doi is None else standings.get(doi)
    return None if work.doi is None and not isinstance(standing, Found | Unavailable) else standing


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
