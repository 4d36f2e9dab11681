"""Laws, cases and patents. For laws NLM follows the Bluebook (Citing Medicine, chapter 11, and appendix)."""

from __future__ import annotations

import re

from bibproof.model import Date, Work
from bibproof.richtext import RichText
from bibproof.styles._compose import concat, joined
from bibproof.styles._pages import shortened
from bibproof.styles._vancouver_dates import full_date
from bibproof.styles._vancouver_parts import Setting, notes, reference
from bibproof.styles._vancouver_people import names, with_role
from bibproof.styles._vancouver_titles import title, title_as_it_is

_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_COUNTRIES = {
    "AU": "Australian", "CA": "Canadian", "CN": "Chinese", "DE": "German", "EP": "European",
    "FR": "French", "GB": "United Kingdom", "JP": "Japanese", "KR": "Korean", "US": "United States",
    "WO": "World",
}  # fmt: skip
_CODE = re.compile(r"([A-Z]{2})[ -]?\d")
_PATENT_KEY = re.compile(r"(?:patent|patreq|country)(de|es|eu|fr|it|uk|us|wo)?")
"""biblatex's keys of patents, requests and countries (manual, 4.9.2.11)."""
_KEY_COUNTRIES = {
    "de": "German", "es": "Spanish", "eu": "European", "fr": "French", "it": "Italian",
    "uk": "United Kingdom", "us": "United States", "wo": "World",
}  # fmt: skip
_PATENT_OFFICE = re.compile(
    r"\b(?:patent|trademark|intellectual property)\b.*\b(?:office|organi[sz]ation|agency)\b|uspto|wipo",
    re.IGNORECASE,
)
_OF_COUNTRY = re.compile(r"(.+) patent(?: application)?", re.IGNORECASE)
_PUBLIC_LAW = re.compile(r"\d{2,3}-\d{1,4}")
_SUPREME_COURT = re.compile(r"U\. ?S\.(?: Reports)?|United States Reports", re.IGNORECASE)
_UNITED_STATES = re.compile(r"^u\.?\s?s\.?a?\.?$", re.IGNORECASE)


def law(work: Work, setting: Setting) -> RichText:
    """Veterans Hearing Loss Compensation Act of 2002, Pub. L. No. 107-9, 115 Stat. 11 (May 24, 2001)."""
    name = title_as_it_is(work) or concat(names(work.authors, setting.options))
    committee = work.variables.get("committee")
    if committee and work.type == "hearing":
        name = concat(name, f": Hearing Before the {committee}")
    listed: list[RichText | str] = [
        name,
        _number(work),
        _reporter(work),
        work.variables.get("chapter-number") or "",
        _congress(work),
    ]
    day = _date(work)
    court = _court(work)
    inside = " ".join(part for part in (court, day) if part)
    text = joined(listed, ", ")
    return reference((joined((text, f"({inside})" if inside else ""), " "), *notes(work, setting)))


def _number(work: Work) -> str:
    """The law's number: of one that has only that of the United States' laws, "Pub. L. No. 114-95"."""
    number = work.number or ""
    is_english = (work.language or "en").lower().startswith(("en", "american"))
    is_public_law = work.type == "legislation" and is_english and _PUBLIC_LAW.fullmatch(number)
    return f"Pub. L. No. {number}" if is_public_law else number


def _congress(work: Work) -> str:
    """The Congress of a bill or hearing whose session is not told by itself: "113th Cong."."""
    is_told = work.type not in ("bill", "hearing") or "chapter-number" in work.variables
    return "" if is_told else work.variables.get("authority") or ""


def _court(work: Work) -> str | None:
    """The court that decided a case; that whose reporter is "U.S." needs no name."""
    if work.type != "legal_case" or _SUPREME_COURT.fullmatch(work.container_title or ""):
        return None
    return work.variables.get("authority")


def _reporter(work: Work) -> str:
    """Volume, reporter or code, and where in it: "115 Stat. 11", "21 C.F.R. Sect. 870.4430"."""
    section = work.variables.get("section")
    where = f"Sect. {section.removeprefix('§').strip()}" if section else shortened(work.page or "")
    code = work.container_title or ""
    return " ".join(part for part in (work.volume, code, where) if part) if code else where


def _date(work: Work) -> str:
    date = work.issued
    if date is None:
        return full_date(work)
    return _american(date) if date.month and 1 <= date.month <= len(_MONTHS) else str(date.year)


def _american(date: Date) -> str:
    month = _MONTHS[(date.month or 1) - 1]
    return f"{month} {date.year}" if date.day is None else f"{month} {date.day}, {date.year}"


def patent(work: Work, setting: Setting) -> RichText:
    """Pagedas AC, inventor; Ancel, assignee. Device. United States patent US 20020103498. 2002 Aug 1."""
    inventors = with_role(work.authors, "inventor", setting.options)
    return reference(
        (
            "; ".join(part for part in (inventors, _assignee(work)) if part),
            title(work),
            _patent_number(work),
            full_date(work),
            *notes(work, setting),
        )
    )


def _assignee(work: Work) -> str:
    """Whose patent it is: biblatex's holder. The office or the country that grants it is no owner."""
    owners = (work.variables.get("authority"), work.publisher)
    owner = next((owner for owner in owners if owner and not _grants_patents(owner)), None)
    if not owner:
        return ""
    return f"{owner}, assignees" if "; " in owner else f"{owner}, assignee"


def _grants_patents(name: str) -> bool:
    is_country = name in _COUNTRIES or name in _COUNTRIES.values() or _UNITED_STATES.match(name)
    return bool(is_country) or _PATENT_OFFICE.search(name) is not None


def _patent_number(work: Work) -> str:
    """The number with what patent it is; one that says so stands alone: "U.S. Patent No. 9,367,592"."""
    number = work.number or ""
    if not number and "patent no" in (work.title or "").lower():
        return ""
    return number if "patent" in number.lower() else f"{_kind(work)} {number}".strip()


def _named(words: str | None) -> str:
    """What biblatex's keys stand for: "United States patent" for "patentus"; other words as they are."""
    words = (words or "").strip()
    key = _PATENT_KEY.fullmatch(words)
    if key is None:
        return words
    sort = "" if words.startswith("country") else "patent application" if "req" in words else "patent"
    return f"{_KEY_COUNTRIES.get(key[1], '')} {sort}".strip()


def _places(work: Work) -> str:
    return " and ".join(_named(place) for place in (work.publisher_place or "").split(";"))


def _kind(work: Work) -> str:
    """What patent it is, "United States patent", by what the work says or by its number's code."""
    genre = _named(work.genre)
    country = work.variables.get("jurisdiction") or _places(work)
    of_country = _OF_COUNTRY.fullmatch(genre)
    if of_country is not None and (not country or genre != work.genre):
        country = of_country[1]
    if not country:
        code = _CODE.match(work.number or "")
        country = _COUNTRIES.get(code[1], "") if code is not None else ""
    if not country:
        return genre[:1].upper() + genre[1:] or "Patent"
    if _UNITED_STATES.match(country):
        country = "United States"
    sort = "patent application" if "application" in genre.lower() or "request" in genre.lower() else "patent"
    return f"{country} {sort}"
