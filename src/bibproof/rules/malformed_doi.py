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

    Example
    @article{key,
      doi = {S0140-6736(10)60888-4},    % the publisher's number, not the DOI
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
