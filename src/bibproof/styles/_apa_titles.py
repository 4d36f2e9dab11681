"""The title of an APA reference (APA 7, 9.18 to 9.22)."""

from __future__ import annotations

import re

from bibproof.model import Work
from bibproof.richtext import Face, RichText, Run
from bibproof.styles._apa_own_names import with_names_kept
from bibproof.styles._apa_text import container_of, italic, joined_plainly, text_of, within
from bibproof.styles._case import apa_case

_ENDINGS = ("?", "!", "—")
_TRANSLATION = re.compile(r"(?<=\S) (\[[^\[\]]+\])$")
_NO_ENGLISH = "und"


def bare_title(work: Work) -> RichText:
    """Title and subtitle in sentence case."""
    return _in_sentence_case(_written_title(work), work)


def _written_title(work: Work) -> RichText:
    title = text_of(work, "title")
    if not work.subtitle or not title:
        return title
    joint = " " if title[-1].text.endswith(_ENDINGS) else ": "
    return joined_plainly(title, joint, text_of(work, "subtitle"))


_PROCEEDINGS = ("Proceedings of", "Proceedings,", "Proc. ")


def _in_sentence_case(title: RichText, work: Work) -> RichText:
    if work.type == "book" and (work.title or "").startswith(_PROCEEDINGS):
        return title  # the name of a conference keeps its capitals
    if work.type == "software" and title and title[0].text[:1].islower():
        first, space, rest = title[0].text.partition(" ")  # a program's name: "pandas"
        title = (Run(first, title[0].face | Face.KEPT), Run(space + rest, title[0].face), *title[1:])
    language = work.language
    if language is None and "translated-title" in work.variables:
        language = _NO_ENGLISH
    return apa_case(with_names_kept(title, work), language)


def whole_title(work: Work) -> RichText:
    """The title of a work that stands alone, in italics."""
    return with_translation(work, _italic_but_translation(bare_title(work)))


def book_title(work: Work) -> RichText:
    """The title of a book, in italics; of a volume, behind the title of its whole."""
    return with_translation(work, _italic_but_translation(_with_volume(work, _written_title(work))))


def part_title(work: Work) -> RichText:
    """The title of a part of something larger."""
    return with_translation(work, bare_title(work))


def legal_title(work: Work) -> RichText:
    """The title as it is: names of laws and cases keep their capitals."""
    return text_of(work, "title")


def periodical_title(work: Work) -> RichText:
    """The name of a journal, which keeps its capitals."""
    return italic(text_of(work, "title"))


def _with_volume(work: Work, title: RichText) -> RichText:
    """As "Main title: Vol. 1. Title of the volume"; the case of the two is found together."""
    whole = container_of(work)
    if whole and title:
        volume = f": Vol. {work.volume}. " if work.volume else ": "
        title = joined_plainly(whole, volume, title)
    return _in_sentence_case(title or whole, work)


def _italic_but_translation(title: RichText) -> RichText:
    """In italics, but for a translation in brackets at the end of the same text."""
    if title and title[-1].text.endswith("]"):
        last = title[-1]
        found = _TRANSLATION.search(last.text)
        if found is not None:
            kept = Run(last.text[: found.start()], last.face, last.href, last.tex)
            return (*italic((*title[:-1], kept)), Run(f" {found[1]}"))
    return italic(title)


def with_translation(work: Work, title: RichText) -> RichText:
    if "translated-title" not in work.variables:
        return title
    translation = text_of(work, "translated-title")
    return (*title, *within(" [" if title else "[", apa_case(translation, "en"), "]"))
