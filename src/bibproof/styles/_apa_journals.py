"""Names of journals that a database has written in capitals."""

from __future__ import annotations

from bibproof.styles._apa_title_case import title_case

_WORDS = """
A ACTA AGE AN AND ARCH ART ARTS AS AT BODY BONE BY CARE CELL CITY DATA DER DES DIE EDGE EYE FISH FOOD
FOR GENE GUT IN J LAND LAW LIFE MIND NEW OF ON ONE OPEN PAIN PER SKIN SOIL TECH THE TO TREE UND WAR WITH
WOOD WORK
"""
_SHORT_WORDS = frozenset(_WORDS.split())
"""Of four letters and fewer, where capitals may as well be an acronym's: "AAPG", "PLOS"."""


def in_small_letters(name: str | None) -> str | None:
    """As "The Lancet" for "THE LANCET"; a name with small letters, or of one word, as it is."""
    if name is None or not name.isupper() or " " not in name:
        return name
    words = name.split(" ")
    if not any(len(word) > 4 for word in words):
        return name  # PLOS ONE
    return title_case(" ".join([word.lower() if _is_word(word) else word for word in words]))


def _is_word(word: str) -> bool:
    return len(word) > 4 or word in _SHORT_WORDS or word == "&" or word.endswith(".")
