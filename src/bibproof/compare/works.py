"""Two works against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.model import Work

FIELDS = ("title", "author", "journal", "year", "volume", "number", "pages")
"""What is compared, by the names that BibTeX's users know them by, in the order of a report."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every field of `FIELDS`, compared; and how much the agreements say.

    `title_weight`, 0 to 1: how surely an equal title names one work (0 for "Editorial", near 1 for eight
    rare words). `authors_weight`, 0 to 1: the same for the names that agree (a lone "Wang, L." says
    little, three names in order say much). Where titles or authors differ, `title_overlap` and
    `authors_overlap`, 0 to 1, say how much of them is the same all the same: the share of the words,
    weighed by rarity, and of the people, that both lists have (1 when they agree, 0 when unknown).
    """

    fields: Mapping[str, FieldComparison]
    title_weight: float = 0.0
    authors_weight: float = 0.0
    title_overlap: float = 0.0
    authors_overlap: float = 0.0

    def __getitem__(self, field: str) -> Likeness:
        return self.fields[field].likeness

    @property
    def has_foreign_title(self) -> bool:
        """Whether both have a title, in other languages or scripts: that neither agrees nor differs."""
        title = self.fields["title"]
        return title.likeness is Likeness.UNKNOWN and bool(title.reason)

    @property
    def agrees(self) -> tuple[str, ...]:
        return tuple(field for field in FIELDS if self[field] is Likeness.SAME)

    @property
    def close(self) -> tuple[str, ...]:
        return tuple(field for field in FIELDS if self[field] is Likeness.CLOSE)

    @property
    def differs(self) -> tuple[str, ...]:
        return tuple(field for field in FIELDS if self[field] is Likeness.DIFFERENT)

    def without_place(self) -> Comparison:
        """The same, where it says nothing when and where the works appeared."""
        unknown = {
            field: replace(self.fields[field], likeness=Likeness.UNKNOWN, reason="")
            for field in FIELDS
            if field not in ("title", "author")
        }
        return replace(self, fields=MappingProxyType({**self.fields, **unknown}))


def compare(cited: Work, recorded: Work) -> Comparison:
    """Hold what a reference claims against what is registered."""
    # The tables and patterns of the fields take longer to load than all else that a command needs at first.
    from bibproof.compare.containers import compare_containers
    from bibproof.compare.numbers import compare_issues, compare_volumes
    from bibproof.compare.pages import compare_pages
    from bibproof.compare.people import compare_people
    from bibproof.compare.titles import compare_titles
    from bibproof.compare.years import compare_years

    title = compare_titles(cited, recorded)
    people = compare_people(cited, recorded)
    fields = {
        "title": title.field,
        "author": people.field,
        "journal": compare_containers(cited, recorded),
        "year": compare_years(cited, recorded),
        "volume": compare_volumes(cited, recorded),
        "number": compare_issues(cited, recorded),
        "pages": compare_pages(cited, recorded),
    }
    return Comparison(MappingProxyType(fields), title.weight, people.weight, title.overlap, people.overlap)
