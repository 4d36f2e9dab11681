"""What is said about a reference: rules, the problems they find, and the report they go into."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import partial
from typing import Generic, Self, TypeVar

from bibproof.evidence import INTERRUPTED, Case, Elsewhere, Unavailable
from bibproof.model import Library, Position, Reference, Span
from bibproof.suppression import Suppression, Weighed


@dataclass(frozen=True, slots=True)
class Citations:
    """What is wrong between documents and the bibliographies that they cite from.

    `documents` names them. `undefined` are the keys that no bibliography has and where a document has each;
    `uncited` are a bibliography's references that no document cites.
    """

    documents: str
    undefined: tuple[tuple[str, Span], ...] = ()
    uncited: tuple[Reference, ...] = ()


class Severity(IntEnum):
    """How much a finding matters; `--fail-on` takes these words."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Verdict(Enum):
    """What can be said of a reference as a whole; one each."""

    VERIFIED = "verified"
    INACCURATE = "inaccurate"
    CHIMERA = "chimera"
    NOT_FOUND = "not-found"
    NOT_COVERED = "not-covered"
    UNCHECKED = "unchecked"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Edit:
    """A range of the library's text and what should stand there; `safe` where it can't change the sense."""

    span: Span
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule has to say.

    `field` is a BibTeX field's name; the finding points at its value. `span` is given where the finding
    should point elsewhere. `severity` is given where this problem weighs less than the rule's others.
    `reason` is what of the message both values do not tell already.
    """

    message: str
    field: str | None = None
    cited: str | None = None
    recorded: str | None = None
    edit: Edit | None = None
    span: Span | None = None
    key: str | None = None
    severity: Severity | None = None
    reason: str = ""


Find = TypeVar("Find", bound=Callable[..., Iterable[Problem]])


@dataclass(frozen=True, slots=True)
class _Rule(Generic[Find]):
    """What finds problems of one kind, and how much they matter. `page` is for users: `rule_pages`."""

    name: str
    severity: Severity
    page: str
    find: Find

    @classmethod
    def of(cls, severity: Severity, find: Find) -> Self:
        """Make a function a rule; its name is the rule's, its docstring the rule's page."""
        return cls(find.__name__.replace("_", "-"), severity, inspect.getdoc(find) or "", find)


class CaseRule(_Rule[Callable[[Case], Iterable[Problem]]]):
    """A rule about one reference and what is known of it."""

    __slots__ = ()


class LibraryRule(_Rule[Callable[[Library, Sequence[Case]], Iterable[Problem]]]):
    """A rule about a bibliography as a whole: what can't be read, what stands in it twice."""

    __slots__ = ()


class SuppressionRule(_Rule[Callable[[Library, Sequence[Weighed]], Iterable[Problem]]]):
    """A rule about what is to be left aside in a bibliography: whether it still serves."""

    __slots__ = ()


class CitationRule(_Rule[Callable[[Citations], Iterable[Problem]]]):
    """A rule about what documents cite; it is asked for each library, and for each document."""

    __slots__ = ()


Rule = CaseRule | LibraryRule | SuppressionRule | CitationRule


def rule(severity: Severity) -> Callable[[Callable[[Case], Iterable[Problem]]], CaseRule]:
    """A decorator: make a function a rule about one reference."""
    return partial(CaseRule.of, severity)


def library_rule(
    severity: Severity,
) -> Callable[[Callable[[Library, Sequence[Case]], Iterable[Problem]]], LibraryRule]:
    """A decorator: make a function a rule about a bibliography as a whole."""
    return partial(LibraryRule.of, severity)


def suppression_rule(
    severity: Severity,
) -> Callable[[Callable[[Library, Sequence[Weighed]], Iterable[Problem]]], SuppressionRule]:
    """A decorator: make a function a rule about what is to be left aside."""
    return partial(SuppressionRule.of, severity)


def citation_rule(severity: Severity) -> Callable[[Callable[[Citations], Iterable[Problem]]], CitationRule]:
    """A decorator: make a function a rule about what documents cite."""
    return partial(CitationRule.of, severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place and its rule's name, as it goes into a report."""

    rule: str
    severity: Severity
    message: str
    key: str | None
    field: str | None
    cited: str | None
    recorded: str | None
    library: Library
    span: Span
    edit: Edit | None
    reason: str = ""

    @property
    def start(self) -> Position:
        return self.library.position(self.span.start)

    @property
    def end(self) -> Position:
        """One past the last character."""
        return self.library.position(self.span.end)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is left aside, and on whose word."""

    finding: Finding
    suppression: Suppression


@dataclass(frozen=True, slots=True)
class Result:
    """One reference's case, what was found about it, and what that comes to.

    The verdict says what the record says, whatever of the findings is left aside.
    """

    case: Case
    verdict: Verdict
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found about one or several libraries.

    `results` has one Result a reference, in order; `findings` has every finding, those about a library
    as a whole included, by library and position. `rules` are those that were asked, for formats that
    explain them. What is left aside is in `suppressed` and not in `findings`; `shows_suppressed` tells
    formats to show it (`json` always does).
    """

    libraries: tuple[Library, ...]
    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    shows_suppressed: bool = False

    def count(self, verdict: Verdict) -> int:
        return sum(result.verdict is verdict for result in self.results)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity >= severity)

    def with_suppressed(self) -> tuple[Finding, ...]:
        """Every finding, left aside or not, library by library and in order."""
        if not self.suppressed:
            return self.findings
        everything = [*self.findings, *(each.finding for each in self.suppressed)]
        of = {id(library): number for number, library in enumerate(self.libraries)}
        return tuple(sorted(in_order(everything), key=lambda finding: of[id(finding.library)]))

    @property
    def is_complete(self) -> bool:
        """False where an interrupt left references undecided."""
        return all(result.case.search != INTERRUPTED for result in self.results)

    @property
    def unchecked(self) -> int:
        return self.count(Verdict.UNCHECKED)


class Interrupted(KeyboardInterrupt):
    """A run was interrupted. `report` has what was decided until then; the rest of it is unchecked."""

    def __init__(self, report: Report) -> None:
        super().__init__("interrupted")
        self.report = report


def judge(library: Library, cases: Sequence[Case], rules: Iterable[Rule]) -> Report:
    """Put every case before every rule, and say of every reference what that comes to."""
    rules = tuple(rules)
    stamped = [
        finding
        for rule in rules
        if isinstance(rule, LibraryRule)
        for problem in rule.find(library, cases)
        for finding in [stamp(rule, problem, library, None)]
    ]
    case_rules = [rule for rule in rules if isinstance(rule, CaseRule)]
    results = []
    for case in cases:
        own = [
            stamp(rule, problem, library, case.reference)
            for rule in case_rules
            for problem in rule.find(case)
        ]
        stamped += own
        results.append(Result(case, _verdict(case, own), tuple(in_order(own))))
    return Report((library,), tuple(results), tuple(in_order(stamped)), rules)


def stamp(rule: Rule, problem: Problem, library: Library, reference: Reference | None) -> Finding:
    """A rule's problem as a finding; about the library as a whole where there is no reference."""
    if problem.span is not None:
        span = problem.span
    elif reference is not None:
        span = reference.span_of(problem.field)
    else:
        span = Span(0, 0)
    return Finding(
        rule=rule.name,
        severity=problem.severity or rule.severity,
        message=problem.message,
        key=problem.key if reference is None else reference.key,
        field=problem.field,
        cited=problem.cited,
        recorded=problem.recorded,
        library=library,
        span=span,
        edit=problem.edit,
        reason=problem.reason,
    )


def in_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One library's findings as they stand in its text, the severest first."""
    return iter(sorted(findings, key=lambda finding: (finding.span, -finding.severity, finding.rule)))


def _verdict(case: Case, findings: Iterable[Finding]) -> Verdict:
    """What a case comes to. A field that is wrong makes it inaccurate; a retraction does not."""
    if case.parts:
        return Verdict.CHIMERA
    if case.record is not None:
        wrong = any(finding.field and finding.severity is Severity.ERROR for finding in findings)
        if wrong:
            return Verdict.INACCURATE
        return Verdict.UNCHECKED if isinstance(case.by_doi, Unavailable) else Verdict.VERIFIED
    if isinstance(case.by_doi, Unavailable) or isinstance(case.search, Unavailable):
        return Verdict.UNCHECKED
    if case.doi_record is not None:
        return Verdict.NOT_COVERED if case.has_relatives_doi else Verdict.CHIMERA
    if isinstance(case.by_doi, Elsewhere) or (case.by_doi is None and not case.covered):
        return Verdict.NOT_COVERED
    return Verdict.NOT_FOUND


def merge(reports: Iterable[Report]) -> Report:
    """Several reports as one, in their order."""
    listed = tuple(reports)
    return Report(
        tuple(library for report in listed for library in report.libraries),
        tuple(result for report in listed for result in report.results),
        tuple(finding for report in listed for finding in report.findings),
        tuple({rule.name: rule for report in listed for rule in report.rules}.values()),
        tuple(suppressed for report in listed for suppressed in report.suppressed),
    )
