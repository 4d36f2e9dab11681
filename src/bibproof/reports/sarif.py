"""SARIF 2.1.0, for code scanning and editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bibproof import __version__
from bibproof.findings import Edit, Finding, Report, Rule, Severity
from bibproof.model import Library, Span
from bibproof.reports._json_text import array, json_text
from bibproof.reports._layout import fingerprinted, plural, said, why
from bibproof.reports._places import path_below, top, uri
from bibproof.reports._visible import visible
from bibproof.rule_pages import as_help
from bibproof.suppression import Suppression

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FINGERPRINT = "bibproofFinding/v1"

_Object = dict[str, Any]


def sarif(report: Report) -> Iterator[str]:
    """One run, a result a finding.

    What is left aside is in it where the report shows it, and not by itself: GitHub's code scanning does not
    read `suppressions`, and would open an alert for each (codeql-action, issue 1230).
    Files below the top of the repository are relative to %SRCROOT%.
    """
    places = {id(library): _artifact(library, top()) for library in report.libraries}
    indexes = {rule.name: index for index, rule in enumerate(report.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "bibproof",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in report.rules],
            }
        },
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
    }
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{json_text(run)[:-1]}, "results": '
    yield from array(
        json_text(_result(finding, fingerprint, places, indexes) | _suppressions(suppression))
        for finding, fingerprint, suppression in fingerprinted(report)
    )
    yield "}]}\n"


def _suppressions(suppression: Suppression | None) -> _Object:
    """That a result is left aside, and why (3.27.23, 3.35)."""
    if suppression is None:
        return {}
    kind = "inSource" if suppression.origin == "comment" else "external"
    return {"suppressions": [{"kind": kind, "status": "accepted", "justification": why(suppression)}]}


def _artifact(library: Library, folder: Path) -> _Object:
    path = path_below(library, folder)
    if path is None:
        return {}
    located = {"uri": uri(path)}
    return located if path.is_absolute() else located | {"uriBaseId": "%SRCROOT%"}


def _rule(rule: Rule) -> _Object:
    """A rule, with its page as help; GitHub shows `markdown` where it is there."""
    brief, _, page = rule.page.partition("\n\n")
    return {
        "id": rule.name,
        "shortDescription": {"text": brief or rule.name},
        "fullDescription": {"text": brief or rule.name},
        "help": {"text": page or brief or rule.name, "markdown": as_help(rule.page)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report) -> _Object:
    """That we came to an end; and, since it is no finding, what a source could not answer."""
    if not report.unchecked:
        return {"executionSuccessful": True}
    told = f"{plural(report.unchecked, 'reference')} unchecked: a source could not answer"
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": told}}],
    }


def _result(
    finding: Finding, fingerprint: str, places: Mapping[int, _Object], indexes: Mapping[str, int]
) -> _Object:
    artifact = places[id(finding.library)]
    about = f"{visible(finding.key)}: " if finding.key else ""
    result: _Object = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(about + said(finding))},
        "locations": [_location(finding, artifact)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if finding.edit is not None and artifact:
        result["fixes"] = [_fix(finding.edit, finding.library, artifact)]
    values = {"field": finding.field, "cited": finding.cited, "recorded": finding.recorded}
    result["properties"] = {name: value for name, value in values.items() if value is not None}
    return result


def _location(finding: Finding, artifact: _Object) -> _Object:
    """The place in the file, where there is a file; and the entry."""
    location: _Object = {}
    if artifact:
        region = _region(finding.library, finding.span)
        location["physicalLocation"] = {"artifactLocation": artifact, "region": region}
    if finding.key:
        location["logicalLocations"] = [{"name": finding.key, "kind": "member"}]
    return location


def _region(library: Library, span: Span) -> _Object:
    """Lines and columns from 1, in characters; the end is one past the last."""
    start, end = library.position(span.start), library.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(edit: Edit, library: Library, artifact: _Object) -> _Object:
    replacement = {
        "deletedRegion": _region(library, edit.span),
        "insertedContent": {"text": edit.text},
    }
    told = "Safe: it can't change what is cited." if edit.safe else "Look at the record before you apply it."
    return {
        "description": {"text": told},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _message(text: str) -> str:
    """Text as a plain message: braces would be placeholders (3.11.5), [a](b) a link (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
