"""Books and what is cited as they are: chapters, conferences, reports, theses, entries of dictionaries.

Citing Medicine, chapters 2 to 6, 18 and 22.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bibproof.model import Work
from bibproof.richtext import RichText, plain, rich
from bibproof.styles._compose import concat, joined
from bibproof.styles._vancouver_dates import event_date, full_date, year_only
from bibproof.styles._vancouver_parts import (
    Setting,
    designated,
    edition,
    imprint,
    in_numbered_series,
    notes,
    pages,
    reference,
    series,
    volume,
)
from bibproof.styles._vancouver_people import creators, names, people_of, secondary, with_role
from bibproof.styles._vancouver_titles import container, sentence_case, small, title

_DOCTORAL = re.compile(r"ph\.?\s*d|doctor|dissertation|phdthesis|diss\b", re.IGNORECASE)
_MASTERS = re.compile(r"master|m\.?\s*(?:sc|a|phil|s)\b\.?|diplom", re.IGNORECASE)
_BACHELORS = re.compile(r"bachelor|b\.?\s*(?:sc|a)\b\.?", re.IGNORECASE)
_ONLY_A_REPORT = re.compile(r"(?:technical|research|tech\.?)?\s*(?:report|rept?\.?)", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d., -]*")
_PAGES_OF_PART = re.compile(r"(?!1\D)\w*\d\s*[-–]+\s*\w*\d")  # from 1 they are the whole book's
_PRESENTED = {"paper": "Paper", "poster": "Poster session", "talk": "Paper", "presentation": "Paper"}


def book(work: Work, setting: Setting) -> RichText:
    """Murray PR, Rosenthal KS. Medical microbiology. 4th ed. St. Louis: Mosby; 2002."""
    whole, part = (container(work), title(work)) if work.container_title else (title(work), ())
    numbered = joined((volume(work), part), ", ") if part else rich(volume(work))
    return reference(
        (
            creators(work, setting.options),
            designated(whole, _designator(work), work),
            edition(work),
            *secondary(work, setting.options, "editor", "translator", "illustrator", "narrator"),
            numbered,
            event(work),
            imprint(work, year_only(work)),
            _place_in_book(work),
            series(work),
            *notes(work, setting),
        )
    )


def _place_in_book(work: Work) -> str:
    """The part of a book that is meant, where it has no title: "Chapter 3; p. 10-20"."""
    number = work.variables.get("chapter-number") or ""
    named = (
        f"Chapter {number}"
        if _NUMBER.fullmatch(number)
        else plain(sentence_case(rich(number), work.language))
    )
    is_part = number or (work.title and _PAGES_OF_PART.fullmatch(work.page or ""))
    return "; ".join(part for part in (named, pages(work) if is_part else "") if part)


def _designator(work: Work) -> str | None:
    return work.variables.get("medium") or work.genre


def event(work: Work) -> str:
    """The conference with its dates and place: "EuroGP 2002; 2002 Apr 3-5; Kinsale, Ireland"."""
    name = work.variables.get("event-title") or ""
    held = _held(work)
    known = (work.container_title or "") + (work.title or "")
    if name and name.casefold() in known.casefold() and work.type != "speech":
        return ""
    return "; ".join(part for part in (name, *held) if part) if name or len(held) > 1 else ""


def _held(work: Work) -> list[str]:
    return [part for part in (event_date(work), work.variables.get("event-place")) if part]


def chapter(work: Work, setting: Setting) -> RichText:
    """Meltzer PS. Chromosome alterations. In: Vogelstein B, editor. The genetic basis of cancer ..."""
    return reference(
        (
            creators(work, setting.options) if work.authors else "",
            _designated_part(work),
            *_host(work, setting),
            imprint(work, year_only(work)),
            pages(work),
            series(work),
            *notes(work, setting),
        )
    )


def _designated_part(work: Work) -> RichText:
    text = title(work)
    return joined((text, f"[{small(work.genre)}]"), " ") if work.genre else text


def _host(work: Work, setting: Setting) -> list[RichText]:
    """What a part stands in: "In: Vogelstein B, editor. The genetic basis of human cancer. 2nd ed."."""
    options = setting.options
    hosts = with_role(work.editors, "editor", options) if work.editors else ""
    if not hosts:
        hosts = names(people_of(work, "container-author"), options)
    whole = designated(container(work), work.variables.get("medium"), work)
    listed = [
        rich(hosts),
        joined((whole, *_held(work)), "; ") if _names_event(work) else whole,
        rich(edition(work)),
        *map(rich, secondary(work, options, "translator")),
        rich("" if in_numbered_series(work) else volume(work)),
        rich(event(work)),
    ]
    found = [text for text in listed if text]
    return [concat("In: ", found[0]), *found[1:]] if found else []


def _names_event(work: Work) -> bool:
    """Whether the proceedings are named after the conference, so that its days and place follow the name."""
    name = work.variables.get("event-title")
    return bool(name) and str(name).casefold() in (work.container_title or "").casefold()


def conference_paper(work: Work, setting: Setting) -> RichText:
    """A paper in proceedings is a chapter of them; one that was only read is a talk."""
    return chapter(work, setting) if work.container_title else talk(work, setting)


def talk(work: Work, setting: Setting) -> RichText:
    """Patrias K. Computer-compiled bibliographies. Paper presented at: 33rd Meeting; 1998 May 11; Leeds."""
    name = work.variables.get("event-title") or work.container_title or ""
    day = event_date(work) or full_date(work)
    held = "; ".join(part for part in (name, day, work.variables.get("event-place")) if part)
    return reference(
        (
            creators(work, setting.options),
            designated(title(work), "" if name else work.genre, work),
            f"{_presented(work.genre or 'paper')} presented at: {held}" if name else held,
            "" if name else imprint(work, ""),
            *notes(work, setting),
        )
    )


def _presented(genre: str) -> str:
    words = genre.lower().split()
    known = (_PRESENTED[word] for word in words[:1] + words[-1:] if word in _PRESENTED)
    return next(known, genre[:1].upper() + genre[1:])


def report(work: Work, setting: Setting) -> RichText:
    """Yen GG. Health monitoring. Final report. Arlington (VA): The Office; 2002 Feb. Report No.: AFR1."""
    if work.container_title:
        return chapter(work, setting)
    kind = work.genre or ""
    if kind.casefold() == (work.title or "").casefold():
        kind = ""
    is_sentence = kind.lower().endswith("report")
    shown = "" if work.number or is_sentence else kind
    if work.type == "standard" and not work.publisher:
        work = replace(work, publisher=work.variables.get("authority"))
    return reference(
        (
            creators(work, setting.options),
            designated(title(work), work.variables.get("medium") or shown, work),
            kind if is_sentence and not _ONLY_A_REPORT.fullmatch(kind) else "",
            edition(work),
            *secondary(work, setting.options, "editor", "translator"),
            imprint(work, full_date(work)),
            _report_number(work),
            series(work),
            *notes(work, setting),
        )
    )


def _report_number(work: Work) -> str:
    if not work.number:
        return ""
    kind = work.genre or ""
    if work.type == "standard":
        return f"Standard No.: {work.number}"
    return f"{'Report' if not kind or kind.lower().endswith('report') else kind} No.: {work.number}"


def thesis(work: Work, setting: Setting) -> RichText:
    """Borkowski MM. Infant sleep and feeding [dissertation]. Mount Pleasant (MI): The University; 2002."""
    return reference(
        (
            creators(work, setting.options),
            designated(title(work), _degree(work.genre or ""), work),
            imprint(work, year_only(work)),
            series(work),
            *notes(work, setting),
        )
    )


def _degree(genre: str) -> str:
    """NLM's word for a thesis: a doctor's is a dissertation."""
    if not genre or _DOCTORAL.search(genre):
        return "dissertation"
    if _MASTERS.search(genre):
        return "master's thesis"
    return "bachelor's thesis" if _BACHELORS.search(genre) else genre


def entry(work: Work, setting: Setting) -> RichText:
    """Dorland's illustrated medical dictionary. 29th ed. Philadelphia: Saunders; 2000. Filamin; p. 675."""
    if work.authors or not work.container_title:
        return chapter(work, setting)
    word = joined((title(work), pages(work)), "; ")
    return reference(
        (
            creators(work, setting.options),
            designated(container(work), work.variables.get("medium"), work),
            edition(work),
            volume(work),
            imprint(work, full_date(work) if work.url else year_only(work)),
            word,
            series(work),
            *notes(work, setting),
        )
    )
