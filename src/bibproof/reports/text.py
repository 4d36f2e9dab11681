"""For people: quiet where all is well, and for the rest what, where, and what the record says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from bibproof.compare import FIELDS
from bibproof.evidence import INTERRUPTED, Case, Elsewhere, Record, Unavailable
from bibproof.findings import Finding, Report, Result, Severity, Suppressed, Verdict
from bibproof.model import Library
from bibproof.reports._layout import why
from bibproof.reports._visible import visible

_WIDTH = 100
_INDENT = "    "
_SHORT = 60  # characters of two values that still stand on one line
_VERDICT_STYLES = {
    Verdict.VERIFIED: "green",
    Verdict.INACCURATE: "red",
    Verdict.CHIMERA: "red",
    Verdict.NOT_FOUND: "red",
    Verdict.NOT_COVERED: "",
    Verdict.UNCHECKED: "yellow",
}
_SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_SHOWN_CANDIDATES = 3
_NEAR = 0.5  # the share of the title's words from which a candidate is worth showing


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line and its style: "", "bold", "dim", or a colour's name."""

    text: str
    style: str = ""


Line = tuple[Run, ...]


def text(report: Report) -> str:
    """The report as plain text, 100 columns wide."""
    return "".join("".join(run.text for run in line).rstrip() + "\n" for line in lines(report))


def lines(report: Report, width: int = _WIDTH) -> Iterator[Line]:
    """The report line by line, with the styles that a terminal shows; the text is that of `text`."""
    return map(_inert, _lines(report, width))


def _inert(line: Line) -> Line:
    """The line with nothing that GitHub's runner, which reads what a step prints, takes for a command."""
    if not any("::" in run.text or "##[" in run.text for run in line):
        return line
    runs, at_start = [], True
    for run in line:
        text = run.text.replace("##[", "#\\x23[")
        if at_start and text.lstrip().startswith("::"):
            text = text.replace("::", "\\x3a:", 1)
        at_start = at_start and not text.strip()
        runs.append(Run(text, run.style))
    return tuple(runs)


def _lines(report: Report, width: int) -> Iterator[Line]:
    if not report.is_complete:
        total = _counted(len(report.results), "reference")
        decided = sum(result.case.search != INTERRUPTED for result in report.results)
        yield (Run(f"Interrupted: {decided} of {total} decided, the rest unchecked", "bold"),)
        yield ()
    for number, library in enumerate(report.libraries):
        if number:
            yield ()
        yield from _library(report, library, width)
    yield ()
    yield from _summary(report)


def _library(report: Report, library: Library, width: int) -> Iterator[Line]:
    results = [result for result in report.results if result.case.library is library]
    yield (Run(visible(str(library.path or "references")), "bold"),)
    about_references = {id(finding) for result in results for finding in result.findings}
    uncited = []
    for finding in report.findings:
        if finding.library is library and id(finding) not in about_references:
            if finding.rule == "uncited":
                uncited.append(finding)
            else:
                yield from _finding(finding, width)
    if uncited:
        yield from _uncited(uncited, width)
    column = min(max((len(visible(result.case.reference.key)) for result in results), default=0), 30)
    shown = _shown_suppressed(report, library)
    for each in shown.pop(None, ()):
        yield from _suppressed(each, width)
    for result in results:
        yield from _result(result, column, width)
        for each in shown.get(id(result), ()):
            yield from _suppressed(each, width)


def _uncited(findings: list[Finding], width: int) -> Iterator[Line]:
    """Entries that no document cites, together: where documents share a bibliography, they are most."""
    first = findings[0]
    yield from _heading(first)
    keys = ", ".join(finding.key or "" for finding in findings)
    yield from _block("", f"{_counted(len(findings), 'entry', 'entries')} {first.message}: {keys}", width)


def _shown_suppressed(report: Report, library: Library) -> dict[int | None, list[Suppressed]]:
    """What is left aside and to be shown, by its result's identity; None for what is about the whole file."""
    if not report.shows_suppressed:
        return {}
    owners = {id(each.finding): id(result) for result in report.results for each in result.suppressed}
    found: dict[int | None, list[Suppressed]] = {}
    for each in report.suppressed:
        if each.finding.library is library:
            found.setdefault(owners.get(id(each.finding)), []).append(each)
    return found


def _suppressed(each: Suppressed, width: int) -> Iterator[Line]:
    """A finding that is left aside, as the others are shown, and why."""
    yield from _finding(each.finding, width)
    yield from _block("because", why(each.suppression), width)


def _result(result: Result, column: int, width: int) -> Iterator[Line]:
    case, verdict = result.case, result.verdict
    key = visible(case.reference.key) or "(no key)"
    named = Run(f"  {key:<{column}}  ")
    shown = Run(f"{str(verdict).replace('-', ' '):<11}", _VERDICT_STYLES[verdict])
    yield (named, shown, Run(f"  {visible(_aside(case, result) + _left_aside(result))}", "dim"))
    if any(finding.rule == "chimera" for finding in result.findings) and case.parts:
        yield from _parts(result, width)
    told = _told_otherwise(result)
    for finding in result.findings:
        if finding.rule not in told:
            yield from _finding(finding, width)
    if verdict is Verdict.NOT_FOUND and not result.suppressed:
        yield from _candidates(case, width)


def _told_otherwise(result: Result) -> frozenset[str]:
    """The rules whose findings are told in another way: in the verdict's line, or as a chimera's parts."""
    told = {"missing-doi"}
    if result.case.parts:
        told.add("chimera")
    elif any(finding.rule == "chimera" for finding in result.findings):
        told.add("doi-mismatch")
    return frozenset(told)


def _aside(case: Case, result: Result) -> str:
    """What the verdict's own line says besides: the DOI, or why there is none."""
    if case.record is not None:
        return _doi_of(case, case.record)
    if isinstance(case.by_doi, Elsewhere):
        return f"the DOI is registered with {case.by_doi.agency}"
    if result.verdict is Verdict.UNCHECKED:
        return next((s.reason for s in (case.by_doi, case.search) if isinstance(s, Unavailable)), "")
    return ""


def _left_aside(result: Result) -> str:
    """That findings are left aside, where the verdict could not be understood without them."""
    hidden = sum(each.finding.severity is Severity.ERROR for each in result.suppressed)
    return f" ({hidden} suppressed)" if hidden else ""


def _doi_of(case: Case, record: Record) -> str:
    """The work's DOI, and whether the entry has it; an alias is as good."""
    doi, cited = record.work.doi, case.reference.work.doi
    if doi is None:
        return ""
    if cited is None:
        return doi if case.doi_record is case.record else f"{doi} (not in the entry)"
    is_its_own = doi == cited or (case.doi_record is not None and case.doi_record.work.doi == doi)
    return doi if is_its_own or isinstance(case.by_doi, Unavailable) else f"{doi} (the entry has another)"


def _finding(finding: Finding, width: int) -> Iterator[Line]:
    """Where and what; values that are short stand on the same line, long ones each on its own."""
    yield from _heading(finding, _in_short(finding))
    if finding.cited is None or finding.recorded is None:
        yield from _block("", finding.message, width)
        return
    if not _in_short(finding):
        yield from _block("cited", finding.cited, width)
        yield from _block("recorded", finding.recorded, width)
    more = finding.message if finding.field == "doi" else finding.reason
    if more:
        yield from _block("", more, width)


def _heading(finding: Finding, behind: str = "") -> Iterator[Line]:
    place = f"{finding.start.line}:{finding.start.column}"
    yield (
        Run(f"{_INDENT}{place:<8}", "dim"),
        Run(f"{finding.severity!s:<9}", _SEVERITY_STYLES[finding.severity]),
        Run(f"{finding.rule:<18}" if behind else finding.rule, "bold"),
        Run(behind),
    )


def _in_short(finding: Finding) -> str:
    """Both values in a few words, if they are short."""
    if finding.cited is None or finding.recorded is None:
        return ""
    both = visible(f"cited {finding.cited}, recorded {finding.recorded}")
    return both if len(both) <= _SHORT else ""


def _block(label: str, value: str, width: int) -> Iterator[Line]:
    """A text behind its label, wrapped under itself."""
    lead = f"{_INDENT}        {label:<9}" if label else f"{_INDENT}        "
    for number, line in enumerate(wrap(visible(value), max(width - len(lead), 30)) or [""]):
        yield (Run(lead if number == 0 else " " * len(lead), "dim"), Run(line))


def _parts(result: Result, width: int) -> Iterator[Line]:
    """Whose the parts of a chimera are."""
    case = result.case
    for finding in result.findings:
        if finding.rule == "chimera":
            yield from _heading(finding)
    owned = {field for part in case.parts for field in part.fields}
    for part in case.parts:
        work = part.record.work
        yield from _block("", f"{', '.join(part.fields)}: {work.brief}, {work.doi}", width)
        for line in wrap(visible(f"“{work.full_title}”"), max(width - 16, 30)) if work.full_title else ():
            yield (Run(" " * 16), Run(line))
    rest = [field for field in FIELDS if field not in owned and case.reference.written_field(field)]
    if rest:
        yield from _block("", f"{', '.join(rest)}: neither’s", width)


def _candidates(case: Case, width: int) -> Iterator[Line]:
    worth = [candidate for candidate in case.candidates if candidate.comparison.title_overlap >= _NEAR]
    for candidate in worth[:_SHOWN_CANDIDATES]:
        work = candidate.record.work
        differs = ", ".join(candidate.comparison.differs)
        near = f"{work.brief}, {work.doi}: “{work.full_title}”" + (
            f"; differs in {differs}" if differs else ""
        )
        yield from _block("near", near, width)


def _summary(report: Report) -> Iterator[Line]:
    verdicts = [(report.count(verdict), verdict) for verdict in Verdict]
    told = ", ".join(f"{count} {str(verdict).replace('-', ' ')}" for count, verdict in verdicts if count)
    total = len(report.results)
    counted = _counted(total, "reference")
    yield (Run(f"{counted}: {told}" if told else counted, "bold"),)
    severities = sorted(Severity, reverse=True)
    yield (
        Run(
            ", ".join(
                _counted(sum(found.severity is severity for found in report.findings), str(severity))
                for severity in severities
            )
            + (f", {len(report.suppressed)} suppressed" if report.suppressed else "")
        ),
    )
    records = [record for result in report.results for record in _records(result.case)]
    yield from _got(record for record in records if record.source != "transcribed")
    yield from _transcribed(records)


def _records(case: Case) -> Iterator[Record]:
    """What the verdict rests on."""
    for record in (case.record, *(part.record for part in case.parts)):
        if record is not None:
            yield record


def _got(records: Iterable[Record]) -> Iterator[Line]:
    """How old what the verdicts rest on is."""
    days = sorted({record.retrieved for record in records if record.retrieved is not None})
    if len(days) == 1:
        yield (Run(f"records of {days[0]}", "dim"),)
    elif days:
        yield (Run(f"records of {days[0]} to {days[-1]}", "dim"),)


def _transcribed(records: Iterable[Record]) -> Iterator[Line]:
    """Records that were not downloaded from a registry say so."""
    count = sum(record.source == "transcribed" for record in records)
    if count:
        yield (
            Run(
                f"{_counted(count, 'record')} of the lock: transcribed by hand, not downloaded from Crossref;"
                " 'bibproof lock --refresh' replaces them.",
                "dim",
            ),
        )


def _counted(count: int, noun: str, plural: str = "") -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {plural or noun + 's'}"
