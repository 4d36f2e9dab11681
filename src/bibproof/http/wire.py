"""The wire: a request is sent, and what comes back is read to its end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bibproof import __version__
from bibproof.http.address import is_loopback
from bibproof.http.answers import Response
from bibproof.http.failures import Failure

if TYPE_CHECKING:
    import requests

PAGE = "https://github.com/bibproof/bibproof"

_CONNECT_TIMEOUT = 6.0  # s
_LARGEST_ANSWER = 64 << 20  # bytes; a thousand full records are some ten million
_SILENCE_COMES_FIRST = 0.25  # s by which a server that says nothing is told from one that is slow
_NOTHING_TO_ENCODE = re.compile(
    r"https?://[\w.-]+(?::\d+)?/(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})*", re.ASCII
)  # RFC 3986


class Wire:
    """Connections that are used again. `timeout` is in seconds. Safe for use by several threads.

    Redirects are not followed, cookies not kept, and of the user's settings only those of the proxy and of
    the authorities are heeded.
    """

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._lock = Lock()
        self._session: requests.Session | None = None
        self._ways: dict[str, Mapping[str, Any]] = {}  # by host
        self._prepared: dict[tuple[tuple[str, str], ...], requests.PreparedRequest] = {}  # by headers

    def close(self) -> None:
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def open(self) -> requests.Session:
        """What the first request needs; the import of requests takes its time."""
        from http.cookiejar import DefaultCookiePolicy

        import requests

        from bibproof.http.deadline import EndingAdapter

        with self._lock:
            if self._session is None:
                longest = self._timeout + _SILENCE_COMES_FIRST
                session = requests.Session()
                session.mount("http://", EndingAdapter(longest))
                session.mount("https://", EndingAdapter(longest))
                session.headers.update(
                    {"User-Agent": f"bibproof/{__version__} ({PAGE})", "Accept": "application/json"}
                )
                session.auth = _no_credentials
                session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
                self._session = session
            return self._session

    def fetch(self, url: str, headers: Mapping[str, str]) -> Response | Failure:
        """Read a response to its end. Raises what requests raises."""
        host = urlsplit(url).netloc
        session = self.open()
        sent = session.send(
            self._request(url, headers, session),
            timeout=(min(_CONNECT_TIMEOUT, self._timeout), self._timeout),
            allow_redirects=False,
            **self._way_to(url, session),
        )
        with sent:
            body = bytearray()
            for chunk in sent.iter_content(1 << 16):
                body += chunk
                if len(body) > _LARGEST_ANSWER:
                    return Failure(f"the answer of {host} had no end")
        return Response(url, host, sent.status_code, sent.headers, bytes(body))

    def _request(
        self, url: str, headers: Mapping[str, str], session: requests.Session
    ) -> requests.PreparedRequest:
        """A request for an address. To look for what is to be encoded takes a third of its processor time."""
        import requests

        if _NOTHING_TO_ENCODE.fullmatch(url) is None:  # where a redirect leads
            return session.prepare_request(requests.Request("GET", url, headers=headers))
        key = tuple(headers.items())
        with self._lock:
            if key not in self._prepared:
                self._prepared[key] = session.prepare_request(requests.Request("GET", url, headers=headers))
            request = self._prepared[key].copy()
        request.url = url
        return request

    def _way_to(self, url: str, session: requests.Session) -> Mapping[str, Any]:
        """Proxy and authorities for a host, as the user's variables say; to read those takes its time."""
        parts = urlsplit(url)
        with self._lock:
            if parts.netloc not in self._ways:
                direct = {"http": "", "https": ""} if is_loopback(parts.hostname or "") else {}
                way = session.merge_environment_settings(url, direct, stream=True, verify=True, cert=None)
                self._ways[parts.netloc] = way
            return self._ways[parts.netloc]


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """In place of what the user's .netrc may hold for the host: we send none."""
    return request
