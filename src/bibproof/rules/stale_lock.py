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

    Example (fails)
    With `bibproof check --max-age 90`, where the lock beside the file was written half a year ago.

        @article{okafor2015,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Tidal mixing in shallow estuaries after spring floods},
          journal = {Journal of Estuarine Physics},
          year = {2015},
          doi = {10.5555/tides},
        }

    Example (passes)
    The same entry, once `bibproof lock --refresh` has asked for its record again.

        @article{okafor2015,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Tidal mixing in shallow estuaries after spring floods},
          journal = {Journal of Estuarine Physics},
          year = {2015},
          doi = {10.5555/tides},
        }

    How to settle it
    Run `bibproof lock --refresh` on the file; what has changed shows as a diff of the lock.
    """
    if case.stale_since is not None:
        yield Problem(
            f"the lock's record is of {case.stale_since}; 'bibproof lock --refresh' asks for it anew"
        )
