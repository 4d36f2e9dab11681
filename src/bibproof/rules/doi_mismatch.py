"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.compare import Likeness, compare
from bibproof.compare.relatives import is_of_another_version, is_preprint, is_review_of_it
from bibproof.edits import doi_replacement
from bibproof.evidence import Case, Record
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._describe import in_full


@rule(Severity.ERROR)
def doi_mismatch(case: Case) -> Iterator[Problem]:
    """The cited DOI, or number of arXiv, leads to another work.

    What
    The record under the DOI has another title and other people than the entry, and is not the work that the
    rest of the entry describes. A DOI that is an alias of the work's own is none of this. That of a preprint
    of the cited article, or of the book that the cited chapter is in, is a warning.

    Why
    Readers follow the DOI, and programs trust it before anything else.

    Example (fails)
    This DOI leads to Patten et al. 2018.

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1002/phar.2086},
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
    Where the report names the work's own DOI, put it there. Where it names none, find out which work was
    meant: the one that the DOI leads to, or the one that the entry describes.
    """
    led_to = case.doi_record
    if led_to is None or case.parts or not _is_another(case, led_to):
        return
    recorded = None if case.record in (None, led_to) else case.record.work.doi
    if case.reference.work.doi is None:
        number = case.reference.work.eprint
        yield Problem(f"the arXiv number leads to {in_full(led_to)}", field="eprint", cited=number)
        return
    yield Problem(
        f"the DOI leads to {in_full(led_to)}" + _which_is(case, led_to),
        field="doi",
        cited=case.reference.work.doi,
        recorded=recorded,
        edit=None if case.record in (None, led_to) else doi_replacement(case, case.record),
        severity=Severity.WARNING if _is_relative(case, led_to) else None,
    )


def _is_relative(case: Case, led_to: Record) -> bool:
    """Whether the DOI's work is another version of the cited one, its book or a part of it."""
    return case.has_relatives_doi or _is_its_version(case, led_to)


def _is_its_version(case: Case, led_to: Record) -> bool:
    cited = case.reference.work
    if not is_of_another_version(cited, led_to.work):
        return False
    comparison = compare(cited, led_to.work)
    return Likeness.DIFFERENT not in (comparison["title"], comparison["author"])


def _which_is(case: Case, led_to: Record) -> str:
    if case.has_relatives_doi:
        return ", the book that it is in" if led_to.work.type in ("book", "collection") else ", a part of it"
    if not _is_its_version(case, led_to):
        return ""
    return ", its preprint" if is_preprint(led_to.work) else ", which was published since"


def _is_another(case: Case, led_to: Record) -> bool:
    """Whether it is sure that the DOI's record is not the cited work, even while no search has answered."""
    if case.record is not None:
        return case.record.work.doi != led_to.work.doi or _is_its_version(case, led_to)
    if case.has_relatives_doi:
        return True
    comparison = compare(case.reference.work, led_to.work)
    if is_review_of_it(case.reference.work, led_to.work, comparison["author"]):
        return True
    return comparison["title"] is Likeness.DIFFERENT and comparison["author"] is Likeness.DIFFERENT
