"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, library_rule
from bibproof.model import Library, Reference


@library_rule(Severity.ERROR)
def duplicate_key(library: Library, cases: Sequence[Case]) -> Iterator[Problem]:  # noqa: ARG001 - a rule's signature
    """Two entries have the same key.

    What
    The second entry of a key. Keys that differ only in upper and lower case are a warning: biber tells them
    apart, BibTeX does not.

    Why
    BibTeX complains and leaves the second one out, and other programs take one of the two: a document that
    cites the key may cite the wrong work.

    Example (fails)

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }
        @article{kim2020,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore},
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {10.1007/s13181-015-0512-x},
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
    Remove the entry that is not needed, or give it another key and mend the documents that cite it.
    """
    first: dict[str, Reference] = {}
    for reference in library:
        if not reference.key:
            continue
        earlier = first.setdefault(reference.key.lower(), reference)
        if earlier is reference:
            continue
        line = library.position(earlier.span.start).line
        if earlier.key == reference.key:
            yield Problem(
                f"the entry on line {line} has the key {reference.key} too",
                span=reference.key_span,
                key=reference.key,
            )
        else:
            yield Problem(
                f"the key {earlier.key} on line {line} differs only in case: BibTeX takes them for one",
                span=reference.key_span,
                key=reference.key,
                severity=Severity.WARNING,
            )
