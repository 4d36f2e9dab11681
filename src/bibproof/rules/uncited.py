"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.findings import Citations, Problem, Severity, citation_rule


@citation_rule(Severity.NOTE)
def uncited(citations: Citations) -> Iterator[Problem]:
    r"""An entry is cited by none of the documents.

    What
    With `--cited-in DOCUMENT`: an entry that no document cites, nor takes fields from. It is not checked.

    Why
    In a bibliography of one document it may be left over; in one that several share, all is well.

    Example (fails)
    paper.tex says `\cite{sudakin2016}`, and `--cited-in paper.tex` is said:

        @article{kim2020,
          author = {Kim, Phillip S. and Fishman, Michael A.},
          title = {Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review},
          journal = {Current Pain and Headache Reports},
          year = {2020},
          doi = {10.1007/s11916-020-00898-0},
        }

    Example (passes)

        @article{sudakin2016,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore},
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {10.1007/s13181-015-0512-x},
        }

    How to settle it
    Cite it or remove it; where others need it, say `ignore = ["uncited"]` in the settings.
    """
    for reference in citations.uncited:
        yield Problem(f"not cited in {citations.documents}", span=reference.key_span, key=reference.key)
