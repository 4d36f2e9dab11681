"""The lock file: `NAME.lock` beside `NAME.bib`.

JSON in a stable order, made to be read in a diff. `references` gives, by key, the DOI that the reference
was settled on and why, or the DOIs of the records that its parts belong to; `records` gives, by DOI, the
fields of each record with their source and date.

A lock is no registry. It answers with the records that it holds and can be searched among them; what it
lacks is unknown, never absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bibproof.coverage import cited_doi
from bibproof.errors import FileError, LockError
from bibproof.evidence import Case, DoiStanding, Elsewhere, Found, Record, Unavailable
from bibproof.files import write_atomically
from bibproof.lockfile.index import Index
from bibproof.lockfile.records import optional_text, record_from_json, record_to_json, text, texts
from bibproof.model import Work

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Settled:
    """What a key was settled on: a DOI, or None and the DOIs that its parts or candidates have.

    `cited` is the DOI that the entry cited when that is not the record's own, and `leads_to` the DOI of the
    record that was found under it (an alias's work, another work); or `agency` is who registered it, where
    its records were not asked for. That nobody had registered it is not kept: somebody may have by now.
    """

    doi: str | None
    because: str = ""
    candidates: tuple[str, ...] = ()
    cited: str | None = None
    leads_to: str | None = None
    agency: str | None = None


@dataclass(frozen=True)
class Lock:
    """A lock's content; `references` by key, `records` by DOI."""

    references: Mapping[str, Settled] = field(default_factory=lambda: MappingProxyType({}))
    records: Mapping[str, Record] = field(default_factory=lambda: MappingProxyType({}))

    def records_of(self, key: str) -> tuple[Record, ...]:
        """The records that a key's reference was settled on or explained by."""
        settled = self.references.get(key)
        if settled is None:
            return ()
        dois = settled.candidates if settled.doi is None else (settled.doi, *settled.candidates)
        return tuple(self.records[doi] for doi in dois if doi in self.records)

    def standing(self, doi: str) -> DoiStanding | None:
        """Where a DOI stood when the lock was written; None where the lock does not tell."""
        settled = self._cited.get(doi)
        if settled is not None and settled.agency is not None:
            return Elsewhere(settled.agency)
        record = self.records.get((settled and settled.leads_to) or doi)
        return None if record is None else Found(record)

    def search(self, work: Work) -> tuple[Record, ...]:
        """The lock's own records that may be this work, best first."""
        return self._index.nearest(work)

    @cached_property
    def _index(self) -> Index:
        return Index(self.records.values())

    @cached_property
    def _cited(self) -> Mapping[str, Settled]:
        return {settled.cited: settled for settled in self.references.values() if settled.cited}


def lock_path(bibliography: Path) -> Path:
    """Where the lock of a bibliography is: `refs.lock` beside `refs.bib`."""
    return bibliography.with_suffix(".lock")


def read_lock(path: Path) -> Lock | None:
    """The lock at a path; None where there is none.

    Raises LockError where the file is there and is no lock of a version that can be read.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise LockError(f"{path}: the lock could not be read ({_reason(error)}); mend or remove it") from None
    try:
        return _parse(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LockError(
            f"{path}: this is not a lock that bibproof can read ({_fault(text, error)}); "
            "mend it, or remove it and 'bibproof lock' writes it anew"
        ) from None


def _fault(text: str, error: Exception) -> str:
    if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in text.splitlines()):
        return "it holds the marks of a merge that was not finished"
    if isinstance(error, TypeError | AttributeError):
        return "something in it is of another kind than in a lock"
    return _reason(error)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _parse(document: Mapping[str, Any]) -> Lock:
    version = document["version"]
    if version is True or version != _VERSION:
        by = ", and so of a later bibproof" if isinstance(version, int) and version > _VERSION else ""
        raise ValueError(f"its version is {version!r}{by}, not {_VERSION}")
    return Lock(
        MappingProxyType({key: _settled_from_json(entry) for key, entry in document["references"].items()}),
        MappingProxyType({doi: record_from_json(doi, entry) for doi, entry in document["records"].items()}),
    )


def write_lock(path: Path, lock: Lock) -> None:
    """Write a lock in one step, so that a reader sees the old one or the new one. Raises FileError."""
    named = {
        doi
        for settled in lock.references.values()
        for doi in (settled.doi, settled.cited, *settled.candidates)
    }
    document = {
        "version": _VERSION,
        "references": {key: _settled_to_json(lock.references[key]) for key in sorted(lock.references)},
        "records": {doi: record_to_json(lock.records[doi]) for doi in sorted(lock.records) if doi in named},
    }
    try:
        write_atomically(path, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        raise FileError(f"{path}: the lock could not be written ({_reason(error)})") from None


def settle_lock(cases: Iterable[Case], before: Lock) -> Lock:
    """The lock that these cases come to. A reference that could not be checked keeps what was known of it."""
    references: dict[str, Settled] = {}
    records = dict(before.records)
    for case in cases:
        key = case.reference.key
        if key in references:
            continue
        settled = _settled(case)
        if settled is None:
            if key in before.references:
                references[key] = before.references[key]
            continue
        references[key] = settled
        records |= {record.work.doi: record for record in _records_of(case) if record.work.doi}
    return Lock(MappingProxyType(references), MappingProxyType(records))


def _records_of(case: Case) -> list[Record]:
    return [
        record for record in (case.record, case.doi_record, *(part.record for part in case.parts)) if record
    ]


def _settled(case: Case) -> Settled | None:
    """What to keep of a case; None where no answer was had."""
    if isinstance(case.by_doi, Unavailable):
        return None
    dois = [record.work.doi for record in _records_of(case) if record.work.doi]
    if case.record is not None and case.record.work.doi:
        doi = case.record.work.doi
        others = tuple(dict.fromkeys(other for other in dois if other != doi))
        return _with_cited(case, Settled(doi, case.because, others))
    if case.parts:
        because = "its parts belong to different works"
        return _with_cited(case, Settled(None, because, tuple(dict.fromkeys(dois))))
    if isinstance(case.by_doi, Elsewhere):
        return _with_cited(case, Settled(None, f"registered with {case.by_doi.agency}"))
    if not case.covered and case.by_doi is None and not isinstance(case.search, Unavailable):
        return Settled(None, f"{case.reference.entry_type}: of a kind that is not registered")
    return None


def _with_cited(case: Case, settled: Settled) -> Settled:
    """With the DOI that the entry cites, and where that led, unless it is the record's own."""
    cited = cited_doi(case.reference.work)
    if isinstance(case.by_doi, Elsewhere):
        return replace(settled, cited=cited, agency=case.by_doi.agency)
    if case.doi_record is None or cited == settled.doi:
        return settled
    return replace(settled, cited=cited, leads_to=case.doi_record.work.doi)


def _settled_to_json(settled: Settled) -> dict[str, Any]:
    entry: dict[str, Any] = {"doi": settled.doi, "because": settled.because}
    if settled.candidates:
        entry["candidates"] = list(settled.candidates)
    if settled.cited:
        entry["cited"] = settled.cited
    if settled.leads_to:
        entry["leads-to"] = settled.leads_to
    if settled.agency:
        entry["agency"] = settled.agency
    return entry


def _settled_from_json(entry: Mapping[str, Any]) -> Settled:
    return Settled(
        optional_text(entry["doi"]),
        text(entry["because"]),
        texts(entry.get("candidates", [])),
        optional_text(entry.get("cited")),
        optional_text(entry.get("leads-to")),
        optional_text(entry.get("agency")),
    )
