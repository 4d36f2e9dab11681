"""Whom to ask, as the settings say: the cache, the client, the sources, the agencies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bibproof.settings import Settings

if TYPE_CHECKING:
    from bibproof.cache import Answers
    from bibproof.evidence import Progress
    from bibproof.http import Client
    from bibproof.lookup import Desk

Notice = Callable[[str], None]
"""Called with what the user should know of the run: a cache that could not be used."""

_DAY = 86_400.0  # s


@contextmanager
def open_desk(settings: Settings, progress: Progress, notice: Notice) -> Iterator[Desk]:
    """Whom to ask, as the settings say; offline there is no client, and so no socket."""
    from bibproof.agencies import agencies
    from bibproof.evidence import Registry
    from bibproof.http import check_base_url
    from bibproof.lookup import Desk
    from bibproof.plugins import discover
    from bibproof.sources import Means

    doi_url = check_base_url(settings.doi_url, "BIBPROOF_DOI_URL")
    with ExitStack() as stack:
        folder = _cache_folder(settings) if settings.use_cache else None
        asked = stack.enter_context(_client(settings, folder))
        client = None if settings.offline else asked
        cache = stack.enter_context(closing(_answers(settings, folder, notice)))
        ask_agencies = partial(agencies, client, doi_url, cache=cache)
        means = Means(settings, client, cache, progress, ask_agencies)
        made = [make(means) for make in discover("bibproof.sources").values()]
        yield Desk(
            tuple(each for each in made if not isinstance(each, Registry)),
            ask_agencies,
            online=client is not None,
            registries={each.agency: each for each in made if isinstance(each, Registry)},
            locked_after=None if settings.max_age is None else _days_ago(settings.max_age),
        )


def _client(settings: Settings, folder: Path | None) -> Client:
    """The client; it keeps a service's limits together with all that use this folder."""
    from bibproof.http import LEDGER_NAME, Client, Ledger

    token = settings.crossref_token
    return Client(
        settings.mailto,
        plus_token=None if token is None else token.strip().removeprefix("Bearer "),
        jobs=settings.jobs,
        timeout=settings.timeout,
        retries=settings.retries,
        ledger=Ledger(None if folder is None else folder / LEDGER_NAME),
    )


def _cache_folder(settings: Settings) -> Path:
    if settings.cache_dir is not None:
        return settings.cache_dir
    from platformdirs import user_cache_path

    return user_cache_path("bibproof")


def _answers(settings: Settings, folder: Path | None, notice: Notice) -> Answers:
    """The cache, if one is wanted."""
    from bibproof.cache import Ages, Cache, NoCache

    if folder is None:
        return NoCache()
    ages = None if settings.max_age is None else Ages.at_most(settings.max_age * _DAY)
    return Cache.open(folder, report=notice, ages=ages)


def _days_ago(days: float) -> date:
    return date.today() - timedelta(days=days)
