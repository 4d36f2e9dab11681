"""What only lists of references need of an entry: other variables, dates that are more than a day, the law's.

Fields: biblatex manual, 2.2.2, and biblatex-apa's. Checking compares none of this.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bibproof.bibtex import shapes
from bibproof.bibtex.dates import parse_date
from bibproof.bibtex.fields import Fields
from bibproof.bibtex.kinds import package_version
from bibproof.bibtex.latex import decode
from bibproof.bibtex.periods import is_day, parse_period
from bibproof.model import Date, Period

_VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "archive": "archive",
        "archivelocation": "archive_location",
        "authority": "authority",
        "booksubtitle": "container-subtitle",
        "callnumber": "call-number",
        "chapter": "chapter-number",
        "committee": "committee",
        "dimensions": "dimensions",
        "eventtitle": "event-title",
        "eventtitleaddon": "eventtitleaddon",
        "journal-iso": "container-title-short",
        "journalabbr": "container-title-short",
        "journalsubtitle": "container-subtitle",
        "jurisdiction": "jurisdiction",
        "library": "call-number",
        "mainsubtitle": "container-subtitle",
        "maintitleaddon": "maintitleaddon",
        "medium": "medium",
        "origlocation": "original-publisher-place",
        "origpublisher": "original-publisher",
        "pagetotal": "number-of-pages",
        "part": "part-number",
        "pmcid": "PMCID",
        "relatedstring": "relatedstring",
        "scale": "scale",
        "section": "section",
        "shortjournal": "container-title-short",
        "shorttitle": "title-short",
        "source": "source",
        "supplement": "supplement-number",
        "version": "version",
        "volumes": "number-of-volumes",
    }
)
"""The variable of each field that is passed on as it is."""

_SAYING_STATUS = ("pubstate", "year", "date", "howpublished", "note")
_DESCRIBED_IN_NOTES = frozenset({"motion_picture", "song", "broadcast", "graphic"})
_REPORTED = re.compile(
    r"(?P<volume>\d+)\s+(?P<container>\D+?)\s+(?:§+\s*)?(?P<place>\d\S*(?: et seq\.?)?)(?:\s*\(.*\))?"
)
_LAW = frozenset({"legal_case", "legislation", "regulation", "bill", "treaty", "hearing"})
_HELD = frozenset({"speech", "performance", "event"})
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PLAIN_MONTH = re.compile(
    r"\d{1,2}|[A-Za-z]{3}|(?!spring|summer|autumn|fall|winter)[A-Za-z]{4,9}", re.IGNORECASE
)
_OTHER_DATES: Mapping[str, str] = MappingProxyType(
    {"eventdate": "event-date", "origdate": "original-date", "origyear": "original-date"}
)
_ACCESS_FIELDS = ("accessed", "lastchecked", "lastaccessed", "lastvisited", "visited", "dateaccessed")
_SAYING_ACCESS = frozenset(("urldate", "note", "howpublished", *_ACCESS_FIELDS))
_ACCESSED = re.compile(
    r"(?:accessed|retrieved|visited|checked)(?: on)?:?\s*"
    r"(\d{4}-\d\d-\d\d|[^\W\d_]+\.? \d{1,2},? \d{4}|\d{1,2}\.?[ -][^\W\d_]+\.?[ -]\d{4}|[^\W\d_]+ \d{4})",
    re.IGNORECASE,
)


def variables_of(fields: Fields, work_type: str) -> dict[str, str]:
    """The variables that stand in fields of their own, and those that notes tell."""
    texts = fields.texts
    found: dict[str, str] = {}
    for name, text in texts.items():
        if name in _VARIABLES:
            found.setdefault(_VARIABLES[name], text)
    if not fields.has_any(_SAYING_STATUS):
        return found
    package = package_version(fields.raw) if work_type == "software" else None
    if package is not None:
        found.setdefault("version", package)
    status = _status(fields)
    if status is not None:
        found["status"] = status
    for name in ("howpublished", "note"):
        if name in texts and shapes.is_medium(texts[name]):
            found.setdefault("medium", shapes.unbracketed(texts[name]))
    if work_type in _DESCRIBED_IN_NOTES and "note" in texts and status is None:
        found.setdefault("medium", shapes.unbracketed(texts["note"]))
    return found


def _status(fields: Fields) -> str | None:
    """How far publication has got: of `pubstate`, or in words where a date or a note stands."""
    if "pubstate" in fields.texts:
        return shapes.status_of_key(fields.texts["pubstate"])
    for name in _SAYING_STATUS:
        latex = fields.raw.get(name)
        if (
            latex is not None
            and not latex[0].isdecimal()
            and (status := shapes.status(decode(latex))) is not None
        ):
            return status
    return None


def legal_place(fields: Fields, work_type: str) -> Mapping[str, str]:
    """Where a case or a law is printed: volume, container, and page or section of "347 U.S. 483"."""
    if work_type not in _LAW:
        return {}
    citation = fields.text("citation", "source")
    match = None if citation is None else _REPORTED.fullmatch(citation)
    if match is None:
        return {}
    place = "page" if work_type in ("legal_case", "treaty") else "section"
    return {"volume": match["volume"], "container-title": match["container"], place: match["place"]}


def when(fields: Fields, dates: tuple[Date, ...], work_type: str) -> tuple[Date | None, dict[str, Period]]:
    """When the work came out, and the dates that are more than a day; of what is held, when it was held."""
    raw = fields.raw
    issued = dates[0] if dates else None
    periods: dict[str, Period] = {}
    if not _is_plain(raw):
        own = _issued(raw)
        if own is not None and not is_day(own):
            periods["issued"] = own
        if own is not None and own.start is not None and (issued or own.start.year < 0):
            issued = own.start if issued is None or own.start.year != issued.year else issued
        elif own is not None:
            periods["issued"] = own  # a year of less than four digits; most are slips
    for name, variable in _OTHER_DATES.items():
        if name in raw and (period := _period(raw[name])) is not None:
            periods.setdefault(variable, period)
    held = periods.get("event-date")
    if issued is None and held is not None and work_type in _HELD:
        issued = held.start
        if not is_day(held):
            periods["issued"] = held
    return issued, periods


def _is_plain(raw: Mapping[str, str]) -> bool:
    """Whether the date is no more than a day, a month or a year, as nearly all are."""
    date = raw.get("date")
    if date is not None:
        return _PLAIN_DATE.fullmatch(date) is not None and date[5:] < "13"
    year, month = raw.get("year"), raw.get("month")
    return (year is None or _PLAIN_DATE.fullmatch(year) is not None) and (
        month is None or _PLAIN_MONTH.fullmatch(month) is not None
    )


def _issued(raw: Mapping[str, str]) -> Period | None:
    if "date" in raw:
        return _period(raw["date"])
    year = decode(raw.get("year", ""))
    if "month" not in raw or not year.isdecimal():
        return parse_period(year)
    month = decode(raw["month"])
    with_day = f"{month} {raw.get('day', '')} {year}"
    return parse_period(with_day) or parse_period(f"{month} {year}") or parse_period(year)


def _period(latex: str) -> Period | None:
    """A date of biblatex, in which "~" is no space but "circa"."""
    return parse_period(latex if "\\" not in latex and "{" not in latex else decode(latex))


def accessed(fields: Fields) -> Date | None:
    """The day on which the work was read online, as a field of its own or a note tells it."""
    raw = fields.raw
    if raw.keys().isdisjoint(_SAYING_ACCESS):
        return None
    if "urldate" in raw and (date := parse_date(raw["urldate"])) is not None:
        return date
    for name in _ACCESS_FIELDS:
        if name in raw and (date := parse_date(decode(raw[name]))) is not None:
            return date
    for name in ("note", "howpublished"):
        match = _ACCESSED.search(fields.texts[name]) if name in fields.texts else None
        if match is not None:
            return parse_date(match[1])
    return None
