"""bibproof keeps references as BibTeX and proves each one against the published record.

The verbs are functions of this module: `read`, `check`, `fix`, `find`, `add`, `lock`, `references`. What
they give and take is described in `bibproof.model`, `bibproof.findings` and `bibproof.fixing`. Names are
imported when they are first used, so that `import bibproof` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bibproof.adding import Addition
    from bibproof.api import (
        add,
        check,
        cite,
        find,
        fix,
        list_entries,
        lock,
        read,
        references,
        render,
        show,
        write_report,
    )
    from bibproof.errors import BibproofError, FileError, LockError, UsageError
    from bibproof.findings import Finding, Report, Result, Severity, Verdict
    from bibproof.fixing import Change, Fix
    from bibproof.listing import Entry, Options
    from bibproof.model import Date, Library, Person, Reference, Work
    from bibproof.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Addition",
    "BibproofError",
    "Change",
    "Date",
    "Entry",
    "FileError",
    "Finding",
    "Fix",
    "Library",
    "LockError",
    "Options",
    "Person",
    "Reference",
    "Report",
    "Result",
    "Settings",
    "Severity",
    "UsageError",
    "Verdict",
    "Work",
    "__version__",
    "add",
    "check",
    "cite",
    "find",
    "fix",
    "list_entries",
    "lock",
    "read",
    "references",
    "render",
    "show",
    "write_report",
]

_HOMES = {
    "bibproof.adding": ("Addition",),
    "bibproof.api": (
        "add",
        "check",
        "cite",
        "find",
        "fix",
        "list_entries",
        "lock",
        "read",
        "references",
        "render",
        "show",
        "write_report",
    ),
    "bibproof.errors": ("BibproofError", "FileError", "LockError", "UsageError"),
    "bibproof.findings": ("Finding", "Report", "Result", "Severity", "Verdict"),
    "bibproof.fixing": ("Change", "Fix"),
    "bibproof.listing": ("Entry", "Options"),
    "bibproof.model": ("Date", "Library", "Person", "Reference", "Work"),
    "bibproof.settings": ("Settings",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - it stands for all the names above
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'bibproof' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
