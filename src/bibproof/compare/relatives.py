"""Works that are near the cited one and yet another: its preprint, what became of it, its book, its part.

Their DOIs stand in entries by habit more than by mistake: reference managers keep the e-print's DOI beside
the journal that the paper appeared in, and chapters are cited with the DOI of their book.
"""

from __future__ import annotations

import re

from bibproof.compare.identity import IN_JOURNALS
from bibproof.compare.likeness import Likeness
from bibproof.model import Work

_PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "entry"})
_WHOLES = frozenset({"book", "collection"})
_PUBLISHED = frozenset({"article-journal", "review", "paper-conference", "chapter"})
_PREPRINT_SERVER = re.compile(
    r"\W*(?:(?:bio|med|chem|psy|soc|engr|edu?|earth|eco|ag|law|tech)?a?rxiv|\w+arxiv|corr|ssrn"
    r"|research square|preprints\.org|computing research repository)\b",
    re.IGNORECASE,
)


def is_of_another_version(cited: Work, recorded: Work) -> bool:
    """Whether one of them is a preprint, and the other has appeared: their places and years say nothing."""
    if is_preprint(recorded):
        return cited.type in _PUBLISHED and bool(cited.container_title) and not is_preprint(cited)
    return is_preprint(cited) and recorded.type in _PUBLISHED and bool(recorded.container_title)


def is_preprint(work: Work) -> bool:
    """Whether it is registered as one, or said to stand on a server of preprints."""
    if work.container_title is not None:
        return _PREPRINT_SERVER.match(work.container_title) is not None
    return work.genre == "preprint" or (work.type == "article" and work.eprint_type == "arxiv")


def is_review_of_it(cited: Work, recorded: Work, author: Likeness) -> bool:
    """Whether a book is cited, and this is what others wrote about it in a journal."""
    return (
        cited.type == "book"
        and cited.container_title is None
        and recorded.type in IN_JOURNALS
        and author is Likeness.DIFFERENT
    )


def is_whole_or_part(cited: Work, recorded: Work) -> bool:
    """Whether one of them is the book that the other is a part of, by its title."""
    if cited.type in _PARTS and recorded.type in _WHOLES:
        return _has_the_title(cited.container_title, recorded)
    return (
        cited.type in _WHOLES and recorded.type in _PARTS and _has_the_title(recorded.container_title, cited)
    )


def _has_the_title(container: str | None, book: Work) -> bool:
    from bibproof.compare.titles import compare_titles  # slow to load, as `works.compare` says

    if not container:
        return False
    return compare_titles(Work(type="book", title=container), book).field.likeness is Likeness.SAME
