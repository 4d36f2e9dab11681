"""The test suite's Crossref as a process of its own: its work is not counted as ours, and it can die."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _run import ROOT

_TOO_MANY = 429
_LATENCY = 0.05  # s


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the service saw it. `at` is on time.monotonic, `status` 0 where nothing was sent."""

    at: float
    lane: str  # "single", "array" or "doi"
    status: int
    dois: tuple[str, ...]  # of a batch

    @property
    def was_refused(self) -> bool:
        return self.status == _TOO_MANY


class Service:
    """Crossref with the polite pool's limits and 50 ms of latency, while its `with` block runs."""

    def __init__(self, works: Path, folder: Path, *, storm: int | None = None, port: int = 0) -> None:
        self._log = folder / f"requests-{len(list(folder.glob('requests-*')))}.jsonl"
        server = ROOT / "tests" / "crossref_server.py"
        command = [sys.executable, str(server), "--works", str(works), "--log", str(self._log)]
        command += ["--limits", "polite", "--latency", str(_LATENCY), "--port", str(port)]
        if storm is not None:
            command += ["--storm", str(storm)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().split()[-1]
        self.port = int(self.url.rpartition(":")[2])

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def asked(self) -> list[Asked]:
        """All requests so far."""
        with suppress(FileNotFoundError):
            return [_asked(json.loads(line)) for line in self._log.read_text("utf-8").splitlines()]
        return []


def _asked(line: Mapping[str, Any]) -> Asked:
    parts = line["query"].get("filter", "").split(",")
    dois = tuple(part.removeprefix("doi:").lower() for part in parts if part.startswith("doi:"))
    return Asked(line["at"], line["lane"], line["status"], dois)
