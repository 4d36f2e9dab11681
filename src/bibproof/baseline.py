"""A baseline: the findings that a bibliography had on a day. They pass; what comes to them counts.

One JSON object with a line for each finding, so that it is read and merged line by line. Findings are told
apart by their fingerprints, which hold whatever lines move; files by their paths seen from the baseline.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bibproof.errors import FileError
from bibproof.files import write_atomically
from bibproof.findings import Report, Suppressed, Verdict
from bibproof.fingerprints import fingerprints
from bibproof.model import Library
from bibproof.policy import Known

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The fingerprints of old findings, by the files that they are in."""

    path: Path
    by_file: Mapping[str, frozenset[str]]

    def of(self, library: Library) -> Known:
        """What of it is about a library."""
        return Known(self.by_file.get(_name(library, self.path), frozenset()), str(self.path))


def read_baseline(path: Path) -> Baseline:
    """Raises FileError where there is no baseline at the path, or something else."""
    listed = _listed(path)
    if listed is None:
        raise FileError(f"{path}: there is no such baseline; --write-baseline makes it")
    by_file: dict[str, set[str]] = {}
    for finding in listed:
        by_file.setdefault(finding["file"], set()).add(finding["fingerprint"])
    return Baseline(path, {file: frozenset(prints) for file, prints in by_file.items()})


def _listed(path: Path) -> list[dict[str, Any]] | None:
    """The findings as they are written in a baseline; None where there is no file."""
    try:
        found: Any = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError(f"{path}: can't be read ({error.strerror}); check the path") from None
    except (ValueError, RecursionError):
        raise FileError(f"{path}: this is no baseline; name another, or remove it") from None
    version = found.get("version") if isinstance(found, dict) else None
    if version != _VERSION or not isinstance(found.get("findings"), list):
        raise FileError(f"{path}: this is no baseline of version {_VERSION}; name another, or remove it")
    listed: list[dict[str, Any]] = found["findings"]
    for number, finding in enumerate(listed, start=1):
        values = finding if isinstance(finding, dict) else {}
        if not all(isinstance(values.get(name), str) for name in ("file", "fingerprint")):
            raise FileError(f"{path}: finding {number} has no file or no fingerprint; mend or remove it")
    return listed


def write_baseline(report: Report, path: Path) -> int:
    """Write what a report found as the baseline; how many findings are in it. Raises FileError.

    What is left aside for other reasons is not in it. Of a baseline that is there already, what is about
    other files stays, and what is about references that could not be checked this time.
    """
    lines = sorted({_line(finding) for finding in (*_kept(report, path), *_found(report, path))})
    listed = "[\n{}\n]".format(",\n".join(lines)) if lines else "[]"
    text = f'{{\n"version": {_VERSION},\n"findings": {listed}\n}}\n'
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise FileError(f"{path}: can't be written ({error.strerror}); check the path") from None
    return len(lines)


def all_old(report: Report, path: Path) -> Report:
    """The report whose findings have just been listed in a baseline: each is left aside."""
    old = Known(told=str(path)).suppression
    results = tuple(
        replace(
            result,
            findings=(),
            suppressed=(*result.suppressed, *(Suppressed(each, old) for each in result.findings)),
        )
        for result in report.results
    )
    left = (*report.suppressed, *(Suppressed(each, old) for each in report.findings))
    return replace(report, results=results, findings=(), suppressed=left)


def _found(report: Report, path: Path) -> Iterator[dict[str, Any]]:
    by_others = {id(each.finding) for each in report.suppressed if each.suppression.origin != "baseline"}
    for finding, fingerprint in fingerprints(report.with_suppressed()):
        if id(finding) not in by_others:
            yield {
                "file": _name(finding.library, path),
                "key": finding.key,
                "rule": finding.rule,
                "field": finding.field,
                "fingerprint": fingerprint,
            }


def _kept(report: Report, path: Path) -> Iterator[dict[str, Any]]:
    looked_at = {_name(library, path) for library in report.libraries}
    unchecked = {
        (_name(result.case.library, path), result.case.reference.key)
        for result in report.results
        if result.verdict is Verdict.UNCHECKED
    }
    for finding in _listed(path) or ():
        if finding["file"] not in looked_at or (finding["file"], finding.get("key")) in unchecked:
            yield finding


def _line(finding: dict[str, Any]) -> str:
    return json.dumps(finding, ensure_ascii=False)


def _name(library: Library, baseline: Path) -> str:
    """The library's path seen from the baseline's folder, the same on every system."""
    if library.path is None:
        return ""
    path, folder = os.path.realpath(library.path), os.path.realpath(baseline.parent)
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()
