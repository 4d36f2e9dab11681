"""What an entry means: BibTeX and biblatex fields as a `Work`.

Fields: btxdoc, 3.2, and the biblatex manual, 2.2. Where both dialects have a field, either name is read.
`doi`, `url` and `eprint` are identifiers: their LaTeX is never decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bibproof.bibtex.dates import parse_date, parse_dates
from bibproof.bibtex.entry_types import CSL_TYPES, GENRES, NUMBERED, PARTS
from bibproof.bibtex.latex import decode
from bibproof.bibtex.names import parse_names
from bibproof.doi import find_doi
from bibproof.model import Work

Values = Mapping[str, str]

_URL_COMMAND = re.compile(r"\\(?:url|nolinkurl|path|href)\s*\{\s*([^{}]*?)\s*\}")
_URL = re.compile(r"https?://[^\s{}\"<>\\]+", re.IGNORECASE)
_DOI_ADDRESS = re.compile(r"(?<![\w.-])(?:(?:dx|www)\.)?doi\.org/\S+", re.IGNORECASE)
_ARXIV = re.compile(r"\barxiv:\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_ARXIV_NUMBER = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_ISBN = re.compile(r"(?<![\dXx])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\dXx])")
_ISSN = re.compile(r"(?<!\d)\d{4}[-‐–]?\d{3}[\dXx](?![\dXx])")
_CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle", "eventtitle")
_OTHER_CONTAINERS = ("shortjournal", "journalabbr", "journal-iso", "fjournal")
_OTHER_TITLES = ("shorttitle", "origtitle", "title-short")
_NOTES = ("note", "howpublished", "addendum", "pubstate")


def to_work(entry_type: str, values: Values) -> Work:
    """The work that an entry claims. `values` are raw, by lower-case name, macros expanded."""
    raw = {name: text for name, text in values.items() if text and not text.isspace()}
    doi = _doi(raw)
    work_type = _type(entry_type, raw, doi)
    authors, et_al = parse_names(raw.get("author", ""))
    editors, _ = parse_names(raw.get("editor", ""))
    dates = parse_dates(raw)
    containers = [decode(raw[name]) for name in _CONTAINERS if name in raw]
    series = _text(raw, "series")
    numbered = work_type in NUMBERED
    eprint, eprint_type = _eprint(raw)
    return Work(
        type=work_type,
        title=_text(raw, "title"),
        subtitle=_text(raw, "subtitle"),
        other_titles=_other_titles(raw),
        authors=authors,
        et_al=et_al,
        editors=editors,
        issued=dates[0] if dates else None,
        dates=dates,
        container_title=containers[0] if containers else None,
        other_container_titles=_other_containers(raw, containers, series if work_type in PARTS else None),
        collection_title=series,
        volume=_text(raw, "volume"),
        issue=_text(raw, "issue") if numbered else _text(raw, "number", "issue"),
        page=_page(raw),
        article_number=_text(raw, "eid", "articleno", "article-number", "article_number"),
        number=_text(raw, "number") if numbered else None,
        edition=_text(raw, "edition"),
        publisher=_text(raw, "publisher", "institution", "school", "organization"),
        publisher_place=_text(raw, "address", "location"),
        genre=_genre(entry_type, raw),
        doi=doi,
        isbn=_found(_ISBN, raw.get("isbn", "")),
        issn=_found(_ISSN, raw.get("issn", "")),
        pmid=_pmid(raw),
        eprint=eprint,
        eprint_type=eprint_type,
        url=_url(raw),
        accessed=parse_date(raw["urldate"]) if "urldate" in raw else None,
        language=_text(raw, "langid", "language"),
        note=_note(raw),
    )


def _text(raw: Values, *names: str) -> str | None:
    """The first of these fields that says something, as plain text."""
    for name in names:
        if name in raw and (text := decode(raw[name])):
            return text
    return None


def _note(raw: Values) -> str | None:
    """What is said about the work in words; an address in `howpublished` is its `url`."""
    texts = [
        _text(raw, name) for name in _NOTES if name != "howpublished" or not _URL.search(raw.get(name, ""))
    ]
    return ". ".join(text for text in texts if text) or None


def _found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pattern.findall(text)))


def _type(entry_type: str, raw: Values, doi: str | None) -> str:
    """CSL's type. A @misc is a web page where an address is all that leads to it."""
    subtype = raw.get("entrysubtype", "").strip().lower()
    if entry_type == "article" and subtype in {"newspaper", "magazine"}:
        return f"article-{subtype}"
    if entry_type in CSL_TYPES:
        return CSL_TYPES[entry_type]
    leads_elsewhere = doi is not None or any(name in raw for name in (*_CONTAINERS, "eprint", "arxivid"))
    return "webpage" if entry_type == "misc" and _url(raw) is not None and not leads_elsewhere else "document"


def _doi(raw: Values) -> str | None:
    """The DOI of the `doi` field, or of a doi.org address elsewhere: no publisher's page stands for one."""
    doi = find_doi(raw["doi"]) if "doi" in raw else None
    if doi is not None:
        return doi
    for name in ("url", "ee", "eprint", "howpublished", "note"):
        address = _DOI_ADDRESS.search(raw.get(name, ""))
        if address is not None and (doi := find_doi(address[0])) is not None:
            return doi
    return None


def _url(raw: Values) -> str | None:
    """The address as it is written, without the command around it."""
    if "url" in raw:
        command = _URL_COMMAND.search(raw["url"])
        return (raw["url"].strip() if command is None else command[1]) or None
    for name in ("howpublished", "ee"):
        text = raw.get(name, "")
        command = _URL_COMMAND.search(text)
        if command is not None and command[1]:
            return command[1]
        plain = _URL.search(text)
        if plain is not None:
            return plain[0].rstrip(".,;)")
    return None


def _eprint(raw: Values) -> tuple[str | None, str | None]:
    """Number and archive of an e-print; arXiv's numbers are known by their form."""
    eprint_type = _text(raw, "eprinttype", "archiveprefix")
    if "eprint" in raw:
        eprint = raw["eprint"].strip()
        known = _ARXIV.search(eprint)
        if known is not None or (eprint_type is None and _ARXIV_NUMBER.fullmatch(eprint)):
            return (eprint if known is None else known[1]), "arxiv"
        return eprint, None if eprint_type is None else eprint_type.lower()
    if "arxivid" in raw:
        return raw["arxivid"].strip(), "arxiv"
    for name in ("journal", "journaltitle", "howpublished", "note", "url"):
        known = _ARXIV.search(raw.get(name, ""))
        if known is not None:
            return known[1], "arxiv"
    return None, None


def _pmid(raw: Values) -> str | None:
    if "pmid" in raw:
        return _text(raw, "pmid")
    eprint_type = raw.get("eprinttype", "").strip().lower()
    return raw["eprint"].strip() if eprint_type == "pubmed" and "eprint" in raw else None


def _page(raw: Values) -> str | None:
    pages = _text(raw, "pages", "page")
    return None if pages is None else _DASHES.sub("-", pages).strip() or None


def _genre(entry_type: str, raw: Values) -> str | None:
    genre = _text(raw, "type")
    if genre is None:
        return GENRES.get(entry_type) if entry_type.endswith("thesis") or entry_type == "techreport" else None
    return GENRES.get(genre.lower(), genre)


def _other_titles(raw: Values) -> tuple[str, ...]:
    title, addon = _text(raw, "title"), _text(raw, "titleaddon")
    longer = f"{title}. {addon}" if title is not None and addon is not None else None
    return _distinct([longer, *(_text(raw, name) for name in _OTHER_TITLES)], besides=title)


def _other_containers(raw: Values, containers: list[str], series: str | None) -> tuple[str, ...]:
    """Every other name of what the work stands in: abbreviated, with its subtitle, the event, the series."""
    first = containers[0] if containers else None
    longer = [
        f"{decode(raw[f'{name}title'])}: {decode(raw[f'{name}subtitle'])}"
        for name in ("journal", "book", "main")
        if f"{name}title" in raw and f"{name}subtitle" in raw
    ]
    short = [_text(raw, name) for name in _OTHER_CONTAINERS]
    return _distinct([*containers[1:], *longer, *short, series], besides=first)


def _distinct(texts: Iterable[str | None], besides: str | None) -> tuple[str, ...]:
    """Those that are there, each once."""
    return tuple(dict.fromkeys(text for text in texts if text and text != besides))
