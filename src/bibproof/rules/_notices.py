"""What the three rules about notices share."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case, Update

RETRACTIONS = frozenset({"retraction", "partial_retraction", "withdrawal", "removal"})
CONCERNS = frozenset({"expression_of_concern"})
EDITIONS = frozenset({"new_version", "new_edition"})


def notices(case: Case) -> Iterator[Update]:
    """The notices about the cited work; about a notice that is itself cited there is nothing to say."""
    if case.record is not None and not case.record.notice_for:
        yield from case.record.updates
