"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.compare.identity import is_another_version, is_preprint_of_it
from bibproof.evidence import Candidates, Case, NotFound
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._describe import in_full

_PARTLY_REGISTERED = frozenset({"book", "entry-encyclopedia"})
_WORTH_SHOWING = 0.5  # the share of the title's words that a candidate must have


@rule(Severity.ERROR)
def not_found(case: Case) -> Iterator[Problem]:
    """No source has such a work.

    What
    Every source that was asked has answered, and none has a record that is surely this work. Books are a
    warning, since registries hold only a part of them; so are works without a title, as in lists of
    physicists and chemists, which a search may miss. Where only another version is registered it is a note,
    since the work exists: the journal's version of a conference paper, a preprint of what appeared later.
    While a source does not answer, nothing is said.

    Why
    A work that nobody registered may have a fault in its title that hides it, may have appeared where nothing
    is registered, or may not exist. Which of these it is, a registry can't tell: "no record" is no proof.

    Example (fails)

        @article{nobody2019,
          author = {Nobody, A.},
          title = {A study that was never made},
          journal = {The Lancet},
          year = {2019},
        }

    Example (passes)
    A work that is registered is found without its DOI as well.

        @article{younger2014,
          author = {Younger, Jarred and Parkitny, Luke and McLain, David},
          title = {The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic
                   pain},
          journal = {Clinical Rheumatology},
          year = {2014},
        }

    How to settle it
    Look at the candidates in the report: one may be the work, with a fault in the entry. Look for the work
    where it is said to have appeared. If it is there, it is right, and not registered: say so in a note.
    """
    if case.record is not None or case.parts:
        return
    if not case.covered:
        yield from _other_version(case)
        return
    if not isinstance(case.search, Candidates) or not (
        case.by_doi is None or isinstance(case.by_doi, NotFound)
    ):
        return
    work = case.reference.work
    severity = Severity.WARNING if work.type in _PARTLY_REGISTERED or work.title is None else None
    yield Problem("no record of this work was found" + _nearest(case), severity=severity)


def _other_version(case: Case) -> Iterator[Problem]:
    """The journal's version of a conference paper, or the work's preprint, where only that is registered."""
    work = case.reference.work
    for candidate in case.candidates if isinstance(case.search, Candidates) else ():
        recorded, comparison = candidate.record.work, candidate.comparison
        if is_another_version(work, recorded, comparison) or is_preprint_of_it(recorded, comparison):
            yield Problem(
                f"only another version of it was found: {in_full(candidate.record)}", severity=Severity.NOTE
            )
            return


def _nearest(case: Case) -> str:
    """The candidate that is most like it, if one is at all."""
    if not case.candidates or case.candidates[0].comparison.title_overlap < _WORTH_SHOWING:
        return ""
    nearest = case.candidates[0]
    said = f"; the nearest is {in_full(nearest.record)}"
    differs = nearest.comparison.differs
    return f"{said}, which differs in {', '.join(differs)}" if differs else said
