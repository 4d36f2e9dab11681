"""The client. Whatever happens comes back as an `Outcome`; nothing is raised."""

from __future__ import annotations

import logging
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from types import TracebackType
from urllib.parse import quote, urlsplit

from bibproof import __version__
from bibproof.errors import UsageError
from bibproof.http.answers import Moved, Response, Shape, interpret
from bibproof.http.failures import Failure
from bibproof.http.ledger import Account, Ledger
from bibproof.http.limiter import PLUS, POLITE, PUBLIC, Lane, Limiter
from bibproof.http.outcome import Failed, Outcome
from bibproof.http.wire import PAGE, Wire
from bibproof.settings import RETRIES, TIMEOUT

_LOG = logging.getLogger(__name__)  # it never holds a header; queries hold no address and no token

_FIRST_PAUSE = 0.25  # s; it doubles with each retry
_LONGEST_PAUSE = 2.0  # s
_WAITED_FOR = 60.0  # s for which a server that has answered before may be gone
_GIVEN_UP_IN_A_ROW = 3  # requests, until a server counts as down
_DOWN_FOR = 30.0  # s
_MOST_JOBS = 8
_WORTH_TELLING = 0.1  # s
_REDIRECTS = 3
_PLUS_HEADER = "Crossref-Plus-API-Token"
_TOKEN = re.compile(r"[\x21-\x7e]+")
_MAILTO = re.compile(r"[^\s@()<>,;:\\\"\[\]]+@[^\s@()<>,;:\\\"\[\]]+")


@dataclass(slots=True)
class _Host:
    """What is known of a server's state."""

    answered: bool = False
    given_up: int = 0  # requests since the last answer
    reason: str = ""
    closed_until: float = float("-inf")

    def give_up(self, failure: Failure, now: float) -> None:
        self.given_up += 1
        closes = failure.closes
        if closes is None and self.given_up >= _GIVEN_UP_IN_A_ROW:
            closes = _DOWN_FOR
        if closes is not None:
            self.reason, self.closed_until = failure.reason, max(self.closed_until, now + closes)


class Client:
    """GETs JSON, within the limits of Crossref's pools. Safe for use by several threads.

    429, 5xx, timeouts, cut connections and answers that are not what was asked for are retried; each retry
    waits for its turn like any other request. A server that refuses us (403) is never asked again, one that
    is down not for a while; one that goes away in the middle of a run is waited for. `timeout` is in seconds,
    for one answer to its last byte; `retries` is how often one request is tried again. `jobs` lowers how many
    requests of a lane are under way together. `mailto` and `plus_token` go with Crossref's requests only, and
    to no other host. Runs with one `ledger` keep the limits together; it is closed with the client. Raises
    UsageError for a `mailto` that is no e-mail address and a token that is none; `clock` and `sleep` are in
    seconds, `jitter` between 0 and 1.
    """

    def __init__(  # noqa: PLR0913 - settings, each with its default
        self,
        mailto: str | None = None,
        *,
        plus_token: str | None = None,
        jobs: int | None = None,
        timeout: float = TIMEOUT,
        retries: int = RETRIES,
        ledger: Ledger | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        if mailto is not None and not _MAILTO.fullmatch(mailto):
            raise UsageError("the address to give to Crossref (mailto) is not an e-mail address")
        contact = "" if mailto is None else f"; mailto:{quote(mailto, safe='@+')}"  # RFC 6068
        to_crossref = {"User-Agent": f"bibproof/{__version__} ({PAGE}{contact})"}
        if plus_token is not None and not _TOKEN.fullmatch(plus_token):
            raise UsageError("the token for Crossref Plus holds what no token holds")
        if plus_token is not None:
            to_crossref[_PLUS_HEADER] = f"Bearer {plus_token}"
        self._to_crossref = to_crossref
        self._published = PLUS if plus_token is not None else PUBLIC if mailto is None else POLITE
        most = max(1, jobs or _MOST_JOBS)
        self._paces = {
            lane: replace(pace, at_once=min(pace.at_once, most)) for lane, pace in self._published.items()
        }
        self._ledger = ledger or Ledger(None)
        self._wire, self._retries = Wire(timeout), retries
        self._clock, self._sleep, self._jitter = clock, sleep, jitter
        self._lock = Lock()
        self._limiters: dict[tuple[str, Lane], Limiter] = {}
        self._hosts: dict[str, _Host] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._wire.close()
        self._ledger.close()

    def at_once(self, lane: Lane) -> int:
        """How many requests of a lane are ever under way together."""
        return self._paces[lane].at_once

    def workers(self, lane: Lane) -> int:
        """How many threads keep a lane busy while some of them wait for their next try."""
        return 2 * self._paces[lane].at_once

    def get(self, url: str, lane: Lane, shape: Shape) -> Outcome:
        """What an address answers; it is encoded, and its base was checked (`check_base_url`)."""
        name = urlsplit(url).netloc
        with self._lock:
            host = self._hosts.setdefault(name, _Host())
            limiter = self._limiters.get((name, lane))
            if limiter is None:
                limiter = Limiter(self._paces[lane], self._clock, self._sleep, self._account(name, lane))
                self._limiters[name, lane] = limiter
        headers = {} if lane is Lane.OTHER else self._to_crossref
        return self._persist(url, headers, shape, host, limiter)

    def _account(self, host: str, lane: Lane) -> Account:
        """What all runs may ask of a host in a lane; each pool has its own limit."""
        pace = self._published[lane]
        return Account(self._ledger, f"{host} {lane.value} {pace.requests}", pace.at_once)

    def _persist(
        self, url: str, headers: Mapping[str, str], shape: Shape, host: _Host, limiter: Limiter
    ) -> Outcome:
        """Try until there is an outcome, or no sense in trying."""
        self._wire.open()  # before the limiter counts: that takes its time
        began = self._clock()
        attempts = moves = 0
        while True:
            if self._clock() < host.closed_until:
                return Failed(host.reason)
            wanted = self._clock()
            with limiter.slot():
                if (waited := self._clock() - wanted) >= _WORTH_TELLING:
                    _LOG.debug("waited %.1f s for a turn at %s", waited, urlsplit(url).netloc)
                if self._clock() < host.closed_until:
                    return Failed(host.reason)
                if attempts == moves == 0:
                    began = self._clock()
                response = self._attempt(url, headers, limiter)
            result = self._result(response, shape, limiter)
            if isinstance(result, Moved):
                url, moves = result.url, moves + 1
                if moves <= _REDIRECTS:
                    continue
                result = Failure(f"{urlsplit(url).netloc} sent us in circles", attempts=1)
            if not isinstance(result, Failure):
                host.answered, host.given_up = True, 0
                return result
            attempts += 1
            pause = self._pause(result, attempts)
            now = self._clock()
            if not self._is_worth_another(result, host, attempts, now + pause - began):
                with self._lock:
                    host.give_up(result, now)
                _LOG.info("%s: given up (attempt %d)", result.reason, attempts)
                return Failed(result.reason)
            _LOG.info("%s: once more in %.1f s", result.reason, pause)
            self._sleep(pause)

    def _is_worth_another(self, failure: Failure, host: _Host, attempts: int, seconds: float) -> bool:
        """Whether to try again what was tried so often, and would then have taken so long."""
        if failure.passes and host.answered and self._retries:
            return seconds <= _WAITED_FOR
        allowed = self._retries + 1 if failure.attempts is None else min(failure.attempts, self._retries + 1)
        return attempts < allowed and seconds <= failure.budget

    def _pause(self, failure: Failure, attempts: int) -> float:
        """Seconds until the next attempt; spread, so that several threads don't come back together."""
        spread = 0.75 + self._jitter() / 2
        if failure.pause is not None:
            return failure.pause + spread / 4
        return min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(attempts - 1, 10)) * spread

    def _attempt(self, url: str, headers: Mapping[str, str], limiter: Limiter) -> Response | Failure:
        """What comes back; the limiter learns from it before anybody else has a turn."""
        from requests import RequestException

        asked_at = self._clock()
        try:
            response = self._wire.fetch(url, headers)
        except RequestException as error:
            return Failure.of_connection(error, urlsplit(url).netloc)
        except ValueError:  # requests looks at where a redirect leads, even where it is not to follow it
            return Failure(f"{urlsplit(url).netloc} sent us to an address that is none", attempts=3)
        if isinstance(response, Failure):
            return response
        _LOG.debug("%d in %.2f s: %s", response.status, self._clock() - asked_at, url)
        limiter.learn(response.headers)
        if response.status == 429:
            pause = Failure.of_status(429, response.headers, response.host).pause
            limiter.slow_down(asked_at, pause or _FIRST_PAUSE)
        return response

    def _result(
        self, response: Response | Failure, shape: Shape, limiter: Limiter
    ) -> Outcome | Failure | Moved:
        """What that means; to read a long answer takes its time, in which others may ask."""
        result = response if isinstance(response, Failure) else interpret(response, shape)
        if not isinstance(result, Failure):
            limiter.speed_up()
        return result
