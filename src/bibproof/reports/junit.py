"""JUnit's XML, which every CI system reads: a test case a reference.

Valid against the schema that Jenkins publishes (xunit-plugin, junit-10.xsd).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from bibproof.findings import Finding, Report, Result, Severity
from bibproof.reports._layout import Section, Told, name_of, said, sections, why_unsettled, words
from bibproof.reports._visible import visible


def junit(report: Report) -> str:
    """A suite a file. Errors fail; what could not be checked or is not covered is skipped.

    Warnings and notes stand in `system-out`. What is said of a file as a whole is a case of its own. Errors
    that are left aside are skipped, with the reason, where the report shows them.
    """
    suites = [_Suite(section) for section in sections(report)]
    failures = sum(suite.failures for suite in suites)
    tests = sum(len(suite.cases) for suite in suites)
    body = "".join(line for suite in suites for line in suite.lines())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="bibproof" tests="{tests}" failures="{failures}" errors="0">\n'
        f"{body}</testsuites>\n"
    )


class _Suite:
    """The cases of one file, and how many fail or are skipped."""

    def __init__(self, section: Section) -> None:
        self.name = name_of(section.library)
        self.failures = self.skipped = 0
        self._seen: Counter[str] = Counter()
        self.cases = [
            *(self._case(_about_the_file(one.finding), [one]) for one in section.told),
            *(self._reference(result, told) for result, told in section.results),
        ]

    def lines(self) -> Iterator[str]:
        counted = f'tests="{len(self.cases)}" failures="{self.failures}" errors="0" skipped="{self.skipped}"'
        yield f"  <testsuite name={quoteattr(self.name)} {counted}>\n"
        yield from self.cases
        yield "  </testsuite>\n"

    def _reference(self, result: Result, told: list[Told]) -> str:
        reason = why_unsettled(result)
        skipped = f"{words(result.verdict)}: {reason}" if reason else ""
        return self._case(result.case.reference.key or "(no key)", told, skipped)

    def _case(self, name: str, told: list[Told], skipped: str = "") -> str:
        errors = [one for one in told if one.finding.severity is Severity.ERROR and not one.because]
        skipped = skipped or _aside(told)
        inner = ""
        if errors:
            self.failures += 1
            rules = ", ".join(dict.fromkeys(one.finding.rule for one in errors))
            inner += (
                f"      <failure type={quoteattr(rules)} message={quoteattr(said(errors[0].finding))}>"
                f"{escape(self._told(errors))}</failure>\n"
            )
        elif skipped:
            self.skipped += 1
            inner += f"      <skipped message={quoteattr(skipped)}/>\n"
        others = [one for one in told if one.finding.severity is not Severity.ERROR or one.because]
        if others:
            inner += f"      <system-out>{escape(self._told(others))}</system-out>\n"
        opened = (
            f"    <testcase classname={quoteattr(self.name)} name={quoteattr(self._unique(visible(name)))}"
        )
        return f"{opened}>\n{inner}    </testcase>\n" if inner else f"{opened}/>\n"

    def _told(self, told: list[Told]) -> str:
        lines = []
        for one in told:
            finding, start = one.finding, one.finding.start
            place = f"{self.name}:{start.line}:{start.column}"
            aside = f" (suppressed: {one.because})" if one.because else ""
            lines.append(f"{place}: {finding.severity}: {finding.rule}: {said(finding)}{aside}")
        return "\n".join(lines)

    def _unique(self, name: str) -> str:
        """CI systems tell cases apart by their names: the second of a name is numbered."""
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name} ({self._seen[name]})"


def _about_the_file(finding: Finding) -> str:
    """The name of its case. It has the key, since a number would be another's in the next run."""
    return f"{finding.key}: {finding.rule}" if finding.key else finding.rule


def _aside(told: list[Told]) -> str:
    """Why errors are left aside, each reason once; "" where none is."""
    reasons = [one.because for one in told if one.because and one.finding.severity is Severity.ERROR]
    return f"suppressed: {'; '.join(dict.fromkeys(reasons))}" if reasons else ""
