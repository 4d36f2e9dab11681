"""Reads PubMed's format (.nbib, MEDLINE), as PubMed's "Send to citation manager" and "Save" write it.

https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format. Records are parsed by the package nbib; the tags of books
(BTI, CTI, PB, ED ...), of groups and the location IDs, which it leaves out, are read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bibproof.doi import written_doi
from bibproof.model import Library, Reference
from bibproof.readers import _tagged
from bibproof.readers._memory import no_collection

_BEGINS = re.compile(r"^\ufeff?PMID ?- ", re.MULTILINE)
_ENDS = re.compile(r"^[ \t]*\r?\n", re.MULTILINE)  # a blank line
_TAG = re.compile(r"^\ufeff?(?P<name>[A-Z]{2,4}) {0,2}- (?P<value>.*(?:\r?\n {6}.*)*)$", re.MULTILINE)
_READ = frozenset(["PMID", "TI", "TT", "FAU", "AU", "DP", "VI", "IP", "PG", "JT", "TA", "LA", "PT", "PL"])
"""The tags that the package reads and this reader uses; others may hold what it refuses."""
_DOI_ID = re.compile(r"(\S+)\s*\[doi\]")
_PII_ID = re.compile(r"(\S+)\s*\[pii\]")
_LANGUAGES = MappingProxyType({"eng": "en", "ger": "de", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
                               "rus": "ru", "chi": "zh", "jpn": "ja", "dut": "nl", "pol": "pl"})  # fmt: skip
_BRACKETED = re.compile(r"\[(.+?)\]\.?")
_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "author": ("FAU", "AU", "CN"),
        "editor": ("FED", "ED"),
        "title": ("TI", "BTI"),
        "journal": ("JT", "TA", "BTI"),
        "year": ("DP",),
        "volume": ("VI",),
        "number": ("IP",),
        "pages": ("PG",),
        "doi": ("LID", "AID"),
        "pmid": ("PMID",),
    }
)


def nbib(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every record of a file of PubMed's as a Reference, by its PMID. Never raises."""
    with no_collection():
        read = tuple(_reference(chunk, n) for n, chunk in enumerate(_tagged.chunks(text, _BEGINS, _TAG), 1))
    stray = tuple(_tagged.strays(text, _BEGINS, _ENDS, _TAG, "PMID- 24526250"))
    return _tagged.library_of(
        read, stray, text, path, encoding, "one begins with a line like 'PMID- 24526250'"
    )


def _reference(chunk: _tagged.Chunk, number: int) -> Reference:
    item = _item(_parsed(chunk), chunk.values)
    key = chunk.values.get("PMID", (f"ref{number}",))[0]
    fields = dict(_FIELDS)
    fields["doi"] = tuple(name for name in _FIELDS["doi"] if "[doi]" in " ".join(chunk.values.get(name, ())))
    return _tagged.to_reference(key, chunk, item, fields)


def _parsed(chunk: _tagged.Chunk) -> Mapping[str, Any]:
    """The record as the package reads it: its names for the tags above, what it can't read left out."""
    from nbib import read
    from nbib.exceptions import MalformedLine, UnknownTagFormat

    lines = []
    for match in _TAG.finditer(chunk.text):
        name = match["name"].strip()
        if name in _READ:
            lines.append(f"{name:<4}- {' '.join(match['value'].split())}")
    try:
        records = read("\n".join(lines) + "\n\n")
    except (MalformedLine, UnknownTagFormat, ValueError):
        return {}
    return records[0] if records else {}


def _item(record: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The record as an item of CSL."""

    def first(*names: str) -> str | None:
        return next((tags[name][0] for name in names if name in tags), None)

    kind = _kind(record, tags)
    title, original = _title(record.get("title") or first("TI")), record.get("transliterated_title")
    book = first("BTI")
    item: dict[str, Any] = {
        "type": kind,
        "title": (title or _title(book)) if kind != "book" else _title(book) or title,
        "original-title": original,
        "author": _authors(record, tags) + [{"literal": name} for name in tags.get("CN", ())],
        "editor": [_name({"author": name}) for name in tags.get("FED", tags.get("ED", ()))],
        "container-title": record.get("journal")
        or (_title(book) if kind == "chapter" else None)
        or record.get("journal_abbreviated"),
        "container-title-short": record.get("journal_abbreviated") if record.get("journal") else None,
        "collection-title": first("CTI"),
        "issued": _date(record.get("publication_date") or first("DP")),
        "volume": record.get("journal_volume"),
        "issue": record.get("journal_issue"),
        "page": record.get("pages"),
        "edition": first("EN"),
        "publisher": first("PB"),
        "publisher-place": record.get("place_of_publication") if first("PB") else None,
        "ISBN": " ".join(tags.get("ISBN", ())),
        "ISSN": " ".join(tags.get("IS", ())),
        "DOI": _location(_DOI_ID, tags),
        "PMID": str(record.get("pubmed_id") or first("PMID") or ""),
        "PMCID": first("PMC"),
        "language": _LANGUAGES.get((first("LA") or "").lower(), first("LA")),
    }
    if not item["page"] and item["container-title"] and (number := _location(_PII_ID, tags)):
        item["article-number"] = number if re.fullmatch(r"[A-Za-z]?\d{1,7}", number) else None
    return {name: value for name, value in item.items() if value}


def _authors(record: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """The people in full; older records have short names alone, which the package leaves out."""
    listed = [one for one in record.get("authors", ()) if one.get("author") or one.get("author_abbreviated")]
    return [_name(one) for one in listed or [{"author_abbreviated": name} for name in tags.get("AU", ())]]


def _kind(record: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> str:
    """A book, a part of one, a preprint, or, as nearly all that PubMed has, an article."""
    types = " ".join(tags.get("PT", ())).lower()
    if "BTI" in tags:
        return "chapter" if record.get("title") or "TI" in tags else "book"
    return "article" if "preprint" in types else "article-journal"


def _title(written: str | None) -> str | None:
    """Without the full stop that PubMed adds, and the brackets around a title that it has translated."""
    if written is None:
        return None
    bracketed = _BRACKETED.fullmatch(written)
    bare = bracketed[1] if bracketed else written
    return bare[:-1] if bare.endswith(".") and not bare.endswith("...") else bare


def _name(one: Mapping[str, str]) -> dict[str, str]:
    """FAU is "Family, Given M Jr"; where there is none, AU is "Family GM"."""
    full = one.get("author", "")
    if "," in full:
        family, _, given = full.partition(",")
        suffix = re.search(r"\s+(Jr|Sr|2nd|3rd|II|III|IV)\.?$", given)
        name = {"family": family.strip(), "given": (given[: suffix.start()] if suffix else given).strip()}
        return {**name, "suffix": suffix[1]} if suffix else name
    short = re.fullmatch(r"(.+?)\s+([A-Z]{1,4})", one.get("author_abbreviated") or full)
    if short is not None:
        return {"family": short[1], "given": " ".join(short[2])}
    return {"literal": full or one.get("author_abbreviated", "")}


def _date(written: str | None) -> dict[str, str] | None:
    """A date like "2018 Jan 5", "2018 Jan-Feb", "2018 Spring": PubMed's dates, the year first."""
    if written is None:
        return None
    parts = written.split()
    if len(parts) > 1:
        return {"raw": f"{' '.join(reversed(parts[1:]))} {parts[0]}" if len(parts) < 4 else parts[0]}
    return {"raw": parts[0]}


def _location(pattern: re.Pattern[str], tags: Mapping[str, Sequence[str]]) -> str | None:
    """The DOI, or the publisher's number, among the location IDs."""
    for name in ("LID", "AID"):
        for value in tags.get(name, ()):
            found = pattern.search(value)
            if found is not None:
                return written_doi(found[1]) if pattern is _DOI_ID else found[1]
    return None
