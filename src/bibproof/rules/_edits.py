"""Edits that put what a record says into a BibTeX entry, and keep the file readable.

In a file of another format nothing is changed.
"""

from __future__ import annotations

import re

from bibproof.bibtex.latex import encode
from bibproof.evidence import Case, Record
from bibproof.findings import Edit
from bibproof.model import Person, Span, Work

_BEHIND = re.compile(r"(?:\s*(,))?")
_DASHES = re.compile(r"\s*[-–]+\s*")
_LAYOUT = re.compile(r"(\r\n|\r|\n)([ \t]*)([^\s=,{}]+)([ \t]*)=([ \t]*)")


def replacement(case: Case, field: str) -> Edit | None:
    """Put the record's value in the place of the entry's; None where the entry has it from elsewhere."""
    written = case.reference.written_field(field)
    if written is None or case.record is None or not case.library.is_bibtex:
        return None
    value = _value(case.record.work, field, written)
    if value is None:
        return None
    return _put(case, case.reference.fields[written], value)


def doi_replacement(case: Case, record: Record) -> Edit | None:
    """Put a record's DOI in the place of the one that is cited."""
    if "doi" not in case.reference.fields or record.work.doi is None or not case.library.is_bibtex:
        return None
    return _put(case, case.reference.fields["doi"], record.work.doi)


def doi_insertion(case: Case, doi: str) -> Edit | None:
    """Add a `doi` field behind the last one, as the entry itself is indented. It can't change the sense."""
    reference, text = case.reference, case.library.text
    if not reference.fields or not case.library.is_bibtex:
        return None
    last = max(reference.fields.values())
    behind_last = _BEHIND.match(text, last.end + _is_wrapped(text, last))
    if behind_last is None or behind_last.end() > reference.span.end:
        return None
    layouts = list(_LAYOUT.finditer(text, reference.span.start, last.start))
    line_end, indent, name, before, behind = layouts[-1].groups() if layouts else (" ", "", "doi", " ", " ")
    if len(before) > 1:  # the equals signs are in one column
        before = " " * max(len(name) + len(before) - len("doi"), 1)
    comma_before, comma_behind = ("", ",") if behind_last[1] else (",", "")
    added = f"{comma_before}{line_end}{indent}doi{before}={behind}{{{doi}}}{comma_behind}"
    return Edit(Span(behind_last.end(), behind_last.end()), added, safe=True)


def _put(case: Case, span: Span, value: str) -> Edit:
    """Replace a value; one that is a bare word or joined by # gets braces."""
    if not _is_wrapped(case.library.text, span):
        return Edit(span, f"{{{value}}}")
    if case.library.text[span.end] == '"' and '"' in value:
        return Edit(Span(span.start - 1, span.end + 1), f"{{{value}}}")
    return Edit(span, value)


def _is_wrapped(text: str, span: Span) -> bool:
    """Whether a value stands in braces or quotation marks of its own."""
    return text[span.start - 1 : span.start] + text[span.end : span.end + 1] in ("{}", '""')


def _value(work: Work, field: str, written: str) -> str | None:
    """What BibTeX's field of that name should hold."""
    if field == "author":
        people = work.editors if written == "editor" else work.authors
        return " and ".join(_name(person) for person in people) or None
    if field == "pages":
        return _pages(work, written)
    if field == "year":
        return _year(work, written)
    text = {
        "title": work.full_title,
        "journal": work.container_title,
        "volume": work.volume,
        "number": work.issue,
    }[field]
    return None if text is None else encode(text)


def _year(work: Work, written: str) -> str | None:
    if work.issued is None:
        return None
    return str(work.issued) if written == "date" else str(work.issued.year)


def _pages(work: Work, written: str) -> str | None:
    if written in ("eid", "articleno", "article-number"):
        return work.article_number or work.page
    page = work.page or work.article_number
    return None if page is None else "--".join(map(encode, _DASHES.split(page)))


def _name(person: Person) -> str:
    """A name as BibTeX reads it: "van der Berg, Jr., Jan"; a group in braces."""
    if person.literal is not None:
        return f"{{{encode(person.literal)}}}"
    family = " ".join(part for part in (person.particle, person.family) if part)
    return encode(", ".join(part for part in (family, person.suffix, person.given) if part))
