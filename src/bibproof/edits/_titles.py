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
_SYMBOL = re.compile(r"\$\\[A-Za-z]+\$")  # $\gamma$, which is a letter as well
_NO_LETTER = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['’./:+-]?[^\W_]+)*")


def split_title(work: Work) -> tuple[str | None, str | None]:
    """The record's title and subtitle, for an entry that has a field for each."""
    if work.title is None or work.subtitle is not None or ": " not in work.title:
        return work.title, work.subtitle
    title, _, subtitle = work.title.partition(": ")
    return title, subtitle


def title_value(old: str, title: str, encoding: str) -> str | None:
    """The title as a value; words that are right stay as they are written.

    None where a formula would have to be written anew: a record's plain text of it says less. Raises
    UnwritableError.
    """
    inside = _inside(old)
    style = _Style(old if inside is None else "")
    tokens = _tokens(old if inside is None else inside)
    end = len(tokens) if ": " in title else _end_of_main_title(tokens)
    value = _merged(tokens[:end], title.split(), style, encoding, tokens[end:])
    if value is None:
        return None
    return value if inside is None else f"{{{value}}}"


def _end_of_main_title(tokens: list[str]) -> int:
    """How many of the words stand before a subtitle."""
    ends = (number for number, token in enumerate(tokens, 1) if token.rstrip("}").endswith(":"))
    return next(ends, len(tokens))


def _merged(
    tokens: list[str], words: list[str], style: _Style, encoding: str, subtitle: list[str]
) -> str | None:
    """The record's words, as the entry writes those that it has; all anew where it has few of them.

    A subtitle that the record lacks is right where the rest is the record's title.
    """
    owners = [(number, word) for number, token in enumerate(tokens) for word in _keys(token)]
    matcher = SequenceMatcher(
        None, [word for _, word in owners], [_fold(word) for word in words], autojunk=False
    )
    if matcher.ratio() < _VARIANT:
        return style.write(" ".join(words), encoding)
    whole = _whole_tokens(matcher, owners, tokens)
    if any("$" in _SYMBOL.sub("", token) and number not in whole for number, token in enumerate(tokens)):
        return None
    pieces: list[str] = []
    place = 0
    for number, (start, end) in sorted(whole.items()):
        if start > place:
            pieces.append(style.write(" ".join(words[place:start]), encoding))
        pieces.append(tokens[number])
        place = end
    if place < len(words):
        pieces.append(style.write(" ".join(words[place:]), encoding))
    if subtitle and not pieces[-1].rstrip("}").endswith(":"):
        pieces[-1] += ":"
    return " ".join([*pieces, *subtitle])


def _whole_tokens(
    matcher: SequenceMatcher[str], owners: list[tuple[int, str]], tokens: list[str]
) -> dict[int, tuple[int, int]]:
    """The tokens all of whose words the record has side by side; and which of its words these are."""
    places = {a + step: b + step for a, b, size in matcher.get_matching_blocks() for step in range(size)}
    own: dict[int, list[int]] = {}
    for position, (number, _) in enumerate(owners):
        own.setdefault(number, []).append(position)
    found: dict[int, tuple[int, int]] = {}
    for number in range(len(tokens)):
        ours = own.get(number, [])
        theirs = [places[position] for position in ours if position in places]
        if ours and len(theirs) == len(ours) and theirs[-1] - theirs[0] == len(theirs) - 1:
            found[number] = theirs[0], theirs[-1] + 1
    return found


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


def _keys(token: str) -> list[str]:
    return [_fold(word) for word in decode(token).split()]


def _fold(word: str) -> str:
    """A word without case and marks; what is nothing but marks is itself."""
    return _NO_LETTER.sub("", word).casefold() or word
