"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibproof.findings import Problem, Severity, suppression_rule
from bibproof.model import Library
from bibproof.suppression import Standing, Weighed


@suppression_rule(Severity.WARNING)
def useless_suppression(library: Library, suppressions: Sequence[Weighed]) -> Iterator[Problem]:  # noqa: ARG001 - a rule's signature
    """Nothing is found that would have to be left aside.

    What
    A comment `% bibproof: ignore[...]`, or one of `per-key-ignores`, that names a rule which found nothing
    about the entry. Where the entry could not be checked, or not in full, nothing is said.

    Why
    The fault is mended, here or in the record. What stays would hide the next one.

    Example (fails)

        % bibproof: ignore[year-mismatch] reason="online first"
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
    Remove the suppression, or the rule from its list.
    """
    for each in suppressions:
        one = each.suppression
        if each.standing is Standing.USELESS:
            place = f" ({one.told})" if one.told else ""
            yield Problem(
                f"{', '.join(each.idle)}: nothing is found here to be left aside{place}",
                span=one.span,
                key=one.key,
            )
