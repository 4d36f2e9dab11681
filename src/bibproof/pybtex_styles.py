"""The styles for pybtex and what is built on it: `bibtex_default_style = "apa"` in sphinxcontrib-bibtex.

pybtex finds them by their entry points in the group `pybtex.style.formatting`. Its entries become References
here, and our rich text becomes pybtex's; all between is the style's own work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pybtex import richtext as pybtex_richtext
from pybtex.style import FormattedBibliography, FormattedEntry
from pybtex.style.formatting import BaseStyle

from bibproof.bibtex.dialect import to_work
from bibproof.bibtex.inherit import Family
from bibproof.listing import Entry, Options
from bibproof.model import Reference, Span
from bibproof.richtext import Face, RichText, Run, rich
from bibproof.styles import native_style

_TAGS = (
    (Face.SUBSCRIPT, "sub"),
    (Face.SUPERSCRIPT, "sup"),
    (Face.BOLD, "strong"),
    (Face.ITALIC, "em"),
)
_NOWHERE = Span(0, 0)
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_YEAR = re.compile(r"\((\d{4}[a-z]?|n\.d\.(?:-[a-z])?|in press)\b")
_NOT_IN_LABELS = re.compile(r"[^\w\s.,’'–-]")


class _Style(BaseStyle):  # type: ignore[misc]  # pybtex has no types
    """A style of ours as pybtex's: order and labels are of the list as a whole, so `sort` makes them."""

    name: str
    default_label_style = "number"
    default_sorting_style = "none"

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - pybtex's own options, of many types
        super().__init__(**options)
        self._formatted: dict[str, Entry] = {}
        self._references: dict[str, Reference] = {}
        self._family = Family()
        if options.get("sorting_style") is None:
            self.sort = self._sorted
        if options.get("label_style") is None:
            self.format_labels = self._labels

    def format_bibliography(
        self,
        bib_data: Any,  # noqa: ANN401 - pybtex has no types
        citations: Iterable[str] | None = None,
    ) -> FormattedBibliography:
        for key, entry in bib_data.entries.items():
            self._family.add(key, entry.type, _values(entry))
        return super().format_bibliography(bib_data, citations)

    def format_entry(
        self,
        label: str,
        entry: Any,  # noqa: ANN401 - pybtex has no types
        bib_data: Any = None,  # noqa: ANN401, ARG002 - pybtex gives it
    ) -> FormattedEntry:
        if entry.key not in self._formatted:
            self._format([entry])
        text = self._formatted[entry.key].text or self._title(entry.key)
        return FormattedEntry(entry.key, _to_pybtex(text), label)

    def _title(self, key: str) -> RichText:
        """What stands for a work that the style does not list: pybtex has it in the list all the same."""
        return rich(self._references[key].work.full_title or key)

    def _sorted(self, entries: Iterable[Any]) -> list[Any]:
        by_key = {entry.key: entry for entry in entries}
        return [by_key[entry.key] for entry in self._format(list(by_key.values()))]

    def _format(self, entries: Sequence[Any]) -> list[Entry]:
        """The entries as the style writes them, in its order."""
        for entry in entries:
            self._family.add(entry.key, entry.type, _values(entry))
        references = [self._reference(entry) for entry in entries]
        self._references.update((reference.key, reference) for reference in references)
        formatted = native_style(self.name).entries(references, Options())
        self._formatted.update((entry.key, entry) for entry in formatted)
        return formatted

    def _reference(self, entry: Any) -> Reference:  # noqa: ANN401 - pybtex has no types
        values = self._family.whole(entry.type, _values(entry))
        return Reference(entry.key, to_work(entry.type, values), _NOWHERE, _NOWHERE, entry.type)

    def _labels(self, entries: Iterable[Any]) -> Iterator[str]:
        raise NotImplementedError


class APA(_Style):
    """APA 7; a label is who and when, as a text cites them: "Moss and Berg, 2018a"."""

    name = "apa"

    def _labels(self, entries: Iterable[Any]) -> Iterator[str]:
        used: dict[str, int] = {}
        for entry in entries:
            label = self._label(entry.key)
            used[label] = times = used.get(label, 0) + 1
            yield label if times == 1 else f"{label} {times}"

    def _label(self, key: str) -> str:
        work = self._references[key].work
        names = [person.surname for person in (work.authors or work.editors)]
        year = _YEAR.search("".join(run.text for run in self._formatted[key].text))
        who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names) or work.title or key
        return _NOT_IN_LABELS.sub("", f"{who}, {year[1]}" if year is not None else who)


class Vancouver(_Style):
    """The style of NLM and ICMJE; a label is the number in the list."""

    name = "vancouver"

    def _labels(self, entries: Iterable[Any]) -> Iterator[str]:
        for position, entry in enumerate(entries, 1):
            yield str(self._formatted[entry.key].number or position)


def _values(entry: Any) -> dict[str, str]:  # noqa: ANN401 - pybtex has no types
    """Fields and persons as BibTeX has them: raw, by lower-case name."""
    values = {name.lower(): str(value) for name, value in entry.fields.items()}
    for role, people in entry.persons.items():
        values[role.lower()] = " and ".join(str(person) for person in people)
    return values


def _to_pybtex(text: RichText) -> pybtex_richtext.Text:
    return pybtex_richtext.Text(*[_run_to_pybtex(run) for run in text])


def _run_to_pybtex(run: Run) -> pybtex_richtext.BaseText:
    written = pybtex_richtext.String(run.text)
    for face, tag in _TAGS:
        if run.face & face:
            written = pybtex_richtext.Tag(tag, written)
    if run.href is not None and _LINK.fullmatch(run.href):
        return pybtex_richtext.HRef(run.href, written)
    return written
