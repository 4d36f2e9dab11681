"""What an entry means: BibTeX and biblatex fields as a `Work`.

Fields: btxdoc, 3.2, and the biblatex manual, 2.2; those of the style biblatex-apa besides. Where both
dialects have a field, either name is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bibproof.bibtex import shapes
from bibproof.bibtex.dates import parse_dates
from bibproof.bibtex.details import accessed, legal_place, variables_of, when
from bibproof.bibtex.fields import Fields
from bibproof.bibtex.identifiers import (
    doi_of,
    eprint_of,
    find_isbn,
    find_issn,
    has_address,
    number_in_volume,
    platform_of,
    pmid_of,
    server_of,
    url_of,
    with_hyphens,
)
from bibproof.bibtex.kinds import kind_of
from bibproof.bibtex.latex import decode
from bibproof.bibtex.names import parse_names
from bibproof.bibtex.publication import source_of
from bibproof.bibtex.richtexts import RichTexts, is_marked
from bibproof.bibtex.roles import has_roles, people_of
from bibproof.bibtex.titles import Name, container, own_title, whole_issue
from bibproof.model import Person, Work
from bibproof.richtext import RichText

Values = Mapping[str, str]
Find = Callable[[str], tuple[str, Values] | None]
"""Gives an entry's type and values by its key; None where the library has no such entry."""

_ARTICLES = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book", "paper-conference"}
)
_NOTES = ("note", "howpublished", "addendum", "pubstate")
_NUMBERS_OF_ARTICLES = ("eid", "articleno", "article-number", "article_number")
_SEPARATOR = re.compile(r"\s*,\s*")
_RICH: Mapping[str, str] = MappingProxyType(
    {
        "booksubtitle": "container-subtitle",
        "eventtitle": "event-title",
        "journalsubtitle": "container-subtitle",
        "mainsubtitle": "container-subtitle",
        "maintitleaddon": "maintitleaddon",
        "publisher": "publisher",
        "series": "collection-title",
        "shortjournal": "container-title-short",
        "shorttitle": "title-short",
    }
)
_MAY_BE_RICH = frozenset(
    (
        *_RICH,
        *("title", "subtitle", "titleaddon", "origtitle", "issuetitle", "issuesubtitle"),
        *("journal", "journaltitle", "booktitle", "maintitle"),
    )
)
_EMPTY: Mapping[str, Any] = MappingProxyType({})


def to_work(entry_type: str, values: Values, find: Find | None = None) -> Work:
    """The work that an entry claims.

    `values` are raw, by lower-case name, macros expanded. `find` gives the entries that `related` names.
    """
    fields = Fields(values)
    raw, texts = fields.raw, fields.texts
    doi = doi_of(raw)
    work_type, genre = kind_of(entry_type, raw, doi)
    title, stands_in = _names(entry_type, fields, work_type, genre)
    authors, editors, people = _people(raw, work_type, genre)
    dates = parse_dates(raw)
    issued, periods = when(fields, dates, work_type)
    source = source_of(fields, work_type)
    law = legal_place(fields, work_type)
    page = _page(fields) or law.get("page")
    eprint, eprint_type = eprint_of(raw) if platform_of(raw) is None else (None, None)
    if eprint is not None and server_of(raw) and doi is not None and eprint.lower() in doi.lower():
        eprint = None  # the DOI says it
    variables = variables_of(fields, work_type)
    for part in (source, title, stands_in):
        variables.update(part.variables)
    if doi is not None and doi != doi.lower():
        variables["DOI"] = doi
    if "section" in law:
        variables["section"] = law["section"]
    if stands_in.title is None:
        variables.pop("container-subtitle", None)
    return Work(
        type=work_type,
        title=title.title,
        subtitle=title.subtitle,
        other_titles=title.others,
        authors=authors,
        et_al=_goes_on(raw, "author"),
        editors=editors,
        editors_et_al=_goes_on(raw, "editor"),
        issued=issued,
        dates=dates,
        container_title=stands_in.title or law.get("container-title"),
        other_container_titles=stands_in.others,
        collection_title=texts.get("series"),
        volume=(texts.get("volume") if number_in_volume(raw) is None else None) or law.get("volume"),
        issue=source.issue,
        page=page,
        article_number=_article_number(fields, page, work_type),
        number=source.number,
        edition=shapes.edition(texts["edition"]) if "edition" in texts else None,
        publisher=source.publisher,
        publisher_place=source.place,
        genre=genre,
        doi=None if doi is None else doi.lower(),
        isbn=find_isbn(raw.get("isbn", "")),
        issn=find_issn(raw.get("issn", "")),
        pmid=pmid_of(raw),
        eprint=eprint,
        eprint_type=eprint_type,
        url=url_of(raw),
        accessed=accessed(fields),
        language=fields.text("langid", "language"),
        note=_note(fields),
        rich=_rich(raw, title, stands_in, source.publisher),
        people=people,
        periods=periods,
        variables=variables,
        related=_related(raw, find),
    )


def _names(entry_type: str, fields: Fields, work_type: str, genre: str | None) -> tuple[Name, Name]:
    """The work's title, and that of what it stands in."""
    title, stands_in = own_title(fields, genre), container(fields, work_type)
    if entry_type == "periodical" and "issuetitle" in fields.texts and stands_in.title is None:
        return whole_issue(fields), Name(title.title, fields={"container-title": "title"})
    return title, stands_in


def _people(
    raw: Values, work_type: str, genre: str | None
) -> tuple[tuple[Person, ...], tuple[Person, ...], Mapping[str, tuple[Person, ...]]]:
    """Authors, editors, and everybody else by CSL's roles."""
    authors, _ = parse_names(raw.get("author", ""))
    editors, _ = parse_names(raw.get("editor", ""))
    if not has_roles(raw.keys()):
        return shapes.hosting(genre, authors), editors, _EMPTY
    authors, editors, people = people_of(raw, authors, editors)
    authors = shapes.hosting(genre, authors) or shapes.credited(work_type, genre, people)
    return authors, editors, people


def _goes_on(raw: Values, field: str) -> bool:
    """Whether a list of names ends with "and others"."""
    return parse_names(raw.get(field, ""))[1]


def _page(fields: Fields) -> str | None:
    pages = decode(fields.raw["pages"]) if "pages" in fields.raw else ""
    pages = pages or fields.texts.get("page", "")
    return with_hyphens(pages).rstrip(" -").strip() or None


def _article_number(fields: Fields, page: str | None, work_type: str) -> str | None:
    number = fields.text(*_NUMBERS_OF_ARTICLES)
    if number is None and page is not None and work_type in _ARTICLES:
        return shapes.article_number(page)
    return number


def _note(fields: Fields) -> str | None:
    """What is said about the work in words; an address in `howpublished` is its `url`."""
    if fields.texts.keys().isdisjoint(_NOTES):
        return None
    texts = [
        fields.texts[name]
        for name in _NOTES
        if name in fields.texts and (name != "howpublished" or not has_address(fields.raw[name]))
    ]
    return ". ".join(texts) or None


def _rich(raw: Values, title: Name, stands_in: Name, publisher: str | None) -> Mapping[str, RichText]:
    """The texts that may hold more than plain letters, by CSL's variables."""
    marked = {name: latex for name, latex in raw.items() if name in _MAY_BE_RICH and is_marked(latex)}
    if not marked:
        return _EMPTY
    if "publisher" in marked and decode(raw["publisher"]) != publisher:
        del marked["publisher"]  # several, or the archive of a thesis
    found: dict[str, str] = {}
    if not _RICH.keys().isdisjoint(marked):
        found = {variable: marked[name] for name, variable in _RICH.items() if name in marked}
    for variable, name in (*stands_in.fields.items(), *title.fields.items()):
        if name in marked:
            found[variable] = marked[name]
    return RichTexts(found) if found else _EMPTY


def _related(raw: Values, find: Find | None) -> Mapping[str, Work]:
    """The works that this one says something about, by biblatex's words; the first of each."""
    found: dict[str, Work] = {}
    if "reprinttitle" in raw:
        found["reprintfrom"] = Work(title=decode(raw["reprinttitle"]))
    if find is None or "related" not in raw:
        return found or _EMPTY
    kind = raw.get("relatedtype", "").strip().lower() or "related"
    for key in _SEPARATOR.split(raw["related"].strip()):
        other = find(key)
        if other is not None:
            found.setdefault(kind, to_work(*other))
    return found or _EMPTY
