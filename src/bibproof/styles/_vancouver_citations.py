"""Citations in the text: "(3,6)", "(1-3,6)", "Greenway et al. (3)"."""

from __future__ import annotations

from collections.abc import Sequence

from bibproof.listing import Citation
from bibproof.model import Reference, Work
from bibproof.styles._people import family_name

_SHORTEST_RANGE = 3  # numbers that are drawn together: 1,2 but 1-3


def numbers(references: Sequence[Reference]) -> dict[str, int]:
    """The number of each key in the list; of a key that comes twice the first."""
    found: dict[str, int] = {}
    for number, reference in enumerate(references, start=1):
        found.setdefault(reference.key, number)
    return found


def in_parentheses(known: dict[str, int], citations: Sequence[Citation]) -> str:
    """The numbers in their order, each once: "(1-3,6)", "(3 p. 12,6)". Raises KeyError."""
    cited = dict.fromkeys(sorted((known[citation.key], citation.locator or "") for citation in citations))
    parts: list[str] = []
    row: list[int] = []
    for number, locator in cited:
        if locator or (row and number != row[-1] + 1):
            parts += _drawn_together(row)
            row = []
        if locator:
            parts.append(f"{number} {locator}")
        else:
            row.append(number)
    parts += _drawn_together(row)
    return f"({','.join(parts)})" if parts else ""


def _drawn_together(row: Sequence[int]) -> list[str]:
    if len(row) < _SHORTEST_RANGE:
        return [str(number) for number in row]
    return [f"{row[0]}-{row[-1]}"]


def in_sentence(references: Sequence[Reference], citations: Sequence[Citation]) -> str:
    """The authors before their numbers: "Greenway et al. (3) and Lee (4)". Raises KeyError."""
    known = numbers(references)
    named = []
    for citation in citations:
        number = known[citation.key]
        who = _who(references[number - 1].work)
        named.append(f"{who} {in_parentheses(known, [citation])}".strip())
    if len(named) < 2:
        return "".join(named)
    return f"{', '.join(named[:-1])} and {named[-1]}"


def _who(work: Work) -> str:
    """Whom a sentence names for a work; a work of nobody's is called by its title."""
    people = work.authors or work.editors or next(iter(work.people.values()), ())
    if not people:
        return work.title or work.container_title or ""
    first = family_name(people[0])
    if len(people) > 2 or work.et_al:
        return f"{first} et al."
    return first if len(people) == 1 else f"{first} and {family_name(people[1])}"
