"""Crossref's JSON as a Record.

The format: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md and the schemas at
https://api.crossref.org/swagger-ui/index.html. Records are deposited by some twenty thousand publishers;
every field may be missing, empty, of another type than documented, or hold markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from sys import intern
from types import MappingProxyType

from bibproof.doi import doi_url
from bibproof.evidence import Record, Update
from bibproof.jsons import Json
from bibproof.markup import rich
from bibproof.model import Date, Work
from bibproof.richtext import RichText, plain
from bibproof.sources._crossref_people import is_open, people
from bibproof.sources._crossref_types import CSL_TYPES, KEPT_AS_GENRE
from bibproof.sources._fields import doi, mapping, mappings, partial_date, text, texts

SELECTED = (
    *("DOI", "type", "title", "subtitle", "original-title", "short-title", "author", "editor"),
    *("issued", "published", "published-print", "published-online", "posted", "event", "volume", "issue"),
    *("container-title", "short-container-title", "page", "article-number", "publisher"),
    *("publisher-location", "ISBN", "ISSN", "updated-by", "update-to", "relation", "created"),
)
"""The fields that a list is asked for; the API refuses to select those of `_OF_SINGLES`."""

_OF_SINGLES = ("edition-number", "journal-issue", "language", "published-other", "subtype")

# The day a work is accepted or its record made is no date to cite it by (but see `_first_online`); those of
# `journal-issue` are wrong on whole volumes.
_DATES = ("published-print", "issued", "published-online", "published", "posted", "published-other")
_RETRACTIONS = frozenset({"retraction", "partial_retraction", "withdrawal", "removal"})
_CONCERNS = frozenset({"expression_of_concern"})
_EDITIONS = frozenset({"new_version", "new_edition"})
_KINDS = _RETRACTIONS | _CONCERNS | _EDITIONS
_KIND_OF_WORD = (
    ("partial_retract", "partial_retraction"),
    ("retract", "retraction"),
    ("withdraw", "withdrawal"),
    ("removed", "removal"),
    ("removal", "removal"),
    ("concern", "expression_of_concern"),
)  # publishers write "retracted", "Retraction Notice", "Expression of Concern" where a kind is due
_RETRIEVED = "bibproof-retrieved"  # no name of Crossref's
_PLAIN: Mapping[str, RichText] = MappingProxyType({})  # one for all: most titles have no italics


def kept(item: Mapping[str, Json], retrieved: date) -> dict[str, Json]:
    """The fields of a work that are read here, and the day it was got: what is worth remembering of it."""
    read = {name: item[name] for name in (*SELECTED, *_OF_SINGLES) if name in item}
    return read | {_RETRIEVED: retrieved.isoformat()}


def record(item: Mapping[str, Json]) -> Record | None:
    """A work of the REST API, as `kept` keeps it; None where it has no DOI, and so is none."""
    own = doi(item.get("DOI"))
    if own is None:
        return None
    work = _work(item, own)
    return Record(
        source="crossref",
        work=work,
        url=work.url,
        updates=_updates(item, own),
        retrieved=_day(item.get(_RETRIEVED)),
        notice_for=_works_noticed(item, own),
        published_as=_published_as(item, own),
    )


def _works_noticed(item: Mapping[str, Json], own: str) -> tuple[str, ...]:
    """The works that this one is a notice about. A new version of a work is none: it is the work."""
    notices = (_update(notice) for notice in mappings(item.get("update-to")))
    about = (update.doi for update in notices if update.kind not in _EDITIONS)
    return tuple(dict.fromkeys(other for other in about if other is not None and other != own))


def _published_as(item: Mapping[str, Json], own: str) -> tuple[str, ...]:
    """What became of a preprint (https://www.crossref.org/documentation/schema-library/relationships/)."""
    related = mappings(mapping(item.get("relation")).get("is-preprint-of"))
    dois = (doi(one.get("id")) for one in related if one.get("id-type", "doi") == "doi")
    return tuple(dict.fromkeys(other for other in dois if other is not None and other != own))


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _work(item: Mapping[str, Json], own: str) -> Work:
    kind = text(item.get("type")) or "other"
    titles, subtitles = texts(item.get("title")), texts(item.get("subtitle"))
    containers, short = texts(item.get("container-title")), texts(item.get("short-container-title"))
    dates = _dates(item)
    title = titles[0] if titles else None
    return Work(
        type=_csl_type(kind, item),
        title=title,
        subtitle=_subtitle(title, subtitles),
        other_titles=_others(titles[:1], *_further_titles(item)),
        authors=people(item.get("author")),
        et_al=is_open(item.get("author")),
        editors=people(item.get("editor")),
        issued=dates[0] if dates else None,
        dates=dates,
        container_title=_shared(containers[0] if containers else None),
        other_container_titles=_others(containers[:1], containers[1:], short, _event(item)),
        volume=_shared(text(item.get("volume"))),
        issue=text(item.get("issue")) or text(mapping(item.get("journal-issue")).get("issue")),
        page=text(item.get("page")),
        article_number=text(item.get("article-number")),
        edition=text(item.get("edition-number")),
        publisher=_shared(text(item.get("publisher"))),
        publisher_place=text(item.get("publisher-location")),
        genre=_genre(kind, item),
        doi=own,
        isbn=tuple(isbn.rpartition("/")[2] for isbn in texts(item.get("ISBN"))),
        issn=tuple(map(intern, texts(item.get("ISSN")))),
        url=doi_url(own),
        language=text(item.get("language")),
        rich=_rich(item, title),
    )


def _shared(value: str | None) -> str | None:
    """One string for all records that hold the same: publishers and journals come again and again."""
    return None if value is None else intern(value)


def _rich(item: Mapping[str, Json], title: str | None) -> Mapping[str, RichText]:
    """The title with its italics and the like, where it was deposited with any."""
    deposited = item.get("title")
    first = deposited[0] if isinstance(deposited, list) and deposited else deposited
    runs = rich(first) if isinstance(first, str) else None
    return MappingProxyType({"title": runs}) if runs is not None and plain(runs) == title else _PLAIN


def _csl_type(kind: str, item: Mapping[str, Json]) -> str:
    if kind == "posted-content" and item.get("subtype") == "dissertation":
        return "thesis"
    return CSL_TYPES.get(kind, "document")


def _genre(kind: str, item: Mapping[str, Json]) -> str | None:
    if kind == "posted-content":
        return text(item.get("subtype")) or "preprint"
    return kind if kind in KEPT_AS_GENRE else None


def _further_titles(item: Mapping[str, Json]) -> Iterator[tuple[str, ...]]:
    """All titles; with the mark of a footnote, too, which people copy as a part of the title."""
    yield texts(item.get("title"))
    yield texts(item.get("title"), marks=True)
    yield texts(item.get("original-title"))
    yield texts(item.get("short-title"))


def _subtitle(title: str | None, subtitles: tuple[str, ...]) -> str | None:
    """The subtitle, unless the title repeats it."""
    if title is None or not subtitles:
        return None
    folded, subtitle = title.casefold(), subtitles[0].casefold()
    if folded.endswith(subtitle) or folded.startswith(f"{subtitle}:"):
        return None
    return subtitles[0]


def _others(main: tuple[str, ...], *further: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for others in further for other in others if other not in main))


def _event(item: Mapping[str, Json]) -> tuple[str, ...]:
    """What a conference is called."""
    return tuple(name for event in mappings(item.get("event")) for name in texts(event.get("name")))


def _dates(item: Mapping[str, Json]) -> tuple[Date, ...]:
    """Every date the work may be cited by: in print first, else the earliest known."""
    listed = [partial_date(item.get(name)) for name in _DATES]
    dates = [found for found in listed if found is not None]
    return tuple(dict.fromkeys((*dates, *_first_online(item, dates))))


def _first_online(item: Mapping[str, Json], dates: Sequence[Date]) -> Iterator[Date]:
    """The year in which the DOI was made, where that is the one before the earliest date known.

    Many publishers put an article online and register it then, and later deposit the date in print alone:
    until then people cite it by the year that is deposited nowhere else. A DOI made still earlier, or
    later (that of an old work), tells nothing of the sort.
    """
    created = partial_date(item.get("created"))
    if created is not None and dates and created.year == min(date.year for date in dates) - 1:
        yield Date(created.year)


def _updates(item: Mapping[str, Json], own: str) -> tuple[Update, ...]:
    """The notices about the work, each once, whoever reports it.

    A new version that names itself is none. A retraction that does is one: some publishers put the notice in
    the work's place, under its DOI; it is left out where another notice says the same.
    """
    notices = [_update(notice) for notice in mappings(item.get("updated-by"))]
    notices += [
        update for notice in mappings(item.get("update-to")) if (update := _update(notice)).doi == own
    ]
    merged: dict[tuple[str, str | None], Update] = {}
    for update in notices:
        if update.doi == own and update.kind not in _RETRACTIONS:
            continue
        key = (update.kind, update.doi)
        merged[key] = _merge(merged[key], update) if key in merged else update
    found = _gravest(merged.values())
    elsewhere = any(update.kind in _RETRACTIONS and update.doi != own for update in found)
    return tuple(update for update in found if update.doi != own or not elsewhere)


def _gravest(updates: Iterable[Update]) -> list[Update]:
    """Without the same notice under a milder name: a retraction that is deposited as an erratum, too."""
    listed = list(updates)
    grave = {update.doi: _gravity(update) for update in sorted(listed, key=_gravity)}
    return [update for update in listed if update.doi is None or _gravity(update) == grave[update.doi]]


def _gravity(update: Update) -> int:
    return 2 if update.kind in _RETRACTIONS else 1 if update.kind in _CONCERNS else 0


def _update(notice: Mapping[str, Json]) -> Update:
    kind = (text(notice.get("type")) or text(notice.get("label")) or "notice").lower()
    word = kind.replace(" ", "_").replace("-", "_")
    date_ = partial_date(notice.get("updated"))
    known = next((known for written, known in _KIND_OF_WORD if written in word), kind)
    return Update(
        word if word in _KINDS else known, doi(notice.get("DOI")), date_, text(notice.get("source"))
    )


def _merge(one: Update, other: Update) -> Update:
    sources = dict.fromkeys(
        source for update in (one, other) if update.source for source in update.source.split(", ")
    )
    return replace(one, date=one.date or other.date, source=", ".join(sources) or None)
