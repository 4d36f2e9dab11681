"""Connections that end: however slowly a server sends, headers included, an answer has its time and no more.

The timeout of a socket counts from byte to byte, so a server that sends one byte now and then would hold a
request for ever. Here the connection is cut when its time is over; what waits for it then sees it broken.
"""

from __future__ import annotations

import contextlib
import socket
from functools import partial
from threading import Timer
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


class _Connection(HTTPConnection):
    _clock: Timer | None = None

    def __init__(self, *arguments: Any, longest: float, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self._longest = longest

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3 gives its own kind here
        self._clock = _restarted(self._clock, self.sock, self._longest)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    _clock: Timer | None = None

    def __init__(self, *arguments: Any, longest: float, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self._longest = longest

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3 gives its own kind here
        self._clock = _restarted(self._clock, self.sock, self._longest)
        return super().getresponse()


def _restarted(clock: Timer | None, sock: socket.socket, longest: float) -> Timer:
    """A clock for the answer that begins now; that of the connection's last answer no longer counts.

    It goes on once the answer is whole: then it closes a connection that nobody has used for so long.
    """
    if clock is not None:
        clock.cancel()
    clock = Timer(longest, _cut, (sock,))
    clock.daemon = True
    clock.start()
    return clock


def _cut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


class _Pool(HTTPConnectionPool):
    def __init__(self, *arguments: Any, longest: float, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self.ConnectionCls = partial(_Connection, longest=longest)  # type: ignore[assignment]  # called as a class is


class _SecurePool(HTTPSConnectionPool):
    def __init__(self, *arguments: Any, longest: float, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self.ConnectionCls = partial(_SecureConnection, longest=longest)  # type: ignore[assignment]  # called as a class is


class EndingAdapter(HTTPAdapter):
    """An adapter for requests whose answers take no longer than so many seconds."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - requests' own
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = {
            "http": partial(_Pool, longest=self._longest),
            "https": partial(_SecurePool, longest=self._longest),
        }
