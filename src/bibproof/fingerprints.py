"""Findings told apart from one run to the next, wherever their lines have moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from bibproof.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a hash of its rule, key, field and cited value: no line, no record, no wording.

    Where several have all four in common, the second and those behind it are numbered.
    """
    seen: Counter[tuple[int, str]] = Counter()
    for finding in findings:
        alike = (id(finding.library), _identity(finding))
        yield finding, _digest(f"{alike[1]}\0{seen[alike]}")
        seen[alike] += 1


def _identity(finding: Finding) -> str:
    parts = (finding.rule, finding.key, finding.field, finding.cited)
    return "\0".join("" if part is None else part for part in parts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
