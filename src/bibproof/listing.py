"""What reference lists are made of: entries, citations, and what styles and outputs are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, Protocol

from bibproof.model import Reference
from bibproof.richtext import RichText


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference of a list, as it is to be shown; `number` where the style numbers its list."""

    key: str
    text: RichText
    number: int | None = None
    problems: tuple[str, ...] = ()  # what is missing or could not be written, for people


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose within a style.

    `journals` None is the style's own habit; `journal_table` maps a journal's full title to the short one
    that the user wants. `all_authors` lists every author where the style would stop. `all_initials` writes
    every initial, as PubMed has done since 2017, where Vancouver writes two. `doi_label` stands before a DOI
    where the style writes no address: "doi:", or "doi: " as PubMed has it.
    """

    journals: Literal["full", "abbreviated"] | None = None
    journal_table: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    all_authors: bool = False
    doi_label: str = "doi:"
    all_initials: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a text that cites a work; `locator` is where in the work, as it is to be shown ("p. 12")."""

    key: str
    locator: str | None = None


class Style(Protocol):
    """A style of reference lists and of the citations that go with it."""

    def entries(self, references: Sequence[Reference], options: Options) -> list[Entry]:
        """The list, in the style's order."""
        ...

    def cite(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """The citation in parentheses: "(Greenway et al., 2010; Lee et al., 2018)", "(3,6)".

        `references` is the whole list, since numbers and 2018a depend on it. Raises KeyError for a key that
        is not in the list.
        """
        ...

    def cite_in_sentence(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """The citation as part of a sentence: "Greenway et al. (2010)". Raises KeyError as `cite` does."""
        ...


@dataclass(frozen=True, slots=True)
class Output:
    """How a format writes a text that stands in a line, and how a whole list."""

    inline: Callable[[RichText], str]
    whole: Callable[[Sequence[Entry]], str]
