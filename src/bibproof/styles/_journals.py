"""What a list calls a journal: its title in full, or as NLM abbreviates it, "N Engl J Med".

The user's table comes first, then the short title that the work itself has, then NLM's abbreviation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from bibproof.listing import Options
from bibproof.model import Work

Table = Callable[[], Mapping[str, str]]


def abbreviated(work: Work, options: Options) -> str:
    """What the work's journal is called in a list: abbreviated, unless the user wants it in full.

    Empty where the work has no journal; never raises.
    """
    return journal_names(options)(work)


def journal_names(options: Options) -> Callable[[Work], str]:
    """`abbreviated` for many works: the user's table is read once, when the first title wants it."""
    if options.journals == "full":
        return lambda work: work.container_title or ""

    @cache
    def table() -> Mapping[str, str]:
        return {_folded(full): short for full, short in options.journal_table.items()}

    return lambda work: _abbreviated(work, table)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _abbreviated(work: Work, table: Table) -> str:
    # comparing and NLM's words take their time to import, and a list in full needs neither
    from bibproof.styles._vancouver_abbreviations import nlm_abbreviation

    title = work.container_title
    if not title:
        return work.variables.get("container-title-short") or ""
    users = table()
    if users and (short := users.get(_folded(title))) is not None:
        return short
    return _own_short_title(work, title) or nlm_abbreviation(title)


def _own_short_title(work: Work, title: str) -> str | None:
    """The short title that comes with the work; one in small letters is a code: "javma"."""
    from bibproof.styles._vancouver_abbreviations import is_short_for, without_stops

    short = work.variables.get("container-title-short")
    if short and short != title and not short.islower():
        return without_stops(short)
    for other in work.other_container_titles:
        if is_short_for(other, title):
            return without_stops(other)
    return None
