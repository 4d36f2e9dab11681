"""The people of a Crossref record."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bibproof.jsons import Json
from bibproof.model import Person
from bibproof.sources._fields import mappings, text, texts

_GENERATION = r"(?:[JS]r|Junior|Senior|I{2,3}|IV|V)\.?"
_SUFFIX = re.compile(rf"(?P<family>\S.*?),?\s+(?P<suffix>{_GENERATION})")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_OTHERS = re.compile(r"et al\.?|and others|others", re.IGNORECASE)
_LONGEST_OTHERS = len("and others")

# What publishers deposit in place of a name where nobody is named: Wolters Kluwer "&NA;", APA the sentence.
_NOBODY = re.compile(
    r"&?NA;|NA|N/A|\[?anonymous\]?|anon\.?|no authors? (?:listed|indicated|available)|no authorship indicated"
    r"|null|undefined",
    re.IGNORECASE,
)


def people(value: Json) -> tuple[Person, ...]:
    """The authors or editors of a record, in its order."""
    if value is None:
        return ()
    found = (_person(item) for item in mappings(value))
    return tuple(person for person in found if person is not None)


def is_open(value: Json) -> bool:
    """Whether a list of people says that it goes on ("et al." deposited as a name)."""
    return any(
        _OTHERS.fullmatch(name)
        for item in mappings(value)
        for name in (_family(item), text(item.get("name")))
        if name and len(name) <= _LONGEST_OTHERS
    )


def _person(item: Mapping[str, Json]) -> Person | None:
    """One person. Groups deposited as given and family name are left so: comparing knows them."""
    family, given, literal = _family(item), text(item.get("given")), text(item.get("name"))
    if _OTHERS.fullmatch(family or literal or "") or _is_nobody(given, family or literal or ""):
        return None
    orcid = next(
        (match[0] for one in texts(item.get("ORCID")) if (match := _ORCID.search(one.upper()))), None
    )
    if family is None:
        whole = given or literal
        return None if whole is None else Person(literal=whole, orcid=orcid)
    suffix = text(item.get("suffix"))
    if suffix is not None and not re.fullmatch(_GENERATION, suffix):
        suffix = None  # degrees and roles are no part of the name
    inside = _SUFFIX.fullmatch(family)
    if inside is not None:
        family, suffix = inside["family"], suffix or inside["suffix"]
    return Person(family=family, given=given, suffix=suffix, orcid=orcid)


def _is_nobody(given: str | None, name: str) -> bool:
    """Whether a name says that there is none; "Na" beside a given name is somebody's."""
    return _NOBODY.fullmatch(name) is not None and (given is None or _NOBODY.fullmatch(given) is not None)


def _family(item: Mapping[str, Json]) -> str | None:
    family = text(item.get("family"))
    return family.rstrip(" ,;") or None if family else None
