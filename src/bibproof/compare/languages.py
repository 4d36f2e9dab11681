"""Titles in two languages: which language one is in, and whether one is the other with a translation."""

from __future__ import annotations

import re

from bibproof.compare.text import squeeze, word_set, words

_BRACKETS = re.compile(r"\[([^][]*)\]")
_LANGUAGES = {
    "en": word_set("the of and in for with to from by"),
    "de": word_set("der die das und von zur zum eine einer fur mit bei uber im"),
    "fr": word_set("le les des du et une dans sur pour au aux chez"),
    "es": word_set("el los las y en con una del para"),
    "pt": word_set("o os do da dos e em com uma para na no"),
    "it": word_set("il lo gli della delle nel nella con di una e per"),
}
_IN_TWO_LANGUAGES = 0.3  # a title and its translation have no greater share of words in common


def is_translated(cited: str, recorded: str) -> bool:
    """Whether one title is the other with a translation in brackets, or is that translation."""
    return any(
        _in_brackets_or_before(longer, squeeze(shorter))
        for shorter, longer in ((cited, recorded), (recorded, cited))
    )


def _in_brackets_or_before(title: str, wanted: str) -> bool:
    if "[" not in title:
        return False
    parts = [*_BRACKETS.findall(title), _BRACKETS.sub("", title)]
    return any(len(words(part)) >= 3 and squeeze(part) == wanted for part in parts)


def may_be_translation(cited: str, recorded: str, overlap: float) -> bool:
    """Whether the titles are in different languages, so that one may be the other's translation."""
    if overlap > _IN_TWO_LANGUAGES:
        return False
    one, other = _language(cited), _language(recorded)
    return bool(one and other) and one != other


def _language(title: str) -> str:
    """The language that at least two words of structure speak for; "" where two languages are as likely."""
    listed = set(words(title))
    counts = sorted(((len(listed & known), name) for name, known in _LANGUAGES.items()), reverse=True)
    (most, name), (second, _) = counts[:2]
    return name if most >= 2 and most > second else ""
