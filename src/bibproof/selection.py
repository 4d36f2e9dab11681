"""What is to be checked: files, folders and patterns, which of their entries, and under which settings."""

from __future__ import annotations

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from glob import glob, has_magic
from pathlib import Path

from bibproof.baseline import Baseline
from bibproof.config import find_config
from bibproof.documents import EVERYTHING, cited_keys, read_document
from bibproof.errors import FileError, UsageError
from bibproof.evidence import Case
from bibproof.findings import (
    CitationRule,
    Citations,
    LibraryRule,
    Report,
    Rule,
    SuppressionRule,
    in_order,
    judge,
    stamp,
)
from bibproof.model import Library, Reference, Span
from bibproof.policy import Policy, Run, apply
from bibproof.readers import read_data, read_file
from bibproof.revisions import earlier_bytes
from bibproof.rules import all_rules
from bibproof.suppression import Suppression, comments_in

STANDARD_INPUT = "-"
_NOT_LOOKED_INTO = {"node_modules", "__pycache__", "site-packages"}
_PARENTS = ("crossref", "xref", "xdata", "entryset", "related")


@dataclass(frozen=True, slots=True)
class Subject:
    """A bibliography to be checked: those of its references that are wanted, and its project's policy.

    `comments` are the suppressions of the whole file. A document that cites is a Subject too, without
    references: findings about its citations point into it.
    """

    library: Library
    policy: Policy = field(default_factory=Policy)
    comments: tuple[Suppression, ...] = ()
    baseline: Baseline | None = None
    citations: Citations | None = None
    is_part: bool = False


def subject(library: Library, policy: Policy | None = None) -> Subject:
    """A library as a whole; what its comments say counts."""
    return Subject(library, policy or Policy(), comments_in(library))


def report_on(about: Subject, cases: Sequence[Case], today: date) -> Report:
    """What the rules say of a subject's cases and citations, as its policy has it."""
    report = judge(about.library, cases, all_rules())
    if about.citations is not None:
        said = [
            stamp(rule, problem, about.library, None)
            for rule in report.rules
            if isinstance(rule, CitationRule)
            for problem in rule.find(about.citations)
        ]
        report = replace(report, findings=tuple(in_order([*report.findings, *said])))
    known = None if about.baseline is None else about.baseline.of(about.library)
    run = Run(today, about.is_part, frozenset(_not_asked(report.rules, is_part=about.is_part)))
    return apply(report, about.policy, about.comments, run=run, known=known)


def _not_asked(rules: Iterable[Rule], *, is_part: bool) -> Iterator[str]:
    """The rules that find nothing without an option, and in a part of a file those about the whole of it."""
    yield "stale-lock"
    for rule in rules:
        if isinstance(rule, CitationRule | SuppressionRule) or (is_part and isinstance(rule, LibraryRule)):
            yield rule.name


def policy_of(library: Library) -> Policy:
    """The policy of the nearest settings, from the library's folder upwards. Raises FileError."""
    return find_config(Path() if library.path is None else library.path.parent).policy()


def files_of(arguments: Iterable[Path]) -> tuple[Path, ...]:
    """The files that arguments name, each once: files, folders (their .bib files), patterns, "-".

    Folders whose name starts with a dot, and those of installed packages, are passed over. Raises FileError
    for a folder without a .bib file and a pattern that nothing fits.
    """
    found: dict[str, Path] = {}
    for argument in arguments:
        for file in _files(argument):
            found.setdefault(os.path.normcase(os.path.realpath(file)), file)
    return tuple(found.values())


def _files(argument: Path) -> Sequence[Path]:
    if str(argument) == STANDARD_INPUT:
        return [argument]
    if os.path.isdir(argument):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        files = sorted(_below(argument))
        if not files:
            raise FileError(f"{argument}: there is no .bib file in this folder; name the files")
        return files
    if has_magic(str(argument)) and not os.path.exists(argument):  # noqa: PTH110 - likewise
        names = glob(str(argument), recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        files = sorted(path for path in map(Path, names) if path.is_file())
        if not files:
            raise FileError(f"{argument}: no file fits this pattern; check it")
        return files
    return [argument]


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _NOT_LOOKED_INTO]
        yield from (Path(place, name) for name in names if name.lower().endswith(".bib"))


def read_input(file: Path, stdin_name: Path | None = None) -> Library:
    """Read a file; "-" is standard input, which reports call by the name given. Raises FileError."""
    if str(file) != STANDARD_INPUT:
        return read_file(file)
    try:
        data = sys.stdin.buffer.read()
    except (OSError, AttributeError):
        raise FileError("standard input can't be read; name a file") from None
    return read_data(data, stdin_name)


def changed_since(about: Subject, revision: str) -> Subject:
    """The entries that are not in a revision of git as they are now: by key, text and what they inherit.

    What can't be read is told where it could be read then, or was not there. Raises UsageError.
    """
    library = about.library
    if library.path is None:
        raise UsageError("--changed-since: standard input has no revisions; name it with --stdin-filename")
    data = earlier_bytes(library.path, revision)
    if data is None:
        return about
    try:
        earlier = read_data(data, library.path)
    except FileError:  # it was no bibliography then
        return about
    before = defaultdict(list)
    for reference in earlier:
        before[reference.key].append(_content(earlier, reference))
    changed = tuple(one for one in library if _content(library, one) not in before[one.key])
    old_faults = {(one.key, one.reason) for one in earlier.broken}
    broken = tuple(one for one in library.broken if (one.key, one.reason) not in old_faults)
    return replace(about, library=replace(library, references=changed, broken=broken), is_part=True)


def _content(library: Library, reference: Reference) -> tuple[object, ...]:
    """What of an entry can change; line ends are git's matter."""
    text = library.text[reference.span.start : reference.span.end]
    return " ".join(text.split()), reference.entry_type, dict(reference.values)


def cited_in(subjects: Sequence[Subject], documents: Sequence[Path]) -> list[Subject]:
    """Of each bibliography what the documents cite, and the documents, with what is undefined in them.

    Raises UsageError for a kind of document that is not known, FileError for one that can't be read.
    """
    cited = {document: cited_keys(document) for document in documents}
    keys = {key for found in cited.values() for key in found}
    told = ", ".join(str(document) for document in documents)
    known = {name for one in subjects for name in _names(one.library)}
    chosen = [_only_cited(one, keys, told) for one in subjects]
    policy = subjects[0].policy if subjects else Policy()
    for document, found in cited.items():
        undefined = [key for key in found if key != EVERYTHING and key.lower() not in known]
        if undefined:
            text = read_document(document)
            citations = Citations(str(document), tuple((key, _place(text, key)) for key in undefined))
            library = Library(document, text, (), is_bibtex=False)
            chosen.append(Subject(library, policy, baseline=subjects[0].baseline, citations=citations))
    return chosen


def _names(library: Library) -> Iterator[str]:
    """The keys by which entries can be cited, in lower case, since BibTeX takes no case for another.

    An entry that can't be read is none that is missing.
    """
    for reference in library:
        yield from (name.lower() for name in (reference.key, *_listed(reference, "ids")))
        yield from (name.lower() for parent in _PARENTS for name in _listed(reference, parent))
    yield from (broken.key.lower() for broken in library.broken if broken.key)


def _listed(reference: Reference, field: str) -> list[str]:
    return [name.strip() for name in reference.values.get(field, "").split(",") if name.strip()]


def _only_cited(about: Subject, keys: set[str], told: str) -> Subject:
    """What is cited is checked. What only lends its fields to that is neither, nor is it uncited."""
    if EVERYTHING in keys:
        return about
    library, wanted = about.library, {key.lower() for key in keys}
    cited, others = [], []
    lenders: set[str] = set()
    for reference in library:
        if wanted.isdisjoint(name.lower() for name in (reference.key, *_listed(reference, "ids"))):
            others.append(reference)
        else:
            cited.append(reference)
            lenders.update(name for parent in _PARENTS for name in _listed(reference, parent))
    uncited = tuple(reference for reference in others if reference.key not in lenders)
    chosen = replace(library, references=tuple(cited))
    return replace(about, library=chosen, citations=Citations(told, uncited=uncited), is_part=True)


def _place(text: str, key: str) -> Span:
    """Where a document has a key first; its start where a part of the document has it."""
    match = re.search(rf"(?<![\w:-]){re.escape(key)}(?![\w:-])", text)
    return Span(0, 0) if match is None else Span(*match.span())
