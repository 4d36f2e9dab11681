"""What `bibproof check` is to look at: the files read, chosen from, each under its project's settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bibproof.cli._run import notice
from bibproof.errors import UsageError

if TYPE_CHECKING:
    from bibproof.cli._options import CheckOptions
    from bibproof.findings import Report
    from bibproof.selection import Subject


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of a run; `read` are all files that it reads, which no report may overwrite.

    `fail_on` has the threshold of each, by its library's identity. `baseline` is the one to be written.
    """

    checked: Sequence[Subject]
    read: Sequence[Path]
    fail_on: Mapping[int, str]
    baseline: Path | None = None

    @classmethod
    def of(cls, arguments: Sequence[Path], told: CheckOptions) -> Subjects:
        """Read what the arguments and options name. Raises UsageError and FileError."""
        from bibproof.readers import no_collection
        from bibproof.selection import changed_since, cited_in, files_of

        files = files_of(arguments)
        named = told.stdin_filename
        if named is not None and (not named.name or named.is_dir()):
            raise UsageError(
                f"--stdin-filename: {named} names no file; say it as in --stdin-filename refs.bib"
            )
        with no_collection():
            checked = [_subject(file, told) for file in files]
        places = {_baseline_of(each, told) for each in checked} - {None}
        baseline = _to_be_written(places, files, told) if told.write_baseline else None
        checked = [_with_baseline(each, told) for each in checked]
        if told.changed_since is not None:
            checked = [changed_since(each, told.changed_since) for each in checked]
        if told.cited_in:
            checked = cited_in(checked, told.cited_in)
        fail_on = {id(each.library): told.fail_on or each.policy.fail_on or "error" for each in checked}
        read = (*files, *told.cited_in, *filter(None, (*places, named)))
        return cls(checked, read, fail_on, baseline)

    @property
    def have_baselines(self) -> bool:
        return any(each.baseline is not None for each in self.checked)

    def with_new_baseline(self, report: Report) -> Report:
        """Write the baseline, and leave aside what is in it now."""
        from bibproof.baseline import all_old, write_baseline

        if self.baseline is None:
            return report
        count = write_baseline(report, self.baseline)
        findings = "1 finding is" if count == 1 else f"{count} findings are"
        notice(f"{self.baseline}: {findings} listed")
        return all_old(report, self.baseline)


def _subject(file: Path, told: CheckOptions) -> Subject:
    from bibproof.policy import Policy
    from bibproof.selection import policy_of, read_input, subject

    library = read_input(file, told.stdin_filename)
    return subject(library, Policy() if told.no_config else policy_of(library))


def _baseline_of(subject: Subject, told: CheckOptions) -> Path | None:
    return told.baseline or subject.policy.baseline


def _with_baseline(subject: Subject, told: CheckOptions) -> Subject:
    from bibproof.baseline import read_baseline

    path = _baseline_of(subject, told)
    if path is None or (told.write_baseline and not path.exists()):
        return subject
    return replace(subject, baseline=read_baseline(path))


def _to_be_written(places: set[Path | None], files: Sequence[Path], told: CheckOptions) -> Path:
    """The one baseline of a run of whole files. Raises UsageError."""
    if told.changed_since is not None or told.cited_in:
        raise UsageError("--write-baseline: check whole files, without --changed-since and --cited-in")
    if len(places) != 1:
        raise UsageError("--write-baseline: say where, as in --baseline bibproof-baseline.json")
    (path,) = places
    if path is None or any(path.resolve() == file.resolve() for file in files):
        raise UsageError(f"--write-baseline: {path} is a bibliography; name a file of its own")
    return path
