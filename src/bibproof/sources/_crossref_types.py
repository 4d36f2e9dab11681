"""Crossref's types of work and CSL's.

Crossref's list: https://api.crossref.org/types. CSL's:
https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CSL_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "book": "book",
        "book-chapter": "chapter",
        "book-part": "chapter",
        "book-section": "chapter",
        "book-series": "book",
        "book-set": "book",
        "book-track": "chapter",
        "component": "document",
        "database": "dataset",
        "dataset": "dataset",
        "dissertation": "thesis",
        "edited-book": "book",
        "grant": "document",
        "journal": "periodical",
        "journal-article": "article-journal",
        "journal-issue": "periodical",
        "journal-volume": "periodical",
        "monograph": "book",
        "other": "document",
        "peer-review": "review",
        "posted-content": "article",
        "proceedings": "book",
        "proceedings-article": "paper-conference",
        "proceedings-series": "book",
        "reference-book": "book",
        "reference-entry": "entry-encyclopedia",
        "report": "report",
        "report-component": "report",
        "report-series": "report",
        "standard": "standard",
    }
)

# What CSL's word for it would pass off as a work of another kind: Crossref's own word is kept as the genre.
KEPT_AS_GENRE = frozenset(
    (
        *("book-series", "component", "grant", "journal", "journal-issue", "journal-volume"),
        *("peer-review", "proceedings-series", "report-component", "report-series"),
    )
)
