"""What a project sets, and where it is looked for."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import pytest

from bibproof.config import Config, find_config
from bibproof.config._table import NAMES
from bibproof.errors import FileError
from bibproof.readers.bibtex import bibtex
from bibproof.suppression import comments_in
from conftest import ROOT

TABLE = '[tool.bibproof.journals]\n"The Lancet" = "Lancet"\n'


def test_the_nearest_file_counts(tmp_path):
    inner = tmp_path / "paper" / "parts"
    inner.mkdir(parents=True)
    assert find_config(inner) == Config()
    (tmp_path / "pyproject.toml").write_text(TABLE)
    assert dict(find_config(inner).journals) == {"The Lancet": "Lancet"}
    (tmp_path / "paper" / "bibproof.toml").write_text('journals = {"Gut" = "Gut"}')
    assert dict(find_config(inner).journals) == {"Gut": "Gut"}


def test_a_project_file_that_sets_nothing_is_passed_over(tmp_path):
    inner = tmp_path / "paper"
    inner.mkdir()
    (tmp_path / "pyproject.toml").write_text(TABLE)
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert dict(find_config(inner).journals) == {"The Lancet": "Lancet"}


@pytest.mark.parametrize(
    "text", ["[tool.bibproof", "[tool.bibproof]\njournals = 3", "[tool.bibproof]\njournals = {x = 3}"]
)
def test_what_makes_no_sense_is_said_in_one_line(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(FileError, match=r"pyproject\.toml: [^\n]+$"):
        find_config(tmp_path)


def test_the_documents_have_every_setting_and_their_example_is_understood(tmp_path):
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    (tmp_path / "pyproject.toml").write_text(example, "utf-8")
    config = find_config(tmp_path)
    assert set(tomllib.loads(example)["tool"]["bibproof"]) == set(NAMES)
    policy = config.policy()
    assert (policy.fail_on, policy.lock) == ("warning", "require")
    assert policy.baseline == tmp_path / "bibproof-baseline.json"
    assert policy.per_key["kim2020"][0].until == date(2027, 1, 31)
    assert [each.pattern for each in policy.per_file] == ["old/*.bib", "talks.bib"]


def test_the_comments_that_the_documents_show_are_understood():
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    (example,) = re.findall(r"^```bibtex\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    other = re.search(r"`(@comment\{bibproof[^`]*\})`", text)[1]
    for comment in (example, f"{other}\n@misc{{a, title = {{T}}}}"):
        (found,) = comments_in(bibtex(comment, None))
        assert (found.fault, found.reason) == (None, "online first")
