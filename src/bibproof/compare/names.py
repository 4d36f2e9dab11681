"""One person against another: the same name written otherwise, a slip in it, or another name.

What people write and is right: initials, given names left out, particles anywhere, one part of a compound
family name, umlauts spelled out or dropped. A nickname, another romanization, one typing error, and family
and given names exchanged are slips. Names are folded as in `text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bibproof.compare.given_names import may_be_spelling
from bibproof.compare.likeness import Likeness
from bibproof.compare.name_words import GROUP_WORDS, PARTICLES, SHORT_FOR, SUFFIXES
from bibproof.compare.text import LOST, edits, equal_but_for_lost, fold
from bibproof.model import Person

_UMLAUTS = re.compile("(?<=[aou])e|(?<=a)a")
_ROMANIZED = (
    (re.compile("shch|sch|sh|sz|tch|tsch|ch|cz"), "s"),
    (re.compile("zh|j(?=[aeiou])|dj|dz|x|ts|tz|z|c(?=[aeiouy])"), "z"),
    (re.compile("kh|h"), "h"),
    (re.compile("ck|q|c"), "k"),
    (re.compile("ff|v|w|ph"), "f"),
    (re.compile("[iyj]+"), "i"),
    (re.compile("i(?=[aeou])"), ""),
    (re.compile("oo|ou"), "u"),
    (re.compile("(.)\\1"), r"\1"),
    (re.compile("i$|e$"), ""),
)
_PLAIN = re.compile("[A-Za-z .-]*")
_PLAIN_WORD = re.compile("[a-z]+")
SHORTEST_WITH_SLIP = 4
SHORTEST_WITH_TWO_SLIPS = 9
LONGEST_INITIALS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it is compared: folded words, particles and suffixes apart from the family name.

    `capitals` tells that the given names are one short word of capitals, so that "JD" may be two initials;
    `is_turned`, that the family name is, and may be the initials of somebody whose family name stands with
    the given names: BibTeX so takes "Showstack R", as PubMed writes names.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    particles: tuple[str, ...] = ()
    capitals: bool = False
    is_turned: bool = False
    whole: bool = False  # one string that nobody has taken apart

    @property
    def core(self) -> str:
        return "".join(self.family)

    @property
    def full(self) -> str:
        return "".join((*self.particles, *self.family))


@lru_cache(maxsize=8192)  # more than two lists of 3,000
def name_of(person: Person) -> Name:
    """A person's name, folded and taken apart."""
    if person.literal is not None:
        return _literal_name(person.literal)
    person = _with_initials_apart(person)
    family = _without_suffixes(_folded(person.family or ""))
    written = person.given or ""
    given = _without_suffixes(_folded(written))
    particles = fold(person.particle).split() if person.particle else []
    if len(family) == 1 and family[0] in SUFFIXES and len(given) > 1:
        family = [given.pop()]  # "Júnior, Emílio Rodrigues"
    while len(family) > 1 and len(family[0]) > 1 and family[0] in PARTICLES:
        particles.append(family.pop(0))
    trailing = []
    if len(given) > 1 and given[-1] == "d" and written.rstrip().endswith(("'", "’")):
        trailing.append(given.pop())
    may_have_particles = not written.isupper() and "-" not in written.rpartition(" ")[2]  # "Wen-Bin"
    while len(given) > 1 and given[-1] in PARTICLES and len(given[-1]) > 1 and may_have_particles:
        trailing.insert(0, given.pop())
    capitals = len(given) == 1 and 1 < len(given[0]) <= 4 and written.strip(". ").isupper()
    is_turned = _are_initials(person.family or "") and bool(given)
    return Name(tuple(family), tuple(given), (*trailing, *particles), capitals, is_turned)


def _with_initials_apart(person: Person) -> Person:
    """Names in PubMed's order, where BibTeX lets the family name begin at a particle: "Muñoz de Haro IA"."""
    *family, last = (person.family or "").split() or [""]
    if not (person.particle and family and _are_initials(last)) or (person.family or "").isupper():
        return person
    parts = [part for part in (person.given, person.particle, *family) if part]
    return Person(family=" ".join(parts), given=". ".join(last))


def _are_initials(written: str) -> bool:
    letters = written.replace(".", "").replace(" ", "")
    return len(letters) <= LONGEST_INITIALS and letters.isalpha() and letters.isupper()


def _folded(text: str) -> list[str]:
    """The folded words of a name; the usual ones without the work that a title needs."""
    if _PLAIN.fullmatch(text):
        return _PLAIN_WORD.findall(text.lower())
    return fold(text).split()


def _literal_name(literal: str) -> Name:
    """A single string: "Younger, Jarred", "Jarred Younger" or "Younger J", as far as it can be told."""
    if "," in literal:
        family, _, given = literal.partition(",")
        return name_of(Person(family=family.strip(), given=given.strip()))
    parts = literal.split()
    if not literal.isupper() and len(parts) > 1:
        # "SA Polyzos", "Polyzos SA": two initials
        parts = [
            ". ".join(part) if part.isalpha() and part.isupper() and len(part) <= 3 else part
            for part in parts
        ]
    listed = _without_suffixes(fold(" ".join(parts)).split())
    return Name(tuple(listed), (), whole=len(listed) > 1)


def _without_suffixes(listed: list[str]) -> list[str]:
    while len(listed) > 1 and listed[-1] in SUFFIXES:
        listed = listed[:-1]
    return listed


def is_group(person: Person) -> bool:
    """Whether this is no person but a group, be it held as a literal or as given and family name."""
    if person.literal is not None:
        listed = fold(person.literal).split()
        return any(word in GROUP_WORDS for word in listed) or (
            len(listed) not in (2, 3) and "," not in person.literal
        )
    if (
        person.family
        and (given := person.given)
        and given.lower().startswith(("for the", "on behalf", "and the", "the "))
    ):
        return True
    if not person.family or (" " not in person.family and person.given):
        return False
    return any(word in GROUP_WORDS for word in fold(person.family).split())


def name_likeness(cited: Name, recorded: Name) -> Likeness:
    """How one name stands to another; SAME, CLOSE or DIFFERENT."""
    if cited == recorded:
        return Likeness.SAME
    if cited.whole or recorded.whole or not (cited.given and recorded.given):
        return _loose_likeness(cited, recorded)
    family = _family_likeness(cited, recorded)
    if family is not Likeness.DIFFERENT:
        given = given_likeness(cited, recorded)
        if Likeness.DIFFERENT not in (family, given):
            return Likeness.CLOSE if Likeness.CLOSE in (family, given) else Likeness.SAME
    if _squeezed(cited) == _squeezed(recorded):
        return Likeness.SAME
    return (
        Likeness.CLOSE
        if _is_exchanged(cited, recorded) or _is_exchanged(recorded, cited)
        else Likeness.DIFFERENT
    )


def _squeezed(name: Name) -> str:
    return "".join((*name.given, *name.particles, *name.family))


def _family_likeness(cited: Name, recorded: Name) -> Likeness:
    if _is_same_family(cited, recorded):
        return Likeness.SAME
    return (
        Likeness.CLOSE
        if _is_slip(cited.full, recorded.full) or _is_slip(cited.core, recorded.core)
        else Likeness.DIFFERENT
    )


def _is_same_family(cited: Name, recorded: Name) -> bool:
    one, other = cited.core, recorded.core
    if one == other or cited.full == recorded.full or {one, cited.full} & {other, recorded.full}:
        return True
    if LOST in one + other and (
        equal_but_for_lost(one, other) or equal_but_for_lost(cited.full, recorded.full)
    ):
        return True
    ours = {one, _spelled_out(one), _spelled_out(cited.full)}
    if ours & {other, _spelled_out(other), _spelled_out(recorded.full)}:
        return True
    return _is_part(cited, recorded) or _is_part(recorded, cited)


def _is_part(part: Name, whole: Name) -> bool:
    """Whether a family name is the first or the last part of a compound one."""
    own, theirs = part.family, whole.family
    if not own or len(theirs) <= len(own) or len(part.core) < 2:
        return False
    if theirs[: len(own)] == own or theirs[-len(own) :] == own:
        return True
    # "García, Gabriel Márquez": the other part stands with the given names
    return theirs == (*part.given[-1:], *own)


@lru_cache(maxsize=16384)
def _spelled_out(name: str) -> str:
    """One form for "Müller", "Mueller" and "Muller", "Håkansson" and "Haakansson"."""
    return _UMLAUTS.sub("", name)


@lru_cache(maxsize=4096)
def _romanization(name: str) -> str:
    """A rough key that the spellings of a Russian or Chinese name in Latin letters share."""
    for pattern, replacement in _ROMANIZED:
        name = pattern.sub(replacement, name)
    return name


def _is_slip(cited: str, recorded: str) -> bool:
    """One typing error, two in a long name, or another romanization."""
    shortest = min(len(cited), len(recorded))
    if shortest < SHORTEST_WITH_SLIP:
        return False
    if _romanization(cited) == _romanization(recorded) and len(_romanization(cited)) > 2:
        return True
    allowed = 2 if shortest >= SHORTEST_WITH_TWO_SLIPS else 1
    if cited[0] != recorded[0] and (shortest < 6 or len(cited) != len(recorded)):
        return False
    return edits(cited, recorded, allowed) <= allowed


def given_likeness(cited: Name, recorded: Name) -> Likeness:
    """How the given names of two people of one family name stand."""
    if not cited.given or not recorded.given:
        return Likeness.SAME
    pairs = [(one, other) for one in _readings(cited) for other in _readings(recorded)]
    found = {_given_words(one, other) for one, other in pairs}
    return next(
        (likeness for likeness in (Likeness.SAME, Likeness.CLOSE) if likeness in found), Likeness.DIFFERENT
    )


def _readings(name: Name) -> list[tuple[str, ...]]:
    """The given names; where they are one short word of capitals, also taken for initials."""
    return [name.given, tuple(name.given[0])] if name.capitals else [name.given]


def _given_words(cited: Sequence[str], recorded: Sequence[str]) -> Likeness:
    one, other = "".join(cited), "".join(recorded)
    if one == other or (one.startswith(other) or other.startswith(one)):
        return Likeness.SAME
    first, their_first = cited[0], recorded[0]
    if _word_fits(first, their_first):
        return _following(cited[1:], recorded[1:])
    if _initials_fit(cited, other) or _initials_fit(recorded, one):
        return Likeness.SAME
    if LOST in one + other and equal_but_for_lost(one, other):
        return Likeness.SAME
    if may_be_spelling(first, their_first) or _is_slip(first, their_first):
        return Likeness.CLOSE
    if _may_be_initials(cited, recorded) or _may_be_initials(recorded, cited):
        return Likeness.CLOSE
    if _is_among(first, recorded[1:]) or _is_among(their_first, cited[1:]):
        return Likeness.CLOSE
    return Likeness.DIFFERENT


def _following(cited: Sequence[str], recorded: Sequence[str]) -> Likeness:
    """The names after the first; those that only one side has are no fault, another one is."""
    if not cited or not recorded:
        return Likeness.SAME
    if all(_word_fits(one, other) for one, other in zip(cited, recorded, strict=False)):
        return Likeness.SAME
    if {word[0] for word in cited} & {word[0] for word in recorded}:
        return Likeness.SAME
    if any(may_be_spelling(one, other) for one in cited for other in recorded):
        return Likeness.CLOSE
    return Likeness.DIFFERENT


def _word_fits(one: str, other: str) -> bool:
    """Whether one name is the other, its initial or its beginning ("Rob"), umlauts aside."""
    if one.startswith(other) or other.startswith(one):
        return True
    if SHORT_FOR.get(one) == other or SHORT_FOR.get(other) == one:
        return True
    return _spelled_out(one) == _spelled_out(other)


def _initials_fit(initials: Sequence[str], whole: str) -> bool:
    """Whether these are initials ("X. M.") of syllables written as one word ("Xiaoming")."""
    if not all(len(word) == 1 for word in initials) or initials[0] != whole[0]:
        return False
    at = 0
    for initial in initials:
        at = whole.find(initial, at) + 1
        if at == 0:
            return False
    return True


def _may_be_initials(short: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one short word begins with the initials of two names: "RdS" for "Rubia de Souza"."""
    if len(short) != 1 or len(names) == 1 or not 1 < len(short[0]) <= LONGEST_INITIALS:
        return False
    return short[0].startswith(names[0][0] + names[1][0])


def _is_among(first: str, others: Sequence[str]) -> bool:
    """Whether somebody's first name here is a later one there: "J. Peter" cited as "Peter"."""
    return any(_word_fits(first, other) for other in others)


def _loose_likeness(cited: Name, recorded: Name) -> Likeness:
    """Names of which one is a single string, or lacks the given name: every word must have its like."""
    ours, theirs = (
        (*cited.given, *cited.particles, *cited.family),
        (*recorded.given, *recorded.particles, *recorded.family),
    )
    if not ours or not theirs:
        return Likeness.DIFFERENT
    if "".join(ours) == "".join(theirs):
        return Likeness.SAME
    if not (cited.whole or recorded.whole):
        family = _family_likeness(cited, recorded)
        if family is not Likeness.DIFFERENT:
            return family
    shorter, longer = sorted((ours, theirs), key=len)
    return _fits_into(shorter, longer)


def _fits_into(shorter: Sequence[str], longer: Sequence[str]) -> Likeness:
    """SAME where each word of the shorter name has its like in the longer one, one of them in full."""
    left = list(longer)
    in_full = 0
    for word in sorted(shorter, key=len, reverse=True):
        like = next(
            (other for other in left if word == other or _spelled_out(word) == _spelled_out(other)), None
        )
        if like is None:
            like = next(
                (other for other in left if 1 in (len(word), len(other)) and word[0] == other[0]), None
            )
        elif len(word) > 1:
            in_full += 1
        if like is None:
            return Likeness.DIFFERENT
        left.remove(like)
    return Likeness.SAME if in_full else Likeness.DIFFERENT


def _is_exchanged(one: Name, other: Name) -> bool:
    """Whether the family name of one is the other's given name, and the other way round."""
    if not one.given or _spelled_out("".join(other.given)) not in map(_spelled_out, (one.core, one.full)):
        return False
    given = "".join(one.given)
    if given in (other.core, other.full):
        return True
    if all(len(word) == 1 for word in one.given):
        return given[0] == other.core[:1]
    return other.is_turned and _are_initials_of(other.core, one.given)


def _are_initials_of(letters: str, given: Sequence[str]) -> bool:
    """Whether these are the initials of the given names, or of the first of them alone."""
    initials = "".join(word[0] for word in given)
    return initials.startswith(letters) or _initials_fit(letters, "".join(given))


def keys(name: Name) -> tuple[str, ...]:
    """What people of that name are looked up by, in a list of thousands."""
    if not name.family:
        return ("".join(name.given),)
    if name.whole:
        return tuple(
            {_spelled_out(word) for word in name.family if len(word) > 1} | {_spelled_out(name.core)}
        )
    if len(name.family) == 1 and not name.particles:
        return (_spelled_out(name.family[0]),)
    found = {_spelled_out(name.core), _spelled_out(name.full)}
    if len(name.family) > 1:
        found |= {_spelled_out(name.family[0]), _spelled_out(name.family[-1])}
    return tuple(found)
