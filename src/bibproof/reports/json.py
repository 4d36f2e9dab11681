"""For programs. The keys are a contract: some may be added, none changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import Any

from bibproof import __version__
from bibproof.evidence import Candidate, Part, Record, Unavailable, Update
from bibproof.findings import Finding, Report, Result, Severity, Verdict
from bibproof.model import Library, Work

_VERSION = 1


def json(report: Report) -> str:
    """One JSON object: `version`, `tool`, `summary`, `references`, and `findings` about whole files.

    Each reference, and each of these findings, has a line of its own.
    """
    about_references = {id(finding) for result in report.results for finding in result.findings}
    others = (finding for finding in report.findings if id(finding) not in about_references)
    tool = {"name": "bibproof", "version": __version__}
    return (
        f'{{\n"version": {_VERSION},\n"tool": {_dumped(tool)},\n'
        f'"complete": {_dumped(report.is_complete)},\n"summary": {_dumped(_summary(report))},\n'
        f'"references": {_lines(map(_reference, report.results))},\n'
        f'"findings": {_lines(map(_finding, others))}\n}}\n'
    )


def _lines(values: Iterable[Any]) -> str:
    """A list with a line for each value, made without all values in memory at once."""
    listed = ",\n".join(map(_dumped, values))
    return f"[\n{listed}\n]" if listed else "[]"


def _dumped(value: Any) -> str:  # noqa: ANN401 - JSON
    return dumps(value, ensure_ascii=False)


def _summary(report: Report) -> dict[str, int]:
    counts = {"references": len(report.results)}
    counts |= {str(verdict): report.count(verdict) for verdict in Verdict}
    for severity in sorted(Severity, reverse=True):
        counts[f"{severity}s"] = sum(finding.severity is severity for finding in report.findings)
    return counts


def _reference(result: Result) -> dict[str, Any]:
    case = result.case
    reference, record = case.reference, case.record
    reason = next((s.reason for s in (case.by_doi, case.search) if isinstance(s, Unavailable)), None)
    return {
        "key": reference.key,
        "file": _file(case.library),
        "line": case.library.position(reference.span.start).line,
        "verdict": str(result.verdict),
        "doi": None if record is None else record.work.doi,
        "cited_doi": reference.work.doi,
        "because": case.because or None,
        "reason": reason if result.verdict is Verdict.UNCHECKED else None,
        "record": None if record is None else _record(record),
        "notices": [] if record is None else [_notice(update) for update in record.updates],
        "parts": [_part(part) for part in case.parts],
        "candidates": [] if record else [_candidate(candidate) for candidate in case.candidates],
        "findings": [_finding(finding) for finding in result.findings],
    }


def _file(library: Library) -> str | None:
    return None if library.path is None else library.path.as_posix()


def _record(record: Record) -> dict[str, Any]:
    work = record.work
    return {
        "source": record.source,
        "seen": record.seen,
        "doi": work.doi,
        "type": work.type,
        **_who_and_what(work),
        "container_title": work.container_title,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "article_number": work.article_number,
        "url": record.url,
        "retrieved": None if record.retrieved is None else record.retrieved.isoformat(),
    }


def _who_and_what(work: Work) -> dict[str, Any]:
    return {
        "title": work.full_title,
        "authors": [str(person) for person in work.authors],
        "year": work.year,
    }


def _notice(update: Update) -> dict[str, Any]:
    return {
        "kind": update.kind,
        "doi": update.doi,
        "date": None if update.date is None else str(update.date),
        "source": update.source,
    }


def _part(part: Part) -> dict[str, Any]:
    record = part.record
    return {
        "fields": list(part.fields),
        "doi": record.work.doi,
        **_who_and_what(record.work),
        "retrieved": None if record.retrieved is None else record.retrieved.isoformat(),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    work = candidate.record.work
    return {
        "doi": work.doi,
        "agrees": list(candidate.comparison.agrees),
        "differs": list(candidate.comparison.differs),
        **_who_and_what(work),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    start, end = finding.start, finding.end
    edit = finding.edit
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "key": finding.key,
        "field": finding.field,
        "message": finding.message,
        "cited": finding.cited,
        "recorded": finding.recorded,
        "file": _file(finding.library),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "fix": None if edit is None else {"text": edit.text, "safe": edit.safe},
    }
