"""What a request comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """JSON of the shape that was asked for."""

    payload: Any


@dataclass(frozen=True, slots=True)
class Absent:
    """The service answered that it has no such thing (404)."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The service answered that it won't take this request (400, 414 ...); asking again is no use."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer could be had. `reason` is for people, and names no query and no e-mail address."""

    reason: str


Outcome = Answer | Absent | Refused | Failed
