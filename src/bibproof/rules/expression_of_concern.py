"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._describe import notice
from bibproof.rules._notices import CONCERNS, notices


@rule(Severity.WARNING)
def expression_of_concern(case: Case) -> Iterator[Problem]:
    """The editors have expressed concern about the cited work.

    What
    The record names an expression of concern, by the publisher or by Retraction Watch.

    Why
    The work's results are in doubt, and a retraction may follow.

    Example (fails)
    The journal's editors have said that they doubt the data.

        @article{moreau2011,
          author = {Moreau, Ines},
          title = {Growth of alpine mosses in dilute acetic solutions},
          journal = {Bryological Notes},
          year = {2011},
          doi = {10.5555/in-doubt},
        }

    Example (passes)
    There is no notice about this one.

        @article{moreau2009,
          author = {Moreau, Ines},
          title = {A catalogue of alpine mosses},
          journal = {Bryological Notes},
          year = {2009},
          doi = {10.5555/mosses},
        }

    How to settle it
    Read the notice, and decide whether the text can still rest on the work.
    """
    for update in notices(case):
        if update.kind in CONCERNS:
            yield Problem(f"the editors have expressed concern about the work ({notice(update)})", field=None)
