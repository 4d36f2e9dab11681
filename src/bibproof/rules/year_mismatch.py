"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def year_mismatch(case: Case) -> Iterator[Problem]:
    """The year cited is none of the record's.

    What
    The work was identified, and the year is none of those in which it was published: in print, online, or
    first known. Any of these is right.

    Why
    Works by the same people are told apart by their year, and citations show it.

    Example (fails)
    The record has 2015.

        @article{berna2018,
          author = {Berna, Chantal and Kulich, Ronald J. and Rathmell, James P.},
          title = {Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: Evidence and
                   Recommendations for Everyday Practice},
          journal = {Mayo Clinic Proceedings},
          year = {2018},
          doi = {10.1016/j.mayocp.2015.04.003},
        }

    Example (passes)

        @article{berna2018,
          author = {Berna, Chantal and Kulich, Ronald J. and Rathmell, James P.},
          title = {Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: Evidence and
                   Recommendations for Everyday Practice},
          journal = {Mayo Clinic Proceedings},
          year = {2015},
          doi = {10.1016/j.mayocp.2015.04.003},
        }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "year")
