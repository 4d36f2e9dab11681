"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibproof.findings import Problem, Severity, suppression_rule
from bibproof.model import Library
from bibproof.suppression import Standing, Weighed


@suppression_rule(Severity.WARNING)
def malformed_suppression(library: Library, suppressions: Sequence[Weighed]) -> Iterator[Problem]:  # noqa: ARG001 - a rule's signature
    """A comment that should leave a finding aside can't be read.

    What
    A comment `% bibproof: ...` that is not of the form `ignore[rule-name] reason="..."`, with or without
    `until=2027-01-31`: it gives no reason, names a rule that there is not, or stands inside of an entry.

    Why
    What can't be read leaves nothing aside. Each rule is named, since `ignore[*]` would hide a later
    retraction too; a reason is asked for, since whoever reads the file next can't know it.

    Example (fails)

        % bibproof: ignore[year-mismatch]
        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    Example (passes)

        % bibproof: ignore[year-mismatch] reason="cited by the year of the talk"
        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2019},
          doi = {10.1007/s11916-020-00898-0},
        }

    How to settle it
    Write the comment as the message says, or remove it.
    """
    for each in suppressions:
        one = each.suppression
        if each.standing is Standing.MALFORMED:
            yield Problem(f"this leaves nothing aside: {one.fault}", span=one.span, key=one.key)
