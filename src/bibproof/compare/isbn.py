"""ISBNs: the same one in ten figures and in thirteen, with hyphens or without (ISO 2108)."""

from __future__ import annotations

from collections.abc import Iterable

_PREFIX, _LONG, _SHORT = "978", 13, 10


def share_isbn(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of the ISBNs is among the others: then both name one edition of one book."""
    return bool({_core(isbn) for isbn in some} & {_core(isbn) for isbn in others} - {None})


def _core(isbn: str) -> str | None:
    """What the short and the long form have in common, without the check digit; None for no ISBN."""
    figures = "".join(letter for letter in isbn if letter.isalnum()).upper()
    if len(figures) == _LONG and figures.isdigit():
        return figures[len(_PREFIX) : -1] if figures.startswith(_PREFIX) else figures[:-1]
    return figures[:-1] if len(figures) == _SHORT and figures[:-1].isdigit() else None
