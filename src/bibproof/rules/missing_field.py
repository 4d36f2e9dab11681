"""See the rule's own page, below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.model import Broken, Reference, Work

_PRINTED = ("title", "author or editor", "year")
_IN_A_BOOK = (*_PRINTED, "booktitle")
_COLLECTED = ("title", "year")
_REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": (*_PRINTED, "journal"),
        "suppperiodical": (*_PRINTED, "journal"),
        "book": _PRINTED,
        "mvbook": _PRINTED,
        "collection": _PRINTED,
        "mvcollection": _PRINTED,
        "reference": _PRINTED,
        "mvreference": _PRINTED,
        "inbook": _PRINTED,  # in BibTeX, the title is the book's
        "bookinbook": _IN_A_BOOK,
        "suppbook": _IN_A_BOOK,
        "incollection": _IN_A_BOOK,
        "suppcollection": _IN_A_BOOK,
        "inproceedings": _IN_A_BOOK,
        "conference": _IN_A_BOOK,
        "proceedings": _COLLECTED,
        "mvproceedings": _COLLECTED,
        "thesis": _PRINTED,
        "phdthesis": _PRINTED,
        "mastersthesis": _PRINTED,
        "bachelorsthesis": _PRINTED,
        "report": _PRINTED,
        "techreport": _PRINTED,
    }
)
"""What both btxdoc (3.1) and the biblatex manual (2.1.1) ask for, of what leads a reader to the work."""

_CORPORATE = frozenset({"report", "techreport"})  # an institution may be the author
_INHERITING = ("crossref", "xdata")


@rule(Severity.WARNING)
def missing_field(case: Case) -> Iterator[Problem]:
    """An entry lacks what a reader needs to find the work.

    What
    A title; and by the type of the entry, as BibTeX and biblatex both have it: somebody who wrote or edited
    it (of a report, an institution will do), the year, the journal of an article, the book of a paper or of
    a part, unless an `eprint` says where it is. Nothing else is asked for: a web page needs no year, a
    manual or proceedings no author, and an article no number. Nothing is asked of an entry that could only
    be read in part, or that takes its fields from one which is not in the file.

    Why
    Without these no style can write the reference, and nobody can look for it.

    Example (fails)
    An article without its journal.

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    Example (passes)

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    How to settle it
    Add the field. Where a DOI is cited, the record that the report names has it.
    """
    if _is_read_in_part(case):
        return
    for field in _missing(case.reference):
        if not any(case.reference.written_field(name) for name in field.split(" or ")):
            yield Problem(f"the entry has no {field}")


def _missing(reference: Reference) -> Iterator[str]:
    """What the work lacks; of a field that is there and can't be read, another rule tells."""
    work = reference.work
    there = {
        "title": work.title is not None,
        "author or editor": bool(work.authors or work.editors) or _has_corporate_author(reference),
        "year": work.issued is not None or _is_unpublished(work),
        "journal": work.container_title is not None or work.eprint is not None,
        "booktitle": work.container_title is not None or work.eprint is not None,
    }
    is_news = work.type in {"article-newspaper", "article-magazine"}
    for field in ("title",) if is_news else _REQUIRED.get(reference.entry_type, ("title",)):
        if not there[field]:
            yield field


def _is_read_in_part(case: Case) -> bool:
    """Whether the missing field may stand in what could not be read, or in an entry that is not here."""
    reference = case.reference
    if reference.reread is not None:  # a string has no fields: what is not read may be there
        return True
    inherits = [reference.fields[name] for name in _INHERITING if name in reference.fields]
    broken = case.library.broken  # in the file's order; there may be as many as entries
    first = bisect_left(broken, reference.span.start, key=_start)
    last = bisect_left(broken, reference.span.end, lo=first, key=_start)
    return any(not each.minor or each.span in inherits for each in broken[first:last])


def _start(broken: Broken) -> int:
    return broken.span.start


def _has_corporate_author(reference: Reference) -> bool:
    return reference.entry_type in _CORPORATE and any(
        name in reference.values for name in ("institution", "organization")
    )


def _is_unpublished(work: Work) -> bool:
    """Works in press have no year yet; the note says so."""
    return work.note is not None
