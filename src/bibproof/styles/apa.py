"""APA 7: the Publication Manual's author–date style (7th edition, chapters 8 to 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bibproof.listing import Citation, Entry, Options
from bibproof.model import Reference, Work
from bibproof.richtext import RichText
from bibproof.styles._apa_lines import Line, line_of, problems_of, written_line
from bibproof.styles._apa_order import year_letters
from bibproof.styles._journals import journal_names
from bibproof.styles._quotes import typographic_runs


class Apa:
    """The list in the order of its authors, and the citations that lead to it."""

    def entries(self, references: Sequence[Reference], options: Options) -> list[Entry]:
        """The list by author, year and title; works of the same people in the same year have letters."""
        entries = []
        for line, letter in _ordered(references, options):
            text = typographic_runs(written_line(line, letter, options))
            entries.append(Entry(line.reference.key, text, problems=problems_of(line)))
        return entries

    def cite(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """As "(Greenway et al., 2010; Lee et al., 2018)". Raises KeyError for a key that it has not."""
        from bibproof.styles._apa_citations import cited_in_parentheses

        return typographic_runs(cited_in_parentheses(_ordered(references, options), citations))

    def cite_in_sentence(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """As "Greenway et al. (2010)". Raises KeyError for a key that it has not."""
        from bibproof.styles._apa_citations import cited_in_sentence

        return typographic_runs(cited_in_sentence(_ordered(references, options), citations))


apa = Apa()


def _ordered(references: Sequence[Reference], options: Options) -> list[tuple[Line, str]]:
    """The references in the list's order, each with its letter, mostly none."""
    works = _works(references, options)
    lines = [
        line_of(reference, work, position)
        for position, (reference, work) in enumerate(zip(references, works, strict=True))
    ]
    lines.sort(key=lambda line: line.place)
    return list(zip(lines, year_letters([(line.names, line.date.year) for line in lines]), strict=True))


def _works(references: Sequence[Reference], options: Options) -> list[Work]:
    """The works, their journals abbreviated where the user wants it."""
    works = [reference.work for reference in references]
    if options.journals != "abbreviated":
        return works
    name = journal_names(options)
    return [_abbreviated(work, name(work)) if work.type == "article-journal" else work for work in works]


def _abbreviated(work: Work, journal: str) -> Work:
    if not journal or journal == work.container_title:
        return work
    rich = {variable: text for variable, text in work.rich.items() if variable != "container-title"}
    return replace(work, container_title=journal, rich=rich)
