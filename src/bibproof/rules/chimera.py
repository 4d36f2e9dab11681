"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.compare import FIELDS, compare
from bibproof.evidence import Candidates, Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._describe import in_full, label


@rule(Severity.ERROR)
def chimera(case: Case) -> Iterator[Problem]:
    """The parts of a reference belong to different works.

    What
    The title is one work's, and the people and year, or the place, are another's; or the DOI leads to another
    work than the rest describes, and nothing fits the rest. The report says which part is whose.

    Why
    There is no such work. Lists that a machine wrote are full of them, since each part by itself is real.

    Example (fails)
    The title is that of Kim & Fishman 2020, the people and the year are those of Patten et al. 2018.

        @article{patten2018,
          author = {Patten, D. K. and Schultz, B. G. and Berlau, D. J.},
          title = {Low-dose naltrexone for chronic pain: update and systemic review},
          journal = {Pharmacotherapy},
          year = {2018},
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
    Find out which work the text means, and take the reference from that work's record.
    """
    if case.parts:
        yield Problem(_whose(case), field=_odd_field(case))
    elif case.record is not None or case.doi_record is None or case.has_relatives_doi:
        return
    elif isinstance(case.search, Candidates):
        what = "DOI" if case.reference.work.doi is not None else "arXiv number"
        yield Problem(
            f"the {what} leads to {in_full(case.doi_record)}; nothing was found that fits the rest",
            field=next(iter(compare(case.reference.work, case.doi_record.work).differs), None),
        )


def _odd_field(case: Case) -> str | None:
    """Where to look first: at what is not the DOI's work's, or else not the one's that has most of it."""
    doi = case.reference.work.doi
    others = [part for part in case.parts if doi is None or part.record.work.doi != doi]
    odd = min(others or case.parts, key=lambda part: len(part.fields))
    return next((field for field in FIELDS if field in odd.fields), None)


def _whose(case: Case) -> str:
    """Which fields are whose, and which are nobody's."""
    owned = {field for part in case.parts for field in part.fields}
    shares = [f"{', '.join(part.fields)}: {label(part.record)}" for part in case.parts]
    rest = [field for field in FIELDS if field not in owned and case.reference.written_field(field)]
    if rest:
        shares.append(f"{', '.join(rest)}: neither’s")
    return "its parts belong to different works: " + "; ".join(shares)
