"""Which of the records that are known is taken for the cited work, and which can't be."""

from __future__ import annotations

from collections.abc import Sequence

from bibproof.compare import Comparison, Likeness
from bibproof.compare.identity import (
    DISTINCTIVE_TITLE,
    IN_JOURNALS,
    TELLING_TITLE,
    fits_in_full,
    fits_without_people,
    is_another_version,
    is_beside_no_place,
    is_led_to,
    is_preprint_of_it,
    is_surely,
    place_fields,
)
from bibproof.compare.isbn import share_isbn
from bibproof.compare.relatives import is_of_another_version, is_preprint, is_review_of_it
from bibproof.compare.text import word_set, words
from bibproof.compare.words import bits
from bibproof.coverage import has_appeared, is_named_nowhere, is_on_preprint_server, is_registered_kind
from bibproof.evidence import Candidate, Case
from bibproof.model import Reference, Work
from bibproof.settle._held import ON_THE_SAME_MATTER, has_other_title

_PARTS_AND_REVIEWS = frozenset({"component", "journal-issue", "peer-review"})
_OF_NOTICES = word_set(
    """
    erratum errata corrigendum corrigenda correction corrections retraction withdrawal removal addendum
    concern clarification note notice
    """
)
_ISSUED_BY_A_HOUSE = frozenset({"dataset", "report", "thesis"})
_WORKS_THEMSELVES = frozenset({"article-journal", "paper-conference", "chapter", "book"})


def chosen_of(
    reference: Reference, led_to: Candidate | None, candidates: Sequence[Candidate]
) -> Candidate | None:
    """The candidate that is the cited work: the DOI's, unless a search gave a better one for sure."""
    work, sure = reference.work, _sure(reference, candidates)
    if led_to is None or not is_led_to(led_to.comparison):
        return sure
    if is_review_of_it(work, led_to.record.work, led_to.comparison["author"]):
        return sure
    if sure is not None and _is_published_version(work, sure, led_to):
        return sure
    if _is_no_work_itself(work, led_to):
        says_nothing_else = not (work.authors or work.page) and led_to.comparison["title"] is Likeness.SAME
        return sure or (led_to if says_nothing_else and not led_to.comparison.differs else None)
    if sure is not None and has_other_title(led_to.comparison) and not has_other_title(sure.comparison):
        return sure
    return led_to


def _is_published_version(work: Work, sure: Candidate, led_to: Candidate) -> bool:
    """Whether a search gave what is cited as published, and its DOI is that of a preprint."""
    recorded = led_to.record.work
    is_preprints_doi = is_preprint(recorded) and is_of_another_version(work, recorded)
    return is_preprints_doi and not is_preprint(sure.record.work)


def _sure(reference: Reference, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that is surely the cited work; none where two are, under a title like "Editorial"."""
    sure = [
        candidate
        for candidate in candidates
        if may_settle(reference.read_for(candidate.record.work).work, candidate)
    ]
    if not sure:
        return None
    best = sure[0].comparison
    if best.title_weight < TELLING_TITLE and any(_fits_as_well(other.comparison, best) for other in sure[1:]):
        return None
    return sure[0]


def _fits_as_well(other: Comparison, best: Comparison) -> bool:
    fits = fits_in_full(other) or fits_without_people(other)
    return fits and set(place_fields(other)) >= set(place_fields(best))


def may_settle(work: Work, candidate: Candidate) -> bool:
    """A guess may settle; of a kind that the registries need not have, it may verify but not accuse.

    Unless the record is in the very container that is cited; or the work is said to have appeared nowhere,
    and the record is that of such a work: a preprint.
    """
    comparison = candidate.comparison
    if _is_that_preprint(work, candidate) or _is_that_edition(work, candidate):
        return True
    if _is_about_another(work, candidate) or not is_surely(comparison):
        return False
    if is_another_version(work, candidate.record.work, comparison):
        return False
    if candidate.record.work.type == "book" and comparison["year"] is Likeness.DIFFERENT:
        return False  # another edition
    if _is_thesis_beside_article(work, candidate.record.work):
        return False  # what became of it
    if is_registered_kind(work) or not comparison.differs:
        return True
    if comparison["journal"] is Likeness.SAME and has_appeared(work):
        return True
    is_nowhere_else = is_named_nowhere(work) or is_on_preprint_server(work)
    return (is_nowhere_else or _is_from_the_same_house(work, candidate)) and is_beside_no_place(comparison)


def _is_from_the_same_house(work: Work, candidate: Candidate) -> bool:
    """Whether a report, thesis or dataset is cited, and one of that title was issued there in that year.

    Then it may be accused of its people; of nothing else, since reports of a series have nearly one title.
    """
    recorded, comparison = candidate.record.work, candidate.comparison
    return (
        work.type == recorded.type
        and work.type in _ISSUED_BY_A_HOUSE
        and comparison["title"] is Likeness.SAME
        and comparison.title_weight >= DISTINCTIVE_TITLE
        and set(comparison.differs) == {"author"}
        and _is_same_house(work.publisher or "", recorded.publisher or "")
    )


def _is_same_house(cited: str, recorded: str) -> bool:
    """Whether one name has all the words of the other: "Bonneville Power Administration (BPA)"."""
    ours, theirs = ({word for word in words(name) if bits(word)} for name in (cited, recorded))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _is_that_preprint(work: Work, candidate: Candidate) -> bool:
    """Whether a preprint is cited by its title and its people, and at most its year is another.

    All versions of a preprint have one record, or each has its own and the search gives that of the year.
    But a later year may be that of what it became: so no other place may be named, and where no server is,
    it must not have appeared since.
    """
    recorded, comparison = candidate.record.work, candidate.comparison
    if not is_preprint_of_it(recorded, comparison):
        return False
    is_on_server = is_on_preprint_server(work)
    if not (is_on_server or _names_no_place(work, recorded)):
        return False
    may_have_appeared = bool(candidate.record.published_as) and not is_on_server
    is_later = min(work.years, default=0) > max(recorded.years, default=0)
    return set(comparison.differs) <= {"year"} and not (is_later and may_have_appeared)


def _names_no_place(work: Work, recorded: Work) -> bool:
    """Whether nothing is said of where it appeared, but who publishes the server's records."""
    places = [place for place in (work.publisher, work.note, work.url) if place]
    publisher = word_set(recorded.publisher or "")
    return is_named_nowhere(work) and all(word_set(place) <= publisher for place in places)


def _is_that_edition(work: Work, candidate: Candidate) -> bool:
    """Whether a book is cited with the record's ISBN, which each edition has of its own, and by its title."""
    recorded, comparison = candidate.record.work, candidate.comparison
    return (
        work.type == recorded.type == "book"
        and share_isbn(work.isbn, recorded.isbn)
        and comparison["title"] is Likeness.SAME
        and comparison.title_weight >= TELLING_TITLE
    )


def _is_thesis_beside_article(work: Work, recorded: Work) -> bool:
    """Whether one is a thesis, and the other what was published of it under its title."""
    if work.type == "thesis":
        return recorded.type != "thesis"
    return recorded.type == "thesis" and work.type in IN_JOURNALS


def _is_about_another(work: Work, candidate: Candidate) -> bool:
    """Notices, reviews and parts carry the title of the work that they are about."""
    record = candidate.record
    if record.work.genre in _PARTS_AND_REVIEWS and record.work.genre != work.genre:
        return True
    is_review_of_a_book = (
        work.type == "book" and work.container_title is None and record.work.type in IN_JOURNALS
    )
    return (bool(record.notice_for) and not _is_that_notice(candidate)) or is_review_of_a_book


def _is_that_notice(candidate: Candidate) -> bool:
    """Whether a notice is cited by its own title, which says that it is one."""
    title = candidate.record.work.title or ""
    return candidate.comparison["title"] is Likeness.SAME and bool(_OF_NOTICES & set(words(title)))


def tells_nothing(work: Work, led_to: Candidate) -> bool:
    """Whether what is under the DOI can't show the reference right, and can't show it wrong either.

    A number of arXiv is less of a claim than a DOI. And software is registered as programs see it
    ("numpy/numpy: v1.14.0", by all who ever committed), and cited by its name and its paper's authors. Only
    what has nothing of the cited work is surely another one.
    """
    comparison = led_to.comparison
    nothing_in_common = (
        comparison["title"] is comparison["author"] is Likeness.DIFFERENT
        and comparison.title_overlap <= ON_THE_SAME_MATTER
        and comparison.authors_overlap == 0
    )
    if nothing_in_common or (is_led_to(comparison) and work.doi is None):
        return False
    agrees = is_led_to(comparison) and not {"title", "author"} & set(comparison.differs)
    return work.doi is None or (led_to.record.work.type == "software" and not agrees)


def _is_no_work_itself(work: Work, led_to: Candidate) -> bool:
    """Whether the DOI is that of a figure, of a whole issue or of a referee's report, and a work is cited.

    Whoever cites an issue or a report cites it by its own title; a figure has its article's.
    """
    genre = led_to.record.work.genre
    if genre not in _PARTS_AND_REVIEWS or genre == work.genre or work.type not in _WORKS_THEMSELVES:
        return False
    return genre == "component" or led_to.comparison["title"] is not Likeness.SAME


def has_other_version_only(case: Case) -> bool:
    """Whether the work exists, but is registered only as something else than what is cited."""
    work = case.reference.work
    return case.by_doi is None and any(
        is_another_version(work, candidate.record.work, candidate.comparison) for candidate in case.candidates
    )
