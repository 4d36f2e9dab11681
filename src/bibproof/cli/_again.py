"""A check that is asked again, with nothing changed, prints what it printed.

What a check prints follows from its options, the files, the day and the answers, so it is kept under a digest
of all that is read to make it (docs/decisions/0006-asked-again.md). Nothing is kept of a run that was not
conclusive: an outage must not outlast itself.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import shutil
import sys
import sysconfig
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from bibproof.cli._progress import is_watched

_Command = TypeVar("_Command", bound=Callable[..., Any])
_CONCLUSIVE, _PRINTED = "bibproof.conclusive", "bibproof.printed"
_MAY_BE_TOLD = frozenset(  # options that are understood here; a run with any other is made in any case
    (
        *("files", "report_format", "fail_on", "allow_unchecked", "no_lock"),
        *("crossref_url", "mailto", "offline", "cache_dir", "timeout", "retries", "jobs"),
    )
)
_AT_ONCE = 1 << 16  # bytes that are printed together
_CONFIGS = ("bibproof.toml", "pyproject.toml")
_TELLS_NOTHING = re.compile(r"mailto|token|debug", re.IGNORECASE)  # of what is found; and secrets stay out


def remembered(command: _Command) -> _Command:
    """Let a command that prints a report print it again. It prints with `echo`, and says `conclude`."""

    @functools.wraps(command)
    def run(**options: Any) -> None:  # noqa: ANN401 - click's options
        question = _question(options)
        if question is None:
            command(**options)
            return
        from bibproof.cache import Printed, PrintedReports

        kept = PrintedReports(_cache_folder(options))
        printed = kept.find(question)
        if printed is not None:
            click.echo(_unpacked(printed.output), nl=False)
            sys.exit(printed.code)
        code: Any = 0
        try:
            command(**options)
        except SystemExit as exit_:
            code = exit_.code or 0
        said = click.get_current_context().meta
        if said.get(_CONCLUSIVE) and _PRINTED in said and _question(options) == question:
            kept.keep(question, Printed(said[_PRINTED], code))
        sys.exit(code)

    return run  # type: ignore[return-value]  # of the same options


def echo(output: str) -> None:
    """Print the report; a command prints one."""
    click.get_current_context().meta[_PRINTED] = output
    click.echo(output, nl=False)


def echo_pieces(pieces: Iterable[bytes]) -> None:
    """Print the report piece by piece, and keep it compressed: a long one is never there as a whole."""
    packed, printed, waiting = zlib.compressobj(1), bytearray(), bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= _AT_ONCE:
            printed += packed.compress(waiting)
            click.echo(bytes(waiting), nl=False)
            waiting.clear()
    printed += packed.compress(waiting) + packed.flush()
    click.echo(bytes(waiting), nl=False)
    click.get_current_context().meta[_PRINTED] = bytes(printed)


def _unpacked(output: str | bytes) -> str | bytes:
    """What was printed by `echo` or `echo_pieces`."""
    return zlib.decompress(output) if isinstance(output, bytes) else output


def conclude(*, conclusive: bool) -> None:
    """Say whether the report rests on answers to every question."""
    click.get_current_context().meta[_CONCLUSIVE] = conclusive


def _question(options: Mapping[str, Any]) -> str | None:
    """A digest of everything that the output follows from; None where a run is to be made in any case."""
    files = options["files"]
    if any(_is_told(value) for name, value in options.items() if name not in _MAY_BE_TOLD):
        return None
    if not all(map(os.path.isfile, files)):  # Path.is_file raises for a name that is too long
        return None
    from bibproof.settings import REPOSITORIES

    here = Path.cwd()
    settings = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("BIBPROOF_") or name in REPOSITORIES
    }
    facts: list[object] = [
        sorted((name, str(value)) for name, value in (settings | dict(options)).items() if _tells(name)),
        (is_watched(sys.stdout), getattr(sys.stdout, "encoding", None), "NO_COLOR" in os.environ),
        shutil.get_terminal_size().columns,
        (str(here), date.today().isoformat(), sys.version),
        [(str(path), _digest(path)) for path in _files_read(files, here, options)],
    ]
    return hashlib.sha256(repr((facts, *_code())).encode("utf-8", "backslashreplace")).hexdigest()


def _is_told(value: object) -> bool:
    """Whether an option was given: `--max-age 0` is."""
    return value is not None and value is not False and value != ()


def _tells(name: str) -> bool:
    return _TELLS_NOTHING.search(name) is None


def _files_read(files: Iterable[Path], here: Path, options: Mapping[str, Any]) -> Iterator[Path]:
    """The files, their locks, what settings hold for them, and whatever else an option names."""
    starts = {here, *(path.resolve().parent for path in files)}
    for path in files:
        yield path
        yield path.with_suffix(".lock")
    for folder in sorted({above for start in starts for above in (start, *start.parents)}):
        for name in _CONFIGS:
            yield folder / name
    for _, value in sorted(options.items()):
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str | Path):
                yield Path(one)


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):  # there is none, or it can't be read: the run will say so
        return None


def _code() -> Iterator[object]:
    """What tells one version of the rules from another: our own files, and the names of what is installed."""
    import bibproof

    for place in map(Path, bibproof.__path__):
        for path in sorted(place.rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                status = path.stat()
                yield path.as_posix(), status.st_size, status.st_mtime_ns
    installed = Path(sysconfig.get_paths()["purelib"])
    yield sorted(path.name for path in installed.glob("*.dist-info"))


def _cache_folder(options: Mapping[str, Any]) -> Path:
    from platformdirs import user_cache_path

    named = options.get("cache_dir") or os.environ.get("BIBPROOF_CACHE_DIR")
    return Path(named) if named else user_cache_path("bibproof")
