"""What an HTTP response means."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from bibproof.http.address import stays_home
from bibproof.http.failures import Failure
from bibproof.http.outcome import Absent, Answer, Outcome, Refused

Shape = Callable[[Any], bool]
"""Says whether JSON is what was asked for."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TROUBLES = frozenset({401, 403, 407, 408, 429})


@dataclass(frozen=True, slots=True)
class Response:
    """A response, read to its end. The names of its headers are compared without regard to case."""

    url: str
    host: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Moved:
    url: str


def interpret(response: Response, shape: Shape) -> Outcome | Failure | Moved:
    """What a response comes to. What is not surely the service's own answer is a failure."""
    status, host = response.status, response.host
    if status == 200:
        return _answer(response, shape)
    if status in _REDIRECTS:
        return _redirect(response)
    if status in _TROUBLES or status >= 500:
        return Failure.of_status(status, response.headers, host)
    if status == 404:
        return _absence(response)
    if 400 <= status < 500:
        return Refused(status, f"{host} did not take the request ({status})")
    return Failure(f"{host} gave an answer that means nothing here ({status})")


def _answer(response: Response, shape: Shape) -> Answer | Failure:
    try:
        payload = json.loads(response.body)
    except (ValueError, RecursionError):
        what = "a web page" if _is_page(response.body) else "something unreadable"
        return Failure(f"{response.host} answered with {what} where data was expected")
    if not shape(payload):
        return Failure(f"{response.host} answered with data of another kind than was asked for")
    return Answer(payload)


def _absence(response: Response) -> Absent | Failure:
    """A 404 counts only as the service's own word: a gateway's or a portal's page says nothing."""
    if _is_page(response.body):
        return Failure(f"{response.host} answered with a web page where data was expected (404)")
    return Absent()


def _is_page(body: bytes) -> bool:
    return body.lstrip().startswith(b"<")


def _redirect(response: Response) -> Moved | Failure:
    target = urljoin(response.url, response.headers.get("location", ""))
    if not stays_home(response.url, target):
        return Failure(f"{response.host} sent us to another address, which was not followed", attempts=3)
    return Moved(target)
