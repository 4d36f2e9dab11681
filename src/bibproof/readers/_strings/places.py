"""The ways in which volume, issue and pages can be read in what follows a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Range = tuple[int, int]

_VOLUME = r"(?P<volume>[A-Z]{0,3}\d{1,5}[A-Za-z]?(?:[-–/]\d{1,4})?|[IVXLC]{1,8}|[A-Z]-?\d{1,3})"
_ISSUE = r"(?P<issue>[^()\[\]]{1,30}?)"
_NUMBER = r"(?P<issue>\d{1,4}(?:[-–]\d{1,3})?)"
_PAGE = r"[A-Za-z]{0,3}[-.]?\d[\d.,]*\d[A-Za-z]{0,2}|[A-Za-z]{0,3}\d{1,7}[A-Za-z]{0,2}|[ivxlc]{1,7}"
_DASH = r"\s?[-‐‑‒–—−]{1,3}\s?"
_RANGE = rf"(?P<pages>(?:{_PAGE})(?:{_DASH}(?:{_PAGE}))?(?![\w]))"
_PAGES = r"(?:pp?|pgs?|pages?|S|Seiten?)"
_ARTICLE = r"(?:article(?:\s+(?:no|number|ID))?|art\.?(?:\s*no)?)"
_LABEL = rf"(?:(?:{_PAGES}|{_ARTICLE}|paper|e?id|no)\b\.?\s*:?\s*)?"
_NO = r"(?:\bn[°º]|№|\b(?:no|nr|iss|issue|number|num|n|heft)\b\.?)\s*"
_YEAR = r"(?:(?:[^\W\d_]{3,9}\.?(?:\s\d{1,2},)?\s)?(?:1[5-9]|20)\d\d[a-z]?)"
_THE_YEAR = rf"\({_YEAR}\)"
_AFTER_VOLUME = rf"(?:\s*[,(:]?\s*(?:\(|{_NO}){_ISSUE}(?=[),.:]|\s\())?\)?"
_PAGES_LATER = rf"(?:(?=.*?\b(?:{_PAGES}|{_ARTICLE})\b\.?\s*{_RANGE}))?"
_ISSUE_IN_BRACKETS = rf"[(\[](?!{_YEAR}[)\]])(?:no\.?\s*|issue\s*|iss\.?\s*)?{_ISSUE}[)\]]"
_ALONE = r"(?<![\w.])"  # no part of another number
_SHAPES = (
    # vol. 12, no. 3, ..., pp. 1-10
    rf"\bvol(?:ume|s|\.)?\s*{_VOLUME}{_AFTER_VOLUME}{_PAGES_LATER}",
    # 12, no. 3 (2018): 1-10
    rf"{_ALONE}{_VOLUME}\s?,?\s*{_NO}{_ISSUE}\s*(?:[,:.]?\s*{_THE_YEAR})?\s*[:,.]\s*{_LABEL}{_RANGE}",
    # 12.3 (2018): 1-10
    rf"{_ALONE}{_VOLUME}\.{_NUMBER}\s*{_THE_YEAR}\s*[:,.]\s*{_LABEL}{_RANGE}",
    # 12(3), 1-10; 12(3):1-10; 12 (3) (2018): 1-10
    rf"{_ALONE}{_VOLUME}\s?{_ISSUE_IN_BRACKETS}\s*[:,.;]?\s*(?:{_THE_YEAR}\s*[:,.]?\s*)?{_LABEL}{_RANGE}",
    # 12, 3 (2018), 1-10; 12, 3, Article 145 (2018)
    rf"{_ALONE}{_VOLUME}\s*,\s*{_NUMBER}\s*{_THE_YEAR}\s*[:,.]\s*{_LABEL}{_RANGE}",
    rf"{_ALONE}{_VOLUME}\s*,\s*{_NUMBER}\s*,\s*{_ARTICLE}\s*{_RANGE}",
    # 12 (2018) 1-10
    rf"{_ALONE}{_VOLUME}\s*{_THE_YEAR}\s*[:,.]?\s*(?:{_NO}{_NUMBER}\s*[,:]\s*)?{_LABEL}{_RANGE}",
    # 12:1-10
    rf"{_ALONE}{_VOLUME}\s*:\s*{_LABEL}{_RANGE}",
    # 12, 1-10
    rf"{_ALONE}{_VOLUME}\s*,\s*(?:{_NO}{_NUMBER}\s*,\s*)?{_LABEL}{_RANGE}",
    # 12(3)
    rf"{_ALONE}{_VOLUME}\s?[(\[](?!{_YEAR}[)\]]){_ISSUE}[)\]]",
    # 2018;12.
    rf"(?<=;)\s*{_VOLUME}(?=\s*(?:\.|$))",
    # J Stud 12 1-10
    rf"(?<=[a-z.]\s)(?P<volume>\d{{1,4}})\s+(?:{_THE_YEAR}\s*)?{_RANGE}(?!\s?[(:;])",
    # J Stud 12 (2018)
    rf"(?<=[\w.]\s)(?P<volume>\d{{1,4}})\s*{_THE_YEAR}",
    # J Stud (2018) 1-10
    rf"{_THE_YEAR}\s*[:,]?\s*(?P<pages>(?:{_PAGE}){_DASH}(?:{_PAGE}))(?=\s*[.,]|\s*$)",
    # In: A Book, 1-10
    rf"(?<=[,:]\s)(?P<pages>(?:{_PAGE}){_DASH}(?:{_PAGE}))(?=\s*[.(,]|\s*$)",
    rf"\b{_PAGES}\b\.?\s*:?\s*{_RANGE}",
    rf"\b{_ARTICLE}\s*:?\.?\s*(?P<pages>[A-Za-z]{{0,3}}\d+\w*)",
    # J Stud, 12. and J Stud 12.
    r"(?<=,)\s*(?P<volume>\d{1,4})(?=\s*(?:[.,(]|$))",
    r"(?<=[a-zA-Z.]\s)(?P<volume>\d{1,4})(?=\s*\.?\s*$)",
)
_PATTERNS = tuple(re.compile(shape, re.IGNORECASE) for shape in _SHAPES)
_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")


@dataclass(frozen=True, slots=True)
class Place:
    """Volume, issue and pages as they can be read, and where each stands."""

    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    spans: dict[str, Range] = field(default_factory=dict)

    @property
    def start(self) -> int:
        return min(start for start, _ in self.spans.values())


def readings(text: str, start: int, end: int) -> list[Place]:
    """Every way to read the numbers of a part of the text, the likeliest first."""
    found: dict[tuple[str | None, str | None, str | None], Place] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            place = _place(match)
            if place is not None:
                found.setdefault((place.volume, place.issue, place.pages), place)
    return list(_likeliest_first(found.values()))


def _place(match: re.Match[str]) -> Place | None:
    groups = match.groupdict()
    spans, values = {}, {}
    for name in ("volume", "issue", "pages"):
        written = groups.get(name)
        if not written:
            continue
        value = written.strip(" .,;:")
        if not value:
            continue
        begin = match.start(name) + written.index(value)
        spans[name] = (begin, begin + len(value))
        values[name] = value
    if not values:
        return None
    return Place(values.get("volume"), values.get("issue"), values.get("pages"), spans)


def _likeliest_first(places: Iterable[Place]) -> Iterator[Place]:
    """A number that looks like a year of publication is the last to be taken for a volume or an issue."""
    listed = list(places)
    doubtful = [place for place in listed if _is_doubtful(place)]
    yield from (place for place in listed if place not in doubtful)
    yield from doubtful


def _is_doubtful(place: Place) -> bool:
    return is_like_year(place.volume) or is_like_year(place.issue)


def is_like_year(number: str | None) -> bool:
    """Whether a volume or an issue could be a year of publication."""
    return number is not None and _A_YEAR.fullmatch(number) is not None
