"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibproof.findings import Problem, Severity, suppression_rule
from bibproof.model import Library
from bibproof.suppression import Standing, Weighed


@suppression_rule(Severity.WARNING)
def expired_suppression(library: Library, suppressions: Sequence[Weighed]) -> Iterator[Problem]:  # noqa: ARG001 - a rule's signature
    """The day until which a finding was to be left aside is over.

    What
    A comment `% bibproof: ignore[...]`, or one of `per-key-ignores`, whose `until` is a day in the past. It
    leaves nothing aside any more.

    Why
    The day was set to look again: whether the record has been mended meanwhile, or the reference can be.

    Example (fails)

        % bibproof: ignore[year-mismatch] reason="online first" until=2021-01-01
        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    Example (passes)

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    How to settle it
    Look at the reference again; remove the suppression, or give it a later day.
    """
    for each in suppressions:
        one = each.suppression
        if each.standing is Standing.EXPIRED:
            place = f" ({one.told})" if one.told else ""
            yield Problem(
                f"ignore[{', '.join(one.rules)}] ended on {one.until}{place}", span=one.span, key=one.key
            )
