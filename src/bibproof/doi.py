"""What a DOI is, and how people write one.

Syntax: the DOI Handbook, 2.2 (https://doi.org/10.1000/182); Crossref's advice on which DOIs occur:
https://www.crossref.org/blog/dois-and-matching-regular-expressions/. A DOI is compared without regard to
case, so the project keeps every DOI in lower case.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S{1,2000}")
_BARE = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[\w.():;/-]{0,1999}[A-Za-z0-9]", re.ASCII)
"""A DOI with nothing around it that would have to be taken off, as nearly all are written."""
_MARKUP = re.compile(r"""\}\{|['"]>|</""")  # \href{...}{...}, <a href="...">...</a>
_LATEX = re.compile(
    r"\{?\\(?:text)?(?P<word>underscore|less|greater|tilde|asciitilde)(?:\s*\{\s*\}|\b)\s?\}?"
    r"|\{?\\\s?(?P<escaped>[_%&#$~^<>])\s?\}?|\\(?P<slash>/)"
    r"|\\(?:url|href|nolinkurl|path|doi)\s*(?=\{)|\\-"
)
_NAMED = {"underscore": "_", "less": "<", "greater": ">", "tilde": "~", "asciitilde": "~"}
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_PUNCTUATION = frozenset(".,;:'\"”’/")
_ARXIV = re.compile(
    r"(?P<old>[a-z-]+)(?:\.[a-z]{2})?/(?P<serial>\d{7})(?:v\d+)?|(?P<new>\d{4}\.\d{4,5})(?:v\d+)?", re.I
)
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}


def find_doi(text: str) -> str | None:
    """The first DOI in a text, bare and in lower case; None where there is none.

    Prefixes ("doi:", "https://doi.org/", a proxy's address), LaTeX escapes, percent-encoding and the
    punctuation of a sentence around it are taken off.
    """
    written = written_doi(text)
    return None if written is None else written.lower()


def written_doi(text: str) -> str | None:
    """The first DOI in a text as `find_doi` gives it, but in the case in which it is written."""
    if _BARE.fullmatch(text) is not None:
        return text
    plain = _INVISIBLE.sub("", text)
    if "\\" in plain:
        plain = _LATEX.sub(
            lambda match: match["escaped"] or match["slash"] or _NAMED.get(match["word"], ""), plain
        )
    if "%2" in plain:
        plain = unquote(plain)
    match = _DOI.search(plain)
    if match is None:
        return None
    doi = _without_trailing(_MARKUP.split(match[0], maxsplit=1)[0])
    return doi if _DOI.match(doi) else None


def _without_trailing(doi: str) -> str:
    """Take off final punctuation, and closing brackets that nothing in the DOI opens."""
    if doi[-1].isalnum():
        return doi
    unpaired = {closing: doi.count(closing) - doi.count(opening) for closing, opening in _BRACKETS.items()}
    end = len(doi)
    while end > 0:
        last = doi[end - 1]
        if unpaired.get(last, 0) > 0:
            unpaired[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return doi[:end]


def arxiv_doi(number: str) -> str | None:
    """The DOI of all versions of an e-print, by its number in arXiv; None for what is no such number.

    One DOI stands for all versions, and names no subject class: https://info.arxiv.org/help/doi.html.
    """
    match = _ARXIV.fullmatch(number.strip())
    if match is None:
        return None
    return f"10.48550/arxiv.{match['new'] or match['old'] + '/' + match['serial']}".lower()


def doi_url(doi: str) -> str:
    """The address of a DOI, as lists of references show it."""
    return f"https://doi.org/{doi}"


_PREFIX = re.compile(
    r"(?:\\(?:url|href|doi|nolinkurl|path)\s*\{)?\s*(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/+|(?:doi|urn)\s*[:=]?\s*)+",
    re.IGNORECASE,
)


def bare_doi(value: str) -> str | None:
    r"""The DOI of a field `doi` without what may stand around it, else as it is written, `\_` included.

    None where the value is not a DOI and its surroundings alone: two DOIs, or a publisher's address.
    """
    stripped = _INVISIBLE.sub("", value).strip()
    start = _PREFIX.match(stripped)
    rest = stripped if start is None else stripped[start.end() :]
    if start is not None and "%2" in rest:
        rest = unquote(rest)
    match = _DOI.fullmatch(rest)
    if match is None:
        return None
    return _without_trailing(rest)
