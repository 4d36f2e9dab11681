"""`bibproof fix`: put right what is sure, and say what else could be."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bibproof.cli._progress import is_watched
from bibproof.cli._run import FOUND, PATH, UNCHECKED, asking, network_options, notice
from bibproof.errors import BibproofError, UsageError

if TYPE_CHECKING:
    from bibproof.fixing import Change, Fix

_LONGEST = 70  # characters of a value that are shown


@click.command(short_help="Put right what the record says otherwise.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option("--unsafe", is_flag=True, help="Rewrite every field that differs from the record, too.")
@click.option(
    "--accept",
    "accepted",
    metavar="KEY=DOI",
    multiple=True,
    help="The work that an entry means: its DOI is put in; with --unsafe, all that differs. May be repeated.",
)
@click.option("--diff", "as_diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--allow-unchecked", is_flag=True, help="Exit with 0 although a source could not answer.")
@network_options
def fix(
    files: tuple[Path, ...],
    accepted: tuple[str, ...],
    unsafe: bool,  # noqa: FBT001 - click's signature
    as_diff: bool,  # noqa: FBT001 - click's signature
    allow_unchecked: bool,  # noqa: FBT001 - click's signature
    **network: Any,  # noqa: ANN401 - click's options, each of its own type
) -> None:
    """Put right what is sure in BibTeX files: DOIs that are missing, written as addresses, or dead by a slip.

    FILE is a file, a folder (the .bib files in and below it) or a pattern ('refs/**/*.bib').

    Only the changed values are touched: all else, and every key, stays as it is, byte for byte.

    \b
    Exit codes:
      0  done; with --diff: there is nothing to change
      1  with --diff: there is something to change
      2  bad usage, a file that could not be read, or has changed since it was read
      3  a source could not answer: what it was asked for stays as it is (--allow-unchecked makes it 0)
    """  # noqa: D301 - click reads the control character and keeps the lines
    from bibproof import api
    from bibproof.selection import files_of

    accept = _accepted(accepted)
    paths = files_of(files)
    with asking(network) as (settings, progress):
        fixes = api.fix(
            *paths, unsafe=unsafe, accept=accept, settings=settings, progress=progress, notice=notice
        )
    if as_diff:
        _show(fixes)
    else:
        _write(fixes)
    _tell_rest(fixes)
    if as_diff and any(one.changes for one in fixes):
        sys.exit(FOUND)
    if any(one.unchecked for one in fixes) and not allow_unchecked:
        sys.exit(UNCHECKED)


def _accepted(written: Sequence[str]) -> dict[str, str]:
    """The DOIs by key. Raises UsageError."""
    accept: dict[str, str] = {}
    for one in written:
        key, mark, doi = one.partition("=")
        if not mark or not key.strip() or not doi.strip():
            raise UsageError(f"--accept {one}: expected KEY=DOI, such as kim2020=10.1000/182")
        if key.strip() in accept:
            raise UsageError(f"--accept: {key.strip()!r} is named twice")
        accept[key.strip()] = doi.strip()
    return accept


def _show(fixes: Sequence[Fix]) -> None:
    """The diffs, in the files' own encodings for programs, as text for people."""
    for one in fixes:
        is_for_people = is_watched(sys.stdout) or one.library.encoding.startswith("utf-16")
        encoding = "utf-8" if is_for_people else one.library.encoding
        click.echo(one.diff.encode(encoding, "replace"), nl=False)


def _write(fixes: Sequence[Fix]) -> None:
    """Write every file that can be written, and say what was done; the first error is raised at the end."""
    failed: BibproofError | None = None
    for one in fixes:
        try:
            one.write()
        except BibproofError as error:
            if failed is not None:
                notice(str(error))
            failed = failed or error
            continue
        if one.changes:
            click.echo(f"{one.library.path}")
            for change in one.changes:
                click.echo(_described(change))
    if failed is not None:
        raise failed
    done = sum(len(one.changes) for one in fixes)
    files = sum(bool(one.changes) for one in fixes)
    click.echo(
        f"{_counted(done, 'field')} changed in {_counted(files, 'file')}" if done else "nothing to change"
    )


def _described(change: Change) -> str:
    new = _short(change.new)
    if change.old is None or not change.old.strip():
        return f"  {change.key}: {change.field} added: {new}"
    return f"  {change.key}: {change.field}: {_short(change.old)} -> {new}"


def _short(value: str) -> str:
    folded = " ".join(value.split())
    return folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 3]}..."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _tell_rest(fixes: Sequence[Fix]) -> None:
    """What was left as it is, on standard error."""
    for one in fixes:
        if one.retracted:
            notice(f"{one.library.path}: retracted, which no edit puts right: {', '.join(one.retracted)}")
        if one.held_back:
            fields: dict[str, list[str]] = {}
            for change in one.held_back:
                fields.setdefault(change.key, []).append(change.field)
            listed = "; ".join(f"{key}: {', '.join(names)}" for key, names in fields.items())
            notice(f"{one.library.path}: --unsafe would change {listed}")
        if one.unchecked:
            notice(f"{one.library.path}: could not be checked, and not changed: {', '.join(one.unchecked)}")
