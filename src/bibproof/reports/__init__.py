"""The forms a report can be written in, one file each; the file's name is what a user types.

A form is a function `(Report) -> str` of the file's own name.
"""

from __future__ import annotations

from bibproof.errors import UsageError
from bibproof.findings import Report
from bibproof.plugins import discover
from bibproof.reports._layout import said, why_unsettled

__all__ = ["check_form", "said", "why_unsettled", "write"]


def write(report: Report, form: str) -> str:
    """The report in the form of that name. Raises UsageError where there is none."""
    check_form(form)
    written: str = discover("bibproof.reports")[form](report)
    return written


def check_form(form: str) -> None:
    """Raise UsageError, naming the forms that there are, where `form` is none of them."""
    known = [name for name in discover("bibproof.reports") if not name.startswith("_")]
    if form not in known:
        raise UsageError(f"there is no format {form!r}; choose one of {', '.join(known)}")
