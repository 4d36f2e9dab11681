"""How well a way to read names or numbers fits a record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bibproof.compare.likeness import Likeness
from bibproof.compare.numbers import compare_issues, compare_volumes
from bibproof.compare.pages import compare_pages
from bibproof.compare.people import compare_people
from bibproof.model import Work
from bibproof.readers._strings import people, places
from bibproof.readers._strings.years import Year

POINTS = {Likeness.SAME: 3, Likeness.CLOSE: 2, Likeness.UNKNOWN: 0, Likeness.DIFFERENT: -2}


def may_be(names: people.Names, record: Work) -> bool:
    """A string as a whole is a name only where it is a group's."""
    return (
        names.is_firm
        or names.people[0].literal is None
        or any(person.literal is not None for person in (*record.authors, *record.editors))
    )


def people_likeness(names: people.Names, record: Work) -> tuple[Likeness, float]:
    compared = compare_people(Work(authors=names.people, et_al=names.et_al), record)
    return compared.field.likeness, compared.overlap


def is_this_year(place: places.Place, year: Year) -> bool:
    """Whether the reading takes the year of publication for a number of something else."""
    return any(span[0] < year.span[1] and year.span[0] < span[1] for span in place.spans.values())


def _as_work(place: places.Place) -> Work:
    return Work(volume=place.volume, issue=place.issue, page=place.pages)


def best(listed: Sequence[places.Place], record: Work) -> places.Place:
    """The way to read the numbers that fits best; of equals, the likeliest.

    Where volumes are named by their years, a number like a year that is not the year is a volume.
    """
    is_by_year = places.is_like_year(record.volume)
    return max(
        listed,
        key=lambda place: (place_points(place, record), is_by_year and places.is_like_year(place.volume)),
    )


def place_points(place: places.Place, record: Work) -> int:
    """How much of it agrees; a reading that says less is no better for it."""
    cited = _as_work(place)
    found = (compare_volumes(cited, record), compare_issues(cited, record), compare_pages(cited, record))
    return sum(max(POINTS[one.likeness], 0) for one in found)


def without_doubtful(place: places.Place, tail: str, offset: int, record: Work) -> places.Place:
    """Without what differs where the record's own number stands elsewhere in the text: it may be meant."""
    cited = _as_work(place)
    checks = {
        "volume": (compare_volumes, record.volume),
        "issue": (compare_issues, record.issue),
        "pages": (compare_pages, (record.page or record.article_number or "").split("-")[0].split("–")[0]),
    }
    likenesses = {name: check(cited, record).likeness for name, (check, _) in checks.items()}
    rest = tail
    for name, span in place.spans.items():
        if likenesses[name] is not Likeness.DIFFERENT:
            rest = rest[: span[0] - offset] + " " * (span[1] - span[0]) + rest[span[1] - offset :]
    spans = dict(place.spans)
    for name, span in place.spans.items():
        recorded = checks[name][1]
        others = rest[: span[0] - offset] + " " * (span[1] - span[0]) + rest[span[1] - offset :]
        if (
            likenesses[name] is Likeness.DIFFERENT
            and recorded
            and re.search(rf"(?<![\w.]){re.escape(recorded.strip())}(?!\w|\.\d)", others)
        ):
            del spans[name]
    kept = {name: getattr(place, name) if name in spans else None for name in ("volume", "issue", "pages")}
    return places.Place(spans=spans, **kept)
