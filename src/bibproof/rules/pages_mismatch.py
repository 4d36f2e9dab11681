"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def pages_mismatch(case: Case) -> Iterator[Problem]:
    """The pages cited are not the record's.

    What
    The work was identified, and its pages, or its article number, are others. Shortened pages (595-05), the
    first page alone, dashes of any kind and an article number in the place of pages make no difference.

    Why
    Pages lead to the article in print; wrong ones are the fault that people make most.

    Example (fails)
    The record has 828-842.

        @article{berna2018,
          author = {Berna, Chantal and Kulich, Ronald J. and Rathmell, James P.},
          title = {Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: Evidence and
                   Recommendations for Everyday Practice},
          journal = {Mayo Clinic Proceedings},
          year = {2015},
          volume = {90},
          pages = {707--715},
          doi = {10.1016/j.mayocp.2015.04.003},
        }

    Example (passes)
    The end of the pages may be shortened.

        @article{berna2018,
          author = {Berna, Chantal and Kulich, Ronald J. and Rathmell, James P.},
          title = {Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: Evidence and
                   Recommendations for Everyday Practice},
          journal = {Mayo Clinic Proceedings},
          year = {2015},
          volume = {90},
          pages = {828--42},
          doi = {10.1016/j.mayocp.2015.04.003},
        }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "pages")
