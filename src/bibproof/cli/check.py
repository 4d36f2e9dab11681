"""`bibproof check` and `bibproof lock`."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bibproof.cli import _again as again
from bibproof.cli._completion import plugins
from bibproof.cli._progress import is_watched
from bibproof.cli._run import (
    FOUND,
    INTERRUPTED,
    PATH,
    UNCHECKED,
    network_options,
    notice,
    settings_from,
    watched,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibproof.cli._outputs import Output
    from bibproof.findings import Report
    from bibproof.reports.text import Run

_FORMATS = "text (default), json, sarif, junit, github, gitlab, markdown, html, or csv"
_SEVERITIES = ("error", "warning", "note")


@click.command(short_help="Check bibliographies, and say what is wrong.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option(
    "--format",
    "report_format",
    metavar="FORMAT",
    shell_complete=plugins("bibproof.reports"),
    help=f"What to print: {_FORMATS}.",
)
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT:PATH",
    multiple=True,
    help="Write a report to a file as well; may be given several times. The suffix tells the format where"
    " it can (out.sarif, out.html, out.md, out.csv, out.json, out.xml); - is standard output.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    help="What exits with 1 (default: what the settings say, or error).",
)
@click.option("--allow-unchecked", is_flag=True, help="Exit with 0 although a source could not answer.")
@click.option("--no-lock", is_flag=True, help="Leave NAME.lock files aside.")
@click.option(
    "--changed-since", metavar="REV", help="Only entries that are not as they were in this revision of git."
)
@click.option(
    "--cited-in",
    metavar="DOCUMENT",
    multiple=True,
    type=PATH,
    help="Only what this document cites (.tex, .aux, .bcf, .md, .qmd, .typ), and what it cites in vain; may"
    " be given several times.",
)
@click.option(
    "--stdin-filename",
    metavar="PATH",
    type=PATH,
    help="What a file read from standard input is called, and where its settings and lock are looked for.",
)
@click.option(
    "--baseline",
    metavar="PATH",
    type=PATH,
    help="Leave aside the findings that are listed in this file: only new ones count.",
)
@click.option("--write-baseline", is_flag=True, help="List what is found now in the baseline.")
@click.option("--show-suppressed", is_flag=True, help="Show what is left aside as well, and why.")
@click.option("--no-config", is_flag=True, help="Read no bibproof.toml and no pyproject.toml.")
@network_options
@again.remembered
def check(files: tuple[Path, ...], **options: Any) -> None:  # noqa: ANN401 - click's, each of its own type
    """Check bibliographies and say what is wrong, where, and what the record says.

    FILE is a file (BibTeX, CSL-JSON), a folder (the .bib files in and below it), a pattern ('refs/**/*.bib'),
    or - for standard input.
    """
    from bibproof import api
    from bibproof.cli._options import CheckOptions
    from bibproof.cli._outputs import outputs_from
    from bibproof.cli._subjects import Subjects
    from bibproof.findings import Interrupted

    told = CheckOptions.of(options)
    subjects = Subjects.of(files, told)
    wanted = outputs_from(told.outputs, told.report_format, subjects.read)
    settings = replace(settings_from(**told.network), use_locks=not told.no_lock)
    try:
        with watched(settings, verbose=told.verbose, debug=told.debug) as progress:
            report = api.check(*subjects.checked, settings=settings, progress=progress, notice=notice)
    except Interrupted as interrupted:
        notice("interrupted")
        _write_all(interrupted.report, wanted)
        sys.exit(INTERRUPTED)
    report = replace(report, shows_suppressed=told.show_suppressed)
    if told.write_baseline:
        report = subjects.with_new_baseline(report)
    _write_all(report, wanted)
    again.conclude(conclusive=not report.unchecked and not subjects.have_baselines)
    _exit(report, subjects.fail_on, allow_unchecked=told.allow_unchecked)


@click.command(short_help="Write the record that each reference was settled on.")
@click.argument("file", metavar="FILE", type=PATH)
@click.option("--refresh", is_flag=True, help="Ask for every record anew.")
@network_options
def lock(
    file: Path,
    refresh: bool,  # noqa: FBT001 - click's signature
    verbose: bool,  # noqa: FBT001 - click's signature
    debug: bool,  # noqa: FBT001 - click's signature
    **network: Any,  # noqa: ANN401 - click's options, each of its own type
) -> None:
    """Write NAME.lock beside NAME.bib: the record that each reference was settled on.

    A later check reads it and asks the network only for what it lacks.
    """
    from bibproof import api
    from bibproof.findings import Interrupted
    from bibproof.selection import policy_of

    settings = settings_from(**network)
    try:
        with watched(settings, verbose=verbose, debug=debug) as progress:
            report = api.lock(file, refresh=refresh, settings=settings, progress=progress, notice=notice)
    except Interrupted as interrupted:
        notice("interrupted: the lock is left as it was")
        _write(interrupted.report, "text")
        sys.exit(INTERRUPTED)
    _write(report, "text")
    fail_on = {id(one): policy_of(one).fail_on or "error" for one in report.libraries}
    _exit(report, fail_on, allow_unchecked=False)


def _write_all(report: Report, outputs: Sequence[Output]) -> None:
    """Files first: what is printed may meet a reader who goes away."""
    from bibproof.cli._outputs import write_files

    write_files(report, outputs)
    for output in outputs:
        if output.path is None:
            _write(report, output.form)


def _exit(report: Report, fail_on: Mapping[int, str], *, allow_unchecked: bool) -> None:
    from bibproof.policy import fails

    if fails(report, fail_on):
        sys.exit(FOUND)
    if report.unchecked and not allow_unchecked:
        sys.exit(UNCHECKED)


def _write(report: Report, form: str) -> None:
    """Print a report; in colour on a terminal, in UTF-8 for programs."""
    from bibproof.reports import pieces
    from bibproof.reports.text import lines

    if form == "text" and is_watched(sys.stdout) and "NO_COLOR" not in os.environ:
        width = min(shutil.get_terminal_size().columns, 120)
        again.echo("".join(f"{''.join(map(_styled, line))}\n" for line in lines(report, width)))
    else:
        _print(pieces(report, form), form)


def _print(pieces: Iterable[str], form: str) -> None:
    """Text goes out in the terminal's encoding, whatever that lacks written out; data always in UTF-8."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8") if form == "text" else "utf-8"
    again.echo_pieces(piece.encode(encoding, "backslashreplace") for piece in pieces)


def _styled(run: Run) -> str:
    if not run.style or not run.text.strip():
        return run.text
    if run.style == "bold":
        return click.style(run.text, bold=True)
    return click.style(run.text, dim=True) if run.style == "dim" else click.style(run.text, fg=run.style)
