"""What a reference list costs: this project's command, pandoc and citeproc-js, side by side.

Each is a process of its own, its start and the reading of its input included; the figures are medians of
several runs. Ratios are to ours from the same input: BibTeX, or CSL-JSON, which is less work to read and all
that citeproc-js reads. README.md says more.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import _peers
from _lists import write_bibtex, write_csl_json

ROOT = Path(__file__).resolve().parents[1]
_SIZES = (1_000, 10_000, 100_000)
_LONGEST = 900  # seconds that a peer is given


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    processor: float  # seconds of processor time, which a busy machine changes less
    megabytes: float  # at its peak


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    source: str  # "bib" or "json"
    entries: int
    runs: tuple[Run, ...] = ()
    missing: str = ""  # why there is no figure

    @property
    def seconds(self) -> float:
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        return median(run.processor for run in self.runs)

    @property
    def megabytes(self) -> float:
        return max(run.megabytes for run in self.runs)


def measured(name: str, source: Path, entries: int, command: Sequence[str | Path], runs: int) -> Row:
    """The command, run so many times; its failure or a missing program is told in the row."""
    kind = source.suffix.removeprefix(".")
    try:
        return Row(name, kind, entries, tuple(_run(command) for _ in range(runs)))
    except (OSError, RuntimeError) as error:
        return Row(name, kind, entries, missing=str(error))


def _run(command: Sequence[str | Path]) -> Run:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    started = time.perf_counter()
    process = subprocess.Popen(
        [*map(str, command)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment
    )
    while True:
        found, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - started
        if found:
            break
        if seconds > _LONGEST:
            process.kill()
            os.wait4(process.pid, 0)
            raise RuntimeError(f"not finished after {_LONGEST} s")
        time.sleep(0.002)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} ended with {process.returncode}")
    per_megabyte = 1_000_000 if sys.platform == "darwin" else 1000
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_megabyte)


def ours(folder: Path, entries: int, runs: int, style: str, reader: str = "bib") -> Row:
    """`bibproof render` as a user runs it, from this tree."""
    source, out = folder / f"{entries}.{reader}", folder / f"{entries}-{style}.txt"
    write = write_bibtex if reader == "bib" else write_csl_json
    write(source, entries)
    command = (sys.executable, "-m", "bibproof", "render", source, "--style", style, "--output", out)
    row = measured(f"bibproof, {style}", source, entries, command, runs)
    if row.runs:
        listed = len(out.read_text("utf-8").splitlines())
        assert listed == entries, f"{listed} references of {entries}"
    return row


def peers(folder: Path, entries: int, runs: int) -> Iterator[Row]:
    """The same files, listed by others; `ours` has written them."""
    for name, make, kind in (
        ("pandoc, apa (patched)", _peers.pandoc, "bib"),
        ("pandoc, apa (patched)", _peers.pandoc, "json"),
        ("citeproc-js, apa", _peers.citeproc_js, "json"),
    ):
        yield _of_peer(name, make, folder / f"{entries}.{kind}", entries, runs)


def _of_peer(
    name: str, make: Callable[[Path], Sequence[str | Path]], source: Path, entries: int, runs: int
) -> Row:
    try:
        command = make(source)
    except _peers.Missing as missing:
        return Row(name, source.suffix.removeprefix("."), entries, missing=str(missing))
    return measured(name, source, entries, command, runs)


def table(rows: Sequence[Row], bases: Mapping[str, Row]) -> str:
    """The rows in Markdown; ratios are against the base of the same input, for rows of its size."""
    lines = [
        "| | from | entries | s | times ours | processor, s | times ours | µs an entry | MB |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        if row.missing:
            lines.append(f"| {row.name} | .{row.source} | {row.entries:,} | {row.missing} | | | | | |")
            continue
        base = bases[row.source]
        is_beside = row.entries == base.entries and base.runs
        ratio = f"{row.seconds / base.seconds:.1f}" if is_beside else ""
        by_processor = f"{row.processor / base.processor:.1f}" if is_beside else ""
        each = 1e6 * row.seconds / row.entries
        taken = f"{row.seconds:.2f} | {ratio} | {row.processor:.2f} | {by_processor}"
        figures = f"{taken} | {each:.0f} | {row.megabytes:.0f}"
        lines.append(f"| {row.name} | .{row.source} | {row.entries:,} | {figures} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000, help="how many all are compared at")
    parser.add_argument("--runs", type=int, default=5, help="of ours; the others have at most three")
    parser.add_argument("--only-ours", action="store_true", help="without pandoc and citeproc-js")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bibproof-render-") as name:
        folder = Path(name)
        bases = {kind: ours(folder, options.entries, options.runs, "apa", kind) for kind in ("bib", "json")}
        rows = [*bases.values()]
        if not options.only_ours:
            rows += peers(folder, options.entries, min(options.runs, 3))
        rows.append(ours(folder, options.entries, options.runs, "vancouver"))
        sizes = [size for size in _SIZES if size != options.entries]
        rows += [ours(folder, size, min(options.runs, 3), "apa") for size in sizes]
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors\n")
    print(table(rows, bases))


if __name__ == "__main__":
    main()
