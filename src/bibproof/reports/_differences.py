"""Which words of two values differ."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_WORDS = 5_000  # of both values; longer ones are shown without marks

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it differs."""


def differences(cited: str, recorded: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces. Words that differ in case or in the punctuation around them do not differ."""
    from rapidfuzz.distance import LCSseq

    mine, theirs = cited.split(), recorded.split()
    if len(mine) + len(theirs) > _MOST_WORDS:
        return ((cited, False),), ((recorded, False),)
    blocks = LCSseq.opcodes([_plain(word) for word in mine], [_plain(word) for word in theirs])
    same_mine, same_theirs = [False] * len(mine), [False] * len(theirs)
    for block in blocks:
        if block.tag == "equal":
            span = block.src_end - block.src_start
            same_mine[block.src_start : block.src_end] = [True] * span
            same_theirs[block.dest_start : block.dest_end] = [True] * span
    return _pieces(mine, same_mine), _pieces(theirs, same_theirs)


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()[]{}'\"“”‘’") or word


def _pieces(words: Sequence[str], same: Sequence[bool]) -> Pieces:
    """Neighbours that differ alike, joined by blanks."""
    pieces: list[tuple[str, bool]] = []
    for word, is_same in zip(words, same, strict=True):
        if pieces and pieces[-1][1] is not is_same:
            pieces[-1] = (f"{pieces[-1][0]} {word}", pieces[-1][1])
        else:
            pieces.append((word, not is_same))
    return tuple(pieces)
