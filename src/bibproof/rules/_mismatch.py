"""What the seven mismatch rules share: a field that differs from the record is an error, a slip a warning."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.compare import Likeness
from bibproof.edits import replacement
from bibproof.evidence import Case
from bibproof.findings import Problem, Severity


def mismatch(case: Case, field: str, slip: Severity = Severity.WARNING) -> Iterator[Problem]:
    """The problem of one field, if it has one; `slip` is how much a mere slip of the pen matters."""
    if case.record is None or case.comparison is None:
        return
    compared = case.comparison.fields[field]
    if compared.likeness not in (Likeness.DIFFERENT, Likeness.CLOSE):
        return
    differs = compared.likeness is Likeness.DIFFERENT
    message = f"the record has {compared.recorded}"
    yield Problem(
        message=f"{message}: {compared.reason}" if compared.reason else message,
        field=field,
        cited=compared.cited,
        recorded=compared.recorded,
        edit=replacement(case, field),
        severity=None if differs else slip,
        reason=compared.reason,
    )
