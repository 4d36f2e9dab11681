"""Who registered a DOI, asked of a server on loopback."""

from __future__ import annotations

import json

import pytest

from bibproof.agencies import agencies
from bibproof.cache import Cache
from bibproof.evidence import Elsewhere, NotFound, Unavailable
from bibproof.http import Client
from crossref_server import CUT, LOGIN_PAGE, OVERLOADED, CrossrefServer, Response
from fake_time import FakeTime

KNOWN = "10.5555/known"
ZENODO = "10.5281/zenodo.1"
NOWHERE = "10.5555/nowhere"
MAILTO = "jane.roe@example.org"


@pytest.fixture
def client():
    time = FakeTime()
    with Client(MAILTO, clock=time.clock, sleep=time.sleep) as client:
        yield client


def serve(**options):
    return CrossrefServer([{"DOI": KNOWN}], agencies={ZENODO: "DataCite"}, **options)


def test_each_doi_gets_its_agency_or_none(client):
    with serve() as server:
        assert agencies(client, server.url, (KNOWN, ZENODO, NOWHERE)) == {
            KNOWN: Elsewhere("Crossref"),
            ZENODO: Elsewhere("DataCite"),
            NOWHERE: NotFound(),
        }
        assert len(server.requests) == 1


def test_nothing_asked_nothing_sent(client):
    with serve() as server:
        assert agencies(client, server.url, ()) == {}
        assert server.requests == []


def test_many_dois_cost_few_requests_of_bounded_length(client):
    dois = tuple(f"10.5555/{number}-{'x' * (number % 200)}" for number in range(300))
    with serve() as server:
        assert set(agencies(client, server.url, dois).values()) == {NotFound()}
        assert len(server.requests) <= 40
        assert max(len(request.path) for request in server.requests) < 2000


def test_strange_dois_are_asked_for_whole(client):
    strange = ("10.5555/a,b", "10.5555/(c)<d>;2-#e?f", "10.5555/ü%41", "10.5555/plain")
    with CrossrefServer([], agencies=dict.fromkeys(strange, "mEDRA")) as server:
        assert agencies(client, server.url, strange) == dict.fromkeys(strange, Elsewhere("mEDRA"))


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        ["10.5555/nowhere"],
        [{"DOI": None, "RA": "DataCite"}],
        [{"DOI": "10.5555/another", "status": "DOI does not exist"}],
        [{"DOI": NOWHERE}],
        [{"DOI": NOWHERE, "RA": ""}],
        [{"DOI": NOWHERE, "RA": ["DataCite"]}],
        [{"DOI": NOWHERE, "status": "Unknown"}],
        [{"DOI": NOWHERE, "status": ["DOI does not exist"]}],
    ],
)
def test_what_is_not_answered_is_unavailable(client, body):
    weather = Response(200, json.dumps(body).encode())
    with serve(weather=lambda _: weather) as server:
        standing = agencies(client, server.url, (NOWHERE,))[NOWHERE]
    assert isinstance(standing, Unavailable)


@pytest.mark.parametrize("weather", [OVERLOADED, LOGIN_PAGE, CUT, Response(400), Response(404, b"no")])
def test_an_outage_is_no_verdict(client, weather):
    with serve(weather=lambda _: weather) as server:
        standing = agencies(client, server.url, (NOWHERE,))[NOWHERE]
    assert isinstance(standing, Unavailable)
    assert MAILTO not in standing.reason
    assert NOWHERE not in standing.reason


def test_what_crossref_lacks_at_the_same_address_is_no_answer(client, tmp_path):
    cache = Cache.open(tmp_path)
    with serve() as server:
        cache.keep_records(server.url, {ZENODO: None})
        assert agencies(client, server.url, (ZENODO,), cache) == {ZENODO: Elsewhere("DataCite")}
    cache.close()


def test_offline_nothing_is_known_but_what_is_remembered(client, tmp_path):
    cache = Cache.open(tmp_path)
    with serve() as server:
        assert isinstance(agencies(None, server.url, (ZENODO,), cache)[ZENODO], Unavailable)
        asked = agencies(client, server.url, (ZENODO, NOWHERE), cache)
        assert agencies(None, server.url, (ZENODO, NOWHERE), cache) == asked
        assert agencies(client, server.url, (ZENODO, NOWHERE), cache) == asked
        assert len(server.requests) == 1
    cache.close()


def test_a_dead_server_is_given_up_for_all(client):
    with serve() as server:
        pass
    standings = agencies(client, server.url, tuple(f"10.5555/{number}" for number in range(500)))
    assert len(standings) == 500
    assert all(isinstance(standing, Unavailable) for standing in standings.values())


@pytest.mark.parametrize("agency", ["<html>", "", " ", 3, None, "x" * 300, "{}"])
def test_what_no_agency_is_called_is_no_agency(client, agency):
    body = json.dumps([{"DOI": KNOWN, "RA": agency}]).encode()
    with serve(weather=lambda _: Response(200, body)) as server:
        assert isinstance(agencies(client, server.url, (KNOWN,))[KNOWN], Unavailable)
