"""The verbs: read a bibliography, check it, fix it, add to it, lock it, render it, cite from it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bibproof.desk import open_desk
from bibproof.errors import FileError, UsageError
from bibproof.model import Library
from bibproof.readers import no_collection, read_data, read_file
from bibproof.settings import Settings

if TYPE_CHECKING:
    from bibproof.adding import Addition
    from bibproof.desk import Notice
    from bibproof.evidence import DoiStanding, Progress, Record
    from bibproof.findings import Report
    from bibproof.fixing import Fix
    from bibproof.listing import Entry, Options
    from bibproof.lockfile import Lock
    from bibproof.selection import Subject


def _ignore(*_: object) -> None:
    """Nobody is watching."""


def read(path: str | os.PathLike[str]) -> Library:
    """Read a bibliography. What of it can't be read is in the library's `broken`.

    Raises FileError where there is no such file, or it is none that can be read.
    """
    return read_file(Path(path))


def references() -> Library:
    """The ten references that the project carries, as they were really published."""
    here = Path(__file__).parent
    carried = here / "references.bib"  # in an installed package; in the source tree it is at the top
    return read(carried if carried.exists() else here.parents[1] / "references.bib")


def check(
    *libraries: Library | str | os.PathLike[str] | Subject,
    settings: Settings | None = None,
    progress: Progress = _ignore,
    notice: Notice = _ignore,
) -> Report:
    """Check bibliographies against the published record.

    Locks beside the files answer first; the network is asked for what they lack. `progress` is told how far
    the questions are, `notice` what the user should know of the run (a cache that could not be used). A
    project's settings count where a `selection.Subject` has them. Raises FileError for a file or lock that
    can't be read, UsageError for an address that is none, and on Ctrl-C `findings.Interrupted`, a
    KeyboardInterrupt that has the report as far as it goes.
    """
    from bibproof.selection import Subject, subject

    settings = settings or Settings.from_environment()
    subjects = [each if isinstance(each, Subject) else subject(_as_library(each)) for each in libraries]
    locks = [_lock_under(each, settings) for each in subjects]
    return _check(list(zip(subjects, locks, strict=True)), settings, progress, notice)


def fix(
    *libraries: Library | str | os.PathLike[str],
    unsafe: bool = False,
    accept: Mapping[str, str] = MappingProxyType({}),
    settings: Settings | None = None,
    progress: Progress = _ignore,
    notice: Notice = _ignore,
) -> tuple[Fix, ...]:
    """What can be put right in BibTeX files, one `Fix` a file. Nothing is written: that is `Fix.write`.

    A DOI that is missing, written as an address or dead by a slip is put right; with `unsafe` also every
    field that differs from the record. `accept` gives, by key, the DOI of the work that an entry means. What
    could not be asked for stays as it is, and so does what comments or the project's settings leave aside.
    Raises what `check` raises, and UsageError for a file that is no BibTeX, a key that there is not, and a
    DOI that leads to no record.
    """
    from bibproof.fixing import check_can_be_fixed, plan
    from bibproof.selection import policy_of, subject

    settings = settings or Settings.from_environment()
    read_libraries = [_as_library(library) for library in libraries]
    check_can_be_fixed(read_libraries, accept)
    chosen = _chosen_records(read_libraries, accept, settings, progress, notice)
    subjects = [subject(library, policy_of(library)) for library in read_libraries]
    report = check(*subjects, settings=settings, progress=progress, notice=notice)
    results = iter(report.results)
    return tuple(
        plan(library, [next(results) for _ in library], chosen, unsafe=unsafe) for library in read_libraries
    )


def _chosen_records(
    libraries: Iterable[Library],
    accept: Mapping[str, str],
    settings: Settings,
    progress: Progress,
    notice: Notice,
) -> dict[str, Record | None]:
    """The records of the DOIs that the user has chosen, by key; None where no answer was had."""
    from bibproof.fixing import chosen_record
    from bibproof.lockfile import Lock
    from bibproof.lookup import as_doi, find_dois

    dois = {key: as_doi(written) for key, written in accept.items()}
    if not dois:
        return {}
    locks = [_lock_of(library) if settings.use_locks else Lock() for library in libraries]
    with open_desk(settings, progress, notice) as desk:
        standings = find_dois([(doi, lock) for lock in locks for doi in accept.values()], desk)
    return {key: chosen_record(key, doi, standings[doi]) for key, doi in dois.items()}


def find(
    *dois: str, settings: Settings | None = None, progress: Progress = _ignore, notice: Notice = _ignore
) -> dict[str, DoiStanding]:
    """Where DOIs stand: `Found` with the record, `NotFound`, `Elsewhere` or `Unavailable`.

    They may be written in any way; the answer is by what was written. All are asked for together. Raises
    UsageError for what is no DOI.
    """
    from bibproof.lockfile import Lock
    from bibproof.lookup import as_doi, find_dois

    bare = {written: as_doi(written) for written in dois}
    with open_desk(settings or Settings.from_environment(), progress, notice) as desk:
        standings = find_dois([(doi, Lock()) for doi in dois], desk)
    return {written: standings[doi] for written, doi in bare.items()}


def show(*records: Record) -> str:
    """Records as BibTeX entries, under keys of family name and year."""
    from bibproof.adding import bibliography

    return bibliography(record.work for record in records)


def add(library: Library | str | os.PathLike[str], *records: Record) -> Addition:
    """Records as entries behind those of a BibTeX file. Nothing is written: that is `Addition.write`.

    What the file has by its DOI is not added again. The file need not be there yet. Raises UsageError for one
    that is no BibTeX, FileError for one whose encoding can't hold an entry.
    """
    from bibproof.adding import with_works

    if not isinstance(library, Library):
        path = Path(library)
        library = read(path) if path.exists() else read_data(b"", path)
    if not library.is_bibtex:
        raise UsageError(f"{library.path}: this is no BibTeX, and entries are added to BibTeX only")
    return with_works(library, (record.work for record in records))


def write_report(report: Report, form: str = "text") -> str:
    """A report as text in a form of `reports/`: "text", "json", "sarif", "html" and others.

    Raises UsageError for a form that there is not.
    """
    from bibproof.reports import write

    return write(report, form)


def lock(
    library: Library | str | os.PathLike[str],
    *,
    refresh: bool = False,
    settings: Settings | None = None,
    progress: Progress = _ignore,
    notice: Notice = _ignore,
) -> Report:
    """Write the lock beside a bibliography, and report the check that it rests on.

    With `refresh`, everything is asked for anew. What can't be asked for keeps what the lock held. Raises
    what `check` raises, FileError where the lock can't be written, UsageError for a library without a file.
    """
    from bibproof.lockfile import Lock, settle_lock, write_lock
    from bibproof.selection import policy_of, subject

    settings = settings or Settings.from_environment()
    read_library = _as_library(library)
    path = _place_of_lock(read_library)
    before = _lock_of(read_library)
    if refresh:
        settings = replace(settings, use_cache=False)
    about = subject(read_library, policy_of(read_library))
    report = _check([(about, Lock() if refresh else before)], settings, progress, notice)
    cases = [result.case for result in report.results]
    write_lock(path, settle_lock(cases, before))
    return report


def _place_of_lock(library: Library) -> Path:
    """Where the lock goes. Raises UsageError for what can have none, and would overwrite one."""
    from bibproof.lockfile import lock_path

    if library.path is None:
        raise UsageError("a library that was not read from a file has no place for a lock")
    path = lock_path(library.path)
    if path == library.path:
        raise UsageError(f"{library.path}: this is a lock; name the bibliography beside it")
    if not library.references:
        raise UsageError(f"{library.path}: there is no reference in it to be locked")
    return path


def render(
    library: Library | str | os.PathLike[str],
    style: str = "apa",
    to: str = "html",
    *,
    keys: Iterable[str] | None = None,
    options: Options | None = None,
) -> str:
    """The list of references in a style ("apa", "vancouver", or the path of a .csl file) and a format.

    `to` is "text", "html", "markdown", "latex" or "rtf". `keys` chooses references and their order; styles
    that sort bring them into their own. An entry that can't be written in full is written as far as it goes.
    Raises UsageError for a style, format or key that there is not.
    """
    from bibproof.rendering import check_is_text, written

    check_is_text(to)
    return written(list_entries(library, style, keys=keys, options=options), to).decode()


Library.as_html = staticmethod(render)  # what a notebook shows: APA, as HTML


def list_entries(
    library: Library | str | os.PathLike[str],
    style: str = "apa",
    *,
    keys: Iterable[str] | None = None,
    options: Options | None = None,
) -> list[Entry]:
    """The list as `render` writes it, entry by entry, with what could not be written.

    Where a lock stands beside the library's file, its records say what their journals are called in short,
    unless `options` says otherwise.
    """
    from bibproof.rendering import choose, style_named, with_locked_titles

    found_style = style_named(style)
    read_library = _as_library(library)
    chosen = read_library.references if keys is None else choose(read_library, keys)
    with no_collection():
        return found_style.entries(chosen, with_locked_titles(options, read_library))


def cite(
    library: Library | str | os.PathLike[str],
    keys: Iterable[str],
    style: str = "apa",
    to: str = "text",
    *,
    locators: Mapping[str, str] | None = None,
    in_sentence: bool = False,
    options: Options | None = None,
) -> str:
    """A citation of some of a library's works: "(Greenway et al., 2010; Lee et al., 2018)", "(3,6)".

    `locators` says by key where in the work ("p. 12"). `in_sentence` gives the form that is part of a
    sentence: "Greenway et al. (2010)". Numbers, and the letters of 2018a, are those of the whole library's
    list, written with the same `options`. Raises UsageError for a style, format or key that there is not.
    """
    from bibproof.listing import Citation
    from bibproof.outputs import output
    from bibproof.rendering import cite as cite_in
    from bibproof.rendering import style_named, with_locked_titles

    citations = [Citation(key, (locators or {}).get(key)) for key in keys]
    write, cited_style, read_library = output(to).inline, style_named(style), _as_library(library)
    found = with_locked_titles(options, read_library)
    return write(cite_in(read_library, citations, cited_style, found, in_sentence=in_sentence))


def _as_library(library: Library | str | os.PathLike[str]) -> Library:
    return library if isinstance(library, Library) else read(library)


def _lock_of(library: Library) -> Lock:
    from bibproof.lockfile import Lock, lock_path, read_lock

    found = None if library.path is None else read_lock(lock_path(library.path))
    return found or Lock()


def _lock_under(subject: Subject, settings: Settings) -> Lock:
    """The lock, as far as options and the project's settings want one. Raises FileError where one must be."""
    from bibproof.lockfile import Lock, lock_path

    wanted, library = subject.policy.lock, subject.library
    if not settings.use_locks or wanted == "ignore":
        return Lock()
    if wanted == "require" and library.path is not None and library.references:
        path = lock_path(library.path)
        if not path.is_file():
            raise FileError(
                f"{path}: there is no lock, and {subject.policy.file} requires it; run bibproof lock"
            )
    return _lock_of(library)


def _check(
    subjects: list[tuple[Subject, Lock]], settings: Settings, progress: Progress, notice: Notice
) -> Report:
    from bibproof.findings import Interrupted, merge
    from bibproof.lookup import look_up
    from bibproof.selection import report_on

    with open_desk(settings, progress, notice) as desk:
        cases = look_up([(subject.library, lock) for subject, lock in subjects], desk, progress)
    today = date.today()
    report = merge(
        report_on(subject, own_cases, today) for (subject, _), own_cases in zip(subjects, cases, strict=True)
    )
    if not report.is_complete:
        raise Interrupted(report)
    return report
