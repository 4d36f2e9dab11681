"""Markdown as pandoc and Quarto read it: `[@key, p. 3; -@other]`, `@key` in a sentence, `@{any key}`.

Syntax: pandoc's manual, "Citation syntax" (https://pandoc.org/MANUAL.html#citation-syntax). Code is no
citation, nor is an address, nor what Quarto and pandoc-crossref take for a figure (`@fig-map`); `nocite` in
the header counts. Quarto's `{{< include part.qmd >}}` is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bibproof.documents import Kind, read_document
from bibproof.errors import FileError

_HIDDEN = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*"  # where a link leads to
    r"|(?<![@{])\b(?:https?|ftp)://[^\s>\])]*",
    re.DOTALL | re.MULTILINE,
)
_KEY_OR_PART = re.compile(
    r"\{\{<\s*include\s+(?P<part>\S+)\s*>\}\}"
    r"|(?<![\w.@\\])-?@(?:\{(?P<braced>[^{}\s]+)\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*|\*))"
)
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|lst|sec|eq)[-:]"
    r"|(?:thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|suppfig|supptbl)-"
)
_DEEPEST = 20  # files that include one another


def _cited(text: str, path: Path, depth: int = 0) -> Iterator[str]:
    for match in _KEY_OR_PART.finditer(_HIDDEN.sub(" ", text)):
        if match["part"] is not None:
            yield from _cited_in_part(path.parent / match["part"], depth + 1)
            continue
        key = match["braced"] or match["plain"]
        if not _CROSS_REFERENCE.match(key):
            yield key


def _cited_in_part(path: Path, depth: int) -> Iterator[str]:
    """What a part cites; one that is not there is Quarto's matter."""
    if depth > _DEEPEST:
        return
    try:
        text = read_document(path)
    except FileError:
        return
    yield from _cited(text, path, depth)


markdown = Kind((".md", ".markdown", ".qmd", ".rmd"), _cited)
