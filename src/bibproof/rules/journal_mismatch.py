"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def journal_mismatch(case: Case) -> Iterator[Problem]:
    """The journal or book cited is not the record's.

    What
    The work was identified, and it appeared elsewhere than the entry says. Abbreviations, acronyms, a dropped
    "The", "&" for "and" and the names of proceedings in their many forms make no difference.

    Why
    The journal is where a reader looks for the work.

    Example (fails)
    The record has Clinical Rheumatology.

        @article{younger2014,
          author = {Younger, Jarred and Parkitny, Luke and McLain, David},
          title = {The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic
                   pain},
          journal = {Postgraduate Medicine},
          year = {2014},
          doi = {10.1007/s10067-014-2517-2},
        }

    Example (passes)
    The journal's name in short.

        @article{younger2014,
          author = {Younger, Jarred and Parkitny, Luke and McLain, David},
          title = {The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic
                   pain},
          journal = {Clin. Rheumatol.},
          year = {2014},
          doi = {10.1007/s10067-014-2517-2},
        }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "journal", slip=Severity.NOTE)
