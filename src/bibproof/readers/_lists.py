"""From the items of a list to a Library: what is a reference becomes one, what is not is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bibproof.model import Broken, Library, Reference, Span
from bibproof.readers._strings import Clean, clean, looks_like_reference, reference_of
from bibproof.readers._strings.lists import Item

Links = Sequence[tuple[str, int]]

_NOTHING = "no reference was found: expected a list of them, or a section called References"
_NOT_READ = "this does not look like a reference: it has no year, and no number that names a work"


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a list stands in."""

    text: str
    path: Path | None
    encoding: str


def library_of(items: Iterable[Item], source: Source, links: Links = ()) -> Library:
    """A library of the items that are references; keys are the list's own numbers, else 1, 2, 3 ..."""
    cleaned = _cleaned(items, links)
    references: list[Reference] = []
    broken: list[Broken] = []
    labels = Counter(item.label for item, _ in cleaned)
    has_own = all(item.label and labels[item.label] == 1 for item, _ in cleaned)
    for number, (item, text) in enumerate(cleaned, 1):
        key = item.label if has_own and item.label else str(number)
        if looks_like_reference(text):
            references.append(reference_of(key, _key_span(item, text), text))
        else:
            broken.append(Broken(text.whole, _NOT_READ, key, minor=True))
    if not references:
        line_end = source.text.find("\n")
        end = len(source.text) if line_end < 0 else line_end
        broken = [Broken(Span(0, end), _NOTHING)]
    return Library(
        source.path, source.text, tuple(references), tuple(broken), source.encoding, is_bibtex=False
    )


def _cleaned(items: Iterable[Item], links: Links) -> list[tuple[Item, Clean]]:
    """The items in one line each; what is nothing but links ("CrossRef | PubMed") goes with that before."""
    cleaned: list[tuple[Item, Clean]] = []
    for item in items:
        text = clean(item.chars, _links_within(item, links))
        if text.text:
            cleaned.append((item, text))
        elif cleaned:
            before, its_text = cleaned[-1]
            cleaned[-1] = (before, replace(its_text, links=its_text.links + text.links))
    return cleaned


def _key_span(item: Item, text: Clean) -> Span:
    """The number of a reference, or its first word."""
    if item.label_chars:
        return Span(item.label_chars[0][1], item.label_chars[-1][1] + 1)
    return text.span(0, max(len(text.text.split(" ", 1)[0]), 1))


def _links_within(item: Item, links: Links) -> list[tuple[str, Span]]:
    if not links or not item.chars:
        return []
    start, end = item.chars[0][1], item.chars[-1][1]
    return [(address, Span(place, place)) for address, place in links if start <= place <= end + 1]
