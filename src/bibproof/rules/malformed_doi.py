"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.doi import find_doi
from bibproof.edits import doi_replacement
from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule


@rule(Severity.ERROR)
def malformed_doi(case: Case) -> Iterator[Problem]:
    r"""The field `doi` holds no DOI.

    What
    A value in which no DOI can be found: a DOI starts with "10.", a number and a slash. One that is written
    as an address, with "doi:", in capitals or with LaTeX's `\_` is no fault, and nothing is said of it.

    Why
    A link made from it leads nowhere, and the entry can't be looked up by it.

    Example (fails)
    This is the publisher's number of the article.

        @article{sudakin2016,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore},
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {s13181-015-0512-x},
        }

    Example (passes)
    An address is as good as the bare DOI.

        @article{sudakin2016,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore},
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {https://doi.org/10.1007/s13181-015-0512-x},
        }

    How to settle it
    Copy the DOI from the work's page, or from the report where the work was found by a search.
    """
    value = case.reference.values.get("doi", "").strip()
    if not value or find_doi(value) is not None:
        return
    recorded = None if case.record is None else case.record.work.doi
    yield Problem(
        "this is no DOI" + (f"; the work's is {recorded}" if recorded else ": one looks like 10.1000/182"),
        field="doi",
        cited=value,
        recorded=recorded,
        edit=None if case.record is None else doi_replacement(case, case.record),
    )
