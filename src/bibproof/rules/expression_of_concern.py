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

    Example
    @article{key,
      doi = {10.1000/in-doubt},    % its editors doubt the data
    }

    How to settle it
    Read the notice, and decide whether the text can still rest on the work.
    """
    for update in notices(case):
        if update.kind in CONCERNS:
            yield Problem(f"the editors have expressed concern about the work ({notice(update)})", field=None)
