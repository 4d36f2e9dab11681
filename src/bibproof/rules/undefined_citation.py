"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.findings import Citations, Problem, Severity, citation_rule


@citation_rule(Severity.ERROR)
def undefined_citation(citations: Citations) -> Iterator[Problem]:
    r"""A document cites a key that none of the bibliographies has.

    What
    With `--cited-in DOCUMENT`: a key of the document that no entry has, whatever its case, nor any entry's
    `ids`. Name all bibliographies that the document uses.

    Why
    In print there is a question mark or the bare key, and the list lacks the work.

    Example (fails)
    paper.tex says `\cite{sudakin2016}`, and this is all that `--cited-in paper.tex` is given:

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    Example (passes)
    The entry is there:

        @article{sudakin2016,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore},
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {10.1007/s13181-015-0512-x},
        }

    How to settle it
    Mend the key in the document, add the entry, or name the other bibliography too.
    """
    for key, span in citations.undefined:
        yield Problem(f"{key} is cited, and none of the bibliographies has it", span=span, key=key)
