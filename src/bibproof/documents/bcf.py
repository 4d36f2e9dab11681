"""biblatex's control file, which biber reads: `<bcf:citekey order="1">key</bcf:citekey>`.

A set that was made in the document is its members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from bibproof.documents import Kind

_KEY = re.compile(r"<bcf:citekey\b(?P<attributes>[^>]*)>(?P<key>[^<]*)</bcf:citekey>")
_MEMBERS = re.compile(r"""\bmembers=(?:"([^"]*)"|'([^']*)')""")


def _cited(text: str, path: Path) -> Iterator[str]:  # noqa: ARG001 - a kind's signature
    for match in _KEY.finditer(text):
        members = _MEMBERS.search(match["attributes"])
        listed = (members[1] or members[2] or "").split(",") if members else [match["key"]]
        yield from (key for each in listed if (key := unescape(each).strip()))


bcf = Kind((".bcf",), _cited)
