"""What kind of work a string is about, and what else it says: publisher, edition, place."""

from __future__ import annotations

import re
from typing import Any

from bibproof.compare.containers import container_likeness
from bibproof.compare.likeness import Likeness
from bibproof.compare.text import fold
from bibproof.model import Work
from bibproof.readers._strings.marks import Marks
from bibproof.readers._strings.places import Place

_THESIS = re.compile(
    r"\b(?:thesis|dissertation|diss\.|habilitation|ph\.?\s?d\.?\s+thesis|th[eè]se|tesis|doktorarbeit"
    r"|masterarbeit)(?=\W|$)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:technical|tech\.|research|final)\s+rep(?:ort|\.)|\breport\s+no\b|\bwhite paper\b"
    r"|\bworking paper\b",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(
    r"\bproc(?:eedings|s?\.)\s+(?!natl?\b|nat\.|r\b|roy|soc|inst|biol|am\b|nutr|ieee$)|\b(?:conference"
    r"|symposium|workshop|congress|tagung)\b|\bconf\.",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:[.,”\"’?!)]\s*)[Ii]n(?::\s|\s(?=[A-Z“\d]))")
_EDITORS = re.compile(r"[(\[,]\s*(?:eds?|editors?|hrsg)\b\.?", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"\b(?:Press|Publish(?:ers|ing)|Publications|Verlag|Books|Springer|Wiley|Elsevier|Routledge|Sage|SAGE"
    r"|Blackwell|McGraw-?\s?Hill|Pearson|Academic|Macmillan|Penguin|Kluwer|Birkh[äa]user|Karger|Thieme"
    r"|Addison-Wesley|Prentice[- ]Hall|Freeman|Saunders|Mosby|Lippincott|O[’']Reilly|Erlbaum|Guilford)\b"
)
_BEFORE_IT = re.compile(r"(?:[A-Z][\w&’'-]*\s+(?:of\s+)?){1,4}$")  # "Oxford University" of Press
_BEHIND_IT = re.compile(r"(?:[- ](?:[A-Z&][\w-]*))*")  # "& Francis"
_EDITION = re.compile(
    r"[(,.]?\s*\b(?P<edition>\d{1,2})(?:st|nd|rd|th)\s+ed(?:ition|n)?\b\.?\)?", re.IGNORECASE
)
_JOURNAL = re.compile(
    r"\b(?:journal|j|jour|rev|review|reviews|annals|ann|archives?|arch|letters|lett|bulletin|bull"
    r"|transactions|trans|acta"
    r"|zeitschrift|revista|revue|medicine|med|research|res|science|sciences|sci|nature|lancet|cell|plos"
    r"|quarterly)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:[A-Z][\w-]{0,7}\. |[A-Z][\w-]* |(?:and|of|for|in|et|und|für|de) ){1,7}[A-Z][\w-]{0,7}\."
)  # "Water Resour. Res.", "Drug Deliv. and Transl. Res."
_LONGEST_CONTAINER = 14  # words
_LONGEST_ABBREVIATION = 5  # letters; "Chem" of "J. Am. Chem. Soc." is no title


def kind(around: str, found: Marks, place: Place, container: str | None) -> str:
    """CSL's type, told by what stands around the title; "document" where it can't be told."""
    named = container or ""
    is_in_book = _IN.search(around) and (_EDITORS.search(around) or place.volume is None)
    is_before_numbers = container and (place.volume or place.pages) and _publisher(named) != named
    told = {
        "thesis": _THESIS.search(around),
        "report": _REPORT.search(around),
        "paper-conference": _PROCEEDINGS.search(around if is_in_book else named),
        "chapter": is_in_book,
        "article": found.arxiv and place.volume is None,
        "article-journal": is_before_numbers,
        "book": _PUBLISHER.search(around) or _EDITION.search(around),
    }
    first = next((name for name, told_by in told.items() if told_by), None)
    if first is not None:
        return first
    if (place.volume and place.pages) or _JOURNAL.search(named):
        return "article-journal"
    return "webpage" if found.url is not None and found.doi is None else "document"


def as_recorded(own: str, record: Work | None, *, has_title: bool, has_container: bool) -> str:
    """The type that the record has, where the string has its title and does not say what it is itself."""
    if record is None or not has_title:
        return own
    if own == "document" or (own == "webpage" and has_container):
        return record.type
    return own


def details(body: str, work: Work) -> dict[str, Any]:
    """Publisher, place and edition, of works that have them."""
    if work.type not in ("book", "chapter", "paper-conference", "report", "thesis"):
        return {}
    found: dict[str, Any] = {}
    if edition := _EDITION.search(body):
        found["edition"] = edition["edition"]
    if publisher := _publisher(body):
        found["publisher"] = publisher
    if work.type == "book" and work.container_title is not None:
        found["container_title"] = None
    return found


def _publisher(text: str) -> str | None:
    """The name around the first word that only publishers have in theirs."""
    word = _PUBLISHER.search(text)
    if word is None:
        return None
    before = _BEFORE_IT.search(text[max(0, word.start() - 60) : word.start()])
    behind = _BEHIND_IT.match(text, word.end())
    start = word.start() - (0 if before is None else len(before[0]))
    return " ".join(text[start : word.end() if behind is None else behind.end()].split())


def is_title(written: str, record: Work | None) -> bool:
    """Whether a text in a title's place is a title; not a journal's name, nor one with its numbers."""
    words = written.split()
    if re.search(r"\b(?:1[5-9]|20)\d\d\s*[,;:]\s*\d|\d\s*\(\d+\)\s*[:,]\s*\w?\d|\bpp?\.\s*\d", written):
        return False
    if len(words) == 1 and len(written) <= _LONGEST_ABBREVIATION:
        return False
    abbreviated = sum(word.endswith(".") for word in words[:-1])
    if abbreviated * 3 >= len(words) and abbreviated:
        return False
    containers = () if record is None else (record.container_title, *record.other_container_titles)
    return not any(
        name and (container_likeness(written, name) is Likeness.SAME or _begins(written, name))
        for name in containers
    )


def _begins(written: str, name: str) -> bool:
    """Whether a journal's name, abbreviated or not, begins so: "Regae: Rev", as a mark cuts it off."""
    ours, theirs = fold(written).split(), fold(name).split()
    cut = zip(ours, theirs, strict=False)
    return 0 < len(ours) < len(theirs) and all(their.startswith(our) for our, their in cut)


def is_plain_container(written: str, place: Place) -> bool:
    """Whether this can be nothing but a journal's name: short, no publisher's, and before numbers."""
    is_before_numbers = place.volume is not None or place.pages is not None
    if len(written.split()) > _LONGEST_CONTAINER or not (is_before_numbers or _JOURNAL.search(written)):
        return False
    if re.search(r"\d|^in\b|\b(?:eds?|press|verlag|publisher|edition)\b", written, re.IGNORECASE):
        return False
    has_sentence = re.search(r"[^\W\d_]{6}\.\s", written) and not _ABBREVIATED.fullmatch(written)
    return not _PROCEEDINGS.search(written) and not has_sentence
