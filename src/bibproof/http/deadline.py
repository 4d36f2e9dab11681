"""Connections that end: however slowly a server sends, headers included, an answer has its time and no more.

The timeout of a socket counts from byte to byte, so a server that sends one byte now and then would hold a
request for ever. Here the connection is cut when its time is over; what waits for it then sees it broken.
"""

from __future__ import annotations

import contextlib
import socket
from functools import partial
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


class Watch:
    """One thread that cuts connections whose answer takes longer than so many seconds.

    It goes on once an answer is whole: then it closes a connection that nobody has used for so long.
    """

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._lock = Lock()
        self._ends: dict[socket.socket, float] = {}  # on time.monotonic, the next first
        self._is_kept = False

    def begin(self, sock: socket.socket) -> None:
        """An answer begins now; the connection's last one no longer counts."""
        with self._lock:
            self._ends.pop(sock, None)
            self._ends[sock] = monotonic() + self._longest
            if self._is_kept:
                return
            self._is_kept = True
        Thread(target=self._keep, daemon=True).start()

    def _keep(self) -> None:
        while (seconds := self._until_the_next()) is not None:
            sleep(seconds)

    def _until_the_next(self) -> float | None:
        """Cut what is over. Seconds until something will be; None where nothing is left."""
        with self._lock:
            for sock, end in list(self._ends.items()):
                if (left := end - monotonic()) > 0:
                    return left
                del self._ends[sock]
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
            self._is_kept = False
            return None


class _Connection(HTTPConnection):
    def __init__(self, *arguments: Any, watch: Watch, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self._watch = watch

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3 gives its own kind here
        self._watch.begin(self.sock)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    def __init__(self, *arguments: Any, watch: Watch, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self._watch = watch

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3 gives its own kind here
        self._watch.begin(self.sock)
        return super().getresponse()


class _Pool(HTTPConnectionPool):
    def __init__(self, *arguments: Any, watch: Watch, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self.ConnectionCls = partial(_Connection, watch=watch)  # type: ignore[assignment]  # called as a class is


class _SecurePool(HTTPSConnectionPool):
    def __init__(self, *arguments: Any, watch: Watch, **named: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*arguments, **named)
        self.ConnectionCls = partial(_SecureConnection, watch=watch)  # type: ignore[assignment]  # called as a class is


class EndingAdapter(HTTPAdapter):
    """An adapter for requests whose answers take no longer than so many seconds."""

    def __init__(self, longest: float) -> None:
        self._watch = Watch(longest)
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - requests' own
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = {
            "http": partial(_Pool, watch=self._watch),
            "https": partial(_SecurePool, watch=self._watch),
        }
