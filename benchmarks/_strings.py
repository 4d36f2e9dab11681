"""References as strings in a list, in the styles that journals ask for."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from _claims import Claim, Name, plain
from _entries import Entry

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Sep", "Dec")
_IN_BOOKS = frozenset({"proceedings-article", "book-chapter"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a string says, each in the spelling that all styles share."""

    people: Sequence[Name]
    title: str
    year: str
    journal: str
    short: str
    volume: str
    issue: str
    page: str
    book: str  # what a chapter or paper stands in
    publisher: str
    may_cut: bool  # whether the list of authors may be cut

    @property
    def is_article(self) -> bool:
        return bool(self.journal)


def write_string(
    claim: Claim,
    key: str,
    with_doi: bool,  # noqa: FBT001 - a Writer
    whole: frozenset[str],
    rng: random.Random,
) -> Entry:
    """A string under its key in square brackets. See `_entries.Writer`."""
    name = rng.choice(sorted(STYLES)) if claim.authors else "vancouver"
    facts = _facts(claim, whole)
    text = STYLES[name](facts, rng)
    text = re.sub(r"\s+", " ", re.sub(r"([.?!])\.(?=\s|$)", r"\1", text)).strip()
    doi = f"{_doi(claim.doi, rng)}" if with_doi and claim.doi else ""
    noise = (
        ""
        if rng.random() < 0.8
        else rng.choice(
            (" [PubMed]", " [CrossRef] [Google Scholar]", f" PMID: {rng.randrange(10**6, 10**8)}.")
        )
    )
    written = f"[{key}] {text}{doi}{noise}"
    if rng.random() < 0.3:  # wrapped, with a hanging indent
        written = re.sub(r"(.{60,80}?) ", r"\1\n    ", written)
    return Entry(key, "string", (), (f"style: {name}",), written + "\n")


def _facts(claim: Claim, whole: frozenset[str]) -> Facts:
    title = plain(claim.title).rstrip(" .")
    subtitle = plain(claim.subtitle)
    if subtitle and subtitle.lower() not in title.lower():
        title = f"{title}: {subtitle}"
    container = claim.containers[0] if claim.containers else ""
    short = claim.short_containers[0] if claim.short_containers else container
    in_book = claim.kind in _IN_BOOKS
    return Facts(
        people=claim.authors,
        title=title,
        year=str(claim.years[0]) if claim.years else "n.d.",
        journal="" if in_book or claim.kind in ("book", "monograph", "posted-content") else container,
        short=short,
        volume=claim.volume,
        issue=claim.issue,
        page=claim.page or claim.article_number,
        book=container if in_book else "",
        publisher=claim.publisher,
        may_cut="author" not in whole,
    )


def _doi(doi: str, rng: random.Random) -> str:
    return rng.choice(
        (
            f" https://doi.org/{doi}",
            f" doi:{doi}",
            f" DOI: {doi}.",
            f" http://dx.doi.org/{doi}",
            f" doi: {doi}",
        )
    )


# Names


def _initials(given: str, dot: str, space: str) -> str:
    parts = [part for part in re.split(r"[\s.]+", given) if part]
    return space.join(
        "-".join(piece[0].upper() + dot for piece in part.split("-") if piece) for part in parts
    )


def _inverted(name: Name) -> str:
    tail = f", {name.suffix}" if name.suffix else ""
    return f"{name.family}, {_initials(name.given, '.', ' ')}{tail}" if name.given else name.family


def _tight(name: Name) -> str:
    return f"{name.family}, {_initials(name.given, '.', '')}" if name.given else name.family


def _medical(name: Name) -> str:
    tail = f" {name.suffix.rstrip('.')}" if name.suffix else ""
    return f"{name.family} {_initials(name.given, '', '')}{tail}" if name.given else name.family


def _direct(name: Name) -> str:
    return f"{_initials(name.given, '.', ' ')} {name.family}".strip()


def _in_full(name: Name) -> str:
    return f"{name.given} {name.family}".strip()


def _in_full_inverted(name: Name) -> str:
    return f"{name.family}, {name.given}".strip(" ,")


def _listed(
    facts: Facts, form: Callable[[Name], str], most: int, kept: int, last: str = ", ", etal: str = ", et al."
) -> str:
    names = [form(name) for name in facts.people]
    if not names:
        return ""
    if len(names) > most and facts.may_cut:
        return ", ".join(names[:kept]) + etal
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]


def _chicago_names(facts: Facts) -> str:
    first, rest = _in_full_inverted(facts.people[0]), [_in_full(name) for name in facts.people[1:]]
    if len(rest) > 9 and facts.may_cut:
        return ", ".join([first, *rest[:6]]) + ", et al."
    return first if not rest else ", ".join([first, *rest[:-1]]) + ", and " + rest[-1]


def _dot(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _dash(page: str) -> str:
    return page.replace("-", "–")


def _in(facts: Facts, label: str = "In ") -> str:
    pages = f" (pp. {_dash(facts.page)})" if facts.page else ""
    return f"{label}{facts.book}{pages}. {facts.publisher}." if facts.book else f"{facts.publisher}."


def _numbers(facts: Facts, comma: str = ", ", colon: str = ", ", issue: str = "({})") -> str:
    volume = f"{comma}{facts.volume}" if facts.volume else ""
    number = issue.format(facts.issue) if facts.volume and facts.issue else ""
    return volume + number + (f"{colon}{_dash(facts.page)}" if facts.page else "")


# Styles


def _apa(facts: Facts, _rng: random.Random) -> str:
    people = _listed(
        facts, _inverted, 20, 19, ", & ", f", … {_inverted(facts.people[-1])}" if facts.people else ""
    )
    rest = f"{facts.journal}{_numbers(facts)}." if facts.is_article else _in(facts)
    return f"{_dot(people)} ({facts.year}). {_dot(facts.title)} {rest}"


def _vancouver(facts: Facts, rng: random.Random) -> str:
    head = f"{_dot(_listed(facts, _medical, 6, rng.choice((3, 6))))} {_dot(facts.title)}"
    if not facts.is_article:
        return f"{head} {_in(facts, 'In: ')} {facts.year}."
    month = rng.choice(("", f" {rng.choice(_MONTHS)}", f" {rng.choice(_MONTHS)} {rng.randint(1, 28)}"))
    numbers = _numbers(facts, ";", ":").replace("–", "-")
    epub = f" Epub {facts.year} Feb 3." if rng.random() < 0.2 else ""
    return f"{head} {_dot(facts.short)} {facts.year}{month}{numbers}.{epub}"


def _harvard(facts: Facts, _rng: random.Random) -> str:
    people = _listed(facts, _inverted, 3, 1, " and ", " et al.")
    if not facts.is_article:
        return f"{people} ({facts.year}) {_dot(facts.title)} {_in(facts, 'In: ')}"
    return f"{people} ({facts.year}) ‘{facts.title}’, {facts.journal}{_numbers(facts, colon=', pp. ')}."


def _chicago(facts: Facts, rng: random.Random) -> str:
    if not facts.is_article:
        where = f"In {facts.book}, {_dash(facts.page)}. {facts.publisher}" if facts.book else facts.publisher
        return f"{_dot(_chicago_names(facts))} {facts.year}. “{_dot(facts.title)}” {where}."
    issue = rng.choice((" ({})", ", no. {}"))
    if rng.random() < 0.5:
        numbers = _numbers(facts, " ", ": ", issue)
        return f"{_dot(_chicago_names(facts))} {facts.year}. “{_dot(facts.title)}” {facts.journal}{numbers}."
    number = f", no. {facts.issue}" if facts.issue and facts.volume else ""
    pages = f": {_dash(facts.page)}" if facts.page else ""
    volume = f" {facts.volume}" if facts.volume else ""
    numbers = f"{volume}{number} ({facts.year}){pages}"
    return f"{_dot(_chicago_names(facts))} “{_dot(facts.title)}” {facts.journal}{numbers}."


def _mla(facts: Facts, _rng: random.Random) -> str:
    people = _in_full_inverted(facts.people[0])
    if len(facts.people) == 2:
        people += f", and {_in_full(facts.people[1])}"
    elif len(facts.people) > 2:
        people = f"{people}, et al" if facts.may_cut else _chicago_names(facts)
    where = facts.journal or facts.book or facts.publisher
    volume = f", vol. {facts.volume}" if facts.volume and facts.is_article else ""
    number = f", no. {facts.issue}" if facts.issue and volume else ""
    pages = f", pp. {_dash(facts.page)}" if facts.page else ""
    return f"{_dot(people)} “{_dot(facts.title)}” {where}{volume}{number}, {facts.year}{pages}."


def _ieee(facts: Facts, rng: random.Random) -> str:
    people = _listed(facts, _direct, 6, 1, ", and " if len(facts.people) > 2 else " and ", " et al.")
    where = facts.short if facts.is_article else f"in {facts.book}" if facts.book else facts.publisher
    volume = f", vol. {facts.volume}" if facts.volume and facts.is_article else ""
    number = f", no. {facts.issue}" if facts.issue and volume else ""
    label = "pp." if "-" in facts.page else "Art. no."
    pages = f", {label} {_dash(facts.page)}" if facts.page else ""
    month = rng.choice(("", f"{rng.choice(_MONTHS)}. "))
    return f"{people}, “{facts.title},” {where}{volume}{number}{pages}, {month}{facts.year}."


def _nature(facts: Facts, _rng: random.Random) -> str:
    people = _listed(facts, _inverted, 5, 1, " & ", " et al.")
    where = facts.short if facts.is_article else f"in {facts.book}" if facts.book else facts.publisher
    volume = f" {facts.volume}" if facts.volume and facts.is_article else ""
    pages = f", {_dash(facts.page)}" if facts.page else ""
    return f"{_dot(people)} {_dot(facts.title)} {where}{volume}{pages} ({facts.year})."


def _elsevier(facts: Facts, rng: random.Random) -> str:
    if not facts.is_article:
        where = _in(facts, "in: ").rstrip(".")
        return f"{_listed(facts, _direct, 99, 99)}, {facts.title}, {where}, {facts.year}."
    if rng.random() < 0.5:
        volume = f" {facts.volume}" if facts.volume else ""
        page = f" {_dash(facts.page)}" if facts.page else ""
        return (
            f"{_listed(facts, _direct, 99, 99)}, {facts.title}, {facts.short}{volume} ({facts.year}){page}."
        )
    numbers = _numbers(facts, " ", ", ", " ({})")
    return f"{_listed(facts, _tight, 99, 99)}, {facts.year}. {_dot(facts.title)} {facts.short}{numbers}."


def _springer(facts: Facts, rng: random.Random) -> str:
    where = (
        f"{facts.short}{_numbers(facts, ' ', ':')}" if facts.is_article else _in(facts, "In: ").rstrip(".")
    )
    if rng.random() < 0.6:
        return f"{_listed(facts, _medical, 99, 99)} ({facts.year}) {_dot(facts.title)} {where}."
    where = f"{facts.journal}{_numbers(facts, ' ')}" if facts.is_article else where
    return f"{_listed(facts, _inverted, 99, 99)}: {_dot(facts.title)} {where} ({facts.year})."


def _acs(facts: Facts, _rng: random.Random) -> str:
    people = "; ".join(_inverted(name) for name in facts.people)
    where = (
        f"{facts.short} {facts.year}{_numbers(facts, ', ', ', ', ' ({})')}"
        if facts.is_article
        else f"{_in(facts)} {facts.year}"
    )
    return f"{_dot(people)} {_dot(facts.title)} {where}."


STYLES: dict[str, Callable[[Facts, random.Random], str]] = {
    "acs": _acs,
    "apa": _apa,
    "chicago": _chicago,
    "elsevier": _elsevier,
    "harvard": _harvard,
    "ieee": _ieee,
    "mla": _mla,
    "nature": _nature,
    "springer": _springer,
    "vancouver": _vancouver,
}
