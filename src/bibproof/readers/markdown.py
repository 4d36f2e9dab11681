"""Reads the references of a Markdown page: those of its section of references, whatever that is called.

https://spec.commonmark.org/ for headings, emphasis, links and escapes; footnotes as pandoc and GitHub have
them. The page's prose, code and tables are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from bibproof.model import Library
from bibproof.readers._lists import Source, library_of
from bibproof.readers._memory import no_collection
from bibproof.readers._sections import is_heading_of_references
from bibproof.readers._strings.lists import Char, Item, items
from bibproof.readers.text import text as plain_text

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
_SUBHEADING = re.compile(r" {0,3}#{1,6}[ \t][^\r\n]*")
_BOLD_HEADING = re.compile(r"^\s*(?:\*\*|__)(.{3,60}?)(?:\*\*|__)\s*:?\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,})\s*$")
_FOOTNOTE = re.compile(r"^\[\^[\w-]+\]:", re.MULTILINE)
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!\[[^\[\]]*\]\([^()\s]*\)"
    r"|\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<href><[^<>]*>|(?:[^\s()]|\([^()\s]*\))*)(?:\s+[\"'][^\"']*[\"'])?\)"
    r"|<(?P<auto>https?://[^<>\s]+)>"
    r"|</?[a-zA-Z][^<>]*>|<!--(?:(?!<!--|-->).)*-->"
    r"|(?P<raw>https?://\S+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});)"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?!\w)|`+",
    re.DOTALL,
)
_DIV = re.compile(r"^ {0,3}:{3,}(?P<name>[^\r\n]*)", re.MULTILINE)
"""A line that opens or closes a division: https://pandoc.org/MANUAL.html#divs-and-spans"""
_DIV_OF_REFERENCES = re.compile(r"#refs\b")
_BULLET = re.compile(r"[ \t]*[*+-][ \t]")


def markdown(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every reference in a page's section of references, and in footnotes. Never raises."""
    with no_collection():
        source = Source(text, path, encoding)
        sections = list(_sections(text)) or list(_divisions(text))
        if not sections and not _FOOTNOTE.search(text):
            return _as_list(text, source)
        found: list[Item] = []
        links: list[tuple[str, int]] = []
        for start, end in sections or list(_footnotes(text)):
            found += items(list(_plain(text, start, end, links)))
        return library_of(found, source, links)


def _as_list(text: str, source: Source) -> Library:
    """A page without such a section: one that is a list of references itself, or nothing."""
    read = plain_text(text, source.path, source.encoding)
    if not read.references:
        return read
    links: list[tuple[str, int]] = []
    found = items(list(_plain(text, 0, len(text), links)))
    starts = {reference.span.start for reference in read.references}
    kept = [item for item in found if any(place in starts for _, place in item.chars)]
    return library_of(kept or found, source, links)


def _sections(text: str) -> Iterator[tuple[int, int]]:
    """What stands under each heading of references, up to the next heading of its level or above."""
    start, level = None, 0
    for place, length, found_level, title in _headings(text):
        if start is not None and (found_level <= level or is_heading_of_references(title)):
            yield start, place
            start = None
        if start is None and is_heading_of_references(title):
            start, level = place + length, found_level
    if start is not None:
        yield start, len(text)


def _divisions(text: str) -> Iterator[tuple[int, int]]:
    """What stands in the division that pandoc fills with a list: "::: {#refs}"."""
    start, depth = None, 0
    for line in _DIV.finditer(text):
        if start is None and _DIV_OF_REFERENCES.search(line["name"]):
            start = line.end()
        elif start is not None:
            depth += 1 if line["name"].strip() else -1
            if depth < 0:
                yield start, line.start()
                return
    if start is not None:
        yield start, len(text)


def _headings(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Place, length, level and words of each heading; a line in bold is one below all others."""
    place, fence = 0, ""
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark is not None and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1][:3]
        elif not fence:
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if (heading := _HEADING.match(line.rstrip("\r\n"))) is not None:
                yield place, len(line), len(heading[1]), heading[2]
            elif (bold := _BOLD_HEADING.match(line.rstrip("\r\n"))) is not None:
                yield place, len(line), 7, bold[1]
            elif line.strip() and (under := _UNDERLINE.match(following)) is not None and len(line) < 80:
                yield place, len(line) + len(following), 1 if under[1][0] == "=" else 2, line.strip()
            elif is_heading_of_references(line) and not following.strip():
                yield place, len(line), 7, line.strip()
        place += len(line)


def _footnotes(text: str) -> Iterator[tuple[int, int]]:
    """From the first footnote to the end of the page."""
    first = _FOOTNOTE.search(text)
    if first is not None:
        yield first.start(), len(text)


def _plain(text: str, start: int, end: int, links: list[tuple[str, int]]) -> Iterator[Char]:
    """The characters that a reader sees; what the links lead to is noted."""
    place = start
    while place < end:
        is_line = place == 0 or text[place - 1] in "\r\n"
        left_out = (_SUBHEADING.match(text, place, end) or _DIV.match(text, place, end)) if is_line else None
        if left_out is not None:
            place = left_out.end()
            continue
        bullet = _BULLET.match(text, place, end) if is_line else None
        if bullet is not None:
            yield from ((text[n], n) for n in range(place, bullet.end()))
            place = bullet.end()
            continue
        token = _TOKEN.match(text, place, end)
        if token is None or not token[0]:
            yield text[place], place
            place += 1
            continue
        yield from _of_token(token, links)
        place = token.end()


def _of_token(token: re.Match[str], links: list[tuple[str, int]]) -> Iterator[Char]:
    for name in ("escaped", "auto", "raw"):
        if token[name] is not None:
            yield from zip(token[name], range(token.start(name), token.end(name)), strict=True)
    if token["entity"] is not None:
        yield from ((char, token.start()) for char in unescape(token["entity"]))
    if token["href"] is not None:
        links.append((token["href"].strip("<>"), token.start()))
        yield from _plain(token.string, token.start("label"), token.end("label"), links)
