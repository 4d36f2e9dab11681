"""What CSL expects of an item that a reference need not have: sentence case, and journals' short titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bibproof.listing import Options
from bibproof.model import Work
from bibproof.richtext import RichText
from bibproof.styles._case import any_case
from bibproof.styles._journals import journal_names

_BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
_PERIODICALS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "periodical", "review", "review-book"}
)


def wording(work: Work, name: str, text: RichText) -> RichText:
    """A text of a work as CSL wants it: a style can make title case of sentence case, but not the reverse."""
    if name == "title" or (name == "container-title" and work.type in _BOOKS):
        return any_case(text, work.language)
    return text


def journal_titles(options: Options) -> Callable[[Work], Mapping[str, str]]:
    """What gives a work's journal its titles: the short one and, where wanted, for the full one too."""
    short_name = journal_names(options)

    def titles(work: Work) -> Mapping[str, str]:
        if work.type not in _PERIODICALS or not work.container_title or options.journals == "full":
            return {}
        if options.journals == "abbreviated":
            short = short_name(work)
            return {"container-title": short, "container-title-short": short}
        known = options.journal_table.get(work.container_title)
        return {} if known is None else {"container-title-short": known}

    return titles
