"""Texts of CSL items: the few tags that CSL knows, HTML's entities, formulas.

Tags: https://www.zotero.org/support/kb/rich_text_bibliography, and
https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
"""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

from bibproof.bibtex.latex import decode
from bibproof.richtext import Face, RichText, Run, plain, rich

_SPECIAL = re.compile(r"[<&$\\\ud800-\udfff\u00ad\u200b\u2060\ufeff]")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_NAMES = "i|em|italic|b|strong|bold|sup|sub|sc|scp"
_ESCAPED_TAG = re.compile(rf"&lt;(/?(?:{_NAMES}|span))((?:\s[^<>&]*)?)&gt;", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/?p)\s*/?>", re.IGNORECASE)
_TOKEN = re.compile(
    rf"<(?P<closing>/?)(?P<name>{_NAMES}|span(?=[\s>]))(?P<attributes>(?<=span)\s[^<>]*)?>"
    r"|\$(?P<maths>(?![\s$])(?:[^$\\]|\\.){1,500}?(?<!\s))\$(?!\d)"
    r"|\\\((?P<inline>(?:[^\\]|\\(?!\))){1,500})\\\)"
    r"|\\(?P<escaped>[&%#$_])",
    re.IGNORECASE | re.DOTALL,
)
_MATHS = re.compile(r"[\\^_{}=<>]|^[A-Za-z]'?$")
_FACES = {
    "i": Face.ITALIC,
    "em": Face.ITALIC,
    "italic": Face.ITALIC,
    "b": Face.BOLD,
    "strong": Face.BOLD,
    "bold": Face.BOLD,
    "sup": Face.SUPERSCRIPT,
    "sub": Face.SUBSCRIPT,
    "sc": Face.SMALL_CAPS,
    "scp": Face.SMALL_CAPS,
}


def rich_text(text: str) -> RichText:
    """The text with its faces; white space folded, NFC."""
    text = " ".join(text.split())
    if not has_markup(text):
        return rich(unmarked(text))
    text = _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", _ESCAPED_TAG.sub(r"<\1\2>", text)))
    reading = _Reading(" ".join(_BREAK.sub(" ", text).split()))
    return reading.runs()


def has_markup(text: str) -> bool:
    """Whether there may be more than plain letters in the text."""
    return not text.isalnum() and _SPECIAL.search(text) is not None


def plain_text(text: str) -> str:
    """The text without its faces."""
    return plain(rich_text(text)) if has_markup(text) else unmarked(text)


def unmarked(text: str) -> str:
    """A text that has no markup: white space folded, NFC."""
    return _composed(" ".join(text.split()))


def _composed(text: str) -> str:
    return text if text.isascii() else normalize("NFC", text)


class _Reading:
    """Goes through a text once; which tags are open is kept on a stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[str, Face]] = []
        self._runs: list[Run] = []
        self._closings: dict[str, int] = {}

    def runs(self) -> RichText:
        position = 0
        for token in _TOKEN.finditer(self._text):
            self._add(self._text[position : token.start()])
            self._token(token)
            position = token.end()
        self._add(self._text[position:])
        return tuple(self._runs)

    def _face(self) -> Face:
        face = Face.PLAIN
        for _, one in self._open:
            face |= one
        return face

    def _add(self, text: str) -> None:
        self._put(_composed(_ENTITY.sub(lambda match: unescape(match[0]), text)))

    def _put(self, text: str, tex: str | None = None) -> None:
        if not text:
            return
        face, last = self._face(), self._runs[-1] if self._runs else None
        if tex is None and last is not None and last.tex is None and last.face == face:
            self._runs[-1] = Run(last.text + text, face)
        else:
            self._runs.append(Run(text, face, tex=tex))

    def _token(self, token: re.Match[str]) -> None:
        if token["name"]:
            self._tag(token, token["name"].lower())
        elif token["escaped"]:
            self._put(token["escaped"])
        else:
            self._formula(token, token["maths"] or token["inline"])

    def _formula(self, token: re.Match[str], maths: str) -> None:
        """What stands between dollars is a formula only where it looks like one."""
        if token["inline"] or _MATHS.search(maths):
            maths = _ENTITY.sub(lambda match: unescape(match[0]), maths)
            self._put(decode(f"${maths}$") or maths, maths)
        else:
            self._add(token[0])

    def _tag(self, token: re.Match[str], name: str) -> None:
        """Open or close a face; a tag without its partner is text."""
        if not token["closing"]:
            if self._last_closing(name) >= token.end():
                self._open.append((name, _FACES.get(name) or _span_face(token["attributes"] or "")))
            else:
                self._put(token[0])
            return
        at = next((i for i in reversed(range(len(self._open))) if self._open[i][0] == name), None)
        if at is None:
            self._put(token[0])
        else:
            del self._open[at]

    def _last_closing(self, name: str) -> int:
        if name not in self._closings:
            self._closings[name] = self._text.lower().rfind(f"</{name}>")
        return self._closings[name]


def _span_face(attributes: str) -> Face:
    attributes = attributes.lower()
    if "small-caps" in attributes:
        return Face.SMALL_CAPS
    return Face.KEPT if "nocase" in attributes else Face.PLAIN
