"""Titles as NLM has them: in sentence case, without italics; those of sites and laws as they are."""

from __future__ import annotations

import re

from bibproof.model import Work
from bibproof.richtext import Face, RichText, Run, rich
from bibproof.styles._case import vancouver_case
from bibproof.styles._compose import concat, joined
from bibproof.styles._proper_nouns import PROPER_NOUNS

_SHOWN_FACES = Face.SUBSCRIPT | Face.SUPERSCRIPT  # NLM sets nothing in italics, bold or small capitals
_LATIN = re.compile(r"(?:In (?:silico|situ|utero|vitro|vivo)|Ex vivo|De novo)\b", re.IGNORECASE)


def title(work: Work) -> RichText:
    """The title with its subtitle, in sentence case; a translation of it in square brackets."""
    if work.type == "book" and names_conference(work.title):
        return title_as_it_is(work)
    text = rich_title(work, "title", work.title)
    if work.subtitle:
        joint = " " if text and text[-1].text.endswith(("?", "!")) else ": "
        text = concat(text, joint, rich_title(work, "subtitle", work.subtitle))
    translated = work.variables.get("translated-title")
    if not translated:
        return sentence_case(text, work.language)
    translation = concat("[", sentence_case(rich(translated), "en"), "]")
    return joined((sentence_case(text, work.language), translation), " ")


def rich_title(work: Work, name: str, text: str | None) -> RichText:
    return work.rich.get(name) or rich(text or "")


def sentence_case(text: RichText, language: str | None) -> RichText:
    """A title in NLM's case, without the faces that NLM does not show."""
    return plain_faces(_latin_lowered(vancouver_case(text, language))) if text else ()


def _latin_lowered(text: RichText) -> RichText:
    """Latin phrases in italics are no names and have no capital behind a colon: "mice: in vivo study"."""
    return tuple(
        run._replace(text=run.text[0].lower() + run.text[1:])
        if before.text.endswith(": ") and run.face & Face.ITALIC and _LATIN.match(run.text)
        else run
        for before, run in zip((Run(""), *text), text, strict=False)
    )


def plain_faces(text: RichText) -> RichText:
    return tuple(
        run if run.face is Face.PLAIN else run._replace(face=run.face & _SHOWN_FACES) for run in text
    )


def title_as_it_is(work: Work) -> RichText:
    """The title with its own capitals: of web sites, databases and laws."""
    return plain_faces(written_title(work))


def written_title(work: Work) -> RichText:
    """The title with its own capitals and its faces."""
    text = rich_title(work, "title", work.title)
    if work.subtitle:
        text = concat(text, ": ", rich_title(work, "subtitle", work.subtitle))
    translated = work.variables.get("translated-title")
    return joined((text, f"[{translated}]" if translated else ""), " ")


def container(work: Work) -> RichText:
    """The title of what the work stands in. The names of conferences keep their capitals."""
    text = rich_title(work, "container-title", work.container_title)
    subtitle = work.variables.get("container-subtitle")
    if subtitle:
        text = concat(text, ": ", subtitle)
    if names_conference(work.container_title):
        return plain_faces(text)
    return sentence_case(text, work.language)


def names_conference(title: str | None) -> bool:
    """Whether the title of proceedings has the name of a conference in it, which keeps its capitals."""
    return (title or "").casefold().startswith(("proceedings of", "proceedings,", "proc. "))


def small(words: str) -> str:
    """A designator without the capital that other styles want: "letter", but "CD-ROM" and "MRI data".

    One with capitals further on as well is a name: "Dynamic Graphics Project Memorandum".
    """
    first, _, rest = words.partition(" ")
    is_word = (first[1:].islower() or len(first) == 1) and not any(word.istitle() for word in rest.split())
    return words[:1].lower() + words[1:] if is_word and first.lower() not in PROPER_NOUNS else words
