"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch


@rule(Severity.ERROR)
def title_mismatch(case: Case) -> Iterator[Problem]:
    """The title cited is not the record's.

    What
    The work was identified by its people and place, or by its DOI, and a word of its title is another one, is
    missing or was added. Case, accents, hyphens, braces, mathematics and a subtitle left out make no
    difference; a slip within a word is a warning. So is a title in another language than the record's: it
    may be the same one translated, or another one, and only a reader can tell.

    Why
    One word can make it another paper. An invented title under a real DOI is a fault that machines make.

    Example (fails)
    The record has “Low-Dose Naltrexone”.

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {High-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    Example (passes)
    In other letters, and without its subtitle.

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-dose naltrexone for chronic pain},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    How to settle it
    Look at the record under the DOI that the report gives. Where it is right, correct the entry. Where the
    record is wrong, its publisher can mend it: keep the entry as it is.
    """
    if case.comparison is not None and case.comparison.has_foreign_title:
        title = case.comparison.fields["title"]
        reason = f"{title.reason} and can't be compared"
        yield Problem(
            f"the record has {title.recorded}: {reason}",
            field="title",
            cited=title.cited,
            recorded=title.recorded,
            severity=Severity.WARNING,
            reason=reason,
        )
    yield from mismatch(case, "title")
