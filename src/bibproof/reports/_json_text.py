"""JSON that every parser takes."""

from __future__ import annotations

import re
from json import dumps

_LONE = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """The value as JSON (RFC 8259), on one line, with U+FFFD for lone surrogates, which are no characters."""
    return _LONE.sub("\ufffd", dumps(value, ensure_ascii=False)) + "\n"
