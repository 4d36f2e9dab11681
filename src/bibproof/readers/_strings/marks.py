"""What names a work by itself in a string: DOI, PubMed's number, arXiv's, an address and when it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibproof.doi import written_doi
from bibproof.model import Date
from bibproof.readers._strings.clean import Clean

Range = tuple[int, int]

_DOI = re.compile(
    r"(?:\bdoi\s*[:.]?\s*)?(?:https?\s*:\s*//)?(?:(?:dx\.|www\.)?doi\.org/\s?|\bdoi\s*[:.]?\s*)?"
    r"(?<![\w.])(?P<doi>10\.\d{4,9}(?:\.\d+)*/\s?\S+)",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"(?:\bPMID\s*[:#]?\s*|\bPubMed(?:\s+(?:PMID|ID))?\s*:\s*|(?:pubmed\.ncbi\.nlm\.nih\.gov"
    r"|ncbi\.nlm\.nih\.gov/pubmed)/)"
    r"(?P<pmid>\d{4,8})\b/?",
    re.IGNORECASE,
)
_PMC = re.compile(r"\b(?:PMCID\s*[:#]?\s*)?(?:PubMed Central\s+)?PMC\s?\d{4,9}\b")
_ARXIV = re.compile(
    r"\b(?:arxiv(?:\s+preprint)?(?:\s+arxiv)?\s*:\s*|arxiv\.org/(?:abs|pdf)/)"
    r"(?P<arxiv>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?",
    re.IGNORECASE,
)
_URL = re.compile(r"<?(?:https?://|www\.)[^\s<>\"”]+>?", re.IGNORECASE)
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12, "mär": 3, "mai": 5, "okt": 10, "dez": 12,
}  # fmt: skip
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd"
    r"|th)?,?\s+\d{4}"
    r"|\d{4}\s+[^\W\d_]{3,9}\.?(?:\s+\d{1,2})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_ACCESS = re.compile(
    rf"[\[(,.;]?\s*\b(?:(?:last\s+)?(?:accessed|retrieved|visited|viewed|cited|updated|checked)|abgerufen"
    rf"|zugriff"
    rf"|consulté)(?:\s+(?:on|am|le|in))?\s*:?\s*(?P<date>{_DATE})[\])]?",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(
    r"\b(?:(?:retrieved|available|accessed|verfügbar)(?:\s+online)?(?:\s+(?:from|at|via|in|unter))?"
    r"|from)?\s*:?\s*$|\burl\s*:?\s*$"
    r"|\b(?:verfügbar|abgerufen)\s+(?:unter|von)\s*:?\s*$",
    re.IGNORECASE,
)
_EPUB = re.compile(
    r"[\[(,.;]?\s*\b(?:e-?pub|published online|first published"
    r"|advance access)\b(?:\s+ahead of print)?[^.;)\]]{0,40}[.;)\]]?",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"\s*\[(?:internet|online|electronic resource|www document|serial online)\]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found, where it stands in the clean text, and the text with all of it blanked out."""

    body: str
    doi: str | None = None
    pmid: str | None = None
    arxiv: str | None = None
    url: str | None = None
    accessed: Date | None = None
    places: tuple[tuple[str, Range], ...] = ()  # "doi", "pmid", "url"
    is_online: bool = False  # "[Internet]", an address: not a sign of print


def marks(text: Clean) -> Marks:
    """Find every mark; what they cover is spaces in `body`, which is as long as the text."""
    finding = _Finding(text)
    return finding.found()


class _Finding:
    def __init__(self, text: Clean) -> None:
        self._text = text
        self._body = text.text
        self._places: dict[str, Range] = {}

    def found(self) -> Marks:
        doi = self._doi()
        pmid = self._take(_PMID, "pmid") or _linked(self._text, _PMID, "pmid")
        for _ in self._all(_PMC):
            pass
        arxiv = self._take(_ARXIV, "arxiv")
        has_medium = any(True for _ in self._all(_MEDIUM))
        accessed = None
        for access in self._all(_ACCESS):
            accessed = accessed or _date(access["date"])
        for _ in self._all(_EPUB):
            pass
        url = self._url()
        return Marks(
            body=self._body,
            doi=doi,
            pmid=pmid,
            arxiv=arxiv,
            url=url,
            accessed=accessed,
            places=tuple(self._places.items()),
            is_online=has_medium or url is not None,
        )

    def _doi(self) -> str | None:
        doi = None
        for match in list(_DOI.finditer(self._body)):
            written = written_doi(match["doi"].replace("/ ", "/", 1))
            if written is None or not any(map(str.isalnum, written.partition("/")[2])):
                continue
            start, end = match.start("doi"), match.start("doi") + len(written)
            end += match["doi"].startswith(written.partition("/")[0] + "/ ")
            if doi is None:
                doi = written
                self._places["doi"] = (start, end)
            self._blank(match.start(), max(end, match.end() if _is_address(match[0]) else end))
        if doi is not None:
            return doi.lower()
        for address, _ in self._text.links:
            if (linked := written_doi(address)) is not None and "doi" in address.lower():
                return linked.lower()
        return None

    def _url(self) -> str | None:
        url = None
        for match in self._all(_URL):
            if url is None:
                url = match[0].strip("<>").rstrip(".,;)")
                self._places["url"] = (match.start(), match.start() + len(url))
            before = _AVAILABLE.search(self._body[: match.start()].rstrip())
            if before is not None:
                self._blank(before.start(), before.end())
        return url

    def _take(self, pattern: re.Pattern[str], name: str) -> str | None:
        value = None
        for match in self._all(pattern):
            if value is None:
                value = match[name]
                self._places[name] = match.span(name)
        return value

    def _all(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for match in list(pattern.finditer(self._body)):
            self._blank(match.start(), match.end())
            yield match

    def _blank(self, start: int, end: int) -> None:
        self._body = self._body[:start] + " " * (end - start) + self._body[end:]


def _is_address(written: str) -> bool:
    return "doi.org" in written.lower()


def _linked(text: Clean, pattern: re.Pattern[str], name: str) -> str | None:
    return next((found[name] for address, _ in text.links if (found := pattern.search(address))), None)


def _date(written: str) -> Date | None:
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    year = next((number for number in numbers if number > 1900), None)
    if year is None:
        return None
    words = re.findall(r"[^\W\d_]{3,}", written.lower())
    month = next((_MONTHS[word[:3]] for word in words if word[:3] in _MONTHS), None)
    days = [number for number in numbers if number <= 31]
    if month is None and len(numbers) == 3 and re.match(r"\d{4}-", written) and 1 <= numbers[1] <= 12:
        month, days = numbers[1], [numbers[2]]
    return Date(year, month, days[0] if month and days and days[0] else None)
