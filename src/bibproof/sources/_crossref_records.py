"""Crossref's JSON as a Record.

The format: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md and the schemas at
https://api.crossref.org/swagger-ui/index.html. Records are deposited by some twenty thousand publishers;
every field may be missing, empty, of another type than documented, or hold markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from bibproof.doi import doi_url
from bibproof.evidence import Record, Update
from bibproof.model import Date, Work
from bibproof.sources._crossref_fields import Json, doi, mapping, mappings, partial_date, text, texts
from bibproof.sources._crossref_people import is_open, people
from bibproof.sources._crossref_types import CSL_TYPES, KEPT_AS_GENRE

SELECT = (
    "DOI,type,title,subtitle,original-title,short-title,author,editor,issued,published,published-print,"
    "published-online,posted,accepted,container-title,short-container-title,event,group-title,volume,issue,"
    "page,article-number,publisher,publisher-location,ISBN,ISSN,updated-by,update-to"
)
"""What a list is asked for; `select` refuses what is not on its own list (`language`, `edition-number`)."""

_DATES = ("published-print", "issued", "published-online", "published", "posted", "published-other")
_NEW_EDITIONS = frozenset({"new_version", "new_edition"})
_VOLUME_WORD = re.compile(r"(?:volume|vol)\b\.?\s*", re.IGNORECASE)


def record(item: Mapping[str, Json], retrieved: date) -> Record | None:
    """A work of the REST API as a Record; None where it has no DOI, and so is none."""
    own = doi(item.get("DOI"))
    if own is None:
        return None
    notices = (doi(notice.get("DOI")) for notice in mappings(item.get("update-to")))
    return Record(
        source="crossref",
        work=_work(item, own),
        url=doi_url(own),
        updates=_updates(item, own),
        retrieved=retrieved,
        notice_for=tuple(dict.fromkeys(about for about in notices if about not in {None, own} and about)),
    )


def _work(item: Mapping[str, Json], own: str) -> Work:
    kind = text(item.get("type")) or "other"
    titles, subtitles = texts(item.get("title")), texts(item.get("subtitle"))
    containers, short = texts(item.get("container-title")), texts(item.get("short-container-title"))
    dates = _dates(item)
    return Work(
        type=_csl_type(kind, item),
        title=titles[0] if titles else None,
        subtitle=": ".join(subtitles) or None if titles else None,
        other_titles=_others(
            titles[:1], titles[1:], texts(item.get("original-title")), texts(item.get("short-title"))
        ),
        authors=people(item.get("author")),
        et_al=is_open(item.get("author")),
        editors=people(item.get("editor")),
        issued=dates[0] if dates else None,
        dates=dates,
        container_title=containers[0] if containers else None,
        other_container_titles=_others(containers[:1], containers[1:], short, _event(item)),
        volume=text(item.get("volume")),
        issue=text(item.get("issue")) or text(mapping(item.get("journal-issue")).get("issue")),
        page=text(item.get("page")),
        article_number=text(item.get("article-number")),
        edition=text(item.get("edition-number")),
        publisher=text(item.get("publisher")),
        publisher_place=text(item.get("publisher-location")),
        genre=_genre(kind, item),
        doi=own,
        isbn=texts(item.get("ISBN")),
        issn=texts(item.get("ISSN")),
        url=doi_url(own),
        language=text(item.get("language")),
    )
