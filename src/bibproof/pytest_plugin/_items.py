"""The tests that `pytest --bibproof` makes of a bibliography."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

import pytest

from bibproof import api
from bibproof.errors import BibproofError
from bibproof.findings import Finding, Report, Severity, Verdict
from bibproof.model import Span
from bibproof.policy import NEVER
from bibproof.reports import said, why_unsettled
from bibproof.selection import Subject, policy_of, subject
from bibproof.settings import Settings

_REST = -1


class _FailedError(Exception):
    """A reference is not as it should be; the text is what to show."""


class Bibliography(pytest.File):
    """A file whose references are tests. All are checked together, when the first test runs."""

    @cached_property
    def subject(self) -> Subject:
        library = api.read(self.path)
        return subject(library, policy_of(library))

    @cached_property
    def report(self) -> Report:
        settings = Settings.from_environment()
        offline = bool(self.config.getoption("--bibproof-offline"))
        return api.check(self.subject, settings=replace(settings, offline=offline))

    @cached_property
    def found(self) -> Mapping[int, list[Finding]]:
        """The findings by the number of their reference; those about none under `_REST`."""
        numbers = {
            id(finding): number
            for number, result in enumerate(self.report.results)
            for finding in result.findings
        }
        by_number = defaultdict(list)
        for finding in self.report.findings:
            number = numbers.get(id(finding))
            by_number[self._owner(finding.span, finding.key) if number is None else number].append(finding)
        return by_number

    def _owner(self, span: Span, key: str | None) -> int:
        """The reference that a place of the text is in, or stands above."""
        references = self.subject.library.references
        number = bisect_right([reference.span.end for reference in references], span.start)
        return number if number < len(references) and references[number].key == key else _REST

    def collect(self) -> Iterator[pytest.Item]:
        try:
            library = self.subject.library
        except BibproofError as error:
            raise pytest.UsageError(f"--bibproof: {error}") from None
        seen: Counter[str] = Counter()
        for number, reference in enumerate(library.references):
            key = reference.key or "(no key)"
            seen[key] += 1
            yield ReferenceItem.of(self, key if seen[key] == 1 else f"{key} ({seen[key]})", number)
        if any(self._owner(broken.span, broken.key) == _REST for broken in library.broken):
            yield ReferenceItem.of(self, "(unreadable)", _REST)

    def failing(self, findings: Iterable[Finding]) -> list[Finding]:
        threshold = self.subject.policy.fail_on or "error"
        if threshold == NEVER:
            return []
        return [finding for finding in findings if finding.severity >= Severity[threshold.upper()]]


class ReferenceItem(pytest.Item):
    """One reference: it fails with its findings, and is skipped where it could not be checked.

    What of the file is no reference's is a test of its own, where there is any.
    """

    parent: Bibliography
    number = _REST

    @classmethod
    def of(cls, parent: Bibliography, name: str, number: int) -> ReferenceItem:
        item: ReferenceItem = cls.from_parent(parent, name=name)
        item.number = number
        return item

    def runtest(self) -> None:
        failing = self.parent.failing(self.parent.found.get(self.number, ()))
        if failing:
            raise _FailedError("\n".join(self._told(finding) for finding in failing))
        if self.number == _REST:
            return
        result = self.parent.report.results[self.number]
        if result.verdict is Verdict.UNCHECKED:
            reason = f"unchecked: {why_unsettled(result)}"
            if self.config.getoption("--bibproof-strict"):
                raise _FailedError(reason)
            pytest.skip(reason)

    def _told(self, finding: Finding) -> str:
        start = finding.start
        place = f"{self.path.name}:{start.line}:{start.column}"
        return f"{place}: {finding.severity}: {finding.rule}: {said(finding)}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> object:  # type: ignore[override]  # a text is enough
        del style
        if isinstance(excinfo.value, _FailedError | BibproofError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        if self.number == _REST:
            return self.path, 0, self.name
        library = self.parent.subject.library
        return self.path, library.position(library.references[self.number].span.start).line - 1, self.name
