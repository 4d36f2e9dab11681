"""A folder with a bibliography and its lock: checks in it need no network."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

from bibproof import cli
from conftest import ROOT


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """refs.bib is the example as it is cited: year, volume, number and pages of berna2018 are wrong."""
    place = tmp_path / "project"
    place.mkdir()
    shutil.copy(ROOT / "examples" / "as-cited.bib", place / "refs.bib")
    shutil.copy(ROOT / "examples" / "as-cited.lock", place / "refs.lock")
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def bibproof(folder, monkeypatch, capsys):
    """Run the command in that folder; what it exits with, prints, and says on standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["bibproof", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code or 0
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def checked(bibproof):
    """Check offline; the exit code and the report as JSON."""

    def check(*arguments):
        code, out, err = bibproof("check", "--offline", "--format", "json", *(arguments or ["refs.bib"]))
        assert err == ""
        return code, json.loads(out)

    return check


@pytest.fixture
def commented(folder):
    """Write a comment above an entry of refs.bib."""

    def write(comment, key="berna2018"):
        path = folder / "refs.bib"
        text = path.read_text("utf-8")
        assert f"@article{{{key}" in text
        path.write_text(text.replace(f"@article{{{key}", f"{comment}\n@article{{{key}"), "utf-8")

    return write
