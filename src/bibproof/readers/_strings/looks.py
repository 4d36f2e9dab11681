"""Does a text look like a reference, or is it prose, code, a table?"""

from __future__ import annotations

import re

from bibproof.readers._strings import people, places
from bibproof.readers._strings.clean import Clean
from bibproof.readers._strings.layout import layout
from bibproof.readers._strings.marks import marks

_YEAR = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:n\.\s?d\.|in press|forthcoming|unpublished|o\.\s?J\.)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[^\W_]|[“\"‘'«„(\[¿¡<*—–_&-]")
_CODE = re.compile(r"[{}]|^\s*(?:import|def|class|return|#include|\$|>>>|//)|\w\(\)|=>|==|^\s*\|")
_LONGEST = 4000  # characters; a list of thirty authors has some 600
_LONGEST_PROSE = 3  # sentences
_DOI = re.compile(r"\b10\.\d{4,9}/")
_MOST_DOIS = 6  # more are a list of them


def looks_like_reference(text: Clean) -> bool:
    """Whether this may be a reference, where one is expected: some words, and a date or an identifier."""
    written = text.text
    if not 12 <= len(written) <= _LONGEST or len(written.split()) < 3 or _CODE.search(written):
        return False
    if len(_DOI.findall(written)) > _MOST_DOIS:
        return False
    found = marks(text)
    is_named = bool(found.doi or found.pmid or found.arxiv or found.url or _YEAR.search(found.body))
    return _BEGINS.match(written) is not None and (is_named or _has_people_and_title(found.body))


def _has_people_and_title(body: str) -> bool:
    parts = layout(body)
    if parts.people is None or parts.title is None:
        return False
    return any(names.is_firm for names in people.readings(body[parts.people[0] : parts.people[1]]))


def is_surely_reference(text: Clean) -> bool:
    """Whether this is a reference although nothing says that one stands here."""
    if not looks_like_reference(text):
        return False
    found = marks(text)
    parts = layout(found.body)
    if parts.people is None or parts.title is None:
        return found.doi is not None and len(found.body.split()) < 60 and not _is_prose(found.body)
    title = found.body[parts.title[0] :]
    if title[0].islower() or not _has_people_and_title(found.body) or _is_prose(title):
        return False
    return bool(places.readings(found.body, *parts.tail)) or bool(found.doi or found.pmid or found.url)


def _is_prose(body: str) -> bool:
    sentences = re.findall(r"[a-z]{3,}[.!?]\s+[A-Z][a-z]+\s+[a-z]+\s+[a-z]+", body)
    verbs = re.findall(r"\b(?:is|are|was|were|has|have|we|can|should|that|which|it|this|these)\b", body)
    return len(sentences) > _LONGEST_PROSE or len(verbs) > 6
