"""Which requests the runs on this machine have under way, so that together they keep a service's limits.

A small SQLite file beside the cache, for runs that share one. It is for the moment only, and no run depends
on it: one that can't use it goes on by itself (docs/decisions/0008-one-limit-for-all-runs.md).
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

FILE_NAME = "limits-1.sqlite3"  # its number changes with the tables

_Answer = TypeVar("_Answer")

_LOG = logging.getLogger(__name__)
_BUSY_TIMEOUT = 1.0  # s to wait for another process; each is done in a millisecond
_FAILURES = 3  # in a row, until the file is left alone
_LEASE = 10.0  # s for which a request counts as under way, where nobody says that it is over
_LONGEST_PAUSE = 30.0  # s
_FORGOTTEN = 60.0  # s
_AHEAD = 2.0  # s; what is further in the future was written before the clock was set back
_LOOK_AGAIN = 0.05  # s, where others have as many under way as are allowed
_TABLES = """
CREATE TABLE IF NOT EXISTS requests (
    number INTEGER PRIMARY KEY, service TEXT NOT NULL,
    counts_from REAL NOT NULL, -- the latest time at which the server may have counted it
    ends REAL NOT NULL, -- until when it counts as under way
    process INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS pauses (service TEXT PRIMARY KEY, ends REAL NOT NULL);
"""  # all times in seconds since 1970


class Ledger:
    """The file at `path`, opened when the first request is made; without one there is nobody else."""

    def __init__(self, path: Path | None, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._connection: sqlite3.Connection | None = None
        self._lock = Lock()
        self._failures = 0  # since it was last of use

    def close(self) -> None:
        with self._lock:
            connection, self._connection, self._path = self._connection, None, None
            if connection is not None:
                connection.close()

    def take(
        self, service: str, requests: int, seconds: float, at_once: int, reached: float
    ) -> tuple[int, float]:
        """The number of a request that may be sent now, and 0; or 0, and the seconds to wait before.

        It counts against the limit from `reached` seconds after now on, at the latest. (0, 0) where there is
        nobody to agree with.
        """

        def taken(connection: sqlite3.Connection, now: float) -> tuple[int, float]:
            connection.execute("DELETE FROM requests WHERE counts_from < ?", (now - _FORGOTTEN,))
            wait = _wait(connection, service, now, requests, seconds, at_once)
            if wait > 0:
                return 0, wait
            row = (service, now + reached, now + _LEASE, os.getpid())
            insert = "INSERT INTO requests (service, counts_from, ends, process) VALUES (?, ?, ?, ?)"
            return connection.execute(insert, row).lastrowid or 0, 0.0

        return self._with_all(taken, (0, 0.0))

    def give_back(self, number: int, counted: float) -> None:
        """The request was answered; the server counted it at least `counted` seconds ago."""

        def given_back(connection: sqlite3.Connection, now: float) -> None:
            update = "UPDATE requests SET ends = 0, counts_from = min(counts_from, ?) WHERE number = ?"
            connection.execute(update, (now - counted, number))

        if number:
            self._with_all(given_back, None)

    def pause(self, service: str, seconds: float) -> None:
        """Let nobody ask for so long."""

        def paused(connection: sqlite3.Connection, now: float) -> None:
            ends = now + min(seconds, _LONGEST_PAUSE)
            connection.execute("INSERT OR REPLACE INTO pauses VALUES (?, ?)", (service, ends))

        self._with_all(paused, None)

    def _with_all(self, do: Callable[[sqlite3.Connection, float], _Answer], alone: _Answer) -> _Answer:
        """What `do` gives while nobody else changes the file; `alone` where it can't be used (any more)."""
        with self._lock:
            if self._path is None:
                return alone
            try:
                if self._connection is None:
                    self._connection = _connect(self._path)
                with self._connection:
                    self._connection.execute("BEGIN IMMEDIATE")
                    answer = do(self._connection, self._clock())
            except (sqlite3.Error, TypeError) as error:  # TypeError: a time that is none
                self._do_without(error, self._path)
                return alone
            self._failures = 0
            return answer

    def _do_without(self, error: sqlite3.Error | TypeError, path: Path) -> None:
        _LOG.info("other runs' requests are not known: %s", error)
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        self._failures += 1
        if self._failures >= _FAILURES:
            self._path = None
        if not isinstance(error, sqlite3.OperationalError):  # it is no such file, and none that is locked
            with contextlib.suppress(OSError):
                path.unlink()


@dataclass(frozen=True, slots=True)
class Account:
    """One limit of one service in a ledger: `service` names both, `at_once` is for all runs together."""

    ledger: Ledger
    service: str
    at_once: int

    def take(self, requests: int, seconds: float, reached: float, sleep: Callable[[float], None]) -> int:
        """Wait until all runs together may send one more; its number."""
        while True:
            number, wait = self.ledger.take(self.service, requests, seconds, self.at_once, reached)
            if wait <= 0:
                return number
            sleep(wait)

    def give_back(self, number: int, counted: float) -> None:
        self.ledger.give_back(number, counted)

    def pause(self, seconds: float) -> None:
        self.ledger.pause(self.service, seconds)


def _wait(
    connection: sqlite3.Connection, service: str, now: float, requests: int, seconds: float, at_once: int
) -> float:
    """Seconds until the next request may go, as far as can be told now."""
    paused = connection.execute("SELECT ends FROM pauses WHERE service = ?", (service,)).fetchone()
    if paused is not None and now < paused[0] <= now + _LONGEST_PAUSE:
        return float(paused[0] - now)
    sent = connection.execute(
        "SELECT counts_from, ends, process FROM requests WHERE service = ?"
        " AND (ends > ? OR counts_from > ?) AND counts_from <= ?",
        (service, now, now - seconds, now + _AHEAD),
    ).fetchall()
    under_way = sum(now < ends <= now + _LEASE and _is_alive(process) for _, ends, process in sent)
    if under_way >= at_once:
        return _LOOK_AGAIN
    counted = sorted(counts_from for counts_from, _, _ in sent if counts_from + seconds > now)
    return float(counted[-requests] + seconds - now) if len(counted) >= requests else 0.0


def _is_alive(process: int) -> bool:
    """Whether a process is there, as far as can be told; one that was killed gives nothing back."""
    if os.name != "posix":
        return True  # there, os.kill would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _connect(path: Path) -> sqlite3.Connection:
    """Raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT")  # no WAL: to begin one, nobody waits
    except sqlite3.Error:
        connection.close()
        raise
    return connection
