"""Records held against a reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bibproof.compare import Comparison, Likeness, compare
from bibproof.compare.identity import score
from bibproof.compare.relatives import is_of_another_version
from bibproof.coverage import is_on_preprint_server
from bibproof.evidence import Candidate, Record
from bibproof.model import Reference, Work

ON_THE_SAME_MATTER = 0.2  # the share of a title's words that says so


def held_against(reference: Reference, record: Record) -> Candidate:
    work = reference.read_for(record.work).work
    return Candidate(record, compare(_without_server(work, record.work), record.work))


def _without_server(work: Work, recorded: Work) -> Work:
    """The cited work without the name of the server, where people write a journal's; records have none."""
    if work.container_title is None or recorded.genre != "preprint" or not is_on_preprint_server(work):
        return work
    return replace(work, container_title=None, other_container_titles=(), page=recorded.page and work.page)


def under_the_doi(reference: Reference, record: Record) -> Candidate:
    """What the cited DOI leads to; of another version of the work, only who wrote it under which title."""
    candidate = held_against(reference, record)
    if not is_of_another_version(reference.work, record.work):
        return candidate
    return replace(candidate, comparison=candidate.comparison.without_place())


def held_candidates(reference: Reference, records: Iterable[Record]) -> list[Candidate]:
    """Each record once, held against the reference; best agreement first."""
    distinct = {
        record.work.doi or f"{record.source} {number}": record for number, record in enumerate(records)
    }
    candidates = [held_against(reference, record) for record in distinct.values()]
    return sorted(candidates, key=lambda candidate: score(candidate.comparison), reverse=True)


def has_other_title(comparison: Comparison) -> bool:
    """Whether the record has not the cited title: it differs, or is in a language that tells nothing."""
    return comparison["title"] is Likeness.DIFFERENT or comparison.has_foreign_title
