"""Which kinds of work a registry of DOIs can be expected to hold, which it can be asked for, by which DOI.

That Crossref has no record of a web page, of a report of an office or of a paper in proceedings that
register no DOIs says nothing about the reference.
"""

from __future__ import annotations

import re

from bibproof.doi import arxiv_doi
from bibproof.model import Work

_REGISTERED_KINDS = frozenset(
    {"article-journal", "paper-conference", "chapter", "book", "entry-encyclopedia"}
)
_SEARCHABLE_KINDS = _REGISTERED_KINDS | {
    "article",
    "article-magazine",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "manuscript",
    "report",
    "review",
    "review-book",
    "standard",
    "thesis",
}
_KINDS_OF_NOTHING = frozenset({"article", "document", "manuscript", "webpage"})

# Preprint servers whose DOIs are DataCite's, and venues known to publish without DOIs. As people write them.
_UNREGISTERED_VENUES = re.compile(
    r"\b(?i:arxiv|abs/\d{4}\.\d+|openreview|usenix|ceur(?: workshop proceedings|-ws)|"
    r"neural information processing systems|international conference on learning representations|"
    r"international conference on machine learning|artificial intelligence and statistics|"
    r"conference on robot learning|conference on learning theory|"
    r"journal of machine learning research|j\.? mach\.? learn\.? res\b|"
    r"proceedings of machine learning research|"
    r"in press|submitted|under review|in preparation|unpublished)\b"
    r"|\b(?:CoRR|NIPS|NeurIPS|ICLR|ICML|AISTATS|JMLR|PMLR|CoRL|COLT)\b"
)

# What says that the work has not appeared yet, wherever it is to appear.
_NOT_YET = re.compile(r"\b(?i:in press|submitted|under review|in preparation|unpublished)\b")

# Servers whose DOIs are Crossref's: their names, the companies that register for them, their addresses.
_SERVER = re.compile(
    r"\b(?:(?:bio|med|chem|psy|soc|engr|edu?|earth|eco|tech|law|ag|sport|meta)a?rxiv"
    r"|cold spring harbor laboratory|openrxiv|research ?square|ssrn|social science research network"
    r"|preprints?\.org|preprints\b|earth and space science open archive|ess ?open ?archive|essoar|egusphere"
    r"|authorea|osf preprints|osf\.io/preprints)\b",
    re.IGNORECASE,
)
_ON_SERVERS = frozenset({"article", "article-journal", "document", "manuscript", "report", "webpage"})

_PREPRINTS = frozenset({"article", "document", "manuscript"})
_ARXIV = re.compile(r"\b(?:(?i:arxiv|computing research repository)|CoRR)\b")


def cited_doi(work: Work) -> str | None:
    """The DOI that is cited, or that the arXiv number stands for where the e-print itself is cited.

    Who gives the number besides a journal or a conference cites what appeared there, and no e-print.
    """
    if work.doi is not None or work.eprint is None or work.eprint_type != "arxiv":
        return work.doi
    venue = work.container_title
    is_the_eprint = work.type in _PREPRINTS and (venue is None or _ARXIV.search(venue) is not None)
    return arxiv_doi(work.eprint) if is_the_eprint else None


def is_registered_kind(work: Work) -> bool:
    """Whether the registries can be expected to have this work, so that its absence means something."""
    if work.type not in _REGISTERED_KINDS:
        return False
    venues = [work.container_title, *work.other_container_titles, work.collection_title]
    if work.type == "article-journal" and work.container_title:
        # a number of arXiv beside a journal, as ADS and INSPIRE give it, says where a copy is
        if not has_appeared(work):
            return False
    else:
        venues += [work.eprint_type, work.note]
    return not any(venue and _UNREGISTERED_VENUES.search(venue) for venue in venues)


def has_appeared(work: Work) -> bool:
    """Whether nothing says of the work that it is yet to appear."""
    return not any(said and _NOT_YET.search(said) for said in (work.container_title, work.note))


def is_on_preprint_server(work: Work) -> bool:
    """Whether a server of preprints that registers with Crossref is all the place that is cited.

    As a journal, a publisher, an institution or `howpublished`, in a note or by its address.
    """
    if work.type not in _ON_SERVERS or work.eprint or not is_registered_or_unsaid(work):
        return False
    if work.container_title is not None:
        return _SERVER.match(work.container_title) is not None
    places = (work.publisher, work.note, work.eprint_type, work.url)
    return any(place and _SERVER.search(place) for place in places)


def is_registered_or_unsaid(work: Work) -> bool:
    """Whether nothing that is cited names a venue or server that registers nothing with Crossref."""
    said = (work.container_title, work.note, work.url, work.publisher, work.eprint_type)
    return not any(text and _UNREGISTERED_VENUES.search(text) for text in said)


def is_named_nowhere(work: Work) -> bool:
    """Whether a work of no special kind is said to have appeared nowhere, as preprints are cited."""
    if work.type not in _KINDS_OF_NOTHING or work.container_title or work.eprint_type or work.eprint:
        return False
    return is_registered_or_unsaid(work)


def is_searchable_kind(work: Work) -> bool:
    """Whether it is worth asking the registries for this work when no DOI is cited."""
    is_by_people = any(person.family for person in work.authors)
    is_paper_online = (
        work.type == "webpage" and is_by_people and (work.url is None or is_on_preprint_server(work))
    )
    return work.type in _SEARCHABLE_KINDS or is_paper_online
