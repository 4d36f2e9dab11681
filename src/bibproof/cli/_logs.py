"""What `-v` and `--debug` say on standard error: one plain line each, without an address or a token."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

_SHOWN = "…"
_LEAST_SECRET = 3  # characters; what is shorter stands in every other word
_ADDRESS = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]*\w")


@contextmanager
def logs(level: int, secrets: Iterable[str | None]) -> Iterator[None]:
    """While the `with` block runs, what bibproof logs from this level on is shown, all secrets struck out."""
    logger = logging.getLogger("bibproof")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Plain([secret for secret in secrets if secret]))
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before


class _Plain(logging.Formatter):
    """One line, whatever the message holds. No message has a secret; here nothing depends on that."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        forms = {form for secret in secrets for form in (secret, quote(secret), quote(secret, safe="@+"))}
        told = sorted((form for form in forms if len(form) >= _LEAST_SECRET), key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, told))) if told else None

    def format(self, record: logging.LogRecord) -> str:
        line = "".join(mark if mark.isprintable() else " " for mark in record.getMessage())
        if self._secrets is not None:
            line = self._secrets.sub(_SHOWN, line)
        return f"bibproof: {_ADDRESS.sub(_SHOWN, line)}"
