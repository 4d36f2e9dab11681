"""Reports of the last hour, to be printed again: docs/decisions/0006-asked-again.md."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bibproof.cache._answers import FILE_NAME

PRINTED_AGE = 3600.0  # s for which a report is printed again

_SHORT_WAIT = 0.5  # s, where it is as good to do without
_TABLE_OF_PRINTED = """
CREATE TABLE IF NOT EXISTS reports (
    question TEXT PRIMARY KEY, output, code INTEGER, stored REAL,
    digest TEXT -- of output and code: what a disk has spoilt is not printed
)
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command printed, text, or bytes in zlib's format, and its exit code."""

    output: str | bytes
    code: int


class PrintedReports:
    """The reports of the last hour, in the file of the cache. Where it can't be used, there are none."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE_NAME
        self._clock = clock

    def find(self, question: str) -> Printed | None:
        """What was printed for this question, if that was within the hour."""
        now = self._clock()
        with contextlib.suppress(sqlite3.Error), self._open("ro") as connection:
            asked = "SELECT output, code, digest FROM reports WHERE question = ? AND stored BETWEEN ? AND ?"
            row = connection.execute(asked, (question, now - PRINTED_AGE, now)).fetchone()
            if row is not None and row[2] == _digest(printed := Printed(*row[:2])):
                return printed
        return None

    def keep(self, question: str, printed: Printed) -> None:
        with contextlib.suppress(sqlite3.Error), self._open("rw") as connection, connection:
            connection.execute(_TABLE_OF_PRINTED)
            connection.execute("DELETE FROM reports WHERE stored < ?", (self._clock() - PRINTED_AGE,))
            row = (question, printed.output, printed.code, self._clock(), _digest(printed))
            connection.execute("INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?)", row)

    def _open(self, mode: str) -> contextlib.closing[sqlite3.Connection]:
        """Raises sqlite3.Error where there is no such file: the cache makes it."""
        address = f"{self._path.absolute().as_uri()}?mode={mode}"
        return contextlib.closing(sqlite3.connect(address, timeout=_SHORT_WAIT, uri=True))


def _digest(printed: Printed) -> str:
    output = printed.output
    digest = hashlib.sha256(
        output if isinstance(output, bytes) else str(output).encode("utf-8", "surrogatepass")
    )
    digest.update(f" {printed.code} {type(output).__name__}".encode())
    return digest.hexdigest()
