"""The source against a Crossref on loopback."""

from __future__ import annotations

import json
from datetime import date
from threading import Event
from urllib.parse import unquote

import pytest

from bibproof.cache import Cache, NoCache
from bibproof.evidence import Candidates, Elsewhere, Found, NotFound, Unavailable
from bibproof.http import Client
from bibproof.model import Date, Person, Work
from bibproof.plugins import discover
from bibproof.settings import RETRIES
from bibproof.sources._crossref_records import record
from bibproof.sources.crossref import Crossref
from crossref_server import (
    BAD_GATEWAY,
    CUT,
    DROPPED,
    GARBAGE,
    LOGIN_PAGE,
    OVERLOADED,
    SELECTS,
    TOO_MANY,
    CrossrefServer,
    Response,
)
from fake_time import FakeTime

MAILTO = "jane.roe@example.org"
OUTAGES = {
    "429": TOO_MANY,
    "502": BAD_GATEWAY,
    "503": OVERLOADED,
    "cut": CUT,
    "dropped": DROPPED,
    "garbage": GARBAGE,
    "login page": LOGIN_PAGE,
    "403": Response(403),
    "list of nothing": Response(200, b'{"status":"ok","message":{"items":["x", 1, null]}}'),
    "no message": Response(200, b'{"status":"ok"}'),
    "another's 404": Response(404, b"<html>404</html>", "text/html"),
    "teapot": Response(418),
}


def work(doi, **fields):
    return {"DOI": doi, "type": "journal-article", "title": [f"Title of {doi}"]} | fields


@pytest.fixture
def ask():
    """A source for a server; time does not pass unless it is faked to."""
    clients = []

    def ask(url, *, cache=None, online=True, progress=lambda *_: None):
        time = FakeTime()
        client = Client(MAILTO, clock=time.clock, sleep=time.sleep) if online else None
        clients.append(client)
        return Crossref(client, url=url, cache=cache or NoCache(), progress=progress)

    yield ask
    for client in clients:
        if client is not None:
            client.close()


@pytest.fixture
def cache(tmp_path):
    cache = Cache.open(tmp_path)
    yield cache
    cache.close()


def found_dois(answers):
    return {asked: lookup.record.work.doi for asked, lookup in answers.items() if isinstance(lookup, Found)}


def paths(server):
    return [request.path for request in server.requests]


# --- by DOI


def test_it_is_found_by_the_name_that_a_user_types():
    assert set(discover("bibproof.sources")) == {"crossref", "datacite"}


def test_a_thousand_dois_are_twenty_five_requests_that_name_only_what_may_be_selected(ask):
    dois = tuple(f"10.5555/{number}" for number in range(1000))
    told = []
    with CrossrefServer(map(work, dois)) as server:
        source = ask(server.url, progress=lambda *news: told.append(news))
        answers = source.by_dois(dois)
        assert found_dois(answers) == dict(zip(dois, dois, strict=True))
        assert len(server.requests) == 25
        for request in server.requests:
            assert set(request.query["select"].split(",")) <= SELECTS
            assert request.query["rows"] == "40"
    assert told[-1] == ("DOIs", 1000, 1000)
    assert all(kind == "DOIs" and done <= total for kind, done, total in told)


def test_request_lines_stay_short_whatever_the_dois(ask):
    dois = tuple(f"10.5555/({number})<{'é;' * 30}>#?&+%2f" for number in range(80))
    with CrossrefServer(map(work, dois)) as server:
        assert len(found_dois(ask(server.url).by_dois(dois))) == 80
        assert {request.status for request in server.requests} == {200}
        assert len(server.requests) < 30


def test_what_a_list_leaves_out_is_asked_for_singly_before_it_is_called_absent(ask):
    aliases = {"10.5555/old": "10.5555/new"}
    with CrossrefServer([work("10.5555/new"), work("10.5555/a,b")], aliases=aliases) as server:
        answers = ask(server.url).by_dois(("10.5555/new", "10.5555/old", "10.5555/a,b", "10.5555/none"))
        assert found_dois(answers) == {
            "10.5555/new": "10.5555/new",
            "10.5555/old": "10.5555/new",
            "10.5555/a,b": "10.5555/a,b",
        }
        assert answers["10.5555/none"] == NotFound()
        assert not any("a,b" in request.query.get("filter", "") for request in server.requests)
        assert "/works/10.5555%2Fa%2Cb" in paths(server)


def test_a_doi_that_spoils_a_list_spoils_no_other(ask):
    spoiler = "10.5555/spoiler"

    def weather(request):
        return Response(400) if spoiler in request.query.get("filter", "") else None

    dois = ("10.5555/1", spoiler, "10.5555/2")
    with CrossrefServer(map(work, dois), weather=weather) as server:
        assert set(found_dois(ask(server.url).by_dois(dois))) == set(dois)


def test_a_service_that_knows_fewer_fields_is_asked_for_whole_records(ask):
    def weather(request):
        return Response(400, b"{}") if "select" in request.query else None

    dois = tuple(f"10.5555/{number}" for number in range(120))
    with CrossrefServer(map(work, dois), weather=weather) as server:
        assert len(found_dois(ask(server.url).by_dois(dois))) == 120
        assert len(server.requests) <= 6


def test_a_list_of_other_works_is_not_believed(ask):
    other = {"status": "ok", "message": {"items": [work("10.5555/other"), {"DOI": None}, {}]}}

    def weather(request):
        return Response(200, json.dumps(other).encode()) if request.lane == "array" else None

    with CrossrefServer([work("10.5555/1")], weather=weather) as server:
        answers = ask(server.url).by_dois(("10.5555/1", "10.5555/2"))
    assert found_dois(answers) == {"10.5555/1": "10.5555/1"}
    assert answers["10.5555/2"] == NotFound()


@pytest.mark.parametrize("outage", OUTAGES.values(), ids=OUTAGES)
def test_an_outage_is_never_an_absence(ask, outage, cache):
    dois = tuple(f"10.5555/{number}" for number in range(100))
    with CrossrefServer(map(work, dois), weather=lambda _: outage) as server:
        answers = ask(server.url, cache=cache).by_dois((*dois, "10.5555/a,b"))
        assert len(answers) == 101
        assert {type(answer) for answer in answers.values()} == {Unavailable}
        assert len(server.requests) <= 4 * (1 + RETRIES)
        assert not any(MAILTO in answer.reason or "10.5555" in answer.reason for answer in answers.values())
        assert cache.records(server.url, answers) == {}


@pytest.mark.parametrize("outage", OUTAGES.values(), ids=OUTAGES)
def test_an_outage_of_single_records_is_never_an_absence(ask, outage):
    weather = lambda request: outage if request.lane == "single" else None  # noqa: E731 - a sentence
    with CrossrefServer([work("10.5555/1")], weather=weather) as server:
        answers = ask(server.url).by_dois(("10.5555/1", "10.5555/2"))
    assert isinstance(answers["10.5555/1"], Found)
    assert isinstance(answers["10.5555/2"], Unavailable)


def test_one_429_for_every_request_changes_nothing(ask):
    seen = set()

    def weather(request):
        again = (request.path, str(request.query)) in seen
        seen.add((request.path, str(request.query)))
        return None if again else TOO_MANY

    dois = tuple(f"10.5555/{number}" for number in range(200))
    with CrossrefServer(map(work, dois), weather=weather) as server:
        answers = ask(server.url).by_dois((*dois, "10.5555/none"))
    assert len(found_dois(answers)) == 200
    assert answers["10.5555/none"] == NotFound()


def test_a_doi_too_long_to_ask_for_is_not_called_absent(ask):
    endless = "10.5555/" + "x" * 4000
    with CrossrefServer([]) as server:
        assert isinstance(ask(server.url).by_dois((endless,))[endless], Unavailable)


def test_a_wrong_address_is_not_an_empty_registry(ask):
    with CrossrefServer([work("10.5555/1")]) as server:
        answers = ask(f"{server.url}/elsewhere").by_dois(("10.5555/1",))
    assert isinstance(answers["10.5555/1"], Unavailable)


# --- the cache and offline


def test_a_second_run_asks_nothing_and_offline_answers_the_same(ask, cache, tmp_path):
    dois = ("10.5555/1", "10.5555/old", "10.5555/none")
    claimed = Work(title="Title of", authors=(Person(family="Moreau"),))
    with CrossrefServer([work("10.5555/1")], aliases={"10.5555/old": "10.5555/1"}) as server:
        source = ask(server.url, cache=cache)
        first = source.by_dois(dois), source.search(claimed)
        asked = len(server.requests)
        again = ask(server.url, cache=cache)
        assert (again.by_dois(dois), again.search(claimed)) == first
        assert len(server.requests) == asked
        offline = ask(server.url, cache=cache, online=False)
        assert (offline.by_dois(dois), offline.search(claimed)) == first
    cache.close()
    for path in tmp_path.iterdir():
        assert MAILTO.encode() not in path.read_bytes()


def test_offline_what_is_not_remembered_is_unavailable(ask, cache):
    source = ask("https://api.crossref.org", cache=cache, online=False)
    assert isinstance(source.by_dois(("10.5555/1",))["10.5555/1"], Unavailable)
    assert isinstance(source.search(Work(title="Anything at all")), Unavailable)


def test_a_cache_of_nonsense_is_asked_for_anew(ask, cache):
    with CrossrefServer([work("10.5555/1")]) as server:
        cache.keep_records(server.url, {"10.5555/1": {"DOI": 7}})
        cache.keep_search(server.url, "x", {"items": 7})
        assert isinstance(ask(server.url, cache=cache).by_dois(("10.5555/1",))["10.5555/1"], Found)


def test_what_is_remembered_is_only_what_is_read(ask, cache):
    large = work("10.5555/1", reference=[{"key": "x" * 1000}], abstract="<p>secret</p>")
    with CrossrefServer([large], aliases={"10.5555/old": "10.5555/1"}) as server:
        ask(server.url, cache=cache).by_dois(("10.5555/old",))
        remembered = cache.records(server.url, ["10.5555/old"])["10.5555/old"]
        assert set(remembered) == {"DOI", "type", "title", "bibproof-retrieved"}


def test_what_is_remembered_keeps_the_day_on_which_it_was_got(ask, cache):
    with CrossrefServer([work("10.5555/1")]) as server:
        ask(server.url, cache=cache).by_dois(("10.5555/1",))
        (item,) = cache.records(server.url, ["10.5555/1"]).values()
        cache.keep_records(server.url, {"10.5555/1": item | {"bibproof-retrieved": "2026-03-01"}})
        (found,) = ask(server.url, cache=cache, online=False).by_dois(("10.5555/1",)).values()
        assert found.record.retrieved == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("deposited", "people"),
    [
        ([{"family": "&NA;"}], ()),
        ([{"family": "&NA;", "given": "&NA;"}], ()),
        ([{"name": "No authorship indicated"}], ()),
        ([{"name": "NA"}, {"family": "Moreau"}], (Person(family="Moreau"),)),
        ([{"family": "Na", "given": "Bin"}], (Person(family="Na", given="Bin"),)),
    ],
)
def test_who_is_nobody_is_no_author(deposited, people):
    assert record(work("10.5555/1", author=deposited)).work.authors == people


# --- searches

MOSSES = Work(
    type="article-journal",
    title="Mosses of the high Alps",
    subtitle="a catalogue",
    authors=(Person(family="Moreau", given="I."), Person(literal="Alpine Study Group")),
    issued=Date(2009),
    container_title="Bryological Notes",
    volume="40",
    page="7–31",
)


def searched(server):
    return server.requests[-1].query


def test_a_search_asks_for_all_that_is_known(ask):
    registered = work(
        "10.5555/moss",
        title=["Mosses of the High Alps"],
        author=[{"family": "Moreau", "given": "Ines"}],
        **{"container-title": ["Bryological Notes"]},
    )
    with CrossrefServer([work("10.5555/1"), registered]) as server:
        answer = ask(server.url).search(MOSSES)
        query = searched(server)
    assert isinstance(answer, Candidates)
    assert answer.records[0].work.doi == "10.5555/moss"
    assert query["query.bibliographic"] == (
        "Mosses of the high Alps a catalogue Moreau Alpine Study Group Bryological Notes 2009 40 7"
    )
    assert set(query["select"].split(",")) <= SELECTS
    assert "query.author" not in query


def test_without_a_title_people_are_searched_for(ask):
    claimed = Work(authors=(Person(family="Berg", particle="van den"),), issued=Date(2009))
    known = work("10.5555/1", author=[{"family": "van den Berg"}], issued={"date-parts": [[2009]]})
    with CrossrefServer([known]) as server:
        ask(server.url).search(claimed)
        query = searched(server)
    assert (query["query.author"], query["query.bibliographic"]) == ("van den Berg", "2009")


def test_a_work_without_anything_to_search_for_costs_no_request(ask):
    with CrossrefServer([]) as server:
        assert ask(server.url).search(Work(title="\x00 ")) == Candidates()
        assert ask(server.url).search(Work(publisher="Estuary Press")) == Candidates()
        assert server.requests == []


@pytest.mark.parametrize("letter", ["a", "é", "中", "🐢", " %&", "\ud800", "a,b:c "])
def test_an_endless_title_makes_no_endless_request(ask, letter):
    claimed = Work(title=letter * 9000, authors=(Person(family=letter * 500),) * 50, volume=letter * 9000)
    with CrossrefServer([work("10.5555/1")]) as server:
        assert isinstance(ask(server.url).search(claimed), Candidates)
        without_title = Work(authors=claimed.authors, container_title=letter * 9000)
        assert isinstance(ask(server.url).search(without_title), Candidates)
        assert [request.status for request in server.requests] == [200] * len(server.requests)


def test_control_characters_are_not_sent(ask):
    with CrossrefServer([work("10.5555/1")]) as server:
        ask(server.url).search(Work(title="Mosses\x00 of\r\nthe\x1b Alps"))
        assert unquote(searched(server)["query.bibliographic"]) == "Mosses of the Alps"


@pytest.mark.parametrize("outage", OUTAGES.values(), ids=OUTAGES)
def test_an_outage_of_searches_is_not_an_empty_answer(ask, outage, cache):
    with CrossrefServer([work("10.5555/1")], weather=lambda _: outage) as server:
        answer = ask(server.url, cache=cache).search(MOSSES)
        assert isinstance(answer, Unavailable)
        assert MAILTO not in answer.reason
        assert "Mosses" not in answer.reason
    with CrossrefServer([work("10.5555/1")]) as server:
        assert isinstance(ask(server.url, cache=cache).search(MOSSES), Candidates)


def test_a_footnotes_mark_may_be_a_part_of_the_title_that_people_copy():
    found = record({"DOI": "10.5555/marks", "title": ["On Alpine Mosses<sup>1</sup>"]})
    assert found is not None
    assert found.work.title == "On Alpine Mosses"
    assert found.work.other_titles == ("On Alpine Mosses1",)


def dated(created: int, *printed: int) -> frozenset[int]:
    dates = {"published-print": printed[0], "published-online": printed[-1]}
    item = {name: {"date-parts": [[year, 3]]} for name, year in dates.items()}
    found = record({"DOI": "10.5555/dated", **item, "created": {"date-parts": [[created, 12, 1]]}})
    assert found is not None
    assert found.work.issued == Date(printed[0], 3)
    return found.work.years


def test_the_year_in_which_the_doi_was_made_counts_only_where_it_is_the_one_before_the_earliest():
    assert dated(2013, 2014) == {2013, 2014}
    assert dated(2012, 2014) == {2014}
    assert dated(2014, 2014) == {2014}
    assert dated(2015, 2014) == {2014}
    assert dated(2013, 2014, 2013) == {2013, 2014}
    assert dated(2012, 2014, 2013) == {2012, 2013, 2014}
    nothing_else = record({"DOI": "10.5555/dated", "created": {"date-parts": [[2013]]}})
    assert nothing_else is not None
    assert nothing_else.work.years == frozenset()


def test_records_that_hold_nothing_are_no_answer(ask):
    with CrossrefServer([]) as server:
        empty = {"status": "ok", "message": {"items": [{"DOI": "10.5555/1", "title": None, "author": None}]}}
        server.weather = lambda _: Response(200, json.dumps(empty).encode())
        assert isinstance(ask(server.url).search(MOSSES), Unavailable)


def test_records_are_told_of_as_they_come_and_singles_asked_while_lists_are_under_way():
    """The third list is answered only when the alias that the first one leaves out has been asked for."""
    dois = ("10.5555/old", *(f"10.5555/{number}" for number in range(119)))
    asked = Event()
    lists = []

    def weather(request):
        if request.lane == "single":
            asked.set()
        else:
            lists.append(request)
            if "doi:10.5555/118" in request.query["filter"]:
                assert asked.wait(10), "the alias was not asked for meanwhile"

    told = []
    prime = {"10.5555/old": "10.5555/1"}
    with (
        CrossrefServer(map(work, dois[1:]), aliases=prime, weather=weather) as server,
        Client(MAILTO) as client,
    ):
        source = Crossref(client, url=server.url, cache=NoCache(), progress=lambda *_: None)
        answers = source.by_dois(dois, told.append)
    assert len(lists) == 3
    assert answers["10.5555/old"].record.work.doi == "10.5555/1"
    assert len(told) > 3
    assert {doi: found for part in told for doi, found in part.items()} == answers


# --- answers that are well formed and yet no answers


def empty_lists(request):
    if "filter" in request.query or request.lane != "array":
        return None
    return Response(200, b'{"status":"ok","message":{"total-results":0,"items":[]}}')


def test_a_search_that_finds_nothing_at_all_is_no_absence(ask, cache):
    known = work("10.5555/1")
    with CrossrefServer([known], weather=empty_lists) as server:
        source = ask(server.url, cache=cache)
        assert isinstance(source.search(Work(title="Title of 10.5555/1")), Unavailable)
        source.by_dois(("10.5555/1",))
        assert isinstance(source.search(Work(title="Title of 10.5555/1")), Unavailable)
        server.weather = lambda _: None
        assert len(source.search(Work(title="Title of 10.5555/1")).records) == 1


def test_a_search_that_works_is_believed_when_it_finds_nothing_and_asked_about_once(ask):
    def nothing_of_ours(request):
        return empty_lists(request) if "zeppelins" in str(request.query) else None

    with CrossrefServer([work("10.5555/1")], weather=nothing_of_ours) as server:
        source = ask(server.url)
        source.by_dois(("10.5555/1",))
        for title in ("Penguins in zeppelins", "Marzipan in zeppelins"):
            assert source.search(Work(title=title)) == Candidates()
        assert len(server.requests) == 1 + 2 * 2 + 1  # what finds nothing is asked twice


def test_a_search_that_is_empty_now_and_then_is_asked_once_more(ask):
    """One of several servers may be without its index; that the others have one says nothing about it."""
    with CrossrefServer([work("10.5555/1"), work("10.5555/2")]) as server:
        source = ask(server.url)
        assert source.search(Work(title="Title of 10.5555/1")).records
        before = len(server.requests)
        server.weather = lambda request: empty_lists(request) if len(server.requests) == before else None
        assert source.search(Work(title="Title of 10.5555/2")).records
        assert len(server.requests) == 1 + 2


def test_what_says_of_itself_that_it_failed_is_no_answer(ask):
    failed = Response(200, b'{"status":"failed","message":{"total-results":0,"items":[]}}')
    with CrossrefServer([work("10.5555/1")], weather=lambda _: failed) as server:
        source = ask(server.url)
        assert isinstance(source.search(Work(title="Title of 10.5555/1")), Unavailable)
        assert isinstance(source.by_dois(("10.5555/1",))["10.5555/1"], Unavailable)


def test_of_two_records_of_one_doi_the_one_that_says_more_counts(ask):
    items = [work("10.5555/1"), {"DOI": "10.5555/1"}]
    twice = Response(200, json.dumps({"status": "ok", "message": {"items": items}}).encode())
    with CrossrefServer([], weather=lambda _: twice) as server:
        source = ask(server.url)
        assert source.by_dois(("10.5555/1",))["10.5555/1"].record.work.title == "Title of 10.5555/1"
        (record_,) = source.search(Work(title="Title of 10.5555/1")).records
        assert record_.work.title == "Title of 10.5555/1"


def test_offline_another_agencys_doi_is_known_to_be_none_of_crossrefs(cache):
    asked = Crossref(None, url="https://api.crossref.org", cache=cache, progress=lambda *_: None)
    asked._agencies = lambda dois: dict.fromkeys(dois, Elsewhere("mEDRA"))
    assert asked.by_dois(("10.1400/1",)) == {"10.1400/1": NotFound()}
