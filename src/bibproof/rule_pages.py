"""What stands in a rule's docstring, and that as Markdown.

A page is a sentence, then parts, each under a line that is one of `HEADINGS`. What is indented by four blanks
in a part is BibTeX.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import dedent

FAILS, PASSES = "Example (fails)", "Example (passes)"
HEADINGS = ("What", "Why", FAILS, PASSES, "How to settle it")

_HEADING = re.compile(rf"^({'|'.join(map(re.escape, HEADINGS))})\n", re.MULTILINE)
_CODE = re.compile(r"^(?: {4}.*\n)(?:(?: {4}.*)?\n)*", re.MULTILINE)


def parts(page: str) -> Mapping[str, str]:
    """The texts of a page by their headings, in its order; its first sentence under ""."""
    first, *rest = _HEADING.split(page + "\n")
    return {
        "": first.strip(),
        **{name: text.strip("\n") for name, text in zip(rest[::2], rest[1::2], strict=True)},
    }


def example(page: str, heading: str) -> str:
    """The BibTeX of a part. Raises KeyError where the page has no such part."""
    return "\n".join(dedent(block).strip() + "\n" for block in _CODE.findall(parts(page)[heading] + "\n"))


def as_markdown(name: str, severity: str, page: str) -> str:
    """The page as a document of its own."""
    article = "an" if severity == "error" else "a"
    return f"# {name}\n\n{as_help(page)}\nUsually {article} {severity}.\n"


def as_help(page: str) -> str:
    """The page as a part of another document: without a title."""
    pieces = []
    for heading, text in parts(page).items():
        told = _CODE.sub(_fenced, text + "\n").strip()
        pieces.append(f"## {heading}\n\n{told}\n" if heading else f"{told}\n")
    return "\n".join(pieces)


def _fenced(block: re.Match[str]) -> str:
    return f"```bibtex\n{dedent(block[0]).strip()}\n```\n"
