"""Titles and names as registries deposit them, with their markup and entities, as plain text.

Crossref's deposits may hold HTML's and JATS's face markup and MathML:
https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/face-markup/
"""

from __future__ import annotations

import functools
import operator
import re
from html import unescape

from bibproof.richtext import Face, RichText, Run

_TIMES_ESCAPED = 3
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_NO_CONTENT = re.compile(r"<!--[^<]*?-->|<\?[^<>]*>|<!\[CDATA\[|\]\]>")
_ANNOTATION = re.compile(r"<((?:\w+:)?annotation(?:-xml)?)\b[^<>]*>[^<]*</\1>")
_MARK = r"<sup>\s*(?:\d{1,2}[a-z]?(?:\s*,\s*\d{1,2}[a-z]?)*|[*†‡§¶]{1,3})\s*</sup>"
_FOOTNOTE_MARK = re.compile(rf"(?<=\.){_MARK}(?=\s)|(?:(?<=[^\W\d_]{{4}})|(?<=[.?!)°])){_MARK}\s*$")
_RUN_ON = re.compile(
    r"(?<=[a-z]{3})(?=<(?:i|em|italic)>[^\W\d_]{3}|<mml:math)"
    r"|(?<=[^\W\d_]{3}</i>)(?=[^\W\d_]{3})|(?<=</mml:math>)(?=[a-z]{3})"
)
_BEFORE_SCRIPT = re.compile(r"\s*\n\s*(?=<su[bp]>)")
_BETWEEN_MATH = re.compile(r"(?<=>)\s+(?=</?mml:(?!math\b))|(?<=>)\s+(?=</mml:math)")
_TAG = re.compile(
    r"<(?P<closing>/?)(?P<prefix>[a-zA-Z]+:)?(?P<name>[a-zA-Z][\w.-]*)"
    r"(?P<attributes>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+))*)\s*/?>"
)
_FACES = frozenset(
    (
        *("b", "bold", "em", "emph", "ext-link", "fn", "font", "i", "inf", "italic", "math", "ovl", "roman"),
        *("sc", "scp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "underline", "xref"),
    )
)
_BLOCKS = frozenset(("br", "break", "div", "label", "li", "p", "sec", "subtitle", "td", "title", "tr"))
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_WHITE = re.compile(r"\s+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def plain(text: str, *, marks: bool = False) -> str:
    """The text without tags, with its entities resolved (however often escaped), white space folded.

    What only looks like a tag ("p < 0.05", "x<y>z") stays. The superscript mark of a title's footnote goes,
    unless `marks` are wanted, and italics and formulas that were deposited without the spaces around them
    get these.
    """
    if "&" in text:
        text = _unescaped(text)
    if "<" not in text and text.isprintable():
        return " ".join(text.split())
    if "<" in text:
        text = _without_tags(text if marks else _without_marks(text))
    text = _UNPRINTABLE.sub(" ", _INVISIBLE.sub("", text))
    return " ".join(_SURROGATE.sub("\ufffd", text).split())


def _unescaped(text: str) -> str:
    for _ in range(_TIMES_ESCAPED):
        before, text = text, _ENTITY.sub(lambda match: unescape(match[0]), text)
        if text == before:
            break
    return text


def _without_marks(text: str) -> str:
    return _FOOTNOTE_MARK.sub("", _BEFORE_SCRIPT.sub("", _NO_CONTENT.sub("", text)))


def _without_tags(text: str) -> str:
    text = _BEFORE_SCRIPT.sub("", _ANNOTATION.sub("", _NO_CONTENT.sub("", text)))
    text = _RUN_ON.sub(" ", _BETWEEN_MATH.sub("", text))
    closed = {match["name"].lower() for match in _TAG.finditer(text) if match["closing"]}

    def taken_off(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name in _BLOCKS:
            return " "
        is_tag = name in _FACES or name in closed or match["prefix"] or match["attributes"]
        return "" if is_tag else match[0]

    return _TAG.sub(taken_off, text)


_RICH_TAG = re.compile(
    r"<(?P<closing>/?)(?:jats:)?(?P<name>i|em|italic|b|bold|strong|sub|inf|sup|sc|scp)\b[^<>]*>",
    re.IGNORECASE,
)
_FACE_OF = {
    **dict.fromkeys(("i", "em", "italic"), Face.ITALIC),
    **dict.fromkeys(("b", "bold", "strong"), Face.BOLD),
    **dict.fromkeys(("sub", "inf"), Face.SUBSCRIPT),
    "sup": Face.SUPERSCRIPT,
    **dict.fromkeys(("sc", "scp"), Face.SMALL_CAPS),
}


def rich(text: str) -> RichText | None:
    """The text with its italics, sub- and superscripts; None where it has none, or more than can be told.

    What it says is always what `plain` makes of it.
    """
    if "<" not in text:
        return None
    if "&" in text:
        text = _unescaped(text)
    runs: list[Run] = []
    open_faces: list[Face] = []
    end = 0
    for tag in _RICH_TAG.finditer(text):
        _add(runs, text[end : tag.start()], open_faces)
        face = _FACE_OF[tag["name"].lower()]
        if not tag["closing"]:
            open_faces.append(face)
        elif face in open_faces:
            open_faces.remove(face)
        end = tag.end()
    _add(runs, text[end:], open_faces)
    told = "".join(run.text for run in runs)
    has_faces = any(run.face is not Face.PLAIN for run in runs)
    return tuple(runs) if has_faces and not open_faces and told == plain(text) else None


def _add(runs: list[Run], text: str, faces: list[Face]) -> None:
    """One more run; white space is folded as `plain` does."""
    folded = _WHITE.sub(" ", text)
    if not runs or runs[-1].text.endswith(" "):
        folded = folded.lstrip(" ")
    if folded:
        runs.append(Run(folded, functools.reduce(operator.or_, faces, Face.PLAIN)))
