"""Edits that put what a record says into a BibTeX entry, in the entry's own way of writing.

Only a value is replaced, or a field added; all around it stays. In a file of another format nothing is
changed, nor where the file's encoding and LaTeX both lack what would have to be written.
"""

from __future__ import annotations

from functools import partial

from bibproof.bibtex.identifiers import doi_of
from bibproof.bibtex.writing import UnwritableError
from bibproof.doi import bare_doi
from bibproof.edits._layout import insertion, put
from bibproof.edits._values import in_letters_of, value_of, written_subtitle
from bibproof.evidence import Case, Elsewhere, Found, Record
from bibproof.findings import Edit
from bibproof.model import Span

__all__ = ["doi_cleaning", "doi_insertion", "doi_replacement", "in_letters_of", "replacement"]


def replacement(case: Case, field: str) -> Edit | None:
    """Put the record's value in the place of the entry's; None where the entry has it from elsewhere."""
    written = case.reference.written_field(field)
    if written is None or case.record is None or not case.library.is_bibtex:
        return None
    write = partial(value_of, case.reference, case.record.work, field, written)
    try:
        value = in_letters_of(case.library, write)
    except UnwritableError:
        return None
    if value is None:
        return None
    edit = put(case.library.text, case.reference.fields[written], value)
    return _with_subtitle(case, edit) if written == "title" else edit


def _with_subtitle(case: Case, title: Edit) -> Edit | None:
    """The edit of a title, together with that of the field that holds the subtitle, if there is one."""
    if case.record is None or "subtitle" not in case.reference.fields:
        return title
    try:
        value = in_letters_of(case.library, partial(written_subtitle, case.reference, case.record.work))
    except UnwritableError:
        return None
    if value is None:
        return title
    text = case.library.text
    subtitle = put(text, case.reference.fields["subtitle"], value)
    first, last = sorted((title, subtitle), key=lambda edit: edit.span)
    between = text[first.span.end : last.span.start]
    return Edit(Span(first.span.start, last.span.end), f"{first.text}{between}{last.text}")


def doi_replacement(case: Case, record: Record) -> Edit | None:
    """Put a record's DOI in the place of what stands in the field `doi`."""
    doi = record.work.doi
    if "doi" not in case.reference.fields or doi is None or not case.library.is_bibtex:
        return None
    return put(case.library.text, case.reference.fields["doi"], doi) if _is_writable(doi) else None


def doi_insertion(case: Case, doi: str) -> Edit | None:
    """Add the field `doi`, or fill it where it is empty. It can't change the sense."""
    if not case.library.is_bibtex or not _is_writable(doi):
        return None
    if "doi" in case.reference.fields:
        edit = put(case.library.text, case.reference.fields["doi"], doi)
        return Edit(edit.span, edit.text, safe=True)
    return insertion(case.library.text, case.reference, "doi", doi)


def doi_cleaning(case: Case) -> Edit | None:
    r"""Take the address off a registered DOI: "10.1000/182" for "https://doi.org/10.1000/182".

    Its case and LaTeX's `\_` stay as they are written: the one says nothing, and which of "_" and `\_` is right
    depends on the style that prints it.
    """
    reference = case.reference
    if "doi" not in reference.fields or not case.library.is_bibtex:
        return None
    if not isinstance(case.by_doi, Found | Elsewhere):
        return None
    value = reference.values["doi"]
    bare = bare_doi(value)
    if bare is None or bare == value or not _is_writable(bare):
        return None
    if (doi_of({"doi": bare}) or "").lower() != reference.work.doi:
        return None
    edit = put(case.library.text, reference.fields["doi"], bare)
    return Edit(edit.span, edit.text, safe=True)


def _is_writable(doi: str) -> bool:
    """Whether a DOI can stand in braces and in quotes as it is; styles take it letter by letter."""
    return doi.isascii() and not any(mark in doi for mark in '{}"')
