"""What a field should hold, by the record, in the form that the entry gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from bibproof.bibtex.latex import decode
from bibproof.bibtex.writing import UnwritableError, write_text
from bibproof.edits._names import names_value
from bibproof.edits._titles import split_title, title_value
from bibproof.model import Date, Library, Reference, Work

_DASHES = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_WRITTEN_DASH = re.compile(r"(?<=\w)(?:--?|–)(?=\w)")
_ACCENT_COMMAND = re.compile(
    r"""\\(?:["'`^~=.]|[cHkruv](?=[\s{\\]))\s*\{?\s*\\?[A-Za-z]|\\(?:ss|aa|ae|oe?|l)\b"""
)
_ABBREVIATED = re.compile(r"\w\.(?:\s|$)")
_NUMBERS_OF_ARTICLES = ("eid", "articleno", "article-number")


T = TypeVar("T")


def in_letters_of(library: Library, write: Callable[[str], T]) -> T:
    """What `write` gives for the file's encoding, or for "ascii" where the file has accents as commands.

    Raises UnwritableError.
    """
    if library.text.isascii() and _ACCENT_COMMAND.search(library.text):
        with suppress(UnwritableError):
            return write("ascii")
    return write(library.encoding)


def value_of(reference: Reference, work: Work, field: str, written: str, encoding: str) -> str | None:
    """What the BibTeX field of the name `written`, which people call `field`, should hold.

    Raises UnwritableError.
    """
    old = reference.values.get(written, "")
    match field:
        case "author":
            are_editors = written == "editor"
            people = work.editors if are_editors else work.authors
            is_open = work.editors_et_al if are_editors else work.et_al
            return names_value(old, people, is_open=is_open, encoding=encoding)
        case "title":
            title, _ = split_title(work) if "subtitle" in reference.fields else (work.full_title, None)
            return None if title is None else title_value(old, title, encoding)
        case "journal":
            return _optional(_journal(old, work), encoding)
        case "pages":
            return _pages(old, work, written, encoding)
        case "year":
            return _year(old, work.issued, written)
        case "volume":
            return _optional(work.volume, encoding)
        case "number":
            return _optional(work.issue, encoding)
    return None


def written_subtitle(reference: Reference, work: Work, encoding: str) -> str | None:
    """What the field `subtitle` should hold; None where the record has no subtitle to say.

    Raises UnwritableError.
    """
    _, subtitle = split_title(work)
    return None if subtitle is None else title_value(reference.values["subtitle"], subtitle, encoding)


def _optional(text: str | None, encoding: str) -> str | None:
    return None if text is None else write_text(text, encoding)


def _journal(old: str, work: Work) -> str | None:
    """The container's title; the short one where the entry's is abbreviated and the record has one."""
    if _ABBREVIATED.search(decode(old)):
        short = [title for title in work.other_container_titles if _ABBREVIATED.search(title)]
        return short[0] if short else work.container_title
    return work.container_title


def _year(old: str, issued: Date | None, written: str) -> str | None:
    """The year; where the field is `date` or `issued`, as exactly as the entry has it."""
    if issued is None:
        return None
    if written == "year":
        return str(issued.year)
    parts = str(issued).split("-")
    return "-".join(parts[: max(1, len(old.split("/", maxsplit=1)[0].strip().split("-")))])


def _pages(old: str, work: Work, written: str, encoding: str) -> str | None:
    if written in _NUMBERS_OF_ARTICLES:
        return _optional(work.article_number or work.page, encoding)
    page = work.page or work.article_number
    if page is None:
        return None
    dash = _WRITTEN_DASH.search(old)
    parts = [write_text(part, encoding) for part in _DASHES.split(page.strip(" -–")) if part]
    return (dash[0] if dash else "--").join(parts) or None
