"""What the commands share: exit codes, the options of those that use the network, what is shown meanwhile."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from bibproof.errors import UsageError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from bibproof.api import Settings
    from bibproof.evidence import Progress

FOUND, BAD_INPUT, UNCHECKED, OWN_FAULT, INTERRUPTED = 1, 2, 3, 70, 130

_Command = TypeVar("_Command", bound=Callable[..., Any])


def network_options(command: _Command) -> _Command:
    """The options that every command that may use the network has; `settings_from` reads them."""
    options = (
        click.option(
            "--crossref-url", metavar="URL", help="Crossref's API, or a server that speaks like it."
        ),
        click.option("--mailto", metavar="ADDRESS", help="Your e-mail address, for Crossref's faster pool."),
        click.option("--offline", is_flag=True, help="Open no socket: use the lock and the cache only."),
        click.option(
            "--cache-dir", metavar="DIR", help="Where answers are kept (default: your own cache folder)."
        ),
        click.option("--no-cache", is_flag=True, help="Keep no answers and use none that were kept."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def settings_from(
    crossref_url: str | None,
    mailto: str | None,
    cache_dir: str | None,
    offline: bool,  # noqa: FBT001 - click's options
    no_cache: bool,  # noqa: FBT001 - click's options
) -> Settings:
    """The settings of the environment, with what the options say besides."""
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


@contextlib.contextmanager
def progress_bar(settings: Settings) -> Iterator[Progress]:
    """A bar on standard error while the network is asked, if somebody is looking."""
    if settings.offline or not is_watched(sys.stderr):
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


def is_watched(stream: TextIO | None) -> bool:
    """Whether somebody may be looking; Python has no stream where its file is closed."""
    return stream is not None and stream.isatty()


def notice(text: str) -> None:
    """One line on standard error."""
    click.echo(f"bibproof: {text}", err=True)
