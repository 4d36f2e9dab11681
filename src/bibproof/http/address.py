"""Addresses of services: which are taken, and which redirects are followed."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from bibproof.errors import UsageError

_BEFORE_HOST = re.compile(r"^(\w[\w+.-]*://)?.*@", re.DOTALL)


def check_base_url(url: str, setting: str) -> str:
    """The address of a service, without a final slash; `setting` is what the user calls it.

    It is https, or http on this machine's own loopback. Raises UsageError, with one line that never
    repeats a password or a query, for everything else.
    """
    shown = _BEFORE_HOST.sub(r"\1", url).partition("?")[0].partition("#")[0].strip()
    try:
        parts = urlsplit(url)
        host, has_port = parts.hostname, parts.port != 0
    except ValueError:
        host, has_port = None, False
    if not url.isascii() or not url.isprintable() or " " in url:
        host = None
    if host is None or not has_port or parts.scheme not in {"http", "https"}:
        raise UsageError(
            f"{setting}: {shown!r} is not the address of a service; one looks like https://api.crossref.org"
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"{setting}: {shown!r} was given with a user name or password; bibproof sends none")
    if "?" in url or "#" in url:
        raise UsageError(f"{setting}: {shown!r} must be given without a query or fragment")
    if parts.scheme == "http" and not is_loopback(host):
        raise UsageError(f"{setting}: {shown!r} must be https; http is for this machine's own addresses")
    return url.rstrip("/")


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def stays_home(before: str, after: str) -> bool:
    """Whether a redirect leads to the same host, and not from https to http."""
    try:
        old, new = urlsplit(before), urlsplit(after)
        same_host = old.hostname == new.hostname
        same_port = _port(old) == _port(new)
    except ValueError:
        return False
    upgraded = (old.scheme, new.scheme) == ("http", "https")
    return same_host and (upgraded or (old.scheme == new.scheme and same_port))


def _port(parts: SplitResult) -> int | None:
    return parts.port or {"http": 80, "https": 443}.get(parts.scheme)
