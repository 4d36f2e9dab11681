"""What a project sets, and where it is looked for."""

from __future__ import annotations

import pytest

from bibproof.config import Config, find_config
from bibproof.errors import FileError

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
