"""Connections that end: however slowly a server sends, headers included, an answer has its time and no more.

The timeout of a socket counts from byte to byte, so a server that sends one byte now and then would hold a
request for ever. Here the connection is cut when its time is over; what waits for it then sees it broken.
"""

from __future__ import annotations

import contextlib
import socket
from threading import Timer
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

LONGEST_ANSWER = 60.0  # s from the request to the last byte of its answer


class _Connection(HTTPConnection):
    _clock: Timer | None = None

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3 gives its own kind here
        self._clock = _restarted(self._clock, self.sock)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    _clock: Timer | None = None

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3 gives its own kind here
        self._clock = _restarted(self._clock, self.sock)
        return super().getresponse()


def _restarted(clock: Timer | None, sock: socket.socket) -> Timer:
    """A clock for the answer that begins now; that of the connection's last answer no longer counts.

    It goes on once the answer is whole: then it closes a connection that nobody has used for so long.
    """
    if clock is not None:
        clock.cancel()
    clock = Timer(LONGEST_ANSWER, _cut, (sock,))
    clock.daemon = True
    clock.start()
    return clock


def _cut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class EndingAdapter(HTTPAdapter):
    """An adapter for requests whose connections end."""

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - requests' own
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
