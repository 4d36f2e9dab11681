"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.model import Work

_DATED = frozenset({"article-journal", "paper-conference", "chapter", "book", "thesis", "report"})
_CONTAINED = {"article-journal": "journal", "paper-conference": "booktitle", "chapter": "booktitle"}


@rule(Severity.WARNING)
def missing_field(case: Case) -> Iterator[Problem]:
    """Finds that an entry lacks what a reader needs to find the work.

    What
    A title; somebody who wrote or edited it; the year, for what is printed; the journal of an article, the
    book of a chapter or a paper, unless an `eprint` says where it is. Nothing else is asked for: a web page
    needs no year, and an article no number.

    Why
    Without these no style can write the reference, and nobody can look for it.

    Example
    @article{key,
      author = {Kim, P. S.},
      title = {Low-dose naltrexone for chronic pain},
      year = {2020},        % the journal is missing
    }

    How to settle it
    Add the field. Where a DOI is cited, the record that the report names has it.
    """
    for field in _missing(case.reference.work):
        if not any(case.reference.written_field(name) for name in field.split(" or ")):
            yield Problem(f"the entry has no {field}")


def _missing(work: Work) -> Iterator[str]:
    """What the work lacks; of a field that is there and can't be read, another rule tells."""
    if work.title is None:
        yield "title"
    if not work.authors and not work.editors and work.type in _DATED:
        yield "author or editor"
    if work.issued is None and work.type in _DATED and not _is_unpublished(work):
        yield "year"
    if work.type in _CONTAINED and work.container_title is None and work.eprint is None:
        yield _CONTAINED[work.type]


def _is_unpublished(work: Work) -> bool:
    """Works in press have no year yet; the note says so."""
    return work.note is not None
