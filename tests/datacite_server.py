"""What DataCite's REST API answers, for the server on loopback.

It keeps the published behaviour (https://support.datacite.org/reference/get_dois): a list leaves out unknown
DOIs and says nothing of it, holds 25 DOIs unless `page[size]` says otherwise and 1,000 at most, and takes a
comma for a separator whatever it stands in; a single DOI that is not there is a 404 with JSON:API's errors.
DOIs that are not findable are not there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

Attributes = Mapping[str, Any]
CONTENT_TYPE = "application/vnd.api+json; charset=utf-8"
_NOT_THERE = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}


class DataciteApi:
    """DOIs by their attributes; `doi` among them, in whatever case it was deposited."""

    def __init__(self, dois: Iterable[Attributes]) -> None:
        self._dois = {
            str(one["doi"]).lower(): one for one in dois if one.get("state", "findable") == "findable"
        }

    def __contains__(self, doi: str) -> bool:
        return doi.lower() in self._dois

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, bytes]:
        """Status and body for a path as it was sent, and a query decoded."""
        if path.rstrip("/") == "/dois":
            return 200, _json(self._list(query))
        one = self._dois.get(unquote(path.removeprefix("/dois/")).lower())
        return (404, _json(_NOT_THERE)) if one is None else (200, _json({"data": _resource(one)}))

    def _list(self, query: Mapping[str, str]) -> dict[str, Any]:
        asked = (
            [doi.strip().lower() for doi in query.get("ids", "").split(",")]
            if query.get("ids")
            else self._dois
        )
        found = [self._dois[doi] for doi in dict.fromkeys(asked) if doi in self._dois]
        size = min(int(query.get("page[size]", "25")), 1000)
        page = [_resource(one) for one in found[:size]]
        return {"data": page, "meta": {"total": len(found), "totalPages": -(-len(found) // max(size, 1))}}


def _resource(one: Attributes) -> dict[str, Any]:
    shown = {name: value for name, value in one.items() if name != "doi"}
    return {
        "id": str(one["doi"]).lower(),
        "type": "dois",
        "attributes": {"doi": str(one["doi"]).lower(), **shown},
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
