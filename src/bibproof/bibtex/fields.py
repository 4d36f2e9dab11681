"""The values of an entry: as they are written, and as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bibproof.bibtex.journal_macros import spelled_out
from bibproof.bibtex.latex import decode

Values = Mapping[str, str]

# Names, dates, identifiers and what serves reference managers: nothing that a list shows as text.
_NO_TEXTS = frozenset(
    (
        *(
            "author",
            "editor",
            "doi",
            "url",
            "urldate",
            "date",
            "year",
            "month",
            "day",
            "isbn",
            "issn",
            "pages",
        ),
        *("abstract", "keywords", "eprint", "crossref", "xdata", "related", "annote", "annotation", "file"),
        *(
            "bibsource",
            "biburl",
            "timestamp",
            "mendeley-groups",
            "groups",
            "owner",
            "bdsk-url-1",
            "bdsk-file-1",
        ),
    )
)
_REFERS_TO_XDATA = "xdata="  # biblatex manual, 3.13.6: the value is that of a field of another entry


class Fields:
    """`raw` holds what is written and not blank, `texts` what of it says something as plain text."""

    __slots__ = ("raw", "texts")

    def __init__(self, values: Values) -> None:
        self.raw = {
            name: text
            for name, text in values.items()
            if text and not text.isspace() and not text.startswith(_REFERS_TO_XDATA)
        }
        for name in ("journal", "journaltitle"):
            if name in self.raw:
                self.raw[name] = spelled_out(self.raw[name])
        self.texts = {
            name: text
            for name, latex in self.raw.items()
            if name not in _NO_TEXTS
            and (text := latex if latex.isalnum() and latex.isascii() else decode(latex))
        }

    def has_any(self, names: Iterable[str]) -> bool:
        return not self.raw.keys().isdisjoint(names)

    def text(self, *names: str) -> str | None:
        """The first of these fields that says something."""
        for name in names:
            if name in self.texts:
                return self.texts[name]
        return None


def distinct(texts: Iterable[str | None], besides: str | None) -> tuple[str, ...]:
    """Those that are there, each once."""
    return tuple(dict.fromkeys(text for text in texts if text and text != besides))
