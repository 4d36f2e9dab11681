"""Edits held against what they come to: the file is read again as it would be, and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bibproof.compare import Likeness, compare
from bibproof.evidence import Case
from bibproof.findings import Edit
from bibproof.model import Library, Reference
from bibproof.readers.bibtex import bibtex

_MOST_TRIED_AGAIN = 20  # each costs a reading of the whole file
_PARENTS = ("crossref", "xdata")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edit of the library's reference of that number, and the case that it rests on.

    `field` is what people call the field: "journal" also where `booktitle` is written.
    """

    number: int
    case: Case
    field: str
    edit: Edit


def sound(
    library: Library, cases: Sequence[Case], proposals: Iterable[Proposal]
) -> tuple[str, list[Proposal]]:
    """The text with all edits that do what they should and nothing else; and these edits."""
    kept = _apart(proposals)
    dropped: list[Proposal] = []
    while kept:
        unsound = {id(proposal) for proposal in _unsound(library, cases, applied(library, kept), kept)}
        if not unsound:
            break
        dropped += [proposal for proposal in kept if id(proposal) in unsound]
        kept = [proposal for proposal in kept if id(proposal) not in unsound]
    for again in _by_number(dropped)[:_MOST_TRIED_AGAIN]:  # what was wrong may have been another one's doing
        more = [*kept, *again]
        kept = kept if _unsound(library, cases, applied(library, more), more) else more
    return (applied(library, kept).text if kept else library.text), kept


def _by_number(proposals: Iterable[Proposal]) -> list[list[Proposal]]:
    """Those of each entry together."""
    by_number: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        by_number.setdefault(proposal.number, []).append(proposal)
    return list(by_number.values())


def applied(library: Library, proposals: Iterable[Proposal]) -> Library:
    """The library as it reads with these edits made."""
    pieces, end = [], 0
    for edit in sorted((proposal.edit for proposal in proposals), key=lambda edit: edit.span):
        pieces += [library.text[end : edit.span.start], edit.text]
        end = edit.span.end
    return bibtex("".join([*pieces, library.text[end:]]), library.path, library.encoding)


def _apart(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that touch different characters; of two that meet, the first in the file."""
    apart: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda proposal: proposal.edit.span):
        span = proposal.edit.span
        if apart and (span.start < apart[-1].edit.span.end or span == apart[-1].edit.span):
            continue
        apart.append(proposal)
    return apart


def _unsound(
    library: Library, cases: Sequence[Case], after: Library, proposals: Sequence[Proposal]
) -> list[Proposal]:
    """The edits that must not be made together with the others."""
    if not _reads_alike(library, after):
        alone = [one for one in proposals if not _reads_alike(library, applied(library, [one]))]
        return alone or list(proposals)
    by_number = {own[0].number: own for own in _by_number(proposals)}
    found: list[Proposal] = []
    for number, (case, now) in enumerate(zip(cases, after.references, strict=True)):
        if case.reference.values == now.values:
            continue
        parents = _parents(case.reference)
        blamed = [one for one in proposals if one.case.reference.key.lower() in parents] if parents else []
        if blamed and _is_worse(case, now):
            found += blamed
        elif number in by_number:
            found += _failing(case.reference, now, by_number[number])
        elif not parents:
            return list(proposals)
    return found


def _is_worse(case: Case, now: Reference) -> bool:
    """Whether an entry differs more from its record since one from which it inherits was changed."""
    if case.record is None or case.comparison is None:
        return False
    return not set(compare(now.work, case.record.work).differs) <= set(case.comparison.differs)


def _parents(reference: Reference) -> set[str]:
    values = (reference.values.get(name, "") for name in _PARENTS)
    return {key.strip().lower() for value in values for key in value.split(",") if key.strip()}


def _reads_alike(library: Library, after: Library) -> bool:
    """Whether the encoding can hold the text, and the same entries are read from it with no more faults."""
    try:
        after.text.encode(after.encoding)
    except UnicodeEncodeError:
        return False
    same_keys = [one.key for one in library] == [one.key for one in after]
    return same_keys and _faults(after) <= _faults(library)


def _faults(library: Library) -> int:
    return sum(not broken.minor for broken in library.broken)


def _failing(before: Reference, now: Reference, own: Sequence[Proposal]) -> list[Proposal]:
    """Of the edits of one entry, those that miss their mark; all, where something else has changed."""
    touched = {name for proposal in own for name in _names(before, proposal.field)}
    if not _untouched_stay(before, now, touched):
        return list(own)
    return [proposal for proposal in own if not _hits(before, now, proposal)]


def _names(reference: Reference, field: str) -> Iterable[str]:
    written = reference.written_field(field)
    return (field, written) if field == "doi" and written else (written or field,)


def _untouched_stay(before: Reference, now: Reference, touched: set[str]) -> bool:
    def rest(values: Mapping[str, str], fields: Iterable[str]) -> dict[str, str]:
        return {name: values[name] for name in fields if name not in touched}

    return rest(before.values, before.fields) == rest(now.values, now.fields)


def _hits(before: Reference, now: Reference, proposal: Proposal) -> bool:
    """Whether the field now agrees with the record, and none that agreed has ceased to."""
    case = proposal.case
    recorded = None if case.record is None else case.record.work
    if proposal.field == "doi":
        wanted = before.work.doi if recorded is None or _is_cleaning(before, now) else recorded.doi
        return now.work.doi == wanted
    if recorded is None:
        return False
    was, is_now = compare(before.work, recorded), compare(now.work, recorded)
    field = "title" if proposal.field == "subtitle" else proposal.field
    agrees = is_now[field] is Likeness.SAME or (
        field == "title" and (was[field], is_now[field]) == (Likeness.DIFFERENT, Likeness.CLOSE)
    )  # a subtitle that the record lacks stays where it is
    return agrees and set(is_now.differs) <= set(was.differs)


def _is_cleaning(before: Reference, now: Reference) -> bool:
    return before.work.doi == now.work.doi
