"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.coverage import cited_doi
from bibproof.edits import doi_insertion
from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule


@rule(Severity.NOTE)
def missing_doi(case: Case) -> Iterator[Problem]:
    """The DOI of a work that is cited without one.

    What
    The entry cites no DOI, and a search found the work beyond doubt. The note gives its DOI.

    Why
    With the DOI, readers find the work at once, styles that ask for it can show it, and the next check needs
    no search.

    Example (fails)
    The search finds the work beyond doubt.

        @article{younger2014,
          author = {Younger, Jarred and Parkitny, Luke and McLain, David},
          title = {The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic
                   pain},
          journal = {Clinical Rheumatology},
          year = {2014},
        }

    Example (passes)

        @article{younger2014,
          author = {Younger, Jarred and Parkitny, Luke and McLain, David},
          title = {The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic
                   pain},
          journal = {Clinical Rheumatology},
          year = {2014},
          doi = {10.1007/s10067-014-2517-2},
        }

    How to settle it
    Add the DOI that the note gives.
    """
    if case.record is None or case.record.work.doi is None or case.reference.work.doi is not None:
        return
    if case.record.work.doi == cited_doi(
        case.reference.work
    ):  # whoever gives the number of arXiv needs no DOI
        return
    if case.reference.values.get("doi", "").strip():
        return
    doi = case.record.work.doi
    yield Problem(f"the DOI is {doi}", field=None, recorded=doi, edit=doi_insertion(case, doi))
