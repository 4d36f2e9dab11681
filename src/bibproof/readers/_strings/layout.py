"""Where people, title and the rest stand in a string, by the habits of the styles.

People come first, in nearly every style; the year follows them in brackets (APA, Harvard, Springer) or bare
(Chicago, CSE), or stands at the end (Vancouver, Nature, IEEE, MLA). A title is in quotation marks (Chicago,
MLA, IEEE), or ends with a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibproof.compare.name_words import PARTICLES
from bibproof.readers._strings import people, places

Range = tuple[int, int]

_MARKS_AT_START = re.compile(r"\A[\s.,:;]+")
_QUOTED = re.compile(
    r"(?:(?P<open>[“\"«„‟])(?P<double>[^“”\"«»„]{3,600}?)[”\"»“]"
    r"|(?<![\w])[‘'](?P<single>[^‘]{8,600}?)[’'](?=[,.\s]|$)(?!\w))"
)
_DAY = (  # before a year: "Apr", "3 May", "May 3,", "Spring", in the languages of most lists
    r"(?:\d{1,2}\.?\s+)?(?:jan|feb|f[eé]v|m[aä]r|apr|avr|abr|ma[iy]|jun|jui|jul|aug|ago|ao[uû]|sep|set|o[ck]t"
    r"|out|nov|de[cz]|d[eé]c|spring|summer|autumn|fall|winter)[^\W\d_]*\.?"
    r"(?:[-–/][^\W\d_]{3,9}\.?)?\s+(?:\d{1,2},?\s+)?"
)
_YEAR_IN_BRACKETS = re.compile(
    rf"\s*[(\[](?:c\.?\s?|{_DAY})?(?:(?:1[5-9]|20)\d\d(?:[/-]\d\d(?:\d\d)?)?[a-z]?(?:\s*[,/][^()\[\]]{{0,30}})?"
    r"|n\.\s?d\.|in press|forthcoming|o\.\s?J\.)[)\]]\s*[.,:;]?\s*",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(
    r"[.,]?\s+(?:1[5-9]|20)\d\d[a-z]?\s*[.,:]\s+(?=[^\W\d_“\"‘(\[])|[.,]\s+n\.\s?d\.\s*[.,:]?\s+"
)
_END_OF_PEOPLE = re.compile(r"\.\s+|:\s+|[,;]\s+(?=[^\W\d_])")
_END_OF_TITLE = re.compile(r"[.?!…][\"”’)\]]?(?:\s+(?=[^\s])|$)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|vs|st|e\.g|i\.e|cf|spp?|ssp|var|subsp|dr|mr|mrs|no|vol|ca|approx|al|etc|u\.s)$",
    re.IGNORECASE,
)
_KIND_IN_BRACKETS = re.compile(
    r"\s*(?:\((?=[^()]*(?:dissertation|thesis|\bed\.|edition|\bvol\.|report|publication no))[^()]*\)"
    r"|\[(?:[^\[\]]*(?:dissertation|thesis|preprint|internet|online)[^\[\]]*)\])\s*[.,]?\s*$",
    re.IGNORECASE,
)
_NAME_FOLLOWS = re.compile(r"\s+[^\W\d_a-z]")  # “A title” Journal 2019
_IN = re.compile(r"in:?\s+(?=[^\W\d_a-z]|\d)")
_LONGEST_PEOPLE = 3000
_LONGEST_NAME = 12  # words, of a journal
_LEAST_TITLE = 5  # words, of one that holds numbers itself
_MANY_WORDS = 12  # that are no names by now: neither are more of them
_MARKS_BEFORE = frozenset(' ,;:.?!“”"‘’«»')
_MARKS_BEHIND = frozenset(' ,;:.“”"«»')


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a string as ranges of its text; None for a part that could not be told."""

    people: Range | None
    title: Range | None
    tail: Range


def layout(body: str) -> Layout:
    """The parts of a string whose marks are blanked out."""
    return _quoted(body) or _dated(body) or _undated(body)


def trimmed(body: str, start: int, end: int) -> Range | None:
    """A range without the blanks and marks around it."""
    while start < end and body[start] in _MARKS_BEFORE:
        start += 1
    while end > start and body[end - 1] in _MARKS_BEHIND:
        end -= 1
    return (start, end) if end > start else None


def _quoted(body: str) -> Layout | None:
    for match in _QUOTED.finditer(body):
        name = "double" if match["double"] else "single"
        start, end = match.span(name)
        before = body[: match.start()].rstrip()
        inside = match[name].strip()
        ends_well = (
            inside[-1:] in ",.?!"
            or body[match.end() : match.end() + 1] in (",", ".", "")
            or (len(inside.split()) >= _LEAST_TITLE and _NAME_FOLLOWS.match(body, match.end()) is not None)
        )
        if (before and before[-1] not in ".,:)]") or len(inside.split()) < 2 or not ends_well:
            continue
        year = _YEAR_IN_BRACKETS.search(before + " ")
        end_of_people = year.start() if year is not None and year.start() > 0 else len(before)
        bare = None if year is not None else _BARE_YEAR.search(before + " X")
        if bare is not None and bare.end() >= len(before):
            end_of_people = bare.start()
        return Layout(
            _people_range(body, 0, end_of_people), trimmed(body, start, end), (match.end(), len(body))
        )
    return None


def _people_range(body: str, start: int, end: int) -> Range | None:
    found = trimmed(body, start, end)
    if found is None:
        return None
    return (found[0], found[1] + 1) if body[found[1] : found[1] + 1] == "." and found[1] < end else found


def _dated(body: str) -> Layout | None:
    """People, then the year, then the title."""
    for pattern in (_YEAR_IN_BRACKETS, _BARE_YEAR):
        match = pattern.search(body, 1)
        if match is None or match.start() > _LONGEST_PEOPLE or match.end() >= len(body):
            continue
        if (
            pattern is _BARE_YEAR
            and "." in body[: match.start()]
            and _has_title_before(body[: match.start()])
        ):
            continue
        readings = people.readings(body[: match.start()])
        if any(names.is_firm for names in readings) and not _has_title_before(body[: match.start()]):
            title, tail = _title_from(body, match.end())
            return Layout(_people_range(body, 0, match.start()), title, tail)
    return None


def _has_title_before(text: str) -> bool:
    """Whether what stands before the year holds a title already: the names end before it."""
    end = end_of_people(text + " ")
    return end is not None and len(text[end:].split()) > 3


def _undated(body: str) -> Layout:
    end = end_of_people(body)
    if end is None:
        end = _end_of_direct_names(body)
    title, tail = _title_from(body, 0 if end is None else end)
    return Layout(None if end is None else _people_range(body, 0, end), title, tail)


def end_of_people(body: str) -> int | None:
    """Where the title begins after a list of names; None where no list of names can be told."""
    et_al = people.ET_AL.search(body, 0, _LONGEST_PEOPLE)
    if et_al is not None and et_al.start() > 0 and _are_names(body[: et_al.start()]):
        return len(body) - len(_MARKS_AT_START.sub("", body[et_al.end() :]))
    for match in _END_OF_PEOPLE.finditer(body, 0, _LONGEST_PEOPLE):
        after = body[match.end() :]
        if not (_is_title_piece(after) if match[0][0] in ",;" else _begins_title(after)):
            continue
        before = body[: match.start()]
        if _are_whole_names(before):
            return match.end()
        if len(before.split()) > _MANY_WORDS and not _are_names(before):
            return None
    return None


_DIRECT_NAME = (
    r"(?:[^\W\d_a-z]\.[-\s]?){1,4}(?:[a-z]{2,3}\s){0,2}[^\W\d_a-z][\w'’‐-]+(?:\s[^\W\d_a-z][\w'’‐-]+)?"
)
_DIRECT_NAMES = re.compile(rf"{_DIRECT_NAME}(?:(?:,?\s(?:and|&)|,)\s{_DIRECT_NAME}){{0,200}},\s+")


def _end_of_direct_names(body: str) -> int | None:
    """Where names with initials first end: "P. Li and Z. Pan, Physics Letters A"."""
    match = _DIRECT_NAMES.match(body)
    return None if match is None else match.end()


def _begins_title(after: str) -> bool:
    word = re.match(r"[\[(“\"‘'¿¡]*([\w'’-]+)(\.?)(,?)", after)
    if word is None:
        return False
    bare = word[1]
    if bare.lower() in ("and", "et", "jr", "sr", "ii", "iii") or after.startswith(("&", ",")):
        return False
    if len(bare) == 1 and word[2]:
        return False
    return not (bare.isupper() and len(bare) <= 2 and bool(word[3] or word[2])) and not re.match(
        r"[^\W\d_]\.?-?[^\W\d_]?\.", after
    )


def _is_title_piece(after: str) -> bool:
    """Whether what stands before the next comma can be no name: "A widget to embed citations"."""
    words = re.split(r"[,;:.]", after, maxsplit=1)[0].split()
    if len(words) < 3 or words[0].lower() in ("and", "&", "et", "und"):
        return False
    return any(
        word.isalpha() and word.islower() and len(word) > 2 and word not in PARTICLES for word in words
    )


def _are_names(before: str) -> bool:
    return any(names.is_firm and _is_list(before, names) for names in people.readings(before))


def _is_list(before: str, names: people.Names) -> bool:
    """Whether initials, commas or a group's words show that these are names and no title."""
    if any(person.literal is not None for person in names.people):
        return True
    return bool(
        re.search(r"\b[A-ZÀ-Þ]{1,3}\b\.?(?:[,;.\s]|$)|\b[A-Z]\.", before)
        or ("," in before and all(person.given for person in names.people[:1]))
    )


def _are_whole_names(before: str) -> bool:
    if not _are_names(before):
        return False
    parts = re.split(r"\s*[,;]\s*|\s+(?:&|and)\s+", before.strip())
    last = parts[-1].strip()
    if re.fullmatch(r"(?:[A-Z]\.?[-\s]?){1,3}", last):  # initials alone: of a name that stands before them
        if len(parts) == 1:
            return re.fullmatch(r"[A-Z]{3}", last) is not None  # an office's: "WHO"
        return not re.search(r"(?:^|\s)[A-Z]\.?(?:\s|$)", parts[-2].strip())
    return True


def _title_from(body: str, start: int) -> tuple[Range | None, Range]:
    """The title that begins here, and what follows it."""
    while start < len(body) and body[start] in " ,;:.":
        start += 1
    if _IN.match(body, start) is not None:  # no title: "M. Farsi, in Advances in Synthesis Gas, 2023"
        return None, (start, len(body))
    locator = first_locator(body, start)
    for match in ends_of_title(body, start):
        if locator is not None and match.start() > locator:
            break
        return _title_range(body, start, match.start() + (match[0][0] in "?!")), (match.end(), len(body))
    before_locator = body.rfind(". ", start, locator) if locator is not None else -1
    if before_locator > start + 10:  # "eLife", "npj Genomic Medicine"
        return _title_range(body, start, before_locator), (before_locator + 1, len(body))
    if locator is not None and (comma := body.rfind(", ", start, locator)) > start + 10:
        first = body.find(", ", start, locator)
        cut = comma if body[comma + 2 : locator].strip(" ,(") else first
        return _title_range(body, start, cut), (cut, len(body))
    if not body[start:].strip(" ."):
        return None, (start, len(body))
    end = next(ends_of_title(body, start), None)
    is_long = end is not None and len(body[start : end.start()].split()) >= _LEAST_TITLE
    if end is not None and is_long and first_locator(body, end.end()) is not None:
        # the numbers before were the title's: "p-xylene 1,2-oxide"
        return _title_range(body, start, end.start()), (end.end(), len(body))
    if locator is not None and _is_journal_alone(body[start:locator], body[locator:]):
        return None, (start, len(body))
    return _title_range(body, start, len(body)), (len(body), len(body))


def _is_journal_alone(before: str, after: str) -> bool:
    """Whether a name and numbers are all there is: "PeerJ 1, e128 (2013)", a style without titles."""
    is_name = len(before.split()) <= _LONGEST_NAME
    return is_name and not re.search(r"[^\W\d_]{4}", after)


def _title_range(body: str, start: int, end: int) -> Range | None:
    if (kind := _KIND_IN_BRACKETS.search(body[start:end])) is not None and kind.start() > 0:
        end = start + kind.start()
    found = trimmed(body, start, end)
    if found is None or not re.search(r"[^\W\d_]", body[found[0] : found[1]]):
        return None
    return found


def ends_of_title(body: str, start: int) -> Iterator[re.Match[str]]:
    """Each mark that may end a title which begins at `start`."""
    for match in _END_OF_TITLE.finditer(body, start):
        before, after = body[start : match.start()], body[match.end() : match.end() + 1]
        if not before.strip() or (match[0][0] == "." and _ABBREVIATED.search(before)):
            continue
        if after and after.islower() and match[0][0] == ".":
            continue
        yield match


def first_locator(body: str, start: int) -> int | None:
    """Where the first volume or page stands after `start`."""
    found = [place.start for place in places.readings(body, start, len(body))]
    return min(found, default=None)
