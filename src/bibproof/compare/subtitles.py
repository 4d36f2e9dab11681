"""Where a title may end and its subtitle begin, and what is no subtitle: a part's number, "Reply"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibproof.compare.parentheses import ACRONYM, LAST_PARENTHESIS, ROMAN, is_glued
from bibproof.compare.text import squeeze, word_set, words
from bibproof.compare.words import bits

_BREAK = re.compile(
    r"\s*[:;?!]+[\s*]*(?=\S)|\.\s+(?=\S)|\s*[—–‒―]\s*|\s+-{1,3}\s*|-{2,3}|\s+/+\s*|\s*(?=[(\[])|,\s+or,?\s+"
)
_NUMBER_OF_PART = re.compile(
    r"\W*(?:(?:part|pt|teil|partie|parte|section|volume|vol|no)\b\.?\s*)?"
    r"(?:[ivx]+|\d{1,2}|one|two|three|four)\b(?:\s*[:;)—–]|[.,](?:\s|$)|\s+-|\s*$)",
    re.IGNORECASE,
)
_ABOUT_IT = word_set(
    """
    erratum errata corrigendum correction reply response comment comments commentary retraction
    retracted discussion addendum rebuttal rejoinder diagnosis answer answers
    """
)
_KINDS = word_set("abstract review reprint reprinted letter")


def is_main_title(shorter: str, longer: str, main: str | None) -> bool:
    """Whether the shorter title is the longer one without its subtitle."""
    wanted = squeeze(shorter)
    if main is not None and squeeze(main) == wanted:
        return True
    if not squeeze(longer).startswith(wanted):
        return False
    return any(
        squeeze(head) == wanted and is_subtitle(rest) and len(words(head)) > 0
        for head, rest in breaks(longer)
    )


def missing_part(cited: str, recorded: str) -> str:
    """What to say where one title lacks only a part's number and title: "II. Further implications"."""
    for shorter, longer, clause in (
        (cited, recorded, "the record's '{}' is not in the title"),
        (recorded, cited, "the title's '{}' is not in the record's"),
    ):
        wanted = squeeze(shorter)
        if not squeeze(longer).startswith(wanted):
            continue
        for head, rest in breaks(longer):
            if squeeze(head) == wanted and _NUMBER_OF_PART.match(rest):
                return clause.format(rest.strip())
    return ""


def breaks(title: str) -> Iterator[tuple[str, str]]:
    """A title taken apart at each mark after which a subtitle may begin."""
    for mark in _BREAK.finditer(title):
        head, rest = title[: mark.start()], title[mark.end() :]
        if mark[0].startswith(".") and rest[0].islower():
            continue
        if not mark[0] and is_glued(title, mark.end()):
            continue
        if head.strip() and rest.strip():
            yield head, rest


def is_subtitle(rest: str) -> bool:
    """Not the number of a part, nor what makes it a text about the work ("Reply", "Erratum")."""
    listed = words(rest)
    if not listed or _NUMBER_OF_PART.match(rest):
        return False
    if rest.lstrip().startswith(("(", "[")):
        return _is_optional_parenthesis(rest.strip())
    return not (_ABOUT_IT & set(listed) and all(bits(word) == 0 for word in set(listed) - _ABOUT_IT))


def _is_optional_parenthesis(rest: str) -> bool:
    """An acronym, or what kind of text it is, in brackets; at the end, or before a subtitle."""
    acronym = ACRONYM.match(rest)
    if acronym is None or ROMAN.fullmatch(acronym[1]):
        return LAST_PARENTHESIS.fullmatch(rest) is not None and bool(_KINDS & set(words(rest)))
    after = rest[acronym.end() :].strip()
    return not after or (after[0] in ":;.?!—–-" and is_subtitle(after))
