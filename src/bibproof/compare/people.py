"""Lists of authors, in order, all of them: who is cited and not registered, and who is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bibproof.compare.alignment import Alignment, align, moved
from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.names import is_group, name_likeness, name_of
from bibproof.compare.text import fold, word_set
from bibproof.compare.words import FUNCTION_WORDS
from bibproof.model import Person, Work

_CROSSREF_BEGAN = 2000
_SHOWN = 10  # names of a long list that a message gives
_NAMED = 3  # people that a reason names one by one
_BOOKS = frozenset(
    {"book", "chapter", "collection", "document", "entry-encyclopedia", "entry-dictionary", "report"}
)

_WEIGHT_OF_A_NAME = 0.3
_WEIGHT_OF_A_GIVEN_NAME = 0.1  # more, where both have it in full
_COMMON_FAMILIES = word_set(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo kim lee park choi
    jung kang cho yoon jang lim han oh seo shin kwon song hong nguyen tran le pham singh kumar sharma
    gupta patel khan ali ahmed smith johnson williams brown jones miller davis wilson taylor anderson
    thomas jackson white harris martin thompson moore clark lewis robinson walker young allen king
    wright scott green baker adams nelson hill garcia martinez rodriguez lopez hernandez gonzalez perez
    sanchez ramirez silva santos oliveira souza pereira costa ferreira muller schmidt schneider fischer
    weber meyer wagner becker hoffmann tanaka suzuki sato watanabe ito yamamoto nakamura kobayashi rossi
    russo ferrari murphy campbell mitchell roberts evans turner phillips xie tang deng cao feng xiao
    cheng peng zeng lu dong pan yuan jiang shi wei fan ye yu yan tan du cai liang jin ding ren yao chang
    hsu tsai wong chan cheung lam leung ng ivanov petrov jensen nielsen hansen andersen johansson
    """
)


@dataclass(frozen=True, slots=True)
class PeopleComparison:
    """How two lists of people stand, and the two measures of `works.Comparison`."""

    field: FieldComparison
    weight: float = 0.0
    overlap: float = 0.0


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list of people, and whether it goes on."""

    people: tuple[Person, ...]
    et_al: bool = False
    is_old: bool = False  # of a work that appeared before its publisher could deposit it

    def persons(self, others: Sequence[Person]) -> list[Person]:
        """The people without the groups among them, which some deposit and some do not.

        A name in one string that is one of the `others`' is no group, whatever its words.
        """
        return [
            person
            for person in self.people
            if (person.family or person.given or person.literal)
            and (not is_group(person) or _is_somebody(person, others))
        ]

    @property
    def shown(self) -> str | None:
        if not self.people:
            return None
        names = [str(person) for person in self.people[: _SHOWN + 1]]
        if len(self.people) <= _SHOWN + 1:
            return "; ".join(names) + ("; and others" if self.et_al else "")
        return "; ".join(names[:_SHOWN]) + f"; and {len(self.people) - _SHOWN} others"


def compare_people(cited: Work, recorded: Work) -> PeopleComparison:
    """Who wrote one work and who the other; of books, who edited them where one side has no authors."""
    ours = (
        _Listed(cited.authors, cited.et_al) if cited.authors else _Listed(cited.editors, cited.editors_et_al)
    )
    is_old = bool(recorded.years) and max(recorded.years) <= _CROSSREF_BEGAN
    theirs = _Listed(recorded.authors, recorded.et_al, is_old)
    editors = _Listed(recorded.editors, recorded.editors_et_al, is_old)
    may_be_editors = bool(editors.people) and (not cited.authors or _is_book(cited, recorded))
    if not theirs.people and may_be_editors:
        return _compare_lists(ours, editors)
    if _are_other_roles(cited, recorded):
        return PeopleComparison(FieldComparison(Likeness.UNKNOWN, ours.shown, theirs.shown))
    comparison = _compare_lists(ours, theirs)
    if comparison.field.likeness is Likeness.DIFFERENT and may_be_editors:
        as_editors = _compare_lists(ours, editors)
        if as_editors.field.likeness is not Likeness.DIFFERENT:
            return as_editors
    return comparison


def _is_somebody(person: Person, others: Sequence[Person]) -> bool:
    """Whether a name in one string ("Bernard L. G. Bakker") is that of one of the others, taken apart."""
    if person.literal is None:
        return False
    name = name_of(person)
    return any(
        other.literal is None
        and not is_group(other)
        and name_likeness(name, name_of(other)) is not Likeness.DIFFERENT
        for other in others
    )


def _is_book(cited: Work, recorded: Work) -> bool:
    return cited.type in _BOOKS or recorded.type in _BOOKS


def _are_other_roles(cited: Work, recorded: Work) -> bool:
    """Only the editors are cited, of a part of a book whose authors are registered: that says nothing."""
    return not cited.authors and bool(recorded.authors) and recorded.type in ("chapter", "paper-conference")


def _compare_lists(cited: _Listed, recorded: _Listed) -> PeopleComparison:
    shown = cited.shown, recorded.shown
    if not cited.people or not recorded.people:
        return PeopleComparison(FieldComparison(Likeness.UNKNOWN, *shown))
    ours, theirs = cited.persons(recorded.people), recorded.persons(cited.people)
    if not ours or not theirs:
        return _compare_groups(cited, recorded)
    alignment = align(ours, theirs)
    likeness, reason = _Judgement(ours, theirs, alignment, cited, recorded).likeness()
    overlap = 1.0
    if likeness is Likeness.DIFFERENT:
        overlap = len(alignment.pairs) / (len(ours) if cited.et_al else max(len(ours), len(theirs)))
    weight = _weight(ours, theirs, alignment.pairs)
    return PeopleComparison(FieldComparison(likeness, *shown, reason), weight, round(overlap, 4))


def _compare_groups(cited: _Listed, recorded: _Listed) -> PeopleComparison:
    """Lists of which one has groups alone: the same group is right, another one wrong only among groups."""
    shown = cited.shown, recorded.shown
    ours = [_group_name(person) for person in cited.people if is_group(person)]
    theirs = [_group_name(person) for person in recorded.people if is_group(person)]
    if any(_is_same_group(one, other) for one in ours for other in theirs):
        if cited.persons(recorded.people):
            reason = "the record lists only the group"
            return PeopleComparison(FieldComparison(Likeness.CLOSE, *shown, reason), 0.0, 1.0)
        return PeopleComparison(FieldComparison(Likeness.SAME, *shown), _WEIGHT_OF_A_NAME, 1.0)
    if not ours or not theirs or cited.persons(recorded.people) or recorded.persons(cited.people):
        return PeopleComparison(FieldComparison(Likeness.UNKNOWN, *shown, "one of them is a group"))
    if any(set(_telling(one)) & set(_telling(other)) for one in ours for other in theirs):
        return PeopleComparison(FieldComparison(Likeness.CLOSE, *shown, "the groups' names differ"), 0.0, 1.0)
    reason = f"{ours[0]} is not the registered author"
    return PeopleComparison(FieldComparison(Likeness.DIFFERENT, *shown, reason))


def _group_name(person: Person) -> str:
    if person.literal is not None:
        return person.literal
    return " ".join(part for part in (person.given, person.particle, person.family) if part)


def _is_same_group(cited: str, recorded: str) -> bool:
    if fold(cited) == fold(recorded):
        return True
    ours, theirs = _telling(cited), _telling(recorded)
    shorter, longer = sorted((ours, theirs), key=len)
    if not shorter:
        return False
    if set(shorter) <= set(longer):
        return True
    initials = "".join(word[0] for word in longer)
    acronym = shorter[0]
    if len(shorter) > 1 or len(acronym) < 3:
        return False
    # "CDC" leaves out the last word of "Centers for Disease Control and Prevention"
    return acronym in (initials, initials[:-1]) or acronym in longer


def _telling(name: str) -> list[str]:
    return [
        word for word in fold(name).split() if word not in FUNCTION_WORDS and word not in ("behalf", "group")
    ]


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What an alignment of two lists comes to, and the clause that says why."""

    ours: Sequence[Person]
    theirs: Sequence[Person]
    alignment: Alignment
    cited: _Listed
    recorded: _Listed

    def likeness(self) -> tuple[Likeness, str]:
        left_out, invented = self._left_out(), self._invented()
        if invented and self._has_only_the_first():
            return Likeness.CLOSE, "the record lists only the first author"
        if invented:
            return Likeness.DIFFERENT, self._who_is_invented(invented, left_out)
        if left_out:
            return Likeness.DIFFERENT, self._who_is_left_out(left_out)
        if not self.alignment.in_order:
            return Likeness.DIFFERENT if self._order_matters() else Likeness.CLOSE, self._who_is_moved()
        if self.alignment.slips:
            return Likeness.CLOSE, self._who_is_misspelled()
        return Likeness.SAME, ""

    def _invented(self) -> list[int]:
        """Cited places that nobody registered fills but should.

        Beyond the end of a list that goes on, anybody may stand, and a group anywhere among people.
        """
        invented = self.alignment.invented
        if self.recorded.et_al:
            invented = [place for place in invented if place < len(self.theirs)]
        if self.alignment.pairs and any(person.literal is None for person in self.ours):
            invented = [place for place in invented if self.ours[place].literal is None]
        return invented

    def _left_out(self) -> list[int]:
        """Registered places that nobody cited fills but should.

        A list that goes on may leave out who follows the last one cited, and may also be cut in its
        middle, its last author named ("A, B, ..., Z"). An affiliation or a group among people is no author.
        """
        left_out = self.alignment.left_out
        paired = sorted(self.alignment.pairs.values())
        if self.cited.et_al and paired:
            end = paired[-1]
            if end == len(self.theirs) - 1 and len(paired) > 1:
                end = paired[-2]
            left_out = [place for place in left_out if place < end]
        if any(person.literal is None for person in self.theirs):
            left_out = [place for place in left_out if self.theirs[place].literal is None]
        return left_out

    def _order_matters(self) -> bool:
        """A work is known by its first author; of the others, one may have slipped past a neighbour."""
        order = [found for _, found in sorted(self.alignment.pairs.items())]
        return order[0] != min(order) or moved(order) > 1

    def _has_only_the_first(self) -> bool:
        """What appeared before Crossref began was often deposited with its first author alone.

        It was deposited in bulk later on, from indexes: of 3,884 articles of before 1996 that a sample has
        under 10.1001, 3,882 name one author. Since then authors are deposited as articles appear.
        """
        return (
            self.recorded.is_old
            and len(self.theirs) == 1
            and len(self.ours) >= 3
            and self.alignment.pairs.get(0) == 0
        )

    def _who_is_invented(self, invented: Sequence[int], left_out: Sequence[int]) -> str:
        if len(invented) > _NAMED:
            return f"{len(invented)} of the {len(self.ours)} cited are not among the authors"
        clauses = [
            f"author {place + 1} is {self.theirs[place]}, not {self.ours[place]}"
            if place in left_out
            else f"{self.ours[place]} is not among the authors"
            for place in invented
        ]
        others = [place for place in left_out if place not in invented]
        if others and not self.cited.et_al and len(clauses) < _NAMED:
            clauses.append(self._who_is_left_out(others))
        return "; ".join(clauses)

    def _who_is_left_out(self, left_out: Sequence[int]) -> str:
        if len(left_out) > _NAMED:
            return f"{len(left_out)} of the {len(self.theirs)} authors are left out"
        names = " and ".join(str(self.theirs[place]) for place in left_out)
        return f"{names} {'is' if len(left_out) == 1 else 'are'} left out"

    def _who_is_moved(self) -> str:
        pairs = self.alignment.pairs
        place = next(place for place in sorted(pairs) if pairs[place] != place)
        clause = "the authors are in another order"
        if place >= len(self.theirs):
            return clause
        return f"{clause}: author {place + 1} is {self.theirs[place]}, not {self.ours[place]}"

    def _who_is_misspelled(self) -> str:
        slips = self.alignment.slips
        clauses = [
            f"author {place + 1} is {self.theirs[found]}, not {self.ours[place]}"
            for place, found in slips[:_NAMED]
        ]
        if len(slips) > _NAMED:
            clauses.append(f"and {len(slips) - _NAMED} more")
        return "; ".join(clauses)


def _weight(ours: Sequence[Person], theirs: Sequence[Person], pairs: Mapping[int, int]) -> float:
    """How surely the people that both lists have name one group: rare names, in full, and many of them."""
    total = 0.0
    for place, found in pairs.items():
        name, other = name_of(ours[place]), name_of(theirs[found])
        common = name.family[-1:] and name.family[-1] in _COMMON_FAMILIES
        total += _WEIGHT_OF_A_NAME / 2 if common else _WEIGHT_OF_A_NAME
        if name.given and other.given and min(len(name.given[0]), len(other.given[0])) > 1:
            total += _WEIGHT_OF_A_GIVEN_NAME
        if total >= 1:
            return 1.0
    return round(total, 4)
