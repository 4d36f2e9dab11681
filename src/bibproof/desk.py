"""Whom to ask, as the settings say: the cache, the client, the sources, the agencies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date, timedelta
from functools import partial
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
        asked = stack.enter_context(_client(settings))
        client = None if settings.offline else asked
        cache = stack.enter_context(closing(_answers(settings, notice)))
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


def _client(settings: Settings) -> Client:
    from bibproof.http import Client

    token = settings.crossref_token
    return Client(
        settings.mailto,
        plus_token=None if token is None else token.strip().removeprefix("Bearer "),
        jobs=settings.jobs,
        timeout=settings.timeout,
        retries=settings.retries,
    )


def _answers(settings: Settings, notice: Notice) -> Answers:
    """The cache, if one is wanted."""
    from bibproof.cache import Ages, Cache, NoCache

    if not settings.use_cache:
        return NoCache()
    folder = settings.cache_dir
    if folder is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("bibproof")
    ages = None if settings.max_age is None else Ages.at_most(settings.max_age * _DAY)
    return Cache.open(folder, report=notice, ages=ages)


def _days_ago(days: float) -> date:
    return date.today() - timedelta(days=days)
