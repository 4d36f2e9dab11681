"""What kind of work it is, in brackets behind the title of an APA reference: "[Audiobook]" (APA 7, 9.21)."""

from __future__ import annotations

import re
from collections.abc import Callable

from bibproof.model import Work
from bibproof.styles._apa_names import in_direct_order
from bibproof.styles._apa_sources import institution, is_published_thesis
from bibproof.styles._apa_text import capitalised
from bibproof.styles._case_words import word_of

Description = Callable[[Work], str]


def described(default: str = "") -> Description:
    """What kind of work it is, in its own words or the usual ones: "Film; educational DVD"."""

    def description(work: Work) -> str:
        medium = work.variables.get("medium")
        kind = _plain_kind(work.genre or "") or ("" if medium and default not in _WITH_MEDIUM else default)
        if not medium or medium.lower() in kind.lower():
            return capitalised(kind)
        return capitalised(f"{kind}; {medium}" if kind else medium)

    return description


def in_lower_case(kind: str) -> str:
    """The name of a kind without its capitals, but for acronyms and names: "habilitation thesis"."""
    return " ".join([word_of(word).lowered for word in kind.split(" ")])


def _plain_kind(genre: str) -> str:
    """A kind of two words in lower case: "data set"; a longer one may have names in it."""
    return in_lower_case(genre) if genre.count(" ") == 1 and genre.endswith(_KINDS) else genre


_NAMES = """
Article Book Episode Film Guide Interview Lecture Manuscript Memorandum Notes Paper Photograph Post
Presentation Program Recording Report Session Set Sheet Software Song Speech Thesis Video
"""
_KINDS = tuple(_NAMES.split())
_WITH_MEDIUM = frozenset(("Film",))


def genre_unless_numbered(work: Work) -> str:
    """A report's kind, where it is not the name of a numbered series, and says more than "report"."""
    genre = _plain_kind(work.genre or "")
    return "" if work.number or genre.lower() in ("report", "technical report") else capitalised(genre)


def performed(default: str) -> Description:
    """As "Song recorded by P. Pan": who plays what another one wrote."""

    def description(work: Work) -> str:
        players = work.people.get("performer", ())
        kind = capitalised(work.genre or default)
        if not players or not (work.authors or work.people.get("composer")) or players == work.authors:
            return kind
        return f"{kind} recorded by {in_direct_order(players)}"

    return description


_DEGREES = {
    "phd": "Doctoral dissertation",
    "dphil": "Doctoral dissertation",
    "edd": "Doctoral dissertation",
    "psyd": "Doctoral dissertation",
    "doctoral": "Doctoral dissertation",
    "doctorate": "Doctoral dissertation",
    "msc": "Master’s thesis",
    "ma": "Master’s thesis",
    "master": "Master’s thesis",
    "masters": "Master’s thesis",
    "master's": "Master’s thesis",
    "master’s": "Master’s thesis",
}
_DEGREE = re.compile(
    r"^(ph\.?\s?d|d\.?\s?phil|ed\.?\s?d|psy\.?\s?d|m\.?\s?sc|m\.?\s?a|doctoral|doctorate|master(?:['’]?s)?)\.?"
    r"(?: degree)?(?: thesis| dissertation)?$",
    re.IGNORECASE,
)


_ENGLISH_THESIS = re.compile(r"\b(?:thes[ei]s|dissertations?|papers?|projects?|reports?)\b", re.IGNORECASE)


def is_english_thesis(kind: str) -> bool:
    """Whether a kind of thesis is told in English: "Doctoral dissertation", not "Diplomarbeit"."""
    return _ENGLISH_THESIS.search(kind) is not None


def thesis_kind(work: Work) -> str:
    """As "Doctoral dissertation", "Master's thesis": as APA calls them."""
    genre = work.genre or "thesis"
    found = _DEGREE.match(genre)
    if found is not None:
        return _DEGREES[re.sub(r"[.\s]", "", found[1].lower())]
    if not is_english_thesis(genre):
        return genre  # "Diplomarbeit": nouns of other languages have capitals of their own
    return capitalised(in_lower_case(genre))


_UNPUBLISHED = ("unpublished", "unveröffentlicht", "thèse inédite", "tesis inédita")


def thesis_description(work: Work) -> str:
    kind = thesis_kind(work)
    if is_published_thesis(work):
        return f"{kind}, {institution(work)}" if work.publisher else kind
    if kind.lower().startswith(_UNPUBLISHED):
        return kind
    is_english = is_english_thesis(kind)
    return f"Unpublished {in_lower_case(kind) if is_english else kind}"


_MANUSCRIPTS = {
    "submitted": "Manuscript submitted for publication",
    "in preparation": "Manuscript in preparation",
    "in prep": "Manuscript in preparation",
    "unpublished": "Unpublished manuscript",
}


def manuscript_description(work: Work) -> str:
    status = (work.variables.get("status") or "").lower()
    default = "" if work.variables.get("archive") else "Unpublished manuscript"
    return described(_MANUSCRIPTS.get(status, default))(work)
