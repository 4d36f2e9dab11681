"""The ways in which a list of names can be read.

Styles put the family name first or last, part names by commas or semicolons, and write initials with dots or
without; one list may be read in several of these ways. All are given, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bibproof.compare.name_words import GROUP_WORDS, PARTICLES, SUFFIXES
from bibproof.model import Person

ET_AL = re.compile(
    r"[,;]?\s*(?:\b(?:et|und|and)\.?\s*(?:al|alii|coll?|collab)\b\.?"
    r"|\b(?:and|und|et) (?:others|coworkers|colleagues"
    r"|andere)\b\.?|(?-i:\bu\.\s?a\.)|&\s*al\b\.?)",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"[,;]?\s*(?:…|\.\s?\.\s?\.)\s*(?:&|and)?\s*")
_EDITORS = re.compile(
    r"[,.]?\s*[(\[]\s*(?:eds?|editors?|hrsg|hg|dir|coords?|trans)\.?\s*[)\]]\.?|,\s*(?:eds?|editors?|hrsg"
    r"|hg)\.?\s*$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*,?\s*(?:&|;\s*and\b|\band\b|\bund\b|\by\b(?=\s[A-Z])|\be\b(?=\s[A-Z])|\bet\b(?=\s[A-Z]))\s*"
)
_NO_DATE = re.compile(r"\b(?:n\.\s?d|o\.\s?J|s\.\s?[adf])\b\.?[)\]]?[\s.,:;]*$")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?(?:[a-z]{1,2}\.)?[-‐’'\s.]*){1,5}")
_SHORT = re.compile(r"[A-ZÀ-ÖØ-Þ]{1,4}(?:-[A-Z]{1,2})?")
_MARKS = re.compile(r"[*†‡§¶#\d]+$")
_LONGEST_GROUP = 15  # words


@dataclass(frozen=True, slots=True)
class Names:
    """A list of people as it can be read. `is_firm` is False where the string may hold something else."""

    people: tuple[Person, ...]
    et_al: bool = False
    is_firm: bool = True

    @property
    def is_group(self) -> bool:
        return self.is_firm and all(person.literal is not None for person in self.people)


def readings(region: str) -> list[Names]:
    """Every way to read the text before a title as a list of people, the likeliest first."""
    text = _EDITORS.sub(" ", _NO_DATE.sub("", region))
    et_al = False
    if found := ET_AL.search(text):
        et_al = True
        text = text[: found.start()]
    if _ELLIPSIS.search(text.rstrip(" .")):
        et_al = True
        text = _ELLIPSIS.sub(", ", text.rstrip(" ."))
    text = " ".join(text.split()).strip(" ,;:('‘“\"")
    if not re.search(r"[^\W\d_]", text):
        return []
    found_lists: dict[tuple[Person, ...], None] = {}
    for people in _lists(text):
        if people:
            found_lists[people] = None
    return [Names(people, et_al, _is_firm(people)) for people in found_lists]


def _lists(text: str) -> Iterator[tuple[Person, ...]]:
    literal = (Person(literal=text.rstrip(" .")),)
    if _is_group(text):
        yield literal
    if parting := next((mark for mark in (";", " / ") if mark in text), None):
        yield tuple(filter(None, map(_one, re.split(rf"\s*{parting}\s*(?:&|and\b)?\s*", text))))
        return
    parts = [part for part in re.split(r"\s*,\s*", _AND.sub(",", text)) if part.strip(" .")]
    ways = [_greedy, _pairs, _first_inverted, _all_direct, _all_family_first]
    has_initials = any(_has_initials(part) or _is_initials(part) for part in parts)
    if len(parts) > 1 and (not has_initials or _is_given(parts[0], parts[1])):
        is_pairs = len(parts) > 2 and all(len(part.split()) == 1 for part in parts[2:])
        ways.remove(_pairs if is_pairs else _first_inverted)
        ways.insert(0, _pairs if is_pairs else _first_inverted)
    for way in ways:
        yield way(parts)
    yield literal  # a name that holds "and"


def _is_given(first: str, second: str) -> bool:
    """Whether a list begins with a family name and given names in full: "Talmage, James B."."""
    words = second.split()
    return len(first.split()) == 1 and _ends_in_initials(words) and len(words[0].strip(".")) > 2


def _is_group(text: str) -> bool:
    words = text.split()
    if _ends_in_initials(words) or any(_INITIALS.fullmatch(word) and len(word) < 4 for word in words):
        return False
    known = {word.strip(",.()").lower() for word in words}
    if (
        not 1 < len(words) <= _LONGEST_GROUP
        or re.search(r"[a-z]{3}\.\s", text)
        or any(word[0].islower() and len(word) > 3 for word in words)
    ):
        return False
    return bool(known & GROUP_WORDS) or (
        len(words) > 3 and "," not in text and bool(known & {"of", "for", "on"})
    )


def _is_initials(part: str) -> bool:
    bare = part.strip()
    return (bool(_INITIALS.fullmatch(bare)) and len(re.findall(r"[^\W\d_]", bare)) <= 6) or bool(
        _SHORT.fullmatch(bare)
    )


def _is_suffix(part: str) -> bool:
    return part.strip(" .").lower() in SUFFIXES


def _ends_in_initials(words: Sequence[str]) -> bool:
    return len(words) > 1 and bool(_SHORT.fullmatch(words[-1].strip(".")) or _INITIALS.fullmatch(words[-1]))


def _greedy(parts: Sequence[str]) -> tuple[Person, ...]:
    """Names that initials tell apart: "Smith, J. D., Doe, K.", "Smith JD, Doe K", "J. D. Smith, K. Doe"."""
    people: list[Person] = []
    is_inverted = False  # "Lara, P., R Akhouri, R.": the first R belongs to a family name
    n = 0
    while n < len(parts):
        part = parts[n]
        following = parts[n + 1] if n + 1 < len(parts) else ""
        if _is_suffix(part) and people:
            people[-1] = _with_suffix(people[-1], part)
            n += 1
        elif (
            following
            and _is_initials(following)
            and not _is_suffix(following)
            and (not _has_initials(part) or (is_inverted and not _ends_in_initials(part.split())))
        ):
            is_inverted = True
            people.append(_person(part, following))
            n += 2
        elif (person := _one(part)) is not None:
            people.append(person)
            n += 1
        else:
            n += 1
    return tuple(people)


def _pairs(parts: Sequence[str]) -> tuple[Person, ...]:
    """Family and given names all parted by commas: "Smith, John, Doe, Jane"."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if not pairs or len(parts) % 2:
        return ()
    if any(_has_initials(family) and not _is_set_apart(family, given) for family, given in pairs):
        return ()
    return tuple(_person(family, given) for family, given in pairs)


def _is_set_apart(family: str, given: str) -> bool:
    """Whether capitals show what is family name, as in ISO 690: "DE MELLO, Walmor"."""
    return family.isupper() and not given.isupper()


def _first_inverted(parts: Sequence[str]) -> tuple[Person, ...]:
    """The first name alone inverted, as Chicago and MLA have it: "Smith, John, and Jane Doe"."""
    if len(parts) < 2 or _has_initials(parts[0]):
        return ()
    rest = list(parts[1:])
    first = _person(parts[0], rest.pop(0))
    if rest and _is_suffix(rest[0]):
        first = _with_suffix(first, rest.pop(0))
    return (first, *filter(None, map(_direct, rest)))


def _all_direct(parts: Sequence[str]) -> tuple[Person, ...]:
    return tuple(filter(None, map(_direct, parts)))


def _all_family_first(parts: Sequence[str]) -> tuple[Person, ...]:
    return tuple(filter(None, map(_family_first, parts)))


def _has_initials(part: str) -> bool:
    words = part.split()
    if len(words) > 1 and (_is_suffix(words[-1]) or _has_particle_last(words)):
        words.pop()
    return _ends_in_initials(words) or (len(words) > 1 and bool(_INITIALS.fullmatch(words[0])))


def _has_particle_last(words: Sequence[str]) -> bool:
    """Whether a particle stands behind initials: "Silva AB da"."""
    return len(words) > 2 and words[-1].strip(".") in PARTICLES and _SHORT.fullmatch(words[-2]) is not None


def _one(part: str) -> Person | None:
    """A name by itself, whichever way round."""
    part = part.strip()
    if "," in part:
        family, _, given = part.partition(",")
        return _person(family, given)
    words = part.split()
    if not words or not re.search(r"[^\W\d_]", part):
        return None
    if _has_particle_last(words):
        return _one(" ".join(words[:-1]))
    if len(words) == 1:
        return _person(part, "")
    if _is_suffix(words[-1]) and len(words) > 2:
        person = _one(" ".join(words[:-1]))
        return None if person is None else _with_suffix(person, words[-1])
    return _family_first(part) if _ends_in_initials(words) else _direct(part)


def _direct(part: str) -> Person | None:
    """Given names first: "John D. van der Smith"."""
    words = part.strip().rstrip(",").split()
    if not words:
        return None
    suffix = words.pop() if len(words) > 2 and _is_suffix(words[-1]) else ""
    start = len(words) - 1
    while start > 1 and words[start - 1].strip(".").lower() in PARTICLES and words[start - 1][0].islower():
        start -= 1
    person = _person(" ".join(words[start:]), " ".join(words[:start]))
    return _with_suffix(person, suffix) if suffix else person


def _family_first(part: str) -> Person | None:
    """The family name first without a comma: "van der Smith JD", "Li Zijian"."""
    words = part.strip().split()
    if len(words) < 2:
        return _person(part, "") if words else None
    end = len(words) - 1
    while end > 1 and _is_initials(words[end - 1]) and not words[end - 1].islower():
        end -= 1
    if not _ends_in_initials(words):
        end = 1
        while end < len(words) - 1 and words[end - 1].lower() in PARTICLES:
            end += 1
    return _person(" ".join(words[:end]), " ".join(words[end:]))


def _person(family: str, given: str) -> Person:
    family, given = _MARKS.sub("", family.strip(" .;:")), given.strip(" ,;:")
    given = _MARKS.sub("", given) or ""
    before, _, last = family.rpartition(" ")
    if before and given and _is_suffix(last):  # "Harvey Jr., P. S."
        return Person(family=before, given=given, suffix=last)
    return Person(family=family or None, given=given or None)


def _with_suffix(person: Person, suffix: str) -> Person:
    return Person(family=person.family, given=person.given, suffix=suffix.strip())


def _is_firm(people: Sequence[Person]) -> bool:
    """Whether this is nothing but names: short ones, capital letters, and no numbers."""
    for person in people:
        written = " ".join(filter(None, (person.family, person.given, person.literal)))
        if person.literal is not None:
            if not _is_group(written):
                return False
            continue
        words = written.split()
        if len(person.family or "") == 1 and written.isascii():
            return False
        if len(words) > 7 or any(map(str.isdecimal, written)):
            return False
        if not any(word[0].isalpha() and not word[0].islower() for word in words):
            return False
        if any(word.islower() and word.lower() not in PARTICLES and len(word) > 3 for word in words):
            return False
    return True
