"""Articles: in journals and magazines, in newspapers, and those that are only posted yet (preprints).

Citing Medicine, chapters 1, 8, 9, 23; its form for preprints is that of NLM's sample references.
"""

from __future__ import annotations

import re

from bibproof.model import Work
from bibproof.richtext import RichText
from bibproof.styles._compose import joined
from bibproof.styles._pages import shortened
from bibproof.styles._vancouver_dates import full_date
from bibproof.styles._vancouver_parts import (
    Setting,
    address,
    available_from,
    cited,
    forthcoming,
    is_ahead_of_print,
    is_forthcoming,
    is_online,
    notes,
    read_on,
    reference,
)
from bibproof.styles._vancouver_people import creators
from bibproof.styles._vancouver_titles import small, title

_SUPPLEMENT = re.compile(
    r"\b(?:suppl(?:ement)?s?)\b[._ ]*(?:no\.?\s*)?(?=\d|[A-Z]\b|[IVX]+\b|$)|suppl(?:ement)?_", re.I
)
_PART = re.compile(r"\b(?:part|pt)\b\.?\s*(?=\w)", re.IGNORECASE)
_LABEL = re.compile(r"^(?:vol(?:ume)?|issue|no|number|nr)\b\.?\s*(?=\d)", re.IGNORECASE)
_ARTICLE_LABEL = re.compile(r"^(?:article|art\.?|paper)\s*(?:no\.?|number|id)?\s*(?=\S*\d)", re.IGNORECASE)
_NO_KINDS = frozenset({"article", "journal article", "journal-article", "research article"})
_OWN_PAGES = re.compile(r"1(?:-\d+)?")  # pages that an article counts for itself
_SECTION_AND_PAGE = re.compile(r"([A-Z]{1,2})-?(\d+(?:\b.*)?)")
_SERVER = re.compile(
    r"(?:arxiv|biorxiv|medrxiv|chemrxiv|corr|ssrn|psyarxiv|research square)\b", re.IGNORECASE
)
_SERVERS = {
    "arxiv": "arXiv", "biorxiv": "bioRxiv", "chemrxiv": "ChemRxiv", "corr": "arXiv", "medrxiv": "medRxiv",
    "psyarxiv": "PsyArXiv", "research square": "Research Square", "ssrn": "SSRN",
}  # fmt: skip
_ARXIV_NUMBER = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|(?<=[:/ ])[a-z-]+(?:\.[A-Z]{2})?/\d{7}")
_PREPRINT_WORD = re.compile(r"\s*\(?(?:e-?print|preprint)s?\)?.*$", re.IGNORECASE)


def journal_article(work: Work, setting: Setting) -> RichText:
    """Halpern SD, Ubel PA. Solid-organ transplantation. N Engl J Med. 2002 Jul 25;347(4):284-7."""
    if is_on_preprint_server(work):
        return preprint(work, setting)
    journal = setting.journal(work)
    if journal and is_online(work):
        journal = f"{journal} [Internet]"
    return reference(
        (
            creators(work, setting.options),
            _designated_title(work),
            journal,
            _where(work),
            *_remarks(work),
            *notes(work, setting),
            "Epub ahead of print" if is_ahead_of_print(work) else "",
        )
    )


def _designated_title(work: Work) -> RichText:
    """The title with the article's kind: "Long-term oxygen therapy [letter]"."""
    text = title(work)
    if not work.genre or work.genre.casefold() in _NO_KINDS:
        return text
    return joined((text, f"[{small(work.genre)}]"), " ")


def _remarks(work: Work) -> list[str]:
    reviewed = work.variables.get("reviewed-title")
    return [f"Review of: {reviewed}"] if reviewed else []


def _where(work: Work) -> str:
    """Date, volume, issue and pages: "2002 Jul 25;347(4):284-7", "2002 Jun:1-6"."""
    date = full_date(work)
    if is_forthcoming(work):
        return forthcoming(date)
    numbers = _volume_and_issue(work)
    where = f"{date}{cited(work)}".strip()
    if numbers:
        where = f"{where};{numbers}" if where else numbers
    page = _page(work)
    return f"{where}:{page}" if page and where else where or page


def _volume_and_issue(work: Work) -> str:
    """Volume and issue: "347(4)", "42 Suppl 2", "58(12 Suppl 7)", "83(Pt 2)", "(401)"."""
    number, issue = work.volume or "", work.issue or ""
    if not number.isdigit():
        number = _numbered(number)
    if not issue.isdigit():
        issue = _numbered(issue)
    supplement = work.variables.get("supplement-number")
    part = work.variables.get("part-number")
    if supplement:
        issue = f"{issue} {_supplement(supplement)}".strip()
    if part:
        issue = f"{issue} {part if _PART.match(part) else f'Pt {part}'}".strip()
    if issue.startswith("Suppl") and number:
        return f"{number} {issue}"
    return f"{number}({issue})" if issue else number


def _supplement(number: str) -> str:
    found = _numbered(number)
    return found if found.startswith("Suppl") else f"Suppl {found}".rstrip()


def _numbered(text: str) -> str:
    """A volume or an issue in NLM's words: "12 Suppl 7" for "12, Supplement 7"."""
    text = _LABEL.sub("", text.strip().replace("–", "-"))
    text = _PART.sub("Pt ", _SUPPLEMENT.sub("Suppl ", text))
    return " ".join(text.replace(",", " ").split())


def _page(work: Work) -> str:
    """The pages, or the number of an article that has none; pages from 1 are no place in a volume."""
    page = shortened(work.page) if work.page else ""
    number = work.article_number
    if number and (not page or _OWN_PAGES.fullmatch(page)):
        return _ARTICLE_LABEL.sub("", number)
    return page


def newspaper_article(work: Work, setting: Setting) -> RichText:
    """Tynan T. Medical improvements lower homicide rate. The Washington Post. 2002 Aug 12;Sect. A:2."""
    paper = work.container_title or ""
    if paper and is_online(work):
        paper = f"{paper} [Internet]"
    date = f"{full_date(work)}{cited(work)}".strip()
    page = _section_and_page(work)
    where = date + page if date else page.lstrip(";:")
    return reference(
        (
            creators(work, setting.options),
            _designated_title(work),
            paper,
            where,
            *_remarks(work),
            *notes(work, setting),
        )
    )


def _section_and_page(work: Work) -> str:
    """Where in a newspaper: ";Sect. A:2"; a section stands in a page like "A2", too."""
    section, page = work.variables.get("section") or "", work.page or ""
    found = _SECTION_AND_PAGE.fullmatch(page)
    if found is not None and section in ("", found[1]):
        section, page = found[1], found[2]
    page = f":{shortened(page)}" if page else ""
    if not section:
        return page
    named = section if section.lower().startswith("sect") else f"Sect. {section}"
    return f";{named}{page}"


def is_on_preprint_server(work: Work) -> bool:
    """Whether what is called a journal is a server of preprints: "arXiv preprint arXiv:1706.03762"."""
    return work.container_title is not None and _SERVER.match(work.container_title) is not None


def is_posted_on_preprint_server(work: Work) -> bool:
    """Whether a page has its number from a server of preprints: biblatex's `eprinttype = {psyarxiv}`."""
    return work.container_title is None and _SERVER.fullmatch(work.eprint_type or "") is not None


def preprint(work: Work, setting: Setting) -> RichText:
    """Bar DZ, Atkatsh K. Biotinylation by antibody recognition. bioRxiv 069187 [Preprint]. 2016 ..."""
    if work.container_title and (work.volume or work.page) and not is_on_preprint_server(work):
        return journal_article(work, setting)
    server, number = _server(work), _preprint_number(work)
    if number and not number.lower().startswith(f"{server.lower()}:"):
        number = f"{server} {number}".strip()
    date = f"{full_date(work)}{read_on(work)}".strip()
    return reference(
        (
            creators(work, setting.options),
            title(work),
            f"{number or server} [{_posted_as(work)}]".strip(),
            date,
            address(work) or _arxiv_address(number),
        )
    )


def _posted_as(work: Work) -> str:
    return work.genre if work.genre and work.genre.lower() != "preprint" else "Preprint"


def _server(work: Work) -> str:
    """The server's name; who runs it, a laboratory or a society, is not told."""
    name = work.publisher or work.container_title or work.eprint_type or ""
    if is_on_preprint_server(work):
        name = work.container_title or name
    found = _SERVER.match(name)
    if found is not None:
        return _SERVERS.get(found[0].lower(), found[0])
    return _PREPRINT_WORD.sub("", name) or _SERVERS.get(name.lower(), name)


def _preprint_number(work: Work) -> str:
    number = work.number or work.eprint or work.article_number or ""
    if (work.eprint_type or "").lower() != "arxiv" and _server(work) != "arXiv":
        return number
    if not number:
        found = _ARXIV_NUMBER.search(f"{work.volume} {work.container_title} {work.url}")
        number = "" if found is None else found[0]
    return f"arXiv:{number}" if number and not number.lower().startswith("arxiv:") else number


def _arxiv_address(number: str) -> RichText:
    return available_from(f"https://arxiv.org/abs/{number[6:]}") if number.startswith("arXiv:") else ()
