"""A check that is asked again prints what it printed, and is made anew where anything has changed."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import zlib

import pytest

from bibproof import api, cli
from bibproof.cache import FILE_NAME, PRINTED_AGE, Cache, Printed, PrintedReports
from bibproof.cli import _again
from crossref_server import CrossrefServer, Response
from fake_time import FakeTime

BIB = """@article{right2015, author = {Okafor, Ada}, title = {Tidal Mixing in Shallow Estuaries after Floods},
  journal = {Journal of Estuarine Physics}, year = {2016}, volume = {12}, pages = {101--119},
  doi = {10.5555/right}}
"""
RECORD = {
    "DOI": "10.5555/right",
    "type": "journal-article",
    "title": ["Tidal Mixing in Shallow Estuaries after Floods"],
    "author": [{"given": "Ada", "family": "Okafor"}],
    "issued": {"date-parts": [[2015]]},
    "container-title": ["Journal of Estuarine Physics"],
    "volume": "12",
    "page": "101-119",
}


@pytest.fixture
def made(monkeypatch):
    """The checks that were really made."""
    checks, check = [], api.check
    monkeypatch.setattr(api, "check", lambda *files, **how: checks.append(files) or check(*files, **how))
    return checks


@pytest.fixture
def run(monkeypatch, capsysbinary, tmp_path, made):
    """Run `check refs.bib`; what it exits with and prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BIBPROOF_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")

    def run(url, *options):
        monkeypatch.setattr(sys, "argv", ["bibproof", "check", "refs.bib", "--crossref-url", url, *options])
        with pytest.raises(SystemExit) as raised:
            cli.main()
        return raised.value.code, capsysbinary.readouterr().out

    return run


@pytest.fixture(scope="module")
def server():
    with CrossrefServer([RECORD]) as server:
        yield server


def test_what_was_printed_is_printed_again(run, made, server):
    first = run(server.url)
    assert first[0] == 1
    assert b"2015" in first[1]
    assert run(server.url) == first
    assert len(made) == 1


def test_a_long_report_is_printed_in_full_and_again(run, made, server, monkeypatch):
    whole = run(server.url, "--format", "json", "--no-cache")
    monkeypatch.setattr(_again, "_AT_ONCE", 50)
    assert run(server.url, "--format", "json") == whole
    assert run(server.url, "--format", "json") == whole
    assert len(made) == 2


def test_another_form_is_another_question(run, made, server):
    text, json = run(server.url), run(server.url, "--format", "json")
    assert text[1] != json[1]
    assert run(server.url, "--fail-on", "never")[0] == 0
    assert len(made) == 3


def write(path, text):
    path.write_text(text, "utf-8")


CHANGES = {
    "the file": lambda folder, _: write(folder / "refs.bib", BIB.replace("2016", "2015")),
    "a lock": lambda folder, _: write(
        folder / "refs.lock", '{"version": 1, "references": {}, "records": {}}'
    ),
    "the project's settings": lambda folder, _: write(folder / "pyproject.toml", "[tool.bibproof]\n"),
    "settings above": lambda folder, _: write(folder.parent / "bibproof.toml", "\n"),
    "a variable": lambda _, patch: patch.setenv("BIBPROOF_DOI_URL", "http://127.0.0.1:19"),
    "where the repository is": lambda folder, patch: patch.setenv("GITHUB_WORKSPACE", str(folder.parent)),
    "our code": lambda _, patch: patch.setattr(_again, "_code", lambda: iter(["changed"])),
    "the terminal": lambda _, patch: patch.setenv("COLUMNS", "71"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_checked_anew(run, made, server, tmp_path, monkeypatch, change):
    run(server.url)
    change(tmp_path, monkeypatch)
    run(server.url)
    assert len(made) == 2
    (tmp_path.parent / "bibproof.toml").unlink(missing_ok=True)


def test_without_a_cache_nothing_is_printed_again(run, made, server):
    run(server.url, "--no-cache")
    run(server.url, "--no-cache")
    assert len(made) == 2


def test_an_outage_does_not_outlast_itself(run, made):
    with CrossrefServer([RECORD], weather=lambda _: Response(403)) as server:
        assert run(server.url)[0] == 3
        server.weather = lambda _: None
        assert run(server.url)[0] == 1
    assert len(made) == 2


def test_a_file_that_changes_under_the_check_is_not_remembered(run, made, server, tmp_path, monkeypatch):
    check = api.check

    def check_and_change(*files, **how):
        report = check(*files, **how)
        write(tmp_path / "refs.bib", BIB.replace("2016", "2014"))
        return report

    monkeypatch.setattr(api, "check", check_and_change)
    run(server.url)
    write(tmp_path / "refs.bib", BIB)
    run(server.url)
    assert len(made) == 2


def test_a_cache_that_is_spoilt_is_told_of_as_ever(run, made, server, tmp_path):
    run(server.url)
    for path in (tmp_path / "cache").glob(f"{FILE_NAME}*"):
        path.write_bytes(os.urandom(9000))
    assert run(server.url)[0] == 1
    assert len(made) == 2


def test_a_report_that_is_spoilt_is_made_anew(run, made, server, tmp_path):
    first = run(server.url)
    with contextlib.closing(sqlite3.connect(tmp_path / "cache" / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE reports SET output = ?", (b"no report",))
    assert run(server.url) == first
    assert len(made) == 2


def test_neither_address_nor_token_is_kept(run, server, tmp_path, monkeypatch):
    monkeypatch.setenv("BIBPROOF_CROSSREF_TOKEN", "secret-token")
    run(server.url, "--mailto", "jane.roe@example.org")
    kept = b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())
    with contextlib.closing(sqlite3.connect(tmp_path / "cache" / FILE_NAME)) as connection:
        ((printed,),) = connection.execute("SELECT output FROM reports").fetchall()
    kept += zlib.decompress(printed)
    assert b"Okafor" in kept
    assert b"jane.roe" not in kept
    assert b"secret-token" not in kept


def test_where_there_is_no_cache_nothing_is_found_or_kept(tmp_path):
    reports = PrintedReports(tmp_path / "none")
    reports.keep("question", Printed("text", 0))
    assert reports.find("question") is None
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("output", ["text in colour", b"bytes"])
def test_text_stays_text_and_bytes_stay_bytes(tmp_path, output):
    time = FakeTime()
    (tmp_path / FILE_NAME).touch()
    reports = PrintedReports(tmp_path, time.clock)
    reports.keep("question", Printed(output, 1))
    assert reports.find("question") == Printed(output, 1)
    assert reports.find("another") is None
    time.sleep(PRINTED_AGE + 1)
    assert reports.find("question") is None


def test_no_age_at_all_asks_anew(run, made, server):
    run(server.url)
    run(server.url, "--max-age", "0")
    run(server.url, "--max-age", "0")
    assert len(made) == 3


@pytest.mark.parametrize("spoil", ["output = upper(output)", "code = code + 1"])
def test_a_report_that_the_disk_has_spoilt_is_not_printed(tmp_path, spoil):
    kept = PrintedReports(tmp_path)
    Cache.open(tmp_path).close()
    kept.keep("question", Printed("all is well", 0))
    assert kept.find("question") == Printed("all is well", 0)
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute(f"UPDATE reports SET {spoil}")
    assert kept.find("question") is None


@pytest.mark.parametrize("path", ["", "no/where", "x" * 300 + ".bib"])
def test_what_is_no_file_is_said_to_be_none(monkeypatch, capsys, path):
    monkeypatch.setattr(sys, "argv", ["bibproof", "check", path])
    with pytest.raises(SystemExit) as raised:
        cli.main()
    assert raised.value.code == 2
    assert "output" not in capsys.readouterr().err
