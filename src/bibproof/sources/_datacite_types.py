"""DataCite's types of resource and CSL's.

DataCite's list: https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/resourceTypeGeneral/.
CSL's: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bibproof.jsons import Json
from bibproof.sources._fields import text

_BY_GENERAL_TYPE: Mapping[str, str] = MappingProxyType(
    {
        "Audiovisual": "motion_picture",
        "Book": "book",
        "BookChapter": "chapter",
        "Collection": "collection",
        "ComputationalNotebook": "software",
        "ConferencePaper": "paper-conference",
        "ConferenceProceeding": "book",
        "DataPaper": "article-journal",
        "Dataset": "dataset",
        "Dissertation": "thesis",
        "Image": "graphic",
        "Journal": "periodical",
        "JournalArticle": "article-journal",
        "PeerReview": "review",
        "Preprint": "article",
        "Report": "report",
        "Software": "software",
        "Sound": "song",
        "Standard": "standard",
        "Workflow": "software",
    }
)
# "Text" says nothing, and was all there was until schema 4.4: the repository's own word tells more.
_BY_OWN_WORD: Mapping[str, str] = MappingProxyType(
    {
        "article": "article",
        "preprint": "article",
        "working paper": "article",
        "journal article": "article-journal",
        "conference paper": "paper-conference",
        "book": "book",
        "book chapter": "chapter",
        "report": "report",
        "technical report": "report",
        "thesis": "thesis",
        "dissertation": "thesis",
        "doctoral thesis": "thesis",
        "master thesis": "thesis",
    }
)
IN_CONTAINERS = frozenset({"article-journal", "chapter", "paper-conference", "review"})
"""The kinds that stand in a journal or a book; another's container is the collection that it was put into."""


def csl_type(types: Mapping[str, Json]) -> str:
    """CSL's type for the `types` of a DOI; "document" where they tell nothing."""
    general = text(types.get("resourceTypeGeneral")) or ""
    known = _BY_GENERAL_TYPE.get(general)
    return known or _BY_OWN_WORD.get((text(types.get("resourceType")) or "").lower(), "document")
