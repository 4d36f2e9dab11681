"""Keep within the limits that a service publishes, from the first request on.

Crossref's limits of December 2025, by pool and by kind of request:
https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/
A request that gives an e-mail address is served from the polite pool.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from threading import Condition

from bibproof.http.ledger import Account, Ledger

_REACHED = 0.25  # s after which a request has reached the server, if it was not answered before
_REACHED_AT_LAST = 1.0  # s, where 429s say that it takes longer
_BACK_OFF = 0.7  # of the rate before, after a 429
_SEVERAL = 6  # answers, until the fastest of them tells something
_SLOWEST = 1 / 2  # of the published rate: a 429 at that pace is not for the pace
_RECOVERY = 0.1  # of the published rate, regained with each answer
_LONGEST_INTERVAL = 60  # s; a longer one is not meant, and would be a standstill
_HIGHEST = 1000  # a limit above it is no limit that anybody meant


class Lane(Enum):
    """Requests that count against one limit."""

    SINGLE = "single"  # one Crossref record by its DOI
    LIST = "list"  # lists and searches of Crossref
    OTHER = "other"  # a service that publishes no limits


@dataclass(frozen=True, slots=True)
class Pace:
    """So many requests in so many seconds, and so many at once."""

    requests: int
    at_once: int
    seconds: float = 1.0


PUBLIC = {Lane.SINGLE: Pace(5, 1), Lane.LIST: Pace(1, 1), Lane.OTHER: Pace(3, 2)}
PLUS = {Lane.SINGLE: Pace(150, 8), Lane.LIST: Pace(150, 8), Lane.OTHER: Pace(3, 2)}  # no limit at once
POLITE = {Lane.SINGLE: Pace(10, 3), Lane.LIST: Pace(3, 3), Lane.OTHER: Pace(3, 2)}


@dataclass(slots=True)
class _Sent:
    at: float
    counts_from: float  # the latest time at which the server may have counted it

    def send(self, at: float, reached: float) -> None:
        self.at, self.counts_from = at, at + reached


class Limiter:
    """Slots for the requests of one lane of one host. Safe for use by several threads.

    A request counts from when it was answered, not from when it was sent: however long it was under way,
    the server then sees no more of them in any one interval than it allows. The answer, too, was under way:
    until a 429 says otherwise, for half as long as the fastest of several took as a whole. `account` is what
    other runs share this limit by.
    """

    def __init__(
        self,
        pace: Pace,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        account: Account | None = None,
    ) -> None:
        self._published = self._pace = pace
        self._clock, self._sleep = clock, sleep
        self._account = account or Account(Ledger(None), "", pace.at_once)
        self._condition = Condition()
        self._sent: list[_Sent] = []
        self._busy = 0
        self._speed = 1.0  # of the published rate
        self._reached = _REACHED
        self._answers = 0
        self._fastest = float("inf")  # s from sending a request to its answer
        self._way_back = 0.5  # of the fastest
        self._slowed_at = self._not_before = float("-inf")

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Wait for a turn, and hold it while the `with` block runs."""
        sent, number = self._take(), 0
        try:
            number = self._account.take(self._pace.requests, self._pace.seconds, self._reached, self._sleep)
            sent.send(self._clock(), self._reached)
            yield
        finally:
            with self._condition:
                self._busy -= 1
                answered = self._clock()
                self._fastest = min(self._fastest, answered - sent.at)
                self._answers += 1
                back = self._way_back * self._fastest if self._answers > _SEVERAL else 0.0
                sent.counts_from = min(sent.counts_from, answered - back)
                self._condition.notify()
            self._account.give_back(number, back)

    def _take(self) -> _Sent:
        while True:
            with self._condition:
                while self._busy >= max(1, int(self._pace.at_once * self._speed)):
                    self._condition.wait()
                now = self._clock()
                wait = self._wait(now)
                if wait <= 0:
                    sent = _Sent(now, now + self._reached)
                    self._sent.append(sent)
                    self._busy += 1
                    return sent
            self._sleep(wait)

    def _wait(self, now: float) -> float:
        """Seconds until the next request may go."""
        window = self._pace.seconds / self._speed
        self._sent = [sent for sent in self._sent if sent.counts_from + window > now]
        free_at = now
        if len(self._sent) >= self._pace.requests:
            counted = sorted(sent.counts_from for sent in self._sent)
            free_at = counted[-self._pace.requests] + window
        return max(free_at, self._not_before) - now

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take the limits that an answer names, where they are lower than the published ones.

        Higher ones have been seen on answers whose limit was lower.
        """
        pace = self._published
        seconds = max(_number(headers.get("x-rate-limit-interval")) or 1, pace.seconds)
        if seconds > _LONGEST_INTERVAL:
            return
        requests = _number(headers.get("x-rate-limit-limit")) or pace.requests
        at_once = _number(headers.get("x-concurrency-limit")) or pace.at_once
        if requests / seconds > pace.requests / pace.seconds:
            requests, seconds = pace.requests, pace.seconds
        with self._condition:
            self._pace = Pace(requests, min(at_once, pace.at_once), seconds)

    def speed_up(self) -> None:
        """Regain, after an answer, a little of what was lost."""
        with self._condition:
            self._speed = min(1.0, self._speed + _RECOVERY)

    def slow_down(self, asked_at: float, pause: float) -> None:
        """Take a 429: lower the rate, and send nothing in this lane for `pause` seconds.

        Requests that were under way when the rate was last lowered say nothing about the new rate.
        """
        with self._condition:
            now = self._clock()
            self._not_before = max(self._not_before, now + pause)
            self._account.pause(pause)
            if asked_at >= self._slowed_at:
                self._way_back = 0.0
                self._reached = min(2 * self._reached, _REACHED_AT_LAST)
                self._speed = max(_SLOWEST, self._speed * _BACK_OFF)
                self._slowed_at = now


def _number(value: str | None) -> int | None:
    """The first number of a header ("50", "1s", "50, 50"), if it is one that can be meant."""
    match = re.match(r"\s*(\d{1,6})s?\s*(?:,|$)", value or "")
    number = int(match[1]) if match else 0
    return number if 1 <= number <= _HIGHEST else None
