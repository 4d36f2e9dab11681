"""What a decision costs, the network aside: milliseconds a reference, and with 3,000 authors.

Timed is all that follows once the records are there: the comparisons with the record of the DOI or with
the candidates of a search, the choice, and every rule. The records are read beforehand. One process, one
thread. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from _entries import key_of, write
from _invented import synthetic
from _records import citable, data_folder, read_lines

from bibproof.compare import compare
from bibproof.evidence import Candidates, DoiStanding, Found, Record
from bibproof.findings import CaseRule, judge
from bibproof.model import Date, Library, Person, Reference, Work
from bibproof.readers.bibtex import bibtex
from bibproof.rules import all_rules
from bibproof.settle import settle
from bibproof.sources._crossref_records import kept, record

_CANDIDATES = 8  # that a search gives
_AUTHORS = 3_000


def references(count: int, seed: int) -> tuple[Library, list[Record]]:
    """Entries as people write them, half with a DOI, and the record of each."""
    rng = random.Random(seed)
    data = data_folder()
    items = list(read_lines(data / "crossref-works.jsonl.gz")) if data else synthetic()
    claims = citable(items)
    chosen = rng.sample(claims, min(count, len(claims)))
    by_doi = {str(item["DOI"]).lower(): item for item in items}
    texts, records = [], []
    for number, claim in enumerate(chosen):
        texts.append(write(claim, key_of(claim, number), number % 2 == 0, frozenset(), rng).text)
        known = record(kept(by_doi[claim.doi], date.today()))
        if known is not None:
            records.append(known)
    return bibtex("\n".join(texts), None), records


def milliseconds_each(library: Library, records: Sequence[Record]) -> list[float]:
    """Of every reference: settled by its DOI's record, or among the candidates of a search, and judged."""
    rules = [rule for rule in all_rules() if isinstance(rule, CaseRule)]
    taken = []
    for number, reference in enumerate(library):
        near = [records[(number + step) % len(records)] for step in range(_CANDIDATES)]
        by_doi: DoiStanding | None = Found(near[0]) if reference.work.doi else None
        found = [] if reference.work.doi else near
        taken.append(_timed(partial(_decide, reference, library, by_doi, found, rules)))
    return taken


def _decide(
    reference: Reference,
    library: Library,
    by_doi: DoiStanding | None,
    found: Iterable[Record],
    rules: Iterable[CaseRule],
) -> None:
    judge(library, [settle(reference, library, by_doi, found, Candidates())], rules)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _name(number: int, start: str = "Giv") -> str:
    """A name of letters alone, one a number."""
    return start + "".join("abcdefghij"[int(digit)] for digit in f"{number:04d}")


def long_lists(count: int) -> dict[str, float]:
    """Milliseconds for lists of authors: as registered, as initials, one left out, backwards."""
    people = tuple(Person(_name(number, "Fam"), f"{_name(number % 97)} M.") for number in range(count))
    recorded = Work(title="A measurement of something", authors=people, issued=Date(2020))
    lists = {
        "all, in full": people,
        "all, initials": tuple(Person(one.family, f"{(one.given or 'G')[0]}.") for one in people),
        "one left out": (*people[: count // 2], *people[count // 2 + 1 :]),
        "one invented": (*people[:5], Person("Nobody", "N."), *people[5:]),
        "backwards": tuple(reversed(people)),
        "others altogether": tuple(Person(_name(number, "Oth"), "O.") for number in range(count)),
    }
    cited = {
        name: Work(title=recorded.title, authors=listed, issued=Date(2020)) for name, listed in lists.items()
    }
    return {name: _timed(partial(compare, work, recorded)) for name, work in cited.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000, help="references")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    library, records = references(options.count, options.seed)
    taken = milliseconds_each(library, records)
    cited = [one for one, reference in zip(taken, library, strict=True) if reference.work.doi]
    searched = [one for one, reference in zip(taken, library, strict=True) if not reference.work.doi]
    for label, times in (("with DOI", cited), (f"{_CANDIDATES} candidates", searched)):
        centile = statistics.quantiles(times, n=100)[98]
        print(f"{label:14}  mean {statistics.mean(times):6.2f} ms  99 % within {centile:6.2f} ms")
    for name, cost in long_lists(_AUTHORS).items():
        print(f"{_AUTHORS} authors, {name:18} {cost:6.1f} ms")


if __name__ == "__main__":
    main()
