"""What the command's answers are worth, and the tables that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from _claims import Claim
from _entries import Entry

VERDICTS = ("verified", "inaccurate", "chimera", "not-found", "not-covered", "unchecked")


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry whose truth is known. `fault` is None where it is right; `fields` are the false ones."""

    entry: Entry
    truth: Claim  # the registered work that it cites, or that was spoilt to make it
    with_doi: bool
    fault: str | None = None
    fields: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()  # the DOIs of all works in it
    whole: bool = False  # the fault is the whole work: there is none


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sample, and what the command says of it."""

    sample: Sample
    said: Mapping[str, Any]

    @property
    def verdict(self) -> str:
        return str(self.said["verdict"])

    @property
    def errors(self) -> list[Mapping[str, Any]]:
        return [finding for finding in self.said["findings"] if finding["severity"] == "error"]

    @property
    def accused(self) -> bool:
        return bool(self.errors)

    @property
    def warned(self) -> bool:
        return any(finding["severity"] == "warning" for finding in self.said["findings"])

    @property
    def mistaken(self) -> bool:
        """A false alarm or a right entry not verified; a fault without an error."""
        if self.sample.fault is None:
            return self.accused or self.verdict != "verified"
        return not self.accused

    @property
    def named(self) -> bool:
        """Whether an error points at a false field; of what has none, whether it says what is wrong.

        A retraction has no false field, and a work that does not exist and has no DOI has no right one.
        """
        if not self.sample.fields:
            return any("retract" in finding["rule"] for finding in self.errors)
        if self.sample.whole and any(finding["rule"] == "not-found" for finding in self.errors):
            return True
        return any(finding["field"] in self.sample.fields for finding in self.errors)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns as wide as they must be, the first to the left, the rest to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    ]
    return "\n".join((lines[0], "  ".join("-" * width for width in widths), *lines[1:]))


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def right_tables(outcomes: Sequence[Outcome]) -> str:
    """How often right entries are accused, or not verified, by which rule, and under which variations."""
    rows = []
    for label, some in _by_doi(outcomes):
        accused = sum(one.accused for one in some)
        verdicts = Counter(one.verdict for one in some)
        rows.append((label, len(some), accused, share(accused, len(some)), *(verdicts[v] for v in VERDICTS)))
    return "\n\n".join(
        (
            "RIGHT ENTRIES: error findings are false alarms\n"
            + table(("", "entries", "accused", "share", *VERDICTS), rows),
            "Which rules accuse\n" + table(("rule", "with DOI", "without"), _rules(outcomes)),
            "Mistaken (accused or not verified) under which variations\n"
            + table(("variation", "entries", "mistaken", "share"), _variations(outcomes)),
        )
    )


def _by_doi(outcomes: Sequence[Outcome]) -> list[tuple[str, list[Outcome]]]:
    return [
        (label, [one for one in outcomes if one.sample.with_doi is has])
        for label, has in (("with DOI", True), ("without DOI", False))
    ]


def _rules(outcomes: Sequence[Outcome]) -> list[tuple[object, ...]]:
    counts = {
        label: Counter(f"{rule} ({field or '-'})" for one in some for rule, field in _said(one))
        for label, some in _by_doi(outcomes)
    }
    rules = sorted(
        set().union(*counts.values()), key=lambda rule: -sum(count[rule] for count in counts.values())
    )
    return [(rule, *(counts[label][rule] for label in counts)) for rule in rules]


def _said(outcome: Outcome) -> set[tuple[str, str | None]]:
    return {(finding["rule"], finding["field"]) for finding in outcome.errors}


def _variations(outcomes: Sequence[Outcome]) -> list[tuple[object, ...]]:
    """Worst first; those under which nothing goes wrong are left out."""
    entries = Counter(variation for one in outcomes for variation in one.sample.entry.variations)
    mistaken = Counter(
        variation for one in outcomes if one.mistaken for variation in one.sample.entry.variations
    )
    worst = sorted(mistaken, key=lambda variation: -mistaken[variation] / entries[variation])
    return [(v, entries[v], mistaken[v], share(mistaken[v], entries[v])) for v in worst]


def fault_table(outcomes: Sequence[Outcome]) -> str:
    """For every kind of fault, with and without DOI: how often it is an error, and what else is said."""
    groups: dict[tuple[str, bool], list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault((str(one.sample.fault), one.sample.with_doi), []).append(one)
    rows = [_fault_row(name, with_doi, some) for (name, with_doi), some in sorted(groups.items())]
    total = [
        _fault_row("all", has, [o for o in outcomes if o.sample.with_doi is has]) for has in (True, False)
    ]
    head = ("fault", "DOI", "entries", "found", "share", "field named", "only warned", *VERDICTS)
    return "FAULTS: found means an error finding\n" + table(head, [*rows, *(row for row in total if row[2])])


def _fault_row(name: str, with_doi: bool, some: Sequence[Outcome]) -> tuple[object, ...]:  # noqa: FBT001
    found = sum(one.accused for one in some)
    verdicts = Counter(one.verdict for one in some)
    named = sum(one.named for one in some)
    warned = sum(one.warned and not one.accused for one in some)
    doi = "with" if with_doi else "without"
    return (
        name,
        doi,
        len(some),
        found,
        share(found, len(some)),
        named,
        warned,
        *(verdicts[v] for v in VERDICTS),
    )


def mistakes(outcomes: Iterable[Outcome]) -> str:
    """Every mistake, so that somebody can mend its cause: the entry, what was said, and the record."""
    return "\n".join(_account(one) for one in outcomes if one.mistaken)


def _account(outcome: Outcome) -> str:
    sample, truth = outcome.sample, outcome.sample.truth
    kind = sample.fault or "right"
    lines = [
        f"{'=' * 20} {kind}, {'with' if sample.with_doi else 'without'} DOI: {outcome.verdict}",
        f"variations: {'; '.join(sample.entry.variations)}",
        sample.entry.text.rstrip(),
        *(_finding(finding) for finding in outcome.said["findings"]),
        *(f"  candidate: {one}" for one in outcome.said.get("candidates") or ()),
        f"  settled on: {outcome.said['doi']}",
        f"record: {truth.doi} | {truth.kind} | {truth.title} | {truth.subtitle}",
        "  " + "; ".join(f"{name.family}, {name.given} {name.suffix}".strip() for name in truth.authors),
        f"  {truth.containers} {truth.short_containers} {truth.dates}",
        f"  vol {truth.volume!r} no {truth.issue!r} p {truth.page!r} art {truth.article_number!r}",
    ]
    return "\n".join(lines) + "\n"


def _finding(finding: Mapping[str, Any]) -> str:
    return f"  {finding['severity']}: {finding['rule']} [{finding['field']}] {finding['message']}"


def summary(outcomes: Sequence[Outcome], is_bad: Callable[[Outcome], bool]) -> dict[str, dict[str, int]]:
    """Counts for a machine: by kind and DOI, how many there are and of how many `is_bad` holds."""
    counts: dict[str, dict[str, int]] = {}
    for one in outcomes:
        name = f"{one.sample.fault or 'right'}/{'doi' if one.sample.with_doi else 'no-doi'}"
        count = counts.setdefault(name, {"entries": 0, "mistaken": 0})
        count["entries"] += 1
        count["mistaken"] += is_bad(one)
    return counts
