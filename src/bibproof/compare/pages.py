"""Pages: a range, its beginning, an abbreviated end, or the number of an article that has no pages.

Where an article has both a number and pages of its own (1 to 12), either is right, and one says nothing
about the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.text import word_set
from bibproof.model import Work

_VOID = word_set(
    """
    n/a na n/a-n/a na-na no no-no 0 0-0 - null none - 1-1? ? tbd tba ifc
    """
)
_NOT_OUT = re.compile(
    r"press|ahead|online|preprint|forthcoming|appear|unpaginated|various|arxiv|accepted|null", re.IGNORECASE
)
_A_NUMBER_OF_PAGES = re.compile(
    r"(?:[ivxlc]+\s*[+,]\s*)?\d+\s*(?:pp?|pages?|seiten|s)\.?(?:\s.*)?$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^p+(?=\d)|^s\.\s+(?=\d)|^(?:pages?|pgs?|pp|p|seiten?|article\s*(?:number|no|id)?|art\s*(?:no|id)?|articleno|paper(?:\s*(?:no|id))?|id|no|eid)\b[\s.:#]*",
    re.IGNORECASE,
)
_DASHES = re.compile(r"\s*(?:[‐‑‒–—―−﹣－-]+|\bto\b|\bbis\b)\s*")
_PLAIN_PAGES = re.compile(r"([1-9][0-9]{0,8})(?:[-–]{1,2}([1-9][0-9]{0,8}))?")  # as most are written
_PAGE = re.compile(r"([a-z.]*?)\s*0*(\d+)([a-z]{0,2})")
_OF_ARTICLE = re.compile(r"^(\w+)[:.](\d+)(?:-(?:\1[:.])?(\d+))?$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_OPEN_END = re.compile(r"(?<=\d)\s*(?:\+|ff?\.?|sq\.?|et seq\.?)$")
LONGEST_ARTICLE_FROM_ONE = 200  # a range from page 1 to no more than this may count one article's own pages


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: letters before ("S", "e"), number, letters after ("595a")."""

    before: str
    number: int
    after: str

    def is_like(self, other: _Page) -> bool:
        """The same page; a letter that tells the column or the notice on it may be left out."""
        if self.number != other.number or self._prefix() != other._prefix():
            return False
        return self.after == other.after or not self.after or not other.after

    def _prefix(self) -> str:
        return (
            "" if self.before == "e" else self.before
        )  # an electronic page's or article's "e" is dropped at will


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where a work stands: its first page and its last, None where only the first is known."""

    first: _Page
    last: _Page | None
    last_written: str = ""  # the last page's digits as they stand there: "05" of "595-05"
    inner: bool = False  # an article's number with pages of its own: "82:1-82:10"


def compare_pages(cited: Work, recorded: Work) -> FieldComparison:
    """The pages, or article number, of one work and the other's."""
    written = cited.page or cited.article_number
    registered = recorded.page if _extents(recorded.page) else recorded.article_number or recorded.page
    shown = written, registered
    ours = [*_extents(cited.page), *_extents(cited.article_number)]
    theirs, number = _extents(recorded.page), _extents(recorded.article_number)
    if not ours or not (theirs or number):
        if written and registered and _squeezed(written) == _squeezed(registered) and not _is_void(written):
            return FieldComparison(Likeness.SAME, *shown)
        return FieldComparison(Likeness.UNKNOWN, *shown)
    ranges = [extent for extent in theirs if extent.last is not None]
    found = {
        _extent_likeness(one, other, theirs, number)
        for one in ours
        for other in (ranges if one.last is not None and ranges else (*theirs, *number))
    }
    if _is_whole_range(ours, theirs):
        found.add(Likeness.SAME)
    likeness = next(
        likeness
        for likeness in (Likeness.SAME, Likeness.CLOSE, Likeness.UNKNOWN, Likeness.DIFFERENT)
        if likeness in found
    )
    return FieldComparison(likeness, *shown)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", _LABEL.sub("", text.strip())).lower()


def _is_void(text: str) -> bool:
    return _DASHES.sub("-", text.strip().lower()) in _VOID or _NOT_OUT.search(text) is not None


@lru_cache(maxsize=4096)
def _extents(written: str | None) -> tuple[_Extent, ...]:
    """The ranges of "1-3, 10-11", the first one first; none where nothing can be read."""
    plain = None if written is None else _PLAIN_PAGES.fullmatch(written)
    if plain is not None:
        first, last = plain.groups()
        return (_range(_Page("", int(first), ""), None if last is None else _Page("", int(last), ""), last),)
    if not written or _is_void(written) or _A_NUMBER_OF_PAGES.match(written.strip()):
        return ()
    text = unicodedata.normalize("NFKC", written).strip().lower()
    text = _THOUSANDS.sub("", _LABEL.sub("", _LABEL.sub("", text)))
    extents = []
    for part in re.split(r"[,;&]|\band\b|\be(?=\d+$)(?<=\.e)", text):
        extent = _extent(_OPEN_END.sub("", _DASHES.sub("-", part.strip())).strip(" ."))
        if extent is not None:
            extents.append(extent)
    return tuple(extents)


def _extent(part: str) -> _Extent | None:
    inner = _OF_ARTICLE.match(part)
    if inner and (":" in part or inner[3]) and (article := _page(inner[1])):
        return _Extent(article, None, inner=True)
    if part.count("-") > 1:
        return None  # "2-64-2-71" counts the pages of each chapter
    first_text, _, last_text = part.partition("-")
    first = _page(first_text)
    if first is None:
        return None
    return _range(first, _page(last_text) if last_text else None, re.sub(r"\D", "", last_text))


def _range(first: _Page, last: _Page | None, digits: str) -> _Extent:
    """From page to page; `digits` as the last one is written."""
    return (
        _Extent(first, None)
        if last is None
        else _ordered(_Extent(first, _completed(first, last, digits), digits))
    )


def _page(text: str) -> _Page | None:
    found = _PAGE.fullmatch(text.strip().rstrip("."))
    return _Page(found[1].strip("."), int(found[2]), found[3]) if found else None


def _completed(first: _Page, last: _Page, digits: str) -> _Page:
    """The last page in full: 605 of "595-05", 106 of "103-6", S99 of "S93-9"."""
    before = last.before or first.before
    number = last.number
    if number < first.number and len(digits) < len(str(first.number)):
        size = 10 ** len(digits)
        number = first.number - first.number % size + number
        if number < first.number:
            number += size
    return _Page(before, number, last.after)


def _ordered(extent: _Extent) -> _Extent:
    """Deposits have "1197-1180" where 1180-1197 is meant."""
    if extent.last is not None and extent.last.number < extent.first.number and not extent.first.before:
        return _Extent(extent.last, extent.first, str(extent.first.number))
    return extent


def _is_whole_range(ours: Sequence[_Extent], theirs: Sequence[_Extent]) -> bool:
    """Whether one side writes "1-11" for "1-3, 10-11", from the first page to the last."""
    if not theirs or len(theirs) == len(ours) or not ours[0].first.is_like(theirs[0].first):
        return False
    return bool(ours[-1].last and theirs[-1].last and ours[-1].last.is_like(theirs[-1].last))


def _extent_likeness(
    cited: _Extent, recorded: _Extent, pages: Sequence[_Extent], number: Sequence[_Extent]
) -> Likeness:
    if cited.first.is_like(recorded.first):
        return _by_last_page(cited, recorded)
    if cited.inner or recorded.inner or _is_of_other_kind(cited, recorded, number):
        return Likeness.UNKNOWN
    if cited.first.number == recorded.first.number and (
        cited.first.before == recorded.first.before or not cited.first.before or not recorded.first.before
    ):
        return Likeness.CLOSE
    if (
        cited.last is None
        and recorded.last is not None
        and recorded in pages
        and _is_within(cited.first, recorded)
    ):
        return Likeness.CLOSE
    return Likeness.DIFFERENT


def _by_last_page(cited: _Extent, recorded: _Extent) -> Likeness:
    if cited.last is None or recorded.last is None or cited.inner or recorded.inner:
        return Likeness.SAME
    if cited.last.number == recorded.last.number:
        return Likeness.SAME
    if (
        cited.last_written
        and len(cited.last_written) < len(str(recorded.last.number))
        and str(recorded.last.number).endswith(cited.last_written)
    ):
        return Likeness.SAME
    return Likeness.CLOSE if cited.last == cited.first else Likeness.DIFFERENT


def _is_within(page: _Page, extent: _Extent) -> bool:
    if extent.last is None or page.before != extent.first.before:
        return False
    return extent.first.number <= page.number <= extent.last.number


def _is_of_other_kind(cited: _Extent, recorded: _Extent, number: Sequence[_Extent]) -> bool:
    """Whether one side counts the article's own pages and the other gives its number in the volume."""
    if _is_from_one(cited) and recorded.last is None:
        return True
    return _is_from_one(recorded) and cited.last is None and not number


def _is_from_one(extent: _Extent) -> bool:
    """Pages that an article counts for itself."""
    return (
        extent.first.number == 1
        and not extent.first.before
        and extent.last is not None
        and extent.last.number <= LONGEST_ARTICLE_FROM_ONE
    )
