"""Works as BibTeX entries, in types and fields that BibTeX's own styles and biblatex both know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from bibproof.bibtex.layout import Layout
from bibproof.bibtex.writing import write_names, write_rich_title, write_text, write_title
from bibproof.model import Work

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review-book": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "entry-dictionary": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "dataset": "dataset",
}
_IN_BOOKS = frozenset({"incollection", "inproceedings"})
_PUBLISHER = {
    "phdthesis": "school",
    "mastersthesis": "school",
    "techreport": "institution",
    "misc": "howpublished",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_PAGES = frozenset({"no-no", "n/a-n/a", "na-na", "n/a"})  # what some deposit before there are any
_DASHES = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_NO_KEY = re.compile(r"[^a-z0-9]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DOI_FIT = re.compile(r'[^{}"\s]+')


def entry_key(work: Work, taken: Iterable[str]) -> str:
    """Family name and year, "kim2020"; with a letter behind it where that is taken, in whatever case."""
    people = work.authors or work.editors
    named = _plain_letters(people[0].surname) if people else ""
    words = (_plain_letters(word) for word in (work.title or "").split())
    name = named or next((word for word in words if len(word) > 3), "ref")
    first = f"{name[:40]}{'' if work.year is None else work.year}"
    used = {key.lower() for key in taken}
    return next(key for key in _numbered(first) if key not in used)


def _numbered(first: str) -> Iterator[str]:
    yield first
    before = [first]
    while True:
        before = [f"{key}{letter}" for key in before for letter in _LETTERS]
        yield from before


def _plain_letters(text: str) -> str:
    return _NO_KEY.sub("", normalize("NFKD", text.lower().translate(_UNDECOMPOSED)))


def write_entry(key: str, work: Work, layout: Layout | None = None, encoding: str = "utf-8") -> str:
    """The entry, without a line end behind it. Raises UnwritableError."""
    entry_type = _type_of(work)
    fields = [(name, value) for name, value in _fields(entry_type, work, encoding) if value]
    layout = layout or Layout(width=max(len(name) for name, _ in fields) + 1 if fields else None)
    written = [layout.field(name, value, is_word=name == "month") for name, value in fields]
    return f"@{entry_type}{{{key}" + "".join(layout.separator + field for field in written) + layout.end + "}"


def _type_of(work: Work) -> str:
    found = _TYPES.get(work.type, "misc")
    return "mastersthesis" if found == "phdthesis" and "master" in (work.genre or "").lower() else found


def _fields(entry_type: str, work: Work, encoding: str) -> Iterator[tuple[str, str | None]]:
    def text(value: str | None) -> str | None:
        return None if value is None else write_text(value, encoding)

    yield "author", write_names(work.authors, encoding, et_al=work.et_al)
    yield "editor", write_names(work.editors, encoding, et_al=work.editors_et_al)
    yield "title", _title(work, encoding)
    if entry_type == "book":
        yield "series", text(work.collection_title or work.container_title)
    else:
        yield ("booktitle" if entry_type in _IN_BOOKS else "journal"), text(work.container_title)
        yield "series", text(work.collection_title)
    if work.issued is not None:
        yield "year", f"{work.issued.year:04d}"
        yield "month", _MONTHS[work.issued.month - 1] if work.issued.month else None
    yield "volume", text(work.volume)
    yield "number", text(work.issue or work.number)
    if work.article_number is not None and work.page in {None, work.article_number}:
        yield "eid", text(work.article_number)
    elif work.page is not None and work.page.lower() not in _NO_PAGES:
        yield "pages", "--".join(write_text(part, encoding) for part in _DASHES.split(work.page.strip(" -–")))
    yield "edition", text(work.edition)
    yield _PUBLISHER.get(entry_type, "publisher"), text(work.publisher) if entry_type != "article" else None
    yield "address", text(work.publisher_place) if entry_type != "article" else None
    yield "isbn", work.isbn[0] if work.isbn and entry_type != "article" else None
    yield "doi", work.doi if work.doi is not None and _DOI_FIT.fullmatch(work.doi) else None
    yield "url", work.url if work.doi is None else None


def _title(work: Work, encoding: str) -> str | None:
    if "title" not in work.rich:
        return None if work.title is None else write_title(_full_title(work), encoding)
    title = write_rich_title(work.rich["title"], encoding)
    return title if work.subtitle is None else f"{title}: {write_title(work.subtitle, encoding)}"


def _full_title(work: Work) -> str:
    """Title and subtitle, with no colon behind a mark that already parts them."""
    title = work.title or ""
    if work.subtitle is None:
        return title
    return f"{title} {work.subtitle}" if title.endswith(("?", "!", ":")) else f"{title}: {work.subtitle}"
