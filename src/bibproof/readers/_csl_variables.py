"""The variables and types of CSL 1.0.2, and older or foreign names for them.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types, and appendix IV.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES = _words(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
    legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical personal_communication post post-weblog regulation report review review-book
    software song speech standard thesis treaty webpage
    """
)

OTHER_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "book-chapter": "chapter",
        "book-section": "chapter",
        "blog-post": "post-weblog",
        "conference-paper": "paper-conference",
        "dissertation": "thesis",
        "edited-book": "book",
        "film": "motion_picture",
        "journal-article": "article-journal",
        "magazine-article": "article-magazine",
        "monograph": "book",
        "motion-picture": "motion_picture",
        "newspaper-article": "article-newspaper",
        "podcast": "broadcast",
        "posted-content": "article",
        "preprint": "article",
        "presentation": "speech",
        "proceedings-article": "paper-conference",
        "reference-entry": "entry",
        "computer-program": "software",
        "video": "motion_picture",
        "web-page": "webpage",
    }
)

NAMES = _words(
    """
    author editor chair collection-editor compiler composer container-author contributor curator director
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer series-creator
    translator
    """
)

DATES = _words("issued accessed available-date event-date original-date submitted")

ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "container-title": "container_title",
        "collection-title": "collection_title",
        "volume": "volume",
        "issue": "issue",
        "page": "page",
        "number": "number",
        "edition": "edition",
        "publisher": "publisher",
        "publisher-place": "publisher_place",
        "genre": "genre",
        "language": "language",
        "note": "note",
        "PMID": "pmid",
    }
)
"""Text variables that are attributes of a `Work`."""

VARIABLES = _words(
    """
    PMCID archive archive-place archive_collection archive_location authority call-number chapter-number
    collection-number committee container-title-short dimensions division event-place event-title
    jurisdiction medium number-of-pages number-of-volumes original-publisher original-publisher-place
    original-title part-number part-title printing-number references reviewed-genre reviewed-title scale
    section source status supplement-number title-short translated-title version volume-title
    volume-title-short
    """
)
"""Text variables that stand in `Work.variables`."""

TEXTS = frozenset((*ATTRIBUTES, *VARIABLES, "type", "DOI", "URL", "ISBN", "ISSN"))

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "event": "event-title",
        "journalAbbreviation": "container-title-short",
        "journal-abbreviation": "container-title-short",
        "shortTitle": "title-short",
        "abstractNote": "abstract",
        "doi": "DOI",
        "url": "URL",
        "isbn": "ISBN",
        "issn": "ISSN",
        "pmid": "PMID",
        "pmcid": "PMCID",
        "pages": "page",
        "archive-location": "archive_location",
        "archive-collection": "archive_collection",
        "eid": "article-number",
        "conference-title": "event-title",
    }
)
"""Names that older files and other programs have for CSL's variables."""
