"""What a bibliography is made of: people, dates, works, and the references that claim them.

The vocabulary is CSL's (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables);
the same `Work` serves what is claimed and what is registered, so comparing is Work against Work.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from bibproof.richtext import RichText

if TYPE_CHECKING:
    from bibtexparser.library import Library as BibtexparserLibrary
    from pybtex.database import BibliographyData
    from pybtex.database import Person as PybtexPerson

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Person:
    """A person, or, where only `literal` is set, a group or a name that can't be taken apart.

    `particle` is "van der", "de la" and the like; `suffix` is "Jr.", "III".
    """

    family: str | None = None
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    orcid: str | None = None
    role: str | None = None  # what the person did, where a list says it: "Director", "Host"
    username: str | None = None  # as on a social network: "@APA_Style"

    @property
    def surname(self) -> str:
        """What a text calls the person by: "van der Berg", or a group's name."""
        if self.literal is not None:
            return self.literal
        return " ".join(part for part in (self.particle, self.family) if part) or self.given or "?"

    def __str__(self) -> str:
        """Family name first, as a list of references has it: "van der Berg, Jan, Jr."."""
        if self.literal is not None:
            return self.literal
        family = " ".join(part for part in (self.particle, self.family) if part)
        return ", ".join(part for part in (family, self.given, self.suffix) if part)


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A day, a month or a year of the Gregorian calendar; the year -350 is 350 B.C.E., and there is no 0."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """A date as a list of references writes it: from a day to a day, uncertain, still open, or in words.

    `season` is 1 for spring to 4 for winter.
    """

    start: Date | None = None
    end: Date | None = None
    is_open: bool = False  # it goes on: "2003-"
    season: int | None = None
    circa: bool = False
    literal: str | None = None


_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Work:
    """A work as somebody describes it: a reference claims one, a record registers one.

    Every text is plain Unicode: no LaTeX, no HTML, white space folded. What is not known is None or
    empty. `type` is one of CSL's types ("article-journal", "chapter", "webpage" ...).

    What comparing does not need stands in four mappings, by CSL's names of variables: `rich`, the texts
    that hold more than plain letters (italics, words whose case must stay); `people`, those other than
    authors and editors ("translator", "director"); `periods`, the dates that are more than a day of
    `issued` or `accessed` ("event-date", "original-date"; "issued" where it is a range); `variables`,
    every other text ("event-title", "medium", "status"). `related` has the works that this one says
    something about, by biblatex's words: "reprintfrom", "commenton", "reviewof", "translationof".
    """

    type: str = "document"
    title: str | None = None
    subtitle: str | None = None  # where it is held apart from the title
    other_titles: tuple[str, ...] = ()  # translated, original, short: each right as well
    authors: tuple[Person, ...] = ()
    et_al: bool = False  # the list of authors goes on ("and others")
    editors: tuple[Person, ...] = ()
    editors_et_al: bool = False  # the list of editors goes on
    issued: Date | None = None
    dates: tuple[Date, ...] = ()  # every date it may rightly be cited by, `issued` among them
    container_title: str | None = None
    other_container_titles: tuple[str, ...] = ()  # abbreviated, series, conference: each right as well
    collection_title: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    article_number: str | None = None
    number: str | None = None  # of a report, a patent, a standard
    edition: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    genre: str | None = None
    doi: str | None = None  # bare and in lower case: 10.1000/xyz
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    pmid: str | None = None
    eprint: str | None = None
    eprint_type: str | None = None  # "arxiv", "pubmed" ...
    url: str | None = None
    accessed: Date | None = None
    language: str | None = None
    note: str | None = None
    rich: Mapping[str, RichText] = field(default_factory=lambda: _NOTHING)
    people: Mapping[str, tuple[Person, ...]] = field(default_factory=lambda: _NOTHING)
    periods: Mapping[str, Period] = field(default_factory=lambda: _NOTHING)
    variables: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    related: Mapping[str, Work] = field(default_factory=lambda: _NOTHING)
    unstructured: str | None = None  # the reference as it is written, where it is a string

    @property
    def year(self) -> int | None:
        return None if self.issued is None else self.issued.year

    @property
    def years(self) -> frozenset[int]:
        """Every year the work may rightly be cited by (in print, online, earliest known)."""
        dates = self.dates if self.issued is None else (self.issued, *self.dates)
        return frozenset(date.year for date in dates)

    @property
    def full_title(self) -> str | None:
        if self.title is None or self.subtitle is None:
            return self.title
        return f"{self.title}: {self.subtitle}"

    @property
    def brief(self) -> str:
        """Who and when, as a text cites it: "Kim & Fishman 2020", "Patten et al. 2018"."""
        names = [person.surname for person in (self.authors or self.editors)]
        cited = f"{names[0]} et al." if len(names) > 2 else " & ".join(names) or "no author"
        return cited if self.year is None else f"{cited} {self.year}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in a library's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where a character stands: line and column, both from 1, columns in characters."""

    line: int
    column: int


_ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "journal": (
            *("journal", "journaltitle", "booktitle", "maintitle", "eventtitle"),
            *("container-title", "event-title", "event"),
        ),
        "booktitle": ("booktitle", "maintitle", "eventtitle", "container-title", "event-title", "event"),
        "year": ("year", "date", "issued"),
        "number": ("number", "issue"),
        "pages": ("pages", "page", "eid", "articleno", "article-number"),
        "author": ("author", "editor"),
        "volume": ("volume",),
        "title": ("title",),
        "doi": ("doi", "DOI", "url", "URL"),
    }
)
"""Under which names BibTeX, biblatex and CSL write what people call by one."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a bibliography: a key, and the work that it claims.

    `fields` gives, by BibTeX name in lower case or as CSL's variable, where each value stands in the
    library's text: inside the braces or quotes of a plain value, the whole expression where it is
    concatenated or a bare word. `values` gives the same values as BibTeX's texts, macros expanded and
    inherited fields included, LaTeX kept. A string has no fields, only habits: `reread` reads it again with
    a record's work in mind, and what is compared with that record is the reference which this gives.
    """

    key: str
    work: Work
    span: Span
    key_span: Span
    entry_type: str = "misc"
    fields: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    reread: Callable[[Work], Reference] | None = field(default=None, compare=False, repr=False)

    def read_for(self, recorded: Work) -> Reference:
        """The reference, read with a record's work in mind where it can be read in several ways."""
        return self if self.reread is None else self.reread(recorded)

    def written_field(self, name: str) -> str | None:
        """The name under which this entry itself writes what people call `name`.

        "journal" may be written as `journaltitle` or `booktitle`, "year" as `date`. None where the entry
        does not write it (it may be inherited).
        """
        return next((alias for alias in _ALIASES.get(name, (name,)) if alias in self.fields), None)

    def span_of(self, name: str | None) -> Span:
        """Where a finding about the field `name` should point: its value, or else the entry's key."""
        written = None if name is None else self.written_field(name)
        return self.key_span if written is None else self.fields[written]


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry that could not be read, or only in part, and why.

    `minor` marks what BibTeX itself goes on from with a warning: a macro that nothing defines, say.
    """

    span: Span  # what to look at, as small as can be told
    reason: str  # "no closing brace for the entry that starts here", in words that help to mend it
    key: str | None = None
    minor: bool = False


@dataclass(frozen=True)
class Library:
    """A bibliography as it was read; the source text is kept, so that a fix is a small diff.

    `text.encode(encoding)` is the file's bytes again: byte order mark and line ends stay in `text`.
    `references` are in the file's order; `broken` tells of what could not be read. An entry stands in
    both where something of it was read. `is_bibtex` tells whether a value can be written into the text in
    BibTeX's syntax.
    """

    path: Path | None
    text: str
    references: tuple[Reference, ...]
    broken: tuple[Broken, ...] = ()
    encoding: str = "utf-8"
    is_bibtex: bool = True

    as_html: ClassVar[Callable[[Library], str] | None] = None  # how a notebook shows one; `api` says it

    def _repr_html_(self) -> str | None:
        """The list of references, as notebooks show it."""
        show = type(self).as_html
        return None if show is None else show(self)

    def __len__(self) -> int:
        return len(self.references)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __getitem__(self, key: str) -> Reference:
        """The first reference of that key. Raises KeyError."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> Mapping[str, Reference]:
        return {reference.key: reference for reference in reversed(self.references)}

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return array("Q", chain((0,), (match.end() for match in _LINE_END.finditer(self.text))))

    def position(self, offset: int) -> Position:
        """Line and column of a character of the text; a byte order mark is not counted."""
        line = bisect_right(self._line_starts, offset)
        column = offset - self._line_starts[line - 1] + 1
        if line == 1 and self.text.startswith("\ufeff"):
            column = max(1, column - 1)
        return Position(line, column)

    def to_bibtexparser(self) -> BibtexparserLibrary:
        """The same entries as a `bibtexparser.Library` (version 2). Never raises.

        Values have their macros expanded, and inherited fields are among them. Of entries of one key the
        first is in `entries`, the others are in `failed_blocks`, as where bibtexparser reads them itself.
        Comments, preambles and what is `broken` are left out.
        """
        from bibtexparser.library import Library as BibtexparserLibrary
        from bibtexparser.model import Entry, Field

        return BibtexparserLibrary(
            [
                Entry(
                    entry_type=reference.entry_type,
                    key=reference.key,
                    fields=[Field(name, value) for name, value in reference.values.items()],
                )
                for reference in self.references
            ],
            fail_on_duplicate_key=False,
        )

    def to_pybtex(self) -> BibliographyData:
        """The same entries as a `pybtex.database.BibliographyData`. Never raises.

        White space in values is folded, as pybtex does. A key has no case there, so of entries whose keys
        differ in nothing else only the first is kept. Names stay as they are written; a list that pybtex
        can't take apart is given as this library reads it, without LaTeX.
        """
        from pybtex.database import BibliographyData, Entry

        entries: dict[str, tuple[str, Entry]] = {}
        for reference in self.references:
            if reference.key.lower() in entries:
                continue
            entries[reference.key.lower()] = (
                reference.key,
                Entry(
                    reference.entry_type,
                    fields=[
                        (name, " ".join(value.split()))
                        for name, value in reference.values.items()
                        if name not in _ROLES
                    ],
                    persons={
                        role: _pybtex_persons(reference.values[role], getattr(reference.work, people))
                        for role, people in _ROLES.items()
                        if role in reference.values
                    },
                ),
            )
        return BibliographyData(list(entries.values()))


_ROLES: Mapping[str, str] = MappingProxyType({"author": "authors", "editor": "editors"})
_LONGEST_NAMES = 20_000  # characters; pybtex copies the rest of the text at each brace


def _pybtex_persons(names: str, people: tuple[Person, ...]) -> list[PybtexPerson]:
    """A list of names as pybtex reads it once its lines are joined; `people` where it refuses."""
    from pybtex.bibtex.utils import split_name_list
    from pybtex.database import Person as PybtexPerson
    from pybtex.exceptions import PybtexError

    folded = " ".join(names.split())
    if len(folded) <= _LONGEST_NAMES:
        try:
            return [PybtexPerson(name) for name in split_name_list(folded)]
        except (PybtexError, ValueError, LookupError, RecursionError):  # too many commas, single braces
            pass
    return [_pybtex_person(person) for person in people]


def _pybtex_person(person: Person) -> PybtexPerson:
    from pybtex.database import Person as PybtexPerson

    made = PybtexPerson()
    made.first_names = (person.given or "").split()
    made.prelast_names = (person.particle or "").split()
    made.last_names = (person.family or "").split() if person.literal is None else [f"{{{person.literal}}}"]
    made.lineage_names = (person.suffix or "").split()
    return made
