"""Lists of publishers, institutions and places, as biblatex writes them: "Press A and Press B"."""

from __future__ import annotations

import re

from bibproof.bibtex.latex import decode

_AND = re.compile(r"\s+and\s+")
_GROUP = re.compile(r"\{[^{}]*\}")
_SMALL = re.compile(
    r"(?:sons?|co|company|brothers|bros|associates|partners|friends|daughters?)\b", re.IGNORECASE
)
_ONE_NAME = re.compile(  # firms, offices and what they are for, in which people forget the braces
    r"\b(?:(?:Arts?|Drugs?|Food|Fish|Health|Research|Sciences?|Technology|Trade|Patent|Aeronautics|Oceanic"
    r"|Culture|Education|Training|Control|Security|Agriculture|Forestry|Economics|Medicine|Engineering"
    r"|Environment|Energy|Industry|Labou?r|Justice|Housing|Safety|Statistics|Humanities|Letters|Business)"
    r" and (?:Administration|Aging|Allied|Applied|Arts|Atmospheric|Business|Care|Commerce|Communication"
    r"|Consumer|Cultural|Culture|Cooperation|Development|Drug|Ecology|Economic|Education|Engineering|Environment"
    r"|Environmental|Family|Fisheries|Food|Forestry|Health|Human|Humanities|Industry|Innovation|Learning"
    r"|Letters|Medical|Medicine|Mental|Natural|Policy|Prevention|Public|Quality|Research|Safety|Science|Sciences"
    r"|Security|Social|Society|Space|Sports?|Technical|Technology|Trademark|Training|Urban|Welfare|Wildlife)"
    r"|Dissertations and Theses"
    r"|Allen and Unwin|Allyn and Bacon|Bell and Howell|Chapman and Hall|Dodd and Mead|Faber and Faber"
    r"|Farrar, Straus,? and Giroux|Ginn and Company|Grune and Stratton|Harcourt,? Brace,? and World"
    r"|Harper and (?:Row|Brothers)|Hodder and Stoughton|Holt,? Rinehart,? and Winston|Lawrence and Wishart"
    r"|Lippincott,? Williams,? and Wilkins|Mills and Boon"
    r"|Routledge and Kegan Paul|Rowman and Littlefield|Simon and Schuster|Smith and Elder"
    r"|Taylor and Francis|Thames and Hudson|Weidenfeld and Nicolson|Williams and Wilkins"
    r"|Duncker and Humblot|Kiepenheuer and Witsch|Hoffmann and Campe"
    r"|Vandenhoeck and Ruprecht|Walker and Company)\b",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"\b(?:academ|agency|alliance|association|board|bureau|cent(?:er|re)|coalition|college|commission|committee"
    r"|consortium|council|department|dept|division|faculty|federation|fund|institut|laborator|ministry|network"
    r"|office|organi[sz]ation|school|service|societ|union)\w*\.? (?:of|for|on|in)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:academ|agency|association|cent(?:er|re)|college|compan|council|department|faculty|foundation|hospital"
    r"|inc|institut|ltd|ministry|office|press|publish|school|societ|studio|universit|verlag)",
    re.IGNORECASE,
)


def with_place(publisher: str) -> tuple[str | None, str]:
    """The place and the name, where libraries write both: "Chicago : ALA Editions"."""
    place, mark, name = publisher.partition(" : ")
    return (place.strip(), name.strip()) if mark and place.strip() and name.strip() else (None, publisher)


def names_of(value: str, *, is_list: bool) -> str | None:
    """The names with "; " between each two where the value is a biblatex list; else the value as text.

    To biblatex an "and" outside braces separates. People forget the braces of names with an "and" in them:
    well-known firms, offices of this and that, and what goes on with "Sons" or "Company" are not taken apart.
    """
    if not is_list or " and " not in value:
        return decode(value).rstrip(" ,;:") or None
    protected = [span.span() for pattern in (_GROUP, _ONE_NAME) for span in pattern.finditer(value)]
    names, start = [], 0
    for mark in _AND.finditer(value):
        if _SMALL.match(value, mark.end()) or any(a <= mark.start() < b for a, b in protected):
            continue
        if _OFFICE_OF.search(value, start, mark.start()) and not _BODY.search(value, mark.end()):
            continue
        names.append(value[start : mark.start()])
        start = mark.end()
    texts = (decode(name) for name in [*names, value[start:]])
    return "; ".join(text for text in texts if text and text != "others") or None
