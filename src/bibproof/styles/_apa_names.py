"""Who stands at the head of an APA reference, and how names stand in a row (APA 7, 9.7 to 9.12)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bibproof.model import Person, Work
from bibproof.styles._apa_text import listed
from bibproof.styles._people import apa_name_direct, family_name

MOST_AUTHORS = 20

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "chair": "Chair",
        "collection-editor": "Series Ed.",
        "compiler": "Comp.",
        "composer": "Composer",
        "curator": "Curator",
        "director": "Director",
        "editor": "Ed.",
        "editor-translator": "Ed. & Trans.",
        "editorial-director": "Ed.",
        "executive-producer": "Executive Producer",
        "guest": "Guest",
        "host": "Host",
        "illustrator": "Illus.",
        "narrator": "Narr.",
        "organizer": "Organizer",
        "producer": "Producer",
        "script-writer": "Writer",
        "series-creator": "Creator",
        "translator": "Trans.",
    }
)
"""What people of a CSL role are called behind their names."""

_ONE_FOR_ALL = ("Trans.", "Illus.")


@dataclass(frozen=True, slots=True)
class Head:
    """The people a reference begins with, and what they are called ("Eds."); none where its title does."""

    people: tuple[Person, ...] = ()
    label: str | None = None
    et_al: bool = False


NOBODY = Head()
WRITER_AND_DIRECTOR = "writer-and-director"
"""No CSL role, but two: of an episode that has both."""
ISSUER = "issuer"
"""No CSL role: who issues a standard is its author, where no other is named."""
_UNLABELLED = ("author", "composer", "performer", WRITER_AND_DIRECTOR, ISSUER)


def head_of(work: Work, roles: Sequence[str]) -> Head:
    """The people of the first of these CSL roles the work has; above all, authors who say what they did."""
    if work.authors and work.authors[0].role is not None:
        return Head(people_of(work, "author"), et_al=work.et_al)
    for role in roles:
        people = _writers_and_directors(work) if role == WRITER_AND_DIRECTOR else people_of(work, role)
        if people:
            if role in _UNLABELLED:
                return Head(people, et_al=work.et_al and role == "author")
            return Head(people, label(role, len(people)))
    return NOBODY


def _writers_and_directors(work: Work) -> tuple[Person, ...]:
    """As "Oakley, B. (Writer), & Wallace, C. (Director)"; nobody where there are not both."""
    writers = people_of(work, "script-writer") or people_of(work, "author")
    directors = people_of(work, "director")
    if not writers or not directors:
        return ()
    if writers == directors:
        return tuple(replace(person, role="Writer & Director") for person in writers)
    return (
        *(replace(person, role=person.role or "Writer") for person in writers),
        *(replace(person, role="Director") for person in directors),
    )


def people_of(work: Work, role: str) -> tuple[Person, ...]:
    """The people of a CSL role who have a name."""
    if role == "author":
        people = work.authors
    elif role == "editor":
        people = work.editors
    elif role == ISSUER:
        issuer = work.publisher or work.variables.get("authority")
        people = (Person(literal=issuer),) if issuer else ()
    else:
        people = work.people.get(role, ())
    for person in people:
        if not (person.family or person.literal or person.given or person.username):
            return tuple(person for person in people if _has_name(person))
    return people


def _has_name(person: Person) -> bool:
    return bool(person.family or person.literal or person.given or person.username)


def label(role: str, number: int) -> str:
    """What one person of the role, or several, are called: "Ed.", "Eds."."""
    return plural(LABELS.get(role, role.capitalize())) if number > 1 else LABELS.get(role, role.capitalize())


def plural(role: str) -> str:
    """As "Eds." for "Ed.", "Writers & Directors" for "Writer & Director"."""
    if " & " in role:
        return " & ".join(plural(part) for part in role.split(" & "))
    if role in _ONE_FOR_ALL or role.endswith("s"):
        return role
    return f"{role[:-1]}s." if role.endswith(".") else f"{role}s"


def written_head(head: Head, names: Sequence[str], *, every_author: bool) -> str:
    """The head as the list has it, without its full stop: "Kim, A., & Lee, B. C. (Eds.)".

    `names` are its people as `apa_name` writes them.
    """
    people = head.people
    role = _role_of_all(people)
    shown = role or head.label
    if any(person.username for person in people):
        names = [_with_username(name, person) for name, person in zip(names, people, strict=True)]
    if role is None and any(person.role for person in people):
        names = [_with_role(name, person) for name, person in zip(names, people, strict=True)]
        shown = None
    text = _row(names, people, et_al=head.et_al, every_author=every_author)
    return f"{text} ({shown})" if shown else text


def _role_of_all(people: tuple[Person, ...]) -> str | None:
    role = people[0].role
    if role is None or any(person.role != role for person in people):
        return None
    return plural(role) if len(people) > 1 else role


def _with_role(name: str, person: Person) -> str:
    return f"{name} ({person.role})" if person.role else name


def _with_username(name: str, person: Person) -> str:
    if person.username is None:
        return name
    return f"{name} [{person.username}]" if name else person.username


def _row(names: Sequence[str], people: tuple[Person, ...], *, et_al: bool, every_author: bool) -> str:
    if et_al:
        return f"{', '.join(names)}, et al."
    if len(names) == 1:
        return names[0]
    if len(names) > MOST_AUTHORS and not every_author:
        return f"{', '.join(names[: MOST_AUTHORS - 1])}, … {names[-1]}"
    if len(names) == 2 and all(person.literal is not None for person in people):
        return " & ".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def in_direct_order(people: Sequence[Person]) -> str:
    """Editors and the like as they stand within a reference: "G. Evans & H. I. Foster"."""
    return listed([apa_name_direct(person) or person.username or "" for person in people])


def credited(people: Sequence[Person], role: str) -> str:
    """As "G. Evans & H. I. Foster, Eds.", as it stands in parentheses."""
    return f"{in_direct_order(people)}, {label(role, len(people))}"


_NOT_LETTERS = re.compile(r"[^\w]+")


def is_named(name: str, people: Sequence[Person]) -> bool:
    """Whether one of the people, a group mostly, has this name: a publisher who is the author, say."""
    folded = _folded(name)
    return any(_folded(family_name(person)) == folded for person in people if _is_one_name(person))


def _is_one_name(person: Person) -> bool:
    return person.literal is not None or not person.given


def _folded(name: str) -> str:
    text = _NOT_LETTERS.sub(" ", name.casefold().replace("&", " and ")).strip()
    return text.removeprefix("the ")
