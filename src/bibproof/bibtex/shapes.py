"""The shapes that works are brought into, whichever format they were read from.

One kind of work is described in many ways: BibTeX's entry types, biblatex-apa's subtypes, CSL's genres. The
styles know one of each. The words in brackets are those of the APA manual, 10.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bibproof.bibtex.patents import kind_of_key
from bibproof.model import Person

GENRES: Mapping[str, str] = MappingProxyType(
    {
        "phdthesis": "Doctoral dissertation",
        "mastersthesis": "Master's thesis",
        "bachelorsthesis": "Bachelor's thesis",
        "mathesis": "Master's thesis",
        "bathesis": "Bachelor's thesis",
        "candthesis": "Candidate thesis",
        "techreport": "Technical report",
        "resreport": "Research report",
        "patent": "Patent",
        "datacd": "Data CD",
        "audiocd": "Audio CD",
        "software": "Computer software",
        "dataset": "Data set",
        "data set": "Data set",
        "film": "Film",
        "movie": "Film",
        "video": "Video",
        "tvseries": "TV series",
        "tvepisode": "TV series episode",
        "tvbroadcast": "TV broadcast",
        "radiobroadcast": "Radio broadcast",
        "webisode": "Webisode",
        "podcast": "Audio podcast",
        "podcastepisode": "Audio podcast episode",
        "song": "Song",
        "album": "Album",
        "speech": "Speech",
        "interview": "Interview",
        "radiointerview": "Radio interview",
        "webinar": "Webinar",
        "audiobook": "Audiobook",
        "maninprep": "Manuscript in preparation",
        "mansub": "Manuscript submitted for publication",
        "unpublished": "Unpublished manuscript",
        "infographic": "Infographic",
        "painting": "Painting",
        "photograph": "Photograph",
        "map": "Map",
        "tweet": "Tweet",
    }
)
"""What keys that stand for a kind of work are called: biblatex's (manual, 4.9.2.11) and biblatex-apa's."""

EPISODES = frozenset({"tv series episode", "audio podcast episode", "webisode"})
"""Genres of works that stand in a series."""

_SERIES = frozenset({"tv series", "audio podcast", "video podcast", "podcast"})
_FIRST = (
    ("director", "Director"),
    ("composer", None),
    ("performer", None),
    ("host", "Host"),
    ("executive-producer", "Executive Producer"),
    ("producer", "Producer"),
)
_FIRST_FOR_SERIES = (
    ("host", "Host"),
    ("executive-producer", "Executive Producer"),
    ("producer", "Producer"),
    ("director", "Director"),
)
_STATUS = re.compile(
    r"(?:article |manuscript |paper )?(?P<status>in[ -]?press|forthcoming|to appear"
    r"|(?:accepted|submitted)(?: for publication)?|(?:currently )?under review"
    r"|in[ -]?prep(?:aration|\.)?|in print"
    r"|(?:advance(?:d)? )?online(?: first)?(?: publication)?|ahead of print)\.?",
    re.IGNORECASE,
)
_STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "inpress": "in press",
        "in print": "in press",
        "accepted": "in press",
        "accepted for publication": "in press",
        "to appear": "forthcoming",
        "submitted for publication": "submitted",
        "under review": "submitted",
        "currently under review": "submitted",
        "inpreparation": "in preparation",
        "in prep": "in preparation",
        "inprep": "in preparation",
        "in prep.": "in preparation",
        "prepublished": "advance online publication",
        "ahead of print": "advance online publication",
        "online first": "advance online publication",
        "online publication": "advance online publication",
        "advance online": "advance online publication",
        "advanced online publication": "advance online publication",
    }
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
)
_ORDINAL = re.compile(
    rf"(?:(?P<number>\d{{1,3}})\s?(?:st|nd|rd|th|\.)?|(?P<word>{'|'.join(_ORDINALS)}))"
    r"(?:\s*ed(?:ition|n?\.?)?)?",
    re.IGNORECASE,
)
_DOTS = re.compile(r"\.{2,}$")
_MEDIUM = re.compile(
    r"(?:\d+ )?(?:cd(?:-?rom)?|dvd(?:-?rom)?|blu-?ray(?: disc)?|vhs"
    r"|(?:video|audio) ?(?:cassettes?|tapes?|discs?)"
    r"|cassette|lp|vinyl(?: record)?|micro(?:fiche|film)|slides?|e-?book|kindle(?: edition)?|print)",
    re.IGNORECASE,
)
_ARTICLE_NUMBER = re.compile(
    r"(?:(?:article|art\.?|paper)\s*(?:no\.?|number|id)?\s*)(\S+)|(e\d{2,}[\w.]*)", re.IGNORECASE
)


def genre(text: str) -> str:
    """The words for a kind of work, where the text is a key that stands for them."""
    text = unbracketed(text)
    return GENRES.get(text.lower()) or kind_of_key(text) or text


def unbracketed(text: str) -> str:
    """The text without the brackets that a style puts around it: "E-book" for "[E-book]"."""
    inside = text.strip()[1:-1]
    is_bracketed = text.strip() == f"[{inside}]" and "[" not in inside and "]" not in inside
    return (inside.strip() or text) if is_bracketed else text


def status(text: str) -> str | None:
    """How far publication has got, where that is all that the text says: "in press", "submitted"."""
    match = _STATUS.fullmatch(text.strip(" ()[]"))
    if match is None:
        return None
    found = match["status"].lower().replace("-", " ")
    if found == "online":
        return None
    return _STATUSES.get(found, found)


def status_of_key(key: str) -> str:
    """The words for biblatex's keys of `pubstate` ("inpress"); any other text is its own."""
    return _STATUSES.get(key.strip().lower(), key)


def is_medium(text: str) -> bool:
    """Whether the text names what a work is recorded on: "CD-ROM", "videocassette"."""
    return _MEDIUM.fullmatch(text.strip(" []().")) is not None


def edition(text: str) -> str:
    """The number alone: "2" for "Second" and "2nd ed."; any other words are their own: "Revised"."""
    text = _DOTS.sub(".", text.strip())
    match = _ORDINAL.fullmatch(text)
    if match is None:
        return text
    return match["number"] or str(_ORDINALS.index(match["word"].lower()) + 1)


def article_number(page: str) -> str | None:
    """The number of an article that stands where its pages would: "e0209899", "Article 12"."""
    match = None if page[:1].isdecimal() else _ARTICLE_NUMBER.fullmatch(page)
    return None if match is None else match[1] or match[2]


def credited(
    work_type: str, work_genre: str | None, people: Mapping[str, tuple[Person, ...]]
) -> tuple[Person, ...]:
    """Those whom a list gives first for a work without authors, with what they did: APA manual, 10.12, 10.13.

    A film's directors, a series' executive producers, an episode's writers and directors, a podcast's hosts.
    """
    kind = (work_genre or "").lower()
    if work_type not in ("motion_picture", "broadcast", "song", "performance"):
        return ()
    if kind in EPISODES or people.get("script-writer"):
        both = _with_roles(people, {"script-writer": "Writer", "director": "Director", "host": "Host"})
        if both:
            return both
    for role, word in _FIRST_FOR_SERIES if kind in _SERIES else _FIRST:
        if people.get(role):
            return tuple(_in_role(person, word) for person in people[role])
    return ()


def hosting(work_genre: str | None, authors: tuple[Person, ...]) -> tuple[Person, ...]:
    """The authors of a podcast are its hosts, where nothing else is said of them: APA manual, 10.13."""
    if work_genre is None or "podcast" not in work_genre.lower() or any(person.role for person in authors):
        return authors
    return tuple(_in_role(person, None if person.literal else "Host") for person in authors)


def _with_roles(people: Mapping[str, tuple[Person, ...]], words: Mapping[str, str]) -> tuple[Person, ...]:
    """Everybody in these roles once, with every word that is true: "Writer & Director"."""
    roles: dict[Person, list[str]] = {}
    for role, word in words.items():
        for person in people.get(role, ()):
            roles.setdefault(person, []).append(word)
    return tuple(_in_role(person, " & ".join(names)) for person, names in roles.items())


def _in_role(person: Person, word: str | None) -> Person:
    return replace(person, role=person.role or word)
