"""`check --output`: several reports at once, and nothing lost by it."""

from __future__ import annotations

import json
import sys
from xml.etree import ElementTree as ET

import pytest

from bibproof import cli
from bibproof.plugins import discover

ENTRY = (
    "@article{okafor2015,\n  author = {Okafor, M.},\n  title = {Tidal Mixing},\n  doi = {10.5555/right}\n}\n"
)


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Check refs.bib, in a folder of its own and offline; the exit code, and what is printed where."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(ENTRY)
    (tmp_path / "folder").mkdir()

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["bibproof", "check", "--offline", "refs.bib", *arguments])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        return exit_.value.code, *capsys.readouterr()

    return run


def test_several_reports_at_once(run, tmp_path):
    code, out, err = run("--output", "sarif:a.out", "--output", "b.xml", "--output", "folder/c.HTML")
    assert (code, err) == (3, "")
    assert "okafor2015  unchecked" in out
    assert json.loads((tmp_path / "a.out").read_text("utf-8"))["version"] == "2.1.0"
    assert ET.parse(tmp_path / "b.xml").getroot().tag == "testsuites"
    assert (tmp_path / "folder" / "c.HTML").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("arguments", [("--output", "json:-"), ("--format", "json")])
def test_one_report_is_printed(run, arguments):
    code, out, err = run(*arguments)
    assert (code, err) == (3, "")
    assert json.loads(out)["summary"]["unchecked"] == 1


@pytest.mark.parametrize("form", sorted(discover("bibproof.reports")))
def test_a_file_holds_what_is_printed(run, tmp_path, form):
    code, out, err = run("--format", form, "--output", f"{form}:report")
    assert (code, err) == (3, "")
    assert (tmp_path / "report").read_bytes().decode("utf-8").replace("\r\n", "\n") == out.replace(
        "\r\n", "\n"
    )


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--output", "yaml:out"], "'yaml'"),
        (["--output", "report.pdf"], "sarif:report.pdf"),
        (["--output", "report"], "in which format"),
        (["--output", "-"], "in which format"),
        (["--output", "sarif:"], "after the colon"),
        (["--output", ""], "--output"),
        (["--output", "html:folder"], "folder"),
        (["--output", "none/report.html"], "no such folder"),
        (["--output", "html:refs.bib"], "overwrite"),
        (["--output", "html:./folder/../refs.bib"], "overwrite"),
        (["--output", "json:refs.lock"], "overwrite"),
        (["--output", "a.html", "--output", "html:./a.html"], "twice"),
        (["--output", "json:-", "--output", "csv:-"], "json and csv"),
        (["--output", "json:-", "--format", "text"], "json and text"),
    ],
)
def test_what_can_t_be_written_is_one_line_before_anything_is_asked(
    run, tmp_path, monkeypatch, arguments, part
):
    monkeypatch.setattr("bibproof.api.check", None)
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("bibproof: ")
    assert err.count("\n") == 1
    assert part in err
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "refs.bib").read_text() == ENTRY
