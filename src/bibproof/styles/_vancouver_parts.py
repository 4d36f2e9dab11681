"""What references of all kinds are put together from: titles, designators, imprints, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bibproof.doi import doi_url
from bibproof.listing import Options
from bibproof.model import Work
from bibproof.richtext import Face, RichText, Run, plain, rich
from bibproof.styles._compose import concat, joined, stopped
from bibproof.styles._pages import shortened
from bibproof.styles._vancouver_dates import cited_date, period_text
from bibproof.styles._vancouver_languages import foreign_language
from bibproof.styles._vancouver_places import written_place
from bibproof.styles._vancouver_titles import rich_title, sentence_case, small

_ORDINAL = re.compile(r"(\d+)(?:\s*(?:st|nd|rd|th|e|\.))?(?:\s+ed(?:ition|n)?\.?)?", re.IGNORECASE)
_EDITION_WORD = re.compile(r"\b(?:edition|edn|ed)\b\.?", re.IGNORECASE)
_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_INTERNET = frozenset({"internet", "online", "electronic", "web"})
_ON_SCREENS = frozenset({"webpage", "post", "post-weblog"})
_FORTHCOMING = re.compile(r"forthcoming|in press|accepted|to appear|inpress", re.IGNORECASE)
_AHEAD = re.compile(r"ahead of print|advance (?:online|access)|online first|early view", re.IGNORECASE)
_TOLD_IN_NOTES = re.compile(
    r"(?:contract no|grant no|sponsored by|supported by|epub \d|erratum in|located at|clinical trial reg)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a list is written with: the user's options, and what journals are called."""

    options: Options
    journal: Callable[[Work], str]


Template = Callable[[Work, Setting], RichText]


def designated(text: RichText, designator: str | None, work: Work) -> RichText:
    """A title with what kind of work it is and, of one that is read on the Internet, that it is."""
    said = designator is not None and designator.casefold() in _INTERNET
    online = "Internet" if said or is_online(work) else ""
    if not designator or said:
        return joined((text, f"[{online}]" if online else ""), " ")
    if not text or work.type in _ON_SCREENS:  # words in place of a title, or a kind that is nowhere else
        kind = small(designator) if text else designator
        return joined((text, f"[{kind}]", f"[{online}]" if online else ""), " ")
    return joined((text, f"[{small(designator)}{' on the Internet' if online else ''}]"), " ")


def is_online(work: Work) -> bool:
    """Whether the reference leads to an address; a DOI leads to print and screen alike."""
    return work.doi is None and (bool(work.url) or work.type in _ON_SCREENS)


def edition(work: Work) -> str:
    """Which edition it is: "2nd ed.", "Rev. ed.", "Summer 2019 ed."; empty where the work does not say."""
    text = (work.edition or "").strip()
    if not text:
        return ""
    lower = text.lower().removesuffix(" edition").removesuffix(" ed.").removesuffix(" ed")
    if lower in _ORDINAL_WORDS:
        return f"{ordinal(_ORDINAL_WORDS.index(lower) + 1)} ed."
    number = _ORDINAL.fullmatch(text)
    if number is not None:
        return f"{ordinal(int(number[1]))} ed."
    if lower in ("revised", "rev", "rev."):
        return "Rev. ed."
    named = " ".join(_EDITION_WORD.sub("", text).split())
    return f"{named.strip(' .,')} ed."


def ordinal(number: int) -> str:
    """A number in a row: "1st", "2nd", "11th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def volume(work: Work) -> str:
    """The volume of a book, with its title where it has one: "Vol. 1, History"."""
    name = work.variables.get("volume-title")
    if not work.volume:
        return name or ""
    number = work.volume if work.volume.lower().startswith("vol") else f"Vol. {work.volume}"
    return f"{number}, {name}" if name else number


def imprint(work: Work, date: str) -> str:
    """Place, publisher and date: "St. Louis: Mosby; 2002"; what is not known is left out."""
    where = place_and_publisher(work)
    if is_forthcoming(work):
        return ". ".join(part for part in (where.rstrip("."), forthcoming(date)) if part)
    when = f"{date}{cited(work)}".strip()
    if not when and where and not is_online(work):
        when = "[date unknown]"
    mark = ". " if date.endswith(" -") else "; "  # what still goes on is no date of publication
    return mark.join(part for part in (where, when) if part)


def place_and_publisher(work: Work) -> str:
    place = written_place(work.publisher_place) if work.publisher_place else ""
    return ": ".join(part for part in (place, work.publisher) if part)


def forthcoming(date: str) -> str:
    return f"Forthcoming {date}".rstrip()


def is_forthcoming(work: Work) -> bool:
    return _FORTHCOMING.search(work.variables.get("status") or "") is not None


def is_ahead_of_print(work: Work) -> bool:
    return _AHEAD.search(work.variables.get("status") or "") is not None


def cited(work: Work) -> str:
    """When a page was changed and read: " [updated 2006 Jul 8; cited 2007 Feb 23]"; empty for print."""
    return read_on(work) if is_online(work) else ""


def read_on(work: Work) -> str:
    """`cited` of what stands on the Internet alone, whether a DOI or another address leads there."""
    updated, day = work.periods.get("updated"), cited_date(work)
    parts = [f"updated {period_text(updated)}"] if updated is not None else []
    parts += [f"cited {day}"] if day else []
    return f" [{'; '.join(parts)}]" if parts else ""


def pages(work: Work) -> str:
    """The pages of a part: "p. 93-113"."""
    page = shortened(work.page) if work.page else ""
    if not page and work.article_number:
        return f"Article No.: {work.article_number}"
    return f"p. {page}" if page else ""


def in_numbered_series(work: Work) -> bool:
    """Whether the volume of proceedings is one of the series that they stand in, as in Lecture Notes."""
    return (
        work.type == "paper-conference"
        and bool(work.collection_title and work.volume)
        and "collection-number" not in work.variables
    )


def series(work: Work) -> RichText:
    """The series in parentheses: "(Theories of psychotherapy; vol. 3)"."""
    if not work.collection_title:
        return ()
    number = work.volume if in_numbered_series(work) else work.variables.get("collection-number")
    if number and number.strip("IVXLCivxlc0123456789") == "":
        number = f"vol. {number}"
    name = sentence_case(rich_title(work, "collection-title", work.collection_title), work.language)
    return concat("(", joined((name, number or ""), "; "), ")")


def notes(work: Work, setting: Setting) -> list[RichText]:
    """What follows the imprint: language, contracts and the like, where the work lies, its address."""
    listed: list[RichText | str] = [
        foreign_language(work.language),
        _note(work),
        _located(work),
        *_addresses(work, setting),
    ]
    return [rich(text) if isinstance(text, str) else text for text in listed if text]


def _note(work: Work) -> str:
    """Of notes, only what NLM asks for; the others may be anything."""
    return work.note.strip() if work.note and _TOLD_IN_NOTES.match(work.note.strip()) else ""


def _located(work: Work) -> str:
    names = (work.variables.get(name) for name in ("archive", "archive-place", "archive_location"))
    listed = [name for name in names if name]
    return f"Located at: {'; '.join(listed)}" if listed else ""


def _addresses(work: Work, setting: Setting) -> list[RichText]:
    identifiers = _pubmed(work)
    if work.doi is not None:
        doi = written_doi(work)
        number: list[RichText] = [(Run(setting.options.doi_label), Run(doi, href=doi_url(doi)))]
    else:
        number = [available_from(work.url)] if work.url else []
    return [*number, rich(identifiers)] if identifiers else number


def written_doi(work: Work) -> str:
    """The DOI with the capitals that the user gave it."""
    return work.variables.get("DOI") or work.doi or ""


def available_from(url: str) -> RichText:
    return (Run("Available from: "), Run(url, href=url))


def address(work: Work) -> RichText:
    """Where to find what stands on the Internet alone: a DOI is an address like others."""
    url = doi_url(written_doi(work)) if work.doi is not None else work.url
    return available_from(url) if url else ()


def _pubmed(work: Work) -> str:
    pmid, pmcid = work.pmid or work.variables.get("PMID"), work.variables.get("PMCID")
    parts = [f"PubMed PMID: {pmid}"] if pmid else []
    parts += [f"PubMed Central PMCID: {pmcid}"] if pmcid else []
    return "; ".join(parts)


def reference(parts: Iterable[RichText | str]) -> RichText:
    """The parts as sentences; an address at the end has no full stop, which would be taken for its own."""
    said = [part for part in parts if part]
    runs: list[Run] = []
    text = ""  # what stands before the next run that is more than plain
    for place, part in enumerate(said):
        text += " " if place else ""
        if isinstance(part, str):
            text += part if part[-1] == "." else f"{part}." if part[-1].isalnum() else _stopped(part)
            continue
        is_address = part[-1].href is not None and place == len(said) - 1
        for run in part if is_address else stopped(part):
            if run.face is Face.PLAIN and run.href is None and run.tex is None:
                text += run.text
            else:
                runs += [Run(text), run] if text else [run]
                text = ""
    return (*runs, Run(text)) if text else tuple(runs)


def _stopped(text: str) -> str:
    return plain(stopped(rich(text)))
