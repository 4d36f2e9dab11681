"""Crossref, the registry of most journals' DOIs: https://www.crossref.org/documentation/retrieve-metadata/rest-api/.

Many DOIs are asked for in one request. What such a list leaves out may still be there (an alias, a DOI with a
comma), so it is asked for singly before it is called absent. A search that finds nothing at all is believed
only where the search finds what is surely there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from datetime import date
from functools import partial

from bibproof.cache import Answers
from bibproof.evidence import (
    OFFLINE,
    Agencies,
    Arrived,
    Candidates,
    DoiStanding,
    Elsewhere,
    Found,
    Lookup,
    NotFound,
    Progress,
    Record,
    SearchAnswer,
    Unavailable,
)
from bibproof.http import Absent, Answer, Client, Failed, Lane, Outcome, Refused, check_base_url
from bibproof.jsons import Json
from bibproof.model import Work
from bibproof.sources import Means
from bibproof.sources import _crossref_requests as requests
from bibproof.sources._crossref_records import kept, record
from bibproof.sources._fields import doi as bare_doi
from bibproof.workers import Crew, as_they_come

_REMEMBERED_AT_ONCE = 100  # records; as JSON they take much memory
_BAD_REQUESTS = frozenset({400, 414})
_FINDS_NOTHING = Unavailable("Crossref's search finds nothing, not even works that Crossref has")


def _ignore(_: Mapping[str, Found]) -> None:
    """Nobody waits."""


def crossref(means: Means) -> Crossref:
    """Raises UsageError for an address that is none."""
    return Crossref(
        means.client,
        url=check_base_url(means.settings.crossref_url, "--crossref-url"),
        cache=means.cache,
        progress=means.progress,
        agencies=means.agencies,
    )


class Crossref:
    """The service at `url`; without a client, what the cache holds is all it knows.

    `agencies` asks the DOI system whose the DOIs are that a list leaves out, before each is asked for.
    """

    name = "crossref"

    def __init__(
        self,
        client: Client | None,
        *,
        url: str,
        cache: Answers,
        progress: Progress,
        agencies: Agencies | None = None,
    ) -> None:
        self._client = client
        self._agencies = agencies
        self._url = url
        self._cache = cache
        self._progress = progress
        self._selects = True  # until the service refuses to
        self._searches = False  # until its search has found anything
        self._titled: Work | None = None  # a work that it surely has

    # --- by DOI

    def by_dois(self, dois: tuple[str, ...], arrived: Arrived = _ignore) -> Mapping[str, Lookup]:
        """What Crossref has under each of these DOIs; for an alias, the record it stands for."""
        answers = self._remembered(dois)
        arrived(_records(answers))
        missing = [doi for doi in dict.fromkeys(dois) if doi not in answers]
        client = self._client
        if client is None:
            return {**answers, **dict.fromkeys(missing, OFFLINE), **self._of_others(tuple(missing))}
        total = len(answers) + len(missing)
        for found in self._asked(client, missing):
            answers |= found
            arrived(_records(found))
            self._progress("DOIs", len(answers), total)
        return answers

    def _asked(self, client: Client, dois: Iterable[str]) -> Iterator[Mapping[str, Lookup]]:
        """The answers as they come; what a batch leaves out is asked singly while others are under way."""
        with Crew(client.workers(Lane.LIST)) as lists, Crew(client.workers(Lane.SINGLE)) as singles:

            def ask_one(doi: str) -> Future[Mapping[str, Lookup]]:
                return singles.give(partial(self._ask_one, client, doi))

            dois = list(dois)
            batches = requests.batches(self._url, (doi for doi in dois if "," not in doi))
            asked = {lists.give(partial(self._ask_batch, client, batch)): batch for batch in batches}
            rest = [ask_one(doi) for doi in dois if "," in doi]
            for future in as_they_come(asked):
                found = future.result()
                yield found
                left_out = tuple(doi for doi in asked[future] if doi not in found)
                others = {} if len(left_out) < 2 else self._of_others(left_out)
                yield others
                rest += [ask_one(doi) for doi in left_out if doi not in others]
            for future in as_they_come(rest):
                yield future.result()

    def _of_others(self, dois: tuple[str, ...]) -> Mapping[str, Lookup]:
        """Those of several DOIs that another agency registered: to ask for each by itself would take long."""
        if self._agencies is None:
            return {}
        return {doi: NotFound() for doi, standing in self._agencies(dois).items() if _is_others(standing)}

    def _remembered(self, dois: Iterable[str]) -> dict[str, Lookup]:
        answers: dict[str, Lookup] = {}
        wanted = list(dois)
        for start in range(0, len(wanted), _REMEMBERED_AT_ONCE):
            part = wanted[start : start + _REMEMBERED_AT_ONCE]
            for doi, item in self._cache.records(self._url, part).items():
                lookup = NotFound() if item is None else _found(item)
                if lookup is not None:
                    answers[doi] = lookup
        return answers

    def _ask_batch(self, client: Client, batch: tuple[str, ...]) -> Mapping[str, Lookup]:
        """What a list gives of these DOIs; those that it leaves out are not in the answer."""
        outcome = self._list(client, requests.batch(self._url, batch))
        if isinstance(outcome, Refused) and outcome.status in _BAD_REQUESTS:
            return {}
        if not isinstance(outcome, Answer):
            return dict.fromkeys(batch, _unavailable(outcome))
        items = {bare_doi(item.get("DOI")): item for item in _items(outcome)}
        known = {doi: items[doi] for doi in batch if doi in items}
        answers = {doi: lookup for doi, item in known.items() if (lookup := _found(item)) is not None}
        self._notice(lookup.record for lookup in answers.values())
        self._cache.keep_records(self._url, {doi: known[doi] for doi in answers})
        return answers

    def _list(self, client: Client, address: str) -> Outcome:
        """Ask for a list, without SELECT where that is what is refused: fields come and go."""
        selects = self._selects
        outcome = client.get(address + requests.SELECT if selects else address, Lane.LIST, requests.is_list)
        if not selects or not isinstance(outcome, Refused) or outcome.status != 400:
            return outcome
        outcome = client.get(address, Lane.LIST, requests.is_list)
        if isinstance(outcome, Answer):
            self._selects = False
        return outcome

    def _ask_one(self, client: Client, doi: str) -> Mapping[str, Lookup]:
        address = requests.single(self._url, doi)
        if not requests.fits(address):
            return {doi: Unavailable("the DOI is too long to be asked for")}
        outcome = client.get(address, Lane.SINGLE, requests.is_work)
        if isinstance(outcome, Absent):
            self._cache.keep_records(self._url, {doi: None})
            return {doi: NotFound()}
        if not isinstance(outcome, Answer):
            return {doi: _unavailable(outcome)}
        item = kept(outcome.payload["message"], date.today())
        lookup = _found(item)
        if lookup is None:
            return {doi: Unavailable("Crossref gave a record that can't be read")}
        self._cache.keep_records(self._url, {doi: item})
        return {doi: lookup}

    # --- by search

    def search(self, work: Work) -> SearchAnswer:
        """The records that Crossref's search ranks highest: guesses."""
        query = requests.query(work)
        if not query:
            return Candidates()
        items = self._cache.search(self._url, query)
        if items is None or not requests.is_items(items):
            if self._client is None:
                return OFFLINE
            outcome = self._ask_search(self._client, query)
            if not isinstance(outcome, Answer):
                return _unavailable(outcome)
            items = _items(outcome)
            if not items and not self._finds_anything(self._client):
                return _FINDS_NOTHING
            self._searches = self._searches or bool(items)
            self._cache.keep_search(self._url, query, items)
        records = tuple(found for item in items if (found := record(item)) is not None)
        if items and not any(found.work.title or found.work.authors for found in records):
            return Unavailable("Crossref gave records that can't be read")
        return Candidates(records)

    def _ask_search(self, client: Client, query: str) -> Outcome:
        """Ask the search; where it finds nothing, once more: a server of theirs may lack its index."""
        address = requests.search(self._url, query)
        outcome = self._list(client, address)
        found = not isinstance(outcome, Answer) or outcome.payload["message"]["items"]
        return outcome if found else self._list(client, address)

    def _notice(self, records: Iterable[Record]) -> None:
        if self._titled is None:
            self._titled = next((one.work for one in records if one.work.title), None)

    def _finds_anything(self, client: Client) -> bool:
        """Whether the search works at all: an index that is being rebuilt answers with empty lists.

        A search is for any of the words, so a registry of this size hardly ever finds nothing; then one work
        that it surely has is searched for, once in a run.
        """
        if not self._searches:
            if self._titled is None:
                self._notice(self._records_at(client, requests.any_work(self._url)))
            known = self._titled
            self._searches = known is not None and bool(
                self._records_at(client, requests.search(self._url, requests.query(known)))
            )
        return self._searches

    def _records_at(self, client: Client, address: str) -> list[Record]:
        outcome = self._list(client, address)
        items = _items(outcome) if isinstance(outcome, Answer) else []
        return [found for item in items if (found := record(item)) is not None]


def _records(answers: Mapping[str, Lookup]) -> dict[str, Found]:
    return {doi: lookup for doi, lookup in answers.items() if isinstance(lookup, Found)}


def _items(answer: Answer) -> list[dict[str, Json]]:
    """The works of a list, with the day on which they were got."""
    today = date.today()
    return _distinct(kept(item, today) for item in answer.payload["message"]["items"])


def _distinct(items: Iterable[dict[str, Json]]) -> list[dict[str, Json]]:
    """Each work once, in order; of two records of one DOI, the one that says more."""
    fullest: dict[str, dict[str, Json]] = {}
    for number, item in enumerate(items):
        name = bare_doi(item.get("DOI")) or f"{number}"
        fullest[name] = max(fullest.get(name, {}), item, key=len)
    return list(fullest.values())


def _is_others(standing: DoiStanding) -> bool:
    return isinstance(standing, Elsewhere) and standing.agency != "Crossref"


def _found(item: Json) -> Found | None:
    known = record(item) if isinstance(item, dict) else None
    return None if known is None else Found(known)


def _unavailable(outcome: Absent | Failed | Refused) -> Unavailable:
    """The reason why there is no answer."""
    if isinstance(outcome, Absent):
        return Unavailable("there is no Crossref service at the address given")
    return Unavailable(outcome.reason)
