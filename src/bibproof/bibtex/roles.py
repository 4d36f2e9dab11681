"""Who did what: the name fields of an entry other than authors and editors, and biblatex-apa's annotations.

biblatex manual, 2.2.1 and 2.3.6 (editorial roles), 3.7 (data annotations).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from bibproof.bibtex.latex import decode
from bibproof.bibtex.names import parse_names
from bibproof.model import Person

Values = Mapping[str, str]

_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "translator": "translator",
        "narrator": "narrator",
        "execproducer": "executive-producer",
        "execdirector": "director",
        "executiveproducer": "executive-producer",
        "producer": "producer",
        "director": "director",
        "host": "host",
        "guest": "guest",
        "illustrator": "illustrator",
        "bookauthor": "container-author",
        "recipient": "recipient",
        "interviewer": "interviewer",
        "composer": "composer",
        "performer": "performer",
        "curator": "curator",
        "chair": "chair",
        "compiler": "compiler",
        "organizer": "organizer",
        "origauthor": "original-author",
        "reviewedauthor": "reviewed-author",
        "serieseditor": "collection-editor",
        "writer": "script-writer",
        "screenwriter": "script-writer",
        "scriptwriter": "script-writer",
        "creator": "series-creator",
        "contributor": "contributor",
        "collaborator": "contributor",
        "with": "contributor",
        "interviewee": "author",
    }
)
"""CSL's role of each field, and of each `editortype`."""

NAME_FIELDS = frozenset((*_ROLES, "groupauthor", "editora", "editorb", "editorc", "editortype", "authortype"))

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "execproducer": "Executive Producer",
        "executiveproducer": "Executive Producer",
        "execdirector": "Executive Director",
        "guestexpert": "Guest Expert",
        "guesthost": "Guest Host",
        "cohost": "Co-Host",
        "showrunner": "Showrunner",
    }
)
_FIRST = ("writer", "director")  # in this order, whatever the entry's: "Writer & Director"
_ANNOTATION = re.compile(r"\s*(\d+)?(?::(\w+))?\s*=\s*(.*?)\s*", re.DOTALL)


def has_roles(names: Collection[str]) -> bool:
    """Whether one of these fields says something about people beside authors and editors."""
    return not NAME_FIELDS.isdisjoint(names) or "+an" in "".join(names)


def people_of(
    raw: Values, authors: tuple[Person, ...], editors: tuple[Person, ...]
) -> tuple[tuple[Person, ...], tuple[Person, ...], dict[str, tuple[Person, ...]]]:
    """Authors with their roles, editors, and everybody else by CSL's roles."""
    others: dict[str, tuple[Person, ...]] = {}
    if "groupauthor" in raw:
        groups, _ = parse_names(raw["groupauthor"])
        authors = (*authors, *(Person(literal=str(group)) for group in groups))
    authors = _annotated(raw, "author", authors)
    for name, role in _ROLES.items():
        if name in raw:
            _add(others, role, parse_names(raw[name])[0])
    for name in ("editora", "editorb", "editorc"):
        if name in raw:
            _add(others, _role(raw.get(f"{name}type", "")), parse_names(raw[name])[0])
    editor_role = _role(raw.get("editortype", "editor"))
    if editor_role != "editor":
        _add(others, editor_role, editors)
        editors = ()
    return authors, editors, others


def _add(others: dict[str, tuple[Person, ...]], role: str, people: tuple[Person, ...]) -> None:
    if people:
        others[role] = (*others.get(role, ()), *people)


def _role(editor_type: str) -> str:
    """CSL's role of an `editortype`; any other word stands for itself."""
    key = editor_type.strip().lower()
    return _ROLES.get(key.rstrip("s"), _ROLES.get(key)) or ("-".join(key.split()) or "contributor")


def _annotated(raw: Values, field: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people with what annotations say of them: `author+an:role`, `author+an:username`."""
    roles = _annotations(raw.get(f"{field}+an:role", raw.get(f"{field}+an", "")))
    usernames = _annotations(raw.get(f"{field}+an:username", ""))
    if not roles and not usernames:
        return people
    return tuple(
        replace(
            person,
            role=_words(roles.get(number, roles.get(0, ""))),
            username=decode(usernames.get(number, "").strip('" ')) or None,
        )
        for number, person in enumerate(people, 1)
    )


def _annotations(text: str) -> dict[int, str]:
    """What is said of each name by its number, of all of them by 0: "1=director,writer; 2=host"."""
    found: dict[int, str] = {}
    for part in text.split(";"):
        match = _ANNOTATION.fullmatch(part)
        if match is not None and match[2] is None:
            found[int((match[1] or "0")[:4])] = match[3]
    return found


def _words(keys: str) -> str | None:
    """The keys in words: "Writer & Director" for "director,writer"."""
    names = [key for key in (decode(key).strip('" ').lower() for key in keys.split(",")) if key]
    names.sort(key=lambda key: _FIRST.index(key) if key in _FIRST else len(_FIRST))
    words = [_WORDS.get(key.replace(" ", "")) or key.replace("_", " ").title() for key in names]
    return " & ".join(words) or None
