"""Searching among a lock's own records: few enough that shared words, weighed by rarity, find them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from math import log

from bibproof.evidence import Record
from bibproof.model import Person, Work

_WORD = re.compile(r"\w{2,}")
_MOST = 8  # candidates a search gives, as many as are worth comparing
_TOO_COMMON = 500  # a word in more records than this tells nothing


class Index:
    """Records by the words of their titles, the families of their people and their years."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = tuple(records)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, record in enumerate(self._records):
            for word in set(_words(record.work)):
                self._by_word[word].append(number)

    def nearest(self, work: Work) -> tuple[Record, ...]:
        """The records that share most with a work, best first; none that shares nothing."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word in set(_words(work)):
            numbers = self._by_word.get(word, ())
            if 0 < len(numbers) <= _TOO_COMMON:
                for number in numbers:
                    scores[number] += log(1 + len(self._records) / len(numbers))
        return tuple(self._records[number] for number in nlargest(_MOST, scores, key=scores.__getitem__))


def _words(work: Work) -> Iterator[str]:
    for title in (work.title, work.subtitle, *work.other_titles):
        if title:
            yield from _WORD.findall(title.lower())
    for person in (*work.authors, *work.editors):
        yield from (f"{word}@" for word in _WORD.findall(_family(person)))
    for year in work.years:
        yield f"{year}@"
    for word in _WORD.findall((work.unstructured or "").lower()):
        yield from (word, f"{word}@")  # of a title, of a name or a year: nobody can tell yet


def _family(person: Person) -> str:
    return (person.family or person.literal or "").lower()
