"""Run the real command on a file against a Crossref of our own, and read what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _claims import Crossref

ROOT = Path(__file__).resolve().parents[1]
_NO_FINDING, _FINDINGS, _UNCHECKED = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command says of the references of one file (the JSON contract)."""

    references: Mapping[str, Mapping[str, Any]]  # by key
    seconds: float


@dataclass(frozen=True, slots=True)
class Crossrefs:
    """The server under test, whatever it is: its address, and the requests it has had."""

    url: str
    requests: Sequence[object]


@contextmanager
def serving(records: Sequence[Crossref]) -> Iterator[Crossrefs]:
    """The test suite's Crossref on loopback, without its limits."""
    sys.path.append(str(ROOT / "tests"))
    from crossref_server import CrossrefServer

    with CrossrefServer(records) as server:
        yield Crossrefs(server.url, server.requests)


def check(path: Path, server: Crossrefs) -> Answer:
    """`bibproof check` as a user runs it, from this tree. Raises RuntimeError if it breaks."""
    start = time.monotonic()
    command = [sys.executable, "-m", "bibproof", "check", str(path), "--format", "json", "--no-cache"]
    ran = subprocess.run(
        [*command, "--crossref-url", server.url],
        env=_environment(server.url),
        capture_output=True,
        check=False,
    )
    seconds = time.monotonic() - start
    if ran.returncode not in {_NO_FINDING, _FINDINGS, _UNCHECKED} or not ran.stdout:
        raise RuntimeError(f"bibproof ended with {ran.returncode} on {path}:\n{ran.stderr.decode()[-2000:]}")
    references = json.loads(ran.stdout)["references"]
    return Answer({one["key"]: one for one in references}, seconds)


def _environment(url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BIBPROOF_")}
    paths = [str(ROOT / "src"), *filter(None, [kept.get("PYTHONPATH")])]
    services = {"BIBPROOF_DOI_URL": url, "BIBPROOF_DATACITE_URL": url}
    return {**kept, **services, "PYTHONPATH": os.pathsep.join(paths)}
