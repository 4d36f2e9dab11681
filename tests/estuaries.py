"""The record of one paper, as Crossref gives it; several tests cite it."""

from __future__ import annotations

RIGHT = {
    "DOI": "10.5555/right",
    "type": "journal-article",
    "title": ["Tidal mixing in shallow estuaries after spring floods"],
    "author": [{"given": "Maria", "family": "Okafor"}, {"given": "Jens", "family": "Lindqvist"}],
    "container-title": ["Journal of Estuarine Physics"],
    "issued": {"date-parts": [[2015, 3]]},
    "published-print": {"date-parts": [[2015, 3]]},
    "volume": "12",
    "issue": "2",
    "page": "101-119",
    "publisher": "Estuary Press",
}
