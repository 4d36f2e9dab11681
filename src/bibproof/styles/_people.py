"""A person's name as the styles write it.

APA 7, 9.8: "van der Berg, J.-P. R., Jr."; NLM's Citing Medicine, chapter 2: "van der Berg JP Jr".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bibproof.model import Person

_ASIDE = re.compile(r"\([^()]*\)|[“\"][^“”\"]*[”\"]")  # Myeongsub “Mike”, Xiong (Bill)
_TITLE = re.compile(r"^(?:Dr|Prof|Sir|Dame|Rev|Mr|Mrs|Ms)\b\.?\s*(?=\w)")
_HYPHENS = re.compile(r"\s*[‐‑]|(?<=\w)\s*[–−](?=\w)")
_PIECE = re.compile(r"-?[^\s.\-]+\.?")
MOST_INITIALS = 2
"""How many initials NLM has of a person."""
_IN_CAPITALS = 3  # "SE", "JRR" are initials; "JOHN" is a name
_ROMANIZED = frozenset(
    ("Dzh", "Ia", "Iu", "Ja", "Ju", "Kh", "Sh", "Shch", "Th", "Ts", "Ya", "Yu", "Zh")
)  # one letter of another alphabet, so one initial: Citing Medicine's "IuA", "GTh"
_PARTICLES = frozenset(
    (
        *("af", "al", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du"),
        *("e", "el", "ibn", "la", "las", "le", "los", "op", "ten", "ter", "van", "vom", "von", "y", "zu"),
    )
)
_SUFFIX_IN_GIVEN = re.compile(r"(?<=[a-z.]),?\s+(Jr\.?|Sr\.?|II|III|IV)$")
_JUNIOR = re.compile(r"^(?:(jr|junior)|(sr|senior))\.?$", re.IGNORECASE)
_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th", "VI": "6th"}
_WRITTEN_WITHOUT_SPACE = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@lru_cache(maxsize=65536)
def initials(given: str) -> tuple[str, ...]:
    """The initials of given names, without full stops; one behind a hyphen keeps it: ("H", "-J", "R").

    A particle between names is there as it is ("R", "F", "de", "O"). A part behind a hyphen that starts in
    lower case is none of its own: "Xiu-ming" is ("X",).
    """
    if not given.isascii():
        given = _HYPHENS.sub("-", unicodedata.normalize("NFC", given))
    names = _PIECE.findall(_TITLE.sub("", _ASIDE.sub(" ", given)))
    row = _row_of_initials(names)
    found: list[str] = []
    for position, name in enumerate(names):
        found += name.strip("-.") if name == row else _initial(name, position)
    if found:
        found[0] = found[0].lstrip("-")
    return tuple(found)


def _row_of_initials(names: list[str]) -> str | None:
    """The name that is a row of initials, "Michelle YL": the only one that is all in capitals."""
    rows = [name for name in names if len(name.strip("-.")) > 1 and name.isupper()]
    if len(rows) != 1:
        return None
    letters = rows[0].strip("-.")
    is_one = rows[0].endswith(".") and letters.title() in _ROMANIZED
    return rows[0] if len(letters) <= _IN_CAPITALS and letters.isalpha() and not is_one else None


def _initial(name: str, position: int) -> tuple[str, ...]:
    hyphen = "-" if name[0] == "-" else ""
    letters = name.strip("-.'’‘ʻʼ`")
    if not letters or (hyphen and letters[0].islower()) or not letters[0].isalpha():
        return ()
    if position and letters in _PARTICLES:
        return (letters,)
    if name.endswith(".") and letters.title() in _ROMANIZED:
        return (hyphen + letters.title(),)
    return (hyphen + letters[0].upper(),)


@lru_cache(maxsize=65536)
def apa_initials(given: str) -> str:
    """The initials with their full stops: "H.-J. R."; the names themselves in a script without capitals."""
    if _has_no_capitals(given):
        return given
    written = " ".join(
        initial if initial in _PARTICLES else f"{initial}." for initial in initials(given)
    ).replace(" -", "-")
    return written or given


@lru_cache(maxsize=65536)
def vancouver_initials(given: str, most: int | None = MOST_INITIALS) -> str:
    """The first initials, all where `most` is None, without full stops and hyphens: "HJ"."""
    if _has_no_capitals(given):
        return given
    found = [initial.lstrip("-") for initial in initials(given) if initial not in _PARTICLES]
    return "".join(found[:most]) or given


def _has_no_capitals(given: str) -> bool:
    """Whether the script of the first letter has no capitals, so that nobody writes initials in it."""
    letter = next((character for character in given if character.isalpha()), "")
    return letter.upper() == letter.lower()


def family_name(person: Person) -> str:
    """The family name with its particle, or a group's name: "van der Berg", "d'Alembert"."""
    if person.literal is not None:
        return person.literal
    return _with_particle(person.particle or "", person.family) or person.given or ""


def apa_name(person: Person) -> str:
    """Family name first: "van der Berg, J. R., Jr."; a group as it is.

    A particle at the end of the given names stays there: who gave it so files the name without it.
    """
    if person.literal is not None:
        return person.literal
    family = family_name(person)
    given, suffix = _apa_parts(person, family)
    if given and _WRITTEN_WITHOUT_SPACE.match(family):
        return family + given
    return ", ".join(part for part in (family, given, suffix) if part)


def apa_name_direct(person: Person) -> str:
    """Initials first, as editors and translators stand: "J. R. van der Berg Jr."; a group as it is."""
    if person.literal is not None:
        return person.literal
    family = family_name(person)
    given, suffix = _apa_parts(person, family)
    if given and _WRITTEN_WITHOUT_SPACE.match(family):
        return family + given
    return " ".join(part for part in (given, family, suffix) if part)


def vancouver_name(person: Person, most: int | None = MOST_INITIALS) -> str:
    """Family name, at most so many initials, rank: "van der Berg JR Jr", "Gilstrap LC 3rd".

    A group is without its article: "American Cancer Society". A particle at the end of the given names goes
    to the family name (Citing Medicine keeps prefixes).
    """
    if person.literal is not None:
        return person.literal.removeprefix("The ").removeprefix("the ")
    given, suffix = _given_and_suffix(person)
    family = family_name(person)
    if person.family and given:
        given, particle = _without_particle(given)
        family = _with_particle(particle, family)
        if _WRITTEN_WITHOUT_SPACE.match(family):
            return family + given
        given = vancouver_initials(_name_in_capitals(given, family), most)
    else:
        given = ""
    return " ".join(part for part in (family, given, _vancouver_suffix(suffix)) if part)


def _apa_parts(person: Person, family: str) -> tuple[str, str]:
    """Initials and suffix; none of a person who has one name only."""
    given, suffix = _given_and_suffix(person)
    if not person.family or not given:
        return "", _apa_suffix(suffix)
    written = apa_initials(_name_in_capitals(given, family))
    if person.particle is None and (person.family + given).islower():
        written = written.lower()  # who writes the whole name so wants it so: "hooks, b."
    return written, _apa_suffix(suffix)


def _given_and_suffix(person: Person) -> tuple[str, str]:
    """Given names, and the suffix, which may stand behind them."""
    given, suffix = person.given or "", person.suffix or ""
    if not suffix and given.endswith(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")):
        found = _SUFFIX_IN_GIVEN.search(given)
        if found is not None:
            return given[: found.start()], found[1]
    return given, suffix


def _without_particle(given: str) -> tuple[str, str]:
    """Given names without the particles at their end, and these."""
    words = given.split()
    end = len(words)
    while end > 1 and words[end - 1] in _PARTICLES:
        end -= 1
    return (given, "") if end == len(words) else (" ".join(words[:end]), " ".join(words[end:]))


def _with_particle(particle: str, family: str | None) -> str:
    if not particle or not family:
        return family or particle
    return particle + family if particle.endswith(("'", "’", "-")) else f"{particle} {family}"


def _name_in_capitals(given: str, family: str) -> str:
    """A name of three letters is no row of initials where the family name is in capitals too: "KIM, JUN"."""
    if len(given) == _IN_CAPITALS and given.isalpha() and given.isupper() and family.isupper():
        return given.title()
    return given


def _apa_suffix(suffix: str) -> str:
    found = _JUNIOR.match(suffix)
    return suffix if found is None else "Jr." if found[1] else "Sr."


def _vancouver_suffix(suffix: str) -> str:
    found = _JUNIOR.match(suffix)
    if found is not None:
        return "Jr" if found[1] else "Sr"
    return _ORDINALS.get(suffix.upper(), suffix.rstrip("."))
