"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from bibproof.findings import Finding, Report, Severity
from bibproof.reports._json_text import array, json_text
from bibproof.reports._layout import fingerprinted, said, why
from bibproof.reports._places import name_below, top
from bibproof.reports._visible import visible
from bibproof.suppression import Suppression

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(report: Report) -> Iterator[str]:
    """A JSON array, one object a finding; paths are relative to the top of the repository.

    GitLab knows nothing that is left aside: where the report shows it, its severity is `info`.
    """
    folder = top()
    names = {id(library): name_below(library, folder) for library in report.libraries}
    yield from array(
        json_text(_issue(finding, fingerprint, suppression, names[id(finding.library)]))
        for finding, fingerprint, suppression in fingerprinted(report)
    )
    yield "\n"


def _issue(finding: Finding, fingerprint: str, suppression: Suppression | None, path: str) -> dict[str, Any]:
    """GitLab wants fingerprints that are unique in the report, so the path is in them."""
    about = f"{visible(finding.key)}: " if finding.key else ""
    start, end = finding.start, finding.end
    return {
        "description": about + said(finding) + (f" (suppressed: {why(suppression)})" if suppression else ""),
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(f"{path}\0{fingerprint}".encode()).hexdigest()[:32],
        "severity": "info" if suppression else _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": start.line, "end": end.line}},
    }
