"""ISO 4's words, by pyiso4, imported where a title is abbreviated.

pyiso4 makes a tree of all 56,000 words before it looks one up, which takes most of a second. Here a word is
made when a title has one that begins like it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pyiso4.ltwa import Abbreviate, Pattern
from pyiso4.prefix_tree import PrefixTree

_USUAL = frozenset({"eng", "mul", "lat"})
_SHARED = 4  # letters that two words must begin with to be looked at together


class _WholeWordsFirst(Abbreviate):  # type: ignore[misc]  # pyiso4 has no types
    """pyiso4, but what the list says about a word goes before what it says about words that begin so.

    The list has "heart n.a." and "hear- hear.", and "Eur Heart J" is right.
    """

    def _potential_matches(self, sentence: str, langs: list[str] | None = None) -> list[Pattern]:
        found = super()._potential_matches(sentence, langs)
        return sorted(found, key=_weight, reverse=True)

    def abbreviate(
        self, sentence: str, fallback: str, guide: str, langs: list[str] | None = None
    ) -> tuple[str, int]:
        """The word that a sentence begins with; whole where its abbreviation is longer than itself."""
        try:
            abbreviation, length = super().abbreviate(sentence, fallback, guide, langs)
        except IndexError:
            return fallback, len(fallback)
        return abbreviation, length


def _weight(pattern: Pattern) -> tuple[bool, bool, int]:
    is_usual = any(language.strip(",") in _USUAL for language in pattern.langs)
    return not pattern.end_with_dash, is_usual, len(pattern.pattern)


class _Words:
    """The words by their first letters; each is read when it is asked for."""

    def __init__(self, lines: Mapping[str, list[str]]) -> None:
        self._lines = lines
        self._patterns: dict[str, list[Pattern]] = {}

    def search(self, sentence: str) -> list[Pattern]:
        """The words that a sentence may begin with."""
        found: list[Pattern] = []
        for size in range(1, _SHARED + 1):
            beginning = sentence[:size]
            if beginning not in self._patterns:
                lines = self._lines.get(beginning, ())
                self._patterns[beginning] = [Pattern.from_line(line) for line in lines]
            found += self._patterns[beginning]
        return found


@cache
def iso_4() -> Abbreviate:
    """What abbreviates a title; made once."""
    folder = files("pyiso4")
    listed = next(file for file in folder.iterdir() if file.name.startswith("LTWA_"))
    lines: dict[str, list[str]] = {}
    for line in listed.read_text("utf-8").split("\n")[1:]:
        word = line.partition("\t")[0]
        if word and word[0] != "-":  # pyiso4 never finds the endings
            beginning = (word.lower() if word.isascii() else Pattern.normalize(word)).rstrip("-")
            lines.setdefault(beginning[:_SHARED], []).append(line)
    small_words = folder.joinpath("stopwords.txt").read_text("utf-8").split("\n")
    return _WholeWordsFirst(_Words(lines), PrefixTree(), [word.strip() for word in small_words])
