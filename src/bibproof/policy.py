"""What a project wants to hear: which findings count, how much, and which are left aside.

None of it changes a verdict. That says what the record says; this, what is to be done about it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType

from bibproof.evidence import Case, Unavailable
from bibproof.findings import (
    Finding,
    Report,
    Result,
    Severity,
    Suppressed,
    SuppressionRule,
    Verdict,
    in_order,
    stamp,
)
from bibproof.fingerprints import fingerprints
from bibproof.model import Library
from bibproof.suppression import Standing, Suppression, Weighed

NEVER = "never"
LOCK_POLICIES = ("use", "ignore", "require")


@dataclass(frozen=True, slots=True)
class FileIgnore:
    """Rules that are left aside in the files of a pattern, seen from the folder of the settings."""

    pattern: str
    suppression: Suppression

    def holds(self, name: str) -> bool:
        return fnmatchcase(name, self.pattern) or fnmatchcase(name, self.pattern.removeprefix("**/"))


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project's settings say of findings; `file` is where they stand.

    `select` None means every rule. `fail_on` is a severity's name or "never", None where nothing is said.
    `lock` is one of LOCK_POLICIES. `baseline` is the file of old findings.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    per_file: tuple[FileIgnore, ...] = ()
    per_key: Mapping[str, tuple[Suppression, ...]] = field(default_factory=lambda: MappingProxyType({}))
    fail_on: str | None = None
    lock: str = "use"
    baseline: Path | None = None
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The fingerprints of a library's old findings, and what a report calls where they are listed."""

    fingerprints: frozenset[str] = frozenset()
    told: str = ""

    @property
    def suppression(self) -> Suppression:
        """On whose word these findings are left aside."""
        return Suppression((), "an old finding", "baseline", told=self.told)


@dataclass(frozen=True, slots=True)
class Run:
    """What of a run tells whether a suppression still serves.

    Each counts up to its day. `is_part` where not all of a file was looked at: nothing is said then of those
    of the rest. `not_asked` are rules that this run could not put, or not in full; these are never idle.
    """

    today: date
    is_part: bool = False
    not_asked: frozenset[str] = frozenset()


def apply(
    report: Report,
    policy: Policy,
    comments: Sequence[Suppression] = (),
    *,
    run: Run,
    known: Known | None = None,
) -> Report:
    """The report of one library with the policy's severities, and with what is left aside apart.

    `comments` are the suppressions of the whole file. What has become of each suppression is put before the
    rules about suppressions.
    """
    (library,) = report.libraries
    desk = _Desk(library, policy, comments, run)
    aside: dict[int, Suppression] = {}
    for finding in report.findings:
        suppression = desk.word_on(finding)
        if suppression is not None:
            aside[id(finding)] = suppression
    weighed = tuple(desk.weighed(report.results))
    said = [
        stamp(rule, problem, library, None)
        for rule in report.rules
        if isinstance(rule, SuppressionRule)
        for problem in rule.find(library, weighed)
    ]
    for finding in said:
        suppression = desk.switched_off(finding)
        if suppression is not None:
            aside[id(finding)] = suppression
    findings = tuple(in_order([*report.findings, *said]))
    if known is not None:
        old = known.suppression
        for finding, fingerprint in fingerprints(findings):
            if fingerprint in known.fingerprints:
                aside.setdefault(id(finding), old)
    return _sorted_out(replace(report, findings=findings), aside, policy.severity)


def _sorted_out(report: Report, aside: Mapping[int, Suppression], severity: Mapping[str, Severity]) -> Report:
    """The report with what is aside in `suppressed`, and everything with the severity that is wanted."""
    if not aside and severity.keys().isdisjoint(finding.rule for finding in report.findings):
        return report
    weighted = {
        id(finding): replace(finding, severity=severity[finding.rule])
        if finding.rule in severity
        else finding
        for finding in report.findings
    }

    def parted(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        kept, left = [], []
        for finding in findings:
            if id(finding) in aside:
                left.append(Suppressed(weighted[id(finding)], aside[id(finding)]))
            else:
                kept.append(weighted[id(finding)])
        return tuple(kept), tuple(left)

    results = []
    for result in report.results:
        kept, left = parted(result.findings)
        results.append(replace(result, findings=kept, suppressed=left))
    kept, left = parted(report.findings)
    return replace(report, results=tuple(results), findings=kept, suppressed=left)


class _Desk:
    """Who has a word on a finding: the switches first, then files, keys and comments."""

    def __init__(self, library: Library, policy: Policy, comments: Sequence[Suppression], run: Run) -> None:
        self._policy = policy
        self._run = run
        self._comments = sorted(
            (one for one in comments if one.fault is None), key=lambda one: (one.reach.end, one.span)
        )
        self._faulty = [one for one in comments if one.fault is not None]
        self._ends = [one.reach.end for one in self._comments]
        name = _seen_from(policy.file, library)
        self._of_file = [each.suppression for each in policy.per_file if each.holds(name)]
        self._used: set[tuple[int, str]] = set()

    def switched_off(self, finding: Finding) -> Suppression | None:
        """The word of `select` and `ignore`, which need give no reason."""
        policy, rule = self._policy, finding.rule
        if policy.select is not None and rule not in policy.select:
            return _switch(policy, "select")
        return _switch(policy, "ignore") if rule in policy.ignore else None

    def word_on(self, finding: Finding) -> Suppression | None:
        """The first suppression that reaches a finding; all that would are noted as of use."""
        found = self.switched_off(finding)
        for one in self._on(finding):
            if finding.rule in one.rules and not self._is_over(one):
                self._used.add((id(one), finding.rule))
                found = found or one
        return found

    def _on(self, finding: Finding) -> Iterator[Suppression]:
        yield from self._of_file
        if finding.key is not None:
            yield from self._policy.per_key.get(finding.key, ())
        start = finding.span.start
        first = bisect_right(self._ends, start)
        for one in self._comments[first:]:
            if one.reach.end != self._ends[first]:
                return
            if one.reach.start <= start:
                yield one

    def _is_over(self, suppression: Suppression) -> bool:
        return suppression.until is not None and suppression.until < self._run.today

    def weighed(self, results: Sequence[Result]) -> Iterator[Weighed]:
        """What has become of each suppression that is about an entry."""
        looked_into = {result.case.reference.span.end: result for result in results}
        for one in self._faulty:
            if one.reach.end in looked_into or not self._run.is_part:
                yield Weighed(one, Standing.MALFORMED)
        for one in self._comments:
            if one.reach.end in looked_into or not self._run.is_part:
                yield self._weigh(one, looked_into.get(one.reach.end))
        by_key = defaultdict(list)
        for result in results:
            by_key[result.case.reference.key].append(result)
        for key, suppressions in self._policy.per_key.items():
            for result in by_key.get(key, ())[:1]:
                for one in suppressions:
                    yield _placed(self._weigh(one, result), result)

    def _weigh(self, one: Suppression, result: Result | None) -> Weighed:
        if self._is_over(one):
            return Weighed(one, Standing.EXPIRED)
        idle = tuple(
            rule
            for rule in one.rules
            if (id(one), rule) not in self._used and rule not in self._run.not_asked
        )
        if not idle:
            return Weighed(one, Standing.USED)
        if result is None or result.verdict is Verdict.UNCHECKED or _is_unavailable(result.case):
            return Weighed(one, Standing.UNKNOWN)
        return Weighed(one, Standing.USELESS, idle)


def _is_unavailable(case: Case) -> bool:
    return isinstance(case.by_doi, Unavailable) or isinstance(case.search, Unavailable)


def _placed(weighed: Weighed, result: Result) -> Weighed:
    """One of the settings, with its place in the bibliography: the key that it is about."""
    reference = result.case.reference
    return replace(
        weighed, suppression=replace(weighed.suppression, key=reference.key, span=reference.key_span)
    )


def _switch(policy: Policy, name: str) -> Suppression:
    file = "settings" if policy.file is None else policy.file.name
    return Suppression((), f"switched off by {name}", "settings", told=f"{file}: {name}")


def _seen_from(file: Path | None, library: Library) -> str:
    """The library's path below the folder of the settings; "" for one that has none."""
    if library.path is None:
        return ""
    path = library.path.resolve()
    if file is not None and path.is_relative_to(file.parent):
        return path.relative_to(file.parent).as_posix()
    return path.as_posix()


def fails(report: Report, fail_on: Mapping[int, str]) -> bool:
    """Whether a finding is as severe as its library's threshold, a severity's name or "never".

    `fail_on` has the thresholds by the libraries' identities; where it has none, it is "error".
    """
    for finding in report.findings:
        threshold = fail_on.get(id(finding.library), "error")
        if threshold != NEVER and finding.severity >= Severity[threshold.upper()]:
            return True
    return False
