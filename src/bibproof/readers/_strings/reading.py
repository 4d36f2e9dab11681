"""From a string to a Reference: by itself, and again with a record in mind.

By itself, a string can be read by the habits of the styles only; what is read so is good for looking the work
up, and for a list. A record says more: where its title stands in the string, there the names end and the
journal begins, and of several ways to read names and numbers, the one that fits is meant. What the string
has in those places instead is what it claims instead. What can't be read for sure is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from bibproof.compare.likeness import Likeness
from bibproof.compare.titles import compare_titles
from bibproof.model import Date, Reference, Span, Work
from bibproof.readers._csl_bibtex import BibtexValues, entry_type
from bibproof.readers._strings import containers, fitting, kinds, people, places
from bibproof.readers._strings.clean import Clean
from bibproof.readers._strings.layout import Layout, end_of_people, layout, trimmed
from bibproof.readers._strings.located import Found, Squeezed, title_in
from bibproof.readers._strings.marks import Marks, marks
from bibproof.readers._strings.years import Year, years

Range = tuple[int, int]

_YEAR_AND_AFTER = re.compile(r"[\s,.;|]*[(\[]?\s*(?:1[5-9]|20)\d\d[a-z]?(?:[,/][^()\[\]]*)?[)\]]?[\s,.:;|]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-\s]?)+")
_IN_BRACKETS = re.compile(r"[(\[](?:[^\W\d_]{3,9}\.?\s)?$")  # "(2018", "(May 2018"
_LONGEST_QUERY = 800  # characters
_MOSTLY = 0.5  # the share of the people from which they are these, with one added or exchanged


def reference_of(key: str, key_span: Span, text: Clean) -> Reference:
    """The reference that a string claims; `reread` reads it with a record's work in mind."""
    return _String(key, key_span, text).reference(None)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a string says, and where."""

    work: Work
    spans: dict[str, Range]


class _String:
    def __init__(self, key: str, key_span: Span, text: Clean) -> None:
        self._key, self._key_span, self._text = key, key_span, text
        self._marks: Marks = marks(text)
        self._body = self._marks.body
        self._plain = layout(self._body)
        self._read: dict[int, tuple[Work, Reference]] = {}  # with their records, so that no id comes twice

    @cached_property
    def _squeezed(self) -> Squeezed:
        return Squeezed(self._body)

    def reread(self, record: Work) -> Reference:
        """The reference, read with this record in mind; a record is asked about several times."""
        known = self._read.get(id(record))
        if known is None:
            known = self._read[id(record)] = (record, self.reference(record))
        return known[1]

    def reference(self, record: Work | None) -> Reference:
        claim = _Reading(self._body, self._marks, *self._parts(record), record).claim()
        fields = {name: self._text.span(*span) for name, span in claim.spans.items()}
        return Reference(
            key=self._key,
            work=claim.work,
            span=self._text.whole,
            key_span=self._key_span,
            entry_type=entry_type(claim.work),
            fields=MappingProxyType(fields),
            values=BibtexValues(claim.work, claim.work.doi),
            reread=self.reread,
        )

    def _parts(self, record: Work | None) -> tuple[Layout, Found | None]:
        """Where the parts stand: around the record's title if the string has it, else as styles have them."""
        found = None if record is None else title_in(self._squeezed, record)
        if record is None or found is None:
            return (None if record is None else self._untitled(record)) or self._plain, None
        plain = self._plain.title
        if (
            not found.exact
            and plain is not None
            and plain[1] >= found.span[1] - 3
            and self._is_better(record, plain, found)
        ):
            return self._plain, Found(plain, exact=False)
        start, end = found.span
        before = _without_year(self._body, start)
        return Layout(before, found.span, (end, len(self._body))), found

    def _untitled(self, record: Work) -> Layout | None:
        """Around the name of the record's journal, in a style that gives no titles."""
        found = containers.like(self._body, (0, len(self._body)), record)
        if found is None:
            return None
        start, end = found[1]
        initials = _INITIALS.match(self._body, start, end)
        if initials is not None:  # of the last of the people: "Berg, A. Estuaries"
            bare = containers.like(self._body, (initials.end(), end), record)
            if bare is not None and bare[0] is found[0]:
                start = initials.end()
        title = self._plain.title
        if (
            title is not None
            and not start <= title[0] < end  # "Complex Anal. Oper. Theory"
            and kinds.is_title(self._body[title[0] : title[1]], record)
        ):
            return None
        first = end_of_people(self._body[:start])
        if first is not None and len(self._body[first:start].split()) > 2:
            return None  # there is a title, of another work
        return Layout(_without_year(self._body, start), None, (start, len(self._body)))

    def _is_better(self, record: Work, title: Range, found: Found) -> bool:
        """Whether the title as styles have it is more like the record's than the words that were found."""
        plain, located = (
            compare_titles(Work(title=self._body[span[0] : span[1]]), record) for span in (title, found.span)
        )
        return (fitting.POINTS[plain.field.likeness], plain.overlap) > (
            fitting.POINTS[located.field.likeness],
            located.overlap,
        )


def _without_year(body: str, end: int) -> Range | None:
    """The people before a title, and not the year between them."""
    before = body[:end]
    year = _YEAR_AND_AFTER.search(before.rstrip('“"‘«„ '))
    stop = end if year is None else year.start()
    found = trimmed(body, 0, stop)
    if found is None or not re.search(r"[^\W\d_]", body[found[0] : found[1]]):
        return None
    return (found[0], found[1] + 1) if body[found[1] : found[1] + 1] == "." else found


class _Reading:
    def __init__(
        self, body: str, found_marks: Marks, parts: Layout, found: Found | None, record: Work | None
    ) -> None:
        self._body, self._marks, self._parts, self._found, self._record = (
            body,
            found_marks,
            parts,
            found,
            record,
        )
        self._spans: dict[str, Range] = {
            name: span for name, span in found_marks.places if name in ("doi", "url", "pmid")
        }

    def claim(self) -> _Claim:
        title = self._title()
        names = self._names(has_title=title is not None)
        year = self._year()
        place = self._place(year)
        container = self._container(place, year)
        kind = kinds.kind(self._around_title(), self._marks, place, container)
        if kind == "document" and names is not None and names.is_group and self._has_year_first(year):
            kind = "webpage"  # what offices and societies publish is a page, as far as can be told
        kind = kinds.as_recorded(
            kind, self._record, has_title=self._found is not None, has_container=container is not None
        )
        work = Work(
            type=kind,
            title=title,
            authors=() if names is None else names.people,
            et_al=names is not None and names.et_al,
            issued=None if year is None else Date(year.year),
            container_title=container,
            volume=place.volume,
            issue=place.issue,
            page=place.pages,
            doi=self._marks.doi,
            pmid=self._marks.pmid,
            eprint=self._marks.arxiv,
            eprint_type=None if self._marks.arxiv is None else "arxiv",
            url=self._marks.url,
            accessed=self._marks.accessed,
            unstructured=" ".join(self._body.split())[:_LONGEST_QUERY],
        )
        return _Claim(replace(work, **kinds.details(self._body, work)), self._spans)

    def _around_title(self) -> str:
        start, end = self._parts.title or (0, 0)
        return self._body[:start] + " " * (end - start) + self._body[end:]

    def _has_year_first(self, year: Year | None) -> bool:
        """Whether people, year and title are all there is, in this order."""
        title, tail = self._parts.title, self._parts.tail
        is_all = not self._body[tail[0] : tail[1]].strip(" .")
        return is_all and (year is None or title is None or year.span[0] < title[0])

    def _title(self) -> str | None:
        span = self._parts.title
        if span is None:
            return None
        written = " ".join(self._body[span[0] : span[1]].split())
        if self._found is None and not kinds.is_title(written, self._record):
            return None
        self._spans["title"] = span
        return written

    # --- people

    def _names(self, *, has_title: bool) -> people.Names | None:
        """The people; without a title it is not sure where they end: most of them must be the record's."""
        span = self._parts.people
        if span is None:
            return None
        listed = people.readings(self._body[span[0] : span[1]])
        names = self._best_names(listed)
        if names is not None and not has_title and self._record is not None:
            likeness, overlap = fitting.people_likeness(names, self._record)
            is_doubtful = likeness is Likeness.DIFFERENT and overlap < _MOSTLY
            names = None if is_doubtful else names
        if names is not None:
            self._spans["author"] = span
        return names

    def _best_names(self, listed: list[people.Names]) -> people.Names | None:
        record = self._record
        firm = next((names for names in listed if names.is_firm), None)
        if record is None or not (record.authors or record.editors):
            return firm
        compared = [
            (fitting.people_likeness(names, record), names)
            for names in listed
            if fitting.may_be(names, record)
        ]
        for (likeness, _), names in compared:
            if likeness is Likeness.SAME:
                return names
        for (likeness, _), names in compared:
            if likeness is Likeness.CLOSE and (firm is None or len(names.people) == len(firm.people)):
                return names
        different = [
            (overlap, -place, names)
            for place, ((likeness, overlap), names) in enumerate(compared)
            if names.is_firm and likeness is Likeness.DIFFERENT
        ]
        if different:
            return max(different, key=lambda one: one[:2])[2]
        return firm

    # --- year, volume, issue, pages

    def _year(self) -> Year | None:
        listed = years(self._body, self._parts.title)
        if not listed:
            return None
        chosen = listed[0]
        if self._record is not None:
            chosen = next(
                (
                    year
                    for year in listed
                    if year.year in self._record.years and (year.strength >= min(chosen.strength, 3))
                ),
                chosen,
            )
        if chosen.strength == 0:
            return None
        self._spans["year"] = chosen.span
        return chosen

    def _place(self, year: Year | None) -> places.Place:
        start, end = self._parts.tail
        body = self._body
        if self._parts.title is None and self._parts.people is not None:
            start = self._parts.people[1]
        undated = body if year is None else body[: year.span[0]] + "    " + body[year.span[1] :]
        if year is not None and not _IN_BRACKETS.search(body, 0, year.span[0]):
            body = undated  # so that it is no volume
        listed = places.readings(body, start, end)
        if year is not None:
            listed = [place for place in listed if not fitting.is_this_year(place, year)]
        if not listed:
            return places.Place()
        place = listed[0]
        if self._record is not None:
            place = fitting.best(listed, self._record)
            place = fitting.without_doubtful(place, undated[start:end], start, self._record)
        names = {"volume": "volume", "issue": "number", "pages": "pages"}
        self._spans.update({names[name]: span for name, span in place.spans.items()})
        return place

    # --- container

    def _is_sure_container(self, span: Range, place: places.Place) -> bool:
        """Whether this can only be the name of another journal than the record's."""
        return "title" in self._spans and kinds.is_plain_container(self._body[span[0] : span[1]], place)

    def _container(self, place: places.Place, year: Year | None) -> str | None:
        start, end = self._parts.tail
        if "title" not in self._spans and self._record is None:
            return None
        stops = [span[0] for span in place.spans.values()]
        if year is not None and year.span[0] >= start:
            stops.append(year.span[0])
        first = containers.first_part(self._body, start, stops)
        span = first
        if self._record is not None:
            whole = None if first is None else containers.like(self._body, first, self._record)
            whole = whole or containers.like(self._body, (start, end), self._record)
            if whole is not None:
                span = whole[1]
            elif span is not None and not self._is_sure_container(span, place):
                span = None
        if span is None:
            return None
        self._spans["journal"] = span
        return " ".join(self._body[span[0] : span[1]].split())
