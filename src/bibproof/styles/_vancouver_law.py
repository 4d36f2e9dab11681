"""Laws, cases and patents. For laws NLM follows the Bluebook (Citing Medicine, chapter 11, and appendix)."""

from __future__ import annotations

import re

from bibproof.model import Date, Work
from bibproof.richtext import RichText
from bibproof.styles._compose import concat, joined
from bibproof.styles._pages import shortened
from bibproof.styles._vancouver_dates import full_date
from bibproof.styles._vancouver_parts import Setting, notes, reference, title, title_as_it_is
from bibproof.styles._vancouver_people import names, with_role

_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_COUNTRIES = {
    "AU": "Australian", "CA": "Canadian", "CN": "Chinese", "DE": "German", "EP": "European",
    "FR": "French", "GB": "United Kingdom", "JP": "Japanese", "KR": "Korean", "US": "United States",
    "WO": "World",
}  # fmt: skip
_CODE = re.compile(r"([A-Z]{2})[ -]?\d")
_UNITED_STATES = re.compile(r"^u\.?\s?s\.?a?\.?$", re.IGNORECASE)


def law(work: Work, setting: Setting) -> RichText:
    """Veterans Hearing Loss Compensation Act of 2002, Pub. L. No. 107-9, 115 Stat. 11 (May 24, 2001)."""
    name = title_as_it_is(work) or concat(names(work.authors, setting.options))
    committee = work.variables.get("committee")
    if committee and work.type == "hearing":
        name = concat(name, f": Hearing Before the {committee}")
    listed: list[RichText | str] = [
        name,
        work.number or "",
        _reporter(work),
        work.variables.get("chapter-number") or "",
    ]
    day = _date(work)
    court = work.variables.get("authority") if work.type == "legal_case" else None
    inside = " ".join(part for part in (court, day) if part)
    text = joined(listed, ", ")
    return reference((joined((text, f"({inside})" if inside else ""), " "), *notes(work, setting)))


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
    assignee = f"{work.publisher}, assignee" if work.publisher else ""
    return reference(
        (
            "; ".join(part for part in (inventors, assignee) if part),
            title(work),
            f"{_kind(work)} {work.number or ''}".strip(),
            full_date(work),
            *notes(work, setting),
        )
    )


def _kind(work: Work) -> str:
    """What patent it is, "United States patent", by what the work says or by its number's code."""
    genre = (work.genre or "").strip()
    country = work.variables.get("jurisdiction") or work.publisher_place
    if not country and genre.lower().endswith(" patent"):
        country = genre[: -len(" patent")]
    if not country:
        code = _CODE.match(work.number or "")
        country = _COUNTRIES.get(code[1]) if code is not None else None
    if country is None:
        return genre or "Patent"
    if _UNITED_STATES.match(country):
        country = "United States"
    sort = "patent application" if "application" in genre.lower() or "request" in genre.lower() else "patent"
    return f"{country} {sort}"
