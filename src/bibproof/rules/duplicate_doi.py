"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, library_rule
from bibproof.model import Library


@library_rule(Severity.WARNING)
def duplicate_doi(library: Library, cases: Sequence[Case]) -> Iterator[Problem]:
    """Two entries are the same work.

    What
    An entry whose DOI, cited or found, is that of an earlier entry under another key.

    Why
    The work stands in the list of references twice, with two numbers or as "2018a" and "2018b".

    Example (fails)
    Both have the same DOI: letters of either case are the same in one.

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }
        @article{kim-fishman,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/S11916-020-00898-0},
        }

    Example (passes)

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }
        @article{sudakin2016,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore},
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {10.1007/s13181-015-0512-x},
        }

    How to settle it
    Keep one entry, and cite its key. Chapters that give the DOI of their book need their own.
    """
    first: dict[str, Case] = {}
    for case in cases:
        doi = _doi(case)
        if doi is None:
            continue
        earlier = first.setdefault(doi, case).reference
        reference = case.reference
        if earlier.key == reference.key:
            continue
        line = library.position(earlier.span.start).line
        yield Problem(
            f"{earlier.key} on line {line} is the same work, {doi}",
            field="doi",
            span=reference.span_of("doi"),
            key=reference.key,
        )


def _doi(case: Case) -> str | None:
    """The DOI of the work that was settled on, or the cited one."""
    if case.record is not None and case.record.work.doi is not None:
        return case.record.work.doi
    return case.reference.work.doi
