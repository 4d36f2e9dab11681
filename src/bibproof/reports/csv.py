"""For spreadsheets: RFC 4180, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from csv import writer
from io import StringIO

from bibproof.findings import Finding, Report, Result
from bibproof.reports._layout import name_of, sections
from bibproof.reports._visible import visible

_COLUMNS = (
    *("file", "line", "column", "key", "verdict", "doi"),
    *("severity", "rule", "field", "cited", "recorded", "message"),
)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # spreadsheets start one with these

_Row = tuple[object, ...]


def csv(report: Report) -> str:
    """One row a finding, and one for a reference that has none: filtering by `key` loses nothing.

    `doi` is the work's, as the record has it, else the cited one. A text that a spreadsheet would take for
    a formula gets an apostrophe in front, as OWASP advises.
    """
    text = StringIO()
    out = writer(text)
    out.writerow(_COLUMNS)
    out.writerows(tuple(map(_cell, row)) for row in _rows(report))
    return text.getvalue()


def _rows(report: Report) -> Iterator[_Row]:
    for section in sections(report):
        name = name_of(section.library)
        for finding in section.findings:
            yield (name, *_place(finding), finding.key, "", "", *_found(finding))
        for result in section.results:
            yield from _of_reference(name, result)


def _of_reference(name: str, result: Result) -> Iterator[_Row]:
    case = result.case
    work = case.reference.work if case.record is None else case.record.work
    about = (case.reference.key, result.verdict, work.doi or case.reference.work.doi)
    if not result.findings:
        place = case.library.position(case.reference.key_span.start)
        yield (name, place.line, place.column, *about, *[""] * 6)
    for finding in result.findings:
        yield (name, *_place(finding), *about, *_found(finding))


def _place(finding: Finding) -> tuple[int, int]:
    start = finding.start
    return start.line, start.column


def _found(finding: Finding) -> _Row:
    return (
        finding.severity,
        finding.rule,
        finding.field,
        finding.cited,
        finding.recorded,
        finding.message,
    )


def _cell(value: object) -> object:
    if value is None or type(value) is int:
        return value
    text = str(value)
    shown = visible(text)
    return f"'{shown}" if text.startswith(_FORMULAS) else shown
