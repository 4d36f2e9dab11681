"""Names of CSL items.

https://docs.citationstyles.org/en/stable/specification.html#names, and citeproc-js's additions:
https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#name-fields
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bibproof.bibtex.names import parse_names
from bibproof.model import Person
from bibproof.readers._csl_text import plain_text

_LINEAGE = r"(?:[JjSs]r\.?|[Jj]unior|[Ss]enior|I{2,3}|IV|VI{0,3}|2nd|3rd|4th)"
_COMMA_SUFFIX = re.compile(rf"(.+?)\s*,\s*({_LINEAGE})", re.DOTALL)
_SUFFIX = re.compile(rf"(.+?)(?:\s*,)?\s+({_LINEAGE})", re.DOTALL)
_PARTS = frozenset(
    {"literal", "name", "family", "given", "non-dropping-particle", "dropping-particle", "suffix"}
)
_OTHERS = frozenset({"others", "and others", "et al", "et al.", "…", "..."})


def people(value: object) -> tuple[tuple[Person, ...], bool]:
    """The people of a name variable, in order, and whether the list goes on ("et al.")."""
    if isinstance(value, str):
        return parse_names(value)
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return (), False
    found: list[Person] = []
    goes_on = False
    for name in value:
        if isinstance(name, str):
            some, more = parse_names(name)
            found += some
            goes_on = goes_on or more
            continue
        person = _known_person(name) if isinstance(name, dict) else None
        if person is None:
            continue
        if person.given is None and (person.literal or person.family or "").lower() in _OTHERS:
            goes_on = True
        else:
            found.append(person)
    return tuple(found), goes_on


def _known_person(name: dict[str, Any]) -> Person | None:
    """The person of a name; one of the usual two parts is read once, since people come again and again."""
    family, given = name.get("family"), name.get("given")
    if len(name) == 2 and isinstance(family, str) and isinstance(given, str):
        return _of_two_parts(family, given)
    return _person(name)


@lru_cache(maxsize=8192)
def _of_two_parts(family: str, given: str) -> Person | None:
    return _person({"family": family, "given": given})


def _person(name: dict[str, Any]) -> Person | None:
    texts = {
        part: text
        for part, value in name.items()
        if part in _PARTS and isinstance(value, str) and (text := _plain(value))
    }
    literal = texts.get("literal") or (texts.get("name") if "family" not in name else None)
    family, given = texts.get("family"), texts.get("given")
    if name.get("isInstitution") or (literal and not family):
        return _group(literal or family)
    particle, dropping = texts.get("non-dropping-particle"), texts.get("dropping-particle")
    suffix = texts.get("suffix")
    if family is None:
        return None if given is None else Person(family=given, suffix=suffix)
    if given is None and particle is None and suffix is None and " " in family:
        return _group(family)
    if suffix is None:
        family, given, suffix = _with_suffix(family, given)
    if particle is None and family[0].islower():
        particle, family = _particle(family)
    if dropping is not None:
        given = f"{given} {dropping}" if given else dropping
    return Person(family, given, particle, suffix)


def _group(name: str | None) -> Person | None:
    return None if name is None else Person(literal=name)


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return plain_text(text)


def _with_suffix(family: str, given: str | None) -> tuple[str, str | None, str | None]:
    """The suffix apart: of the family name "Trotter, Jr." or "Gilstrap III", of the given "Mary, Jr."."""
    if given is not None and "," in given and (match := _COMMA_SUFFIX.fullmatch(given)):
        return family, match[1], match[2]
    if (" " in family or "," in family) and (match := _SUFFIX.fullmatch(family)):
        return match[1], given, match[2]
    return family, given, None


def _particle(family: str) -> tuple[str | None, str]:
    """The words in lower case that a family name starts with: "van der" of "van der Waals"."""
    words = family.split(" ")
    split = next((i for i, word in enumerate(words[:-1]) if not word[0].islower()), len(words) - 1)
    return " ".join(words[:split]) or None, " ".join(words[split:])
