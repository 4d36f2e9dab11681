"""The words in which two values are compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Likeness(Enum):
    """How a cited value stands to a registered one."""

    SAME = "same"  # equal, or a different spelling that is right as well
    CLOSE = "close"  # a slip of the pen: the same thing is meant, and somebody should look
    DIFFERENT = "different"  # something else
    UNKNOWN = "unknown"  # one side does not have it, or it can't be compared


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """How one field stands, both values as people would write them, and, where it helps, what differs."""

    likeness: Likeness
    cited: str | None = None
    recorded: str | None = None
    reason: str = ""  # "author 2 is Kulich, R. J., not Smith, P.": a clause, no capital, no full stop
