"""What a check costs the service and the user: requests, seconds, memory; and whether any weather changes it.

Entries are written from Crossref records and checked by the real command against a Crossref on loopback that
keeps the polite pool's limits and takes 50 ms for an answer. README.md beside this file says more.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import _client_peers
from _entries import key_of, write
from _invented import synthetic
from _measured import Run, check, finish, start
from _records import citable, data_folder, read_lines
from _run import ROOT
from _service import Service

_WORKS = "works.jsonl"
_PROGRESS = re.compile(r" \d+ of \d+")
_KILLS = 10
_STORMS = (1, 2, 3)  # seeds
_HEAD = (
    "| | references | requests | each | refused | s | processor, ms each | MB | unchecked | other verdicts |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
)


def prepare(folder: Path, seed: int, sizes: Sequence[tuple[int, bool]], invented: int = 12_000) -> str:
    """Write the records and the bibliographies; says what records they are.

    A process of its own does this: the memory that a process has had counts as that of those it starts.
    """
    data = data_folder()
    real = list(read_lines(data / "crossref-works.jsonl.gz")) if data else []
    records: list[Mapping[str, Any]] = real or synthetic(invented)
    (folder / _WORKS).write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    claims = citable(records)
    random.Random(seed).shuffle(claims)
    for count, with_dois in sizes:
        rng = random.Random(count)
        entries = [
            write(claim, key_of(claim, number), with_dois, frozenset(), rng).text
            for number, claim in enumerate(claims[:count])
        ]
        (folder / _name(count, with_dois=with_dois)).write_text("\n".join(entries), "utf-8")
    return f"{len(records):,} {'real' if real else 'invented'} records"


def _name(count: int, *, with_dois: bool) -> str:
    return f"{count}-{'with' if with_dois else 'without'}-dois.bib"


@dataclass(slots=True)
class Bench:
    """The folder with the records and the bibliographies, and a cache for each run that wants its own."""

    folder: Path
    _caches: int = 0

    def bibliography(self, count: int, *, with_dois: bool) -> Path:
        return self.folder / _name(count, with_dois=with_dois)

    def cache(self) -> Path:
        self._caches += 1
        return self.folder / f"cache-{self._caches}"

    def service(self, **how: int) -> Service:
        return Service(self.folder / _WORKS, self.folder, **how)


def row(name: str, run: Run, references: int, before: Mapping[str, str] | None = None) -> str:
    """A line of the table; `before` are the verdicts that should come out."""
    cost = run.cost
    others = "" if before is None else str(_other_verdicts(run.verdicts, before))
    each = f"{1000 * cost.processor / references:.2f} | {cost.megabytes:.0f}"
    asked = f"{run.requests} | {run.requests / references:.3f} | {run.refused}"
    return f"| {name} | {references:,} | {asked} | {cost.seconds:.1f} | {each} | {run.unchecked} | {others} |"


def _other_verdicts(verdicts: Mapping[str, str], before: Mapping[str, str]) -> int:
    """How many differ, those that could not be had aside."""
    return sum(verdicts[key] not in (verdict, "unchecked") for key, verdict in before.items())


def fair_weather(bench: Bench, references: int, *, with_dois: bool) -> Iterable[str]:
    """A first run, and a second one on the same cache."""
    source, cache = bench.bibliography(references, with_dois=with_dois), bench.cache()
    name = f"{'with' if with_dois else 'without'} DOIs"
    with bench.service() as service:
        first = check(source, service, cache)
        yield row(name, first, references)
        yield row(f"{name}, again", check(source, service, cache), references, first.verdicts)


def storms(bench: Bench, references: int, before: Run) -> Iterable[str]:
    for seed in _STORMS:
        with bench.service(storm=seed) as service:
            run = check(bench.bibliography(references, with_dois=True), service, bench.cache())
        times = run.cost.seconds / before.cost.seconds
        yield row(f"storm {seed} ({times:.1f} times as long)", run, references, before.verdicts)


def outage(bench: Bench, references: int, before: Run) -> Iterable[str]:
    """The server is killed half-way, and is back five seconds later."""
    source, cache = bench.bibliography(references, with_dois=True), bench.cache()
    with bench.service() as service:
        running = start(source, service, cache)
        while len(service.asked()) < before.requests // 2:
            time.sleep(0.05)
        first_half = len(service.asked())
        service.kill()
        time.sleep(5)
        with bench.service(port=service.port) as again:
            run = finish(running, again, 0)
    name = f"server gone for 5 s (after {first_half} requests)"
    yield row(name, run, references, before.verdicts)


def kills(bench: Bench, references: int, before: Run, rng: random.Random) -> Iterable[str]:
    """The run is killed at ten moments; the last one may end. What had arrived must not be asked again."""
    source, cache = bench.bibliography(references, with_dois=True), bench.cache()
    twice = 0
    with bench.service() as service:
        for _ in range(_KILLS):
            asked_before = service.asked()
            running = start(source, service, cache)
            time.sleep(rng.uniform(0.3, 2.5))
            killed_at = time.monotonic()
            running.kill()
            running.wait()
            twice += _asked_twice(service, len(asked_before))
            time.sleep(max(0.0, 1.2 - (time.monotonic() - killed_at)))  # the limit's memory
        last = len(service.asked())
        run = finish(start(source, service, cache), service, last)
        twice += _asked_twice(service, last)
        total = len(service.asked())
    name = f"killed {_KILLS} times: {total} requests in all, {twice} DOIs asked again; the last run"
    yield row(name, run, references, before.verdicts)


def _asked_twice(service: Service, before: int) -> int:
    """How many DOIs this run asked for although an earlier one had the answer for a moment (0.1 s)."""
    asked = service.asked()
    earlier, own = asked[:before], asked[before:]
    known = {doi for one in earlier if one.status == 200 for doi in one.dois}
    last_moment = {doi for one in earlier if one.at > earlier[-1].at - 0.1 for doi in one.dois}
    return len((known - last_moment) & {doi for one in own for doi in one.dois})


def side_by_side(bench: Bench, references: int, before: Run) -> Iterable[str]:
    """Two runs at once, on one cache and within one pool's limits."""
    source, cache = bench.bibliography(references, with_dois=True), bench.cache()
    with bench.service() as service:
        both = [start(source, service, cache) for _ in range(2)]
        runs = [finish(running, service, 0) for running in both]
    for number, run in enumerate(runs, start=1):
        complaints = [line for line in run.cost.errors.splitlines() if not _PROGRESS.search(line)]
        said = f" ({complaints[0]})" if complaints else ""
        yield row(f"two at once, no. {number}{said}", run, references, before.verdicts)


def everything(bench: Bench, options: argparse.Namespace) -> Iterable[str]:
    """The lines of the tables, as they become known."""
    wanted = options.only or list(_PARTS)
    if wanted != ["peers"]:
        yield from _HEAD
    before = None
    for part in wanted:
        if part in _BESIDE_CLEAN and before is None:
            with bench.service() as service:
                source = bench.bibliography(options.references, with_dois=True)
                before = check(source, service, bench.cache())
        yield from _PARTS[part](bench, options, before)


_PARTS: Mapping[str, Callable[[Bench, argparse.Namespace, Any], Iterable[str]]] = {
    "dois": lambda bench, options, _: fair_weather(bench, options.references, with_dois=True),
    "many": lambda bench, options, _: fair_weather(bench, options.many, with_dois=True),
    "searches": lambda bench, options, _: fair_weather(bench, options.searches, with_dois=False),
    "storms": lambda bench, options, before: storms(bench, options.references, before),
    "outage": lambda bench, options, before: outage(bench, options.references, before),
    "kills": lambda bench, options, before: kills(
        bench, options.references, before, random.Random(options.seed)
    ),
    "together": lambda bench, options, before: side_by_side(bench, options.references, before),
    "peers": lambda bench, options, _: peers(bench, options),
}
_BESIDE_CLEAN = frozenset({"storms", "outage", "kills", "together"})


def peers(bench: Bench, options: argparse.Namespace) -> Iterator[str]:
    count = options.peer_references
    yield from ("", f"Peers, {count} references with DOIs, then as many without:", "", *_client_peers.HEAD)
    for with_dois in (True, False):
        source = bench.bibliography(count, with_dois=with_dois)
        with bench.service() as service:
            run = check(source, service, bench.cache())
            asked = service.asked()
        yield _client_peers.row("bibproof", count, run.cost, asked, with_dois=with_dois)
        for peer in _client_peers.PEERS:
            with bench.service() as service:
                yield _client_peers.measured(peer, source, count, service, with_dois=with_dois)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", choices=_PARTS, help="this part only; may be repeated")
    parser.add_argument("--references", type=int, default=1_000, help="with DOIs, in most runs")
    parser.add_argument("--many", type=int, default=10_000, help="with DOIs, in the longest run")
    parser.add_argument("--searches", type=int, default=300, help="references without DOIs")
    parser.add_argument("--peer-references", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=2)  # as pip does with what it installs
    with tempfile.TemporaryDirectory(prefix="bibproof-client-") as name:
        sizes = [(options.references, True), (options.many, True), (options.searches, False)]
        sizes += [(options.peer_references, True), (options.peer_references, False)]
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            records = other.submit(prepare, Path(name), options.seed, sizes).result()
        print(
            f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors, "
            f"{records}; polite pool, 50 ms\n"
        )
        bench = Bench(Path(name))
        for line in everything(bench, options):
            print(line, flush=True)


if __name__ == "__main__":
    main()
