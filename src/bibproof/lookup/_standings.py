"""Where DOIs stand: in a lock, in a source, with another agency, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bibproof.doi import find_doi
from bibproof.errors import UsageError
from bibproof.evidence import (
    Arrived,
    DoiStanding,
    Elsewhere,
    Found,
    Lookup,
    NotFound,
    Unavailable,
)
from bibproof.lockfile import Lock
from bibproof.lookup._desk import Desk

_CROSSREF = "Crossref"  # as the DOI system names it


def as_doi(written: str) -> str:
    """A DOI as it is asked for, bare and in lower case. Raises UsageError."""
    doi = find_doi(written)
    if doi is None:
        raise UsageError(f"{written!r} is no DOI; one looks like 10.1000/182")
    return doi


def as_written(written: str) -> str | None:
    """A DOI with the mark at its end, which `as_doi` takes for a sentence's; a few are registered so."""
    doi = find_doi(written)
    bare = written.strip().lower()
    start = -1 if doi is None else bare.find(doi)
    is_longer = doi is not None and start >= 0 and not bare[start + len(doi) :].strip(".,;:")
    return bare[start:] if is_longer and bare[start:] != doi else None


def find_dois(dois: Iterable[tuple[str, Lock]], desk: Desk) -> dict[str, DoiStanding]:
    """Where each of these DOIs, as written, stands, by its bare form; the lock beside each is asked first."""
    return stand([Wanted(as_doi(doi), lock, marked=as_written(doi)) for doi, lock in dois], desk, _nobody)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A DOI that something is to be known of, and the lock that may know it."""

    doi: str
    lock: Lock
    is_cited: bool = True  # False where it only follows from a number of arXiv
    marked: str | None = None  # with the mark that is written behind it


def _nobody(_: Mapping[str, Found]) -> None:
    """Is told, and does nothing."""


def stand(dois: Iterable[Wanted], desk: Desk, arrived: Arrived) -> dict[str, DoiStanding]:
    """Where each DOI stands: in a lock, in a source, with another agency, or nowhere.

    `arrived` is told of records as they come: where a source has one, no other answer changes that. What
    stands nowhere is asked for with its mark, since some are registered so.
    """
    wanted = list(dois)
    standings = _stand(wanted, desk, arrived)
    again = {
        one.doi: replace(one, doi=one.marked)
        for one in wanted
        if one.marked is not None and isinstance(standings.get(one.doi), NotFound)
    }
    found = _stand(again.values(), desk, _nobody)
    return standings | {
        doi: found[one.doi] for doi, one in again.items() if not isinstance(found[one.doi], NotFound)
    }


def _stand(dois: Iterable[Wanted], desk: Desk, arrived: Arrived) -> dict[str, DoiStanding]:
    standings: dict[str, DoiStanding] = {}
    wanted: dict[str, bool] = {}  # and whether an entry cites it as a DOI
    for one in dois:
        held = one.lock.standing(one.doi)
        if held is not None:
            standings[one.doi] = held
        else:
            wanted[one.doi] = wanted.get(one.doi, False) or one.is_cited
    wanted = {doi: is_cited for doi, is_cited in wanted.items() if doi not in standings}
    standings |= _by_prefix(tuple(wanted), desk, arrived)
    asked = tuple(
        doi for doi, is_cited in wanted.items() if is_cited and not isinstance(standings.get(doi), Found)
    )
    if not asked:
        return standings
    answers = [source.by_dois(asked, arrived) for source in desk.sources]
    standings |= {doi: _combine([answer[doi] for answer in answers]) for doi in asked}
    missing = tuple(doi for doi in asked if isinstance(standings[doi], NotFound))
    if missing:
        standings |= {doi: _elsewhere(standing) for doi, standing in desk.agencies(missing).items()}
    return standings | _in_registries({doi: standings[doi] for doi in missing}, desk)


def _by_prefix(dois: tuple[str, ...], desk: Desk, arrived: Arrived) -> dict[str, Lookup]:
    """What other agencies have of the DOIs that are theirs for sure, without a question to anybody else."""
    answers: dict[str, Lookup] = {}
    for registry in desk.registries.values():
        own = tuple(doi for doi in dois if doi.partition("/")[0] in registry.prefixes)
        answers |= registry.by_dois(own) if own else {}
    arrived({doi: lookup for doi, lookup in answers.items() if isinstance(lookup, Found)})
    return answers


def _in_registries(standings: Mapping[str, DoiStanding], desk: Desk) -> dict[str, DoiStanding]:
    """What the agencies have of the DOIs that they registered; what has no public record is left out."""
    answers: dict[str, DoiStanding] = {}
    for agency, registry in desk.registries.items():
        own = tuple(doi for doi, standing in standings.items() if standing == Elsewhere(agency))
        found = registry.by_dois(own) if own else {}
        answers |= {doi: lookup for doi, lookup in found.items() if not isinstance(lookup, NotFound)}
    return answers


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
