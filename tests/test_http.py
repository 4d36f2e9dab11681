"""The client against a real server on loopback; time is faked where nothing else is to be seen."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
import time as real_time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.errors import UsageError
from bibproof.http import Absent, Answer, Client, Failed, Lane, Refused, check_base_url
from bibproof.http.address import stays_home
from bibproof.http.limiter import Limiter, Pace
from bibproof.http.wire import Wire
from bibproof.settings import RETRIES
from crossref_server import (
    BAD_GATEWAY,
    CUT,
    DROPPED,
    GARBAGE,
    LOGIN_PAGE,
    OVERLOADED,
    TOO_MANY,
    CrossrefServer,
    Response,
)
from fake_time import FakeTime

WORK = {"DOI": "10.5555/1", "title": ["Mosses of the high Alps"]}
PATH = "/works/10.5555%2F1"
MAILTO = "jane.roe@example.org"
EMPTY_LIST = Response(200, b"[]")

BAD_WEATHER = {
    "429": TOO_MANY,
    "502 in HTML": BAD_GATEWAY,
    "503 in HTML": OVERLOADED,
    "500 in JSON": Response(500, b'{"status":"failed","message-type":"exception","message":{}}'),
    "cut": CUT,
    "garbage": GARBAGE,
    "login page": LOGIN_PAGE,
    "dropped": DROPPED,
    "another shape": EMPTY_LIST,
    "nothing": Response(200, b""),
    "no content": Response(204),
    "too deep": Response(200, b"[" * 200_000),
    "another's 404": Response(404, b"<html>no such page</html>", "text/html"),
}


def is_work(payload):
    return isinstance(payload, dict) and "DOI" in payload["message"]


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def client(time):
    with Client(MAILTO, clock=time.clock, sleep=time.sleep, jitter=lambda: 0.5) as client:
        yield client


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class FirstOnly:
    """Bad weather for the first `times` requests."""

    def __init__(self, response, times=1):
        self.response, self.times = response, times

    def __call__(self, request):
        self.times -= 1
        return self.response if self.times >= 0 else None


# --- outcomes


def test_an_answer_is_json_with_its_escapes_undone(client):
    with CrossrefServer([WORK]) as server:
        outcome = client.get(server.url + PATH, Lane.SINGLE, is_work)
    assert isinstance(outcome, Answer)
    assert outcome.payload["message"] == WORK


def test_a_404_of_the_service_is_an_absence(client):
    with CrossrefServer([]) as server:
        assert client.get(server.url + PATH, Lane.SINGLE, is_work) == Absent()
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [("/works?select=language", 400), ("/works?rows=many", 400), (f"/works?query={'a' * 5000}", 414)],
)
def test_a_refused_request_is_not_repeated(client, path, status):
    asked = []
    with CrossrefServer([WORK], weather=asked.append) as server:
        outcome = client.get(server.url + path, Lane.LIST, is_work)
    assert isinstance(outcome, Refused)
    assert outcome.status == status
    assert len(asked) <= 1


@pytest.mark.parametrize("weather", BAD_WEATHER.values(), ids=BAD_WEATHER)
def test_one_bad_answer_changes_nothing(client, weather):
    with CrossrefServer([WORK], weather=FirstOnly(weather)) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)
        assert len(server.requests) == 2


@pytest.mark.parametrize("weather", BAD_WEATHER.values(), ids=BAD_WEATHER)
def test_lasting_bad_weather_is_a_failure_after_a_bounded_time(client, time, weather):
    began = time.now
    with CrossrefServer([WORK], weather=lambda _: weather) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        assert 2 <= len(server.requests) <= 1 + RETRIES
        assert time.now - began <= 60
        for number in range(100):
            assert isinstance(client.get(f"{server.url}{PATH}{number}", Lane.SINGLE, is_work), Failed)
        assert len(server.requests) <= 3 * (1 + RETRIES)  # then the server counts as down


def test_a_server_that_was_down_is_asked_again_later(client, time):
    with CrossrefServer([WORK], weather=FirstOnly(OVERLOADED, 3 * (1 + RETRIES))) as server:
        for _ in range(3):
            assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        assert len(server.requests) == 3 * (1 + RETRIES)
        time.sleep(31)
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)


def test_a_server_that_hangs_is_a_failure(time):
    with (
        Client(MAILTO, timeout=0.05, retries=1, clock=time.clock, sleep=time.sleep) as client,
        CrossrefServer([WORK], weather=lambda _: Response(delay=0.2)) as server,
    ):
        outcome = client.get(server.url + PATH, Lane.SINGLE, is_work)
    assert isinstance(outcome, Failed)
    assert "in time" in outcome.reason


DROPS = 100
BODY = json.dumps({"message": WORK}).encode()


@contextlib.contextmanager
def dripping(first, drop, last):
    """A server that sends its answer drop by drop: each comes soon enough, the whole takes two seconds."""

    def drip(connection):
        with connection, contextlib.suppress(OSError):
            connection.recv(4096)
            connection.sendall(first)
            for _ in range(DROPS):
                connection.sendall(drop)
                real_time.sleep(0.02)
            connection.sendall(last)

    def serve():
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=drip, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize(
    ("first", "drop", "last"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n", b"Content-Length: %d\r\n\r\n%s" % (len(BODY), BODY)),
        (b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(BODY) + DROPS), b" ", BODY),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", b" ", BODY),
    ],
    ids=["headers", "body", "body of no length"],
)
def test_a_server_that_drips_is_cut_off(time, first, drop, last):
    with (
        Client(MAILTO, timeout=0.1, retries=1, clock=time.clock, sleep=time.sleep) as client,
        dripping(first, drop, last) as url,
    ):
        assert isinstance(client.get(url + PATH, Lane.SINGLE, is_work), Failed)


def test_a_redirect_to_no_address_is_a_failure(client):
    moved = Response(302, headers={"Location": "http://[::1"})
    with CrossrefServer([WORK], weather=lambda _: moved) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)


def test_an_interval_that_would_be_a_standstill_is_not_believed(client, time):
    headers = {"x-rate-limit-limit": "1", "x-rate-limit-interval": "1000s"}
    answer = Response(200, json.dumps({"message": WORK}).encode(), headers=headers)
    began = time.now
    with CrossrefServer([WORK], weather=lambda _: answer) as server:
        for _ in range(4):
            assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)
    assert time.now - began < 10


def test_an_answer_without_end_is_a_failure(client, monkeypatch):
    monkeypatch.setattr("bibproof.http.wire._LARGEST_ANSWER", 1000)
    with CrossrefServer([WORK | {"abstract": "x" * 2000}]) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)


def test_cookies_are_not_sent_back(client):
    headers = {"Set-Cookie": "session=1; Path=/", "Content-Type": "application/json"}
    answer = Response(200, json.dumps({"message": WORK}).encode(), headers=headers)
    with CrossrefServer([WORK], weather=lambda _: answer) as server:
        for path in (PATH, PATH, "/works/10.5555%2F1?x=a b"):
            client.get(server.url + path, Lane.SINGLE, is_work)
        assert [request.headers.get("cookie") for request in server.requests] == [None] * 3


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/works/10.5555%2F1", "/works/10.5555%2F1"),
        ("/works/a+b(c)%3B1", "/works/a+b(c)%3B1"),
        ("/works/10.5555 é", "/works/10.5555%20%C3%A9"),
        ("/works/10.5555%zz", "/works/10.5555%25zz"),
    ],
)
def test_an_address_is_sent_as_it_is_and_encoded_where_it_is_not(client, path, sent):
    with CrossrefServer([WORK]) as server:
        client.get(server.url + PATH, Lane.SINGLE, is_work)
        client.get(server.url + path, Lane.SINGLE, is_work)
        assert server.requests[-1].path == sent


def test_403_stops_everything(client):
    with CrossrefServer([WORK], weather=FirstOnly(Response(403))) as server:
        first = client.get(server.url + PATH, Lane.SINGLE, is_work)
        second = client.get(server.url + "/works?rows=1", Lane.LIST, is_work)
        assert isinstance(first, Failed)
        assert second == first
        assert len(server.requests) == 1


def test_a_dead_server_is_given_up_within_seconds_and_for_all(client, time):
    url = f"http://127.0.0.1:{free_port()}"
    began = time.now
    outcomes = {client.get(f"{url}/works/{number}", Lane.SINGLE, is_work) for number in range(1000)}
    assert len(outcomes) == 1
    assert isinstance(outcomes.pop(), Failed)
    assert time.now - began < 5


def test_retry_after_is_honoured(client, time):
    began = time.now
    weather = FirstOnly(Response(503, headers={"Retry-After": "7"}))
    with CrossrefServer([WORK], weather=weather) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)
    assert 7 <= time.now - began < 9


def test_a_server_that_wants_an_hour_gets_it(client, time):
    weather = FirstOnly(Response(429, headers={"Retry-After": "3600"}))
    with CrossrefServer([WORK], weather=weather) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        time.sleep(3500)
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        assert len(server.requests) == 1
        time.sleep(101)
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)


# --- redirects


def test_an_alias_leads_to_its_prime_record(client):
    with CrossrefServer([WORK], aliases={"10.5555/old": "10.5555/1"}) as server:
        outcome = client.get(f"{server.url}/works/10.5555%2Fold", Lane.SINGLE, is_work)
    assert isinstance(outcome, Answer)
    assert outcome.payload["message"]["DOI"] == "10.5555/1"


def test_another_host_is_not_followed(client):
    with CrossrefServer([WORK]) as other:
        away = Response(302, headers={"location": other.url + PATH})
        with CrossrefServer([WORK], weather=lambda _: away) as server:
            outcome = client.get(server.url + PATH, Lane.SINGLE, is_work)
        assert isinstance(outcome, Failed)
        assert other.requests == []


def test_circles_end(client):
    with CrossrefServer([WORK], weather=lambda _: Response(301, headers={"location": PATH})) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        assert len(server.requests) <= 5


@pytest.mark.parametrize(
    ("after", "stays"),
    [
        ("https://api.example.org:443/works/1", True),
        ("https://API.example.org/works/1", True),
        ("https://example.org/works/1", False),
        ("https://api.example.org:8443/works/1", False),
        ("https://api.example.org@evil.example/works/1", False),
        ("http://api.example.org/works/1", False),
        ("ftp://api.example.org/works/1", False),
        ("https://[broken/works/1", False),
    ],
)
def test_which_redirects_stay_home(after, stays):
    assert stays_home("https://api.example.org/works/x", after) is stays


def test_http_may_become_https():
    assert stays_home("http://api.example.org/works/1", "https://api.example.org:443/works/1")


# --- what is sent, and what is never said


def test_the_user_agent_names_the_project_and_the_address_only_if_given():
    with CrossrefServer([WORK]) as server:
        with Client() as anonymous, Client(MAILTO) as named:
            anonymous.get(server.url + PATH, Lane.SINGLE, is_work)
            named.get(server.url + PATH, Lane.SINGLE, is_work)
            named.get(server.url + PATH, Lane.OTHER, is_work)  # of doi.org or DataCite
        to_crossref, by_name, to_others = (request.headers["user-agent"] for request in server.requests)
    assert to_crossref.startswith("bibproof/")
    assert "mailto" not in to_crossref + to_others
    assert by_name.endswith(f"; mailto:{MAILTO})")


def test_no_credentials_are_sent_and_loopback_needs_no_proxy(monkeypatch, tmp_path, client):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login jane password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    with CrossrefServer([WORK]) as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)
        assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize("weather", [*BAD_WEATHER.values(), Response(403), Response(400)])
def test_reasons_name_neither_address_nor_query(client, weather):
    with CrossrefServer([WORK], weather=lambda _: weather) as server:
        outcome = client.get(f"{server.url}/works?query=secret-words", Lane.LIST, is_work)
    assert MAILTO not in outcome.reason
    assert "mailto" not in outcome.reason
    assert "secret" not in outcome.reason


def test_a_dead_server_s_reason_names_neither_address_nor_query(client):
    outcome = client.get(f"http://127.0.0.1:{free_port()}/works?query=secret-words", Lane.LIST, is_work)
    assert "secret" not in outcome.reason
    assert MAILTO not in outcome.reason


@pytest.mark.parametrize("mailto", ["", "jane", "jane@", "a b@c.org", "a@b.org\r\nX-Evil: 1", "a@b.org)"])
def test_what_is_no_email_address_is_bad_usage_and_not_repeated(mailto):
    with pytest.raises(UsageError) as raised:
        Client(mailto)
    assert mailto == "" or mailto not in str(raised.value)


def test_requests_is_imported_only_to_ask():
    code = "import sys, bibproof.http; bibproof.http.Client('a@b.org'); assert 'requests' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


# --- addresses


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("https://api.crossref.org", "https://api.crossref.org"),
        ("https://api.crossref.org/v1/", "https://api.crossref.org/v1"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_good_base_urls(given, taken):
    assert check_base_url(given, "--url") == taken


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "ftp://example.org",
        "http://example.org",
        "http://127.0.0.1.example.org",
        "https://",
        "https://[broken",
        "https://example.org:port",
        "https://jane:secret@example.org",
        "https://jane:sec/ret@example.org",
        "ftp://jane:secret@example.org",
        "jane:secret@example.org",
        "https://example.org/?key=secret",
        "https://example.org/#secret",
        "https://exa mple.org",
        "https://example.org\n.evil.example",
        "file:///etc/passwd",
    ],
)
def test_bad_base_urls_are_bad_usage_and_keep_secrets(url):
    with pytest.raises(UsageError) as raised:
        check_base_url(url, "--url")
    message = str(raised.value)
    assert "secret" not in message
    assert "sec/" not in message
    assert message.startswith("--url: ")
    assert "\n" not in message


# --- limits


@settings(deadline=None)
@given(
    pace=st.builds(Pace, st.integers(1, 10), st.integers(1, 3)),
    latencies=st.lists(st.floats(0, 2), min_size=2, max_size=40),
)
def test_no_more_requests_in_a_second_than_allowed_however_long_they_take(pace, latencies):
    time = FakeTime()
    limiter = Limiter(pace, time.clock, time.sleep)
    times = []
    for number, latency in enumerate(latencies):
        with limiter.slot():
            sent = time.now
            time.sleep(latency)
            way_back = min(latencies[: number + 1]) / 2 if number >= 6 else 0
            came = time.now - way_back  # at the latest: no answer is back sooner
            times.append((sent, min(came, sent + 0.25)))
    for (_, came), (sent, _) in zip(times, times[pace.requests :], strict=False):
        assert sent - came >= 0.999


def test_no_more_requests_at_once_than_allowed():
    limiter = Limiter(Pace(1000, 3), FakeTime().clock, FakeTime().sleep)
    busy, most = [], []

    def request(number):
        with limiter.slot():
            busy.append(number)
            most.append(len(busy))
            busy.remove(number)

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(request, range(300)))
    assert max(most) <= 3


def spacing(limiter, time):
    """Seconds between requests, once the limiter is busy."""
    starts = []
    for _ in range(41):
        with limiter.slot():
            starts.append(time.now)
    return (starts[40] - starts[10]) / 30


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, 0.1),
        ({"x-rate-limit-limit": "2", "x-rate-limit-interval": "1s"}, 0.5),
        ({"x-rate-limit-limit": "2, 2", "x-rate-limit-interval": "1s, 1s"}, 0.5),
        ({"x-rate-limit-limit": "3", "x-rate-limit-interval": "3s"}, 1.0),
        ({"x-rate-limit-limit": "50, 50", "x-rate-limit-interval": "1s"}, 0.1),  # never above the published
        ({"x-rate-limit-limit": "0"}, 0.1),
        ({"x-rate-limit-limit": "-5"}, 0.1),
        ({"x-rate-limit-limit": "plenty", "x-rate-limit-interval": "a moon"}, 0.1),
        ({"x-rate-limit-limit": "99999999999999999999"}, 0.1),
        ({"x-rate-limit-interval": "99999s"}, 0.1),
    ],
)
def test_limits_named_by_the_server_are_kept_where_they_are_sane(time, headers, expected):
    limiter = Limiter(Pace(10, 3), time.clock, time.sleep)
    limiter.learn(headers)
    assert spacing(limiter, time) == pytest.approx(expected, rel=0.05)


def test_a_429_lowers_the_rate_which_comes_back_slowly(time):
    limiter = Limiter(Pace(10, 3), time.clock, time.sleep)
    limiter.slow_down(time.now, 0.0)
    assert spacing(limiter, time) == pytest.approx(0.1 / 0.7, rel=0.05)
    limiter.speed_up()
    assert 0.1 < spacing(limiter, time) < 0.1 / 0.7
    for _ in range(10):
        limiter.speed_up()
    assert spacing(limiter, time) == pytest.approx(0.1, rel=0.05)


def test_the_rate_is_never_lowered_below_half(time):
    limiter = Limiter(Pace(10, 3), time.clock, time.sleep)
    for _ in range(10):
        limiter.slow_down(time.now, 0.0)
    assert spacing(limiter, time) == pytest.approx(0.2, rel=0.05)


def test_requests_sent_before_the_rate_was_lowered_do_not_lower_it_again(time):
    limiter = Limiter(Pace(10, 3), time.clock, time.sleep)
    asked_at = time.now
    time.sleep(1)
    for _ in range(3):
        limiter.slow_down(asked_at, 0.0)
    assert spacing(limiter, time) == pytest.approx(0.1 / 0.7, rel=0.05)


def test_a_429_pauses_its_lane(time):
    limiter = Limiter(Pace(10, 3), time.clock, time.sleep)
    limiter.slow_down(time.now, 5.0)
    began = time.now
    with limiter.slot():
        assert time.now - began >= 5


def test_retries_wait_for_their_turn(time):
    with Client(clock=time.clock, sleep=time.sleep, jitter=lambda: 0.0) as client:
        starts = []

        def weather(request):
            starts.append(time.now)
            return OVERLOADED

        with CrossrefServer([WORK], weather=weather) as server:
            client.get(server.url + "/works?rows=1", Lane.LIST, is_work)
    assert len(starts) == 1 + RETRIES
    assert min(after - before for before, after in pairwise(starts)) >= 0.99  # the public pool's 1 a second


def test_the_polite_limits_are_kept_from_the_first_request_on():
    with CrossrefServer([WORK], limits="polite") as server, Client(MAILTO) as client:
        with ThreadPoolExecutor(8) as pool:
            outcomes = list(
                pool.map(lambda _: client.get(server.url + PATH, Lane.SINGLE, is_work), range(14))
            )
        assert all(isinstance(outcome, Answer) for outcome in outcomes)
        assert [request.status for request in server.requests] == [200] * 14


def test_who_ignores_the_limits_meets_them():
    """The server's own limits are real, so that the test above can fail."""
    import requests

    with CrossrefServer([WORK], limits="polite") as server, requests.Session() as session:
        statuses = [session.get(server.url + PATH, params={"mailto": MAILTO}).status_code for _ in range(14)]
        refused = server.requests[-1]
        assert session.get(server.url + PATH).headers["x-api-pool"] == "public-single"
    assert statuses == [200] * 10 + [429] * 4
    assert refused.status == 429


def test_slashes_arrive_escaped():
    import requests

    with CrossrefServer([WORK]) as server:
        body = requests.get(server.url + PATH, timeout=5).text
    assert r"10.5555\/1" in body
    assert json.loads(body)["message"] == WORK


# --- what a run can ask for


@pytest.mark.parametrize("retries", [0, 3])
def test_retries_are_as_many_as_asked_for(time, retries):
    with (
        Client(MAILTO, retries=retries, clock=time.clock, sleep=time.sleep) as client,
        CrossrefServer([WORK], weather=lambda _: OVERLOADED) as server,
    ):
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Failed)
        assert len(server.requests) == 1 + retries


def test_a_server_that_goes_away_in_the_middle_is_waited_for(time):
    port, back = free_port(), []

    def sleep(seconds):
        time.sleep(seconds)
        if time.now - gone_at > 40 and not back:
            back.append(CrossrefServer([WORK], port=port).__enter__())

    with Client(MAILTO, clock=time.clock, sleep=sleep) as client:
        gone_at = time.now
        with CrossrefServer([WORK], port=port) as server:
            assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, is_work), Answer)
    assert back[0].__exit__() is None


def test_jobs_only_lower_what_is_under_way_together():
    busy, most, lock = [0], [0], threading.Lock()

    def weather(_):
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        real_time.sleep(0.02)
        with lock:
            busy[0] -= 1

    with CrossrefServer([WORK], weather=weather) as server, Client(MAILTO, jobs=1) as client:
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(lambda _: client.get(server.url + PATH, Lane.SINGLE, is_work), range(6)))
        assert client.at_once(Lane.SINGLE) == 1
    assert most == [1]
    with Client(MAILTO, jobs=50) as client:
        assert client.at_once(Lane.LIST) == 3


def test_the_token_goes_to_crossref_only_and_a_bad_one_is_not_repeated(time):
    header = "crossref-plus-api-token"
    with (
        Client(MAILTO, plus_token="s3cret", clock=time.clock, sleep=time.sleep) as client,
        CrossrefServer([WORK]) as server,
    ):
        client.get(server.url + PATH, Lane.SINGLE, is_work)
        client.get(f"{server.url}/doiRA/10.5555/1", Lane.OTHER, lambda _: True)
        assert [request.headers.get(header) for request in server.requests] == ["Bearer s3cret", None]
    with pytest.raises(UsageError) as raised:
        Client(plus_token="s3cret\r\nX-Evil: 1")
    assert "s3cret" not in str(raised.value)


def test_what_starts_slowly_does_not_count_as_sent(time, monkeypatch):
    """The limiter counts from when requests is there: its import may take longer than a request."""
    opened = Wire.open

    def open_slowly(wire):
        if wire._session is None:
            time.sleep(5)
        return opened(wire)

    monkeypatch.setattr(Wire, "open", open_slowly)
    starts = []
    with (
        CrossrefServer([WORK], weather=lambda _: starts.append(time.now)) as server,
        Client(clock=time.clock, sleep=time.sleep) as client,
    ):
        for _ in range(2):
            client.get(f"{server.url}/works?rows=1", Lane.LIST, lambda _: True)
    assert starts[1] - starts[0] >= 0.99
