"""Fields that an entry takes from others: `crossref` and `xdata`.

What is inherited under which name is biblatex's default (manual, appendix B); BibTeX's own rule (a field
that is missing is the parent's, btxdoc 2.3) is contained in it. One difference: what identifies the
parent alone (its DOI, its address, its pages) is not passed on, since as the child's it would be false.
`xdata` is no parent but a store of fields, and passes on all of them (manual, 3.13.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

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
        self._aliases: dict[str, str] = {}
        self._whole: dict[str, Values] = {}
        self._circles = 0  # met so far

    def add(self, key: str, entry_type: str, values: Values) -> None:
        """Make an entry known as somebody's parent. The first of a key counts."""
        if len(values) > _MOST_FIELDS:  # cut once, not for each child
            values = dict(islice(values.items(), _MOST_FIELDS))
        self._entries.setdefault(key.lower(), (entry_type, values))
        if "ids" in values:
            for alias in _SEPARATOR.split(values["ids"].strip())[:_MOST_STEPS]:
                self._aliases.setdefault(alias.lower(), key.lower())

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
        for key in _stores(values):
            _, stored = self._parent(key, seen)
            _add(
                whole,
                {name: text for name, text in stored.items() if name not in {"xdata", "crossref", "ids"}},
            )
        parent_type, parent = self._parent(values.get("crossref", "").strip(), seen)
        _add(whole, _passed_on(parent_type, parent, entry_type))
        return whole

    def missing(self, values: Values) -> Iterator[tuple[str, str]]:
        """The fields of these that name an entry which the file does not hold, each with the key it names."""
        for key in _stores(values):
            if self._known(key) is None:
                yield "xdata", key
        crossref = values.get("crossref", "").strip()
        if crossref and self._known(crossref) is None:
            yield "crossref", crossref

    def _known(self, key: str) -> str | None:
        """The key under which the entry of that key, or of that alias (biblatex's `ids`), is held."""
        key = key.lower()
        return key if key in self._entries else self._aliases.get(key)

    def _parent(self, key: str, seen: frozenset[str]) -> tuple[str, Values]:
        """Type and whole values of the entry of that key."""
        known = self._known(key)
        self._circles += known in seen
        if known is None or known in seen or len(seen) > _MOST_STEPS:
            return "", {}
        entry_type, own = self._entries[known]
        if known in self._whole:
            return entry_type, self._whole[known]
        circles = self._circles
        whole = self.whole(entry_type, own, seen | {known})
        if not seen or self._circles == circles:  # in a circle, what was seen on the way lacks in it
            self._whole[known] = whole
        return entry_type, whole


def _stores(values: Values) -> list[str]:
    """The keys of `xdata`."""
    if "xdata" not in values:
        return []
    return [key for key in _SEPARATOR.split(values["xdata"].strip())[:_MOST_STEPS] if key]


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
