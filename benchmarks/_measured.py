"""A command's cost: seconds, processor time, memory, requests; and the verdicts that it gave."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from _run import ROOT
from _service import Service

_MAILTO = "benchmark@example.org"
_KNOWN_CODES = (0, 1, 3)
_STOPWATCH = """
import json, os, sys, time
began = time.monotonic()
_, status, used = os.wait4(os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ), 0)
taken = time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
with open(sys.argv[1], "w") as file:
    json.dump((os.waitstatus_to_exitcode(status), *taken), file)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took. `output` is its standard output."""

    code: int
    seconds: float
    processor: float  # s
    megabytes: float  # at its peak
    output: str
    errors: str


@dataclass(frozen=True, slots=True)
class Run:
    """A whole check, the requests that it made included."""

    cost: Cost
    requests: int
    refused: int  # by the limit (429)
    verdicts: Mapping[str, str]  # by key

    @property
    def unchecked(self) -> int:
        return sum(verdict == "unchecked" for verdict in self.verdicts.values())


class Running:
    """A command under way.

    A small process starts it and sees what it takes: the memory that a process has had when it starts another
    counts as that other's.
    """

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        self._output = tempfile.TemporaryFile("w+")  # noqa: SIM115 - `wait` closes both
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115 - open until `finish`
        self._taken = tempfile.NamedTemporaryFile("r")  # noqa: SIM115 - open until `finish`
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", _STOPWATCH, self._taken.name, *map(str, command)],
            env=environment,
            stdout=self._output,
            stderr=self._errors,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)

    def wait(self, longest: float | None = None) -> Cost:
        """The command's cost, once it has ended, or been killed after so many seconds (exit code -9)."""
        try:
            self._process.wait(longest)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        code, *taken = json.loads(self._taken.read() or "[-9, 0, 0, 0]")
        self._taken.close()
        read = []
        for stream in (self._output, self._errors):
            stream.seek(0)
            read.append(stream.read())
            stream.close()
        return Cost(code, *taken, *read)


def start(source: Path, service: Service, cache: Path) -> Running:
    """`bibproof check` as a user runs it, from this tree."""
    command = [sys.executable, "-m", "bibproof", "check", source, "--format", "json", "--mailto", _MAILTO]
    return Running([*command, "--crossref-url", service.url, "--cache-dir", cache], environment(service.url))


def finish(running: Running, service: Service, before: int) -> Run:
    """The run, once it has ended. Raises RuntimeError where the command broke."""
    cost = running.wait()
    if cost.code not in _KNOWN_CODES:
        raise RuntimeError(f"bibproof ended with {cost.code}:\n{cost.errors[-2000:]}")
    asked = service.asked()[before:]
    references = json.loads(cost.output)["references"]
    verdicts = {one["key"]: one["verdict"] for one in references}
    return Run(cost, len(asked), sum(one.was_refused for one in asked), verdicts)


def check(source: Path, service: Service, cache: Path) -> Run:
    before = len(service.asked())
    return finish(start(source, service, cache), service, before)


def environment(url: str) -> dict[str, str]:
    """Ours, with nothing of the user's settings, every service at one address, and byte code kept."""
    dropped = ("BIBPROOF_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    paths = [str(ROOT / "src"), *filter(None, [kept.get("PYTHONPATH")])]
    services = {"BIBPROOF_DOI_URL": url, "BIBPROOF_DATACITE_URL": url}
    return {**kept, **services, "PYTHONPATH": os.pathsep.join(paths)}
