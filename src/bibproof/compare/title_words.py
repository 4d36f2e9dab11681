"""Two titles word by word: slips in some, or other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bibproof.compare.likeness import Likeness
from bibproof.compare.parentheses import last_parenthesis, optional_acronyms
from bibproof.compare.spelling import word_likeness
from bibproof.compare.text import words
from bibproof.compare.words import FUNCTION_WORDS, bits

_TOO_MANY_OTHER_WORDS = 3  # more on each side, and most of the title, and no pairing of slips can help


@dataclass(frozen=True, slots=True)
class Standing:
    """How one of a work's titles stands to one of another's."""

    likeness: Likeness
    reason: str = ""
    agreed: str = ""  # what both have, as folded words
    overlap: float = 0.0
    has_more: bool = False  # the cited title has a subtitle that the recorded one has not


def word_by_word(cited: str, recorded: str) -> Standing:
    ours, theirs = words(cited), words(recorded)
    listed, their_listed = Counter(ours), Counter(theirs)
    only_ours, only_theirs = _more_of(listed, their_listed), _more_of(their_listed, listed)
    overlap = _overlap(ours, theirs, only_ours, only_theirs)
    agreed = " ".join(theirs)
    if not only_ours and not only_theirs:
        return Standing(Likeness.CLOSE, "the title's words are in another order", agreed, 1.0)
    extra, missing = _in_order(ours, only_ours), _in_order(theirs, only_theirs)
    if _is_hopeless(extra, ours) and _is_hopeless(missing, theirs):
        return Standing(Likeness.DIFFERENT, "", "", overlap)
    slips = _take_out_pairs(extra, missing)
    if slips is None:
        return Standing(Likeness.DIFFERENT, _what_differs(extra, missing), "", overlap)
    optional = optional_acronyms(cited, recorded), optional_acronyms(recorded, cited)
    extra = [word for word in extra if word not in optional[0]]
    missing = [word for word in missing if word not in optional[1]]
    extra_matter = set(extra) - FUNCTION_WORDS - last_parenthesis(cited, recorded, extra)
    if extra_matter or set(missing) - FUNCTION_WORDS - last_parenthesis(recorded, cited, missing):
        return Standing(Likeness.DIFFERENT, _what_differs(extra, missing), "", overlap)
    if not extra and not missing and not slips:
        return Standing(Likeness.SAME, "", agreed, 1.0)
    return Standing(Likeness.CLOSE, "; ".join(slips) or _what_differs(extra, missing), agreed, 1.0)


def _more_of(some: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    """The words that the first has more often, and how much more often."""
    more = {word: times - others.get(word, 0) for word, times in some.items()}
    return {word: times for word, times in more.items() if times > 0}


def _is_hopeless(other: Sequence[str], of: Sequence[str]) -> bool:
    return len(other) > _TOO_MANY_OTHER_WORDS and len(other) * 2 > len(of)


def _in_order(listed: Sequence[str], wanted: Mapping[str, int]) -> list[str]:
    left = dict(wanted)
    found = []
    for word in listed:
        if left.get(word, 0) > 0:
            left[word] -= 1
            found.append(word)
    return found


def _take_out_pairs(extra: list[str], missing: list[str]) -> list[str] | None:
    """Take the words that are one another's spelling or slip out of both lists; say what the slips are.

    None where two words contradict each other in a way that settles it.
    """
    _take_out_joined(extra, missing)
    _take_out_joined(missing, extra)
    slips = []
    for wanted in (Likeness.SAME, Likeness.CLOSE):
        for word in tuple(extra):
            for other in missing:
                if word_likeness(word, other) is wanted:
                    extra.remove(word)
                    missing.remove(other)
                    if wanted is Likeness.CLOSE:
                        slips.append(f"the title has '{word}' where the record has '{other}'")
                    break
    return slips


def _take_out_joined(apart: list[str], joined: list[str]) -> None:
    """Words written apart on one side and as one on the other."""
    for first, second in list(pairwise(apart)):
        if first + second in joined and first in apart and second in apart:
            apart.remove(first)
            apart.remove(second)
            joined.remove(first + second)


def _overlap(
    ours: Iterable[str], theirs: Iterable[str], extra: Mapping[str, int], missing: Mapping[str, int]
) -> float:
    """The share of the words, weighed by rarity, that both titles have."""
    total = sum(map(_size, ours)) + sum(map(_size, theirs))
    alone = sum(_size(word) * times for word, times in (*extra.items(), *missing.items()))
    return round((total - alone) / total, 4) if total else 0.0


def _size(word: str) -> int:
    return max(bits(word), 1)


def _what_differs(extra: Sequence[str], missing: Sequence[str]) -> str:
    """A clause on the words that one title has alone; nothing where they are too many to help."""
    extra = [word for word in extra if word not in FUNCTION_WORDS] or list(extra)
    missing = [word for word in missing if word not in FUNCTION_WORDS] or list(missing)
    if len(extra) > _TOO_MANY_OTHER_WORDS or len(missing) > _TOO_MANY_OTHER_WORDS:
        return ""
    if not missing:
        return f"the title's {_quoted(extra)} is not in the record's"
    if not extra:
        return f"the record's {_quoted(missing)} is not in the title"
    return f"the title has {_quoted(extra)} where the record has {_quoted(missing)}"


def _quoted(listed: Sequence[str]) -> str:
    return " ".join(listed).join("''")
