"""Rich text as pandoc's inlines, and back (https://hackage.haskell.org/package/pandoc-types)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from bibproof.richtext import Face, RichText, Run

Inline = dict[str, Any]

API_VERSION = (1, 23, 1)
"""Of pandoc 3, which is the oldest that is used."""

_FACES = {
    "Emph": Face.ITALIC,
    "Strong": Face.BOLD,
    "SmallCaps": Face.SMALL_CAPS,
    "Subscript": Face.SUBSCRIPT,
    "Superscript": Face.SUPERSCRIPT,
}
_PLAIN = Run("")
_SPACE = Run(" ")
_NO_ATTRIBUTES = ["", [], []]
_LINKS = ("https://", "http://", "ftp://", "mailto:")
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}


def document(blocks: list[Inline], **meta: Any) -> dict[str, Any]:  # noqa: ANN401 - pandoc's MetaValues
    """A whole document for `pandoc --from json`."""
    return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks}


def to_inlines(text: RichText) -> list[Inline]:
    """A rich text as pandoc has it; a formula as mathematics."""
    return [inline for run in text for inline in _inlines_of(run)]


def _inlines_of(run: Run) -> list[Inline]:
    inner: list[Inline]
    inner = [math(run.tex)] if run.tex is not None else list(_words(run.text))
    for name, face in _FACES.items():
        if face in run.face and inner:
            inner = [{"t": name, "c": inner}]
    if run.href is not None and inner:
        inner = [{"t": "Link", "c": [_NO_ATTRIBUTES, inner, [run.href, ""]]}]
    return inner


def math(tex: str) -> Inline:
    return {"t": "Math", "c": [{"t": "InlineMath"}, tex]}


def _words(text: str) -> Iterator[Inline]:
    for is_space, letters in groupby(text, key=" ".__eq__):
        yield {"t": "Space"} if is_space else {"t": "Str", "c": "".join(letters)}


def to_rich(inlines: Iterable[Inline]) -> RichText:
    """Inlines of pandoc as rich text, as few runs as say it."""
    runs: list[Run] = []
    for run in _runs(inlines, _PLAIN):
        last = runs[-1] if runs else None
        if (
            last is not None
            and last.tex is run.tex is None
            and (last.face, last.href) == (run.face, run.href)
        ):
            runs[-1] = last._replace(text=last.text + run.text)
        elif run.text:
            runs.append(run)
    return tuple(runs)


def _are_alike(one: Run, other: Run) -> bool:
    return one.tex is other.tex is None and (one.face, one.href) == (other.face, other.href)


def _runs(inlines: Iterable[Inline], like: Run) -> Iterator[Run]:
    """The runs of inlines; `like` has the face and the link that they stand in."""
    for inline in inlines:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            yield like._replace(text=content)
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            yield like._replace(text=" ")
        elif kind in _FACES:
            yield from _runs(content, like._replace(face=like.face | _FACES[kind]))
        else:
            yield from _others(kind, content, like)


def _others(kind: str, content: Any, like: Run) -> Iterator[Run]:  # noqa: ANN401 - as the kind has it
    if kind == "Span":
        yield from _span(content, like)
    elif kind == "Link":
        address = content[2][0]
        href = address if address.lower().startswith(_LINKS) else None
        yield from _runs(content[1], like._replace(href=href))
    elif kind == "Quoted":
        opening, closing = _QUOTES[content[0]["t"]]
        yield like._replace(text=opening)
        yield from _runs(content[1], like)
        yield like._replace(text=closing)
    elif kind == "Math":
        yield like._replace(text=content[1], tex=content[1])
    elif kind == "Note":
        yield from _runs(block_inlines(content), like)
    elif kind in {"Code", "RawInline"}:
        yield like._replace(text=content[1])
    else:  # Cite and Image hold their inlines second, Underline and Strikeout are their inlines
        yield from _runs(content[1] if kind in {"Cite", "Image"} else content, like)


def _span(content: Any, like: Run) -> Iterator[Run]:  # noqa: ANN401 - attributes and inlines
    (_, classes, _), inlines = content
    if "nodecor" in classes:  # citeproc's way to undo the face around it
        like = like._replace(face=Face.PLAIN)
    if "csl-block" in classes or "csl-indent" in classes:
        yield _SPACE
    yield from _runs(inlines, like)


def block_inlines(blocks: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines of paragraphs, one behind the other."""
    for number, block in enumerate(blocks):
        if block["t"] in {"Para", "Plain"}:
            if number:
                yield {"t": "Space"}
            yield from block["c"]
