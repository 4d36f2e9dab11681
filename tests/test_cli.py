"""The command: what it prints and what it exits with."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading

import pytest

from bibproof import cli
from crossref_server import CrossrefServer, Response
from estuaries import RIGHT

OTHER = RIGHT | {
    "DOI": "10.5555/other",
    "title": ["A catalogue of alpine mosses"],
    "author": [{"given": "Ines", "family": "Moreau"}],
    "container-title": ["Bryological Notes"],
    "issued": {"date-parts": [[2009]]},
    "published-print": {"date-parts": [[2009]]},
    "volume": "40",
    "page": "7-31",
}
RETRACTED = OTHER | {
    "DOI": "10.5555/retracted",
    "title": ["Cold fusion of alpine mosses in dilute acetic solutions"],
    "updated-by": [
        {
            "DOI": "10.5555/notice",
            "type": "retraction",
            "label": "Retraction",
            "source": source,
            "updated": {"date-parts": [[2011, 5, 2]]},
        }
        for source in ("publisher", "retraction-watch")
    ],
}
ENTRY = """@article{okafor2015,
  author = {Okafor, M. and Lindqvist, J.},
  title = {Tidal Mixing in Shallow Estuaries after Spring Floods},
  journal = {J. Estuar. Phys.},
  year = {2015},
  volume = {12},
  number = {2},
  pages = {101--119},
  doi = {10.5555/right}
}
"""
MOSSES = """@article{moreau2009,
  author = {Moreau, Ines},
  title = {Cold fusion of alpine mosses in dilute acetic solutions},
  journal = {Bryological Notes},
  year = {2009}, volume = {40}, number = {2}, pages = {7--31},
  doi = {10.5555/retracted}
}
"""


@pytest.fixture(scope="module")
def server():
    with CrossrefServer([RIGHT, OTHER, RETRACTED], agencies={"10.5281/zenodo.1": "DataCite"}) as server:
        yield server


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the command in an empty folder; what it exits with, prints, and says on standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["bibproof", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def check(run, tmp_path, server, monkeypatch):
    """Check a text against the server; the exit code and the report."""
    monkeypatch.setenv("BIBPROOF_DOI_URL", server.url)
    monkeypatch.setenv("BIBPROOF_DATACITE_URL", server.url)

    def check(text, *options, url=server.url):
        path = tmp_path / "refs.bib"
        path.write_text(text, "utf-8")
        code, out, err = run("check", path, "--format", "json", "--crossref-url", url, "--no-cache", *options)
        assert err == ""
        return code, json.loads(out)

    return check


def verdicts(report):
    return [reference["verdict"] for reference in report["references"]]


def rules(report):
    return [finding["rule"] for reference in report["references"] for finding in reference["findings"]]


def test_a_right_reference_is_verified_and_exits_with_0(check):
    code, report = check(ENTRY)
    assert (code, verdicts(report), rules(report)) == (0, ["verified"], [])
    reference = report["references"][0]
    assert reference["doi"] == "10.5555/right"
    assert reference["record"]["source"] == "crossref"


@pytest.mark.parametrize(
    ("old", "new", "rule", "verdict"),
    [
        ("year = {2015}", "year = {2016}", "year-mismatch", "inaccurate"),
        ("volume = {12}", "volume = {21}", "volume-mismatch", "inaccurate"),
        ("number = {2}", "number = {3}", "number-mismatch", "inaccurate"),
        ("101--119", "201--219", "pages-mismatch", "inaccurate"),
        ("Okafor, M.", "Osborne, T.", "author-mismatch", "inaccurate"),
        ("Shallow Estuaries", "Tropical Estuaries", "title-mismatch", "inaccurate"),
        ("J. Estuar. Phys.", "Bryological Notes", "journal-mismatch", "inaccurate"),
        ("10.5555/right", "10.5555/other", "doi-mismatch", "inaccurate"),
        ("10.5555/right", "10.5555/dead", "doi-not-found", "inaccurate"),
        ("10.5555/right", "see the web", "malformed-doi", "inaccurate"),
    ],
)
def test_each_fault_is_an_error_of_its_field_and_exits_with_1(check, old, new, rule, verdict):
    assert old in ENTRY
    code, report = check(ENTRY.replace(old, new))
    assert (code, verdicts(report)) == (1, [verdict])
    assert rules(report) == [rule]
    finding = report["references"][0]["findings"][0]
    assert finding["severity"] == "error"
    assert report["references"][0]["doi"] == "10.5555/right"


def test_a_work_that_nobody_has_is_not_found(check):
    text = ENTRY.replace("Tidal Mixing in Shallow Estuaries", "Quantum Basket Weaving of Giraffes").replace(
        "Okafor, M. and Lindqvist, J.", "Invented, Name"
    )
    code, report = check(text.replace("  doi = {10.5555/right}\n", ""))
    assert (code, verdicts(report), rules(report)) == (1, ["not-found"], ["not-found"])


def test_a_doi_of_another_work_with_nothing_that_fits_the_rest_is_a_chimera(check):
    text = ENTRY.replace("Tidal Mixing in Shallow Estuaries", "Quantum Basket Weaving of Giraffes").replace(
        "Okafor, M. and Lindqvist, J.", "Invented, Name"
    )
    code, report = check(text.replace("10.5555/right", "10.5555/other"))
    assert (code, verdicts(report)) == (1, ["chimera"])


def test_a_retracted_work_that_is_cited_rightly_is_verified_and_an_error(check):
    code, report = check(MOSSES)
    assert (code, verdicts(report), rules(report)) == (1, ["verified"], ["retracted"])
    notices = report["references"][0]["notices"]
    assert [notice["kind"] for notice in notices] == ["retraction"]


def test_another_agencys_doi_is_no_fault(check):
    code, report = check(ENTRY.replace("10.5555/right", "10.5281/zenodo.1"))
    assert (code, verdicts(report), rules(report)) == (0, ["not-covered"], [])


@pytest.mark.parametrize("doi", ["{10.5555/Mixing.}", '"https://doi.org/10.5555/mixing."'])
def test_a_doi_may_end_with_a_full_stop(check, doi):
    """Some are registered so: https://doi.org/10.17070/aeaas.2014.12.36."""
    with CrossrefServer([RIGHT | {"DOI": "10.5555/mixing."}]) as server:
        code, report = check(ENTRY.replace("{10.5555/right}", doi), url=server.url)
    assert (code, verdicts(report), rules(report)) == (0, ["verified"], [])
    assert report["references"][0]["doi"] == "10.5555/mixing."


def test_a_missing_doi_is_given_in_a_note(check):
    code, report = check(ENTRY.replace("  doi = {10.5555/right}\n", ""))
    assert (code, verdicts(report), rules(report)) == (0, ["verified"], ["missing-doi"])
    assert check(ENTRY.replace("  doi = {10.5555/right}\n", ""), "--fail-on", "note")[0] == 1


def test_an_entry_that_cannot_be_read_is_reported_and_the_others_go_on(check):
    code, report = check("@article{broken, title = {never closed\n\n" + ENTRY)
    assert code == 1
    assert "verified" in verdicts(report)
    assert any(finding["rule"] == "syntax-error" for finding in report["findings"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("options", [(), ("--allow-unchecked",)])
def test_with_the_server_down_everything_is_unchecked(check, options):
    text = ENTRY + MOSSES + ENTRY.replace("okafor2015", "b").replace("  doi = {10.5555/right}\n", "")
    code, report = check(text, *options, url=f"http://127.0.0.1:{free_port()}")
    assert verdicts(report) == ["unchecked"] * 3
    assert report["summary"]["errors"] == 0
    assert code == (0 if options else 3)


def test_offline_without_a_lock_everything_is_unchecked_and_no_socket_is_opened(check, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    code, report = check(ENTRY, "--offline")
    assert (code, verdicts(report)) == (3, ["unchecked"])


def test_nothing_is_written_to_or_beside_a_file_that_is_checked(check, tmp_path):
    check(ENTRY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["refs.bib"]
    assert (tmp_path / "refs.bib").read_text("utf-8") == ENTRY


def test_a_thousand_dois_cost_few_requests(run, tmp_path):
    works = [
        RIGHT | {"DOI": f"10.5555/{number}", "page": f"{number}-{number + 5}"} for number in range(1, 1001)
    ]
    entries = [
        ENTRY.replace("okafor2015", f"k{number}")
        .replace("10.5555/right", f"10.5555/{number}")
        .replace("101--119", f"{number}--{number + 5}")
        for number in range(1, 1001)
    ]
    (tmp_path / "many.bib").write_text("\n".join(entries), "utf-8")
    with CrossrefServer(works) as server:
        network = ("--crossref-url", server.url, "--no-cache", "--mailto", "jane.roe@example.org")
        code, out, _ = run("check", "many.bib", "--format", "json", *network)
        assert len(server.requests) <= 30
    report = json.loads(out)
    assert (code, report["summary"]["verified"]) == (0, 1000)


# --- locks and the cache


def test_a_lock_serves_offline(run, tmp_path, server, monkeypatch):
    monkeypatch.setenv("BIBPROOF_DOI_URL", server.url)
    monkeypatch.setenv("BIBPROOF_DATACITE_URL", server.url)
    (tmp_path / "refs.bib").write_text(ENTRY + MOSSES, "utf-8")
    code, _, err = run("lock", "refs.bib", "--crossref-url", server.url, "--no-cache")
    assert (code, err) == (1, "")  # the retraction
    lock = json.loads((tmp_path / "refs.lock").read_text("utf-8"))
    assert lock["references"]["okafor2015"]["doi"] == "10.5555/right"
    code, out, _ = run("check", "refs.bib", "--offline", "--no-cache", "--format", "json")
    assert (code, verdicts(json.loads(out))) == (1, ["verified", "verified"])
    assert run("check", "refs.bib", "--offline", "--no-cache", "--no-lock")[0] == 3


UNDATED = ENTRY.replace("  doi = {10.5555/right}\n", "")
EVERY_KIND = {
    "right": ENTRY,
    "no-doi": UNDATED,
    "alias": ENTRY.replace("10.5555/right", "10.5555/alias"),
    "wrong-year": ENTRY.replace("year = {2015}", "year = {2011}"),
    "wrong-doi": ENTRY.replace("10.5555/right", "10.5555/other"),
    "dead-doi": ENTRY.replace("10.5555/right", "10.5555/dead"),
    "retracted": MOSSES,
    "elsewhere": ENTRY.replace("10.5555/right", "10.5281/zenodo.1"),
    "page": "@online{page, title = {A page}, url = {https://example.org}}",
    "unknown": UNDATED.replace("Okafor, M.", "Nobody, N.").replace("Tidal Mixing", "Basket Weaving"),
}


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_with_the_lock_the_verdict_is_the_same_as_without(run, tmp_path, monkeypatch, kind):
    (tmp_path / "refs.bib").write_text(EVERY_KIND[kind], "utf-8")
    with CrossrefServer(
        [RIGHT, OTHER, RETRACTED],
        aliases={"10.5555/alias": "10.5555/right"},
        agencies={"10.5281/zenodo.1": "DataCite"},
    ) as server:
        monkeypatch.setenv("BIBPROOF_DOI_URL", server.url)
        monkeypatch.setenv("BIBPROOF_DATACITE_URL", server.url)
        reports = []
        for command in ("check", "lock", "check", "lock"):
            form = ("--format", "json") if command == "check" else ()
            network = ("--crossref-url", server.url, "--no-cache", "--mailto", "jane.roe@example.org")
            _, out, err = run(command, "refs.bib", *form, *network)
            assert err == ""
            if form:
                reports.append([(r["verdict"], r["doi"]) for r in json.loads(out)["references"]])
            else:
                reports.append((tmp_path / "refs.lock").read_bytes())
    without, first_lock, within, second_lock = reports
    assert within == without
    assert second_lock == first_lock


def test_a_lock_that_cannot_be_refreshed_keeps_what_it_held(run, tmp_path, server):
    (tmp_path / "refs.bib").write_text(ENTRY, "utf-8")
    run("lock", "refs.bib", "--crossref-url", server.url, "--no-cache")
    before = (tmp_path / "refs.lock").read_bytes()
    dead = f"http://127.0.0.1:{free_port()}"
    assert run("lock", "refs.bib", "--refresh", "--crossref-url", dead, "--no-cache")[0] == 3
    assert (tmp_path / "refs.lock").read_bytes() == before


def test_a_second_run_asks_nothing(run, tmp_path):
    (tmp_path / "refs.bib").write_text(
        ENTRY + ENTRY.replace("  doi = {10.5555/right}\n", "").replace("2015,", "x,")
    )
    with CrossrefServer([RIGHT]) as server:
        arguments = ("check", "refs.bib", "--crossref-url", server.url, "--cache-dir", tmp_path / "cache")
        first = run(*arguments)
        asked = len(server.requests)
        assert asked > 0
        assert run(*arguments) == first
        assert len(server.requests) == asked
        assert run(*arguments, "--offline") == first


# --- bad input


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("check", "none.bib"), "none.bib"),
        (("check", "folder"), "folder"),
        (("check", "image.bib"), "image.bib"),
        (("check", "good.bib", "--format", "yaml"), "yaml"),
        (("check", "good.bib", "--crossref-url", "ftp://example.org"), "ftp://example.org"),
        (("check", "good.bib", "--crossref-url", "http://example.org"), "https"),
        (("check", "good.bib", "--crossref-url", "nonsense"), "nonsense"),
        (("check", "good.bib", "--crossref-url", ""), "--crossref-url"),
        (("check", "good.bib", "--crossref-url", "https://example.org/?"), "query"),
        (("check", "good.bib", "--crossref-url", "s3cret:pw@example.org"), "'example.org'"),
        (("check", "good.bib", "--mailto", "nobody", "--offline"), "mailto"),
        (("check", "good.bib", "--cache-dir", ""), "--cache-dir"),
        (("check", "ris.bib"), "looks like RIS"),
        (("check", "page.html"), "no reference was found"),
        (("check", "prose.txt"), "no reference was found"),
        (("check", "good.bib", "--fail-on", "sometimes"), "sometimes"),
        (("check", "good.bib", "--no-such-option"), "--no-such-option"),
        (("check", "badlock.bib"), "badlock.lock"),
        (("check",), "FILE"),
        (("no-such-command",), "no-such-command"),
        (("rules", "no-such-rule"), "no-such-rule"),
        (("lock", "none.bib"), "none.bib"),
        (("lock", "good.lock"), "good.lock"),
        (("lock", "empty.bib"), "empty.bib"),
        (("lock", "prose.txt"), "prose.txt"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_2(run, tmp_path, arguments, part):
    (tmp_path / "folder").mkdir()
    (tmp_path / "image.bib").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "good.bib").write_text(ENTRY)
    (tmp_path / "good.lock").write_text('{"version": 1, "references": {}, "records": {}}')
    (tmp_path / "empty.bib").write_text("% nothing yet\n")
    (tmp_path / "ris.bib").write_text("TY  - JOUR\nER  - \n")
    (tmp_path / "page.html").write_text("<!DOCTYPE html><html><body>Sign in</body></html>")
    (tmp_path / "prose.txt").write_text("A text; write to me@example.org.\n")
    (tmp_path / "badlock.bib").write_text(ENTRY)
    (tmp_path / "badlock.lock").write_text("{")
    before = {path: path.stat() for path in tmp_path.iterdir()}
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("bibproof: ")
    assert part in err
    assert {path: path.stat() for path in tmp_path.iterdir()} == before


def test_the_version(run):
    from bibproof import __version__

    assert run("--version") == (0, f"bibproof {__version__}\n", "")


def test_rules_are_listed_and_shown(run):
    code, out, _ = run("rules")
    assert code == 0
    assert "year-mismatch" in out
    code, out, _ = run("rules", "year-mismatch")
    assert code == 0
    assert "How to settle it" in out


def test_help_names_the_exit_codes(run):
    code, out, _ = run("--help")
    assert code == 0
    for code_ in "0123":
        assert re.search(rf"^    {code_}  \w", out, re.MULTILINE)


def test_without_a_command_the_help_is_shown_and_nothing_is_done(run):
    code, out, err = run()
    assert (code, out) == (2, "")
    assert "\n  check " in err


def test_a_dead_doi_of_whatever_kind_is_not_found(check):
    code, report = check("@misc{page, title = {A page of old}, doi = {10.5555/nowhere}}")
    assert (code, verdicts(report)) == (1, ["not-found"])
    assert "doi-not-found" in rules(report)


def test_an_entry_that_names_nothing_is_unchecked_and_says_why(check):
    code, report = check("@article{k, journal = {J. Estuar. Phys.}, year = {2015}}")
    assert (code, verdicts(report)) == (3, ["unchecked"])
    assert "no title" in report["references"][0]["reason"]


def test_an_empty_file_is_clean(check):
    code, report = check("")
    assert (code, report["references"]) == (0, [])


def test_a_mail_address_is_given_to_crossref_and_to_nobody_else(run, tmp_path, server):
    (tmp_path / "refs.bib").write_text(ENTRY, "utf-8")
    code, out, err = run(
        "check", "refs.bib", "--crossref-url", server.url, "--mailto", "someone@example.org",
        "--cache-dir", tmp_path / "cache", "--format", "json",
    )  # fmt: skip
    assert code == 0
    assert "someone" not in out + err
    assert any("someone" in str(request) for request in server.requests)
    assert all(
        b"someone" not in path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()
    )


# --- what goes wrong besides


def test_a_fault_of_our_own_is_one_line_and_not_1(run, tmp_path, monkeypatch):
    def fail(*_args, **_named):
        raise ZeroDivisionError("three\nlines\nlong")

    (tmp_path / "refs.bib").write_text(ENTRY)
    monkeypatch.setattr("bibproof.api.check", fail)
    code, out, err = run("check", "refs.bib", "--offline")
    assert (code, out, err.count("\n")) == (70, "", 1)
    assert "ZeroDivisionError: three lines long" in err
    monkeypatch.setenv("BIBPROOF_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("check", "refs.bib", "--offline")


def test_an_interrupt_is_one_line_and_130(run, tmp_path, monkeypatch):
    def interrupt(*_args, **_named):
        raise KeyboardInterrupt

    (tmp_path / "refs.bib").write_text(ENTRY)
    monkeypatch.setattr("bibproof.api.check", interrupt)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    code, out, err = run("check", "refs.bib", "--offline")
    assert (code, out, err.strip()) == (130, "", "bibproof: interrupted")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell and /dev/full")
@pytest.mark.parametrize(
    ("redirect", "code", "error"),
    [
        (">&-", 0, ""),
        ("2>&-", 0, None),
        (">/dev/full", 2, "bibproof: the output could not be written (No space left on device)\n"),
    ],
)
def test_streams_that_are_closed_or_full(tmp_path, root, redirect, code, error):
    command = f"{sys.executable} -m bibproof check --offline references.bib {redirect}"
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert error is None or done.stderr == error


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_an_interrupt_does_not_wait_for_requests_under_way(tmp_path):
    (tmp_path / "refs.bib").write_text(ENTRY.replace("  doi = {10.5555/right}\n", ""))
    asked = threading.Event()

    def weather(_request):
        asked.set()
        return Response(delay=20)

    with CrossrefServer([RIGHT], weather=weather) as server:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "bibproof",
                "check",
                "refs.bib",
                "--no-cache",
                "--crossref-url",
                server.url,
            ],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert asked.wait(30)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=15)
    assert (process.returncode, err.strip().splitlines()[-1]) == (130, "bibproof: interrupted")


# --- as a process


def test_as_a_module_in_a_plain_locale(root, tmp_path):
    shutil.copy(root / "examples" / "as-cited.bib", tmp_path)
    shutil.copy(root / "examples" / "as-cited.lock", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "bibproof", "check", "as-cited.bib", "--offline"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"patten2018" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("plain", [False, True])
def test_on_a_terminal_the_same_words_have_colours(root, plain):
    """Colour on a terminal, none where NO_COLOR is set; the words are those of the plain text."""
    import pty

    command = [sys.executable, "-m", "bibproof", "check", "--offline", "examples/as-cited.bib"]
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    env |= {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "TERM": "xterm"}
    expected = subprocess.run(command, cwd=root, env=env, capture_output=True, check=False).stdout
    terminal, end = pty.openpty()
    with subprocess.Popen(
        command, cwd=root, env=env | {"NO_COLOR": "1"} if plain else env, stdout=end, stderr=subprocess.PIPE
    ) as process:
        os.close(end)
        printed = b""
        with contextlib.suppress(OSError), open(terminal, "rb", buffering=0) as screen:  # noqa: PTH123 - a number, no path
            while part := screen.read(4096):
                printed += part
        assert process.wait() == 1
        assert process.stderr.read() == b""
    assert (b"\x1b[31m" in printed) is not plain
    words = re.sub(rb"\x1b\[\d*m", b"", printed).replace(b"\r\n", b"\n")
    assert [line.rstrip() for line in words.splitlines()] == expected.splitlines()
