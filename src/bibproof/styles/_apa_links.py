"""What ends an APA reference: its DOI or address, and where the text stood before (APA 7, 9.34 to 9.41)."""

from __future__ import annotations

import re

from bibproof.model import Work
from bibproof.richtext import RichText, Run
from bibproof.styles._apa_dates import Dating, long_day, original_year, shown_date
from bibproof.styles._apa_names import credited
from bibproof.styles._apa_text import container_of, italic, plain, text_of
from bibproof.styles._apa_titles import bare_title
from bibproof.styles._case import apa_case
from bibproof.styles._compose import concat
from bibproof.styles._pages import dashed

_ARXIV = "https://arxiv.org/abs/"


def link(work: Work, *, is_undated: bool) -> RichText:
    """The DOI as an address; or else the address, with the day on which a page that changes was read."""
    if work.doi is not None:
        address = f"https://doi.org/{work.variables.get('DOI') or work.doi}"
        return (Run(address, href=address),)
    page = work.url or _archived(work)
    if not page:
        return ()
    target = Run(page, href=page)
    if work.accessed is None or not (is_undated or _is_kept_up_to_date(work)):
        return (target,)
    return (Run(f"Retrieved {long_day(work.accessed)}, from "), target)


def _archived(work: Work) -> str | None:
    if work.eprint is None or work.eprint_type != "arxiv":
        return None
    return _ARXIV + re.sub("^arxiv:", "", work.eprint, flags=re.IGNORECASE)


def _is_kept_up_to_date(work: Work) -> bool:
    """Whether it is an article of a database that is revised in place: it has no volume, number or page."""
    return work.type == "article-journal" and not (
        work.volume or work.issue or work.page or work.article_number or _has_day(work)
    )


def _has_day(work: Work) -> bool:
    return work.issued is not None and work.issued.day is not None


def origins(work: Work) -> RichText:
    """As "(Original work published 1900)", "(Reprinted from ...)"."""
    reprinted = work.related.get("reprintfrom")
    if reprinted is not None and (text := _reprinted(reprinted)):
        return concat("(Reprinted from ", text, ")")
    first = original_year(work)
    return plain(f"(Original work published {first})") if first else ()


def _reprinted(work: Work) -> RichText:
    """The earlier work within parentheses: title, pages, people, year, where it came out."""
    year = shown_date(work, Dating.YEAR).year
    if work.type.startswith("article") and work.container_title:
        return _reprinted_article(work, year)
    people = work.authors or work.editors
    if work.authors:
        by = f"by {credited(people, 'author').rpartition(', ')[0]}"
    else:
        by = f"by {credited(people, 'editor')}" if people else ""
    whole = work.container_title is not None
    title = italic(apa_case(container_of(work), work.language)) if whole else italic(bare_title(work))
    return _with_commas(title, _pages(work), by, year, work.publisher, _doi(work))


def _reprinted_article(work: Work, year: str) -> RichText:
    """As "“Title,” 1992, *Journal*, *9*[1], 73–86, https://doi.org/..."; brackets, being in parentheses."""
    title = concat("“", bare_title(work), ",” ", year, ", ", italic(text_of(work, "container-title")))
    volume = concat(italic(plain(work.volume)), f"[{work.issue}]" if work.issue else "")
    return _with_commas(title, volume, dashed(work.page) if work.page else "", _doi(work))


def _with_commas(first: RichText, *rest: RichText | str | None) -> RichText:
    text = first
    for part in rest:
        if part:
            text = concat(text, ", ", part) if text else concat(part)
    return text


def _pages(work: Work) -> str:
    if not work.page:
        return ""
    pages = dashed(work.page)
    return f"pp. {pages}" if "–" in pages or "," in pages else f"p. {pages}"


def _doi(work: Work) -> RichText:
    if work.doi is None:
        return ()
    address = f"https://doi.org/{work.variables.get('DOI') or work.doi}"
    return (Run(address, href=address),)
