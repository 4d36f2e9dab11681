"""Lists of names: "Knuth, Donald E. and {van der} Berg, Jan and others".

How a name is taken apart is BibTeX's rule (btxdoc, 4; "Tame the BeaST", 11): "First von Last",
"von Last, First", "von Last, Jr, First", and biblatex's "family=..., given=..., prefix=..., suffix=..."
(biblatex manual, 3.7). What people write beside the rules is read as it was meant: "et al.", semicolons,
"Smith, J., Doe, A.", "J. Smith & A. Doe", "J. Smith, A. Doe, and B. Roe".
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibproof.bibtex.groups import is_named_as_group
from bibproof.bibtex.latex import decode, decode_letters
from bibproof.model import Person

_AND = re.compile(r"(?: and)+ ", re.IGNORECASE)
_SEMICOLON = re.compile(r"(&#?\w*;)| *; *")  # but that of "Garc&iacute;a" ends no name
_ET_AL = re.compile(r"\{?\bet\.? ?al(?:ii)?\b\.?\}?[ ,;.]*$|^\{?others\}?$|(?:\.{3}|…)[ ,;]*$", re.IGNORECASE)
_AMPERSAND = re.compile(r" \\?& ")
_AND_OR_AMPERSAND = re.compile(r" (?:and|\\?&) ", re.IGNORECASE)
_BEFORE_LAST = re.compile(r"([^{}]+?)(,?) and ([^{},]+)", re.IGNORECASE)
_CAPITALIZED = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
_COMPANY = re.compile(
    r"\b(?:co|corp|inc|ltd|llc|llp|plc|gmbh|sons|bro(?:ther)?s|compan(?:y|ies)|corporation|partners"
    r"|associates|group|press|bank|books|publish\w*|univ\w*|institut\w*|college|school|center|centre"
    r"|department|ministry|office|agency|council|committee|society|association|foundation|labs?"
    r"|laborator\w*|team|services?|systems|technolog\w*|research|consult\w*|the|of|for)\b",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r'^\s*"?\{?(?:family|given|prefix|suffix)(?:-i)?\s*=', re.IGNORECASE)
_EXTENDED_PART = re.compile(r'"?\{?\s*([a-z-]+)\s*=\s*(.*)', re.IGNORECASE | re.DOTALL)
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?[ -]?){1,4}$")
_LINEAGE = re.compile(r"^(?:[js]r\.?|junior|senior|[ivx]+)$", re.IGNORECASE)
_SUFFIX = re.compile(r"[JjSs]r\.?|I{2,3}|IV")
_SURE_SUFFIX = re.compile(r"[JjSs]r\.?|III")  # no initials of anybody
_FAMILY_AND_SUFFIX = re.compile(rf"(.+?),? ({_SUFFIX.pattern})")
_BRACE_OR_AND = re.compile(r"[{}]|(?: and)+ ", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")

# "von Braun, Wernher M.": a family name of a few words, a comma, given names.
_INVERTED = re.compile(r"[^\W\d_][^\s,]*(?: [^\s,]+){0,3}, [^\W\d_][^\s,]*(?: [^\s,]+){0,3}")

# "Wang CM", as in "Wang CM, Motaparthi K": a family name, and initials behind it.
_CAPITALS = "A-ZÀ-ÖØ-Þ"
_TURNED = re.compile(
    rf"[^\W\d_][^\s,]*[^\W\d_{_CAPITALS}](?: [^\s,]*[^\W\d_{_CAPITALS}])* (?P<initials>[{_CAPITALS}]{{1,4}})"
)

# What DBLP tells people of one name apart by: "Wei Wang 0001" (https://dblp.org/faq/1474704.html).
_HOMONYM = re.compile(r"(?<=[^\W\d]|[.}]) 0\d{3}$")

_NOBODY = Person()

# pybtex copies the rest of the text at each brace, and goes down one call for each that is inside another.
_LONGEST = 2_000
_DEEPEST = 50


def parse_names(value: str) -> tuple[tuple[Person, ...], bool]:
    """The people of a name list, in order, and whether the list goes on ("and others", "et al.").

    Names without content are left out. Never raises: a name that can't be taken apart is a `literal`.
    """
    if not value:
        return (), False
    folded = " ".join(decode_letters(value).split())
    people: list[Person] = []
    goes_on = False
    if "&" in folded or ", and " in folded:
        folded = _with_and_alone(folded)
    for name in _split(f" {folded} "):
        some, more = _people(_HOMONYM.sub("", name.strip()))
        people += some
        goes_on = goes_on or more
    return tuple(people), goes_on


def _split(names: str) -> list[str]:
    """The names between the "and"s that stand in no braces."""
    if "{" not in names and "}" not in names:
        if ";" in names:
            names = _SEMICOLON.sub(lambda mark: mark[1] or " and ", names)
        split = names.split(" and ")
        is_all = len(split) - 1 == names.lower().count(" and")  # none in capitals, none twice in a row
        return split if is_all else _AND.split(names)
    split = []
    depth = start = 0
    for mark in _BRACE_OR_AND.finditer(names):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            split.append(names[start : mark.start()])
            start = mark.end()
    return [*split, names[start:]]


def _with_and_alone(names: str) -> str:
    """The list with "and" between all names, where an ampersand or a comma stands for one."""
    if "{" in names:
        return names
    ampersand = _AMPERSAND.search(names) is not None
    if ampersand:
        parts = [part.strip(" ,;") for part in _AND_OR_AMPERSAND.split(names)]
        if not all(_is_about_people(part) for part in parts):
            return names  # "Johnson & Johnson"
        names = _AMPERSAND.sub(" and ", names)
    last = _BEFORE_LAST.fullmatch(names)
    if last is None or not (last[2] or ampersand) or " and " in last[1].lower():
        return names
    parts = [part.strip() for part in (*last[1].split(","), last[3])]
    if len(parts) < 3 or not all(_is_whole_name(part) for part in parts):
        return names
    return " and ".join(parts)


def _is_about_people(part: str) -> bool:
    """Whether this looks like the name of a person, or several, not like half of a company's."""
    if _ET_AL.fullmatch(part):
        return True
    return _COMPANY.search(part) is None and ("," in part or _is_whole_name(part))


def _is_whole_name(part: str) -> bool:
    """Whether this looks like given name and family name of one person, in that order."""
    words = part.split()
    return (
        2 <= len(words) <= 5
        and words[0][0].isupper()
        and not (words[-1].endswith(".") or (words[-1].isupper() and len(words[-1]) <= 2))
        and _LINEAGE.match(words[-1]) is None
        and all(_CAPITALIZED.fullmatch(word) for word in words)
    )


def _depth(text: str) -> int | None:
    """How deep braces go; None where they are not paired, or go deeper than pybtex can follow."""
    depth = deepest = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return None
        deepest = max(deepest, depth)
    return None if depth or deepest > _DEEPEST else deepest


@lru_cache(maxsize=4096)
def _people(name: str) -> tuple[tuple[Person, ...], bool]:
    """The person of one name, several where commas stand for "and"; and whether it says "et al."."""
    shorter = _without_et_al(name)
    people = _taken_apart(shorter.strip(" ,;"))
    return tuple(person for person in people if person != _NOBODY), shorter != name


def _without_et_al(name: str) -> str:
    folded = name.casefold()
    if ("et" in folded and "al" in folded) or "others" in folded or "..." in folded or "…" in folded:
        return _ET_AL.sub("", name)
    return name


def _taken_apart(name: str) -> tuple[Person, ...]:
    if not name:
        return ()
    if _EXTENDED.match(name):
        return (_extended(name),)
    if "{" in name or "}" in name or "\\" in name:
        return _list_in_braces(name) or (_braced(name),)
    parts = [part.strip() for part in name.split(",")]
    if len(parts) > 1 and _are_turned(parts):
        return tuple(_turned(part.split()) for part in parts)
    if len(parts) == 1 and is_named_as_group(name):
        return (Person(literal=decode(name)),)
    if len(parts) > 3:
        return _people_between_commas(parts)
    if len(parts) == 3 and _LINEAGE.match(parts[2]) and not _LINEAGE.match(parts[1]):
        return (_plain([parts[0], parts[2], parts[1]]),)  # "Last, First, Jr.": not BibTeX's order, but clear
    return (_plain(parts),)


def _are_turned(parts: list[str]) -> bool:
    """Whether each is a whole name as PubMed writes it; "Smith III, John B" is one name of two parts."""
    found = [_TURNED.fullmatch(part) for part in parts]
    first = found[0]
    if first is None or not all(found):
        return False
    return len(parts) > 2 or _SUFFIX.fullmatch(first["initials"]) is None


def _turned(words: list[str]) -> Person:
    """A name as PubMed writes it, in a list of such: "Grekin SJ"."""
    return _person(words[-1:], words[:-1], [])


def _people_between_commas(parts: list[str]) -> tuple[Person, ...]:
    """More commas than a name has: "Smith, J., Doe, A." where every second part is initials."""
    if len(parts) % 2 == 0 and all(_INITIALS.match(part) for part in parts[1::2]):
        return tuple(_plain(list(pair)) for pair in zip(parts[::2], parts[1::2], strict=True))
    return (_plain([parts[0], parts[1], " ".join(parts[2:])]),)


def _plain(parts: list[str]) -> Person:
    """A name without braces, split at its commas into one to three parts."""
    words = [part.replace("~", " ").split() for part in parts]
    if len(words) == 1:
        return _in_direct_order(words[0])
    if len(words) == 2:
        if len(words[0]) > 1 and len(words[1]) == 1 and _SURE_SUFFIX.fullmatch(words[1][0]):
            return _in_direct_order([*words[0], *words[1]])  # "Martin Luther King, Jr."
        if len(words[0]) > 1 and _SUFFIX.fullmatch(words[0][-1]):
            return _person(words[1], words[0][:-1], words[0][-1:])
        return _person(words[1], words[0], [])
    return _person(words[2], words[0], words[1])


def _in_direct_order(words: list[str]) -> Person:
    """Given names first; a rank behind the family name is no name: "Martin Luther King Jr."."""
    lineage = words[-1:] if len(words) > 2 and _SURE_SUFFIX.fullmatch(words[-1]) else []
    given, von_last = _before_particle(words[: len(words) - len(lineage)])
    return _person(given, von_last, lineage)


def _before_particle(words: list[str]) -> tuple[list[str], list[str]]:
    """Given names end where a word starts in lower case ("Ludwig van Beethoven"), or before the last word."""
    for position, word in enumerate(words):
        if _is_particle(word):
            return words[:position], words[position:]
    return words[:-1], words[-1:]


def _person(given: list[str], von_last: list[str], lineage: list[str]) -> Person:
    """The particle goes up to the last word in lower case, but the last word is always the family name's."""
    split = 0
    for position, word in enumerate(von_last[:-1], 1):
        if _is_particle(word):
            split = position
    return Person(
        family=_joined(von_last[split:]),
        given=_joined(given),
        particle=_joined(von_last[:split]),
        suffix=_joined(lineage),
    )


def _is_particle(word: str) -> bool:
    """Whether its first letter is in lower case."""
    if word[0].isalpha():
        return word[0].islower()
    letter = next((character for character in word if character.isalpha()), "")
    return letter.islower()


def _joined(words: list[str]) -> str | None:
    return (decode(" ".join(words)) or None) if words else None


def _list_in_braces(name: str) -> tuple[Person, ...]:
    """The people of a list that stands in braces as a whole, as some brace all fields: "{Wu, A and Li, B}".

    Of a group, which braces keep together, not every part is a family name, a comma and given names.
    """
    inner = name[1:-1]
    if " and " not in inner or not _is_group(name) or _COMPANY.search(inner) is not None:
        return ()
    parts = [part.strip() for part in inner.split(" and ")]
    if not all(_INVERTED.fullmatch(part) for part in parts):
        return ()
    return tuple(person for part in parts for person in _taken_apart(part))


def _braced(name: str) -> Person:
    """A name with braces or commands in it, which keep together what stands in them."""
    if len(name) > _LONGEST or _depth(name) is None:
        return Person(literal=decode(name) or None)
    if _is_group(name):
        return Person(literal=decode(name[1:-1]) or None)
    from pybtex.database import InvalidNameString
    from pybtex.database import Person as PybtexPerson

    try:
        parsed = PybtexPerson(name)
    except InvalidNameString:
        return Person(literal=decode(name) or None)
    family, suffix = _joined(parsed.last_names), _joined(parsed.lineage_names)
    if suffix is None and parsed.bibtex_first_names:
        family, suffix = _without_suffix(family)
    return Person(
        family=family,
        given=_joined(parsed.bibtex_first_names),
        particle=_joined(parsed.prelast_names),
        suffix=suffix,
    )


def _without_suffix(family: str | None) -> tuple[str | None, str | None]:
    """The rank apart that braces keep with the family name: "{King Jr.}, Martin Luther"."""
    found = _FAMILY_AND_SUFFIX.fullmatch(family or "")
    return (family, None) if found is None else (found[1], found[2])


def _is_group(name: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for brace in _BRACE.finditer(name):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(name)
    return False


def _extended(name: str) -> Person:
    """Biblatex's "family=Harman, given=Hans, prefix=von"; initials (`given-i`) say nothing more."""
    found: dict[str, str | None] = {}
    for part in _at_commas(name):
        match = _EXTENDED_PART.fullmatch(part.strip())
        if match is not None:
            found[match[1].lower()] = decode(match[2].strip().strip('"')) or None
    return Person(
        family=found.get("family"),
        given=found.get("given") or found.get("given-i"),
        particle=found.get("prefix"),
        suffix=found.get("suffix"),
    )


def _at_commas(name: str) -> list[str]:
    """The parts between commas that stand in no braces."""
    parts, depth, start = [], 0, 0
    for mark in re.finditer(r"[{},]", name):
        depth += {"{": 1, "}": -1, ",": 0}[mark[0]]
        if mark[0] == "," and depth <= 0:
            parts.append(name[start : mark.start()])
            start = mark.end()
    return [*parts, name[start:]]
