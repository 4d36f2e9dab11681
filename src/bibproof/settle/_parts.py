"""Whose the parts of a chimera are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bibproof.compare import Comparison, Likeness
from bibproof.compare.identity import (
    DISTINCTIVE_TITLE,
    MOSTLY,
    TELLING_AUTHORS,
    TELLING_TITLE,
    place_fields,
    score,
)
from bibproof.evidence import Candidate, Part
from bibproof.settle._held import ON_THE_SAME_MATTER, has_other_title


def parts_of(
    chosen: Candidate | None, led_to: Candidate | None, known: Sequence[Candidate]
) -> tuple[Part, ...]:
    """The works that the parts of a chimera belong to: one has the title, another the people and the year.

    A record that was settled on is no chimera's part unless both its people and year, or its title, are
    another work's. A short title names a work only where the DOI or the place is its record's, too.
    """
    title_of = _best(known, _has_the_title) or _best(known, lambda one: _has_the_short_title(one, led_to))
    people_of = _best(known, lambda one: _has_the_people(one, is_placed=one is led_to or one is chosen))
    if title_of is None or people_of is None or title_of is people_of:
        return ()
    if chosen is not None and chosen is not title_of and chosen is not people_of:
        return ()
    if not _is_by_others(title_of.comparison) or not has_other_title(people_of.comparison):
        return ()
    if "year" not in title_of.comparison.differs and chosen is title_of:
        return ()
    own = title_of.comparison.agrees
    others = tuple(field for field in people_of.comparison.agrees if field not in own)
    return (Part(own, title_of.record), Part(others, people_of.record))


def _best(known: Sequence[Candidate], fits: Callable[[Candidate], bool]) -> Candidate | None:
    return max(
        (candidate for candidate in known if fits(candidate)),
        key=lambda candidate: score(candidate.comparison),
        default=None,
    )


def _has_the_title(candidate: Candidate) -> bool:
    comparison = candidate.comparison
    return comparison["title"] is Likeness.SAME and comparison.title_weight >= DISTINCTIVE_TITLE


def _has_the_short_title(candidate: Candidate, led_to: Candidate | None) -> bool:
    comparison = candidate.comparison
    is_placed = candidate is led_to or {"journal", "pages"} <= set(place_fields(comparison))
    return (
        is_placed
        and comparison["title"] is Likeness.SAME
        and comparison.title_weight >= TELLING_TITLE
        and _is_by_others(comparison)
    )


def is_other_peoples(candidate: Candidate) -> bool:
    return _has_the_title(candidate) and _is_by_others(candidate.comparison)


def _is_by_others(comparison: Comparison) -> bool:
    return comparison["author"] is Likeness.DIFFERENT and comparison.authors_overlap < MOSTLY


def _has_the_people(candidate: Candidate, *, is_placed: bool) -> bool:
    """The cited people in the cited year: in the cited place, enough to name them, or on the same matter."""
    comparison = candidate.comparison
    return (
        comparison["author"] is Likeness.SAME
        and comparison["year"] is Likeness.SAME
        and (
            is_placed
            or comparison.authors_weight >= TELLING_AUTHORS
            or comparison.title_overlap > ON_THE_SAME_MATTER
        )
    )
