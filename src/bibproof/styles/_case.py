"""Sentence case, as the manuals have it.

APA 7, 6.17: the first word has a capital, the first behind a colon, a dash or the end of a sentence too,
and so have proper nouns, and nouns before a number ("Wave 26"). NLM's Citing Medicine: proper nouns,
acronyms and the first word only; none behind a colon.

A title that is in sentence case already is left alone but for the word behind a colon. What stands in
braces (`Face.KEPT`), formulas, raised and lowered letters, and names in italics within a title
(*Escherichia coli*, *Hamlet*) stay as they are, and so does a title that is not English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from bibproof.richtext import Face, RichText, Run
from bibproof.styles._case_names import kept_by_others
from bibproof.styles._case_words import (
    BROKEN,
    MASK,
    Language,
    Manual,
    Word,
    first_kept,
    from_capitals,
    raised,
    word_of,
)
from bibproof.styles._proper_nouns import ACRONYMS, GENERA


class _Case(Enum):
    """How a title is written."""

    SENTENCE = "sentence"
    TITLE = "title"
    CAPITALS = "capitals"


def apa_case(title: RichText, language: str | None) -> RichText:
    """The title in sentence case, with a capital behind a colon."""
    return _cased(title, language, Manual.APA)


def vancouver_case(title: RichText, language: str | None) -> RichText:
    """The title in sentence case, in lower case behind a colon."""
    return _cased(title, language, Manual.VANCOUVER)


def any_case(title: RichText, language: str | None) -> RichText:
    """The title in sentence case for a style that we don't know; behind a colon as it is written."""
    return _cased(title, language, Manual.ANY)


_LETTER = re.compile(r"[^\W\d_]")
_UNTOUCHED = Face.KEPT | Face.SUBSCRIPT | Face.SUPERSCRIPT
_ENGLISH = frozenset(
    ("american", "australian", "british", "canadian", "newzealand", "ukenglish", "usenglish")
)


def _cased(title: RichText, language: str | None, manual: Manual) -> RichText:
    if not title or (language is not None and not _is_english(language)):
        return title
    if len(title) > 1:
        return _runs_cased(title, manual)
    run = title[0]
    if run.tex is not None or (run.face is not Face.PLAIN and run.face & _UNTOUCHED):
        return title
    text = _sentence_case(run.text, manual)
    return title if text == run.text else (Run(text, run.face, run.href),)


_LATIN = re.compile(r"(?:In (?:Silico|Situ|Utero|Vitro|Vivo)|Ex Vivo|De Novo) ?")


def _runs_cased(title: RichText, manual: Manual) -> RichText:
    """The case of a title of several runs is found for all its text, and given back to each run."""
    is_all_italic = all(run.face & Face.ITALIC for run in title)
    untouched = _UNTOUCHED if is_all_italic else _UNTOUCHED | Face.ITALIC
    is_masked = [
        run.tex is not None or bool(run.face & untouched and not _LATIN.fullmatch(run.text)) for run in title
    ]
    shown = [
        _LETTER.sub(MASK, run.text) if masked else run.text
        for run, masked in zip(title, is_masked, strict=True)
    ]
    text = _sentence_case("".join(shown), manual)
    runs: list[Run] = []
    start = 0
    for run, masked in zip(title, is_masked, strict=True):
        end = start + len(run.text)
        runs.append(run if masked else Run(text[start:end], run.face, run.href))
        start = end
    return tuple(runs)


@lru_cache(maxsize=1024)
def _is_english(language: str) -> bool:
    name = language.strip().lower()
    return not name or name.startswith("en") or name in _ENGLISH


_MARK = re.compile(r"[:?!.][\"'”’»)\]]* |—| [–|-] ")
_DASH = re.compile(r"—(?! )")


def _sentence_case(text: str, manual: Manual) -> str:
    """The text in sentence case; of the same length, so that its runs can be found again."""
    has_mark = _MARK.search(text) is not None
    if not has_mark and text[1:].islower():
        return _with_first_raised(text)
    spread = _DASH.sub(f"—{BROKEN} ", text) if has_mark and "—" in text else text
    words = [word_of(word) for word in spread.split(" ")]
    if _is_other_language(words):
        return text
    begins = _beginnings(words, manual) if has_mark else frozenset[int]()
    case = _case_of(words, has_mark=has_mark)
    if case is not _Case.SENTENCE:
        changed = _lowered(words, begins, case, manual)
    elif has_mark:
        changed = _with_marks(_with_clauses_lowered(words, manual), begins, manual)
    else:
        return _with_first_raised(text)
    changed = _with_first_raised(changed.replace(f"{BROKEN} ", ""))
    return changed if len(changed) == len(text) else text


def _with_first_raised(text: str) -> str:
    """The title with a capital at its start; a name at its start is left alone ("ggplot2", "limma: ...")."""
    if text[:1].isupper():
        return text
    first, space, rest = text.partition(" ")
    return text if not first or first.endswith(":") else f"{raised(first)}{space}{rest}"


_DASHES = frozenset(("–", "-", "|"))


def _beginnings(words: Sequence[Word], manual: Manual) -> frozenset[int]:
    """Where a sentence begins within the title, or what the manual takes for one."""
    begins: set[int] = set()
    dashes: list[int] = []
    for position, word in enumerate(words[:-1], 1):
        is_colon = word.ends_with_colon and manual is not Manual.VANCOUVER
        if manual is Manual.ANY and not words[position].text[:1].isupper():
            continue
        if is_colon or word.ends_sentence or _ends_part(words, position - 1, begins):
            begins.add(position)
        elif word.ends_with_dash:
            dashes.append(position)
        elif word.text in _DASHES and words[position].text[:1].isupper():
            begins.add(position)
    if len(dashes) == 1 and manual is Manual.APA:  # two enclose an aside
        begins.update(dashes)
    return frozenset(begins)


def _ends_part(words: Sequence[Word], position: int, begins: set[int]) -> bool:
    """Whether a sentence ends in a letter: "... of stars. I. The core", "histiocytosis X. The role"."""
    text = words[position].text
    if text[-1:] != ".":
        return False
    if text in {"I.", "V.", "X."} and position in begins:
        return True
    return words[position + 1].text in {"A", "An", "The"}


def _case_of(words: Sequence[Word], *, has_mark: bool) -> _Case:
    """How the title is written; a word behind a mark says nothing, since it has its capital anyway."""
    weights = [word.weight for word in words]
    weights[0] = 0
    if 1 in weights:
        for position, word in enumerate(words[:-1], 1):
            if word.key in GENERA:
                weights[position] = 0  # a species has no capital anyway
    if has_mark:
        for position, word in enumerate(words[:-1], 1):
            if word.ends_sentence or word.ends_with_colon or word.ends_with_dash:
                weights[position] = 0
    if sum(weights) > 0:
        return _Case.TITLE
    if words[0].text.isupper() and 1 not in weights and _is_in_capitals(words):
        return _Case.CAPITALS
    return _Case.SENTENCE


def _is_in_capitals(words: Sequence[Word]) -> bool:
    """Whether there are two long words, and no letter of the title is small."""
    long = [word for word in words if len(word.key) > 3 and word.key.isalpha()]
    return len(long) > 1 and all(word.text == word.text.upper() for word in words)


def _is_other_language(words: Sequence[Word]) -> bool:
    """Whether its small words are another language's: one alone may belong to a name, "van der Waals"."""
    languages = [word.language for word in words]
    others = languages.count(Language.OTHER)
    return others > 1 and others > languages.count(Language.ENGLISH)


def _with_clauses_lowered(words: Sequence[Word], manual: Manual) -> Sequence[Word]:
    """A title whose whole is in sentence case, without the title case of single sentences within it.

    Only of clauses and questions ("How Cities Grow? an answer ..."): no name has a verb or a pronoun, and
    what has none may be one ("Great Barrier Reef: a review").
    """
    if not any(word.key in _IN_CLAUSES for word in words):
        return words
    changed = list(words)
    start = 0
    for end in range(1, len(words) + 1):
        last = words[end - 1]
        if end < len(words) and not (last.ends_sentence or last.ends_with_colon or last.ends_with_dash):
            continue
        part = words[start:end]
        is_clause = len(part) > 3 and any(word.key in _IN_CLAUSES for word in part)
        if is_clause and _case_of(part, has_mark=False) is _Case.TITLE:
            lowered = _lowered(part, frozenset(), _Case.TITLE, manual)
            changed[start:end] = [word_of(text) for text in lowered.split(" ")]
        start = end
    return changed


_IN_CLAUSES = frozenset(
    (
        *(
            "am",
            "are",
            "did",
            "does",
            "how",
            "i'm",
            "i’m",
            "is",
            "it's",
            "it’s",
            "should",
            "was",
            "we",
            "were",
        ),
        *("what", "why"),
    )
)  # words of a sentence that a name does not have


def _with_marks(words: Sequence[Word], begins: frozenset[int], manual: Manual) -> str:
    """A title in sentence case, with the case of the words behind its marks set right."""
    texts = [word.text for word in words]
    if manual is Manual.APA:
        for position in begins:
            texts[position] = raised(texts[position])
        return " ".join(texts)
    if manual is Manual.ANY:
        return " ".join(texts)
    kept = kept_by_others(words, manual)
    for position, word in enumerate(words[:-1], 1):
        if word.ends_with_colon and position not in kept:
            texts[position] = "a" if texts[position] == "A" else words[position].lowered
    return " ".join(texts)


def _lowered(words: Sequence[Word], begins: frozenset[int], case: _Case, manual: Manual) -> str:
    """A title in title case, or all in capitals, in sentence case."""
    if case is _Case.CAPITALS:
        words = [word_of(from_capitals(word.text, ACRONYMS)) for word in words]
    texts = [word.lowered for word in words]
    for position in kept_by_others(words, manual):
        texts[position] = words[position].text
    for position, word in enumerate(words[:-1]):
        if word.text == "A" and _is_article(words, position):
            texts[position] = "a"
    is_name = words[0].ends_with_colon and words[0].text.islower()  # "dplyr: ..."
    for position in begins if is_name else (0, *begins):
        texts[position] = first_kept(words[position])
    return " ".join(texts)


def _is_article(words: Sequence[Word], position: int) -> bool:
    """Whether an "A" is no letter, as it is in "hepatitis A", "vitamins A and E", "A = 80"."""
    following = words[position + 1].text
    is_letter = not following[:1].isalpha() or following in _BEHIND_A_LETTER
    return not is_letter and not (position and words[position - 1].key in _LETTERED)


_BEHIND_A_LETTER = frozenset(
    ("and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "to", "was", "with")
)
_LETTERED = frozenset(
    (
        *("appendix", "category", "class", "cluster", "coenzyme", "cohort", "factor", "grade", "group"),
        *("haemophilia", "hemophilia", "hepatitis", "immunoglobulin", "influenza", "level", "model", "panel"),
        *(
            "part",
            "phase",
            "plan",
            "protein",
            "section",
            "serum",
            "study",
            "toxin",
            "type",
            "virus",
            "vitamin",
        ),
    )
)  # what an "A" that is no article stands behind
