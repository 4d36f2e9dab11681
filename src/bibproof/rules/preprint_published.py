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

    Example
    @article{key,
      title = {A study of ...},
      doi = {10.1101/2020.01.22.914952},    % published as 10.1038/s41586-020-2012-7
    }

    How to settle it
    Read the published version, and cite it where it still says what the text takes from it. To cite the
    preprint is no fault.
    """
    if case.record is not None and case.record.published_as:
        yield Problem(f"this preprint was published as {' and '.join(case.record.published_as)}", field=None)
