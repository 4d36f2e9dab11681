"""What every command that uses the network has: options, logs, progress, and an end by interrupt."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

import bibproof
from bibproof import cli
from bibproof.cli._progress import Lines
from bibproof.cli._run import network_options
from bibproof.cli.check import check
from crossref_server import CrossrefServer, Response
from fake_time import FakeTime

MAILTO = "jane.roe+refs@example.org"
TOKEN = "s3cret-T0ken-of-Jane"
SECRETS = ("jane.roe", "example.org", "s3cret", "T0ken-of")
WORKS = [
    {
        "DOI": f"10.5555/{name}",
        "type": "journal-article",
        "title": [f"Tidal mixing in {name} estuaries"],
        "author": [{"given": "Maria", "family": "Okafor"}],
        "issued": {"date-parts": [[2015]]},
        "container-title": ["Journal of Estuaries"],
        "volume": "12",
        "page": "101-119",
    }
    for name in ("shallow", "deep", "frozen")
]


def entry(name, *, doi=True):
    cited = f", doi = {{10.5555/{name}}}" if doi else ""
    return (
        f"@article{{{name}, author = {{Okafor, Maria}}, title = {{Tidal mixing in {name} estuaries}},\n"
        f"  journal = {{Journal of Estuaries}}, year = {{2015}}, volume = {{12}}, pages = {{101--119}}"
        f"{cited}}}\n"
    )


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the command in a folder with `refs.bib`; what it exits with, prints, and says on standard error."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(entry("shallow") + entry("deep", doi=False), "utf-8")

    def run(*arguments, url=None):
        if url is not None:
            for name in ("CROSSREF", "DOI", "DATACITE"):
                monkeypatch.setenv(f"BIBPROOF_{name}_URL", url)
        monkeypatch.setattr(sys, "argv", ["bibproof", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return run


# --- options


def test_the_options_and_variables_are_in_the_readme_and_in_the_help(root, run):
    options = {name for option in network_options(lambda: None).__click_params__ for name in option.opts}
    source = (root / "src" / "bibproof" / "settings.py").read_text("utf-8")
    variables = set(re.findall(r'"(BIBPROOF_\w+)"', source))
    assert {"--timeout", "--retries", "--max-age", "--jobs", "--verbose", "--debug"} <= options
    assert {"BIBPROOF_CROSSREF_TOKEN", "BIBPROOF_DATACITE_URL"} <= variables
    readme, helped = (root / "README.md").read_text("utf-8"), run("--help")[1] + run("check", "--help")[1]
    for name in options - {"-v"} | variables:
        assert name in readme, name
        assert name in helped, name


@pytest.mark.parametrize("command", ["check", "lock", "render"])
def test_every_command_that_uses_the_network_has_them(run, command):
    _, out, _ = run(command, "--help")
    assert all(option in out for option in ("--timeout", "--retries", "--max-age", "--jobs", "--debug"))


@pytest.mark.parametrize(
    "arguments",
    [
        *[("--timeout", value) for value in ("0", "-1", "soon", "nan", "inf")],
        *[("--retries", value) for value in ("-1", "1.5")],
        *[("--jobs", value) for value in ("0", "-3", "all")],
        *[("--max-age", value) for value in ("-1", "inf", "old")],
    ],
)
def test_a_number_that_makes_no_sense_is_one_line_and_exit_2(run, arguments):
    code, out, err = run("check", "refs.bib", "--offline", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert arguments[0] in err


def test_retries_and_jobs_are_kept(run):
    def weather(request):
        return Response(503) if request.path.startswith("/works") else None

    with CrossrefServer(WORKS, weather=weather) as server:
        code, _, _ = run("check", "refs.bib", "--no-cache", "--retries", 0, "--jobs", 1, url=server.url)
        asked = [request.lane for request in server.requests]
    assert code == 3
    assert asked.count("array") == 2  # the one with a DOI, and the search for the other


def test_a_timeout_is_kept(run):
    with CrossrefServer(WORKS, weather=lambda _: Response(delay=5)) as server:
        code, out, _ = run(
            "check", "refs.bib", "--no-cache", "--timeout", 0.2, "--retries", 0, url=server.url
        )
    assert code == 3
    assert "did not answer in time" in out


def test_an_answer_older_than_max_age_is_asked_for_again(run, tmp_path):
    with CrossrefServer(WORKS) as server:
        options = ("check", "refs.bib", "--cache-dir", tmp_path / "cache", "--mailto", MAILTO)
        run(*options, url=server.url)
        asked = len(server.requests)
        run(*options, "--max-age", 1)
        assert len(server.requests) == asked
        run(*options, "--max-age", 0)
        assert len(server.requests) == 2 * asked


# --- a lock that is old


@pytest.mark.parametrize(("days", "stale"), [(0, True), (29, True), (31, False), (None, False)])
def test_a_lock_is_stale_after_max_age(run, tmp_path, days, stale):
    day = date.today() - timedelta(days=30)
    with CrossrefServer(WORKS) as server:
        run("lock", "refs.bib", "--no-cache", "--mailto", MAILTO, url=server.url)
    path = tmp_path / "refs.lock"
    path.write_text(path.read_text("utf-8").replace(date.today().isoformat(), day.isoformat()), "utf-8")
    options = () if days is None else ("--max-age", days)
    code, out, _ = run("check", "refs.bib", "--offline", "--no-cache", "--format", "json", *options)
    report = json.loads(out)
    found = [finding for one in report["references"] for finding in one["findings"]]
    told = [(finding["key"], finding["severity"]) for finding in found if finding["rule"] == "stale-lock"]
    assert told == ([("shallow", "warning"), ("deep", "warning")] if stale else [])
    assert (code, report["summary"]["verified"]) == (0, 2)
    assert {one["record"]["retrieved"] for one in report["references"]} == {day.isoformat()}
    assert f"records of {day}" in run("check", "refs.bib", "--offline", "--no-cache", *options)[1]


# --- secrets


def test_the_token_goes_to_crossref_alone_and_is_shown_to_nobody(run, tmp_path, monkeypatch):
    """In no report, log, message, cache or lock, whatever the weather."""
    monkeypatch.setenv("BIBPROOF_CROSSREF_TOKEN", TOKEN)
    elsewhere = entry("nowhere").replace("10.5555/nowhere", "10.5281/zenodo.1") + entry("lost")
    (tmp_path / "refs.bib").write_text(entry("shallow") + entry("deep", doi=False) + elsewhere, "utf-8")
    shown = []

    def weather(request):
        if request.path.startswith("/doiRA"):
            return Response(503)
        if "lost" in request.path:
            return Response(302, headers={"location": f"http://localhost:9{request.path}"})
        return None

    with CrossrefServer(WORKS, weather=weather) as server:
        network = ("--mailto", MAILTO, "--cache-dir", tmp_path / "cache", "--retries", 1)
        for command in ("check", "lock"):
            for options in ((), ("-v",), ("--debug",)):
                shown += run(command, "refs.bib", *network, *options, url=server.url)[1:]
        shown += run("check", "refs.bib", *network, "--format", "json", "--debug")[1:]
        with_token = {request.lane for request in server.requests if TOKEN in str(request.headers)}
        without = {request.lane for request in server.requests if TOKEN not in str(request.headers)}
    assert with_token == {"single", "array"}
    assert without >= {"datacite"}
    assert without <= {"doi", "datacite"}
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.name != "refs.bib"]
    assert len(kept) >= 2
    for text in (*shown, *(data.decode("utf-8", "replace") for data in kept)):
        assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_token_follows_a_redirect_to_another_host(run, monkeypatch, status):
    monkeypatch.setenv("BIBPROOF_CROSSREF_TOKEN", f"Bearer {TOKEN}")
    with CrossrefServer(WORKS) as other:

        def weather(request):
            return Response(status, headers={"location": f"{other.url}{request.path}"})

        with CrossrefServer(WORKS, weather=weather) as server:
            code, _, _ = run("check", "refs.bib", "--no-cache", "--retries", 0, url=server.url)
            sent = [request.headers.get("crossref-plus-api-token") for request in server.requests]
        assert (code, other.requests) == (3, [])
    assert set(sent) == {f"Bearer {TOKEN}"}


def test_a_token_that_is_none_is_not_repeated(run, monkeypatch):
    monkeypatch.setenv("BIBPROOF_CROSSREF_TOKEN", f"{TOKEN} {TOKEN}\n")
    code, _, err = run("check", "refs.bib")
    assert (code, err.count("\n")) == (2, 1)
    assert "s3cret" not in err


def test_settings_show_no_secret():
    shown = repr(bibproof.Settings(mailto=MAILTO, crossref_token=TOKEN))
    assert not [secret for secret in SECRETS if secret in shown]


@pytest.mark.parametrize("variable", ["BIBPROOF_CROSSREF_URL", "BIBPROOF_DOI_URL", "BIBPROOF_DATACITE_URL"])
@pytest.mark.parametrize("url", ["http://example.org", "ftp://127.0.0.1", "nonsense"])
def test_an_address_is_https_or_on_loopback(run, monkeypatch, variable, url):
    monkeypatch.setenv(variable, url)
    code, out, err = run("check", "refs.bib", "--offline")
    assert (code, out, err.count("\n")) == (2, "", 1)


# --- logs


def test_verbose_tells_of_retries_and_the_cache_and_debug_of_each_request(run, tmp_path):
    failed = []

    def weather(request):
        if request.lane == "array" and not failed:
            failed.append(request)
            return Response(503)
        return None

    with CrossrefServer(WORKS, weather=weather) as server:
        network = ("check", "refs.bib", "--mailto", MAILTO, "--cache-dir", tmp_path / "cache")
        quiet, verbose = run(*network, "-v", url=server.url), run(*network, "-v")
        debug = run(*network, "--no-cache", "--debug")
    assert "is out of order (503): once more in" in quiet[2]
    assert "the cache has 1 of 1 answers" in verbose[2]
    assert re.search(r"^bibproof: 200 in \d\.\d\d s: http://\S+/works\?filter=doi:", debug[2], re.MULTILINE)
    for _, _, err in (quiet, verbose, debug):
        assert all(line.startswith("bibproof: ") for line in err.splitlines())


# --- progress


def test_lines_come_late_and_seldom_and_tell_rate_and_time_left():
    clock, lines = FakeTime(), []
    progress = Lines(lines.append, quiet_for=10, every=10, clock=clock.clock)
    for done in range(1, 101):
        progress("references", done, 100)
        clock.sleep(0.5)
    assert lines == [
        "references: 21 of 100, 2.0 a second, about 0:40 left",
        "references: 41 of 100, 2.0 a second, about 0:30 left",
        "references: 61 of 100, 2.0 a second, about 0:20 left",
        "references: 81 of 100, 2.0 a second, about 0:10 left",
    ]


def test_a_short_run_says_nothing(run):
    with CrossrefServer(WORKS) as server:
        assert run("check", "refs.bib", "--mailto", MAILTO, url=server.url)[2] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("ci", [False, True])
def test_a_bar_is_for_a_terminal_outside_ci(run, tmp_path, ci):
    import pty  # there is none on Windows

    with CrossrefServer(WORKS) as server:
        env = {name: value for name, value in environment(server).items() if name != "CI"}
        terminal, end = pty.openpty()
        process = subprocess.Popen(
            command(),
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=end,
            env=env | ({"CI": "true"} if ci else {}),
        )
        os.close(end)
        said = b""
        while part := _read(terminal):
            said += part
        assert process.wait(30) == 0
        os.close(terminal)
    assert (b"references" in said) is not ci


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so at the end
        return b""


def environment(server):
    services = {f"BIBPROOF_{name}_URL": server.url for name in ("CROSSREF", "DOI", "DATACITE")}
    return {**os.environ, **services, "TERM": "xterm", "COLUMNS": "100"}


def command(*options):
    return [sys.executable, "-m", "bibproof", "check", "refs.bib", "--mailto", MAILTO, *options]


# --- an interrupt


def test_what_the_help_calls_the_default_is_the_default():
    told = {option.name: option.help for option in check.params if getattr(option, "help", None)}
    settings = bibproof.Settings()
    assert f"(default: {settings.retries})" in told["retries"]
    assert f"(default: {settings.timeout:g})" in told["timeout"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_an_interrupt_while_the_modules_are_read_is_one_line(tmp_path):
    """A module that is read early sends the signal; `bibproof` is started as it is installed."""
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.abc, os, signal, sys\n"
        "class Interrupting(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'bibproof.cli._run':\n"
        "            os.kill(os.getpid(), int(os.environ['SIGN']))\n"
        "sys.meta_path.insert(0, Interrupting())\n",
        "utf-8",
    )
    for sign in (signal.SIGINT, signal.SIGTERM):
        told = subprocess.run(
            [sys.executable, "-m", "bibproof", "rules"],
            env={**os.environ, "PYTHONPATH": str(tmp_path), "SIGN": str(int(sign))},
            capture_output=True,
            check=False,
        )
        assert (told.returncode, told.stderr) == (130, b"bibproof: interrupted\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize(
    ("sign", "form"), [(signal.SIGINT, "json"), (signal.SIGTERM, "json"), (signal.SIGINT, "text")]
)
def test_an_interrupt_leaves_a_partial_report_and_the_answers_that_came(run, tmp_path, sign, form):
    """The first reference is decided, the search for the second is never answered."""
    searching = threading.Event()

    def weather(request):
        if "query.bibliographic" not in request.query:
            return None
        searching.set()
        return Response(delay=20)

    options = ("--format", form, "--cache-dir", str(tmp_path / "cache"))
    with CrossrefServer(WORKS, weather=weather) as server:
        first = subprocess.Popen(
            command(*options),
            cwd=tmp_path,
            env=environment(server),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert searching.wait(30)
        wait_for_the_cache(tmp_path / "cache", server)
        first.send_signal(sign)
        out, err = first.communicate(timeout=15)
        assert (first.returncode, err.decode().splitlines()[-1]) == (130, "bibproof: interrupted")
        if form == "text":
            assert out.decode().startswith("Interrupted: 1 of 2 references decided, the rest unchecked\n")
            return
        report = json.loads(out)
        told = [(one["key"], one["verdict"], one["reason"]) for one in report["references"]]
        assert told == [("shallow", "verified", None), ("deep", "unchecked", "interrupted")]
        assert report["complete"] is False
        server.weather = lambda _: None
        asked = len(server.requests)
        code, out, _ = run("check", "refs.bib", *options, "--mailto", MAILTO, url=server.url)
        assert (code, json.loads(out)["complete"]) == (0, True)
        assert len(server.requests) == asked + 1


def wait_for_the_cache(folder: Path, server) -> None:
    """Until what was answered has been kept and decided on: a moment behind the answer."""
    import sqlite3
    import time

    for _ in range(300):
        time.sleep(0.05)
        files = list(folder.glob("answers-*.sqlite3"))
        if files and sqlite3.connect(files[0]).execute("SELECT count(*) FROM answers").fetchone()[0]:
            time.sleep(0.3)
            return
    raise AssertionError("nothing was kept")


def test_an_interrupted_lock_is_left_as_it_was(run, tmp_path, monkeypatch):
    with CrossrefServer(WORKS) as server:
        run("lock", "refs.bib", "--no-cache", "--mailto", MAILTO, url=server.url)
        before = (tmp_path / "refs.lock").read_bytes()

        def interrupt(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr("bibproof.lookup._standings", interrupt)
        code, out, err = run("lock", "refs.bib", "--refresh", "--mailto", MAILTO, url=server.url)
    assert (code, err) == (130, "bibproof: interrupted: the lock is left as it was\n")
    assert out.startswith("Interrupted: ")
    assert (tmp_path / "refs.lock").read_bytes() == before


def test_from_python_an_interrupt_is_one(tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("bibproof.lookup._standings", interrupt)
    (tmp_path / "refs.bib").write_text(entry("shallow"), "utf-8")
    with pytest.raises(KeyboardInterrupt) as interrupted:
        bibproof.check(tmp_path / "refs.bib", settings=bibproof.Settings(offline=True, use_cache=False))
    assert interrupted.value.report.unchecked == 1
    assert check.name == "check"
