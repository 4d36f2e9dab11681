"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule


@rule(Severity.NOTE)
def notice_cited(case: Case) -> Iterator[Problem]:
    """What is cited is a notice about another work, not that work.

    What
    The record says of itself that it is a retraction, a correction, an expression of concern or the like
    about another work.

    Why
    A notice carries the title of the work that it is about, and has a DOI of its own. Whoever means the work
    has cited the wrong one of the two; whoever means the notice is right.

    Example (fails)
    This erratum is about 10.5555/corrected.

        @article{okafor2017,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Erratum to: Sediment transport in shallow estuaries after spring floods},
          journal = {Journal of Estuarine Physics},
          year = {2017},
          doi = {10.5555/erratum},
        }

    Example (passes)

        @article{okafor2015,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Tidal mixing in shallow estuaries after spring floods},
          journal = {Journal of Estuarine Physics},
          year = {2015},
          doi = {10.5555/tides},
        }

    How to settle it
    Where the text means the work, cite it under its own DOI. Otherwise nothing is to be done.
    """
    if case.record is not None and case.record.notice_for:
        yield Problem(f"this is a notice about {' and '.join(case.record.notice_for)}", field=None)
