"""Small pieces that all parts of an APA reference are made with."""

from __future__ import annotations

from collections.abc import Iterable

from bibproof.model import Work
from bibproof.richtext import Face, RichText, Run
from bibproof.styles._compose import stopped

Sentences = list[RichText | str]


def text_of(work: Work, variable: str) -> RichText:
    """A text variable of the work as rich text, by its CSL name; empty where it has none."""
    runs = work.rich.get(variable)
    if runs:
        return runs
    attribute = _ATTRIBUTES.get(variable)
    text = work.variables.get(variable) if attribute is None else getattr(work, attribute)
    return (Run(text),) if text else ()


_ATTRIBUTES = {
    "title": "title",
    "subtitle": "subtitle",
    "collection-title": "collection_title",
    "container-title": "container_title",
    "genre": "genre",
    "publisher": "publisher",
}


def container_of(work: Work) -> RichText:
    """The title of the whole, with its subtitle."""
    title = text_of(work, "container-title")
    if "container-subtitle" not in work.variables or not title:
        return title
    return joined_plainly(title, ": ", text_of(work, "container-subtitle"))


def joined_plainly(first: RichText, joint: str, second: RichText) -> RichText:
    """Two texts as one; one run where both are plain."""
    runs = (*first, Run(joint), *second)
    if all(run.face is Face.PLAIN and run.href is None and run.tex is None for run in runs):
        return (Run("".join([run.text for run in runs])),)
    return runs


def plain(text: str | None) -> RichText:
    return (Run(text),) if text else ()


def italic(text: RichText) -> RichText:
    """The text in italics; what is in italics within it stands upright (APA 7, 6.23)."""
    return tuple(
        Run(run.text, Face.ITALIC if run.face is Face.PLAIN else run.face ^ Face.ITALIC, run.href, run.tex)
        for run in text
    )


def italic_variable(work: Work, variable: str, value: str | None) -> RichText:
    """A text variable in italics; `value` is what the work has of it as plain text."""
    runs = work.rich.get(variable)
    if runs:
        return italic(runs)
    return (Run(value, Face.ITALIC),) if value else ()


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def within(opening: str, text: RichText | str, closing: str) -> RichText:
    """The text in brackets; nothing where there is no text."""
    if isinstance(text, str):
        return (Run(f"{opening}{text}{closing}"),) if text else ()
    return (Run(opening), *text, Run(closing)) if text else ()


def listed(names: list[str], mark: str = "&") -> str:
    """Names in a row: "A", "A & B", "A, B, & C"."""
    if len(names) < 3:
        return f" {mark} ".join(names)
    return f"{', '.join(names[:-1])}, {mark} {names[-1]}"


_UNSEEN = (Face.PLAIN, Face.KEPT)
_STOPS = (".", "?", "!", "…")
_QUOTES = ("”", "’", '"', "'")


def one_line(sentences: Iterable[RichText | str]) -> list[Run]:
    """Sentences, each with its full stop, a space between each two; neighbours in one face are one run."""
    runs: list[Run] = []
    waiting: list[str] = []
    for sentence in sentences:
        if not sentence:
            continue
        if waiting or runs:
            waiting.append(" ")
        if isinstance(sentence, str):
            waiting.append(sentence if sentence.endswith(_STOPS) else f"{sentence}.")
            continue
        is_quoted = sentence[-1].text.endswith(_QUOTES)
        for run in stopped(sentence) if is_quoted else sentence:
            if run.face in _UNSEEN and run.href is None and run.tex is None:
                waiting.append(run.text)
            else:
                _add(run, runs, waiting)
        if not is_quoted and not sentence[-1].text.endswith(_STOPS):
            waiting.append(".")
    _flush(runs, waiting)
    return runs


def _add(run: Run, runs: list[Run], waiting: list[str]) -> None:
    """A run in a face of its own, behind what is waiting; as one with the run before in the same face."""
    _flush(runs, waiting)
    if run.face is not Face.ITALIC and Face.KEPT in run.face:
        run = Run(run.text, run.face & ~Face.KEPT, run.href, run.tex)
    last = runs[-1] if runs else run
    if last is not run and last.face == run.face and not (last.href or last.tex or run.href or run.tex):
        run = Run(f"{runs.pop().text}{run.text}", run.face)
    runs.append(run)


def _flush(runs: list[Run], waiting: list[str]) -> None:
    """What is waiting becomes one run."""
    if waiting:
        runs.append(Run("".join(waiting)))
        waiting.clear()
