"""A title as the record has it, with the words, braces and cases that the entry rightly has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from bibproof.bibtex.latex import decode
from bibproof.bibtex.richlatex import rich_latex
from bibproof.bibtex.writing import write_text, write_title
from bibproof.model import Work
from bibproof.richtext import Face, RichText

_VARIANT = 0.5  # the share of equal words from which one title is a variant of the other
_TOKEN_MARK = re.compile(r"\\.|[{}$]|\s+", re.DOTALL)
_NO_LETTER = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['’./:+-]?[^\W_]+)*")


def split_title(work: Work) -> tuple[str | None, str | None]:
    """The record's title and subtitle, for an entry that has a field for each."""
    if work.title is None or work.subtitle is not None or ": " not in work.title:
        return work.title, work.subtitle
    title, _, subtitle = work.title.partition(": ")
    return title, subtitle


def title_value(old: str, title: str, encoding: str) -> str:
    """The title as a value. Words that are right stay as they are written. Raises UnwritableError."""
    inside = _inside(old)
    style = _Style(old)
    tokens, words = _tokens(inside if inside is not None else old), title.split()
    matcher = SequenceMatcher(None, [*map(_key, tokens)], [*map(_fold, words)], autojunk=False)
    if inside is not None:
        style = _Style("")
    if matcher.ratio() < _VARIANT:
        value = style.write(title, encoding)
    else:
        pieces: list[str] = []
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal" or (kind == "delete" and _is_subtitle(tokens, start, end)):
                pieces += tokens[start:end]
            elif new_end > new_start:
                pieces.append(style.write(" ".join(words[new_start:new_end]), encoding))
        value = " ".join(pieces)
    return value if inside is None else f"{{{value}}}"


class _Style:
    """Which words an entry's title puts braces around; none where it has no braces at all."""

    def __init__(self, old: str) -> None:
        self._kept = frozenset(_kept_words(rich_latex(old)) if old else ())

    def write(self, text: str, encoding: str) -> str:
        return write_title(text, encoding, self._kept) if self._kept else write_text(text, encoding)


def _kept_words(runs: RichText) -> list[str]:
    return [word for run in runs if Face.KEPT in run.face for word in _WORD.findall(run.text)]


def _inside(old: str) -> str | None:
    """What stands in the braces around a whole title; None where there are none."""
    stripped = old.strip()
    if not (stripped.startswith("{") and stripped.endswith("}")) or stripped.startswith("{\\"):
        return None
    depth = 0
    for position, character in enumerate(stripped):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0 and position < len(stripped) - 1:
            return None
    return stripped[1:-1]


def _tokens(latex: str) -> list[str]:
    """The words as they are written, at the white space that stands in no braces and in no formula."""
    tokens, start, depth, in_maths = [], 0, 0, False
    for mark in _TOKEN_MARK.finditer(latex):
        found = mark[0]
        if found in "{}":
            depth += 1 if found == "{" else -1
        elif found == "$":
            in_maths = not in_maths
        elif found.isspace() and depth <= 0 and not in_maths:
            tokens.append(latex[start : mark.start()])
            start = mark.end()
    return [token for token in (*tokens, latex[start:]) if token]


def _key(token: str) -> str:
    return _fold(decode(token))


def _fold(word: str) -> str:
    """A word without case and marks; what is nothing but marks is itself."""
    return _NO_LETTER.sub("", word).casefold() or word


def _is_subtitle(tokens: list[str], start: int, end: int) -> bool:
    """Whether these words, which the record has not, are a subtitle that it leaves out."""
    return (
        end == len(tokens)
        and start > 0
        and tokens[start - 1].rstrip("}").endswith((":", "?", ".", "—", "--"))
    )
