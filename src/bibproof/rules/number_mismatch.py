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

    Example
    @article{berna2018,
      number = {5},   % the record has 6
    }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "number")
