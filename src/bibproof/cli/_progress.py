"""How far a run is: a bar on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import TaskID

    from bibproof.evidence import Progress

_QUIET_FOR = 10.0  # s; a run that is over by then says nothing
_EVERY = 10.0  # s


def is_watched(stream: TextIO | None) -> bool:
    """Whether somebody may be looking; Python has no stream where its file is closed."""
    return stream is not None and stream.isatty()


@contextmanager
def shown_progress(write: Callable[[str], None], *, verbose: bool) -> Iterator[Progress]:
    """A bar on standard error if somebody is looking; in CI, and between the lines of a log, lines."""
    if is_watched(sys.stderr) and not verbose and not os.environ.get("CI"):
        with _bar() as progress:
            yield progress
    else:
        yield Lines(write, quiet_for=0.0 if verbose else _QUIET_FOR)


class Lines:
    """Lines of text, the first when a run has taken `quiet_for` seconds, then one each `every` seconds."""

    def __init__(
        self,
        write: Callable[[str], None],
        *,
        quiet_for: float = _QUIET_FOR,
        every: float = _EVERY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._write, self._every, self._clock = write, every, clock
        self._next = clock() + quiet_for
        self._began: dict[str, tuple[float, int]] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        now = self._clock()
        began, before = self._began.setdefault(what, (now, done))
        if now < self._next:
            return
        self._next = now + self._every
        line = f"{what}: {done} of {total}"
        if now > began and done > before:
            rate = (done - before) / (now - began)
            line += f", {rate:.1f} a second, about {_duration((total - done) / rate)} left"
        self._write(line)


def _duration(seconds: float) -> str:
    """90 s as "1:30", 4000 s as "1:06:40"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(TextColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(""),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield show
