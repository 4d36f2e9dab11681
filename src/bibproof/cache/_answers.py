"""Answers kept from run to run, so that a second run asks for little or nothing.

One SQLite file in a folder, safe for several processes and threads at once. An answer is kept by the address
of the service that gave it; no e-mail address is part of a key. A cache that can't be used is no reason to
stop: that is reported once, and the run goes on without it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Protocol

from bibproof.jsons import Json

RECORD_AGE = 30 * 86_400.0  # s for which a record is good
SEARCH_AGE = 14 * 86_400.0  # s for which a search's answer is good
ABSENCE_AGE = 86_400.0  # s for which "no such DOI" is good: one may be registered any day
FILE_NAME = "answers-1.sqlite3"  # its number changes with the tables

_LOG = logging.getLogger(__name__)
_KEPT_FOR = 365 * 86_400.0  # s; to ask for younger answers throws no older ones away
_BUSY_TIMEOUT = 5.0  # s to wait for another process
_PAGES_IN_LOG = 4000  # until they are moved into the file, for which everybody waits
_AT_ONCE = 500  # keys in one question; SQLite takes 999 in its oldest versions
_CLOCK_SKEW = 3600.0  # s by which an answer may seem to come from the future
_RECORD, _SEARCH = "record", "search"
_FOUND_NOTHING = "[]"
_CHECKSUM = 8  # hexadecimal digits
_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    source TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
    payload TEXT, -- a checksum and JSON; NULL where the source has no such thing
    stored REAL NOT NULL, -- seconds since 1970
    PRIMARY KEY (source, kind, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_by_age ON answers (stored);
"""


@dataclass(frozen=True, slots=True)
class Ages:
    """For how many seconds what kind of answer is good."""

    record: float = RECORD_AGE
    search: float = SEARCH_AGE
    absence: float = ABSENCE_AGE

    @classmethod
    def at_most(cls, seconds: float) -> Ages:
        """Records and searches so old at most; an absence is never good for longer than a day."""
        return cls(seconds, seconds, min(seconds, ABSENCE_AGE))

    def is_good(self, kind: str, payload: str | None, age: float) -> bool:
        is_absence = payload is None or (kind == _SEARCH and payload[_CHECKSUM:] == _FOUND_NOTHING)
        longest = self.absence if is_absence else self.search if kind == _SEARCH else self.record
        return -_CLOCK_SKEW <= age <= longest


class Answers(Protocol):
    """Where answers are kept. `source` is the address of a service; payloads are JSON."""

    def records(self, source: str, dois: Iterable[str]) -> dict[str, Json]:
        """What is known of these DOIs: a payload, or None where the source has no record."""
        ...

    def keep_records(self, source: str, records: Mapping[str, Json]) -> None: ...

    def search(self, source: str, query: str) -> Json | None:
        """What this query gave; None where that is not known."""
        ...

    def keep_search(self, source: str, query: str, payload: Json) -> None: ...

    def close(self) -> None: ...


class NoCache:
    """Keeps nothing."""

    def records(self, source: str, dois: Iterable[str]) -> dict[str, Json]:  # noqa: ARG002 - see Answers
        return {}

    def keep_records(self, source: str, records: Mapping[str, Json]) -> None: ...

    def search(self, source: str, query: str) -> None: ...

    def keep_search(self, source: str, query: str, payload: Json) -> None: ...

    def close(self) -> None: ...


class Cache:
    """Answers in a SQLite file. `report` is called at most once, when the file can't be used (any more)."""

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        report: Callable[[str], None],
        clock: Callable[[], float] = time.time,
        ages: Ages | None = None,
    ) -> None:
        self._connection = connection
        self._report = report
        self._clock = clock
        self._ages = ages or Ages()
        self._writes = True
        self._lock = Lock()

    @classmethod
    def open(
        cls,
        folder: Path,
        report: Callable[[str], None] = lambda _: None,
        clock: Callable[[], float] = time.time,
        ages: Ages | None = None,
    ) -> Cache:
        """The cache in this folder, which is made where there is none. Raises nothing."""
        cache = cls(None, report, clock, ages)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            cache._connection = _connect(folder / FILE_NAME)
            cache._drop_old()
        except (OSError, sqlite3.Error) as error:
            cache._do_without(error)
            if _is_for_reading_only(error):
                cache._connection, cache._writes = _connect_to_read(folder / FILE_NAME), False
        return cache

    def close(self) -> None:
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def records(self, source: str, dois: Iterable[str]) -> dict[str, Json]:
        """What is known of these DOIs: a payload, or None where the source has no record."""
        wanted = list(dict.fromkeys(dois))
        found: dict[str, Json] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            found |= self._read(source, _RECORD, wanted[start : start + _AT_ONCE])
        if wanted:
            _LOG.info("the cache has %d of %d answers of %s", len(found), len(wanted), source)
        return found

    def keep_records(self, source: str, records: Mapping[str, Json]) -> None:
        """Keep records by their DOIs; None says that the source has none."""
        self._write(source, _RECORD, records)

    def search(self, source: str, query: str) -> Json | None:
        """What this query gave; None where that is not known."""
        found = self._read(source, _SEARCH, [query]).get(query)
        if found is not None:
            _LOG.debug("the cache has the answer to a search of %s", source)
        return found

    def keep_search(self, source: str, query: str, payload: Json) -> None:
        self._write(source, _SEARCH, {query: payload})

    def _read(self, source: str, kind: str, keys: list[str]) -> dict[str, Json]:
        marks = ", ".join("?" * len(keys))
        question = (
            f"SELECT key, payload, stored FROM answers WHERE source = ? AND kind = ? AND key IN ({marks})"  # noqa: S608 - question marks only
        )
        with self._lock:
            if self._connection is None:
                return {}
            try:
                rows = self._connection.execute(question, (source, kind, *keys)).fetchall()
            except sqlite3.Error as error:
                self._do_without(error)
                return {}
        return dict(_good(rows, kind, self._clock(), self._ages))

    def _write(self, source: str, kind: str, answers: Mapping[str, Json]) -> None:
        now = self._clock()
        rows = [(source, kind, key, _dumped(key, payload), now) for key, payload in answers.items()]
        with self._lock:
            if self._connection is None or not self._writes or not rows:
                return
            try:
                with self._connection:
                    self._connection.executemany(
                        "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", rows
                    )
            except sqlite3.Error as error:
                self._do_without(error)

    def _drop_old(self) -> None:
        if self._connection is not None:
            with self._connection:
                self._connection.execute("DELETE FROM answers WHERE stored < ?", (self._clock() - _KEPT_FOR,))

    def _do_without(self, error: OSError | sqlite3.Error) -> None:
        """Say so, once, and answer nothing from now on."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        what = (error.strerror if isinstance(error, OSError) else str(error)) or "it can't be read"
        what = what.partition(" with text ")[0]  # what stands there is of no use, and may be long
        self._report(
            f"the cache can't be used ({what}), so nothing new is remembered; --cache-dir names another place"
        )


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file and see that it is a cache. Raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG}")
        connection.executescript(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_for_reading_only(error: OSError | sqlite3.Error) -> bool:
    return isinstance(error, PermissionError) or getattr(error, "sqlite_errorname", "").startswith(
        ("SQLITE_READONLY", "SQLITE_CANTOPEN")
    )


def _connect_to_read(path: Path) -> sqlite3.Connection | None:
    """Open a file that nobody can write, as it is; None where it is no cache."""
    connection = None
    try:
        address = f"{path.absolute().as_uri()}?immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.execute("SELECT source, kind, key, payload, stored FROM answers LIMIT 1").fetchall()
    except (OSError, ValueError, sqlite3.Error):
        if connection is not None:
            connection.close()
        return None
    return connection


def _good(
    rows: Iterable[tuple[str, Json, Json]], kind: str, now: float, ages: Ages
) -> Iterator[tuple[str, Json]]:
    """What is fresh; a row that somebody else has spoilt is none."""
    for key, payload, stored in rows:
        if isinstance(stored, int | float) and ages.is_good(kind, payload, now - stored):
            with contextlib.suppress(ValueError, TypeError, RecursionError):
                yield key, _loaded(key, payload)


def _dumped(key: str, payload: Json) -> str | None:
    """An answer, with a number before it that tells whether it is still what was kept under this key."""
    if payload is None:
        return None
    text = json.dumps(payload)
    return f"{_checksum(key, text)}{text}"


def _loaded(key: str, payload: str | None) -> Json:
    """Raises ValueError for what a disk has spoilt: a letter that is another one would be a finding."""
    if payload is None:
        return None
    checksum, text = payload[:_CHECKSUM], payload[_CHECKSUM:]
    if checksum != _checksum(key, text):
        raise ValueError("not what was kept")
    return json.loads(text)


def _checksum(key: str, text: str) -> str:
    return f"{zlib.crc32(f'{key} {text}'.encode('utf-8', 'surrogatepass')):0{_CHECKSUM}x}"
