"""The forms a report can be written in, one file each; the file's name is what a user types.

A form is a function `(Report) -> str` of the file's own name, or one that gives the text in pieces.
"""

from __future__ import annotations

from collections.abc import Iterable

from bibproof.errors import UsageError
from bibproof.findings import Report
from bibproof.plugins import discover
from bibproof.reports._layout import said, why_unsettled

__all__ = ["check_form", "said", "why_unsettled", "write"]


def write(report: Report, form: str) -> str:
    """The report in the form of that name. Raises UsageError where there is none."""
    return "".join(pieces(report, form))


def pieces(report: Report, form: str) -> Iterable[str]:
    """The same piece by piece, where the form is for long reports: the whole of one takes much memory."""
    check_form(form)
    written: str | Iterable[str] = discover("bibproof.reports")[form](report)
    return (written,) if isinstance(written, str) else written


def check_form(form: str) -> None:
    """Raise UsageError, naming the forms that there are, where `form` is none of them."""
    known = [name for name in discover("bibproof.reports") if not name.startswith("_")]
    if form not in known:
        raise UsageError(f"there is no format {form!r}; choose one of {', '.join(known)}")
