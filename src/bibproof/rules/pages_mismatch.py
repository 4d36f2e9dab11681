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

    Example
    @article{berna2018,
      pages = {707--715},   % the record has 828-842
    }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    yield from mismatch(case, "pages")
