"""Who wrote, edited or invented a work, as NLM lists them (Citing Medicine, chapter 2, "Author").

People come first, with commas between; groups follow, each behind a semicolon: "Vallancien G, Emberton M;
Alf-One Study Group". Of more than six people the first six stand, with "et al." for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bibproof.listing import Options
from bibproof.model import Person, Work
from bibproof.styles._people import MOST_INITIALS, vancouver_name

MOST_AUTHORS = 6
_ROLES = (
    ("editor", "editor"), ("translator", "translator"), ("director", "director"),
    ("compiler", "compiler"), ("illustrator", "illustrator"), ("composer", "composer"),
    ("performer", "performer"), ("host", "host"), ("narrator", "narrator"), ("producer", "producer"),
    ("curator", "curator"), ("organizer", "organizer"), ("chair", "chair"),
)  # fmt: skip


def names(people: Sequence[Person], options: Options, et_al: str = "") -> str:
    """The list of names; `et_al` says that it goes on: "et al."."""
    most = None if options.all_initials else MOST_INITIALS
    if len(people) == 1 and not et_al:
        return vancouver_name(people[0], most)
    persons = [vancouver_name(person, most) for person in people if person.literal is None]
    groups = [vancouver_name(person) for person in people if person.literal]
    if not options.all_authors and len(persons) > MOST_AUTHORS:
        persons[MOST_AUTHORS:] = ["et al."]
    elif not options.all_authors and not persons and len(groups) > MOST_AUTHORS:
        groups[MOST_AUTHORS:] = ["et al."]
    elif et_al:
        (persons or groups).append(et_al)
    listed = ", ".join(name for name in persons if name)
    return "; ".join([listed, *groups] if listed else groups)


def authors(work: Work, options: Options) -> str:
    """The authors; empty where there are none. What they did is told where the work tells it."""
    if not work.authors:
        return ""
    if any(person.role for person in work.authors):
        groups = groupby(work.authors, key=lambda person: (person.role or "").lower().replace("&", "and"))
        return "; ".join(
            with_role(tuple(people), role, options) if role else names(tuple(people), options)
            for role, people in groups
        )
    return names(work.authors, options, "et al." if work.et_al else "")


def with_role(people: Sequence[Person], role: str, options: Options) -> str:
    """Names with what they did: "Vogelstein B, Kinzler KW, editors"."""
    listed = names(people, options)
    if not listed:
        return ""
    return f"{listed}, {role}" if len(people) == 1 else f"{listed}, {role.replace(' and ', 's and ')}s"


def creators(work: Work, options: Options) -> str:
    """Who stands first: the authors, else the editors and so on, with what they did."""
    if work.authors:
        return authors(work, options)
    found = leading_role(work)
    return "" if found is None else with_role(people_of(work, found[0]), found[1], options)


def leading_role(work: Work) -> tuple[str, str] | None:
    """The role of those who stand first where there are no authors, and its word."""
    if work.editors:
        return _ROLES[0]
    return next((role for role in _ROLES if work.people and work.people.get(role[0])), None)


def secondary(work: Work, options: Options, *roles: str) -> list[str]:
    """The editors and translators who do not stand first: "Wieczorek RR, editor"."""
    first = None if work.authors else leading_role(work)
    done: dict[tuple[Person, ...], str] = {}
    for role in roles:
        people = tuple(people_of(work, role))
        if people and (first is None or role != first[0]):
            done[people] = f"{done[people]} and {role}" if people in done else role
    return [with_role(people, role, options) for people, role in done.items()]


def people_of(work: Work, role: str) -> Sequence[Person]:
    return work.editors if role == "editor" else work.people.get(role, ())
