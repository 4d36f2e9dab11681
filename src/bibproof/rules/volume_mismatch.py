"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def volume_mismatch(case: Case) -> Iterator[Problem]:
    """The volume cited is not the record's.

    What
    The work was identified, and its volume is another. "Vol. 13", "XIII" and "83 (1999)" are read as what
    they mean; what can't be compared is passed over.

    Why
    Volume and pages lead to the article in print and in databases that know no DOI.

    Example
    @article{berna2018,
      volume = {93},   % the record has 90
    }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "volume")
