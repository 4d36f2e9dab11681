"""What is known about a reference: what the sources answered, and what follows for it.

`Lookup` is the most important line of the project: a source found a record, has none, or could not
answer. An outage is never an accusation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from bibproof.compare import Comparison
from bibproof.compare.relatives import is_whole_or_part
from bibproof.model import Date, Library, Reference, Work


@dataclass(frozen=True, slots=True)
class Update:
    """A notice about a published work: a retraction, a correction, a new version ...

    `kind` is Crossref's word ("retraction", "expression_of_concern", "erratum" ...), `doi` the notice's,
    `source` who reported it ("publisher", "retraction-watch", or both joined by ", ").
    """

    kind: str
    doi: str | None = None
    date: Date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A work as a source has it.

    `source` is who says so ("crossref"; "transcribed" for a record written from published pages by
    hand, and then `seen` says where). `retrieved` is the day it was got. `notice_for` lists the DOIs
    that this work is itself a notice about (a retraction notice, an erratum), `published_as` those under
    which this preprint was published since.
    """

    source: str
    work: Work
    url: str | None = None
    updates: tuple[Update, ...] = ()
    notice_for: tuple[str, ...] = ()
    published_as: tuple[str, ...] = ()
    retrieved: date | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    record: Record


@dataclass(frozen=True, slots=True)
class NotFound:
    """The source answered, and has no such DOI."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The DOI is registered, by an agency whose records were not asked for."""

    agency: str


@dataclass(frozen=True, slots=True)
class Unavailable:
    """No answer could be had. `reason` is for people, and names no address or token."""

    reason: str


OFFLINE = Unavailable("offline, and the answer is not in the cache")

INTERRUPTED = Unavailable("interrupted")
"""What a search comes to that a user's interrupt left unasked."""

Lookup = Found | NotFound | Unavailable
"""What a source answers when it is asked for a DOI."""

DoiStanding = Found | NotFound | Elsewhere | Unavailable
"""Where a cited DOI stands once the sources and the DOI system have been asked."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a search gave, best first: guesses, not records of the cited work."""

    records: tuple[Record, ...] = ()


SearchAnswer = Candidates | Unavailable

Progress = Callable[[str, int, int], None]
"""Called with what is being asked for ("DOIs", "searches"), how many are done, and of how many."""


Agencies = Callable[[tuple[str, ...]], Mapping[str, DoiStanding]]
"""Asks the DOI system which agency registered each of these DOIs."""

Arrived = Callable[[Mapping[str, Found]], None]
"""Called with records, by DOI, as they come."""


class Source(Protocol):
    """A place where records are kept. It fetches and maps; it never judges."""

    name: str

    def by_dois(self, dois: tuple[str, ...], arrived: Arrived) -> Mapping[str, Lookup]:
        """What it has under each of these DOIs (bare, lower case). Each DOI asked is in the answer.

        `arrived` may be told of records before all have come, from any thread.
        """
        ...

    def search(self, work: Work) -> SearchAnswer:
        """The records that may be this work, best first."""
        ...


@runtime_checkable
class Registry(Protocol):
    """The records of another agency than Crossref, which are had by DOI only.

    `agency` is its name in the DOI system. `prefixes` are those of DOIs that are surely this agency's, so
    that nobody else need be asked.
    """

    name: str
    agency: str
    prefixes: frozenset[str]

    def by_dois(self, dois: tuple[str, ...]) -> Mapping[str, Lookup]:
        """What it has under each of these DOIs (bare, lower case). Each DOI asked is in the answer."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a search gave, held against what was cited."""

    record: Record
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Part:
    """The fields of a reference that belong to one work, in a reference whose parts belong to several."""

    fields: tuple[str, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class Case:
    """A reference, and all that is known about it.

    `by_doi` is where the cited DOI stands, or the one that a cited number of arXiv stands for (None where
    neither is cited), `search` what a search answered (None where none was needed). `record` is the
    registered work, only where it is sure that it is the cited one, and `comparison` holds the two against
    each other; rules about fields read only these. `candidates` are the records that searches gave, best
    first; where the first has all that is cited, only those that may have as much. `parts` is not empty where
    the reference's parts belong to different works. `covered` is False for kinds of work that the sources do
    not register.
    """

    reference: Reference
    library: Library
    by_doi: DoiStanding | None = None
    search: SearchAnswer | None = None
    record: Record | None = None
    comparison: Comparison | None = None
    candidates: tuple[Candidate, ...] = ()
    parts: tuple[Part, ...] = ()
    covered: bool = True
    because: str = ""  # why the record is taken for the cited work, for people and for the lock
    stale_since: date | None = None  # when the lock's record was got, where that is too long ago

    @property
    def doi_record(self) -> Record | None:
        """The record that the cited DOI leads to, whether or not it is the cited work's."""
        return self.by_doi.record if isinstance(self.by_doi, Found) else None

    @property
    def has_relatives_doi(self) -> bool:
        """Whether the DOI leads to the book that the cited work is in, or to a part of the cited book."""
        led_to = self.doi_record
        return led_to is not None and is_whole_or_part(self.reference.work, led_to.work)
