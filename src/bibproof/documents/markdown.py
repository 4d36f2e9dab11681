"""Markdown as pandoc and Quarto read it: `[@key, p. 3; -@other]`, `@key` in a sentence, `@{any key}`.

Syntax: pandoc's manual, "Citation syntax" (https://pandoc.org/MANUAL.html#citation-syntax). Code is no
citation, nor is an e-mail address; `nocite` in the header counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bibproof.documents import Kind

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$"
    r"|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(
    r"(?<![\w.@\\])-?@(?:\{(?P<braced>[^{}\s]+)\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*|\*))"
)


def _cited(text: str, _: Path) -> Iterator[str]:
    for match in _KEY.finditer(_CODE.sub(" ", text)):
        yield match["braced"] or match["plain"]


markdown = Kind((".md", ".markdown", ".qmd", ".rmd"), _cited)
