"""For people: quiet where all is well, and for the rest what, where, and what the record says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from bibproof.evidence import INTERRUPTED, Case, Elsewhere, Record, Unavailable
from bibproof.findings import Finding, Report, Result, Severity, Verdict
from bibproof.model import Work
from bibproof.reports._layout import (
    Section,
    Told,
    beside_values,
    counts,
    fields_of_neither,
    left_aside,
    name_of,
    near,
    plural,
    sections,
    severities,
    words,
)
from bibproof.reports._visible import inert, visible

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
    whole = "".join([run.text for run in line])
    if "::" not in whole and "##[" not in whole:
        return line
    runs, at_start = [], True
    for run in line:
        text = inert(run.text)
        if at_start and text.lstrip().startswith("::"):
            text = text.replace("::", "\\x3a:", 1)
        at_start = at_start and not text.strip()
        runs.append(Run(text, run.style))
    return tuple(runs)


def _lines(report: Report, width: int) -> Iterator[Line]:
    if not report.is_complete:
        total = plural(len(report.results), "reference")
        decided = sum(result.case.search != INTERRUPTED for result in report.results)
        yield (Run(f"Interrupted: {decided} of {total} decided, the rest unchecked", "bold"),)
        yield ()
    for number, section in enumerate(sections(report)):
        if number:
            yield ()
        yield from _section(section, width)
    yield ()
    yield from _summary(report)


def _section(section: Section, width: int) -> Iterator[Line]:
    yield (Run(name_of(section.library), "bold"),)
    uncited = []
    for one in section.told:
        if one.finding.rule == "uncited" and not one.because:
            uncited.append(one.finding)
        else:
            yield from _finding(one, width)
    if uncited:
        yield from _uncited(uncited, width)
    keys = (result.case.reference.key for result, _ in section.results)
    column = min(max((len(visible(key)) for key in keys), default=0), 30)
    for result, told in section.results:
        yield from _result(result, told, column, width)


def _uncited(findings: list[Finding], width: int) -> Iterator[Line]:
    """Entries that no document cites, together: where documents share a bibliography, they are most."""
    first = findings[0]
    yield from _heading(Told(first))
    keys = ", ".join(finding.key or "" for finding in findings)
    yield from _block("", f"{plural(len(findings), 'entry', 'entries')} {first.message}: {keys}", width)


def _result(result: Result, told: list[Told], column: int, width: int) -> Iterator[Line]:
    case, verdict = result.case, result.verdict
    key = visible(case.reference.key) or "(no key)"
    named = Run(f"  {key:<{column}}  ")
    shown = Run(f"{words(verdict):<11}", _VERDICT_STYLES[verdict])
    aside = " ".join(filter(None, (_aside(case, result), left_aside(result))))
    yield (named, shown, Run(f"  {visible(aside)}", "dim"))
    if any(finding.rule == "chimera" for finding in result.findings) and case.parts:
        yield from _parts(result, width)
    otherwise = _told_otherwise(result)
    for one in told:
        if one.because or one.finding.rule not in otherwise:
            yield from _finding(one, width)
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


def _doi_of(case: Case, record: Record) -> str:
    """The work's DOI, and whether the entry has it; an alias is as good."""
    doi, cited = record.work.doi, case.reference.work.doi
    if doi is None:
        return ""
    if cited is None:
        return doi if case.doi_record is case.record else f"{doi} (not in the entry)"
    is_its_own = doi == cited or (case.doi_record is not None and case.doi_record.work.doi == doi)
    return doi if is_its_own or isinstance(case.by_doi, Unavailable) else f"{doi} (the entry has another)"


def _finding(told: Told, width: int) -> Iterator[Line]:
    """Where and what; values that are short stand on the same line, long ones each on its own."""
    finding, in_short = told.finding, _in_short(told.finding)
    yield from _heading(told, in_short)
    more = finding.message
    if finding.cited is not None and finding.recorded is not None:
        more = beside_values(finding)
        if not in_short:
            yield from _block("cited", finding.cited, width)
            yield from _block("recorded", finding.recorded, width)
    if more:
        yield from _block("", more, width)
    if told.because:
        yield from _block("because", told.because, width)


def _heading(told: Told, behind: str = "") -> Iterator[Line]:
    """Place, severity (in brackets where the finding is left aside) and rule."""
    finding, severity = told.finding, str(told.finding.severity)
    place = f"{finding.start.line}:{finding.start.column}"
    yield (
        Run(f"{_INDENT}{place:<8}", "dim"),
        Run(f"{f'({severity})':<8} ", "dim")
        if told.because
        else Run(f"{severity:<9}", _SEVERITY_STYLES[finding.severity]),
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
    for number, line in enumerate(_wrapped(value, width - len(lead))):
        yield (Run(lead if number == 0 else " " * len(lead), "dim"), Run(line))


def _wrapped(value: str, width: int) -> list[str]:
    """The value in lines, one at least; most values need no wrapping, which takes its time."""
    text, width = visible(value).strip(), max(width, 30)
    return [text] if len(text) <= width else wrap(text, width)


def _parts(result: Result, width: int) -> Iterator[Line]:
    """Whose the parts of a chimera are."""
    case = result.case
    for finding in result.findings:
        if finding.rule == "chimera":
            yield from _heading(Told(finding))
    for part in case.parts:
        work = part.record.work
        yield from _block("", f"{', '.join(part.fields)}: {_named(work)}", width)
        for line in _wrapped(f"“{work.full_title}”", width - 16) if work.full_title else ():
            yield (Run(" " * 16), Run(line))
    rest = fields_of_neither(case)
    if rest:
        yield from _block("", f"{', '.join(rest)}: neither’s", width)


def _candidates(case: Case, width: int) -> Iterator[Line]:
    for candidate in near(case):
        work = candidate.record.work
        differs = ", ".join(candidate.comparison.differs)
        but = f"; differs in {differs}" if differs else ""
        yield from _block("near", f"{_named(work)}: “{work.full_title}”{but}", width)


def _named(work: Work) -> str:
    return f"{work.brief}, {work.doi}" if work.doi else work.brief


def _summary(report: Report) -> Iterator[Line]:
    yield (Run(counts(report), "bold"),)
    yield (Run(severities(report)),)
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
                f"{plural(count, 'record')} of the lock: transcribed by hand, not downloaded from Crossref;"
                " 'bibproof lock --refresh' replaces them.",
                "dim",
            ),
        )
