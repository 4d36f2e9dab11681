"""Fields that an entry takes from others: `crossref` and `xdata`.

What is inherited under which name is biblatex's default (manual, appendix B); BibTeX's own rule (a field
that is missing is the parent's, btxdoc 2.3) is contained in it. One difference: what identifies the
parent alone (its DOI, its address, its pages) is not passed on, since as the child's it would be false.
`xdata` is no parent but a store of fields, and passes on all of them (manual, 3.13.6).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Values = Mapping[str, str]

_MULTIVOLUME = frozenset({"mvbook", "mvcollection", "mvproceedings", "mvreference"})
_BOOKS = frozenset({"book", "collection", "proceedings", "reference"})
_TITLES = ("title", "subtitle", "titleaddon")
_NEVER = frozenset(  # of the parent's own: what names, sorts or locates it
    [
        "ids",
        "crossref",
        "xref",
        "xdata",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shortauthor",
        "shorttitle",
        "shorthand",
        "shorthandintro",
        "sortkey",
        "sorttitle",
        "indextitle",
        "doi",
        "url",
        "urldate",
        "urlday",
        "urlmonth",
        "urlyear",
        "eprint",
        "eprinttype",
        "eprintclass",
        "archiveprefix",
        "primaryclass",
        "arxivid",
        "pmid",
        "pages",
        "pagetotal",
        "eid",
        "articleno",
        "file",
        "abstract",
        "note",
        "annote",
        "annotation",
        "keywords",
    ]
)
_SEPARATOR = re.compile(r"\s*,\s*")
_MOST_FIELDS = 100  # of one entry; more come only of chains made to fill memory
_MOST_STEPS = 50  # from child to parent to grandparent


class Family:
    """The entries of a file by key, and what each inherits. A key has no case here, as in BibTeX."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[str, Values]] = {}
        self._whole: dict[str, Values] = {}

    def add(self, key: str, entry_type: str, values: Values) -> None:
        """Make an entry known as somebody's parent. The first of a key counts."""
        self._entries.setdefault(key.lower(), (entry_type, values))

    def find(self, key: str) -> tuple[str, Values] | None:
        """Type and whole values of the entry of that key, None where there is none."""
        return self._parent(key, frozenset()) if key.lower() in self._entries else None

    def whole(self, entry_type: str, values: Values, seen: frozenset[str] = frozenset()) -> Values:
        """An entry's values, its own first, then what it inherits.

        Cycles and missing parents give nothing.
        """
        if not ("xdata" in values or "crossref" in values):
            return values
        whole = dict(values)
        for key in _SEPARATOR.split(values.get("xdata", "").strip())[:_MOST_STEPS]:
            _, stored = self._parent(key, seen)
            _add(
                whole,
                {name: text for name, text in stored.items() if name not in {"xdata", "crossref", "ids"}},
            )
        parent_type, parent = self._parent(values.get("crossref", "").strip(), seen)
        _add(whole, _passed_on(parent_type, parent, entry_type))
        return whole

    def _parent(self, key: str, seen: frozenset[str]) -> tuple[str, Values]:
        """Type and whole values of the entry of that key."""
        key = key.lower()
        if key not in self._entries or key in seen or len(seen) > _MOST_STEPS:
            return "", {}
        entry_type, own = self._entries[key]
        if key not in self._whole:
            self._whole[key] = self.whole(entry_type, own, seen | {key})
        return entry_type, self._whole[key]


def _add(whole: dict[str, str], inherited: Values) -> None:
    for name, text in inherited.items():
        if len(whole) >= _MOST_FIELDS:
            return
        whole.setdefault(name, text)


def _passed_on(parent_type: str, parent: Values, child_type: str) -> Values:
    """The parent's fields under the names that they have in the child."""
    prefix = _title_prefix(parent_type, child_type)
    passed = {name: text for name, text in parent.items() if name not in _NEVER and name not in _TITLES}
    if prefix is None:
        return {**{name: parent[name] for name in _TITLES if name in parent}, **passed}
    for name in _TITLES:
        if name in parent:
            passed.setdefault(prefix + name, parent[name])
    if prefix == "book" and "author" in parent:
        passed.setdefault("bookauthor", parent["author"])
        if child_type not in {"inbook", "bookinbook", "suppbook"}:
            del passed["author"]
    return passed


def _title_prefix(parent_type: str, child_type: str) -> str | None:
    """What the parent's title is to the child: its book's, its journal's, its main work's, or its own."""
    if parent_type in _MULTIVOLUME:
        return "main"
    if parent_type == "periodical":
        return "journal"
    if parent_type in _BOOKS and child_type != parent_type:
        return "book"
    return None
