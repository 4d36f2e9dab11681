"""Reads the references of a web page: those of its section of references, whatever that is called.

Headings, or the names that pages give to such sections (`id="references"`, `class="ref-list"`), say where it
is. The page's prose, navigation, code and tables are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path

from bibproof.compare.text import word_set
from bibproof.model import Library
from bibproof.readers._lists import Source, library_of
from bibproof.readers._memory import no_collection
from bibproof.readers._sections import is_heading_of_references, is_other_heading
from bibproof.readers._strings.clean import clean
from bibproof.readers._strings.lists import Char, Item, items
from bibproof.readers._strings.looks import is_surely_reference

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = word_set(
    """
    p div section article li ol ul dl dt dd table tr td th blockquote main aside body figure details summary
    """
)
_SKIPPED = word_set(
    """
    script style nav header footer code pre button svg noscript template head form select
    """
)
_VOID = word_set("br img hr input meta link source wbr area base col embed param track")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:references?|ref-?list|reference-?list|bibliograph(?:y|ie)|works-?cited|citation-?list|literature"
    r"|literatur(?:verzeichnis)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_ITEMS = frozenset({"li", "dd"})
_SECTIONS = frozenset({"section", "div", "ol", "ul", "dl", "aside"})


def html(text: str, path: Path | None, encoding: str = "utf-8") -> Library:
    """Every reference in a page's section of references. Never raises."""
    with no_collection():
        page = _Page(text)
        page.feed(_without_open_marks(text))
        page.close()
        page.end()
        blocks = _of_references(page.blocks)
        found = [item for block in blocks for item in _items(block)]
        if not blocks:
            found = [item for block in page.blocks if block.is_item for item in _items(block)]
            found = [item for item in found if is_surely_reference(clean(item.chars))]
        return library_of(found, Source(text, path, encoding), page.links)


def _without_open_marks(text: str) -> str:
    """A comment or a tag that has no end begins none; the parser would look for its end again and again."""
    last = max(text.rfind("-->"), 0)
    text = text[:last] + text[last:].replace("<!--", "    ")
    last = max(text.rfind(">"), 0)
    return text[:last] + _OPENING.sub(" ", text[last:])


@dataclass(slots=True)
class _Block:
    """A heading or a piece of text; `level` is 0 for text, `named` tells of a section's own name."""

    level: int = 0
    is_item: bool = False
    named: bool = False
    chars: list[Char] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(char for char, _ in self.chars)


def _of_references(blocks: list[_Block]) -> list[_Block]:
    """The blocks under headings of references, else those in sections with such a name."""
    chosen: list[_Block] = []
    level = 0
    for block in blocks:
        if block.level:
            if is_heading_of_references(block.text):
                level = block.level
            elif level and block.level <= level:
                level = 0
        elif level:
            chosen.append(block)
    if not chosen:
        chosen = [block for block in blocks if block.named and not block.level]
    if not chosen:
        chosen = _under_a_line(blocks)
    items_of_lists = [block for block in chosen if block.is_item]
    return items_of_lists or chosen


def _under_a_line(blocks: list[_Block]) -> list[_Block]:
    """The blocks under a line that is set like a heading: "<p><b>References</b></p>"."""
    lines = [place for place, block in enumerate(blocks) if is_heading_of_references(block.text)]
    following = blocks[lines[-1] + 1 :] if lines else []
    chosen = list(takewhile(lambda block: not block.level and not is_other_heading(block.text), following))
    return chosen if any(is_surely_reference(clean(block.chars)) for block in chosen) else []


def _items(block: _Block) -> list[Item]:
    found = items(block.chars)
    if block.is_item and len(found) > 1:
        chars = tuple(char for char in block.chars)
        return [Item(None, (), chars)]
    return found


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._text = text
        self.blocks: list[_Block] = []
        self.links: list[tuple[str, int]] = []
        self._block = _Block()
        self._open: list[tuple[str, bool]] = []  # tags, and whether a section of references is named by one
        self._counts: Counter[str] = Counter()  # of each tag, how many are open
        self._named = 0  # of those, how many name a section of references
        self._skipping = 0

    @property
    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def end(self) -> None:
        self._begin()

    def _begin(self, *, level: int = 0, is_item: bool = False) -> None:
        """A new block; an empty one is forgotten."""
        if self._block.text.strip():
            self.blocks.append(self._block)
        self._block = _Block(level, is_item, self._named > 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag == "br":
                self._block.chars.append(("\n", self._place))
            return
        values = {name: value or "" for name, value in attrs}
        named = tag in _SECTIONS and any(
            _NAMED.search(values.get(name, "")) for name in ("id", "class", "role")
        )
        is_in_item = self._is_in_item
        self._open.append((tag, named))
        self._counts[tag] += 1
        self._named += named
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag in _HEADINGS:
            self._begin(level=_HEADINGS[tag])
        elif tag in _ITEMS or (tag in _BLOCKS and not is_in_item):
            self._begin(is_item=tag in _ITEMS)
        elif tag in _BLOCKS:
            self._block.chars.append((" ", self._place))
        elif tag == "a" and not self._skipping:
            self._block.chars.append((" ", self._place))
            if values.get("href"):
                self.links.append((values["href"], self._place))

    @property
    def _is_in_item(self) -> bool:
        return any(self._counts[tag] for tag in _ITEMS)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as called
        if tag == "br":
            self._block.chars.append(("\n", self._place))

    def handle_endtag(self, tag: str) -> None:
        if not self._counts[tag]:
            return
        while self._open:
            closed, was_named = self._open.pop()
            self._counts[closed] -= 1
            self._named -= was_named
            if closed in _SKIPPED:
                self._skipping -= 1
            if closed == tag:
                break
        if tag in _HEADINGS or tag in _ITEMS:
            self._begin()
        elif tag in _BLOCKS:
            if self._is_in_item:
                self._block.chars.append((" ", self._place))
            else:
                self._begin()
        elif tag == "a":
            self._block.chars.append((" ", self._place))

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            start = self._place
            for n, char in enumerate(data):
                self._block.chars.append((" " if char in "\r\n\t" else char, start + n))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        if not self._skipping:
            start = self._place
            for char in unescape(written):
                self._block.chars.append((char, start))
