"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def author_mismatch(case: Case) -> Iterator[Problem]:
    """The people cited are not those of the record.

    What
    The work was identified, and its list of authors says something else than the record's: a name that is not
    among them, one left out, or somebody else's altogether. All names are compared, in order; "and
    others" leaves the list open. Initials, particles, accents and suffixes may be written in any way. A slip
    in a name is a warning, and so are two neighbours exchanged behind the first; another first author, or
    another order of several, is an error.

    Why
    Invented and missing co-authors are the commonest fault of lists that a machine wrote, and people look for
    a work under its first author.

    Example (fails)
    By Li, You, Griffin, Feng and Shan, as the record has it.

        @article{li2018,
          author = {Canan, F. and others},
          title = {Low-dose naltrexone (LDN): A promising treatment in immune-related diseases and cancer
                   therapy},
          journal = {International Immunopharmacology},
          year = {2018},
          doi = {10.1016/j.intimp.2018.05.020},
        }

    Example (passes)
    Initials for given names, and others left open.

        @article{li2018,
          author = {Li, Z. and You, Y. and others},
          title = {Low-dose naltrexone (LDN): A promising treatment in immune-related diseases and cancer
                   therapy},
          journal = {International Immunopharmacology},
          year = {2018},
          doi = {10.1016/j.intimp.2018.05.020},
        }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "author")
