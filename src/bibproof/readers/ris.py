"""Reads RIS, as EndNote, Zotero, Mendeley and publishers' pages write it.

https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html, and for the newer tags
https://en.wikipedia.org/wiki/RIS_(file_format). Records are parsed by rispy. Notes (N1) are a person's own
and go into no list; a DOI or PubMed's number in them is used.
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

_BEGINS = re.compile(r"^\ufeff?[ \t]*(?:TY|ty) {1,2}- ?", re.MULTILINE)
_ENDS = re.compile(r"^[ \t]*(?:ER|er) {1,2}-[^\S\n]*$", re.MULTILINE)
_NAME = r"[A-Z][A-Z0-9]|[a-z][a-z0-9]"
_TAG = re.compile(rf"^\ufeff?[ \t]*(?P<name>{_NAME}) {{1,2}}-(?: (?P<value>.*))?$", re.MULTILINE)
_LINE = re.compile(rf"^\ufeff?[ \t]*({_NAME}) {{1,2}}-(?: |$)", re.MULTILINE)
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "ABST", "INPR"), "article-journal"),
        **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "CLSWK", "SER", "CTLG"), "book"),
        **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
        **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
        **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
        **dict.fromkeys(("ELEC", "WEB"), "webpage"),
        **dict.fromkeys(("MANSCPT", "UNPB", "UNPD"), "manuscript"),
        **dict.fromkeys(("MPCT", "VIDEO", "ADVS"), "motion_picture"),
        **dict.fromkeys(("ICOMM", "PCOMM"), "personal_communication"),
        **dict.fromkeys(("ART", "FIGURE"), "graphic"),
        **dict.fromkeys(("STAT", "BILL"), "legislation"),
        "MGZN": "article-magazine",
        "NEWS": "article-newspaper",
        "THES": "thesis",
        "BLOG": "post-weblog",
        "DATA": "dataset",
        "COMP": "software",
        "PAT": "patent",
        "STAND": "standard",
        "ENCYC": "entry-encyclopedia",
        "DICT": "entry-dictionary",
        "SOUND": "song",
        "MAP": "map",
        "CASE": "legal_case",
        "PAMP": "pamphlet",
        "SLIDE": "speech",
    }
)
_IN_BOOKS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
_PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_INITIALS_FIRST = re.compile(r"(?P<given>[^\W\d_]\.(?:[-\s]*[^\W\d_]\.)*)\s*(?P<family>[^\W\d_][^\d,.]+)")
_DATE_AND_OTHER = re.compile(r"\s*(?P<year>\d{4})/0?(?P<month>[1-9]|1[0-2])/\d*/[^\d/]*")
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?", re.IGNORECASE)
_LABELLED_DOI = re.compile(r"doi(?:\.org/|\s*[:=]?\s*)(10\.\S+)", re.IGNORECASE)
_BARE_DOI = re.compile(r"10\.\d{4,9}/\S+")
_LABELLED_PMID = re.compile(r"\bPMID\s*[:#]?\s*(\d{4,8})\b", re.IGNORECASE)
_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "author": ("AU", "A1"),
        "editor": ("ED", "A2"),
        "title": ("TI", "T1", "CT", "BT"),
        "journal": ("JO", "JF", "T2", "BT", "JA", "J2"),
        "year": ("PY", "Y1", "DA"),
        "volume": ("VL",),
        "number": ("IS",),
        "pages": ("SP", "C7"),
        "doi": ("DO",),
        "url": ("UR",),
    }
)


def ris(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every record of a RIS file as a Reference, by its ID, else ref1, ref2 ... Never raises."""
    with no_collection():
        read = tuple(_reference(chunk, n) for n, chunk in enumerate(_tagged.chunks(text, _BEGINS, _TAG), 1))
    stray = tuple(_tagged.strays(text, _BEGINS, _ENDS, _TAG, "TY  - JOUR"))
    return _tagged.library_of(read, stray, text, path, encoding, "one begins with a line like 'TY  - JOUR'")


def _reference(chunk: _tagged.Chunk, number: int) -> Reference:
    import rispy

    lines = _LINE.sub(
        lambda match: f"{match[1].upper()}  - ", chunk.text.replace("\r\n", "\n").replace("\r", "\n")
    )
    entries = rispy.loads(f"{lines}\nER  - \n")
    tags = _by_tag(entries[0] if entries else {}, rispy.TAG_KEY_MAPPING)
    for name in ("ED", "BT", "CT", "ID", "L3"):  # tags that rispy has no name for
        if name in chunk.values:
            tags[name] = list(chunk.values[name])
    key = next((value for name in ("ID", "LB") for value in tags.get(name, ()) if value), f"ref{number}")
    return _tagged.to_reference("".join(key.split()), chunk, _item(tags), _FIELDS)


def _by_tag(entry: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, list[str]]:
    """What rispy read, by RIS's own tags."""
    tags: dict[str, list[str]] = {}
    for tag, name in names.items():
        value = entry.get(name)
        listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        if kept := [text for text in listed if text.strip()]:
            tags[tag] = kept
    return tags


def _item(tags: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The record as an item of CSL."""

    def first(*names: str) -> str | None:
        return next((tags[name][0] for name in names if name in tags), None)

    ris_type = (first("TY") or "").strip().upper()
    kind = _TYPES.get(ris_type, "document")
    authors = _names(tags, "AU", "A1")
    editors = _names(tags, "ED") or (_names(tags, "A2") if kind not in _PERIODICALS else [])
    if ris_type == "EDBOOK" and not editors:
        authors, editors = [], authors
    notes = " ".join(text for name in ("N1", "M3", "AN", "C1", "C2") for text in tags.get(name, ()))
    item: dict[str, Any] = {
        "type": kind,
        "title": first("TI", "T1", "CT") or (first("BT") if kind == "book" else None),
        "author": authors,
        "editor": editors,
        "translator": _names(tags, "A4") if kind in ("book", "chapter") else [],
        "issued": _date(first("PY", "Y1"), first("DA")),
        "accessed": _date(first("Y2"), None),
        "volume": first("VL"),
        "publisher": first("PB"),
        "publisher-place": first("CY", "PP"),
        "edition": first("ET"),
        "language": first("LA"),
        "title-short": first("ST"),
        "genre": first("M3") if kind in ("thesis", "report") else None,
        "DOI": first("DO") or _labelled(_LABELLED_DOI, notes) or _alone(tags),
        "PMID": _labelled(_LABELLED_PMID, notes) or _accession(first("DB"), first("AN")),
        "URL": first("UR"),
        "page": _pages(first("SP"), first("EP")),
        "article-number": first("C7") if kind == "article-journal" else None,
        "ISSN" if kind in _PERIODICALS else "ISBN": first("SN"),
        "number" if kind in ("report", "patent", "standard") else "issue": first("IS") or first("M1")
        if kind in ("report", "patent", "standard")
        else first("IS"),
    }
    item |= _containers(kind, first)
    return {name: value for name, value in item.items() if value}


def _containers(kind: str, first: Any) -> dict[str, str | None]:  # noqa: ANN401 - the lookup above
    """Journal, book and series: T2 is the series of a book, and what anything else stands in."""
    if kind == "book":
        return {"collection-title": first("T2", "T3")}
    if kind in _IN_BOOKS:
        return {"container-title": first("T2", "BT", "JF", "JO"), "collection-title": first("T3")}
    full = first("JF", "T2", "JO", "BT") if kind != "thesis" else None
    short = first("JA", "J2") or (first("JO") if full != first("JO") else None)
    return {"container-title": full or short, "container-title-short": short if full else None}


def _names(tags: Mapping[str, Sequence[str]], *names: str) -> list[dict[str, str]]:
    return [_name(written) for name in names for written in tags.get(name, ())]


def _name(written: str) -> dict[str, str]:
    """A name is "Family, Given, Suffix", or IEEE's "J. Family"; another without a comma is a group's."""
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if len(parts) < 2:
        direct = _INITIALS_FIRST.fullmatch(written.strip(" ,"))
        return dict(direct.groupdict()) if direct else {"literal": written.strip(" ,")}
    name = {"family": parts[0], "given": parts[1]}
    if len(parts) > 2:
        suffix = next((part for part in parts[1:] if _SUFFIX.fullmatch(part)), parts[-1])
        name = {"family": parts[0], "given": next(p for p in parts[1:] if p != suffix), "suffix": suffix}
    return name


def _date(written: str | None, more: str | None) -> dict[str, Any] | None:
    """YYYY/MM/DD/other, of which all but the year may be empty; DA is more exact than PY where both agree."""
    texts = [text for text in (more, written) if text]
    if not texts:
        return None
    year = re.search(r"\d{4}", written or "")
    if more and year is not None and year[0] not in more:
        texts = [written or ""]
    numbers = [int(number) for number in re.findall(r"\d+", texts[0])]
    if numbers and len(str(numbers[0])) == 4 and re.fullmatch(r"[\d/\s.-]+", texts[0]):
        parts = [numbers[0]]
        for number, most in zip(numbers[1:3], (12, 31), strict=False):
            if not 1 <= number <= most:
                break
            parts.append(number)
        return {"date-parts": [parts]}
    if dated := _DATE_AND_OTHER.fullmatch(texts[0]):
        return {"date-parts": [[int(dated["year"]), int(dated["month"])]]}
    bare = texts[0].strip("/ ")
    season = re.fullmatch(r"(\d{4})/*\s*/*(spring|summer|autumn|fall|winter)", bare, re.IGNORECASE)
    return {"raw": f"{season[2]} {season[1]}" if season else bare.replace("///", " ")}


def _pages(first: str | None, last: str | None) -> str | None:
    if first is None or last is None or last == first or re.search(r"[-–]", first):
        return first or last
    return f"{first}-{last}"


def _labelled(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return None if found is None else written_doi(found[1]) or found[1]


def _alone(tags: Mapping[str, Sequence[str]]) -> str | None:
    """A DOI that is all there is in a tag for other things."""
    values = [value.strip() for name in ("M3", "N1", "L3") for value in tags.get(name, ())]
    return next((written_doi(value) for value in values if _BARE_DOI.fullmatch(value)), None)


def _accession(database: str | None, number: str | None) -> str | None:
    """PubMed's number, where the record is PubMed's."""
    is_pubmed = database is not None and re.search(r"pubmed|medline|nlm", database, re.IGNORECASE)
    return number if is_pubmed and number is not None and number.isdigit() else None
