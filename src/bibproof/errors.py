"""Everything that bibproof raises on purpose.

BibproofError
├── UsageError        what was asked for makes no sense (an option, a format, an address)
└── FileError         a file could not be read or written
    └── LockError     a lock file is there but is no lock

Broken input and unreachable servers are data, not exceptions: see `model.Broken` and
`evidence.Unavailable`.
"""

from __future__ import annotations


class BibproofError(Exception):
    """The root. Its text is one line that a person can act on."""


class UsageError(BibproofError):
    """What was asked for makes no sense."""


class FileError(BibproofError):
    """A file could not be read or written."""


class LockError(FileError):
    """A lock file is there, but it is not one that this version can read."""
