"""Right entries as people write them: one spelling of every fact, at random, and what was done to it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from _claims import Claim, Name, Parts, plain
from _latex import GREEK, accents, latex, transliterated, without_accents
from _names import (
    abbreviated,
    acronym,
    bibtex_name,
    content_words,
    from_capitals,
    has_particle,
    initial_style,
    initials,
)

_ENTRY_TYPES = {
    "journal-article": "article",
    "proceedings-article": "inproceedings",
    "book-chapter": "incollection",
    "book": "book",
    "monograph": "book",
    "posted-content": "misc",
}
_IN_BOOK = frozenset({"proceedings-article", "book-chapter"})
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Entry:
    """A BibTeX entry; values are LaTeX, without their delimiters."""

    key: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    variations: tuple[str, ...]  # what was written otherwise than the record has it
    text: str  # as it stands in the file

    def value(self, name: str) -> str:
        """A field's value; empty where it is not written."""
        return next((value for written, value in self.fields if written.lower() == name), "")


@dataclass(slots=True)
class Pen:
    """Chance, with a memory. What `whole` names is written in full, since a fault lies in it."""

    rng: random.Random
    whole: frozenset[str] = frozenset()
    used: list[str] = field(default_factory=list)

    def may(self, variation: str, chance: float) -> bool:
        """Decide on a variation ("author: initials"), and remember it."""
        what, _, how = variation.partition(": ")
        if what in self.whole and how.startswith(("no ", "only ")):
            return False
        if self.rng.random() >= chance:
            return False
        self.used.append(variation)
        return True


Writer = Callable[[Claim, str, bool, frozenset[str], random.Random], Entry]
"""Writes a claim under a key, with or without its DOI; the fields named are written in full."""


def write(claim: Claim, key: str, with_doi: bool, whole: frozenset[str], rng: random.Random) -> Entry:  # noqa: FBT001 - a Writer
    """An entry of nobody's style in particular: every fact in a spelling of its own. See `Writer`."""
    pen = Pen(rng, whole)
    style = rng.choice(("unicode", "braced", "inner", "bare", "mixed"))
    spell = accents(style, rng)
    if (
        style != "unicode"
        and not "".join((claim.title, *(n.family + n.given for n in claim.authors))).isascii()
    ):
        pen.used.append(f"accents: {style}")
    biblatex = pen.may("fields: biblatex", 0.25)
    fields = [
        ("author", " and ".join(spell(name) for name in authors(claim.authors, pen))),
        ("title", title(claim, pen, lambda text, markup: latex(text, spell, rng, markup=markup))),
        *_place(claim, pen, lambda text: latex(text, spell, rng), biblatex=biblatex),
        *date(claim.dates, pen, biblatex=biblatex),
        *((("doi", doi(claim.doi, pen)),) if with_doi and claim.doi else ()),
    ]
    if "doi" in dict(fields) and pen.may("doi: in url only", 0.06):
        fields = [
            ("url", f"https://doi.org/{claim.doi}") if name == "doi" else (name, v) for name, v in fields
        ]
    if pen.may("fields: shuffled", 0.1):
        rng.shuffle(fields)
    written = tuple((name, value) for name, value in fields if value)
    kind = _ENTRY_TYPES[claim.kind]
    kind = "online" if biblatex and kind == "misc" else kind
    return Entry(key, kind, written, tuple(pen.used), layout(kind, key, written, rng))


# People


def authors(names: tuple[Name, ...], pen: Pen) -> list[str]:
    """The names as BibTeX has them, without LaTeX."""
    listed = list(names)
    if len(listed) > 1 and listed[-1].group and pen.may("author: no group at the end", 0.3):
        listed.pop()
    others = len(listed) > 2 and pen.may("author: no more than the first, and others", 0.15)
    if others:
        listed = listed[: pen.rng.randint(1, len(listed) - 1)]
    short = pen.may("author: initials", 0.4)
    fewer = not short and pen.may("author: middle names left out", 0.1)
    accentless = any(not n.family.isascii() for n in listed) and pen.may("author: accents left out", 0.1)
    german = not accentless and any(transliterated(n.family) != n.family for n in listed)
    german = german and pen.may("author: ue for ü", 0.1)
    hyphenless = any("-" in n.family for n in listed) and pen.may("author: hyphen left out", 0.15)
    capital = any(has_particle(n.family) for n in listed) and pen.may("author: particle capitalised", 0.1)
    suffixless = any(n.suffix for n in listed) and pen.may("author: suffix left out", 0.3)
    family_first = not pen.may("author: given name first", 0.4)
    straight = any("’" in n.family for n in listed) and pen.may("author: straight apostrophe", 0.5)
    how = initial_style(pen.rng)
    spelled = []
    for name in listed:
        given = from_capitals(name.given) if " " in name.given or len(name.given) > 3 else name.given
        given = initials(given, how) if short and given else given
        given = given.split()[0] if fewer and given else given
        family = name.family if name.group else from_capitals(name.family)
        family = transliterated(family) if german else family
        family = family.replace("’", "'") if straight else family
        family = family.replace("-", " ") if hyphenless and not name.group else family
        family = family[0].upper() + family[1:] if capital else family
        one = Name(family, given, "" if suffixless else name.suffix, name.group)
        text = bibtex_name(one, given, family_first=family_first)
        spelled.append(without_accents(text) if accentless else text)
    return [*spelled, "others"] if others else spelled


# Titles


def title(claim: Claim, pen: Pen, spell: Callable[[str, bool], str]) -> str:
    text = _whole_title(claim, pen)
    markup = "<" in text and not pen.may("title: markup left out", 0.5)
    if re.search(r"<sup>[\d*]+</sup>$", text) and pen.may("title: footnote mark left out", 0.5):
        text = re.sub(r"<sup>[\d*]+</sup>$", "", text)
    text = _in_case(text if markup else plain(text), pen)
    if any(letter in text for letter in GREEK) and pen.may("title: Greek letters spelt out", 0.3):
        text = "".join(GREEK.get(letter, letter) for letter in text)
    if re.match(r"(?:The|An?) ", text) and pen.may("title: article left out", 0.04):
        text = text.partition(" ")[2]
    if "’" in text and pen.may("title: straight apostrophe", 0.5):
        text = text.replace("’", "'")
    if re.search(r"[a-z]-[a-z]", text) and pen.may("title: hyphen left out", 0.08):
        text = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text, count=1)
    if re.search(r"\band\b", text) and pen.may("title: & for and", 0.05):
        text = re.sub(r"\band\b", "&", text)
    if pen.may("title: final full stop", 0.06):
        text += "."
    written = spell(text, markup).replace("–", pen.rng.choice(("–", "--"))).replace("—", "---")
    written = written.replace("“", "``").replace("”", "''")
    if pen.may("title: double braces", 0.2):
        return f"{{{written}}}"
    if "\\" not in written and "$" not in written and pen.may("title: capitals in braces", 0.3):
        return re.sub(r"\b[A-Z]{2,}\b", r"{\g<0>}", written)
    return written


def _whole_title(claim: Claim, pen: Pen) -> str:
    if claim.short_title and pen.may("title: only its own short form", 0.15):
        return claim.short_title
    if claim.subtitle:
        if pen.may("title: no subtitle", 0.3):
            return claim.title
        mark = pen.rng.choice((": ", ". ", " - ", " -- ", "---", "; "))
        pen.used.append(f"title: subtitle after {mark!r}")
        return f"{claim.title.rstrip(':')}{mark}{claim.subtitle}"
    head, colon, tail = claim.title.partition(": ")
    if colon and "<" not in head and "$" not in head:
        if len(content_words(head)) >= 3 and pen.may("title: no words after the colon", 0.08):
            return head
        if pen.may("title: another mark for the colon", 0.15):
            return head + pen.rng.choice((". ", " - ", " -- ", "---", "; ")) + tail
    return claim.title


def _in_case(text: str, pen: Pen) -> str:
    if "$" in text:
        return text
    if plain(text).isupper() and len(text) > 8:
        pen.used.append("title: record in capitals")
        return text if pen.rng.random() < 0.3 else text.capitalize().replace("<SUB>", "<sub>")
    if pen.may("title: sentence case", 0.25):
        return re.sub(r"(?<=\s)[A-Z][a-z]+\b", lambda match: match[0].lower(), text)
    if pen.may("title: title case", 0.25):
        return re.sub(r"(?<=\s)[a-z]{4,}\b", lambda match: match[0].capitalize(), text)
    if pen.may("title: capitals", 0.02):
        return text.upper() if text.isascii() and "<" not in text else text
    return text


# Where it was published


def _place(claim: Claim, pen: Pen, spell: Callable[[str], str], *, biblatex: bool) -> list[tuple[str, str]]:
    name = "booktitle" if claim.kind in _IN_BOOK else "journaltitle" if biblatex else "journal"
    container = spell(journal(claim, pen)) if claim.containers else ""
    if claim.kind in {"book", "monograph"}:
        return [("publisher", spell(claim.publisher))]
    fields = [
        (name, container),
        ("volume", volume(claim, pen)),
        (
            pen.rng.choice(("number", "issue")) if biblatex else "number",
            number(claim, pen),
        ),
        *pages(claim, pen),
    ]
    return [*fields, ("publisher", spell(claim.publisher))] if pen.rng.random() < 0.2 else fields


def volume(claim: Claim, pen: Pen) -> str:
    if not claim.volume or pen.may("volume: no volume", 0.05):
        return ""
    return f"Vol. {claim.volume}" if pen.may("volume: Vol.", 0.02) else claim.volume


def number(claim: Claim, pen: Pen) -> str:
    if not claim.issue or pen.may("number: no number", 0.3):
        return ""
    double = re.fullmatch(r"(\d+)[-–/](\d+)", claim.issue)
    if double and pen.may("number: another mark in a double one", 0.5):
        return f"{double[1]}{pen.rng.choice(('--', '/', '-', '–'))}{double[2]}"
    return claim.issue


def journal(claim: Claim, pen: Pen) -> str:
    """One of the names of the journal or book, in full or abbreviated."""
    full = claim.containers[0]
    if len(claim.containers) > 1 and pen.may("journal: second of its titles", 0.3):
        full = claim.containers[1]
    one = claim.kind == "journal-article"
    if one and claim.short_containers and pen.may("journal: the record's short title", 0.2):
        return claim.short_containers[0].replace(".", "" if pen.rng.random() < 0.3 else ".")
    if len(content_words(full)) > 1 and one and pen.may("journal: abbreviated", 0.3):
        return abbreviated(full, pen.rng)
    if one and len(content_words(full)) > 2 and pen.may("journal: acronym", 0.02):
        return acronym(full)
    if full.startswith("The ") and pen.may("journal: The left out", 0.6):
        full = full[4:]
    if re.search(r"\band\b", full) and pen.may("journal: & for and", 0.3):
        full = re.sub(r"\band\b", "&", full)
    elif " & " in full and pen.may("journal: and for &", 0.5):
        full = full.replace(" & ", " and ")
    head, colon, _ = full.partition(": ")
    if colon and len(content_words(head)) > 1 and pen.may("journal: no words after the colon", 0.3):
        full = head
    return full


def pages(claim: Claim, pen: Pen) -> list[tuple[str, str]]:
    if pen.may("pages: no pages", 0.04):
        return []
    if claim.article_number and (not claim.page or pen.may("pages: article number", 0.5)):
        return [(pen.rng.choice(("pages", "eid", "articleno")), claim.article_number)]
    match = re.fullmatch(r"([A-Za-z]{0,2})(\d+)\s*[-–]\s*([A-Za-z]{0,2})(\d+)", claim.page)
    if not match or "," in claim.page:
        return [("pages", claim.page)] if claim.page else []
    prefix, first, prefix_again, last = match.groups()
    if pen.may("pages: only the first", 0.08):
        return [("pages", prefix + first)]
    if prefix == prefix_again == "" and int(last) > int(first) and pen.may("pages: abbreviated", 0.15):
        last = _abbreviated_last(first, last, pen)
    dash = pen.rng.choice(("--", "--", "-", "–", "---", " -- "))
    start = "pp. " if pen.may("pages: pp.", 0.04) else ""
    return [("pages", f"{start}{prefix}{first}{dash}{prefix_again}{last}")]


def _abbreviated_last(first: str, last: str, pen: Pen) -> str:
    """605 after 595 as 605, 605 after 601 as 05 or 5."""
    if len(first) != len(last):
        return last
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
    return last[pen.rng.randint(min(same, 1), same) :]


def date(dates: tuple[Parts, ...], pen: Pen, *, biblatex: bool) -> list[tuple[str, str]]:
    """Any of the right dates; if they are of two years, either may be cited."""
    if not dates:
        return []
    parts = pen.rng.choice(dates)
    if parts[0] != dates[0][0]:
        pen.used.append("year: not the one in print")
    if biblatex:
        cut = parts[: pen.rng.choice((1, len(parts)))]
        return [("date", "-".join(f"{part:02d}" for part in cut))]
    month = pen.rng.random() < 0.2 and len(parts) > 1
    return [("year", str(parts[0])), *((("month", MONTHS[parts[1] - 1]),) if month else ())]


# The rest


def doi(bare: str, pen: Pen) -> str:
    form = pen.rng.choice(("bare", "bare", "bare", "doi:", "https", "http", "dx", "upper"))
    if form != "bare":
        pen.used.append(f"doi: {form}")
    starts = {
        "doi:": "doi:",
        "https": "https://doi.org/",
        "http": "http://doi.org/",
        "dx": "http://dx.doi.org/",
    }
    text = starts.get(form, "") + (bare.upper() if form == "upper" else bare)
    if "_" in text and pen.may("doi: escaped underscore", 0.5):
        return text.replace("_", r"\_")
    return text


def layout(kind: str, key: str, fields: tuple[tuple[str, str], ...], rng: random.Random) -> str:
    """The entry's text: braces or quotes, any case of names, with or without the last comma."""
    case = rng.choice((str.lower, str.lower, str.title, str.upper))
    quotes = rng.random() < 0.15
    lines = [f"  {case(name)} = {_delimited(name, value, quotes=quotes, rng=rng)}" for name, value in fields]
    return f"@{case(kind)}{{{key},\n" + ",\n".join(lines) + rng.choice((",\n}\n", "\n}\n"))


def _delimited(name: str, value: str, *, quotes: bool, rng: random.Random) -> str:
    if name == "month" or (name in {"year", "volume"} and value.isdecimal() and rng.random() < 0.2):
        return value
    return f'"{value}"' if quotes and '"' not in value else f"{{{value}}}"


def key_of(claim: Claim, number: int) -> str:
    family = (
        re.sub(r"[^a-z]", "", without_accents(claim.authors[0].family).lower()) if claim.authors else "anon"
    )
    return f"{family[:12] or 'anon'}{claim.years[0] if claim.years else ''}n{number}"
