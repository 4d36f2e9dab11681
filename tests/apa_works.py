"""Works made by hand, and what the APA style makes of them, for the tests of `styles/apa.py`."""

from __future__ import annotations

from collections.abc import Iterable

from bibproof.listing import Citation, Entry, Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.richtext import Face, RichText
from bibproof.styles.apa import apa

NOWHERE = Span(0, 0)


def person(name: str, **more) -> Person:
    """ "Lee, A. B." or "Lee, A. B., Jr."; a name without a comma is a family name alone."""
    family, _, rest = name.partition(", ")
    given, _, suffix = rest.partition(", ")
    return Person(family=family, given=given or None, suffix=suffix or None, **more)


def people(*names: str) -> tuple[Person, ...]:
    """Persons, or groups where a name is in braces."""
    return tuple(Person(literal=name[1:-1]) if name.startswith("{") else person(name) for name in names)


def day(*parts: int) -> Date:
    return Date(*parts)


def days(start: tuple[int, ...], end: tuple[int, ...] | None = None, **more) -> Period:
    return Period(Date(*start), None if end is None else Date(*end), **more)


def referenced(works: Iterable[Work]) -> list[Reference]:
    """The works as references with the keys "w1", "w2" ..."""
    return [Reference(f"w{number}", work, NOWHERE, NOWHERE) for number, work in enumerate(works, start=1)]


def entries(*works: Work, options: Options | None = None) -> list[Entry]:
    return apa.entries(referenced(works), options or Options())


def html(text: RichText) -> str:
    return "".join(f"<i>{run.text}</i>" if run.face & Face.ITALIC else run.text for run in text).replace(
        "</i><i>", ""
    )


def shown(work: Work) -> str:
    """The work's entry, its italics as HTML."""
    [entry] = entries(work)
    return html(entry.text)


def lines(*works: Work) -> list[str]:
    return [html(entry.text) for entry in entries(*works)]


def cited(works: Iterable[Work], *keys: str | tuple[str, str]) -> str:
    return html(apa.cite(referenced(works), _citations(keys), Options()))


def in_sentence(works: Iterable[Work], *keys: str | tuple[str, str]) -> str:
    return html(apa.cite_in_sentence(referenced(works), _citations(keys), Options()))


def _citations(keys: Iterable[str | tuple[str, str]]) -> list[Citation]:
    return [Citation(key) if isinstance(key, str) else Citation(*key) for key in keys]
