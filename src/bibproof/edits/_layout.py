"""Putting a value or a field where it belongs."""

from __future__ import annotations

import re

from bibproof.bibtex.layout import is_wrapped, layout_of
from bibproof.findings import Edit
from bibproof.model import Reference, Span

_TRAILING_COMMENT = re.compile(r"\s*,[ \t]*(?:%[^\r\n]*)(?=[\r\n])")
_INDENT = re.compile(r"(?:\r\n|\r|\n)[ \t]*\Z")


def insertion(text: str, reference: Reference, name: str, value: str) -> Edit | None:
    """Add a field behind the last one; None where it can't be told how the entry writes them."""
    layout = layout_of(text, reference)
    if layout is None:
        return None
    last = max(reference.fields.values())
    end = last.end + is_wrapped(text, last)
    field = layout.field(name, value)
    comment = _TRAILING_COMMENT.match(text, end, reference.span.end)
    indent = _INDENT.search(layout.separator)
    if comment is not None and indent is not None:
        return Edit(Span(comment.end(), comment.end()), f"{indent[0]}{field},")
    return Edit(Span(end, end), f"{layout.separator}{field}")


def put(text: str, span: Span, value: str) -> Edit:
    """Replace a value. A bare number stays bare; another bare word, or what is joined by #, gets braces."""
    if not is_wrapped(text, span):
        is_number = text[span.start : span.end].isdecimal() and value.isdecimal()
        return Edit(span, value if is_number else f"{{{value}}}")
    if text[span.end] == '"' and '"' in value:
        return Edit(Span(span.start - 1, span.end + 1), f"{{{value}}}")
    return Edit(span, value)
