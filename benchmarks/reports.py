"""What a report costs: each form of the same report of many references, written in one process.

A third of the references have a fault or more; a few could not be asked for, or were not found. README.md
says more.
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from _lists import write_bibtex

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from bibproof.compare import compare  # noqa: E402 - found on the path that the line above sets
from bibproof.evidence import Candidates, Case, Found, Record, Unavailable  # noqa: E402 - behind the path
from bibproof.findings import Report, judge  # noqa: E402 - behind the path
from bibproof.model import Date, Library, Reference, Work  # noqa: E402 - behind the path
from bibproof.plugins import discover  # noqa: E402 - behind the path
from bibproof.readers import read_file  # noqa: E402 - behind the path
from bibproof.reports import write  # noqa: E402 - behind the path
from bibproof.rules import all_rules  # noqa: E402 - behind the path

_ALL_RIGHT = 2 / 3
_UNCHECKED = 1 / 100
_NOT_FOUND = 1 / 100


@dataclass(frozen=True, slots=True)
class Row:
    form: str
    seconds: float  # the median of several runs
    megabytes: float


def report_of(path: Path, seed: int) -> Report:
    """The report of a bibliography whose records are its own works, some of them altered."""
    library, rng = read_file(path), random.Random(seed)
    return judge(library, [_case(library, reference, rng) for reference in library], all_rules())


def _case(library: Library, reference: Reference, rng: random.Random) -> Case:
    outcome, work = rng.random(), reference.work
    if outcome < _UNCHECKED:
        return Case(reference, library, by_doi=Unavailable("busy for too long"), search=None)
    if outcome < _UNCHECKED + _NOT_FOUND:
        return Case(reference, library, search=Candidates())
    record = Record("crossref", work if rng.random() < _ALL_RIGHT else _altered(work, rng))
    return Case(reference, library, Found(record), record=record, comparison=compare(work, record.work))


def _altered(work: Work, rng: random.Random) -> Work:
    """The work with some of its parts changed, one at least."""
    year = (work.year or 2000) + 3
    words = (work.title or "").split()
    faults = [
        {"issued": Date(year), "dates": (Date(year),)},
        {"volume": "9999"},
        {"page": "90001-90010"},
        {"title": " ".join([*words[:-2], "entirely", "different"])},
        {"authors": work.authors[1:]},
        {"container_title": "Annals of Another Subject Altogether"},
    ]
    for fault in rng.sample(faults, rng.randint(1, 3)):
        work = replace(work, **fault)
    return work


def measured(report: Report, runs: int) -> Iterator[Row]:
    """Each form in turn; the first writing of each is left out, since it imports the form."""
    for form in discover("bibproof.reports"):
        written = write(report, form)
        seconds = []
        for _ in range(runs):
            started = time.perf_counter()
            write(report, form)
            seconds.append(time.perf_counter() - started)
        yield Row(form, median(seconds), len(written.encode("utf-8", "backslashreplace")) / 1e6)


def main() -> None:
    """Print a table. Raises OSError where a file can't be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="a BibTeX file; without one, as _lists.py has it")
    parser.add_argument("--references", type=int, default=10_000, help="how many, where no file is given")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write the page to this file, to look at it")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.file or Path(folder) / "many.bib"
        if chosen.file is None:
            write_bibtex(path, chosen.references)
        report = report_of(path, chosen.seed)
    print(f"{len(report.results)} references, {len(report.findings)} findings; {platform.python_version()}")
    print(f"{'form':<10}{'seconds':>9}{'MB':>7}")
    for row in measured(report, chosen.runs):
        print(f"{row.form:<10}{row.seconds:>9.2f}{row.megabytes:>7.1f}")
    if chosen.keep:
        chosen.keep.write_text(write(report, "html"), "utf-8")


if __name__ == "__main__":
    main()
