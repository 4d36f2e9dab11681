"""What the commands share: exit codes, the options of those that use the network, what is shown meanwhile."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bibproof.cli._progress import shown_progress
from bibproof.errors import UsageError

if TYPE_CHECKING:
    from bibproof.evidence import Progress
    from bibproof.settings import Settings

FOUND, BAD_INPUT, UNCHECKED, OWN_FAULT, INTERRUPTED = 1, 2, 3, 70, 130


class _Named(click.Path):
    """A path; an empty one (a variable that nobody set) is not the folder at hand."""

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        if value == "":
            self.fail("'' names no file", param, context)
        return super().convert(value, param, context)


PATH = _Named(path_type=Path)

_Command = TypeVar("_Command", bound=Callable[..., Any])


def network_options(command: _Command) -> _Command:
    """The options that every command that may use the network has; `settings_from` reads them."""
    options = (
        click.option(
            "--crossref-url", metavar="URL", help="Crossref's API, or a server that speaks like it."
        ),
        click.option(
            "--mailto", metavar="ADDRESS", help="Your e-mail address, for those who serve such faster."
        ),
        click.option("--offline", is_flag=True, help="Open no socket: use the lock and the cache only."),
        click.option(
            "--cache-dir", metavar="DIR", help="Where answers are kept (default: your own cache folder)."
        ),
        click.option("--no-cache", is_flag=True, help="Keep no answers and use none that were kept."),
        click.option(
            "--max-age",
            metavar="DAYS",
            type=float,
            help="Use no kept answer that is older, and warn of what a lock holds for longer.",
        ),
        click.option("--timeout", metavar="SECONDS", type=float, help="For one answer (default: 30)."),
        click.option("--retries", metavar="N", type=int, help="How often to try again (default: 10)."),
        click.option("--jobs", metavar="N", type=int, help="At most so many requests at once."),
        click.option("-v", "--verbose", is_flag=True, help="Say on standard error what is going on."),
        click.option("--debug", is_flag=True, help="Say every request as well."),
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
    **how: Any,  # noqa: ANN401 - numbers, each of its own type
) -> Settings:
    """The settings of the environment, with what the options say besides.

    `how` has `max_age`, `timeout`, `retries` and `jobs`; None leaves the default.
    """
    from bibproof.settings import Settings

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
        **{name: value for name, value in how.items() if value is not None},
    )


@contextlib.contextmanager
def asking(network: Mapping[str, Any]) -> Iterator[tuple[Settings, Progress]]:
    """The settings that the network options make, and what shows how far their questions are."""
    how = dict(network)
    verbose, debug = how.pop("verbose"), how.pop("debug")
    settings = settings_from(**how)
    with watched(settings, verbose=verbose, debug=debug) as progress:
        yield settings, progress


@contextlib.contextmanager
def watched(settings: Settings, *, verbose: bool, debug: bool) -> Iterator[Progress]:
    """Show what the network is asked, how far it is, and, if wanted, each step; SIGTERM counts as Ctrl-C."""
    with contextlib.ExitStack() as stack:
        if verbose or debug:
            import logging

            from bibproof.cli._logs import logs

            secrets = (settings.mailto, settings.crossref_token)
            stack.enter_context(logs(logging.DEBUG if debug else logging.INFO, secrets))
        stack.enter_context(_terminated_as_interrupted())
        if settings.offline:
            yield lambda *_: None
        else:
            yield stack.enter_context(shown_progress(notice, verbose=verbose or debug))


@contextlib.contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """While the `with` block runs, SIGTERM leaves a partial report as Ctrl-C does."""
    try:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # only the main thread may say what a signal does
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def notice(text: str) -> None:
    """One line on standard error."""
    click.echo(f"bibproof: {text}", err=True)
