"""Where reports go: `--output FORM:PATH`, as often as wanted; "-" is standard output."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bibproof.errors import FileError, UsageError

if TYPE_CHECKING:
    from bibproof.findings import Report

_SUFFIXES = {
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".csv": "csv",
    ".json": "json",
    ".xml": "junit",
    ".txt": "text",
}
_FORM = re.compile(r"([A-Za-z][\w-]+):(.*)", re.DOTALL)  # one letter is a drive of Windows


@dataclass(frozen=True, slots=True)
class Output:
    """A report to be written: in which form, and to which file; None is standard output."""

    form: str
    path: Path | None


def outputs_from(given: Iterable[str], form: str | None, inputs: Sequence[Path]) -> tuple[Output, ...]:
    """What `--output` and `--format` ask for. Only one report goes to standard output.

    Raises UsageError for a form that there is not, for a file that is asked for twice or that is read, and
    FileError for one that can't be written, all before anything is asked of the network.
    """
    from bibproof.reports import check_form

    outputs = [_output(each) for each in given]
    printed = [output.form for output in outputs if output.path is None]
    if form is not None or not printed:
        outputs.append(Output(form or "text", None))
        printed.append(form or "text")
    for output in outputs:
        check_form(output.form)
    if len(printed) > 1:
        raise UsageError(
            f"only one report goes to standard output, not {' and '.join(printed)}: name files for the others"
        )
    _check_paths([output.path for output in outputs if output.path is not None], inputs)
    return tuple(outputs)


def write_files(report: Report, outputs: Iterable[Output]) -> None:
    """Write the reports that go to files, each in one step. Raises FileError."""
    from bibproof.reports import write

    for output in outputs:
        if output.path is not None:
            _put(output.path, write(report, output.form).encode("utf-8", "backslashreplace"))


def _output(given: str) -> Output:
    """`sarif:out.sarif`, `json:-`, or a path whose suffix tells the form."""
    match = _FORM.fullmatch(given)
    form, target = match.groups() if match else (None, given)
    if not target:
        raise UsageError(f"--output {given!r}: name the file after the colon, or - for standard output")
    path = None if target == "-" else Path(target)
    if form is None:
        form = "" if path is None else _SUFFIXES.get(path.suffix.lower(), "")
        if not form:
            raise UsageError(f"--output {given!r}: say in which format, as in sarif:{target}")
    return Output(form, path)


def _check_paths(paths: Sequence[Path], inputs: Sequence[Path]) -> None:
    named = [file for file in inputs if file.name]  # "." and "/" have no name; to read them says so
    read = {_real(path) for file in named for path in (file, file.with_suffix(".lock"))}
    seen = set()
    for path in paths:
        real = _real(path)
        if real in read:
            raise UsageError(f"--output: {path} is read as well; a report would overwrite it")
        if real in seen:
            raise UsageError(f"--output: {path} is named twice")
        seen.add(real)
        for reason in _hindrances(path):
            raise FileError(f"{path}: can't be written ({reason}); check the path")


def _hindrances(path: Path) -> Iterator[str]:
    """Why a file can't be written; some of it shows only once it is tried."""
    from bibproof.files import is_device

    if path.is_dir():
        yield "it is a folder"
    elif not path.parent.is_dir():
        yield "there is no such folder"
    elif not os.access(path if is_device(path) else path.parent, os.W_OK):
        yield "no permission"


def _put(path: Path, data: bytes) -> None:
    from bibproof.files import write_atomically

    try:
        write_atomically(path, data)
    except OSError as error:
        raise FileError(f"{path}: can't be written ({error.strerror}); check the path") from None


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
