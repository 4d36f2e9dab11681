"""When the first record that a search gave is beyond doubt, so that hardly another need be compared.

This is for speed alone: what is left out could not have been chosen, nor been a part, nor a rival of what is
(`edits`). Four of five right entries without a DOI are found so, and seven records of eight are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from bibproof.compare import Comparison, FieldComparison, Likeness
from bibproof.compare.identity import DISTINCTIVE_TITLE
from bibproof.compare.numbers import compare_volumes
from bibproof.compare.pages import compare_pages
from bibproof.compare.years import compare_years
from bibproof.evidence import Candidate, Record
from bibproof.model import Reference, Work
from bibproof.settle._chosen import may_settle
from bibproof.settle._held import held_against, held_candidates

_QUICKLY_COMPARED: Mapping[str, Callable[[Work, Work], FieldComparison]] = MappingProxyType(
    {"year": compare_years, "volume": compare_volumes, "pages": compare_pages}
)


def candidates_of(reference: Reference, records: Iterable[Record]) -> list[Candidate]:
    """The records held against a reference without a DOI, best agreement first, as far as they matter.

    Where the first has all that is cited, no other can have more: the rest is then held against the reference
    only where it may have as much.
    """
    listed = list(records)
    if reference.reread is None and listed and len({one.work.doi for one in listed}) == len(listed):
        first = held_against(reference, listed[0])
        if _has_everything(reference.work, first.comparison) and may_settle(reference.work, first):
            rivals = [one for one in listed[1:] if _may_have_as_much(reference.work, one.work, first)]
            return [first, *held_candidates(reference, rivals)]
    return held_candidates(reference, listed)


def _has_everything(work: Work, comparison: Comparison) -> bool:
    """Whether all that is cited is the same, under a title that names one work."""
    needed = ["title", "author", "journal", "year"]
    needed += ["volume"] if work.volume else []
    needed += ["number"] if work.issue or "(" in (work.volume or "") else []
    needed += ["pages"] if work.page or work.article_number else []
    return comparison.title_weight >= DISTINCTIVE_TITLE and set(needed) <= set(comparison.agrees)


def _may_have_as_much(work: Work, recorded: Work, first: Candidate) -> bool:
    """Whether all that agrees with the first record may agree with this one, too; seen by its numbers."""
    return all(
        compare(work, recorded).likeness is Likeness.SAME
        for field, compare in _QUICKLY_COMPARED.items()
        if field in first.comparison.agrees
    )
