"""Real references whose work is known: is the right record settled on, and none where there is none?"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _latex import escape
from _records import half_of, read_lines
from _score import share, table

Said = Mapping[str, Mapping[str, Any]]
"""What the command says of references, by key."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    "author": ("author", "firstAuthor"),
    "title": ("article-title", "atitle", "title"),
    "journal": ("journal-title", "jtitle", "journal"),
    "booktitle": ("volume-title", "container-title"),
    "series": ("series-title",),
    "year": ("year", "date"),
    "volume": ("volume",),
    "number": ("issue",),
    "pages": ("first-page", "firstPage", "pages"),
    "publisher": ("publisher",),
    "edition": ("edition",),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reference as an entry of BibTeX; `gold` is None where no record is its work's."""

    key: str
    text: str
    gold: str | None


def gold(folder: Path, half: str, *, as_strings: bool = False) -> tuple[list[Labelled], int]:
    """The references of this half that have fields (or a text), and how many have not."""
    lines = [one for one in read_lines(folder / "references-gold.jsonl") if one["target_in_works"]]
    lines = [one for one in lines if half_of(one["gold_doi"]) == half and not one.get("gold_suspect")]
    labelled = [
        Labelled(f"gold{number}", entry, str(one["gold_doi"]).lower())
        for number, one in enumerate(lines)
        if (
            entry := _string(f"gold{number}", one)
            if as_strings
            else _entry(f"gold{number}", one.get("fields") or {})
        )
    ]
    return labelled, len(lines) - len(labelled)


def no_target(
    folder: Path, half: str, count: int, rng: random.Random, *, as_strings: bool = False
) -> list[Labelled]:
    """Some references of this half whose work is not among the records."""
    lines = [
        one
        for one in read_lines(folder / "references-no-target.jsonl.gz")
        if one.get("text" if as_strings else "fields")
        and half_of(one.get("gold_doi") or str(one["fields"])) == half
    ]
    return [
        Labelled(f"none{number}", entry, None)
        for number, one in enumerate(rng.sample(lines, min(count, len(lines))))
        if (entry := _string(f"none{number}", one) if as_strings else _entry(f"none{number}", one["fields"]))
    ]


def _string(key: str, one: Mapping[str, Any]) -> str | None:
    """The text of a reference under its key, without its DOI; None where it is too short to name a work."""
    text = re.sub(
        r"(?:https?://(?:dx\.)?doi\.org/|doi\s*:?\s*)?10\.\d{4,9}/\S+", "", str(one.get("text") or "")
    )
    text = re.sub(r"\s*\n\s*", "\n    ", text.strip())
    return f"[{key}] {text}\n" if len(text.split()) > 6 and not text.startswith("@") else None


def _entry(key: str, fields: Mapping[str, Any]) -> str | None:
    """The entry as its fields make it; None where there is neither a title nor an author with a place."""
    values = {
        name: escape(str(value)).replace("{", "").replace("}", "")
        for name, theirs in _NAMES.items()
        if (value := next((fields[one] for one in theirs if fields.get(one)), None)) is not None
    }
    if "title" not in values and not {"author", "journal", "pages"} <= values.keys():
        if "booktitle" not in values or "pages" in values:
            return None
        values["title"] = values.pop("booktitle")
    if "author" in values:
        values["author"] = _first_author(values["author"])
    if "journal" in values:
        values.pop("booktitle", None)
    kind = _kind(values, is_article="article-title" in fields)
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in values.items())
    return f"@{kind}{{{key},\n{lines}\n}}\n"


def _kind(values: Mapping[str, str], *, is_article: bool) -> str:
    """The type of entry that somebody would choose who sees these fields and nothing else."""
    if "journal" in values or is_article:
        return "article"
    if "booktitle" in values:
        return "incollection"
    return "book" if {"publisher", "edition"} & values.keys() else "misc"


def _first_author(text: str) -> str:
    """Lists of references give the first author only, as "Smith", "JA Smith" or "Smith JA"."""
    first = re.split(r"[,;]|\band\b|\\\\&", text)[0].strip(" .") or text
    inverted = re.fullmatch(r"(\D+?)\s+((?:[A-Z]\.?\s?-?){1,3})", first)
    return (f"{inverted[1]}, {inverted[2]}" if inverted else first) + " and others"


def settled_tables(labelled: Sequence[Labelled], said: Said, skipped: int) -> str:
    """Precision, recall and F1 of settling on the record of a reference without DOI."""
    pairs = [(one, said[one.key].get("doi")) for one in labelled]
    right = sum(doi is not None and doi.lower() == one.gold for one, doi in pairs)
    settled = sum(doi is not None for _, doi in pairs)
    precision, recall = right / max(settled, 1), right / max(len(pairs), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    row = ("gold", len(pairs), settled, right, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}")
    head = ("real references", "entries", "settled", "rightly", "precision", "recall", "F1")
    return f"{table(head, [row])}\n({skipped} references have no fields, and are left out)"


def false_match_table(labelled: Sequence[Labelled], said: Said) -> str:
    """A reference without a record that is settled on one all the same."""
    settled = sum(said[one.key].get("doi") is not None for one in labelled)
    rows = [("no target", len(labelled), settled, share(settled, len(labelled)))]
    return table(("real references", "entries", "false matches", "share"), rows)


def mismatches(labelled: Sequence[Labelled], said: Said) -> str:
    """Every reference settled on the wrong record, or not on the right one."""
    pairs = ((one, said[one.key]) for one in labelled)
    return "\n".join(
        f"{'=' * 20} wanted {one.gold}, settled on {ref.get('doi')}: {ref['verdict']}\n{one.text}"
        f"  record: {ref.get('record')}\n  candidates: {(ref.get('candidates') or [])[:3]}\n"
        for one, ref in pairs
        if (ref.get("doi") or None) != one.gold
    )
