"""Title case, which APA has for titles in the text (APA 7, 6.17)."""

from __future__ import annotations

import re

_MINOR = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "per",
        "so",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "yet",
    ]
)  # of three letters and fewer: longer ones are major
_ENDS = (":", "?", "!", ".", "—")


def title_case(title: str) -> str:
    """The title with a capital for each major word and each word of four letters and more."""
    words = title.split(" ")
    cased = []
    begins = True
    for position, word in enumerate(words):
        is_last = position == len(words) - 1
        minor = word.strip("“”‘’\"'(),:;").lower() in _MINOR
        cased.append(word if minor and not begins and not is_last else _raised(word))
        begins = word.endswith(_ENDS)
    return " ".join(cased)


_FIRST_LETTERS = re.compile(r"(?:^|(?<=[-–/]))([“‘\"'(\[]*)([^\W\d_])")


def _raised(word: str) -> str:
    """A capital for the word, and for each part behind a hyphen; none for one with capitals within."""
    if any(letter.isupper() for letter in word[1:]) and "-" not in word:
        return word
    return _FIRST_LETTERS.sub(lambda found: found[1] + found[2].upper(), word)
