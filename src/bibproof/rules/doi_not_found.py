"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.edits import doi_replacement
from bibproof.evidence import Case, NotFound
from bibproof.findings import Problem, Severity, rule


@rule(Severity.ERROR)
def doi_not_found(case: Case) -> Iterator[Problem]:
    """No agency has registered the cited DOI.

    What
    Crossref has answered that it has no such DOI, and doi.org that nobody else has. While either of them does
    not answer, nothing is said.

    Why
    The link is dead. A typing error does it; so does a DOI that a machine made up.

    Example (fails)
    No such DOI is registered.

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-99999-9},
        }

    Example (passes)

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    How to settle it
    Where the work was found by a search, the report gives its DOI. Otherwise look for the work by its title:
    a DOI that is dead, of a work that is not found, may well be of one that does not exist.
    """
    if not isinstance(case.by_doi, NotFound):
        return
    doi = case.reference.work.doi
    if case.record is None or case.record.work.doi is None:
        yield Problem(f"no agency has registered the DOI {doi}", field="doi", cited=doi)
        return
    recorded = case.record.work.doi
    yield Problem(
        f"no agency has registered this DOI; the work's is {recorded}",
        field="doi",
        cited=doi,
        recorded=recorded,
        edit=doi_replacement(case, case.record),
    )
