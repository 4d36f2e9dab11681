"""The source of an APA reference: where the work is to be found (APA 7, 9.23 to 9.37).

A source is a function from a work, and the people its reference begins with, to sentences without their
full stops. Which kind of work has which source says the table in `_apa_templates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bibproof.model import Person, Work
from bibproof.richtext import Face, RichText, Run
from bibproof.styles._apa_details import behind_title, edition, volumes
from bibproof.styles._apa_journals import in_small_letters
from bibproof.styles._apa_law import office_of_patent
from bibproof.styles._apa_names import Head, in_direct_order, is_named, label, people_of
from bibproof.styles._apa_text import Sentences, container_of, italic, italic_variable, plain, text_of
from bibproof.styles._case import apa_case
from bibproof.styles._compose import concat
from bibproof.styles._pages import dashed

# ------------------------------------------------------------------------------------ periodicals


def journal(work: Work, _head: Head) -> Sentences:
    """As "*Journal*, *12*(3), 101–109"; "*Journal*, *14*(1), Article e0209899"."""
    runs = [*italic_variable(work, "container-title", in_small_letters(work.container_title))]
    issue = dashed(_issue(work) or "")
    after = f"({issue})" if issue else ""
    if work.volume:
        runs += [_COMMA, Run(work.volume, Face.ITALIC)] if runs else [Run(work.volume, Face.ITALIC)]
    elif after and runs:
        after = f", {after}"
    pages = _article(work.article_number) if work.article_number else dashed(work.page or "")
    if _ARTICLE_NUMBER.fullmatch(pages):
        pages = _article(pages)
    if pages:
        after = f"{after}, {pages}"
    if after:
        runs.append(Run(after))
    return [tuple(runs), *_advance(work)]


_COMMA = Run(", ")
_ARTICLE_NUMBER = re.compile(r"[a-z]\d{3,}|[A-Z]\d{5,}|[A-Za-z]{2,4}\d{4,}(?:\.pub\d+)?|\d{6,}")
"""What is no page: "m4941", "CD001234", "117600"."""


def newspaper(work: Work, head: Head) -> Sentences:
    """As a journal; "*The Washington Post*, A2" where section and page are apart."""
    section, page = work.variables.get("section"), work.page
    if section and len(section) == 1 and page and page[0].isdigit():
        pages = ", ".join(f"{section}{part}" for part in re.split(r"\s*,\s*", dashed(page)))
        return [concat(italic_variable(work, "container-title", work.container_title), f", {pages}")]
    return journal(work, head)


def _issue(work: Work) -> str | None:
    supplement = work.variables.get("supplement-number")
    if not supplement:
        return work.issue
    supplement = supplement if supplement.lower().startswith("suppl") else f"Suppl. {supplement}"
    return f"{work.issue}, {supplement}" if work.issue else supplement


def _article(number: str) -> str:
    return number if number.lower().startswith("article") else f"Article {number}"


def _advance(work: Work) -> Sentences:
    status = work.variables.get("status")
    if status is not None and status.lower().startswith(("advance online", "online first", "epub ahead")):
        return [plain("Advance online publication")]
    return []


# ------------------------------------------------------------------------------ books and their parts


def publisher(work: Work, head: Head) -> Sentences:
    """The publishers, "A; B", without those who wrote the work; never their places."""
    return [_publisher(work, head.people)]


_UNITS = (
    "department",
    "school",
    "faculty",
    "institute of",
    "college",
    "division",
    "center",
    "centre",
    "laboratory",
)


def institution(work: Work) -> str | None:
    """The university, behind the department where that stands in the place's stead."""
    place = work.publisher_place or work.variables.get("event-place") or ""
    if work.publisher and place.lower().startswith(_UNITS):
        return f"{place}, {work.publisher}"
    return work.publisher


def _publisher(work: Work, people: Sequence[Person]) -> RichText:
    text = institution(work)
    if not text:
        return ()
    if text != work.publisher:
        return plain(text)
    if not any(is_named(text, (person,)) for person in people) and "; " not in text:
        return text_of(work, "publisher")
    return plain("; ".join(name for name in text.split("; ") if not is_named(name, people)))


def book_part(work: Work, head: Head) -> Sentences:
    """As "In A. Editor & B. Editor (Eds.), *Book* (2nd ed., Vol. 3, pp. 1–20)", and the publisher."""
    return [_whole(work), *publisher(work, head)]


def _whole(work: Work) -> RichText:
    people = _editors_of_whole(work)
    title = container_of(work)
    if not _names_a_conference(work):
        title = apa_case(title, work.language)
    volume_title = text_of(work, "volume-title") if work.volume else ()
    if _is_in_numbered_series(work):
        series = apa_case(text_of(work, "collection-title"), work.language)
        title, volume_title = series, title
    if volume_title:
        if not _names_a_conference(work):
            volume_title = apa_case(volume_title, work.language)
        title = (*title, Run(f": Vol. {work.volume}. "), *volume_title)
    details = ", ".join(
        part for part in (edition(work), "" if volume_title else volumes(work), _pages(work)) if part
    )
    behind = behind_title((_others_of_whole(work), details))
    parts: list[RichText | str] = [f"{people}, " if people else "", italic(title)]
    return concat("In ", *parts, " " if behind else "", behind)


def _is_in_numbered_series(work: Work) -> bool:
    """Whether the volume of proceedings is one of the series that they stand in, as in Lecture Notes."""
    return (
        work.type == "paper-conference"
        and bool(work.collection_title and work.volume)
        and "collection-number" not in work.variables
    )


_CONFERENCES = re.compile(
    r"\b(?:conference|congress|convention|meeting|symposium|workshop|proc\.|conf\.|symp\.)(?!\w)",
    re.IGNORECASE,
)


def _names_a_conference(work: Work) -> bool:
    """Whether the title of the proceedings has the conference's name, which keeps its capitals."""
    return work.type == "paper-conference" and bool(_CONFERENCES.search(work.container_title or ""))


def _editors_of_whole(work: Work) -> str:
    """Who stands before the title of the whole: its authors, or else its editors, with what they did."""
    authors = people_of(work, "container-author")
    if authors:
        return in_direct_order(authors)
    if not work.editors:
        for role in ("editor-translator", "compiler", "editorial-director"):
            if people := people_of(work, role):
                return f"{in_direct_order(people)} ({label(role, len(people))})"
        return ""
    editors = people_of(work, "editor")
    role = label("editor", len(editors))
    if people_of(work, "translator") == editors:
        role = f"{role} & {label('translator', len(editors))}"
    return f"{in_direct_order(editors)} ({role})"


def _others_of_whole(work: Work) -> str:
    if not people_of(work, "container-author") or not work.editors:
        return ""
    return f"{in_direct_order(work.editors)}, {label('editor', len(work.editors))}"


def _pages(work: Work) -> str:
    """As "pp. 1–20", "p. 5", "Article 12"."""
    pages = dashed(work.page) if work.page else ""
    if not pages:
        return _article(work.article_number) if work.article_number else ""
    return f"pp. {pages}" if "–" in pages or "," in pages else f"p. {pages}"


def entry(work: Work, head: Head) -> Sentences:
    """An entry of a reference work: as a part of a book, where it stands in one that has a name."""
    return book_part(work, head) if work.container_title else publisher(work, head)


# --------------------------------------------------------------------------------- reports, theses


def first_other(head: Head, *names: str | None) -> str | None:
    """The first of the names that is not that of who stands at the head."""
    return next((name for name in names if name and not is_named(name, head.people)), None)


_ARCHIVES = {
    "arxiv": "arXiv",
    "biorxiv": "bioRxiv",
    "chemrxiv": "ChemRxiv",
    "eartharxiv": "EarthArXiv",
    "edarxiv": "EdArXiv",
    "engrxiv": "engrXiv",
    "hal": "HAL",
    "medrxiv": "medRxiv",
    "osf": "OSF Preprints",
    "psyarxiv": "PsyArXiv",
    "socarxiv": "SocArXiv",
    "ssrn": "SSRN",
}


def repository(work: Work, head: Head) -> Sentences:
    """The archive that holds a preprint, a data set, a program."""
    archive = _ARCHIVES.get((work.eprint_type or "").lower())
    names = (archive, work.publisher, work.container_title, work.variables.get("archive"))
    name = first_other(head, *names)
    if name is None or name != work.publisher:
        return [plain(_ARCHIVES.get(name.lower(), name) if name else name)]
    return publisher(work, head)


def is_published_thesis(work: Work) -> bool:
    """Whether anybody can get it: from a database, an archive, or an address."""
    if (work.genre or "").lower().startswith("unpublished"):
        return False
    return bool(work.doi or work.url or work.number or work.variables.get("archive"))


def thesis(work: Work, _head: Head) -> Sentences:
    """The database or archive of a published thesis; the university of another one."""
    if is_published_thesis(work):
        return [plain(work.variables.get("archive"))]
    return [plain(institution(work))]


def manuscript(work: Work, _head: Head) -> Sentences:
    """The university; or the archive that holds it, with the shelf and the place."""
    archive = work.variables.get("archive")
    if not archive:
        return [plain(institution(work))]
    shelf = work.variables.get("archive_location") or work.variables.get("call-number")
    place = work.variables.get("archive-place")
    held = f"{archive} ({shelf})" if shelf else archive
    return [plain(f"{held}, {place}" if place else held)]


def archive(work: Work, head: Head) -> Sentences:
    """The archive that holds a recording, behind who published it."""
    return [*publisher(work, head), plain(work.variables.get("archive"))]


def office(work: Work, head: Head) -> Sentences:
    """Who issues a standard."""
    return [plain(first_other(head, work.publisher, work.variables.get("authority")))]


def patent_office(work: Work, head: Head) -> Sentences:
    """Who grants a patent (APA 7, 11.8): told by its country if by nothing else; never who holds it."""
    if work.publisher:
        return publisher(work, head)
    authority = work.variables.get("authority")
    if authority and _GRANTS_PATENTS.search(authority):
        return [plain(authority)]
    return [plain(office_of_patent(work))]


_GRANTS_PATENTS = re.compile(
    r"\b(?:patent|trade ?mark|intellectual property)s?\b.*\b(?:office|organi[sz]ation|agency)\b"
    r"|uspto|wipo",
    re.IGNORECASE,
)
