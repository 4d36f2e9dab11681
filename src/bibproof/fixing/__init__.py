"""Which edits are made in a library, and what it becomes.

The rules' edits are proposals. Each is made only if the file reads afterwards as before, the field then
agrees with the record, and no other field of any entry has changed. Pure, but for `Fix.write`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches, unified_diff

from bibproof.compare import compare
from bibproof.edits import doi_cleaning, doi_insertion, doi_replacement, replacement, subtitle_replacement
from bibproof.errors import UsageError
from bibproof.evidence import Case, DoiStanding, Elsewhere, Found, Record, Unavailable
from bibproof.files import replace_text
from bibproof.findings import Edit, Result, Verdict
from bibproof.fixing._checks import Proposal, applied, sound
from bibproof.model import Library
from bibproof.rules.retracted import retracted

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry, before and after, as BibTeX's text. `old` is None where the field is added."""

    key: str
    field: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A library, and what it becomes. Nothing is written before `write` is called.

    `changes` are in `text`; `held_back` are those that are not safe and were not asked for. `unchecked` are
    the keys of entries that a source could not answer for: they stay as they are. `retracted` are the keys of
    entries in `changes` whose work has been retracted, which no edit puts right.
    """

    library: Library
    text: str
    changes: tuple[Change, ...] = ()
    held_back: tuple[Change, ...] = ()
    unchecked: tuple[str, ...] = ()
    retracted: tuple[str, ...] = ()

    @property
    def diff(self) -> str:
        """A unified diff, whose lines keep their own line ends; empty where nothing changes."""
        name = str(self.library.path or "library")
        before, after = _LINE.findall(self.library.text), _LINE.findall(self.text)
        lines = unified_diff(before, after, name, f"{name} (fixed)")
        ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return "".join(ended)

    def write(self) -> None:
        """Write the file in one step, where anything changes.

        Raises FileError where the file is not what was read any more or can't be written, UsageError for a
        library without a file.
        """
        if self.library.path is None:
            raise UsageError("a library that was not read from a file can't be written back")
        if self.changes:
            replace_text(self.library.path, self.library.text, self.text, self.library.encoding)


def check_can_be_fixed(libraries: Sequence[Library], accept: Iterable[str]) -> None:
    """Raise UsageError for a library that is no BibTeX, and for a key that none of them has."""
    for library in libraries:
        if not library.is_bibtex:
            raise UsageError(
                f"{library.path}: this is no BibTeX, and only BibTeX is fixed; nothing is changed"
            )
    known = [reference.key for library in libraries for reference in library]
    for key in accept:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            raise UsageError(
                f"--accept: there is no entry {key!r}" + (f"; the nearest key is {near[0]!r}" if near else "")
            )


def chosen_record(key: str, doi: str, standing: DoiStanding) -> Record | None:
    """The record of a DOI that the user has chosen; None where no answer was had.

    Raises UsageError where it is sure that there is none to be had.
    """
    if isinstance(standing, Found):
        return standing.record
    if isinstance(standing, Unavailable):
        return None
    why = (
        f"{standing.agency} registered it, whose records are not asked for"
        if isinstance(standing, Elsewhere)
        else "no agency has registered it"
    )
    raise UsageError(f"--accept {key}={doi}: this DOI leads to no record ({why})")


def plan(
    library: Library, results: Sequence[Result], accepted: Mapping[str, Record | None], *, unsafe: bool
) -> Fix:
    """What becomes of a library.

    `results` are the library's, in its order. `accepted` holds, by key, the records that the user has chosen,
    or None where no answer was had; their DOIs are safe.
    """
    wanted: list[Proposal] = []
    others: list[Proposal] = []
    unchecked = []
    for number, result in enumerate(results):
        reference = result.case.reference
        chosen = accepted.get(reference.key) if library[reference.key] is reference else None
        is_chosen = reference.key in accepted
        if chosen is None and (is_chosen or result.verdict is Verdict.UNCHECKED):
            unchecked.append(reference.key)
            continue
        case = result.case if chosen is None else _with_record(result.case, chosen)
        edits = _proposed(result) if chosen is None else _of_chosen(case)
        for field, edit in edits:
            proposal = Proposal(number, case, field, edit)
            (wanted if unsafe or edit.safe else others).append(proposal)
    cases = [result.case for result in results]
    text, made = sound(library, cases, wanted)
    _, possible = sound(library, cases, [*made, *others]) if others else (text, made)
    made_places = {(proposal.number, proposal.field) for proposal in made}
    held_back = [proposal for proposal in possible if (proposal.number, proposal.field) not in made_places]
    return Fix(
        library,
        text,
        _changes(library, made),
        _changes(library, held_back),
        tuple(unchecked),
        tuple(dict.fromkeys(one.case.reference.key for one in made if any(retracted.find(one.case)))),
    )


def _with_record(case: Case, record: Record) -> Case:
    return replace(
        case,
        record=record,
        comparison=compare(case.reference.work, record.work),
        parts=(),
        because="accepted",
    )


def _proposed(result: Result) -> list[tuple[str, Edit]]:
    """The edits of a result's findings; and where no rule has anything to say of its DOI, its cleaning."""
    edits = [
        (finding.field or "doi", finding.edit) for finding in result.findings if finding.edit is not None
    ]
    edits += _of_subtitle(result.case, edits)
    if all(field != "doi" for field, _ in edits) and (cleaning := doi_cleaning(result.case)) is not None:
        edits.append(("doi", cleaning))
    return edits


def _of_chosen(case: Case) -> list[tuple[str, Edit]]:
    """The DOI of the record that was chosen, and every field that differs from it."""
    record, comparison = case.record, case.comparison
    if record is None or comparison is None or record.work.doi is None:
        return []
    cited = case.reference.work.doi
    if cited == record.work.doi:
        doi = doi_cleaning(case)
    else:
        doi = doi_replacement(case, record) or doi_insertion(case, record.work.doi)
    found = [] if doi is None else [("doi", replace(doi, safe=True))]
    for field in (*comparison.differs, *comparison.close):
        edit = replacement(case, field)
        if edit is not None:
            found.append((field, edit))
    return [*found, *_of_subtitle(case, found)]


def _of_subtitle(case: Case, edits: Sequence[tuple[str, Edit]]) -> list[tuple[str, Edit]]:
    """What belongs to the edit of a title where the entry has its subtitle in a field of its own."""
    edit = subtitle_replacement(case) if any(field == "title" for field, _ in edits) else None
    return [] if edit is None else [("subtitle", edit)]


def _changes(library: Library, proposals: Sequence[Proposal]) -> tuple[Change, ...]:
    """The changes in the order of the file, as the fields read before and after."""
    after = applied(library, proposals)
    changes = []
    for proposal in sorted(proposals, key=lambda proposal: proposal.edit.span):
        before, now = library.references[proposal.number], after.references[proposal.number]
        written = now.written_field(proposal.field) or proposal.field
        changes.append(Change(before.key, written, before.values.get(written), now.values.get(written, "")))
    return tuple(changes)
