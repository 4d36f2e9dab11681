"""Who published a work, and where: publishers, institutions, archives, platforms; its number there."""

from __future__ import annotations

from dataclasses import dataclass, field

from bibproof.bibtex.fields import Fields
from bibproof.bibtex.identifiers import platform_of, server_of
from bibproof.bibtex.kinds import site_of, video_site_of
from bibproof.bibtex.patents import bare_number, country_of_key
from bibproof.bibtex.publishers import names_of, with_place

_FIELDS = frozenset(
    (
        "publisher",
        "institution",
        "school",
        "organization",
        "address",
        "location",
        "venue",
        "eprint",
        "eprinttype",
        "holder",
        "assignee",
        "howpublished",
        "url",
        "archiveprefix",
        "number",
        "issue",
    )
)
_ISSUED = frozenset(
    (
        *("article-journal", "article-magazine", "article-newspaper", "periodical", "review", "review-book"),
        *("paper-conference", "post-weblog"),
    )
)
_BOOKS = frozenset({"book", "chapter", "entry-encyclopedia", "entry-dictionary"})
_CONTAINED = ("journal", "journaltitle", "booktitle", "maintitle", "eventtitle")
_EVENTS = frozenset({"speech", "paper-conference", "event"})
_LAW = frozenset({"legal_case", "legislation", "regulation", "bill", "treaty", "hearing"})
_SITES = frozenset({"webpage", "post-weblog"})
_DEPOSITED = frozenset({"dataset", "document", "software"})


@dataclass(slots=True)
class Source:
    publisher: str | None = None
    place: str | None = None
    issue: str | None = None
    number: str | None = None
    variables: dict[str, str] = field(default_factory=dict)


def source_of(fields: Fields, work_type: str) -> Source:
    """Publisher, place and number, as CSL has them for this type of work."""
    found = Source()
    if fields.raw.keys().isdisjoint(_FIELDS):
        return found
    _take_number(found, fields, work_type)
    _take_publisher(found, fields, work_type)
    place = _names(fields, "address", "location")
    if work_type == "speech":
        venue = fields.texts.get("venue") or place
        if venue is not None:
            found.variables["event-place"] = venue
    elif work_type in _EVENTS and "venue" in fields.texts:
        found.variables["event-place"] = fields.texts["venue"]
    else:
        place = place or fields.texts.get("venue")
    found.place = place
    if place is None and found.publisher is not None:
        found.place, found.publisher = with_place(found.publisher)
    if work_type in _DEPOSITED and found.publisher is None:
        found.publisher = site_of(fields.raw)
    if work_type == "article" and found.publisher is None:
        found.publisher = server_of(fields.raw)
    if work_type == "patent":
        _take_patent(found, fields)
    _take_platform(found, fields, work_type)
    return found


def _take_patent(found: Source, fields: Fields) -> None:
    """Whose patent it is, by a key or by its number; who holds it."""
    texts = fields.texts
    if found.number is not None:
        found.number, country = bare_number(found.number)
    else:
        country = None
    key = country_of_key(found.place or "")
    if key is not None:
        found.place = None
    country = country_of_key(texts.get("type", "")) or key or country
    if country is not None and "jurisdiction" not in texts:
        found.variables["jurisdiction"] = country
    holder = next((name for name in ("holder", "assignee") if name in texts), None)
    if holder is not None and "authority" not in texts:
        found.variables["authority"] = names_of(fields.raw[holder], is_list=True) or texts[holder]


def _take_number(found: Source, fields: Fields, work_type: str) -> None:
    """A number is an issue's, one of a series of books, or the work's own."""
    texts = fields.texts
    number, found.issue = texts.get("number"), texts.get("issue")
    if number is None:
        return
    is_in_series = work_type in _BOOKS or (work_type == "paper-conference" and "series" in texts)
    if is_in_series:
        found.variables["collection-number"] = number
    elif work_type in _ISSUED or (work_type == "document" and fields.has_any(_CONTAINED)):
        found.issue = number
    else:
        found.number = number


def _take_publisher(found: Source, fields: Fields, work_type: str) -> None:
    if work_type in _LAW:
        authority = fields.text("organization", "institution")
        if authority is not None:
            found.variables["authority"] = authority
        found.publisher = _names(fields, "publisher")
    elif work_type in ("thesis", "manuscript"):
        found.publisher = _names(fields, "institution", "school", "organization", "publisher")
        archive = _names(fields, "publisher")
        if archive is not None and archive != found.publisher:
            found.variables["archive"] = archive
    elif work_type in _SITES:
        found.publisher = _names(fields, "publisher", "institution", "school")
    else:
        found.publisher = _names(fields, "publisher", "institution", "school", "organization")


def _take_platform(found: Source, fields: Fields, work_type: str) -> None:
    """biblatex-apa's `eprint = {Twitter}`; of a report it is the database that has it, as "ERIC"."""
    platform = platform_of(fields.raw)
    if platform is None and work_type == "motion_picture" and found.publisher is None:
        platform = video_site_of(fields.raw)
    if platform is None:
        return
    if work_type in _SITES and "organization" not in fields.texts:
        return  # it is the container
    if work_type in ("report", "manuscript", "article", "thesis") and found.publisher is None:
        found.publisher = platform
        if found.number is None and "version" in fields.texts:
            found.number = fields.texts["version"]
    else:
        found.variables["platform"] = platform


def _names(fields: Fields, *names: str) -> str | None:
    """The first of these lists that says something. Only biblatex, which has `date`, has lists."""
    for name in names:
        if name in fields.texts:
            return names_of(fields.raw[name], is_list="date" in fields.raw or "eventdate" in fields.raw)
    return None
