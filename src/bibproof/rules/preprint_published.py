"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule


@rule(Severity.NOTE)
def preprint_published(case: Case) -> Iterator[Problem]:
    """The cited preprint has been published since.

    What
    The preprint's record names the article that became of it (Crossref's relation "is-preprint-of").

    Why
    The published version was reviewed, and may say something else. Most journals ask for it.

    Example (fails)
    The article came out in 2015 as 10.5555/tides.

        @misc{okafor2014,
          author = {Okafor, Maria and Lindqvist, Jens},
          title = {Tidal mixing in shallow estuaries: a preprint},
          year = {2014},
          doi = {10.5555/preprint},
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
    Read the published version, and cite it where it still says what the text takes from it. To cite the
    preprint is no fault.
    """
    if case.record is not None and case.record.published_as:
        yield Problem(f"this preprint was published as {' and '.join(case.record.published_as)}", field=None)
