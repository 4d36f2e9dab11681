"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._describe import notice
from bibproof.rules._notices import CONCERNS, EDITIONS, RETRACTIONS, notices


@rule(Severity.NOTE)
def corrected(case: Case) -> Iterator[Problem]:
    """The cited work has been corrected.

    What
    The record names a correction, an erratum, an addendum or another notice that is neither a retraction nor
    an expression of concern. A new version or edition is none.

    Why
    What the text takes from the work may be what was corrected.

    Example (fails)
    An erratum to this work has been published.

        @article{okafor2016,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Sediment transport in shallow estuaries after spring floods},
          journal = {Journal of Estuarine Physics},
          year = {2016},
          doi = {10.5555/corrected},
        }

    Example (passes)
    There is no notice about this one.

        @article{okafor2015,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Tidal mixing in shallow estuaries after spring floods},
          journal = {Journal of Estuarine Physics},
          year = {2015},
          doi = {10.5555/tides},
        }

    How to settle it
    Read the notice. The reference itself is right as it is.
    """
    for update in notices(case):
        if update.kind not in RETRACTIONS | CONCERNS | EDITIONS:
            kind = update.kind.replace("_", " ").replace("-", " ")
            yield Problem(f"there is a notice about the work: {kind} ({notice(update)})", field=None)
