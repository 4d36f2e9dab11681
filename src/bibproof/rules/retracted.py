"""See the rule's own page, below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, rule
from bibproof.rules._describe import notice
from bibproof.rules._notices import RETRACTIONS, notices

_MARKED = re.compile(
    r"^\W*(?:retracted|withdrawn|removed)\b(?:\s+(?:article|paper|chapter))?\s*[:\]—–-]"
    r"|[\[(]\s*(?:retracted|withdrawn)(?:\s+(?:article|paper|chapter))?\s*[\])]\W*$",
    re.IGNORECASE,
)
_WORDS = {
    "retraction": "retracted",
    "partial_retraction": "retracted in part",
    "withdrawal": "withdrawn",
    "removal": "removed",
}


@rule(Severity.ERROR)
def retracted(case: Case) -> Iterator[Problem]:
    """The cited work has been retracted, withdrawn or removed.

    What
    The record names a notice of retraction, by the publisher or by Retraction Watch (both are read; what both
    report is told once); or the registered title starts with "RETRACTED:". Nothing is said of an entry whose
    own title says so, or that cites the notice itself.

    Why
    A retracted work is no evidence, and most citations of one do not know it.

    Example (fails)
    Retracted in 2010.

        @article{wakefield1998,
          author = {Wakefield, A. J. and others},
          title = {Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental
                   disorder in children},
          journal = {The Lancet},
          year = {1998},
          doi = {10.1016/S0140-6736(97)11096-0},
        }

    Example (passes)
    The entry says so itself.

        @article{wakefield1998,
          author = {Wakefield, A. J. and others},
          title = {RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive
                   developmental disorder in children},
          journal = {The Lancet},
          year = {1998},
          doi = {10.1016/S0140-6736(97)11096-0},
        }

    How to settle it
    Read the notice. Cite another work; or, where the text is about the retraction, say so in the entry's
    title ("RETRACTED: ...") as the publisher does.
    """
    cited = case.reference.work.title or ""
    if case.record is None or _MARKED.search(cited):
        return
    found = [update for update in notices(case) if update.kind in RETRACTIONS]
    for update in found:
        yield Problem(f"the work was {_WORDS[update.kind]} ({notice(update)})", field=None)
    title = case.record.work.title
    if not found and title is not None and _MARKED.search(title) and not case.record.notice_for:
        yield Problem(f"the registered title says that the work was retracted: “{title}”", field=None)
