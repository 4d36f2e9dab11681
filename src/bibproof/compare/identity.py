"""When is a registered work surely the cited one? Decided on evidence, not on one score.

Three kinds of evidence stand for themselves: the title, the people, and the place of publication (where
the pages are, in which volume of which journal). Two kinds that agree name a work; one never does. What
contradicts them makes a reference inaccurate, unless it says that another version of the work is meant.
"""

from __future__ import annotations

from bibproof.compare.likeness import Likeness
from bibproof.compare.works import Comparison
from bibproof.model import Work

TELLING_TITLE = 0.25  # the `title_weight` below which a title ("Editorial") says nothing
DISTINCTIVE_TITLE = 0.5  # the `title_weight` from which an equal title names one work
UNIQUE_TITLE = 0.75  # the `title_weight` from which it does so whatever names stand beside it
TELLING_AUTHORS = 0.4  # the `authors_weight` from which equal authors name a group of people
MOSTLY = 0.6  # the share of words or people from which two lists are variants of one another
NEARLY = 0.75  # the share of a title's words from which it is that title with a word changed
IN_JOURNALS = frozenset({"article-journal", "review", "review-book"})

_POINTS = {
    "title": 4.0,
    "author": 3.0,
    "journal": 1.0,
    "year": 1.0,
    "volume": 1.0,
    "number": 0.5,
    "pages": 2.0,
}


def score(comparison: Comparison) -> float:
    """How well a candidate fits, to put candidates in order; it decides nothing else."""
    total = 2.0 * comparison.title_overlap + 2.0 * comparison.authors_overlap
    for field, points in _POINTS.items():
        likeness = comparison[field]
        if likeness is Likeness.SAME:
            total += points
        elif likeness is Likeness.CLOSE:
            total += points * 0.8
        elif likeness is Likeness.DIFFERENT:
            total -= points * 0.5
    return total


def is_led_to(comparison: Comparison) -> bool:
    """Whether the record that a cited DOI leads to is the cited work's, right or wrong in its fields."""
    title, author = comparison["title"], comparison["author"]
    if title is Likeness.UNKNOWN:
        return _is_led_to_without_title(comparison)
    if _agrees(title):
        return (
            comparison.title_weight >= TELLING_TITLE
            or author is not Likeness.DIFFERENT
            or _same_place(comparison)
        )
    if _agrees(author) or comparison.authors_overlap >= MOSTLY:
        return (
            _same_place(comparison)
            or comparison["pages"] is Likeness.SAME
            or (comparison.title_overlap >= MOSTLY and not _other_place(comparison))
        )
    return comparison.title_overlap >= MOSTLY and _same_place(comparison)


def _is_led_to_without_title(comparison: Comparison) -> bool:
    """Titles can't be compared: the people tell, or else the place; whoever cites neither means the DOI's."""
    author = comparison["author"]
    if author is not Likeness.UNKNOWN:
        return author is not Likeness.DIFFERENT or _same_place(comparison)
    if comparison.fields["title"].cited is None and comparison.fields["author"].cited is None:
        return not _is_elsewhere(comparison)
    return _same_place(comparison) or (
        _is_in_same_volume(comparison) and comparison["pages"] is Likeness.UNKNOWN
    )


def is_surely(comparison: Comparison) -> bool:
    """Whether a record that a search gave is the cited work beyond doubt, so that its fields may accuse."""
    if _agrees(comparison["title"]) and _same_place(comparison) and not comparison.differs:
        return True  # even "Editorial": nothing else stands on the same pages
    if fits_in_full(comparison) or fits_without_people(comparison):
        return True
    title = _agrees(comparison["title"]) and comparison.title_weight >= TELLING_TITLE
    people = _agrees(comparison["author"]) or comparison.authors_overlap >= MOSTLY
    if title and people:
        return _no_other_version(comparison)
    if title:
        return _at_home(comparison) or _is_unique_beside_no_place(comparison)
    if people:
        return (
            _same_title_but_for_a_word(comparison)
            or _is_nearly_that_title(comparison)
            or _same_place_without_title(comparison)
            or _same_volume_under_a_short_title(comparison)
        )
    return _same_place_of_nobody(comparison)


def fits_in_full(comparison: Comparison) -> bool:
    """Title, people and year are the same, nothing differs: however short the title, that accuses nobody."""
    return (
        all(comparison[field] is Likeness.SAME for field in ("title", "author", "year"))
        and not comparison.differs
    )


def fits_without_people(comparison: Comparison) -> bool:
    """Nobody is cited, and all else that is agrees: the title, the year, and the container if one is cited.

    A title that says little ("Front Matter") must be nobody's in the record, too, and in that container.
    """
    author = comparison.fields["author"]
    return (
        author.cited is None
        and (author.recorded is None or comparison.title_weight >= TELLING_TITLE)
        and comparison["title"] is Likeness.SAME
        and comparison["year"] is Likeness.SAME
        and (comparison["journal"] is Likeness.SAME or _says_enough_without_place(comparison))
        and not comparison.differs
    )


def _says_enough_without_place(comparison: Comparison) -> bool:
    cited = (comparison.fields[field].cited for field in ("journal", "pages"))
    return _has_no_place(comparison) or (comparison.title_weight >= DISTINCTIVE_TITLE and not any(cited))


def is_beside_no_place(comparison: Comparison) -> bool:
    """The same year, and neither has a container or pages: no other version is spoken of."""
    return comparison["year"] is Likeness.SAME and _has_no_place(comparison)


def is_another_version(cited: Work, recorded: Work, comparison: Comparison) -> bool:
    """Whether a conference paper is cited, and this is what became of it in a journal.

    That is no record of the cited paper: it can't show that the paper is right, nor that it is wrong.
    """
    return (
        cited.type == "paper-conference"
        and recorded.type in IN_JOURNALS
        and _agrees(comparison["title"])
        and comparison.title_weight >= TELLING_TITLE
        and _agrees(comparison["author"])
        and comparison["journal"] in (Likeness.DIFFERENT, Likeness.UNKNOWN)
        and bool(comparison.differs)
        and not (comparison["volume"] is comparison["pages"] is Likeness.SAME)
    )


def is_preprint_of_it(recorded: Work, comparison: Comparison) -> bool:
    """Whether this is a preprint by the cited people under the cited title."""
    return (
        recorded.genre == "preprint"
        and comparison["title"] is Likeness.SAME
        and comparison.title_weight >= DISTINCTIVE_TITLE
        and comparison["author"] is Likeness.SAME
        and comparison.authors_weight >= TELLING_AUTHORS
    )


def place_fields(comparison: Comparison) -> tuple[str, ...]:
    """What of the place of publication is the same."""
    return tuple(field for field in comparison.agrees if field in ("journal", "volume", "number", "pages"))


def _agrees(likeness: Likeness) -> bool:
    return likeness in (Likeness.SAME, Likeness.CLOSE)


def _same_place(comparison: Comparison) -> bool:
    """The pages agree, and one more thing that says where they are."""
    return comparison["pages"] is Likeness.SAME and any(
        comparison[field] is Likeness.SAME for field in ("volume", "journal", "year")
    )


def _is_in_same_volume(comparison: Comparison) -> bool:
    return comparison["journal"] is Likeness.SAME and comparison["volume"] is Likeness.SAME


def _same_place_without_title(comparison: Comparison) -> bool:
    """The same people in the same place under a title that can't be compared.

    One in another language may be another work's, so nothing may speak against it and nothing of the place
    may be missing.
    """
    if comparison.has_foreign_title:
        return (
            not comparison.differs and _is_in_same_volume(comparison) and comparison["pages"] is Likeness.SAME
        )
    return comparison["title"] is not Likeness.DIFFERENT and _same_place(comparison)


def _other_place(comparison: Comparison) -> bool:
    """What says where the work is disagrees, and nothing of it agrees."""
    places = [comparison[field] for field in ("pages", "volume", "journal")]
    return Likeness.DIFFERENT in places and Likeness.SAME not in places


def _is_elsewhere(comparison: Comparison) -> bool:
    """Whether year, volume and pages all differ, and nothing of the place agrees."""
    numbers = all(comparison[field] is Likeness.DIFFERENT for field in ("year", "volume", "pages"))
    return numbers and not _agrees(comparison["journal"])


def _no_other_version(comparison: Comparison) -> bool:
    """Equal title and people occur twice: as a preprint, a conference paper, a reprint.

    Where the journal differs, the record is the cited version only if something else of the place
    agrees; where the journal agrees or is not known, one version only is likely.
    """
    if comparison["journal"] is Likeness.DIFFERENT:
        return any(comparison[field] is Likeness.SAME for field in ("pages", "volume")) or (
            comparison["year"] is Likeness.SAME
            and all(comparison[field] is not Likeness.DIFFERENT for field in ("pages", "volume"))
        )
    if comparison["journal"] is Likeness.UNKNOWN:
        return not comparison.differs or any(
            comparison[field] is Likeness.SAME for field in ("year", "pages", "volume")
        )
    return True


def _at_home(comparison: Comparison) -> bool:
    """An equal title under other names is the same work only where its place agrees too."""
    if comparison["author"] is Likeness.UNKNOWN:
        return comparison["journal"] is Likeness.SAME or comparison["pages"] is Likeness.SAME
    if _same_place(comparison):
        return True
    return (
        comparison.title_weight >= DISTINCTIVE_TITLE
        and comparison["journal"] is Likeness.SAME
        and comparison["year"] is Likeness.SAME
        and comparison["pages"] is not Likeness.DIFFERENT
    )


def _has_no_place(comparison: Comparison) -> bool:
    """Neither of them names a container or pages."""
    return all(
        value is None
        for field in ("journal", "pages")
        for value in (comparison.fields[field].cited, comparison.fields[field].recorded)
    )


def _is_unique_beside_no_place(comparison: Comparison) -> bool:
    return comparison.title_weight >= UNIQUE_TITLE and is_beside_no_place(comparison)


def _is_nearly_that_title(comparison: Comparison) -> bool:
    """The same people in the same journal and year, under a title with a word or two changed.

    Whoever writes two papers of nearly one title in a year has both of them registered by that journal, and
    the search would have given the other one. Where there is no journal, more people must be the same.
    """
    if comparison["title"] is not Likeness.DIFFERENT or comparison["author"] is not Likeness.SAME:
        return False
    if comparison["year"] is not Likeness.SAME or comparison.title_overlap < NEARLY:
        return False
    if comparison["journal"] is Likeness.SAME:
        return not {"volume", "number", "pages"} & set(comparison.differs)
    return comparison.authors_weight >= 2 * TELLING_AUTHORS and is_beside_no_place(comparison)


def _same_volume_under_a_short_title(comparison: Comparison) -> bool:
    """A title of one word that says something, by the same people in the same volume, on other pages."""
    return comparison.title_weight > 0 and all(
        comparison[field] is Likeness.SAME for field in ("title", "author", "journal", "year", "volume")
    )


def _same_place_of_nobody(comparison: Comparison) -> bool:
    """A title with a word changed, of what nobody is cited for, on the very pages of that volume."""
    return (
        comparison.fields["author"].cited is None
        and comparison["title"] is Likeness.DIFFERENT
        and comparison.title_overlap >= MOSTLY
        and _is_in_same_volume(comparison)
        and comparison["pages"] is Likeness.SAME
    )


def _same_title_but_for_a_word(comparison: Comparison) -> bool:
    """The same people in the same place under a title most of whose words are the same."""
    return (
        comparison["title"] is Likeness.DIFFERENT
        and _same_place(comparison)
        and comparison["year"] is not Likeness.DIFFERENT
        and comparison.title_overlap >= MOSTLY / 2
    )
