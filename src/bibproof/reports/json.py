"""For programs. The keys are a contract: some may be added, none changes its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import dumps
from typing import Any

from bibproof import __version__
from bibproof.evidence import Candidate, Part, Record, Unavailable, Update
from bibproof.findings import Finding, Report, Result, Severity, Suppressed, Verdict
from bibproof.model import Library, Work
from bibproof.reports._json_text import array

_VERSION = 1
_BEYOND = re.compile(r"[\U00010000-\U0010ffff]")


def json(report: Report) -> Iterator[str]:
    """One JSON object: `version`, `tool`, `summary`, `references`, and `findings` about whole files.

    What is left aside is in `suppressed`, and in none of the findings nor their counts. Each reference, and
    each of these findings, has a line of its own.
    """
    about_references = {id(finding) for result in report.results for finding in result.findings}
    others = (finding for finding in report.findings if id(finding) not in about_references)
    yield f'{{\n"version": {_VERSION},\n"tool": {_dumped({"name": "bibproof", "version": __version__})},\n'
    yield f'"complete": {_dumped(report.is_complete)},\n'
    yield f'"summary": {_dumped(_summary(report))},\n"references": '
    yield from array(_dumped(_reference(result)) for result in report.results)
    yield ',\n"findings": '
    yield from array(map(_dumped, map(_finding, others)))
    yield ',\n"suppressed": '
    yield from array(map(_dumped, map(_suppressed, report.suppressed)))
    yield "\n}\n"


def _dumped(value: Any) -> str:  # noqa: ANN401 - JSON
    """JSON; what lies beyond U+FFFF is escaped: with one such letter, Python takes four bytes for each."""
    text = dumps(value, ensure_ascii=False)
    return text if text.isascii() else _BEYOND.sub(lambda match: dumps(match[0])[1:-1], text)


def _summary(report: Report) -> dict[str, int]:
    counts = {"references": len(report.results)}
    counts |= {str(verdict): report.count(verdict) for verdict in Verdict}
    for severity in sorted(Severity, reverse=True):
        counts[f"{severity}s"] = sum(finding.severity is severity for finding in report.findings)
    return counts | {"suppressed": len(report.suppressed)}


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


def _suppressed(each: Suppressed) -> dict[str, Any]:
    said = each.suppression
    return {
        **_finding(each.finding),
        "suppression": {
            "origin": said.origin,
            "reason": said.reason,
            "until": None if said.until is None else said.until.isoformat(),
            "told": said.told or None,
        },
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
