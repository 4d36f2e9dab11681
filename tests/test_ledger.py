"""The requests that runs share a limit by: several ledgers on one file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from bibproof import api
from bibproof.http import LEDGER_NAME, Answer, Client, Lane, Ledger
from bibproof.settings import Settings
from crossref_server import CrossrefServer
from fake_time import FakeTime

WORK = {"DOI": "10.5555/1", "title": ["Mosses of the high Alps"]}
ENTRY = "@article{mosses, title = {Mosses of the high Alps}, doi = {10.5555/1}}\n"
REACHED = 0.25
MAILTO = "jane.roe@example.org"


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def ledger(tmp_path, time):
    """Makes runs that share one file; `.take()` is what one may do at once."""
    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(contextlib.closing(Ledger(tmp_path / LEDGER_NAME, time.clock)))


def take(ledger, service="list", requests=3, at_once=3):
    return ledger.take(service, requests, 1.0, at_once, REACHED)


def test_runs_count_each_other_s_requests(ledger, time):
    one, other = ledger(), ledger()
    for run in (one, one, other):
        number, wait = take(run, at_once=9)
        assert (number > 0, wait) == (True, 0)
    number, wait = take(other, at_once=9)
    assert number == 0
    assert wait == pytest.approx(1 + REACHED)
    time.sleep(wait)
    assert take(other, at_once=9)[0] > 0


def test_an_answer_says_when_a_request_counted(ledger, time):
    one, other = ledger(), ledger()
    numbers = [take(one)[0] for _ in range(3)]
    time.sleep(0.1)
    for number in numbers:
        one.give_back(number, 0.04)
    assert take(other)[1] == pytest.approx(0.96)


def test_only_so_many_are_under_way_until_one_is_answered(ledger, time):
    one, other = ledger(), ledger()
    number, _ = take(one, requests=99, at_once=1)
    assert 0 < take(other, requests=99, at_once=1)[1] < 1
    one.give_back(number, 0)
    assert take(other, requests=99, at_once=1)[0] > 0


def test_services_and_pools_have_limits_of_their_own(ledger):
    one, other = ledger(), ledger()
    assert take(one, "a", requests=1, at_once=1)[0] > 0
    assert take(other, "b", requests=1, at_once=1)[0] > 0


def test_what_is_never_answered_blocks_nobody_for_long(ledger, time):
    take(ledger(), requests=99, at_once=1)
    time.sleep(10.1)
    assert take(ledger(), requests=99, at_once=1)[0] > 0


@pytest.mark.skipif(os.name != "posix", reason="elsewhere it can't be told which process is there")
def test_a_run_that_was_killed_blocks_nobody(tmp_path):
    path = tmp_path / LEDGER_NAME
    program = "import os, sys; from pathlib import Path; from bibproof.http import Ledger\n"
    program += "Ledger(Path(sys.argv[1])).take('list', 99, 1.0, 1, 0.25); os._exit(9)"
    subprocess.run([sys.executable, "-c", program, path], check=False)
    with contextlib.closing(Ledger(path)) as ledger:
        assert take(ledger, requests=99, at_once=1)[0] > 0


def test_a_pause_is_for_all_and_has_an_end(ledger, time):
    one, other = ledger(), ledger()
    one.pause("list", 3600)
    assert take(other)[1] == pytest.approx(30)
    time.sleep(30)
    assert take(other)[0] > 0


def test_a_clock_that_was_set_back_holds_nobody_up(ledger, time):
    one, other = ledger(), ledger()
    for _ in range(3):
        take(one)
    one.pause("list", 20)
    time.now -= 3600
    assert take(other)[0] > 0


def spoil(path):
    path.write_bytes(b"no database " * 400)


def write_nonsense(path):
    with contextlib.closing(Ledger(path)) as ledger:
        take(ledger)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE requests SET counts_from = 'soon', ends = 'never', process = 'nobody'")
        connection.execute("INSERT INTO pauses VALUES ('list', 'tomorrow')")


@pytest.mark.parametrize("spoil", [spoil, write_nonsense, lambda path: path.mkdir()])
def test_a_file_that_is_of_no_use_is_done_without(tmp_path, spoil):
    path = tmp_path / LEDGER_NAME
    spoil(path)
    with contextlib.closing(Ledger(path)) as ledger:
        assert [take(ledger, requests=1, at_once=9)[1] for _ in range(2)] in (
            [0, 0],
            [0, pytest.approx(1.2, 0.1)],
        )


def test_a_spoilt_file_is_made_anew(tmp_path):
    path = tmp_path / LEDGER_NAME
    spoil(path)
    for counted in (0, 1):
        with contextlib.closing(Ledger(path)) as ledger:
            take(ledger)
            assert take(ledger)[0] > counted


def test_where_there_is_no_folder_there_is_nobody_else(tmp_path):
    with contextlib.closing(Ledger(tmp_path / "none" / LEDGER_NAME)) as ledger:
        assert [take(ledger, requests=1) for _ in range(5)] == [(0, 0.0)] * 5


def test_a_file_that_somebody_holds_is_not_waited_for_again_and_again(tmp_path, monkeypatch):
    monkeypatch.setattr("bibproof.http.ledger._BUSY_TIMEOUT", 0.01)
    path = tmp_path / LEDGER_NAME
    with contextlib.closing(Ledger(path)) as other:
        take(other)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with contextlib.closing(Ledger(path)) as ledger:
            assert [take(ledger, requests=1) for _ in range(5)] == [(0, 0.0)] * 5


def test_two_clients_on_one_file_meet_no_429(tmp_path):
    with CrossrefServer([WORK], limits="polite") as server, ThreadPoolExecutor(2) as both:

        def run(_):
            with Client(MAILTO, ledger=Ledger(tmp_path / LEDGER_NAME)) as client:
                url = f"{server.url}/works?rows=1"
                return [client.get(url, Lane.LIST, lambda _: True) for _ in range(4)]

        outcomes = [outcome for some in both.map(run, range(2)) for outcome in some]
        assert all(isinstance(outcome, Answer) for outcome in outcomes)
        assert [request.status for request in server.requests] == [200] * 8


@pytest.mark.parametrize(
    ("how", "is_made"), [({}, True), ({"offline": True}, False), ({"use_cache": False}, False)]
)
def test_the_file_stands_beside_the_cache_if_anything_is_asked(tmp_path, how, is_made):
    (tmp_path / "refs.bib").write_text(ENTRY)
    with CrossrefServer([WORK]) as server:
        settings = Settings(
            server.url, server.url, server.url, mailto=MAILTO, cache_dir=tmp_path / "c", **how
        )
        api.check(tmp_path / "refs.bib", settings=settings)
    assert (tmp_path / "c" / LEDGER_NAME).exists() is is_made
    if is_made:
        assert MAILTO.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "c").iterdir())
