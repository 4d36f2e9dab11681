"""Authors and journals in the ways that people spell them."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from _claims import Name

_STOP = frozenset((
    "the", "of", "and", "for", "in", "on", "de", "la", "le", "les", "des", "du", "et", "und", "der",
    "die", "das", "fur", "für", "del", "y", "e", "di", "&", "a", "an"
))  # fmt: skip
_PARTICLES = frozenset((
    "van", "von", "der", "den", "de", "la", "del", "della", "di", "da", "dos", "du", "le", "ter", "ten",
    "zu", "af", "al", "el", "bin", "ibn"
))  # fmt: skip
_WORDS: Mapping[str, str] = {
    "journal": "J", "international": "Int", "american": "Am", "european": "Eur", "science": "Sci",
    "sciences": "Sci", "annals": "Ann", "archives": "Arch", "review": "Rev", "reviews": "Rev",
    "letters": "Lett", "proceedings": "Proc", "transactions": "Trans", "bulletin": "Bull", "medicine": "Med",
    "medical": "Med", "physics": "Phys", "physical": "Phys", "chemistry": "Chem", "chemical": "Chem",
    "biology": "Biol", "biological": "Biol", "engineering": "Eng", "research": "Res", "clinical": "Clin",
    "surgery": "Surg", "society": "Soc", "national": "Natl", "academy": "Acad", "applied": "Appl",
    "mathematics": "Math", "mathematical": "Math", "british": "Br", "association": "Assoc",
    "conference": "Conf", "symposium": "Symp", "advances": "Adv", "materials": "Mater", "royal": "R",
    "computer": "Comput", "computing": "Comput", "technology": "Technol", "environmental": "Environ",
    "psychology": "Psychol", "pharmacology": "Pharmacol", "nuclear": "Nucl", "molecular": "Mol",
}  # fmt: skip


InitialStyle = tuple[bool, str, bool]
"""Whether a hyphen is kept, what stands between two initials, and whether they have dots."""


def initial_style(rng: random.Random) -> InitialStyle:
    """As one person writes all the names of an entry."""
    dots = rng.random() < 0.85
    return rng.random() < 0.5, rng.choice(("", " ")) if dots else "", dots


def initials(given: str, style: InitialStyle) -> str:
    """For instance "Jean-Luc K." as "J.-L. K.", "J.L.K.", "J-LK" ..."""
    hyphen, between, dots = style
    parts = [part for part in re.split(r"[\s.]+", given) if part]
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) <= 3:
        parts = list(parts[0])
    dot = "." if dots else ""
    inner = "-" if hyphen else between
    return between.join(
        inner.join(f"{piece[0]}{dot}" for piece in part.split("-") if piece) for part in parts
    )


def from_capitals(name: str) -> str:
    """As "Smith-Jones" for "SMITH-JONES"; a name that is no run of capitals stays as it is."""
    if len(name) < 4 or not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)


def has_particle(family: str) -> bool:
    return family.split(maxsplit=1)[0].lower() in _PARTICLES and " " in family


def bibtex_name(name: Name, given: str, *, family_first: bool) -> str:
    """One name by BibTeX's rules (Patashnik, BibTeXing, section 4): three forms, braces where needed."""
    family = name.family
    if name.group or not given:
        return f"{{{family}}}" if " " in family or "," in family else family
    if name.suffix:
        return f"{family}, {name.suffix}, {given}"
    if family_first:
        return f"{family}, {given}"
    particle = has_particle(family) and family[0].islower()
    return f"{given} {family}" if particle or " " not in family else f"{given} {{{family}}}"


def content_words(title: str) -> list[str]:
    """The words that tell one journal or title from another, in lower case."""
    return [word for word in re.findall(r"[^\W\d_]+", title.lower()) if word not in _STOP and len(word) > 1]


def abbreviated(journal: str, rng: random.Random) -> str:
    """Much as ISO 4 has it, or made at home: words cut short, small words dropped, dots or none."""
    words = [word for word in journal.replace(":", " ").split() if word.lower().strip(",") not in _STOP]
    if len(words) < 2:
        return journal
    dots = rng.random() < 0.7
    return " ".join(_cut(word.strip(",()"), rng, dots=dots) for word in words)


def _cut(word: str, rng: random.Random, *, dots: bool) -> str:
    known = _WORDS.get(word.lower())
    if known is None:
        if len(word) < 7 or word.isupper() or not word.isalpha():
            return word
        known = word[: rng.randint(4, min(7, len(word) - 2))]
        while len(known) < len(word) - 1 and known[-1].lower() in "aeiou":
            known = word[: len(known) + 1]
    known = known[0].upper() + known[1:] if word[0].isupper() else known
    return f"{known}." if dots and len(known) < len(word) else known


def acronym(journal: str) -> str:
    return "".join(word[0].upper() for word in content_words(journal))


def is_another_journal(one: str, other: str) -> bool:
    """Whether two titles of journals can't be spellings of one another: each has a word the other lacks."""
    first, second = _stems(one), _stems(other)
    return bool(first - second) and bool(second - first)


def _stems(journal: str) -> set[str]:
    return {word[:3] for word in content_words(journal)} - {"jou", "pro"}
