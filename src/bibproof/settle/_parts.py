"""Whose the parts of a chimera are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bibproof.compare import Comparison, Likeness
from bibproof.compare.identity import (
    DISTINCTIVE_TITLE,
    IN_JOURNALS,
    MOSTLY,
    TELLING_AUTHORS,
    TELLING_TITLE,
    place_fields,
    score,
)
from bibproof.evidence import Candidate, Part
from bibproof.model import Work
from bibproof.settle._held import ON_THE_SAME_MATTER, has_other_title


def parts_of(
    work: Work, chosen: Candidate | None, led_to: Candidate | None, known: Sequence[Candidate]
) -> tuple[Part, ...]:
    """The works that the parts of a chimera belong to: one has the title, another the people or the place.

    A record that was settled on is no chimera's part unless both its people and year, or its title, are
    another work's. A short title names a work only where the DOI or the place is its record's, too, or where
    the place is surely another's. What others wrote about the cited work has its title, and is no part.
    """
    title_of, other = _halves(chosen, led_to, known)
    if title_of is None or other is None or title_of is other:
        return ()
    if not _is_by_others(title_of.comparison) or not has_other_title(other.comparison):
        return ()
    is_certain = title_of is led_to or _is_on_its_pages(other.comparison)
    if not is_certain and _may_be_about_it(work, title_of):
        return ()
    if chosen is not None and not _are_halves_of(chosen, title_of, other):
        return ()
    own = title_of.comparison.agrees
    rest = tuple(field for field in other.comparison.agrees if field not in own)
    return (Part(own, title_of.record), Part(rest, other.record))


def _halves(
    chosen: Candidate | None, led_to: Candidate | None, known: Sequence[Candidate]
) -> tuple[Candidate | None, Candidate | None]:
    """Who has the title, and who the people and the year; else, where nothing is settled, the place."""
    title_of = _best(known, _has_the_title) or _best(known, lambda one: _has_the_short_title(one, led_to))
    people_of = _best(known, lambda one: _has_the_people(one, is_placed=one is led_to or one is chosen))
    if chosen is not None or (title_of is not None and people_of is not None):
        return title_of, people_of
    title_of = title_of or _best(known, _has_a_telling_title)
    if title_of is None or _may_be_a_neighbour(title_of):
        return title_of, None
    return title_of, _best(known, _has_the_place)


def _are_halves_of(chosen: Candidate, title_of: Candidate, other: Candidate) -> bool:
    """Whether the settled work is one of the two, and not only its people are another's."""
    return chosen is other or (chosen is title_of and "year" in title_of.comparison.differs)


def _best(known: Sequence[Candidate], fits: Callable[[Candidate], bool]) -> Candidate | None:
    return max(
        (candidate for candidate in known if fits(candidate)),
        key=lambda candidate: score(candidate.comparison),
        default=None,
    )


def _has_the_title(candidate: Candidate) -> bool:
    comparison = candidate.comparison
    return comparison["title"] is Likeness.SAME and comparison.title_weight >= DISTINCTIVE_TITLE


def _has_a_telling_title(candidate: Candidate) -> bool:
    comparison = candidate.comparison
    return comparison["title"] is Likeness.SAME and comparison.title_weight >= TELLING_TITLE


def _may_be_about_it(work: Work, title_of: Candidate) -> bool:
    """Whether the record may be a review of the cited book, whatever its entry's type, or a letter on it."""
    if work.container_title is None and work.type not in IN_JOURNALS:
        return title_of.record.work.type in IN_JOURNALS
    comparison = title_of.comparison
    return comparison["journal"] is Likeness.SAME and comparison["pages"] is Likeness.DIFFERENT


def _may_be_a_neighbour(title_of: Candidate) -> bool:
    """Whether letters of one journal may share their title and their page."""
    return title_of.comparison["journal"] is not Likeness.DIFFERENT


def _has_the_short_title(candidate: Candidate, led_to: Candidate | None) -> bool:
    is_placed = candidate is led_to or _is_on_its_pages(candidate.comparison)
    return is_placed and _has_a_telling_title(candidate) and _is_by_others(candidate.comparison)


def _is_in_its_place(comparison: Comparison) -> bool:
    """Whether the cited pages, or else the cited volume, of the cited journal are the record's."""
    if _is_on_its_pages(comparison):
        return True
    tells_otherwise = Likeness.DIFFERENT in (comparison["pages"], comparison["number"])
    return {"journal", "volume"} <= set(place_fields(comparison)) and not tells_otherwise


def _is_on_its_pages(comparison: Comparison) -> bool:
    return {"journal", "pages"} <= set(place_fields(comparison))


def _has_the_place(candidate: Candidate) -> bool:
    """Whether the cited place can be no other work's."""
    comparison = candidate.comparison
    return _is_on_its_pages(comparison) and comparison["volume"] is not Likeness.DIFFERENT


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
            or _is_in_its_place(comparison)
            or comparison.authors_weight >= TELLING_AUTHORS
            or comparison.title_overlap > ON_THE_SAME_MATTER
        )
    )
