"""Legal references, which APA takes from the Bluebook (APA 7, chapter 11); numbers of patents and standards.

Names of cases and laws keep their capitals and stand upright in the list.
"""

from __future__ import annotations

import re

from bibproof.model import Work
from bibproof.richtext import RichText
from bibproof.styles._apa_dates import Dating, long_day, shown_date
from bibproof.styles._apa_text import capitalised, plain, text_of
from bibproof.styles._compose import joined
from bibproof.styles._pages import dashed


def case(work: Work) -> RichText:
    """As "Brown v. Board of Education, 347 U.S. 483 (1954)"; with the court where the reporter has many."""
    court = "" if work.container_title in _SUPREME_COURT_REPORTERS else work.variables.get("authority")
    reported = _words(work.volume, work.container_title, _first_page(work))
    return _line(work, reported or _docket(work), in_parentheses=court)


_SUPREME_COURT_REPORTERS = ("U.S.", "S. Ct.", "S.Ct.", "L. Ed.", "L. Ed. 2d")


def statute(work: Work) -> RichText:
    """As "Americans With Disabilities Act of 1990, 42 U.S.C. § 12101 et seq. (1990)"."""
    return _line(work, _number(work, "Pub. L. No."), _code(work))


def regulation(work: Work) -> RichText:
    """As "Protection of Human Subjects, 45 C.F.R. § 46 (2009)"."""
    return _line(work, _number(work, "No."), _code(work))


def bill(work: Work) -> RichText:
    """As "Mental Health on Campus Improvement Act, H.R. 1100, 113th Cong. (2013)"."""
    congress = work.variables.get("authority") or work.container_title
    return _line(work, work.number, congress, _section(work))


def hearing(work: Work) -> RichText:
    """As "Title: Hearing before the U.S. Senate Committee on Finance, 113th Cong. (2014)"."""
    title = text_of(work, "title")
    committee = work.variables.get("committee")
    if committee and "hearing before" not in (work.title or "").lower():
        before = f"Hearing before the {committee.removeprefix('the ')}"
        title = joined([title, plain(before)], ": ")
    return _line(work, work.number, work.variables.get("authority"), title=title)


def treaty(work: Work) -> RichText:
    """As "Convention on the Rights of the Child, November 20, 1989, 1577 U.N.T.S. 3"."""
    day = long_day(work.issued) if work.issued is not None else None
    return joined([text_of(work, "title"), plain(day), plain(_code(work) or None)], ", ")


def _line(
    work: Work, *places: str | None, in_parentheses: str | None = None, title: RichText | None = None
) -> RichText:
    name = text_of(work, "title") if title is None else title
    year = shown_date(work, Dating.YEAR).year
    inside = " ".join(part for part in (in_parentheses, year) if part)
    cited = joined([name, *(plain(place) for place in places if place)], ", ")
    return joined([cited, plain(f"({inside})")], " ")


def _docket(work: Work) -> str | None:
    is_citation = work.number is not None and _CITATION.match(work.number)
    return work.number if is_citation else _number(work, "No.")


_CITATION = re.compile(r"\d+ [A-Z][\w. ]*\.? \d+$")  # "347 U.S. 483"


def _number(work: Work, kind: str) -> str | None:
    number = work.number
    if not number:
        return None
    return f"{kind} {number}" if number[0].isdigit() else number


def _first_page(work: Work) -> str | None:
    return re.split("[-–]", work.page)[0] if work.page else None


def _code(work: Work) -> str:
    """As "42 U.S.C. § 12101"."""
    return _words(work.volume, work.container_title, _section(work))


def _section(work: Work) -> str | None:
    section = work.variables.get("section")
    if not section:
        return dashed(work.page) if work.page else None
    return section if section.startswith(("§", "art", "Art")) else f"§ {section}"


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


# ------------------------------------------------------------------------- patents and standards

_COUNTRIES = {
    "us": "U.S.",
    "usa": "U.S.",
    "united states": "U.S.",
    "ep": "European",
    "gb": "U.K.",
    "uk": "U.K.",
}
_KEYS = {
    "patentde": "German",
    "patenteu": "European",
    "patentfr": "French",
    "patentuk": "U.K.",
    "patentus": "U.S.",
}
"""biblatex's keys of patents (manual, 4.9.2.11)."""

_COUNTRY_CODE = re.compile(r"^(US|EP|GB|WO)\s*(?=[\d,])", re.IGNORECASE)
_KIND_CODE = re.compile(r"(?<=\d)\s*[ABCSU]\d?$")
_LONG_NUMBER = re.compile(r"\d{5,}")


def patent_number(work: Work) -> str:
    """As "U.S. Patent No. 9,424,757"."""
    number = work.number
    if not number:
        return ""
    if "no." in number.lower():
        return number
    code = _COUNTRY_CODE.match(number)
    genre = (work.genre or "patent").lower()
    name = country_of_patent(work)
    bare = _KIND_CODE.sub("", number[code.end() :]) if code else number
    if _LONG_NUMBER.fullmatch(bare) and name == "U.S.":
        bare = f"{int(bare):,}"
    kind = f"{name} Patent".strip() if genre == "patent" or genre in _KEYS else work.genre or ""
    return f"{' '.join(map(capitalised, kind.split()))} No. {bare}"


_OFFICES = {
    "European": "European Patent Office",
    "German": "German Patent and Trade Mark Office",
    "U.K.": "U.K. Intellectual Property Office",
    "U.S.": "U.S. Patent and Trademark Office",
    "WO": "World Intellectual Property Organization",
}


def office_of_patent(work: Work) -> str | None:
    """Who grants patents where this one is from: "U.S. Patent and Trademark Office"."""
    return _OFFICES.get(country_of_patent(work))


def country_of_patent(work: Work) -> str:
    code = _COUNTRY_CODE.match(work.number or "")
    genre = (work.genre or "patent").lower()
    return _KEYS.get(genre) or _country(code[1] if code else work.variables.get("jurisdiction") or "")


def _country(jurisdiction: str) -> str:
    return _COUNTRIES.get(jurisdiction.lower().replace(".", ""), capitalised(jurisdiction))


_STANDARD = re.compile(r"^([A-Z]+(?:/[A-Z]+)*)(?: Standard)?[ -]+(\d.*)$")


def standard_number(work: Work) -> str:
    """As "ISO Standard No. 45001:2018" for "ISO 45001:2018"."""
    number = work.number
    if not number:
        return ""
    found = _STANDARD.match(number)
    if found is not None:
        return f"{found[1]} Standard No. {found[2]}"
    if not number[0].isdigit():
        return number
    return f"{capitalised(work.genre or 'Standard')} No. {number}"
