"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule


@rule(Severity.WARNING)
def stale_lock(case: Case) -> Iterator[Problem]:
    """The lock's record is older than `--max-age` allows.

    What
    The reference was settled on a record of the lock, and that was got from its registry longer ago than
    `--max-age DAYS` says. Without that option a lock has no age: it says the same for ever.

    Why
    What is locked is not asked for again. A work that has been retracted since, or corrected, is not seen.

    Example
    bibproof check --max-age 90 refs.bib    % and refs.lock was written half a year ago

    How to settle it
    Run `bibproof lock --refresh` on the file; what has changed shows as a diff of the lock.
    """
    if case.stale_since is not None:
        yield Problem(
            f"the lock's record is of {case.stale_since}; 'bibproof lock --refresh' asks for it anew"
        )
