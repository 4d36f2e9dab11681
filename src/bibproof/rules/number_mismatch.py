"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def number_mismatch(case: Case) -> Iterator[Problem]:
    """The issue cited is not the record's.

    What
    The work was identified, and the number of its issue is another. "2(45)", "Suppl 1" and "S1" are read as
    what they mean; what can't be compared is passed over.

    Why
    The issue leads to the article in print.

    Example (fails)
    The record has issue 6.

        @article{berna2018,
          author = {Berna, Chantal and Kulich, Ronald J. and Rathmell, James P.},
          title = {Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: Evidence and
                   Recommendations for Everyday Practice},
          journal = {Mayo Clinic Proceedings},
          year = {2015},
          volume = {90},
          number = {5},
          doi = {10.1016/j.mayocp.2015.04.003},
        }

    Example (passes)

        @article{berna2018,
          author = {Berna, Chantal and Kulich, Ronald J. and Rathmell, James P.},
          title = {Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: Evidence and
                   Recommendations for Everyday Practice},
          journal = {Mayo Clinic Proceedings},
          year = {2015},
          volume = {90},
          number = {6},
          doi = {10.1016/j.mayocp.2015.04.003},
        }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "number")
