"""Citations in the text (APA 7, 8.10 to 8.24): "(Greenway et al., 2010; Lee et al., 2018)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bibproof.listing import Citation
from bibproof.model import Person
from bibproof.richtext import RichText, Run
from bibproof.styles._apa_dates import long_day, original_year
from bibproof.styles._apa_lines import IN_TEXT_ONLY, Line
from bibproof.styles._apa_text import italic, listed, plain
from bibproof.styles._apa_title_case import title_case
from bibproof.styles._compose import concat, joined
from bibproof.styles._people import apa_name_direct, family_name

Ordered = Sequence[tuple[Line, str]]


@dataclass(frozen=True, slots=True)
class _Cited:
    """A work as the text may call it: its place in the list, its names, its year."""

    place: int
    line: Line
    year: str
    names: tuple[str, ...]  # as many as tell it from others
    is_et_al: bool
    locator: str | None


def cited_in_parentheses(ordered: Ordered, citations: Sequence[Citation]) -> RichText:
    """In the list's order; years of the same authors stand together."""
    works = sorted(_cited(ordered, citations), key=lambda cited: cited.place)
    parts = [
        _with_years(_name(group[0], mark="&"), group)
        for group in (list(same) for _, same in groupby(works, key=_together))
    ]
    return concat("(", joined(parts, "; "), ")") if parts else ()


def cited_in_sentence(ordered: Ordered, citations: Sequence[Citation]) -> RichText:
    """In the order of the citations: "Lee et al. (2018), Kim (n.d.), and Greenway (2010)"."""
    parts = []
    for _, same in groupby(_cited(ordered, citations), key=_together):
        group = list(same)
        years = plain(", ".join(_date(cited) for cited in group))
        parts.append(concat(_name(group[0], mark="and"), " (", years, ")"))
    if len(parts) < 3:
        return joined(parts, " and ")
    return concat(joined(parts[:-1], ", "), ", and ", parts[-1])


def _together(cited: _Cited) -> object:
    """Works whose years stand behind one name; one with a locator stands alone."""
    alone = cited.locator is not None or cited.line.problem is not None
    return (cited.line.names, cited.place) if alone else (cited.line.names, cited.names, cited.is_et_al)


def _with_years(name: RichText, group: Sequence[_Cited]) -> RichText:
    years = ", ".join(_date(cited) for cited in group)
    if name and name[-1].text.endswith("”"):  # the comma goes into quotation marks
        *before, last = name
        return concat((*before, Run(f"{last.text[:-1]},”", last.face)), f" {years}")
    return concat(name, f", {years}")


def _date(cited: _Cited) -> str:
    """As "1966/1969" of a work that came out anew; the day of a personal communication."""
    work = cited.line.work
    if cited.line.problem == IN_TEXT_ONLY:
        day = long_day(work.issued) if work.issued is not None else "n.d."
        return f"personal communication, {day}"
    first = original_year(work)
    year = cited.year if not first or first == cited.year else f"{first}/{cited.year}"
    return f"{year}, {cited.locator}" if cited.locator else year


def _name(cited: _Cited, mark: str) -> RichText:
    line = cited.line
    if not line.head.people:
        return _title(line)
    if cited.is_et_al:
        names = ", ".join(cited.names)
        return plain(f"{names}{',' if len(cited.names) > 1 else ''} et al.")
    return plain(listed(list(cited.names), mark))


def _title(line: Line) -> RichText:
    """The title, up to its colon, for the name: in italics, or in quotation marks where it is of a part."""
    short = line.work.variables.get("title-short") or line.title.partition(": ")[0] or "?"
    if line.template.line is not None:
        return italic(plain(short)) if line.work.type == "legal_case" else plain(short)
    name = plain(title_case(short))
    return concat("“", name, "”") if line.template.is_part else italic(name)


# ---------------------------------------------------------------------- who can be taken for whom


def _cited(ordered: Ordered, citations: Sequence[Citation]) -> list[_Cited]:
    """The works that are cited. Raises KeyError for a key that is not in the list."""
    places = {line.reference.key: place for place, (line, _) in reversed(list(enumerate(ordered)))}
    shared = _shared_surnames(ordered)
    rivals = _rivals(ordered)
    found = []
    for citation in citations:
        place = places[citation.key]
        line, letter = ordered[place]
        number = _names_needed(line, rivals)
        people = line.head.people[:number]
        is_message = line.problem == IN_TEXT_ONLY
        names = tuple(
            _called(person, by_initials=is_message or (not index and family_name(person) in shared))
            for index, person in enumerate(people)
        )
        is_et_al = number < len(line.head.people) or line.head.et_al
        year = _year(line, letter)
        found.append(_Cited(place, line, year, names, is_et_al, citation.locator))
    return found


def _year(line: Line, letter: str) -> str:
    joint = "-" if letter and not line.date.year[-1].isdigit() else ""
    return f"{line.date.year}{joint}{letter}"


def _called(person: Person, *, by_initials: bool) -> str:
    """The surname; with initials where another first author has it too (8.20), and in a message (8.9)."""
    if by_initials and person.literal is None:
        return apa_name_direct(person) or person.username or "?"
    return family_name(person) or person.username or "?"


def _shared_surnames(ordered: Ordered) -> frozenset[str]:
    """Surnames of first authors who have other initials."""
    initials: dict[str, set[str]] = defaultdict(set)
    for line, _ in ordered:
        if line.head.people and line.head.people[0].literal is None:
            person = line.head.people[0]
            initials[family_name(person)].add(line.names[0][1])
    return frozenset(surname for surname, found in initials.items() if len(found) > 1)


Surnames = tuple[str, ...]


def _surnames(line: Line) -> Surnames:
    return tuple(name for name, _ in line.names)


def _rivals(ordered: Ordered) -> dict[tuple[str, str], set[Surnames]]:
    """The authors of all works of three and more that have a first author and a year in common."""
    rivals: dict[tuple[str, str], set[Surnames]] = defaultdict(set)
    for line, _ in ordered:
        if len(line.head.people) > 2:
            rivals[line.names[0][0], line.date.year].add(_surnames(line))
    return rivals


def _names_needed(line: Line, rivals: dict[tuple[str, str], set[Surnames]]) -> int:
    """How many names tell the work from others of that year; "et al." never stands for one person (8.18)."""
    number = len(line.head.people)
    if number <= 2:
        return number
    own = _surnames(line)
    others = rivals[line.names[0][0], line.date.year] - {own}
    needed = 1
    while needed < number and any(other[:needed] == own[:needed] for other in others):
        needed += 1
    return number if needed == number - 1 else needed
