"""A CSL item's work under BibTeX's names, for those who go on with it in BibTeX's terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from bibproof.bibtex.latex import encode
from bibproof.model import Person, Work

_ENTRY_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article-journal": "article",
        "article-magazine": "article",
        "article-newspaper": "article",
        "review": "article",
        "review-book": "article",
        "book": "book",
        "chapter": "incollection",
        "entry": "incollection",
        "entry-dictionary": "incollection",
        "entry-encyclopedia": "incollection",
        "manuscript": "unpublished",
        "pamphlet": "booklet",
        "paper-conference": "inproceedings",
        "report": "techreport",
        "thesis": "phdthesis",
    }
)
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}


def entry_type(work: Work) -> str:
    """BibTeX's type of entry for a work."""
    return _ENTRY_TYPES.get(work.type, "misc")


class BibtexValues(Mapping[str, str]):
    """The fields that a BibTeX entry of the work would have; made when they are first asked for."""

    def __init__(self, work: Work, doi: object) -> None:
        self._work = work
        self._doi = doi

    def __getitem__(self, name: str) -> str:
        if name == "doi" and isinstance(self._doi, str):
            return self._doi  # as it is written, whether it is one or not
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    @cached_property
    def _values(self) -> dict[str, str]:
        work, kind = self._work, entry_type(self._work)
        texts = {
            "author": _names(work.authors),
            "editor": _names(work.editors),
            "title": _encoded(work.title),
            _CONTAINERS.get(kind, "howpublished"): _encoded(work.container_title),
            "year": None if work.issued is None else str(work.issued.year),
            "month": None if work.issued is None or work.issued.month is None else str(work.issued.month),
            "volume": _encoded(work.volume),
            "number": _encoded(work.issue or work.number),
            "pages": None if work.page is None else "--".join(map(encode, work.page.split("-"))),
            "edition": _encoded(work.edition),
            "series": _encoded(work.collection_title),
            _PUBLISHERS.get(kind, "publisher"): _encoded(work.publisher),
            "address": _encoded(work.publisher_place),
            "isbn": " ".join(work.isbn),
            "doi": work.doi,
            "url": work.url,
            "note": _encoded(work.note),
        }
        return {name: text for name, text in texts.items() if text}


def _encoded(text: str | None) -> str | None:
    return None if text is None else encode(text)


def _names(people: tuple[Person, ...]) -> str:
    return " and ".join(_name(person) for person in people)


def _name(person: Person) -> str:
    if person.literal is not None:
        return f"{{{encode(person.literal)}}}"
    family = " ".join(part for part in (person.particle, person.family) if part)
    return encode(", ".join(part for part in (family, person.suffix, person.given) if part))
