"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bibproof.compare import Likeness
from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._mismatch import mismatch

_IN_VERSIONS = frozenset({"article", "dataset", "software"})


@rule(Severity.ERROR)
def title_mismatch(case: Case) -> Iterator[Problem]:
    """The title cited is not the record's.

    What
    The work was identified by its people and place, or by its DOI, and a word of its title is another one, is
    missing or was added. Case, accents, hyphens, braces, mathematics and a subtitle left out make no
    difference; a slip within a word is a warning. So is a title in another language than the record's: it
    may be the same one translated, or another one, and only a reader can tell. And so is another title of a
    preprint, of data or of software by the same people: the registry has the title of the last version only.

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
    for problem in mismatch(case, "title"):
        yield replace(problem, severity=Severity.WARNING) if _may_be_an_earlier_one(case) else problem


def _may_be_an_earlier_one(case: Case) -> bool:
    """Whether the record is one that changes with each version, under people who agree."""
    record, comparison = case.record, case.comparison
    if record is None or comparison is None or record.source != "datacite":
        return False
    return record.work.type in _IN_VERSIONS and comparison["author"] in (Likeness.SAME, Likeness.CLOSE)
