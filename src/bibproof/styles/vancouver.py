"""Vancouver: NLM's Citing Medicine (2nd ed.) and the sample references of the ICMJE's recommendations.

https://www.ncbi.nlm.nih.gov/books/NBK7256/, https://www.nlm.nih.gov/bsd/uniform_requirements.html.
The list is numbered in the order in which it is given. How a thesis is written: look in `_TEMPLATES`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bibproof.listing import Citation, Entry, Options
from bibproof.model import Reference, Work
from bibproof.richtext import RichText, rich
from bibproof.styles import _vancouver_citations as citations_
from bibproof.styles._journals import journal_names
from bibproof.styles._quotes import typographic_runs
from bibproof.styles._vancouver_articles import (
    is_posted_on_preprint_server,
    journal_article,
    newspaper_article,
    preprint,
)
from bibproof.styles._vancouver_books import book, chapter, conference_paper, entry, report, talk, thesis
from bibproof.styles._vancouver_law import law, patent
from bibproof.styles._vancouver_media import (
    audiovisual,
    blog_post,
    dataset,
    is_repository,
    letter,
    repository,
    software,
    website,
)
from bibproof.styles._vancouver_parts import Setting, Template

_TEMPLATES: Mapping[str, Template] = {
    "article": preprint,
    "article-journal": journal_article,
    "article-magazine": journal_article,
    "article-newspaper": newspaper_article,
    "bill": law,
    "book": book,
    "broadcast": audiovisual,
    "chapter": chapter,
    "classic": book,
    "collection": book,
    "dataset": dataset,
    "document": book,
    "entry": entry,
    "entry-dictionary": entry,
    "entry-encyclopedia": entry,
    "event": talk,
    "figure": audiovisual,
    "graphic": audiovisual,
    "hearing": law,
    "interview": audiovisual,
    "legal_case": law,
    "legislation": law,
    "manuscript": audiovisual,
    "map": audiovisual,
    "motion_picture": audiovisual,
    "musical_score": audiovisual,
    "pamphlet": book,
    "paper-conference": conference_paper,
    "patent": patent,
    "performance": audiovisual,
    "periodical": book,
    "personal_communication": letter,
    "post": website,
    "post-weblog": blog_post,
    "regulation": law,
    "report": report,
    "review": journal_article,
    "review-book": journal_article,
    "software": software,
    "song": audiovisual,
    "speech": talk,
    "standard": report,
    "thesis": thesis,
    "treaty": law,
    "webpage": website,
}
"""How a work of each of CSL's types is written."""

_MISCELLANEOUS = frozenset({"article-journal", "document", "software", "webpage"})
_NOTHING_KNOWN = "[title unknown]"


class _Vancouver:
    """The style as `listing.Style` wants it."""

    def entries(self, references: Sequence[Reference], options: Options) -> list[Entry]:
        """The list in the order given, numbered from 1."""
        setting = Setting(options, journal_names(options))
        return [
            Entry(
                reference.key,
                typographic_runs(_text(reference.work, setting)),
                number,
                _problems(reference.work),
            )
            for number, reference in enumerate(references, start=1)
        ]

    def cite(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """The numbers in parentheses: "(3,6)"."""
        del options
        return rich(citations_.in_parentheses(citations_.numbers(references), citations))

    def cite_in_sentence(
        self, references: Sequence[Reference], citations: Sequence[Citation], options: Options
    ) -> RichText:
        """The authors with their numbers: "Greenway et al. (3)"."""
        del options
        return rich(citations_.in_sentence(references, citations))


def _text(work: Work, setting: Setting) -> RichText:
    return _template(work)(work, setting) or rich(_NOTHING_KNOWN)


def _template(work: Work) -> Template:
    if work.type == "webpage" and is_posted_on_preprint_server(work):
        return preprint
    if work.type in _MISCELLANEOUS and is_repository(work):
        return repository
    return _TEMPLATES.get(work.type, book)


def _problems(work: Work) -> tuple[str, ...]:
    """What no reference should lack."""
    problems = [] if work.title or work.container_title else ["it has no title"]
    if work.type == "article-journal" and not work.container_title:
        problems.append("it names no journal")
    if work.issued is None and not work.periods.get("issued") and work.type not in _UNDATED:
        problems.append("it has no date")
    return tuple(problems)


_UNDATED = frozenset({"webpage", "post", "post-weblog", "personal_communication", "entry-dictionary"})

vancouver = _Vancouver()
