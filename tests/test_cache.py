"""Answers kept from run to run, and what happens when they can't be."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from bibproof.cache import ABSENCE_AGE, FILE_NAME, RECORD_AGE, SEARCH_AGE, Ages, Cache, NoCache
from fake_time import FakeTime

URL = "https://api.crossref.org"
WORK = {"DOI": "10.5555/1", "title": ["Ma\u0307oße \ud800"]}


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def open_cache(tmp_path, time):
    """Open the cache anew, as the next run does; what it reports is appended to `.reports`."""
    opened = []

    def open_cache():
        cache = Cache.open(tmp_path / "cache", open_cache.reports.append, time.clock)
        opened.append(cache)
        return cache

    open_cache.reports = []
    yield open_cache
    for cache in opened:
        cache.close()


def test_what_was_kept_is_there_in_the_next_run(open_cache):
    cache = open_cache()
    cache.keep_records(URL, {"10.5555/1": WORK, "10.5555/2": None})
    cache.keep_search(URL, "query=mosses", [WORK])
    cache.close()
    cache = open_cache()
    assert cache.records(URL, ["10.5555/1", "10.5555/2", "10.5555/3"]) == {
        "10.5555/1": WORK,
        "10.5555/2": None,
    }
    assert cache.search(URL, "query=mosses") == [WORK]
    assert cache.search(URL, "query=lichens") is None
    assert open_cache.reports == []


def test_services_are_kept_apart(open_cache):
    cache = open_cache()
    cache.keep_records(URL, {"10.5555/1": WORK})
    assert cache.records("https://doi.org", ["10.5555/1"]) == {}


def test_many_at_once(open_cache):
    cache = open_cache()
    dois = [f"10.5555/{number}" for number in range(2500)]
    cache.keep_records(URL, dict.fromkeys(dois, WORK))
    assert len(cache.records(URL, dois)) == 2500


@pytest.mark.parametrize("age", [ABSENCE_AGE, SEARCH_AGE, RECORD_AGE])
def test_answers_grow_old(open_cache, time, age):
    cache = open_cache()
    cache.keep_records(URL, {"10.5555/1": WORK, "10.5555/2": None})
    cache.keep_search(URL, "query=mosses", [WORK])
    time.sleep(age - 1)
    fresh = lambda: (  # noqa: E731 - twice the same look
        len(cache.records(URL, ["10.5555/2"])),
        cache.search(URL, "query=mosses") is not None,
        len(cache.records(URL, ["10.5555/1"])),
    )
    before = fresh()
    time.sleep(2)
    after = fresh()
    position = (ABSENCE_AGE, SEARCH_AGE, RECORD_AGE).index(age)
    assert before[position] == 1
    assert after[position] == 0
    assert after[position + 1 :] == before[position + 1 :]


def test_what_is_old_is_thrown_away(open_cache, time, tmp_path):
    open_cache().keep_records(URL, {"10.5555/1": WORK})
    time.sleep(366 * 86_400)
    open_cache()
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (0,)
    connection.close()


def test_an_answer_from_the_future_is_not_believed(open_cache, time):
    cache = open_cache()
    cache.keep_records(URL, {"10.5555/1": WORK})
    time.now -= 86_400
    assert cache.records(URL, ["10.5555/1"]) == {}


def assert_does_without(cache, reports):
    """It answers nothing, raises nothing, and has said so once."""
    cache.keep_records(URL, {"10.5555/1": WORK})
    cache.keep_search(URL, "query=mosses", [])
    assert cache.records(URL, ["10.5555/1"]) == {}
    assert cache.search(URL, "query=mosses") is None
    cache.close()
    assert len(reports) == 1
    assert "cache" in reports[0]
    assert "\n" not in reports[0]


def test_a_corrupt_file(open_cache, tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / FILE_NAME).write_bytes(b"This is no database at all." * 100)
    assert_does_without(open_cache(), open_cache.reports)


def test_a_file_that_breaks_while_it_is_used(open_cache, tmp_path):
    cache = open_cache()
    cache.keep_records(URL, {f"10.5555/{number}": WORK for number in range(500)})
    cache.close()
    path = tmp_path / "cache" / FILE_NAME
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    cache = open_cache()
    cache.records(URL, [f"10.5555/{number}" for number in range(500)])
    assert_does_without(cache, open_cache.reports)


def test_another_program_s_database(open_cache, tmp_path):
    (tmp_path / "cache").mkdir()
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as connection:
        connection.execute("CREATE TABLE answers (number INTEGER)")
    connection.close()
    assert_does_without(open_cache(), open_cache.reports)


def test_a_file_in_the_folder_s_place(open_cache, tmp_path):
    (tmp_path / "cache").write_text("not a folder")
    assert_does_without(open_cache(), open_cache.reports)


def test_a_file_that_cannot_be_written(open_cache, tmp_path):
    open_cache().close()
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(FAIL, 'disk full'); END"
        )
    connection.close()
    cache = open_cache()
    assert open_cache.reports == []
    assert_does_without(cache, open_cache.reports)


def test_a_folder_that_cannot_be_written_is_read(open_cache, tmp_path, monkeypatch):
    first = open_cache()
    first.keep_records(URL, {"10.5555/1": WORK})
    first.close()
    monkeypatch.setattr("bibproof.cache._answers._connect", read_only)
    cache = open_cache()
    assert cache.records(URL, ["10.5555/1"]) == {"10.5555/1": WORK}
    cache.keep_records(URL, {"10.5555/2": WORK})
    assert cache.records(URL, ["10.5555/2"]) == {}
    assert len(open_cache.reports) == 1
    assert "nothing new is remembered" in open_cache.reports[0]


def read_only(path):
    """What SQLite does where it may read and not write; root may always."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("CREATE TABLE more (x)")
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("column", "value"),
    [("payload", "{not json"), ("payload", b"\x00"), ("stored", "soon")],
)
def test_a_row_that_somebody_has_spoilt_is_not_there(open_cache, tmp_path, column, value):
    cache = open_cache()
    cache.keep_records(URL, {"10.5555/1": WORK, "10.5555/2": WORK})
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as connection:
        connection.execute(f"UPDATE answers SET {column} = ? WHERE key = '10.5555/1'", (value,))
    connection.close()
    assert cache.records(URL, ["10.5555/1", "10.5555/2"]) == {"10.5555/2": WORK}
    assert open_cache.reports == []


def test_a_locked_file(open_cache, tmp_path, monkeypatch):
    monkeypatch.setattr("bibproof.cache._answers._BUSY_TIMEOUT", 0.05)
    cache = open_cache()
    other = sqlite3.connect(tmp_path / "cache" / FILE_NAME)
    other.execute("BEGIN EXCLUSIVE")
    cache.keep_records(URL, {"10.5555/1": WORK})
    other.rollback()
    other.close()
    assert_does_without(cache, open_cache.reports)


def test_many_threads(open_cache):
    cache = open_cache()

    def use(number):
        cache.keep_records(URL, {f"10.5555/{number}": WORK})
        return cache.records(URL, [f"10.5555/{number}"])

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(use, range(200)))
    assert all(found)
    assert open_cache.reports == []


def test_many_processes(open_cache, tmp_path):
    code = (
        "import sys; from pathlib import Path; from bibproof.cache import Cache\n"
        "cache = Cache.open(Path(sys.argv[1]), sys.exit)\n"
        "for number in range(60): cache.keep_records('u', {f'{sys.argv[2]}/{number}': {'n': number}})\n"
        "cache.close()"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    running = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path / "cache", str(number)], env=environment)
        for number in range(3)
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    keys = [f"{process}/{number}" for process in range(3) for number in range(60)]
    # the processes keep the real time, this one does not
    found = Cache.open(tmp_path / "cache", open_cache.reports.append)
    assert len(found.records("u", keys)) == 180
    found.close()
    assert open_cache.reports == []


def test_a_null_cache_keeps_nothing():
    cache = NoCache()
    cache.keep_records(URL, {"10.5555/1": WORK})
    cache.keep_search(URL, "query=mosses", [])
    assert cache.records(URL, ["10.5555/1"]) == {}
    assert cache.search(URL, "query=mosses") is None
    cache.close()


def test_younger_answers_may_be_asked_for_and_the_older_ones_stay(tmp_path):
    time = FakeTime()
    cache = Cache.open(tmp_path, clock=time.clock)
    cache.keep_records(URL, {"10.5555/1": WORK, "10.5555/2": None})
    cache.keep_search(URL, "query=mosses", [WORK])
    cache.close()
    time.sleep(3601)
    strict = Cache.open(tmp_path, clock=time.clock, ages=Ages.at_most(3600))
    assert strict.records(URL, ["10.5555/1", "10.5555/2"]) == {}
    assert strict.search(URL, "query=mosses") is None
    strict.close()
    time.sleep(2 * RECORD_AGE)
    lenient = Cache.open(tmp_path, clock=time.clock, ages=Ages.at_most(3 * RECORD_AGE))
    assert lenient.records(URL, ["10.5555/1", "10.5555/2"]) == {"10.5555/1": WORK}  # an absence has a day
    assert lenient.search(URL, "query=mosses") == [WORK]
    lenient.close()


def test_that_a_search_found_nothing_is_good_for_as_long_as_an_absence(open_cache, time):
    cache = open_cache()
    cache.keep_search(URL, "query=mosses", [])
    time.sleep(ABSENCE_AGE - 1)
    assert cache.search(URL, "query=mosses") == []
    time.sleep(2)
    assert cache.search(URL, "query=mosses") is None


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE answers SET payload = replace(payload, 'M', 'N')",
        "UPDATE answers SET key = '10.5555/2'",
        "UPDATE answers SET payload = substr(payload, 9)",
    ],
)
def test_an_answer_that_is_not_what_was_kept_is_none(tmp_path, spoil):
    cache = Cache.open(tmp_path)
    cache.keep_records(URL, {"10.5555/1": {"DOI": "10.5555/1", "title": ["Mosses"]}})
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute(spoil)
    assert cache.records(URL, ["10.5555/1", "10.5555/2"]) == {}
    cache.close()
