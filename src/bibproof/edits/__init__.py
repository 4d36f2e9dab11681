"""Edits that put what a record says into a BibTeX entry, in the entry's own way of writing.

Only a value is replaced, or a field added; all around it stays. In a file of another format nothing is
changed, nor where the file's encoding and LaTeX both lack what would have to be written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from bibproof.bibtex.identifiers import doi_of
from bibproof.bibtex.writing import UnwritableError
from bibproof.compare import Likeness
from bibproof.compare.text import edits
from bibproof.doi import bare_doi, written_doi
from bibproof.edits._layout import insertion, put
from bibproof.edits._values import in_letters_of, value_of, written_subtitle
from bibproof.evidence import Case, Elsewhere, Found, NotFound, Record
from bibproof.findings import Edit

__all__ = [
    "doi_cleaning",
    "doi_insertion",
    "doi_replacement",
    "in_letters_of",
    "replacement",
    "subtitle_replacement",
]

_IN_ADDRESS = re.compile(r"[A-Za-z0-9./()_:;-]+")  # what needs no escape in an address
_SLIP = 2  # letters that a DOI may be off by and still be meant, where nobody has registered what is written
_TELLING = 6  # letters of a piece of a DOI that no other work's has by chance


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
    return put(case.library.text, case.reference.fields[written], value)


def subtitle_replacement(case: Case) -> Edit | None:
    """Put the record's subtitle in the field that an entry has for it."""
    if case.record is None or "subtitle" not in case.reference.fields or not case.library.is_bibtex:
        return None
    try:
        value = in_letters_of(case.library, partial(written_subtitle, case.reference, case.record.work))
    except UnwritableError:
        return None
    return None if value is None else put(case.library.text, case.reference.fields["subtitle"], value)


def doi_replacement(case: Case, record: Record) -> Edit | None:
    """Put a record's DOI in the place of the one that is cited. It is safe where that is a slip.

    What is cited stands in the field `doi`, or in an address of doi.org where the entry has no such field.
    """
    doi = record.work.doi
    if doi is None or not case.library.is_bibtex or not _is_writable(doi):
        return None
    fields = case.reference.fields
    if "doi" in fields:
        edit = put(case.library.text, fields["doi"], doi)
    elif "url" in fields and (address := _address_with(case, doi)) is not None:
        edit = put(case.library.text, fields["url"], address)
    else:
        return None
    return replace(edit, safe=_is_slip(case, doi))


def _address_with(case: Case, doi: str) -> str | None:
    """The entry's address with another DOI in it; None where it is not that of the cited DOI."""
    address = case.reference.values["url"]
    written = written_doi(address)
    if written is None or written.lower() != case.reference.work.doi or address.count(written) != 1:
        return None
    return address.replace(written, doi) if _IN_ADDRESS.fullmatch(doi) else None


def _is_slip(case: Case, doi: str) -> bool:
    """Whether what is cited leads nowhere, and is the DOI but for a letter or two, or a piece of it."""
    cited = case.reference.work.doi
    if cited is not None:
        return isinstance(case.by_doi, NotFound) and edits(cited, doi, _SLIP) <= _SLIP
    piece = "".join(case.reference.values["doi"].lower().split())
    return len(piece) >= _TELLING and (piece in doi or doi in piece)


def doi_insertion(case: Case, doi: str) -> Edit | None:
    """Add the field `doi`, or fill it where it is empty. It is safe unless another work may be meant."""
    if not case.library.is_bibtex or not _is_writable(doi):
        return None
    if "doi" in case.reference.fields:
        edit = put(case.library.text, case.reference.fields["doi"], doi)
    else:
        added = insertion(case.library.text, case.reference, "doi", doi)
        if added is None:
            return None
        edit = added
    return replace(edit, safe=not (_may_be_preprint(case) or _has_rival(case)))


def _may_be_preprint(case: Case) -> bool:
    """Whether an e-print is cited that the record may be a later version of."""
    is_there = case.comparison is not None and case.comparison["journal"] is Likeness.SAME
    return case.reference.work.eprint is not None and not is_there


def _has_rival(case: Case) -> bool:
    """Whether another work that was found has all that the entry says: a second part, a later edition."""
    if case.record is None or case.comparison is None:
        return False
    needed = {field for field in case.comparison.agrees if field != "title"}
    return any(
        candidate.record.work.doi != case.record.work.doi
        and needed <= set(candidate.comparison.agrees)
        and not candidate.comparison.differs
        and candidate.comparison["title"] in {Likeness.SAME, Likeness.CLOSE}
        for candidate in case.candidates
    )


def doi_cleaning(case: Case) -> Edit | None:
    r"""Take the address off a registered DOI: "10.1000/182" for "https://doi.org/10.1000/182".

    Its case and LaTeX's `\_` stay as they are written: the one says nothing, and which of "_" and `\_` is
    right depends on the style that prints it.
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
    return replace(edit, safe=True)


def _is_writable(doi: str) -> bool:
    """Whether a DOI can stand in braces and in quotes as it is; styles take it letter by letter."""
    return doi.isascii() and not any(mark in doi for mark in '{}"')
