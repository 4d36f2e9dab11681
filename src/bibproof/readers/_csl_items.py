"""What a CSL item means: a `Work` in the shapes that the styles know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bibproof.bibtex import shapes
from bibproof.bibtex.identifiers import arxiv_number, find_isbn, find_issn, with_hyphens
from bibproof.bibtex.kinds import video_site_of
from bibproof.bibtex.patents import bare_number, country_of_key
from bibproof.bibtex.periods import is_day
from bibproof.bibtex.punctuation import runs_without_space, without_space
from bibproof.doi import written_doi
from bibproof.model import Date, Period, Person, Work
from bibproof.readers._csl_dates import period
from bibproof.readers._csl_extra import from_note
from bibproof.readers._csl_people import people
from bibproof.readers._csl_text import has_markup, rich_text, unmarked
from bibproof.readers._csl_variables import (
    ATTRIBUTES,
    DATES,
    NAMES,
    OTHER_NAMES,
    OTHER_TYPES,
    TYPES,
    VARIABLES,
)
from bibproof.richtext import Face, RichText, Run, plain

_WITH_VOLUME_TITLE = frozenset({"book", "motion_picture", "song", "broadcast", "document", "speech"})
_ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_DOI_ADDRESS = re.compile(r"(?<![\w.-])(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)


def to_work(item: dict[str, Any]) -> Work:
    """The work that a CSL item describes. Never raises: what makes no sense says nothing."""
    reading = _Item(_reshaped(from_note(_named(item))))
    return reading.work()


def _named(item: dict[str, Any]) -> dict[str, Any]:
    """The item under CSL's names; a variable that is there under its right name goes first."""
    if OTHER_NAMES.keys().isdisjoint(item):
        return item
    named = dict(item)
    for name, value in item.items():
        if name in OTHER_NAMES:
            named.setdefault(OTHER_NAMES[name], value)
    return named


def _reshaped(item: dict[str, Any]) -> dict[str, Any]:
    """A part of a larger whole, given as `title` and `volume-title`, by its own title."""
    part = item.get("volume-title")
    if not part or item.get("container-title") or _type(item) not in _WITH_VOLUME_TITLE:
        return item
    whole = {"title": part, "container-title": item.get("title"), "volume-title": None}
    return {**item, **whole}


def _type(item: Mapping[str, Any]) -> str:
    written = item.get("type")
    name = written.strip().lower() if isinstance(written, str) else ""
    if name in TYPES:
        return name
    for form in (name, name.replace("-", "_"), name.replace("_", "-")):
        if form in TYPES:
            return form
        if form in OTHER_TYPES:
            return OTHER_TYPES[form]
    return "document"


class _Item:
    def __init__(self, item: dict[str, Any]) -> None:
        self._item = item
        self._rich: dict[str, RichText] = {}
        self._texts: dict[str, str] = {}
        self._people: dict[str, tuple[Person, ...]] = {}
        self._et_al: set[str] = set()  # the variables whose names go on
        self._periods: dict[str, Period] = {}
        for name, value in item.items():
            if name in _TEXTS:
                text = self._text(name, value)
                if text:
                    self._texts[name] = text
            elif name in NAMES:
                found, goes_on = people(value)
                if goes_on:
                    self._et_al.add(name)
                if found:
                    self._people[name] = found
            elif name in DATES and (date := period(value)):
                self._periods[name] = date

    def work(self) -> Work:
        texts = self._texts
        genre = texts.get("genre")
        if genre is not None:
            genre = texts["genre"] = shapes.genre(genre)
        work_type = self._canonical_type(genre)
        self._take_podcast(work_type)
        genre = self._take_video(work_type, genre)
        self._take_post(work_type)
        self._take_patent(work_type)
        self._take_status()
        self._take_article_number(work_type)
        doi = self._take_doi()
        eprint, eprint_type = self._eprint()
        issued, dates = self._dates()
        if "edition" in texts:
            texts["edition"] = shapes.edition(texts["edition"])
        others = {name: found for name, found in self._people.items() if name not in ("author", "editor")}
        isbn, issn = self._item.get("ISBN"), self._item.get("ISSN")
        accessed = self._periods.get("accessed")
        return Work(
            type=work_type,
            authors=shapes.hosting(genre, self._people.get("author", ()))
            or shapes.credited(work_type, genre, self._people),
            et_al="author" in self._et_al,
            editors=self._people.get("editor", ()),
            editors_et_al="editor" in self._et_al,
            issued=issued,
            dates=dates,
            other_titles=tuple(texts[name] for name in ("title-short", "original-title") if name in texts),
            other_container_titles=self._other_containers(work_type),
            article_number=texts.get("article-number"),
            doi=doi,
            isbn=find_isbn(_joined(isbn)),
            issn=find_issn(_joined(issn)),
            eprint=eprint,
            eprint_type=eprint_type,
            url=self._url(),
            accessed=None if accessed is None else accessed.start,
            rich=_mapping(self._rich),
            people=_mapping(others),
            periods=_mapping({name: one for name, one in self._periods.items() if _is_worth(name, one)}),
            variables=_mapping({name: text for name, text in texts.items() if name in _KEPT}),
            related=_mapping(self._related()),
            **{attribute: texts.get(name) for name, attribute in ATTRIBUTES.items()},
        )

    def _text(self, name: str, value: object) -> str | None:
        """A text variable without its faces; where it has faces, these are kept aside."""
        if isinstance(value, list):  # as Crossref writes titles
            value = next((one for one in value if isinstance(one, str)), None)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = f"{value:g}" if isinstance(value, float) else str(value)
        if not isinstance(value, str):
            return None
        if not has_markup(value):
            text = unmarked(value)
            return without_space(text) if name.endswith("title") else text
        runs = rich_text(value)
        if name.endswith("title"):
            runs = runs_without_space(runs)
        if len(runs) > 1 or (runs and (runs[0].face is not Face.PLAIN or runs[0].tex is not None)):
            self._rich[name] = runs
        return plain(runs)

    def _canonical_type(self, genre: str | None) -> str:
        found = _type(self._item)
        kind = (genre or "").lower()
        if kind in shapes.EPISODES and found in ("motion_picture", "song", "document"):
            return "broadcast"
        if found == "song" and _is_podcast(self._texts, kind) and self._item.get("URL"):
            return "broadcast"
        if found == "document" and "event-title" in self._texts and "publisher" not in self._texts:
            return "speech"
        return found

    def _take_podcast(self, work_type: str) -> None:
        """Zotero's podcasts: songs that stand in a series of which they are a number."""
        texts = self._texts
        if work_type == "broadcast" and _type(self._item) == "song" and "collection-title" in texts:
            texts.setdefault("container-title", texts.pop("collection-title"))
            texts.setdefault("genre", "Audio podcast episode")

    def _take_video(self, work_type: str, genre: str | None) -> str | None:
        """What stands on a site of videos is a video of who put it there, whom Zotero calls its director."""
        site = self._video_site()
        if work_type != "motion_picture" or genre is not None or site is None:
            return genre
        if "director" in self._people and "author" not in self._people:
            self._people["author"] = self._people.pop("director")
        self._texts["genre"] = "Video"
        return "Video"

    def _video_site(self) -> str | None:
        names = {"url": self._item.get("URL"), "publisher": self._texts.get("source")}
        return video_site_of({name: value for name, value in names.items() if isinstance(value, str)})

    def _take_post(self, work_type: str) -> None:
        """The text of a post keeps its letters as they are (APA 7, 10.15)."""
        title = self._texts.get("title")
        if work_type == "post" and title is not None:
            runs = self._rich.get("title") or (Run(title),)
            self._rich["title"] = tuple(run._replace(face=run.face | Face.KEPT) for run in runs)

    def _take_patent(self, work_type: str) -> None:
        texts = self._texts
        if work_type != "patent":
            return
        if "number" in texts:
            texts["number"], country = bare_number(texts["number"])
            if country is not None:
                texts.setdefault("jurisdiction", country)
        for name in ("genre", "jurisdiction"):
            country = country_of_key(str(self._item.get(name) or ""))
            if country is not None:
                texts["jurisdiction"] = country

    def _take_status(self) -> None:
        """What stands in place of a date: "in press"."""
        texts, issued = self._texts, self._periods.get("issued")
        if issued is not None and issued.literal is not None:
            known = shapes.status(issued.literal)
            if known is not None:
                texts.setdefault("status", known)
                del self._periods["issued"]
        if "status" in texts:
            texts["status"] = shapes.status_of_key(texts["status"])

    def _take_article_number(self, work_type: str) -> None:
        texts = self._texts
        if work_type in _ARTICLES and "number" in texts:
            texts.setdefault("article-number", texts.pop("number"))
        if "page" in texts:
            texts["page"] = with_hyphens(texts["page"]).strip()
            number = shapes.article_number(texts["page"])
            if number is not None:
                texts.setdefault("article-number", number)

    def _take_doi(self) -> str | None:
        """The DOI in lower case; in the case in which it is written it is a variable, where that differs."""
        for name in ("DOI", "URL", "note"):
            text = self._item.get(name)
            if isinstance(text, str) and (name == "DOI" or _DOI_ADDRESS.search(text)):
                written = written_doi(text)
                if written is not None:
                    if written != written.lower():
                        self._texts["DOI"] = written
                    return written.lower()
        return None

    def _eprint(self) -> tuple[str | None, str | None]:
        for name in ("number", "archive_location", "URL", "page", "container-title", "note"):
            text = self._item.get(name)
            known = arxiv_number(text) if isinstance(text, str) else None
            if known is not None:
                return known, "arxiv"
        if self._texts.get("PMID"):
            return self._texts["PMID"], "pubmed"
        return None, None

    def _url(self) -> str | None:
        url = self._item.get("URL")
        return (url.strip() or None) if isinstance(url, str) else None

    def _dates(self) -> tuple[Date | None, tuple[Date, ...]]:
        issued = self._periods.get("issued")
        found = []
        for name in ("issued", "available-date", "original-date"):
            one = self._periods.get(name)
            if one is not None:
                found += [date for date in (one.start, one.end) if date is not None]
        start = None if issued is None else issued.start
        return start, tuple(dict.fromkeys(found)) if start is not None else ()

    def _other_containers(self, work_type: str) -> tuple[str, ...]:
        names = ["container-title-short", "event-title"]
        if work_type in ("chapter", "paper-conference", "entry-encyclopedia"):
            names.append("collection-title")
        return tuple(self._texts[name] for name in names if name in self._texts)

    def _related(self) -> dict[str, Work]:
        """The work that a review is about."""
        title, authors = self._texts.get("reviewed-title"), self._people.get("reviewed-author", ())
        if title is None and not authors:
            return {}
        rich = {"title": self._rich["reviewed-title"]} if "reviewed-title" in self._rich else {}
        genre = self._texts.get("reviewed-genre")
        kind = "book" if genre is None else "document"
        return {"reviewof": Work(type=kind, title=title, authors=authors, genre=genre, rich=_mapping(rich))}


_TEXTS = frozenset((*ATTRIBUTES, *VARIABLES, "article-number"))
_KEPT = frozenset((*VARIABLES, "DOI", "PMID"))
_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _is_podcast(texts: Mapping[str, str], kind: str) -> bool:
    """Whether what is called a song is a part of a podcast: of a series, published by nobody, on no album."""
    return (
        "collection-title" in texts
        and ("podcast" in kind or (not kind and "number" in texts and "publisher" not in texts))
        and texts.keys().isdisjoint(("container-title", "volume", "publisher-place"))
    )


def _mapping(found: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(found) if found else _EMPTY


def _is_worth(name: str, one: Period) -> bool:
    """Whether a date says more than `issued` and `accessed` hold."""
    return name not in ("issued", "accessed") or not is_day(one)


def _joined(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
