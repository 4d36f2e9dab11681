"""Other checkers of references, pointed at the same service. Nothing of theirs is kept.

Each is installed with pip into an environment in a temporary folder, and started as its own command is, after
the addresses in it were set to the local service's. What can't be installed or pointed, its row says.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from _measured import Cost, Running, environment
from _service import Asked, Service

HEAD = (
    "| | version | references | requests | each | refused | s | MB | it says |",
    "|---|---|---:|---:|---:|---:|---:|---:|---|",
)
_LONGEST = 120  # s
_KILLED = -9
_GHOSTCITE = """
import sys, httpx, ghostcite.crossref as crossref
crossref._BASE = sys.argv.pop(1)
class Here(httpx.HTTPTransport):
    def handle_request(self, request):
        if request.url.host == "doi.org":
            raise httpx.ConnectError("the benchmark has no doi.org", request=request)
        return super().handle_request(request)
make = httpx.Client.__init__
httpx.Client.__init__ = lambda self, *a, **named: make(self, *a, **{**named, "transport": Here()})
from ghostcite.cli import main
sys.exit(main())
"""
_REFPROOF = """
import sys, refproof.sources as sources, refproof.transport as transport
here, known = sys.argv.pop(1), transport.endpoint
sources.CROSSREF = here + "/works"
transport.endpoint = lambda url: known(url.replace(here, "https://api.crossref.org"))
from refproof.cli import run
sys.exit(run())
"""
_VERACITE = """
import json, sys
here = sys.argv.pop(1)
from veracite.config import DEFAULT_SETTINGS
ends = DEFAULT_SETTINGS["endpoints"]
ends = {name: url.replace("https://api.crossref.org", here) for name, url in ends.items()}
path = sys.argv.pop(1)
with open(path, "w") as settings:
    json.dump({"endpoints": ends}, settings)
sys.argv += ["--settings", path]
from veracite.cli import main
sys.exit(main())
"""


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    launcher: str  # Python that sets the addresses and starts it
    options: Sequence[str]


PEERS = (
    Peer("ghostcite", _GHOSTCITE, ("--json", "--retraction-db", "none", "--no-doi-probe")),
    Peer("refproof", _REFPROOF, ("--no-cache", "--no-openalex", "--mailto", "benchmark@example.org")),
    Peer("veracite", _VERACITE, ("--no-color", "--bib")),
)


def measured(peer: Peer, source: Path, count: int, service: Service, *, with_dois: bool) -> str:
    """The peer's line of the table."""
    try:
        python = _installed(peer.name)
    except subprocess.CalledProcessError:
        return f"| {peer.name} | | {count} | pip could not install it | | | | | |"
    with tempfile.NamedTemporaryFile(suffix=".json") as settings:
        extra = [settings.name] if peer.name == "veracite" else []
        command = [python, "-c", peer.launcher, service.url, *extra, *peer.options, source]
        cost = Running(command, environment(service.url)).wait(_LONGEST)
    if cost.code == _KILLED:
        asked = service.asked()
        left = f"{len(asked)} | {len(asked) / count:.2f} | {sum(one.was_refused for one in asked)}"
        what = f"{peer.name} | {_version(peer.name)} | {count} {'with' if with_dois else 'without'}"
        return f"| {what} | {left} | not done after {_LONGEST} | | |"
    return row(peer.name, count, cost, service.asked(), with_dois=with_dois, version=_version(peer.name))


def row(
    name: str, count: int, cost: Cost, asked: Sequence[Asked], *, with_dois: bool, version: str = ""
) -> str:
    refused = sum(one.was_refused for one in asked)
    what = f"{count} {'with' if with_dois else 'without'}"
    figures = (
        f"{len(asked)} | {len(asked) / count:.2f} | {refused} | {cost.seconds:.1f} | {cost.megabytes:.0f}"
    )
    return f"| {name} | {version} | {what} | {figures} | exit code {cost.code} |"


@cache
def _environment() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="bibproof-peers-")
    subprocess.run([sys.executable, "-m", "venv", folder.name], check=True)
    return folder


@cache
def _installed(name: str) -> Path:
    """The Python of an environment that has the package. Raises CalledProcessError where it can't be had."""
    python = Path(_environment().name, "bin", "python")
    subprocess.run([python, "-m", "pip", "install", "-q", name], check=True, capture_output=True)
    return python


def _version(name: str) -> str:
    listed = subprocess.run(
        [_installed(name), "-m", "pip", "list", "--format", "json"], check=True, capture_output=True
    )
    return next(one["version"] for one in json.loads(listed.stdout) if one["name"] == name)
