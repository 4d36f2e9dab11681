"""For spreadsheets: RFC 4180, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from csv import writer
from io import StringIO

from bibproof.findings import Finding, Report, Result
from bibproof.reports._layout import Told, name_of, sections
from bibproof.reports._visible import visible

_COLUMNS = (
    *("file", "line", "column", "key", "verdict", "doi"),
    *("severity", "rule", "field", "cited", "recorded", "message", "suppressed"),
)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # spreadsheets start one with these

_Row = tuple[object, ...]


def csv(report: Report) -> str:
    """One row a finding, and one for a reference that has none: filtering by `key` loses nothing.

    `doi` is the work's, as the record has it, else the cited one; `suppressed` says why a finding is left
    aside. A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises.
    """
    text = StringIO()
    out = writer(text)
    out.writerow(_COLUMNS)
    out.writerows(tuple(map(_cell, row)) for row in _rows(report))
    return text.getvalue()


def _rows(report: Report) -> Iterator[_Row]:
    for section in sections(report):
        name = name_of(section.library)
        for one in section.told:
            yield (name, *_place(one.finding), one.finding.key, "", "", *_found(one))
        for result, told in section.results:
            yield from _of_reference(name, result, told)


def _of_reference(name: str, result: Result, told: list[Told]) -> Iterator[_Row]:
    case = result.case
    work = case.reference.work if case.record is None else case.record.work
    about = (case.reference.key, result.verdict, work.doi or case.reference.work.doi)
    if not told:
        place = case.library.position(case.reference.key_span.start)
        yield (name, place.line, place.column, *about, *[""] * 7)
    for one in told:
        yield (name, *_place(one.finding), *about, *_found(one))


def _place(finding: Finding) -> tuple[int, int]:
    start = finding.start
    return start.line, start.column


def _found(told: Told) -> _Row:
    finding = told.finding
    return (
        finding.severity,
        finding.rule,
        finding.field,
        finding.cited,
        finding.recorded,
        finding.message,
        told.because,
    )


def _cell(value: object) -> object:
    if value is None or type(value) is int:
        return value
    text = str(value)
    shown = visible(text)
    return f"'{shown}" if text.startswith(_FORMULAS) else shown
