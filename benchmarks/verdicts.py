"""Are the verdicts right? False alarms on right entries, and faults found, on known works.

Entries are written from Crossref records in the ways that people spell them, some are made false, all are
checked by the real command against a Crossref on loopback that has every record, and what it says is
counted. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import _labelled
from _claims import Claim, Crossref
from _entries import Writer, key_of, write
from _exports import export
from _faults import EVERYTHING, FAULTS, Fault, Pool, family_key, made_of
from _faults_b import FAULTS_B
from _faults_c import FAULTS_C
from _invented import synthetic
from _names import content_words
from _records import citable, data_folder, half_of, read_lines, retracted
from _respelled import respelled
from _run import Answer, Crossrefs, check, serving
from _score import Outcome, Sample, fault_table, mistakes, right_tables, summary
from _strings import write_string

_PER_FILE = 50  # references
_AT_ONCE = 12  # files


@dataclass(frozen=True, slots=True)
class Style:
    """A way of writing entries and of spoiling them."""

    write: Writer
    faults: Sequence[Fault]
    suffix: str = ".bib"


STYLES = {
    "a": Style(write, FAULTS),
    "b": Style(export, FAULTS_B),
    "c": Style(respelled, FAULTS_C),
    "strings": Style(write_string, FAULTS, ".txt"),
}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What is checked: samples, and the records as they are served to the command."""

    right: Sequence[Sample]
    faults: Sequence[Sample]
    records: Sequence[Crossref]


def prepare(
    records: Sequence[Crossref], style: Style, half: str, right: int, each: int, seed: int
) -> Evaluation:
    """Right entries and faults of one half of the records; the same ones for the same seed."""
    rng = random.Random(seed)
    claims = [claim for claim in citable(records) if half_of(claim.doi) == half]
    rng.shuffle(claims)
    pool = Pool(claims, frozenset(str(record["DOI"]).lower() for record in records))
    rights = [_right(claim, number, style, rng) for number, claim in enumerate(claims[:right])]
    spoilable = _without_twins(claims[right:] + claims[:right], records)
    faults = list(_spoilt(style, spoilable, pool, each, rng))
    gone = {sample.truth.doi for sample in faults if sample.fault == "retracted"}
    served = [retracted(record) if str(record["DOI"]).lower() in gone else record for record in records]
    return Evaluation([one for one in rights if one.truth.doi not in gone], faults, served)


def _right(claim: Claim, number: int, style: Style, rng: random.Random) -> Sample:
    with_doi = number % 2 == 0
    entry = style.write(claim, key_of(claim, number), with_doi, frozenset(), rng)
    return Sample(entry, claim, with_doi, used=frozenset({claim.doi}))


def _spoilt(
    style: Style, claims: Sequence[Claim], pool: Pool, each: int, rng: random.Random
) -> Iterator[Sample]:
    """`each` faults of every kind, with a DOI and without. Works are used again only when all have been."""
    number = 0
    left = iter(claims)
    for fault in style.faults:
        for with_doi in fault.ways:
            found = made_of(fault, left, each, pool, rng)
            if len(found) < each:
                left = iter(claims)
                found += made_of(fault, left, each - len(found), pool, rng)
            for truth, made in found:
                number += 1
                entry = style.write(made.claim, key_of(truth, 100_000 + number), with_doi, EVERYTHING, rng)
                used = frozenset({truth.doi, made.claim.doi, *made.borrowed})
                yield Sample(entry, truth, with_doi, fault.name, made.fields, used, fault.is_whole)


def _without_twins(claims: Iterable[Claim], records: Sequence[Crossref]) -> list[Claim]:
    """Works registered twice are left out: a fault against one record may be right by the other."""
    count = Counter(_gist(claim) for claim in citable(records))
    return [claim for claim in claims if count[_gist(claim)] == 1]


def _gist(claim: Claim) -> tuple[object, ...]:
    return (tuple(content_words(claim.title)), family_key(claim.authors[0]) if claim.authors else "")


def files_of(samples: Iterable[Sample]) -> list[list[Sample]]:
    """Files short enough, with no work twice in any: duplicates are a matter of their own."""
    files: list[tuple[list[Sample], set[str]]] = []
    for sample in samples:
        free = next((f for f in files if len(f[0]) < _PER_FILE and not f[1] & sample.used), None)
        if free is None:
            free = ([], set())
            files.append(free)
        free[0].append(sample)
        free[1].update(sample.used)
    return [listed for listed, _ in files]


class Desk:
    """Writes files, has them checked, and keeps count of what that costs.

    The command keeps Crossref's public limits (one search a second), so several files are checked side by
    side: as many users as there are files.
    """

    def __init__(self, folder: Path, server: Crossrefs, suffix: str = ".bib") -> None:
        self.folder, self.server, self.suffix = folder, server, suffix
        self.costs: list[str] = []

    def ask(self, name: str, files: Sequence[Sequence[str]]) -> dict[str, Mapping[str, Any]]:
        """What is said of each reference, by key, of files given as lists of entries."""
        before = len(self.server.requests)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            answers = list(pool.map(lambda one: self._check(f"{name}-{one[0]}", one[1]), enumerate(files)))
        count, requests = sum(map(len, files)), len(self.server.requests) - before
        seconds = max((answer.seconds for answer in answers), default=0)
        self.costs.append(
            f"{name}: {count} references in {len(files)} files, {requests} requests "
            f"({requests / max(count, 1):.2f} each), {seconds:.0f} s for the slowest file"
        )
        return {key: said for answer in answers for key, said in answer.references.items()}

    def _check(self, name: str, entries: Sequence[str]) -> Answer:
        path = self.folder / f"{name}{self.suffix}"
        path.write_text("\n".join(entries), encoding="utf-8")
        answer = check(path, self.server)
        path.with_suffix(".json").write_text(json.dumps(list(answer.references.values()), indent=1), "utf-8")
        return answer

    def outcomes(self, name: str, samples: Sequence[Sample]) -> list[Outcome]:
        said = self.ask(name, [[sample.entry.text for sample in some] for some in files_of(samples)])
        return [Outcome(sample, said[sample.entry.key]) for sample in samples]


def run(options: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Prepare, check, print the tables; give the counts for a machine."""
    data = data_folder()
    records = list(read_lines(data / "crossref-works.jsonl.gz")) if data else synthetic()
    evaluation = prepare(
        records, STYLES[options.style], options.half, options.right, options.each, options.seed
    )
    origin = "real" if data else "invented"
    print(f"{len(records)} {origin} records, half: {options.half}, style: {options.style}", end="\n\n")
    with serving(evaluation.records) as server:
        desk = Desk(folder, server, STYLES[options.style].suffix)
        rights = desk.outcomes("right", evaluation.right)
        print(right_tables(rights), end="\n\n")
        faults = desk.outcomes("faults", evaluation.faults)
        print(fault_table(faults), end="\n\n")
        told = mistakes([*rights, *faults])
        if data and not options.no_labelled:
            told += _print_labelled(desk, data, options)
        print("\n".join(desk.costs))
    (folder / "mistakes.txt").write_text(told, "utf-8")
    return summary([*rights, *faults], lambda one: one.mistaken) | {"costs": desk.costs}


def _print_labelled(desk: Desk, data: Path, options: argparse.Namespace) -> str:
    """The real references; returns those that went wrong."""
    as_strings = STYLES[options.style].suffix == ".txt"
    known, skipped = _labelled.gold(data, options.half, as_strings=as_strings)
    of_known = desk.ask("gold", _short_files(known))
    print(_labelled.settled_tables(known, of_known, skipped), end="\n\n")
    strange = _labelled.no_target(
        data, options.half, options.no_target, random.Random(options.seed), as_strings=as_strings
    )
    of_strange = desk.ask("no-target", _short_files(strange))
    print(_labelled.false_match_table(strange, of_strange), end="\n\n")
    return _labelled.mismatches(known, of_known) + _labelled.mismatches(strange, of_strange)


def _short_files(labelled: Sequence[_labelled.Labelled]) -> list[list[str]]:
    texts = [one.text for one in labelled]
    return [texts[start : start + _PER_FILE] for start in range(0, len(texts), _PER_FILE)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--half", choices=("tune", "report"), default="tune", help="which half of the records"
    )
    parser.add_argument(
        "--style", choices=tuple(STYLES), default="a", help="by people (a), by programs (b), or strings"
    )
    parser.add_argument("--right", type=int, default=400, help="right entries (half of them with DOI)")
    parser.add_argument(
        "--each", type=int, default=30, help="faults of each kind, with DOI and again without"
    )
    parser.add_argument("--no-target", type=int, default=400, help="real references without a record")
    parser.add_argument("--no-labelled", action="store_true", help="leave the real references out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the counts to this file")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep .bib, .json and mistakes.txt here")
    return parser.parse_args()


def main() -> None:
    options = _options()
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
        counts = run(options, options.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            counts = run(options, Path(folder))
    if options.json is not None:
        options.json.write_text(json.dumps(counts, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
