"""Entry types of BibTeX and biblatex, as CSL's types of works.

BibTeX's are btxdoc's, 3.1; biblatex's its manual's, 2.1. CSL's are those of the specification 1.0.2,
appendix III.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NOT_WORKS = frozenset({"xdata", "set", "ieeetranbstctl", "control"})
"""Entries that claim no work: stores of fields, lists of keys, switches of a style."""

CSL_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article-journal",
        "suppperiodical": "article-journal",
        "review": "review",
        "periodical": "periodical",
        "book": "book",
        "mvbook": "book",
        "collection": "book",
        "mvcollection": "book",
        "proceedings": "book",
        "mvproceedings": "book",
        "reference": "book",
        "mvreference": "book",
        "manual": "book",
        "booklet": "pamphlet",
        "inbook": "chapter",
        "bookinbook": "chapter",
        "suppbook": "chapter",
        "incollection": "chapter",
        "suppcollection": "chapter",
        "inreference": "entry-encyclopedia",
        "inproceedings": "paper-conference",
        "conference": "paper-conference",
        "thesis": "thesis",
        "phdthesis": "thesis",
        "mastersthesis": "thesis",
        "bachelorsthesis": "thesis",
        "report": "report",
        "techreport": "report",
        "online": "webpage",
        "electronic": "webpage",
        "www": "webpage",
        "webpage": "webpage",
        "dataset": "dataset",
        "software": "software",
        "patent": "patent",
        "standard": "standard",
        "unpublished": "manuscript",
        "manuscript": "manuscript",
        "preprint": "article",
        "video": "motion_picture",
        "movie": "motion_picture",
        "audio": "song",
        "music": "song",
        "image": "graphic",
        "artwork": "graphic",
        "map": "map",
        "constitution": "legislation",
        "legadminmaterial": "regulation",
        "legmaterial": "bill",
        "presentation": "speech",
        "talk": "speech",
        "poster": "speech",
        "hardware": "document",
        "bookreview": "review-book",
        "interview": "interview",
        "blog": "post-weblog",
        "broadcast": "broadcast",
        "podcast": "broadcast",
        "letter": "personal_communication",
        "performance": "performance",
        "legislation": "legislation",
        "jurisdiction": "legal_case",
        "legal": "treaty",
        "newspaper": "article-newspaper",
        "magazine": "article-magazine",
    }
)

PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})
"""Types of works that stand in a book, which may stand in a series."""
