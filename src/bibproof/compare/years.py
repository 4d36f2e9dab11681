"""Years: in print, online or the earliest known, each is right (Crossref registers all three)."""

from __future__ import annotations

from functools import lru_cache

from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.model import Work


def compare_years(cited: Work, recorded: Work) -> FieldComparison:
    """The year of one work among the years of the other."""
    ours, theirs = cited.years, recorded.years
    shown = _shown(ours), _shown(theirs)
    if not ours or not theirs:
        return FieldComparison(Likeness.UNKNOWN, *shown)
    return FieldComparison(Likeness.SAME if ours & theirs else Likeness.DIFFERENT, *shown)


@lru_cache(maxsize=1024)
def _shown(years: frozenset[int]) -> str | None:
    return " or ".join(str(year) for year in sorted(years)) or None
