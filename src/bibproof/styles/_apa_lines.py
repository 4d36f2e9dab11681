"""A reference as an APA list has it: author, date, title, source, and the link that ends it."""

from __future__ import annotations

from typing import NamedTuple

from bibproof.listing import Options
from bibproof.model import Reference, Work
from bibproof.richtext import RichText, Run
from bibproof.styles._apa_comments import about
from bibproof.styles._apa_dates import Shown, shown_date
from bibproof.styles._apa_details import behind_title
from bibproof.styles._apa_links import link, origins
from bibproof.styles._apa_names import Head, head_of, written_head
from bibproof.styles._apa_order import Names, called_and_filed, title_letters
from bibproof.styles._apa_templates import Template, template_of
from bibproof.styles._apa_text import Sentences, one_line, within

IN_TEXT_ONLY = "APA cites a personal communication in the text only: it is not in the list"
NOTHING_TO_SHOW = "there is nothing to show: no author, no title, no address"
NO_TITLE = "no title"


class Line(NamedTuple):
    """A reference and what its place in the list depends on; a tuple, since lists are long."""

    reference: Reference
    work: Work
    template: Template
    head: Head
    date: Shown
    written: tuple[str, ...]  # the names of its people
    names: Names  # what it is filed by: its people, or its title
    title: str
    place: tuple[Names, tuple[int, ...], str, int]

    @property
    def problem(self) -> str | None:
        """Why the reference is not in the list, if it is not."""
        work = self.work
        if work.type == "personal_communication" and not _can_be_found(work):
            return IN_TEXT_ONLY
        if not (self.head.people or self.title or work.url or work.doi or work.genre or work.container_title):
            return NOTHING_TO_SHOW
        return None


def _can_be_found(work: Work) -> bool:
    return bool(work.url or work.doi or work.publisher or work.variables.get("archive"))


def line_of(reference: Reference, work: Work, position: int) -> Line:
    """The reference as the list sees it; `position` is its place in the file, for what is alike else."""
    template = template_of(work)
    head = head_of(work, template.roles)
    date = shown_date(work, template.dating)
    title = work.title or work.container_title or ""
    filed = title_letters(title)
    called = [called_and_filed(person) for person in head.people]
    written = tuple([name for name, _ in called])
    names = tuple([name for _, name in called]) or ((filed, ""),)
    place = (names, date.order, filed, position)
    return Line(reference, work, template, head, date, written, names, title, place)


def written_line(line: Line, letter: str, options: Options) -> RichText:
    """The whole entry; `letter` is that of "2018a"."""
    if line.problem is not None:
        return ()
    work, template = line.work, line.template
    address = link(work, is_undated=line.date.year == "n.d.")
    after = origins(work)
    if template.line is not None:
        return _ended(one_line([template.line(work)]), address, after)
    return _ended(one_line(_sentences(line, letter, options)), address, after)


def _sentences(line: Line, letter: str, options: Options) -> Sentences:
    """Author, date, title and source; the title first where there is no author (APA 7, 9.12)."""
    work, head = line.work, line.head
    title = _title(line)
    date = f"({line.date.lettered(letter)})"
    if head.people:
        by = written_head(head, line.written, every_author=options.all_authors)
        start: Sentences = [by, date, title]
    else:
        start = [title, date]
    return [*start, *line.template.source(work, head)]


def _title(line: Line) -> RichText:
    """The title, with parentheses and brackets behind it; a description stands for one that is missing."""
    work, template = line.work, line.template
    title = template.title(work)
    behind = behind_title(template.details(work, line.head))
    addon = work.variables.get("titleaddon") or ""
    description = template.description(work)
    brackets: list[RichText | str] = [about(work), addon, description if description != addon else ""]
    runs = [*title]
    for part in (behind, *(within("[", part, "]") for part in brackets if part)):
        if part:
            if runs:
                runs.append(_SPACE)
            runs += part
    return tuple(runs)


def _ended(runs: list[Run], address: RichText, after: RichText) -> RichText:
    """The line with its link and what stands behind it; a link has no full stop."""
    for part in (address, after):
        if part:
            if runs:
                runs.append(_SPACE)
            runs += part
    return tuple(runs)


_SPACE = Run(" ")


def problems_of(line: Line) -> tuple[str, ...]:
    """What people should know of the entry: an author, a date may rightly be missing, a title may not."""
    if line.problem is not None:
        return (line.problem,)
    return () if line.work.title or line.work.genre or "titleaddon" in line.work.variables else (NO_TITLE,)
