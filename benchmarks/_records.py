"""The records that an evaluation stands on: loading, choosing, and parting them in halves."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from _claims import Claim, Crossref, claim_of

_CITED_TYPES = frozenset(
    {"journal-article", "proceedings-article", "book-chapter", "book", "monograph", "posted-content"}
)
_WITHDRAWN = frozenset({"retraction", "partial_retraction", "withdrawal", "removal", "expression_of_concern"})


def data_folder() -> Path | None:
    """Where the real records are; None where there are none."""
    folder = Path(os.environ.get("BIBPROOF_DATA") or Path(__file__).parents[2] / "shared" / "data")
    return folder if (folder / "crossref-works.jsonl.gz").is_file() else None


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    with path.open("rb") as raw:
        lines = gzip.GzipFile(fileobj=raw) if path.suffix == ".gz" else raw
        for line in lines:
            yield json.loads(line)


def half_of(doi: str) -> str:
    """`tune` or `report`: half of all DOIs each, the same ones for ever."""
    return ("tune", "report")[hashlib.sha256(doi.lower().encode()).digest()[0] % 2]


def citable(records: Iterable[Crossref]) -> list[Claim]:
    """The works that a person would cite and nothing is said against, as claims."""
    return [claim_of(record) for record in records if _is_citable(record)]


def _is_citable(record: Crossref) -> bool:
    title = next(iter(record.get("title") or ()), "").strip()
    if record.get("type") not in _CITED_TYPES or not title or not record.get("issued"):
        return False
    updates = [*(record.get("updated-by") or ()), *(record.get("update-to") or ())]
    if any(update.get("type") in _WITHDRAWN for update in updates):
        return False
    return (
        not title.lower()
        .lstrip("*[(")
        .startswith(("retract", "withdrawn", "removed:", "notice of retraction"))
    )


def retracted(record: Crossref) -> dict[str, Any]:
    """The same record once its publisher has retracted the work."""
    notice = {
        "DOI": f"{record['DOI']}.retraction",
        "type": "retraction",
        "label": "Retraction",
        "source": "publisher",
        "updated": {"date-parts": [[2021, 3, 1]]},
    }
    return {**record, "updated-by": [notice]}
