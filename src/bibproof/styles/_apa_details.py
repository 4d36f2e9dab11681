"""What stands in parentheses behind the title of an APA reference: people, editions, numbers (APA 7, 9.19).

"*Title* (A. Editor, Ed.; 2nd ed., Vol. 3)"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bibproof.model import Person, Work
from bibproof.richtext import RichText, Run
from bibproof.styles._apa_names import Head, credited, in_direct_order, label, people_of
from bibproof.styles._apa_text import capitalised, plain, within


def behind_title(parts: Iterable[RichText | str]) -> RichText:
    """What stands in one pair of parentheses: groups of people, then editions and numbers."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += [Run("; ")] if runs else []
            runs += plain(part) if isinstance(part, str) else part
    return within("(", tuple(runs), ")")


def helpers(work: Work, roles: Sequence[str], head: Head) -> str:
    """Those who edited, translated or read it: "J. Strachey, Ed. & Trans.", "A. Lee, Ed.; B. Kim, Trans."."""
    groups: list[tuple[tuple[Person, ...], list[str]]] = []
    for role in roles:
        people = people_of(work, role)
        if not people or people == head.people:
            continue
        same = next((group for group in groups if group[0] == people), None)
        if same is None:
            groups.append((people, [role]))
        else:
            same[1].append(role)
    return "; ".join(
        f"{in_direct_order(people)}, {' & '.join(label(role, len(people)) for role in roles)}"
        for people, roles in groups
    )


_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)?\.?(?:\s+ed(?:ition|\.|n\.?)?)?$", re.IGNORECASE)
_EDITION_WORD = re.compile(r"\s+(?:edition|edn\.?|ed\.?)$", re.IGNORECASE)


def edition(work: Work) -> str:
    """As "2nd ed.", "Rev. ed.", "Summer 2019 ed."."""
    written = work.edition
    if not written:
        return ""
    number = _ORDINAL.match(written)
    if number is not None:
        return f"{ordinal(int(number[1]))} ed."
    bare = _EDITION_WORD.sub("", written)
    if bare.lower() in _ORDINAL_WORDS:
        return f"{ordinal(_ORDINAL_WORDS[bare.lower()])} ed."
    if bare.lower().rstrip(".") in ("rev", "revised"):
        return "Rev. ed."
    return written if "edition" in written.lower() and bare == written else f"{capitalised(bare)} ed."


def ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{('th', 'st', 'nd', 'rd', 'th', 'th', 'th', 'th', 'th', 'th')[number % 10]}"


def volumes(work: Work) -> str:
    """As "Vol. 3"; "Vols. 1–4" of a work that is cited as a whole."""
    if work.volume:
        several = re.search(r"\d\s*[-–,&]\s*\d", work.volume)
        return f"{'Vols.' if several else 'Vol.'} {work.volume.replace('-', '–')}"
    number = work.variables.get("number-of-volumes")
    return f"Vols. 1–{number}" if number and number != "1" else ""


def numbered(work: Work, kind: str) -> str:
    """A number of the work's own with what it is a number of: "Publication No. 10289373".

    One that starts with letters of an archive of its own says itself what it is: "ED545393".
    """
    number = work.number
    if not number:
        return ""
    series = work.genre or (kind if number[0].isdigit() else "")
    if not series or number.lower().startswith(series.lower()) or _SAYS_WHAT_IT_IS.match(number):
        return number
    return f"{_in_title_case(series)} {_without_no(number)}"


_SAYS_WHAT_IT_IS = re.compile(r"[^\W\d].*\sno\.?\s*\S", re.IGNORECASE)  # "NIH Publication No. 18-2424"
_NUMBER_MARK = re.compile(r"^(?:no\.?|nr\.?|number|#)\s*(?=\w)", re.IGNORECASE)


def _without_no(number: str) -> str:
    return f"No. {_NUMBER_MARK.sub('', number)}"


def _in_title_case(series: str) -> str:
    return " ".join(word if word in _SMALL_WORDS else capitalised(word) for word in series.split(" "))


_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"])
_VERSION = re.compile(r"^(?:version|ver\.|v\.?)\s*(?=\d)", re.IGNORECASE)


def version(work: Work) -> str:
    """As "Version 1.2"."""
    written = work.variables.get("version")
    if not written:
        return ""
    if "version " in written.lower()[1:]:
        return capitalised(written)  # "R package version 1.0.7"
    if written[:1] == "V" and written[1:2].isdigit():
        return f"Version {written}"  # an archive's own name for it: ICPSR's "V3"
    return f"Version {_VERSION.sub('', written)}"


def translators(work: Work, head: Head) -> str:
    """Who translated a part; none who edited the whole as well, and stands there."""
    people = people_of(work, "translator")
    if not people or people == head.people or (work.container_title and people == work.editors):
        return ""
    return credited(people, "translator")


# ------------------------------------------------------------------------------------ by kinds of works

Details = Callable[[Work, Head], tuple[str, ...]]


def translators_alone(work: Work, head: Head) -> tuple[str, ...]:
    return (translators(work, head),) if "translator" in work.people else ()


def of_book(work: Work, head: Head) -> tuple[str, ...]:
    """As "H. Weaver, Trans.; 2nd ed., Vol. 3"."""
    roles = ("editor", "editor-translator", "translator", "illustrator", "narrator")
    numbers = (edition(work), "" if work.container_title else volumes(work))
    return helpers(work, roles, head), ", ".join(part for part in numbers if part)


def of_numbered(kind: str) -> Details:
    def shown(work: Work, head: Head) -> tuple[str, ...]:
        people = helpers(work, ("editor", "translator"), head)
        return people, ", ".join(part for part in (numbered(work, kind), edition(work)) if part)

    return shown


def of_archive(work: Work, head: Head) -> tuple[str, ...]:
    """An archive's number of it and its version: "ICPSR 21600; Version V3"."""
    return helpers(work, ("editor", "translator"), head), work.number or "", version(work)


def of_preprint(work: Work, head: Head) -> tuple[str, ...]:
    number = work.number or work.eprint
    if number and work.eprint_type == "arxiv" and not number.lower().startswith("arxiv"):
        number = f"arXiv:{number}"
    elif number and work.doi is not None and number.lower() in work.doi:
        number = None  # the DOI says it
    return translators(work, head), number or "", version(work)


def of_thesis(work: Work, _head: Head) -> tuple[str, ...]:
    return (numbered(replace(work, genre=None), "Publication"),)


def of_episode(work: Work, _head: Head) -> tuple[str, ...]:
    """As "Season 3, Episode 12"; "No. 443" of a podcast."""
    if work.volume and work.number:
        return (f"Season {work.volume}, Episode {work.number}",)
    number = work.number
    return (f"No. {number}" if number and number[0].isdigit() else number or "",)
