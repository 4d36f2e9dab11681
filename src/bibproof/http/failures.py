"""Attempts that gave nothing: why, how long it is worth trying again, and what that says of the server."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from requests import RequestException

_LONGEST_PAUSE = 30.0  # s; who asks for more is not asked again for so long
_FOR_A_WHILE = 30.0  # s for which a server that is down is left alone


@dataclass(frozen=True, slots=True)
class Failure:
    """An attempt that gave nothing.

    `attempts` and `budget` (seconds, pauses included) bound how often one request is tried, besides the
    client's own. `pause` is in seconds, where the server asked for one. `closes` is for how many seconds
    nothing is asked of the server once a request is given up for this; None where one request says nothing of
    the next. `passes` where a server that has answered before can be expected to come back.
    """

    reason: str
    attempts: int | None = None
    budget: float = 60.0
    pause: float | None = None
    closes: float | None = None
    passes: bool = False

    @classmethod
    def of_connection(cls, error: RequestException, host: str) -> Failure:
        """What an exception of requests means. Its text is not repeated: it holds the query."""
        from requests import exceptions

        match error:
            case exceptions.SSLError():
                return cls._of_tls(error, host)
            case exceptions.ProxyError():
                return cls.unreachable(f"the proxy on the way to {host} gave no connection")
            case exceptions.ConnectTimeout():
                return cls.unreachable(f"{host} did not take the connection in time")
            case exceptions.Timeout():
                return cls(f"{host} did not answer in time", attempts=3)
            case exceptions.ConnectionError() if not _was_connected(error):
                return cls.unreachable(f"{host} could not be reached")
            case exceptions.ConnectionError() | exceptions.ChunkedEncodingError():
                return cls(f"the connection to {host} broke off")
            case _:
                return cls(f"the answer of {host} could not be read")

    @classmethod
    def _of_tls(cls, error: RequestException, host: str) -> Failure:
        """A bad certificate does not pass as weather does; a second try may meet another of their servers."""
        why = _refused_certificate(error)
        if why is None:
            return cls.unreachable(f"no secure connection to {host} could be had")
        reason = f"the certificate of {host} could not be verified ({why}), so it was not asked"
        return cls(reason, attempts=2, closes=_FOR_A_WHILE)

    @classmethod
    def unreachable(cls, reason: str) -> Failure:
        """Not even a connection could be had; the next request would have no better luck."""
        return cls(reason, attempts=3, budget=10.0, closes=_FOR_A_WHILE, passes=True)

    @classmethod
    def of_status(cls, status: int, headers: Mapping[str, str], host: str) -> Failure:
        """What 401, 403, 408, 429 and 5xx mean."""
        if status in {401, 403, 407}:
            return cls(f"{host} refuses to serve us ({status})", attempts=1, closes=math.inf)
        reason = (
            f"{host} limits our requests ({status})"
            if status == 429
            else f"{host} is out of order ({status})"
        )
        pause = _retry_after(headers.get("retry-after", ""))
        if pause is not None and pause > _LONGEST_PAUSE:
            return cls(reason, attempts=1, closes=pause)
        return cls(reason, pause=pause)


def _was_connected(error: RequestException) -> bool:
    """Whether a connection was had before it broke."""
    from urllib3.exceptions import MaxRetryError, NewConnectionError

    cause = error.args[0] if error.args else None
    if isinstance(cause, MaxRetryError):
        cause = cause.reason
    return not isinstance(cause, NewConnectionError)


def _refused_certificate(error: RequestException) -> str | None:
    """What is wrong with a server's certificate, in OpenSSL's words; None where something else failed."""
    from ssl import SSLCertVerificationError

    cause: object = error
    while isinstance(cause, Exception) and not isinstance(cause, SSLCertVerificationError):
        cause = getattr(cause, "reason", None) or next(iter(cause.args), None)
    return cause.verify_message.rstrip(".") if isinstance(cause, SSLCertVerificationError) else None


def _retry_after(value: str) -> float | None:
    """The seconds of a Retry-After header (RFC 9110, 10.2.3); None where there is none to be understood."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
