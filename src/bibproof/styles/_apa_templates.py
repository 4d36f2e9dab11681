"""How each kind of work is referenced: the table that chapter 10 of APA's manual is.

To find how a thesis is written, look for "thesis" in `TEMPLATES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bibproof.model import Work
from bibproof.richtext import RichText
from bibproof.styles import _apa_descriptions as kinds
from bibproof.styles import _apa_details as behind
from bibproof.styles import _apa_law as law
from bibproof.styles import _apa_media as media
from bibproof.styles import _apa_sources as sources
from bibproof.styles import _apa_titles as titles
from bibproof.styles._apa_dates import Dating
from bibproof.styles._apa_names import ISSUER, WRITER_AND_DIRECTOR, Head, people_of
from bibproof.styles._apa_text import Sentences

_AS_IT_SAYS = kinds.described()


@dataclass(frozen=True, slots=True)
class Template:
    """What the four elements of a reference are made of: author, date, title, source.

    `roles` are those whose people may stand at the head, the first that there are. `details` stand in
    parentheses behind the title, `description` in brackets. A `line` takes the place of all of it.
    """

    source: Callable[[Work, Head], Sentences]
    dating: Dating = Dating.YEAR
    title: Callable[[Work], RichText] = titles.whole_title
    roles: tuple[str, ...] = ("author", "editor", "compiler")
    details: behind.Details = behind.translators_alone
    description: kinds.Description = _AS_IT_SAYS
    line: Callable[[Work], RichText] | None = None
    is_part: bool = False  # its title is in quotation marks where a text cites it


# -------------------------------------------------------------------------------- kinds of works

_JOURNAL_ARTICLE = Template(sources.journal, title=titles.part_title, is_part=True)
_ISSUE = replace(_JOURNAL_ARTICLE, roles=("editor", "author"))
_DATED_ARTICLE = replace(_JOURNAL_ARTICLE, dating=Dating.DAY)
_NEWSPAPER_ARTICLE = replace(_DATED_ARTICLE, source=sources.newspaper)
_BOOK = Template(sources.publisher, title=titles.book_title, details=behind.of_book)
_BOOK_PART = Template(sources.book_part, title=titles.part_title, roles=("author",), is_part=True)
_ENTRY = replace(_BOOK_PART, source=sources.entry, dating=Dating.DAY)
_PERIODICAL = Template(sources.journal, title=titles.periodical_title, roles=("editor", "author"))
_WEB_PAGE = Template(media.website, Dating.DAY)
_REPORT = Template(
    sources.publisher, details=behind.of_numbered("Report"), description=kinds.genre_unless_numbered
)
_PREPRINT = Template(
    sources.repository,
    details=behind.of_preprint,
    description=lambda work: "" if (work.genre or "").lower() == "preprint" else _AS_IT_SAYS(work),
)
_DOCUMENT = Template(sources.repository, details=behind.of_archive)
_DATASET = Template(sources.repository, details=behind.of_archive, description=kinds.described("Data set"))
_SOFTWARE = replace(_DATASET, description=kinds.described("Computer software"))
_THESIS = Template(sources.thesis, details=behind.of_thesis, description=kinds.thesis_description)
_TALK = Template(
    media.conference,
    Dating.EVENT,
    roles=("author", "chair", "organizer", "editor"),
    description=kinds.described("Conference presentation"),
)
_SYMPOSIUM_PART = replace(
    _TALK,
    source=media.symposium_part,
    title=titles.part_title,
    is_part=True,
    roles=("author",),
    description=_AS_IT_SAYS,
)
_FILM = Template(
    sources.publisher,
    roles=("director", "author", "producer", "executive-producer"),
    description=kinds.described("Film"),
)
_VIDEO = replace(_FILM, dating=Dating.DAY, source=media.website, roles=("author", *_FILM.roles))
_EPISODE = Template(
    media.episode,
    Dating.DAY,
    title=titles.part_title,
    is_part=True,
    roles=(WRITER_AND_DIRECTOR, "author", "script-writer", "director", "host"),
    details=behind.of_episode,
    description=kinds.described("TV series episode"),
)
_SERIES = Template(
    sources.publisher,
    Dating.DAY,
    roles=("executive-producer", "host", "series-creator", "author", "director"),
    details=behind.of_episode,
    description=kinds.described("TV series"),
)
_SONG = Template(media.track, roles=("author", "composer", "performer"), description=kinds.performed("Song"))
_TRACK = replace(_SONG, title=titles.part_title, is_part=True)
_RECORDING = replace(
    _SERIES, roles=("author", "host", "executive-producer"), description=kinds.described("Audio recording")
)
_ARTWORK = Template(media.artwork, Dating.DAY)
_MANUSCRIPT = Template(sources.manuscript, description=kinds.manuscript_description)
_ARCHIVED = replace(_MANUSCRIPT, dating=Dating.DAY)
_LETTER = Template(sources.manuscript, Dating.DAY)
_PATENT = Template(
    sources.patent_office,
    details=lambda work, _: (law.patent_number(work),),
    description=kinds.genre_unless_numbered,
)
_STANDARD = replace(
    _PATENT,
    source=sources.office,
    details=lambda work, _: (law.standard_number(work),),
    roles=(*_PATENT.roles, ISSUER),
)
_LAW = Template(sources.publisher, title=titles.legal_title)


# ---------------------------------------------------------------- kinds that depend on what there is


def _journal_article(work: Work) -> Template:
    """By the year; by the day where no volume, number or page tells where it stands."""
    if not work.container_title:
        return _PREPRINT
    if not work.volume and "issued" in work.periods and work.periods["issued"].season is not None:
        return _DATED_ARTICLE  # "2021, Winter" stands in a volume's stead
    if work.volume or work.issue or work.page or work.article_number or work.doi:
        return _JOURNAL_ARTICLE
    return _DATED_ARTICLE


def _in_periodical(articles: Template, alone: Template) -> Callable[[Work], Template]:
    return lambda work: articles if work.container_title else alone


def _article(work: Work) -> Template:
    return _JOURNAL_ARTICLE if work.container_title and (work.volume or work.page) else _PREPRINT


def _conference_paper(work: Work) -> Template:
    """In proceedings: as a chapter, or as an article where these are a journal; or else a talk."""
    if not work.container_title:
        return _TALK
    if people_of(work, "chair"):
        return _SYMPOSIUM_PART
    if work.volume and work.issue and not work.editors:
        return _JOURNAL_ARTICLE
    return _BOOK_PART


def _moving_picture(work: Work) -> Template:
    genre = (work.genre or "film").lower()
    if work.container_title:
        return _EPISODE
    if "series" in genre:
        return _SERIES
    return _FILM if genre.startswith(("film", "movie", "motion picture")) else _VIDEO


_SPOKEN = ("broadcast", "episode", "interview", "lecture", "podcast", "radio", "speech", "talk", "webinar")


def _sound(work: Work) -> Template:
    """Music is dated by the year and stands on an album; what is spoken by the day, and in a show."""
    genre = (work.genre or "").lower()
    if not any(word in genre for word in _SPOKEN):
        return _TRACK if work.container_title else _SONG
    return replace(_EPISODE, roles=("author", "host", "performer")) if work.container_title else _RECORDING


def _manuscript(work: Work) -> Template:
    """Of papers in an archive the day is told, where it is known."""
    return _ARCHIVED if "archive" in work.variables else _MANUSCRIPT


def _report(work: Work) -> Template:
    is_release = "press release" in (work.genre or "").lower()
    return replace(_REPORT, dating=Dating.DAY) if is_release else _REPORT


def _document(work: Work) -> Template:
    """Of no known kind: dated by the day where only an address leads to it."""
    return replace(_DOCUMENT, dating=Dating.DAY) if work.url and not work.doi else _DOCUMENT


TEMPLATES: Mapping[str, Template | Callable[[Work], Template]] = MappingProxyType(
    {
        "article": _article,
        "article-journal": _journal_article,
        "article-magazine": _in_periodical(_DATED_ARTICLE, _WEB_PAGE),
        "article-newspaper": _in_periodical(_NEWSPAPER_ARTICLE, _WEB_PAGE),
        "bill": replace(_LAW, line=law.bill),
        "book": _BOOK,
        "broadcast": _in_periodical(_EPISODE, _SERIES),
        "chapter": _in_periodical(_BOOK_PART, _BOOK),
        "classic": _BOOK,
        "collection": replace(_LETTER, dating=Dating.YEAR),
        "dataset": _DATASET,
        "document": _document,
        "entry": _in_periodical(_ENTRY, _WEB_PAGE),
        "entry-dictionary": _in_periodical(_ENTRY, _WEB_PAGE),
        "entry-encyclopedia": _in_periodical(_ENTRY, _WEB_PAGE),
        "event": _TALK,
        "figure": _ARTWORK,
        "graphic": _ARTWORK,
        "hearing": replace(_LAW, line=law.hearing),
        "interview": _in_periodical(
            _DATED_ARTICLE,
            replace(
                _RECORDING,
                source=sources.archive,
                details=lambda work, head: (behind.helpers(work, ("interviewer",), head),),
                description=kinds.described("Interview"),
            ),
        ),
        "legal_case": replace(_LAW, line=law.case),
        "legislation": replace(_LAW, line=law.statute),
        "manuscript": _manuscript,
        "map": replace(_ARTWORK, description=kinds.described("Map")),
        "motion_picture": _moving_picture,
        "musical_score": replace(_BOOK, description=kinds.described("Musical score")),
        "pamphlet": _REPORT,
        "paper-conference": _conference_paper,
        "patent": _PATENT,
        "performance": replace(_TALK, roles=("author", "director", "composer", "performer")),
        "periodical": _in_periodical(_ISSUE, _PERIODICAL),
        "personal_communication": _LETTER,
        "post": replace(_WEB_PAGE, source=media.post),
        "post-weblog": _in_periodical(_DATED_ARTICLE, _WEB_PAGE),
        "regulation": replace(_LAW, line=law.regulation),
        "report": _report,
        "review": _in_periodical(_DATED_ARTICLE, _WEB_PAGE),
        "review-book": _in_periodical(_DATED_ARTICLE, _WEB_PAGE),
        "software": _SOFTWARE,
        "song": _sound,
        "speech": _in_periodical(_SYMPOSIUM_PART, _TALK),
        "standard": _STANDARD,
        "thesis": _THESIS,
        "treaty": replace(_LAW, line=law.treaty),
        "webpage": _WEB_PAGE,
    }
)


def template_of(work: Work) -> Template:
    """How a work of this kind is referenced."""
    found = TEMPLATES.get(work.type, _document)
    return found if isinstance(found, Template) else found(work)
