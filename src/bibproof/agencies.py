"""Who registered a DOI: Crossref is one agency of several, so what it does not have may be another's.

The service: https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
(`/doiRA/`). It answers for each DOI with the agency, or that there is no such DOI.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from bibproof.cache import Answers, NoCache
from bibproof.evidence import OFFLINE, DoiStanding, Elsewhere, NotFound, Unavailable
from bibproof.http import Absent, Answer, Client, Lane
from bibproof.jsons import Json

_DOIS_AT_ONCE = 20
_LONGEST_PATH = 1800  # bytes
_AGENCY = re.compile(r"\w[\w .&'()/-]{1,60}")  # "mEDRA", "JaLC"; no sentence and no markup
_ABSENT = ("DOI does not exist", "Invalid DOI")
_UNANSWERED = Unavailable("the DOI system did not say who registered the DOI")


def agencies(
    client: Client | None, url: str, dois: tuple[str, ...], cache: Answers | None = None
) -> Mapping[str, DoiStanding]:
    """Where each DOI stands with the DOI system: Elsewhere (Crossref included), NotFound or Unavailable.

    Without a client nothing is asked, and only the cache answers.
    """
    cache = cache or NoCache()
    source = f"{url}/doiRA"  # not `url` alone: one server may speak for Crossref as well
    standings = {
        doi: _standing(agency)
        for doi, agency in cache.records(source, dois).items()
        if agency is None or isinstance(agency, str)
    }
    missing = [doi for doi in dict.fromkeys(dois) if doi not in standings]
    if client is None:
        return standings | dict.fromkeys(missing, OFFLINE)
    for part in _parts(missing):
        outcome = client.get(f"{url}/doiRA/{_path(part)}", Lane.OTHER, _is_list)
        if isinstance(outcome, Answer):
            answered = _answered(outcome.payload, part)
            cache.keep_records(source, answered)
            standings |= {doi: _standing(agency) for doi, agency in answered.items()}
            standings |= {doi: _UNANSWERED for doi in part if doi not in answered}
        else:
            reason = _UNANSWERED if isinstance(outcome, Absent) else Unavailable(outcome.reason)
            standings |= dict.fromkeys(part, reason)
    return standings


def _standing(agency: str | None) -> DoiStanding:
    return NotFound() if agency is None else Elsewhere(agency)


def _answered(payload: Iterable[Json], asked: Iterable[str]) -> dict[str, str | None]:
    """The agency of each DOI that is answered for, None where there is no such DOI."""
    wanted = frozenset(asked)
    answered: dict[str, str | None] = {}
    for one in payload:
        doi = one.get("DOI")
        doi = doi.lower() if isinstance(doi, str) else None
        agency = one.get("RA")
        if doi not in wanted:
            continue
        if isinstance(agency, str) and _AGENCY.fullmatch(agency.strip()):
            answered[doi] = agency.strip()
        elif one.get("status") in _ABSENT:
            answered[doi] = None
    return answered


def _parts(dois: Iterable[str]) -> list[tuple[str, ...]]:
    """DOIs that can be asked for together; one with a comma, which is their separator, goes alone."""
    parts: list[list[str]] = []
    for doi in dois:
        last = parts[-1] if parts else []
        joins = last and len(last) < _DOIS_AT_ONCE and "," not in doi + last[0]
        if joins and len(_path([*last, doi])) <= _LONGEST_PATH:
            last.append(doi)
        else:
            parts.append([doi])
    return [tuple(part) for part in parts]


def _path(dois: Iterable[str]) -> str:
    return ",".join(quote(doi, safe="/") for doi in dois)


def _is_list(payload: Json) -> bool:
    return isinstance(payload, list) and all(isinstance(one, dict) for one in payload)
