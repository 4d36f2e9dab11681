"""Annotations in a pull request, by the workflow commands of GitHub's runners.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bibproof.findings import Finding, Report, Severity, Suppressed
from bibproof.reports._layout import counts, name_of, plural, said, severities, why
from bibproof.reports._places import name_below, top
from bibproof.reports._visible import inert, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = 10  # of each kind in a step; the runner drops the others without a word


def github(report: Report) -> str:
    """At most as many commands as a step shows, the worst first; then the counts, as a plain line.

    What is left aside annotates nothing: where the report shows it, it is told in plain lines as well.
    """
    return "".join(f"{line}\n" for line in _lines(report, top()))


def _lines(report: Report, folder: Path) -> Iterator[str]:
    left_out = []
    for severity in sorted(Severity, reverse=True):
        found = [finding for finding in report.findings if finding.severity is severity]
        for finding in found[:_SHOWN]:
            yield _command(finding, folder)
        if len(found) > _SHOWN:
            left_out.append(plural(len(found) - _SHOWN, f"more {severity}"))
    yield f"bibproof: {counts(report)}; {severities(report)}"
    if left_out:
        yield f"bibproof: not annotated, since GitHub shows {_SHOWN} of a kind: {', '.join(left_out)}"
    if report.shows_suppressed:
        yield from map(_aside, report.suppressed)


def _command(finding: Finding, folder: Path) -> str:
    start, end = finding.start, finding.end
    properties: dict[str, object] = {}
    if finding.library.path is not None:
        properties = {"file": name_below(finding.library, folder), "line": start.line}
        if end.line == start.line:  # columns are taken where they are of one line
            properties |= {"col": start.column, "endColumn": end.column}
        else:
            properties["endLine"] = end.line
    properties["title"] = f"{visible(finding.key)}: {finding.rule}" if finding.key else finding.rule
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(said(finding))}"


def _aside(each: Suppressed) -> str:
    finding = each.finding
    about = f"{visible(finding.key)}: " if finding.key else ""
    place = f"{name_of(finding.library)}:{finding.start.line}"
    told = f"{place}: {about}{finding.rule}: {said(finding)} ({why(each.suppression)})"
    return f"bibproof: suppressed: {inert(told)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
