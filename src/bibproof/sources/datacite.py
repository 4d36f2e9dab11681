"""DataCite, the registry of most DOIs of data, software and preprints: https://support.datacite.org/docs/api.

arXiv, Zenodo, figshare, Dryad and some thousand more repositories register there. Many DOIs are asked for in
one request; what such a list leaves out is asked for singly before it is called absent. That DataCite lacks a
DOI means that its record is not public, never that nobody registered it: that is for doi.org to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from urllib.parse import quote

from bibproof.cache import Answers
from bibproof.evidence import OFFLINE, Found, Lookup, NotFound, Progress, Unavailable
from bibproof.http import Absent, Answer, Client, Lane, Refused, check_base_url
from bibproof.jsons import Json
from bibproof.sources import Means
from bibproof.sources._datacite_records import kept, record
from bibproof.sources._fields import doi as bare_doi
from bibproof.workers import each

_UNREADABLE = Unavailable("DataCite gave a record that can't be read")
_NO_SERVICE = Unavailable("there is no DataCite service at the address given")
_DOIS_IN_A_BATCH = 80
_LONGEST_ADDRESS = 3500  # bytes
_BAD_REQUESTS = frozenset({400, 414})
_VERSION_OF_EPRINT = re.compile(r"(10\.48550/arxiv\..*\d)v\d+")


def datacite(means: Means) -> Datacite:
    """Raises UsageError for an address that is none."""
    url = check_base_url(means.settings.datacite_url, "BIBPROOF_DATACITE_URL")
    return Datacite(means.client, url=url, cache=means.cache, progress=means.progress)


class Datacite:
    """The service at `url`; without a client, what the cache holds is all it knows."""

    name = "datacite"
    agency = "DataCite"
    prefixes = frozenset({"10.48550", "10.5281", "10.6084", "10.5061"})  # arXiv, Zenodo, figshare, Dryad

    def __init__(self, client: Client | None, *, url: str, cache: Answers, progress: Progress) -> None:
        self._client = client
        self._url = url
        self._kept_as = f"{url}/dois"  # not `url` alone: one server may speak for Crossref as well
        self._cache = cache
        self._progress = progress

    def by_dois(self, dois: tuple[str, ...]) -> Mapping[str, Lookup]:
        """What DataCite has under each of these DOIs; for a version of an e-print, the record of all."""
        registered = {doi: _of_all_versions(doi) for doi in dois}
        answers = self._answers(tuple(dict.fromkeys(registered.values())))
        return {doi: answers[name] for doi, name in registered.items()}

    def _answers(self, dois: tuple[str, ...]) -> Mapping[str, Lookup]:
        answers = self._remembered(dois)
        missing = [doi for doi in dois if doi not in answers]
        client = self._client
        if client is None:
            return answers | dict.fromkeys(missing, OFFLINE)
        batched = _batches(self._url, (doi for doi in missing if "," not in doi))
        total = len(answers) + len(missing)
        for ask, parts in ((self._ask_batch, batched), (self._ask_one, None)):
            todo = [(doi,) for doi in missing if doi not in answers] if parts is None else parts
            for found in each(partial(ask, client), todo, client.at_once(Lane.OTHER)):
                answers |= found
                self._progress("DOIs of DataCite", len(answers), total)
        return answers

    def _remembered(self, dois: Iterable[str]) -> dict[str, Lookup]:
        answers: dict[str, Lookup] = {}
        for doi, item in self._cache.records(self._kept_as, dois).items():
            lookup = NotFound() if item is None else _found(item)
            if lookup is not None:
                answers[doi] = lookup
        return answers

    def _ask_batch(self, client: Client, batch: tuple[str, ...]) -> Mapping[str, Lookup]:
        """What a list gives of these DOIs; those that it leaves out are not in the answer."""
        outcome = client.get(_list_address(self._url, batch), Lane.OTHER, _is_list)
        if isinstance(outcome, Refused) and outcome.status in _BAD_REQUESTS:
            return {}
        if isinstance(outcome, Absent):
            return dict.fromkeys(batch, _NO_SERVICE)
        if not isinstance(outcome, Answer):
            return dict.fromkeys(batch, Unavailable(outcome.reason))
        today = date.today()
        items = {
            bare_doi(item.get("doi")): item for one in outcome.payload["data"] for item in [kept(one, today)]
        }
        return self._keep({doi: items[doi] for doi in batch if doi in items})

    def _ask_one(self, client: Client, asked: tuple[str]) -> Mapping[str, Lookup]:
        (doi,) = asked
        outcome = client.get(f"{self._url}/dois/{quote(doi, safe='')}", Lane.OTHER, _is_single)
        if isinstance(outcome, Absent):
            self._cache.keep_records(self._kept_as, {doi: None})
            return {doi: NotFound()}
        if not isinstance(outcome, Answer):
            return {doi: Unavailable(outcome.reason)}
        return self._keep({doi: kept(outcome.payload["data"], date.today())}) or {doi: _UNREADABLE}

    def _keep(self, items: Mapping[str, Json]) -> dict[str, Lookup]:
        """What can be read of these records, which is remembered."""
        answers = {doi: found for doi, item in items.items() if (found := _found(item)) is not None}
        self._cache.keep_records(self._kept_as, {doi: items[doi] for doi in answers})
        return dict(answers)


def _of_all_versions(doi: str) -> str:
    """The DOI as it is registered: arXiv has one for all versions, and people write the version behind it."""
    match = _VERSION_OF_EPRINT.fullmatch(doi)
    return doi if match is None else match[1]


def _found(item: Json) -> Found | None:
    known = record(item) if isinstance(item, dict) else None
    return None if known is None else Found(known)


def _list_address(url: str, dois: Iterable[str]) -> str:
    listed = list(dois)
    asked = ",".join(quote(doi, safe="/") for doi in listed)
    return f"{url}/dois?ids={asked}&page%5Bsize%5D={len(listed)}&disable-facets=true"


def _batches(url: str, dois: Iterable[str]) -> list[tuple[str, ...]]:
    """The DOIs in as few parts as can be asked for at once."""
    parts: list[list[str]] = []
    for doi in dois:
        last = parts[-1] if parts else []
        if (
            last
            and len(last) < _DOIS_IN_A_BATCH
            and len(_list_address(url, [*last, doi])) <= _LONGEST_ADDRESS
        ):
            last.append(doi)
        else:
            parts.append([doi])
    return [tuple(part) for part in parts]


def _is_list(payload: Json) -> bool:
    data = payload.get("data") if isinstance(payload, dict) else None
    return isinstance(data, list) and all(_is_doi(item) for item in data)


def _is_single(payload: Json) -> bool:
    return isinstance(payload, dict) and _is_doi(payload.get("data"))


def _is_doi(item: Json) -> bool:
    return isinstance(item, dict) and isinstance(item.get("attributes"), dict)
