"""What to ask the Crossref REST API, and the shapes of what it answers.

The API: https://api.crossref.org/swagger-ui/index.html; advice on matching by search:
https://www.crossref.org/documentation/retrieve-metadata/rest-api/tips-for-using-the-crossref-rest-api/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from bibproof.jsons import Json
from bibproof.markup import plain
from bibproof.model import Person, Work
from bibproof.sources._crossref_records import SELECTED

LONGEST_REQUEST_LINE = 3500  # bytes; 4,096 is answered with 414
DOIS_IN_A_BATCH = 40
ROWS = 8  # candidates for a work whose title is known
ROWS_BY_PEOPLE = 20

_AROUND = len("GET  HTTP/1.1")
_LONGEST_TITLE = 300  # characters; more words find nothing more
_FAMILIES = 3
SELECT = f"&select={','.join(SELECTED)}"
"""Asks for the fields that are read, and no others."""


def single(url: str, doi: str) -> str:
    """Where the record of one DOI is. (The DOI is encoded once, its slashes too.)"""
    return f"{url}/works/{quote(doi, safe='')}"


def batch(url: str, dois: Iterable[str]) -> str:
    """Where the records of several DOIs are; `SELECT` may follow."""
    listed = list(dois)
    return f"{url}/works?filter={','.join(map(_filter, listed))}&rows={len(listed)}"


def batches(url: str, dois: Iterable[str]) -> list[tuple[str, ...]]:
    """The DOIs in as few parts as can be asked for at once."""
    room = LONGEST_REQUEST_LINE - _AROUND - len(batch(url, ()) + SELECT) - len(str(DOIS_IN_A_BATCH))
    parts: list[list[str]] = []
    left = 0
    for doi in dois:
        size = len(_filter(doi)) + 1
        if not parts or size > left or len(parts[-1]) == DOIS_IN_A_BATCH:
            parts.append([])
            left = room
        parts[-1].append(doi)
        left -= size
    return [tuple(part) for part in parts]


def _filter(doi: str) -> str:
    return f"doi:{quote(doi, safe='/')}"


def fits(address: str) -> bool:
    """Whether a request for this address is one that the API takes."""
    return len(address) + _AROUND <= LONGEST_REQUEST_LINE


def query(work: Work) -> str:
    """The query string of a search for a work; empty where the work holds nothing to search for."""
    if work.unstructured:
        fields: Mapping[str, list[str | None]] = {"query.bibliographic": [work.unstructured]}
    else:
        fields = _by_title(work) if work.title else _by_people(work)
    rows = ROWS if work.title or work.unstructured else ROWS_BY_PEOPLE
    given = {name: text for name, words in fields.items() if (text := plain(" ".join(filter(None, words))))}
    if not given:
        return ""
    room = (LONGEST_REQUEST_LINE - _AROUND - len(SELECT) - 300) // len(given)
    asked = {name: _cut(text, room) for name, text in given.items()}
    return urlencode({**asked, "rows": rows}, quote_via=quote)


def search(url: str, query: str) -> str:
    """Where a search's records are; `SELECT` may follow."""
    return f"{url}/works?{query}"


def any_work(url: str) -> str:
    """Where one work is, whichever; `SELECT` may follow."""
    return f"{url}/works?rows=1"


def _by_title(work: Work) -> Mapping[str, list[str | None]]:
    title = (work.title or "")[:_LONGEST_TITLE]
    subtitle = (work.subtitle or "")[: _LONGEST_TITLE - len(title)]
    year = None if work.year is None else str(work.year)
    page = (work.page or work.article_number or "").replace("–", "-").partition("-")[0]
    words = [title, subtitle, *_families(work.authors), work.container_title, year, work.volume, page]
    return {"query.bibliographic": words}


def _by_people(work: Work) -> Mapping[str, list[str | None]]:
    year = None if work.year is None else str(work.year)
    whole = [year, work.container_title, work.volume, work.page]
    return {"query.author": [*_families(work.authors)], "query.bibliographic": whole}


def _families(people: tuple[Person, ...]) -> list[str]:
    names = (person.literal or " ".join(filter(None, (person.particle, person.family))) for person in people)
    return [name for name in names if name][:_FAMILIES]


def _cut(text: str, room: int) -> str:
    """As much of a text as `room` bytes hold once it is encoded."""
    while len(quote(text)) > room:
        text = text[: len(text) * 9 // 10]
    return text


def is_work(payload: Json) -> bool:
    """Whether this is the answer for one DOI."""
    message = _message(payload)
    return isinstance(message, dict) and isinstance(message.get("DOI"), str)


def is_list(payload: Json) -> bool:
    """Whether this is a list of works."""
    message = _message(payload)
    return isinstance(message, dict) and is_items(message.get("items"))


def _message(payload: Json) -> Json:
    """What an answer holds, unless it says of itself that it is none ("status": "failed")."""
    return (
        payload.get("message") if isinstance(payload, dict) and payload.get("status", "ok") == "ok" else None
    )


def is_items(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)
