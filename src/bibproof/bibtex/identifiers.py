r"""Numbers and addresses that name a work: DOI, URL, e-print, ISBN, ISSN, PubMed's number.

Their LaTeX is never decoded, but for escaped marks: in `a\_b--c` only the backslash goes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bibproof.bibtex.latex import decode
from bibproof.doi import written_doi

Values = Mapping[str, str]

_ARXIV = re.compile(r"\barxiv:\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_ARXIV_NUMBER = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?")
_SERVERS: Mapping[str, str] = MappingProxyType(
    {
        name.lower(): name
        for name in (
            *("bioRxiv", "ChemRxiv", "EarthArXiv", "EdArXiv", "engrXiv", "medRxiv", "PsyArXiv", "SocArXiv"),
            "SSRN",
        )
    }
)
_ABS_VOLUME = re.compile(r"\s*abs/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\s*")
_ISBN = re.compile(r"(?<![\dXx])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\dXx])")
_ISSN = re.compile(r"(?<!\d)\d{4}[-‐–]?\d{3}[\dXx](?![\dXx])")
_URL_COMMAND = re.compile(r"\\(?:url|nolinkurl|path|href)\s*\{\s*([^{}]*?)\s*\}")
_URL = re.compile(r"https?://[^\s{}\"<>\\]+", re.IGNORECASE)
_ESCAPED = re.compile(
    r"\{\\([_%&#$])\}|\\([_%&#$])|\{?\\textunderscore(?:\{\}|(?![A-Za-z]))\}?"
    r"|\{?\\(?:~\{\}|textasciitilde(?:\{\}|(?![A-Za-z])))\}?"
)
_DOI_ADDRESS = re.compile(r"(?<![\w.-])(?:(?:dx|www)\.)?doi\.org/\S+", re.IGNORECASE)


def with_hyphens(pages: str) -> str:
    """Pages, their white space folded, with one plain hyphen for whatever dashes are written."""
    if pages.isascii() and "--" not in pages and " " not in pages:
        return pages
    return _DASHES.sub("-", pages)


def find_isbn(text: str) -> tuple[str, ...]:
    return _found(_ISBN, text)


def find_issn(text: str) -> tuple[str, ...]:
    return _found(_ISSN, text)


def has_address(text: str) -> bool:
    return _URL.search(text) is not None


def doi_of(raw: Values) -> str | None:
    """The DOI of the `doi` field, or of a doi.org address elsewhere: no publisher's page stands for one.

    In the case in which it is written.
    """
    doi = written_doi(raw["doi"]) if "doi" in raw else None
    if doi is not None:
        return doi
    for name in ("url", "ee", "eprint", "howpublished", "note"):
        address = _DOI_ADDRESS.search(raw[name]) if name in raw else None
        if address is not None and (doi := written_doi(address[0])) is not None:
            return doi
    return None


def url_of(raw: Values) -> str | None:
    """The address as it is written, without the command around it."""
    if "url" in raw:
        command = _URL_COMMAND.search(raw["url"])
        return _unescaped(raw["url"].strip() if command is None else command[1]) or None
    for name in ("howpublished", "ee"):
        if name not in raw:
            continue
        command = _URL_COMMAND.search(raw[name])
        if command is not None and command[1]:
            return _unescaped(command[1])
        plain = _URL.search(raw[name])
        if plain is not None:
            return plain[0].rstrip(".,;)")
    return None


def eprint_of(raw: Values) -> tuple[str | None, str | None]:
    """Number and archive of an e-print; arXiv's numbers are known by their form."""
    if "eprint" in raw:
        eprint_type = decode(raw.get("eprinttype") or raw.get("archiveprefix") or "") or None
        eprint = raw["eprint"].strip()
        known = arxiv_number(eprint)
        if known is not None or (eprint_type is None and _ARXIV_NUMBER.fullmatch(eprint)):
            return known or eprint, "arxiv"
        return eprint, None if eprint_type is None else eprint_type.lower()
    if "arxivid" in raw:
        return raw["arxivid"].strip(), "arxiv"
    for name in ("journal", "journaltitle", "howpublished", "note", "url"):
        if name in raw and (number := arxiv_number(raw[name])) is not None:
            return number, "arxiv"
    number = number_in_volume(raw)
    return (None, None) if number is None else (number, "arxiv")


def arxiv_number(text: str) -> str | None:
    """The number behind the first "arXiv:" of a text, without its version."""
    found = _ARXIV.search(text) if "arxiv" in text.lower() else None
    return None if found is None else found[1]


def number_in_volume(raw: Values) -> str | None:
    """The number of arXiv that DBLP gives as a volume of CoRR: "abs/1706.03762"."""
    volume = raw.get("volume", "")
    found = _ABS_VOLUME.fullmatch(volume) if "abs/" in volume else None
    return None if found is None else found[1]


def platform_of(raw: Values) -> str | None:
    """The site that an `eprint` without a type names, as biblatex-apa has it: "Twitter"."""
    eprint = raw.get("eprint")
    if eprint is None or "eprinttype" in raw or "archiveprefix" in raw or "/" in eprint:
        return None
    return None if any(character.isdigit() for character in eprint) else decode(eprint) or None


def server_of(raw: Values) -> str | None:
    """The server of preprints other than arXiv that `eprinttype` names: "PsyArXiv"."""
    return _SERVERS.get((raw.get("eprinttype") or raw.get("archiveprefix") or "").strip().lower())


def pmid_of(raw: Values) -> str | None:
    if "pmid" in raw:
        return decode(raw["pmid"]) or None
    if "eprint" in raw and raw.get("eprinttype", "").strip().lower() == "pubmed":
        return raw["eprint"].strip()
    return None


def _unescaped(url: str) -> str:
    if "\\" not in url:
        return url
    return _ESCAPED.sub(lambda mark: mark[1] or mark[2] or ("_" if "under" in mark[0] else "~"), url)


def _found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pattern.findall(text))) if text else ()
