"""Who of one list of people is who of another.

Lists may be long: 3,000 authors of a paper in physics take some hundredths of a second. So people are paired
place by place as far as that goes, then looked up by family name, and only the few that are left over
are held against one another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bibproof.compare.likeness import Likeness
from bibproof.compare.names import Name, keys, name_likeness, name_of
from bibproof.model import Person

_NEIGHBOURS = 40  # unmatched people that are held against each other one by one


@dataclass(slots=True)
class Alignment:
    """Who of one list is who of the other: pairs of places, by the cited place, and who is left over."""

    pairs: dict[int, int] = field(default_factory=dict)
    slips: list[tuple[int, int]] = field(default_factory=list)  # the pairs that are only CLOSE
    invented: list[int] = field(default_factory=list)  # cited places that nobody registered fills
    left_out: list[int] = field(default_factory=list)  # registered places that nobody cited fills
    in_order: bool = True


def align(ours: Sequence[Person], theirs: Sequence[Person]) -> Alignment:
    """Pair the people of two lists: place by place as far as that goes, then by name wherever they stand."""
    alignment = Alignment()
    start = 0
    for one, other in zip(ours, theirs, strict=False):
        if not _is_plainly_same(one, other):
            likeness = name_likeness(name_of(one), name_of(other))
            if likeness is Likeness.DIFFERENT:
                break
            if likeness is Likeness.CLOSE and _fits_better_elsewhere(one, other, theirs, start):
                break
            if likeness is Likeness.CLOSE:
                alignment.slips.append((start, start))
        alignment.pairs[start] = start
        start += 1
    if start < len(ours) and start < len(theirs):
        _pair_plainly(ours, theirs, start, alignment)
        _pair_by_name(ours, theirs, start, alignment)
    paired = set(alignment.pairs.values())
    alignment.invented = [place for place in range(len(ours)) if place not in alignment.pairs]
    alignment.left_out = [place for place in range(len(theirs)) if place not in paired]
    _pair_what_is_left(ours, theirs, alignment)
    _forget_doubles(ours, theirs, alignment)
    order = [alignment.pairs[place] for place in sorted(alignment.pairs)]
    alignment.in_order = all(one < other for one, other in pairwise(order))
    return alignment


def moved(order: Sequence[int]) -> int:
    """How many must be moved to bring numbers into order: all but the longest run that rises."""
    tails: list[int] = []
    for number in order:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(order) - len(tails)


def _is_plainly_same(one: Person, other: Person) -> bool:
    """The usual case, quickly: equal families, and given names that are equal or whose initials are."""
    if one.family is None or other.family is None or one.suffix != other.suffix:
        return one == other
    if one.family != other.family and one.family.lower() != other.family.lower():
        return False
    mine, theirs = one.given, other.given
    if not mine or not theirs or mine == theirs:
        return True
    initials, name = sorted((mine.replace(".", "").replace(" ", ""), theirs), key=len)
    if initials[0] != name[0] or not initials.isupper():
        return False
    return len(initials) == 1 or (len(initials) == 2 and initials[1] == name.rpartition(" ")[2][:1])


def _fits_better_elsewhere(one: Person, other: Person, theirs: Sequence[Person], place: int) -> bool:
    """Whether a merely similar name stands there because the right one stands elsewhere."""
    name = name_of(one)
    near = theirs if len(theirs) <= _NEIGHBOURS else theirs[max(place - 1, 0) : place + 3]
    return any(
        person is not other and name_likeness(name, name_of(person)) is Likeness.SAME for person in near
    )


def _pair_plainly(ours: Sequence[Person], theirs: Sequence[Person], start: int, alignment: Alignment) -> None:
    """Pair the people whose family name only one of the registered ones has, as it is written."""
    by_family: dict[str, int] = {}
    twice = set()
    for place in range(start, len(theirs)):
        family = (theirs[place].family or "").lower()
        if by_family.setdefault(family, place) != place:
            twice.add(family)
    for place in range(start, len(ours)):
        family = (ours[place].family or "").lower()
        found = by_family.get(family)
        if (
            found is not None
            and family
            and family not in twice
            and _is_plainly_same(ours[place], theirs[found])
        ):
            alignment.pairs[place] = found
            del by_family[family]


def _pair_by_name(ours: Sequence[Person], theirs: Sequence[Person], start: int, alignment: Alignment) -> None:
    by_key: dict[str, list[int]] = {}
    paired = set(alignment.pairs.values())
    for place in range(start, len(theirs)):
        if place not in paired:
            for key in keys(name_of(theirs[place])):
                by_key.setdefault(key, []).append(place)
    last = start - 1
    for place in range(start, len(ours)):
        if place in alignment.pairs:
            last = alignment.pairs[place]
            continue
        name = name_of(ours[place])
        near = [found for key in keys(name) for found in _next_places(by_key.get(key, []), last)]
        best = _best_place(name, theirs, near, last) if near else None
        if best is not None:
            found, likeness = best
            for key in keys(name_of(theirs[found])):
                by_key[key].remove(found)
            alignment.pairs[place] = found
            last = found
            if likeness is Likeness.CLOSE:
                alignment.slips.append((place, found))


def _next_places(places: Sequence[int], last: int) -> Sequence[int]:
    """Some of the places (in order) that follow the last one taken, and some before it."""
    if len(places) <= _NEIGHBOURS:
        return places
    at = bisect_right(places, last)
    return (*places[at : at + _NEIGHBOURS // 2], *places[max(at - _NEIGHBOURS // 2, 0) : at])


def _best_place(
    name: Name, theirs: Sequence[Person], places: Iterable[int], last: int
) -> tuple[int, Likeness] | None:
    """The place of the person most like this one; of equals, the next one in order."""
    best: tuple[int, Likeness] | None = None
    for place in sorted(places, key=lambda place: (place <= last, place)):
        likeness = name_likeness(name, name_of(theirs[place]))
        if likeness is Likeness.SAME:
            return place, likeness
        if likeness is Likeness.CLOSE and best is None:
            best = place, likeness
    return best


def _pair_what_is_left(ours: Sequence[Person], theirs: Sequence[Person], alignment: Alignment) -> None:
    """Slips in the family name itself, which no look-up finds."""
    if len(alignment.invented) > _NEIGHBOURS or len(alignment.left_out) > _NEIGHBOURS:
        return
    others = {
        found: (name_of(theirs[found]), _initials(name_of(theirs[found]))) for found in alignment.left_out
    }
    for place in tuple(alignment.invented):
        name = name_of(ours[place])
        initials = _initials(name)
        for found in alignment.left_out:
            other, their_initials = others[found]
            if initials.isdisjoint(their_initials):
                continue
            likeness = name_likeness(name, other)
            if likeness is not Likeness.DIFFERENT:
                alignment.pairs[place] = found
                alignment.invented.remove(place)
                alignment.left_out.remove(found)
                if likeness is Likeness.CLOSE:
                    alignment.slips.append((place, found))
                break


def _initials(name: Name) -> set[str]:
    """Names that are like one another have one in common, the quickest thing to ask."""
    return {word[0] for word in (*name.family, *name.given, *name.particles)}


def _forget_doubles(ours: Sequence[Person], theirs: Sequence[Person], alignment: Alignment) -> None:
    """A list may hold somebody twice; the second time needs no partner."""
    if not alignment.pairs:
        return
    if alignment.left_out:
        known = {str(theirs[place]) for place in alignment.pairs.values()}
        alignment.left_out = [place for place in alignment.left_out if str(theirs[place]) not in known]
    if alignment.invented:
        known = {str(ours[place]) for place in alignment.pairs}
        alignment.invented = [place for place in alignment.invented if str(ours[place]) not in known]
