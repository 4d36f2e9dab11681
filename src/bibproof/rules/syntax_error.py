"""See the rule's own page, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibproof.evidence import Case
from bibproof.findings import Problem, Severity, library_rule
from bibproof.model import Library


@library_rule(Severity.ERROR)
def syntax_error(library: Library, cases: Sequence[Case]) -> Iterator[Problem]:  # noqa: ARG001 - a rule's signature
    """What BibTeX can't read, or reads otherwise than it was meant.

    What
    A brace or a quotation mark that is not closed, a comma or an equals sign that is missing, an entry
    without a key or without its @. What BibTeX itself goes on from is a warning: a name that no @string
    defines or a `crossref` to an entry that is not in the file (another file may hold either), a field that
    an entry has twice. The other entries are read and checked all the same.

    Why
    BibTeX drops such an entry or swallows the field behind it, and the list lacks it without a word.

    Example (fails)
    A comma is missing behind the title.

        @article{sudakin2016,
          author = {Sudakin, D.},
          title = {Naltrexone: Not Just for Opioids Anymore}
          journal = {Journal of Medical Toxicology},
          year = {2016},
          doi = {10.1007/s13181-015-0512-x},
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
    Mend what the message names, at the line and column that it gives.
    """
    for broken in library.broken:
        severity = Severity.WARNING if broken.minor else None
        yield Problem(broken.reason, span=broken.span, key=broken.key, severity=severity)
