"""What several forms share: the report file by file, and a finding in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bibproof.compare import FIELDS
from bibproof.evidence import Candidate, Case, Elsewhere, Unavailable
from bibproof.findings import Finding, Report, Result, Severity, Suppressed, Verdict, in_order
from bibproof.fingerprints import fingerprints
from bibproof.model import Library
from bibproof.reports._visible import visible
from bibproof.suppression import Suppression

_NEAR = 0.5  # the share of the title's words from which a candidate is worth showing
_SHOWN_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that is told; `because` says why it is left aside, "" for one that counts."""

    finding: Finding
    because: str = ""


@dataclass(slots=True)
class Section:
    """One library's part of a report: what is told of the file as a whole, and of each reference."""

    library: Library
    told: list[Told] = field(default_factory=list)
    results: list[tuple[Result, list[Told]]] = field(default_factory=list)


def sections(report: Report) -> list[Section]:
    """The report by library, in its order. What is left aside is told where the report shows it."""
    found = {id(library): Section(library) for library in report.libraries}
    of_references: set[int] = set()
    for result in report.results:
        told = _told(result.findings, result.suppressed if report.shows_suppressed else ())
        found[id(result.case.library)].results.append((result, told))
        of_references.update(id(one.finding) for one in told)
    for one in _told(report.findings, report.suppressed if report.shows_suppressed else ()):
        if id(one.finding) not in of_references:
            found[id(one.finding.library)].told.append(one)
    return list(found.values())


def _told(findings: Sequence[Finding], suppressed: Sequence[Suppressed]) -> list[Told]:
    """What counts and what is left aside, as it stands in the text."""
    if not suppressed:
        return [Told(finding) for finding in findings]
    because = {id(each.finding): why(each.suppression) for each in suppressed}
    everything = in_order([*findings, *(each.finding for each in suppressed)])
    return [Told(finding, because.get(id(finding), "")) for finding in everything]


def fingerprinted(report: Report) -> Iterator[tuple[Finding, str, Suppression | None]]:
    """What is told, each with its fingerprint, which is the same whatever else is left aside."""
    aside = {id(each.finding): each.suppression for each in report.suppressed}
    for finding, fingerprint in fingerprints(report.with_suppressed()):
        suppression = aside.get(id(finding))
        if suppression is None or report.shows_suppressed:
            yield finding, fingerprint, suppression


def name_of(library: Library) -> str:
    """What people call the library: its path as it was given."""
    return visible(str(library.path or "references"))


def said(finding: Finding) -> str:
    """The finding in one line: "cited 2018, recorded 2015", and what both values do not tell already."""
    if finding.cited is None or finding.recorded is None:
        return visible(finding.message)
    values = f"cited {finding.cited}, recorded {finding.recorded}"
    more = beside_values(finding)
    return visible(f"{values}: {more}" if more else values)


def beside_values(finding: Finding) -> str:
    """What is to be said of a finding where both of its values are shown."""
    return finding.message if finding.field == "doi" else finding.reason


def why(suppression: Suppression) -> str:
    """The reason for which something is left aside, until when, and where that is said."""
    until = f", until {suppression.until}" if suppression.until else ""
    told = f" ({suppression.told})" if suppression.told else ""
    return visible(f"{suppression.reason}{until}{told}")


def left_aside(result: Result) -> str:
    """That errors are left aside, without which the verdict could not be understood; "" where none is."""
    hidden = sum(each.finding.severity is Severity.ERROR for each in result.suppressed)
    return f"({hidden} suppressed)" if hidden else ""


def why_unsettled(result: Result) -> str:
    """Why a reference is `unchecked` or `not-covered`, in a few words; "" of the others."""
    case = result.case
    if result.verdict is Verdict.UNCHECKED:
        reasons = (
            standing.reason for standing in (case.by_doi, case.search) if isinstance(standing, Unavailable)
        )
        return visible(next(reasons, "a source could not answer"))
    if result.verdict is Verdict.NOT_COVERED:
        if isinstance(case.by_doi, Elsewhere):
            return visible(f"the DOI is registered with {case.by_doi.agency}")
        return "of a kind that the sources do not register"
    return ""


def fields_of_neither(case: Case) -> list[str]:
    """What a chimera cites that belongs to none of its works."""
    owned = {field for part in case.parts for field in part.fields}
    return [field for field in FIELDS if field not in owned and case.reference.written_field(field)]


def near(case: Case) -> list[Candidate]:
    """What a work that was not found may be, as far as it is worth showing."""
    worth = [each for each in case.candidates if each.comparison.title_overlap >= _NEAR]
    return worth[:_SHOWN_CANDIDATES]


def counts(report: Report) -> str:
    """How many references, and of which verdicts: "10 references: 5 verified, 2 inaccurate"."""
    counted = [(report.count(verdict), words(verdict)) for verdict in Verdict]
    told = ", ".join(f"{count} {verdict}" for count, verdict in counted if count)
    total = plural(len(report.results), "reference")
    return f"{total}: {told}" if told else total


def severities(report: Report) -> str:
    """How many findings of each: "6 errors, 0 warnings, 7 notes", and how many are left aside."""
    found = [finding.severity for finding in report.findings]
    told = [plural(found.count(severity), str(severity)) for severity in sorted(Severity, reverse=True)]
    return ", ".join([*told, f"{len(report.suppressed)} suppressed"] if report.suppressed else told)


def words(verdict: Verdict) -> str:
    return str(verdict).replace("-", " ")


def plural(count: int, one: str, several: str = "") -> str:
    return f"{count} {one}" if count == 1 else f"{count} {several or one + 's'}"
