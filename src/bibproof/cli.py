"""The command `bibproof`: arguments in, exit code out.

Exit codes: 0 clean; 1 a finding at or above `--fail-on`; 2 bad usage, or a file that could not be read; 3 no
such finding, but something is unchecked; 70 a fault of bibproof's own; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

from bibproof.errors import BibproofError, UsageError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from bibproof.api import Settings
    from bibproof.evidence import Progress
    from bibproof.findings import Report
    from bibproof.reports.text import Run

_FOUND, _BAD_INPUT, _UNCHECKED, _OWN_FAULT, _INTERRUPTED = 1, 2, 3, 70, 130
_SEVERITIES = ("error", "warning", "note")
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's signature
    if asked and not context.resilient_parsing:
        from bibproof import __version__

        click.echo(f"bibproof {__version__}")
        context.exit()


def _network_options(command: _Command) -> _Command:
    """The options that every command that may use the network has."""
    options = (
        click.option(
            "--crossref-url", metavar="URL", help="Crossref's API, or a server that speaks like it."
        ),
        click.option("--mailto", metavar="ADDRESS", help="Your e-mail address, for Crossref's faster pool."),
        click.option("--offline", is_flag=True, help="Open no socket: use the lock and the cache only."),
        click.option("--cache-dir", metavar="DIR", help="Where answers are kept."),
        click.option("--no-cache", is_flag=True, help="Keep no answers and use none that were kept."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def bibproof() -> None:
    """Prove references against the published record.

    \b
    Exit codes:
      0  clean
      1  a finding at or above --fail-on (default: error)
      2  bad usage, or a file that could not be read
      3  no such finding, but a source could not answer (--allow-unchecked: 0)
    """  # noqa: D301 - click reads the control character and keeps the lines


@bibproof.command(short_help="Check bibliographies, and say what is wrong.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "report_format", metavar="FORMAT", default="text", help="text (default) or json.")
@click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    default="error",
    help="What exits with 1 (default: error).",
)
@click.option("--allow-unchecked", is_flag=True, help="Exit with 0 although a source could not answer.")
@click.option("--no-lock", is_flag=True, help="Leave NAME.lock files aside.")
@_network_options
def check(
    files: tuple[Path, ...],
    report_format: str,
    fail_on: str,
    allow_unchecked: bool,  # noqa: FBT001 - click's signature
    no_lock: bool,  # noqa: FBT001 - click's signature
    **network: Any,  # noqa: ANN401 - click's options, each of its own type
) -> None:
    """Check bibliographies and say what is wrong, where, and what the record says."""
    from bibproof import api
    from bibproof.reports import check_form

    check_form(report_format)
    settings = replace(_settings(**network), use_locks=not no_lock)
    with _progress(settings) as progress:
        report = api.check(*files, settings=settings, progress=progress, notice=_notice)
    _write(report, report_format)
    _exit(report, fail_on, allow_unchecked=allow_unchecked)


@bibproof.command(short_help="Write the record that each reference was settled on.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--refresh", is_flag=True, help="Ask for every record anew.")
@_network_options
def lock(file: Path, refresh: bool, **network: Any) -> None:  # noqa: ANN401, FBT001 - click's signature
    """Write NAME.lock beside NAME.bib: the record that each reference was settled on."""
    from bibproof import api

    settings = _settings(**network)
    with _progress(settings) as progress:
        report = api.lock(file, refresh=refresh, settings=settings, progress=progress, notice=_notice)
    _write(report, "text")
    _exit(report, "error", allow_unchecked=False)


@bibproof.command()
@click.argument("name", required=False)
def rules(name: str | None) -> None:
    """List the rules, or show the page of one."""
    from bibproof.rules import all_rules

    known = {rule.name: rule for rule in all_rules()}
    if name is None:
        for rule in known.values():
            click.echo(f"{rule.name:24}{rule.severity!s:9}{rule.page.splitlines()[0]}")
    elif name in known:
        click.echo(f"{name} ({known[name].severity})\n\n{known[name].page}")
    else:
        raise UsageError(f"there is no rule {name!r}; 'bibproof rules' lists them")


def _settings(
    crossref_url: str | None,
    mailto: str | None,
    cache_dir: str | None,
    offline: bool,  # noqa: FBT001 - click's signature
    no_cache: bool,  # noqa: FBT001 - click's signature
) -> Settings:
    from bibproof.api import Settings

    if cache_dir == "":
        raise UsageError("--cache-dir: '' is no folder; name one, or say --no-cache")
    settings = Settings.from_environment()
    return replace(
        settings,
        crossref_url=settings.crossref_url if crossref_url is None else crossref_url,
        mailto=mailto or settings.mailto,
        cache_dir=settings.cache_dir if cache_dir is None else Path(cache_dir),
        offline=offline,
        use_cache=not no_cache,
    )


def _exit(report: Report, fail_on: str, *, allow_unchecked: bool) -> None:
    from bibproof.findings import Severity

    if fail_on != "never" and report.at_least(Severity[fail_on.upper()]):
        sys.exit(_FOUND)
    if report.unchecked and not allow_unchecked:
        sys.exit(_UNCHECKED)


def _write(report: Report, form: str) -> None:
    """Print a report; in colour on a terminal, in UTF-8 for programs."""
    from bibproof.reports import write
    from bibproof.reports.text import lines

    if form == "text" and _is_watched(sys.stdout) and "NO_COLOR" not in os.environ:
        width = min(shutil.get_terminal_size().columns, 120)
        for line in lines(report, width):
            click.echo("".join(_styled(run) for run in line))
    else:
        _print(write(report, form), form)


def _print(text: str, form: str) -> None:
    """Text goes out in the terminal's encoding, whatever that lacks written out; data always in UTF-8."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8") if form == "text" else "utf-8"
    click.echo(text.encode(encoding, "backslashreplace"), nl=False)


def _styled(run: Run) -> str:
    if not run.style or not run.text.strip():
        return run.text
    if run.style == "bold":
        return click.style(run.text, bold=True)
    return click.style(run.text, dim=True) if run.style == "dim" else click.style(run.text, fg=run.style)


@contextlib.contextmanager
def _progress(settings: Settings) -> Iterator[Progress]:
    """A bar on standard error while the network is asked, if somebody is looking."""
    if settings.offline or not _is_watched(sys.stderr):
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield show


def _is_watched(stream: TextIO | None) -> bool:
    """Whether somebody may be looking; Python has no stream where its file is closed."""
    return stream is not None and stream.isatty()


def _notice(text: str) -> None:
    click.echo(f"bibproof: {text}", err=True)


def main() -> None:
    """Run the command; whatever goes wrong is one line on standard error."""
    try:
        bibproof.main(prog_name="bibproof", standalone_mode=False)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _notice("interrupted")
        _leave(_INTERRUPTED)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(_BAD_INPUT)
    except click.ClickException as error:
        _notice(" ".join(error.format_message().split()))
        sys.exit(_BAD_INPUT)
    except BibproofError as error:
        _notice(" ".join(str(error).split()))
        sys.exit(_BAD_INPUT)
    except BrokenPipeError:  # the reader went away: `bibproof check ... | head`
        _write_no_more()
        sys.exit(_FOUND)
    except OSError as error:  # files are read and written with errors of our own: this is standard output
        _write_no_more()
        _notice(f"the output could not be written ({error.strerror or error})")
        sys.exit(_BAD_INPUT)
    except Exception as error:  # no traceback reaches a user, whatever we did wrong
        if os.environ.get("BIBPROOF_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        _notice(f"a fault of bibproof itself, please report it ({what}); BIBPROOF_DEBUG=1 shows where it is")
        sys.exit(_OWN_FAULT)


def _write_no_more() -> None:
    """What standard output still holds goes nowhere: Python would complain of it while it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(code: int) -> NoReturn:
    """Exit without waiting for requests that are still under way."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError):
            stream.flush()
    if threading.active_count() > 1:
        os._exit(code)
    sys.exit(code)
