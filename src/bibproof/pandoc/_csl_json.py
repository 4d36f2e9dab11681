"""Works as CSL-JSON items (https://github.com/citation-style-language/schema, csl-data.json).

Text in CSL-JSON may hold a little HTML, and has no way to write a "<" that is none. So each "<" travels as a
character of private use, and so does each formula; `Wires.back` puts them where they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bibproof.listing import Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.pandoc._prepare import journal_titles, wording
from bibproof.richtext import Face, RichText, Run, rich
from bibproof.styles._apa_law import country_of_patent, office_of_patent

Item = dict[str, Any]


def _each(names: str) -> frozenset[str]:
    return frozenset(names.split())


_TEXTS = {
    "container_title": "container-title",
    "collection_title": "collection-title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "edition": "edition",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "genre": "genre",
    "pmid": "PMID",
    "url": "URL",
    "language": "language",
    "note": "note",
}
_NOT_PRINTED = frozenset({"URL", "language"})  # addresses and codes are no text with markup
_VARIABLES = _each(
    """archive archive_collection archive_location archive-place authority call-number chapter-number
    collection-number committee container-title-short dimensions division DOI event-place event-title
    jurisdiction medium number-of-pages number-of-volumes original-publisher original-publisher-place
    original-title part-number part-title PMCID PMID references reviewed-genre reviewed-title scale section
    source status supplement-number title-short version volume-title"""
)
_ROLES = _each(
    """chair collection-editor compiler composer container-author contributor curator director
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer series-creator
    translator"""
)
_DATES = frozenset({"issued", "event-date", "original-date", "accessed", "available-date", "submitted"})
_TAGS = {
    Face.ITALIC: ("<i>", "</i>"),
    Face.BOLD: ("<b>", "</b>"),
    Face.SUBSCRIPT: ("<sub>", "</sub>"),
    Face.SUPERSCRIPT: ("<sup>", "</sup>"),
    Face.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    Face.KEPT: ('<span class="nocase">', "</span>"),
}
_LESS_THAN, _FIRST_FORMULA, _LAST = 0xF0000, 0xF0001, 0xFFFFD
_PRIVATE = re.compile(f"[{chr(_LESS_THAN)}-{chr(_LAST)}]")


class Wires:
    """What can't be sent as it is: how it is sent, and what it was."""

    def __init__(self) -> None:
        self._formulas: list[Run] = []

    def text(self, text: str) -> str:
        """Plain text as CSL-JSON has it."""
        return _PRIVATE.sub("\ufffd", text).replace("<", chr(_LESS_THAN))

    def wording(self, work: Work, name: str, text: RichText) -> RichText:
        """A text of a work as the styles want it."""
        return wording(work, name, text)

    def markup(self, text: RichText) -> str:
        """Rich text as CSL-JSON has it."""
        return "".join(self._marked(run) for run in text)

    def _marked(self, run: Run) -> str:
        if run.tex is None:
            sent = self.text(run.text)
        else:
            self._formulas.append(run)
            sent = chr(_FIRST_FORMULA + len(self._formulas) - 1)
        for face, (opening, closing) in _TAGS.items():
            if face in run.face:
                sent = f"{opening}{sent}{closing}"
        return sent

    def back(self, text: RichText) -> RichText:
        """A text that came back, with what was sent otherwise in its place."""
        return tuple(piece for run in text for piece in self._received(run))

    def _received(self, run: Run) -> Iterator[Run]:
        start = 0
        for match in _PRIVATE.finditer(run.text):
            if match.start() > start:
                yield Run(run.text[start : match.start()], run.face, run.href)
            number = ord(match[0]) - _FIRST_FORMULA
            known = self._formulas[number] if 0 <= number < len(self._formulas) else Run("<")
            yield Run(known.text, run.face, run.href, known.tex)
            start = match.end()
        if start < len(run.text):
            yield Run(run.text[start:], run.face, run.href, run.tex)


class _AsRegistered(Wires):
    """Nothing has to come back: titles keep their case, and a "<" is one."""

    def text(self, text: str) -> str:
        return text

    def wording(self, work: Work, name: str, text: RichText) -> RichText:  # noqa: ARG002 - as it is
        return text


def csl_data(key: str, work: Work) -> Item:
    """A work as an item of CSL-JSON, for other programs."""
    found = _item(Reference(key, work, Span(0, 0), Span(0, 0)), _AsRegistered())
    del found["citation-key"]
    return {"id": key, **found}


def items(references: Iterable[Reference], options: Options, wires: Wires) -> list[Item]:
    """The references' works as CSL-JSON, under identifiers of ours: keys may be anything, and twice there."""
    titles = journal_titles(options)
    return [
        _item(reference, wires)
        | {"id": identifier(number)}
        | {name: wires.text(title) for name, title in titles(reference.work).items()}
        for number, reference in enumerate(references)
    ]


def identifier(number: int) -> str:
    """What the item of the reference of that number, from 0, is called."""
    return f"r{number}"


def _item(reference: Reference, wires: Wires) -> Item:
    work = reference.work
    found: Item = {
        "type": work.type,
        "citation-key": wires.text(reference.key),
        "title": _title(work, wires),
        "DOI": work.doi,
        "ISBN": " ".join(work.isbn),
        "ISSN": " ".join(work.issn),
    }
    for attribute, name in _TEXTS.items():
        found[name] = _text(work, name, getattr(work, attribute), wires)
    for name, value in work.variables.items():
        if name in _VARIABLES:
            found[name] = _text(work, name, value, wires)
    if "container-subtitle" in work.variables:
        subtitle = work.variables["container-subtitle"]
        found["container-title"] = _titles(
            work, "container-title", work.container_title, "container-subtitle", subtitle, wires
        )
    if work.article_number and work.page in {None, work.article_number}:
        found["page"] = None
        found["number" if work.type == "article-journal" else "page"] = wires.text(work.article_number)
    if work.type == "patent":
        found |= _patent(work)
    found |= _platform(work, found)
    found |= _people(work)
    found |= _dates(work)
    return {name: value for name, value in found.items() if value}


def _patent(work: Work) -> Item:
    """Whose patent it is, and which office granted it; CSL has no variable for who holds it."""
    country, office = country_of_patent(work), office_of_patent(work)
    genre = work.genre or "Patent"
    if genre == "Patent" and (work.number or "")[:1].isdigit():
        genre = f"{country} Patent".strip()
    return {
        "genre": genre,
        "authority": office or ("" if work.publisher else work.variables.get("authority")),
    }


def _platform(work: Work, found: Item) -> Item:
    """The site that a work stands on, where CSL looks for it; a note that only names it is none."""
    platform = work.variables.get("platform")
    name = "container-title" if work.type in _ON_SITES else "publisher"
    more: Item = {} if platform is None or found.get(name) else {name: platform}
    if work.note is not None and work.note in (platform, work.genre):
        more["note"] = None
    return more


_ON_SITES = frozenset({"post", "post-weblog", "webpage"})


def _title(work: Work, wires: Wires) -> str:
    text = _titles(work, "title", work.title, "subtitle", work.subtitle, wires) or ""
    translated = work.variables.get("translated-title")
    return f"{text} [{wires.text(translated)}]" if translated else text


def _text(work: Work, name: str, plain: str | None, wires: Wires) -> str | None:
    if plain is None or name in _NOT_PRINTED:
        return plain
    return wires.markup(wires.wording(work, name, work.rich.get(name) or rich(plain)))


def _titles(
    work: Work, name: str, title: str | None, subname: str, subtitle: str | None, wires: Wires
) -> str | None:
    """A title with its subtitle."""
    first = work.rich.get(name) or rich(title or "")
    second = work.rich.get(subname) or rich(subtitle or "")
    joint = "" if not first or not second else " " if first[-1].text.endswith(("?", "!", "…")) else ": "
    return wires.markup(wording(work, name, (*first, *rich(joint), *second)))


def _people(work: Work) -> Mapping[str, list[Item]]:
    authors = tuple(person for person in work.authors if not _is_named_by_role(person, work))
    roles = {"author": authors, "editor": work.editors}
    roles |= {role: people for role, people in work.people.items() if role in _ROLES}
    found = {role: [_name(person) for person in people] for role, people in roles.items()}
    if work.et_al and found["author"]:
        found["author"].append({"literal": "others"})
    if work.editors_et_al and found["editor"]:
        found["editor"].append({"literal": "others"})
    return found


def _is_named_by_role(person: Person, work: Work) -> bool:
    """Whether an author is one because of a role that CSL has a variable for: a film's director."""
    return person.role is not None and any(
        (other.family, other.given, other.literal) == (person.family, person.given, person.literal)
        for role, people in work.people.items()
        for other in people
        if role in _ROLES
    )


def _name(person: Person) -> Item:
    if person.literal is not None:
        return {"literal": person.literal}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def _dates(work: Work) -> Mapping[str, Item]:
    periods: dict[str, Period] = {}
    if work.issued is not None:
        periods["issued"] = Period(work.issued)
    if work.accessed is not None:
        periods["accessed"] = Period(work.accessed)
    periods |= {name: period for name, period in work.periods.items() if name in _DATES}
    return {name: _date(period) for name, period in periods.items()}


def _date(period: Period) -> Item:
    if period.start is None:
        return {"literal": period.literal} if period.literal else {}
    parts = [_parts(period.start)]
    if period.end is not None:
        parts.append(_parts(period.end))
    elif period.is_open:
        parts.append([0])  # how pandoc has it; CSL-JSON has no open dates
    found: Item = {"date-parts": parts}
    if period.season is not None:
        found["season"] = period.season
    if period.circa:
        found["circa"] = True
    return found


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part is not None]
