"""What the three rules about notices share."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case, Update

RETRACTIONS = frozenset({"retraction", "partial_retraction", "withdrawal", "removal"})
CONCERNS = frozenset({"expression_of_concern"})
EDITIONS = frozenset({"new_version", "new_edition"})


def notices(case: Case) -> Iterator[Update]:
    """The notices about the cited work.

    Of a notice that is itself cited, only those that are other works: not what it tells of another.
    """
    if case.record is None:
        return
    told_by_itself = {case.record.work.doi, None, *case.record.notice_for}
    for update in case.record.updates:
        if not case.record.notice_for or update.doi not in told_by_itself:
            yield update
