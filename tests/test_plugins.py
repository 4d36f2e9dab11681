"""The folder is the list."""

from __future__ import annotations

import itertools
import sys

import pytest

from bibproof.plugins import discover, plugin, plugin_files

_NUMBERS = itertools.count()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Make a package of these files; its name, new each time."""

    def package(**files):
        name = f"plugins_of_a_test_{next(_NUMBERS)}"
        folder = tmp_path / name
        folder.mkdir()
        (folder / "__init__.py").write_text("")
        for file, text in files.items():
            (folder / f"{file}.py").write_text(text)
        monkeypatch.syspath_prepend(tmp_path)
        return name

    yield package
    for module in [module for module in sys.modules if module.startswith("plugins_of_a_test_")]:
        del sys.modules[module]


def test_a_file_is_a_plug_in_by_the_name_that_a_user_types(package):
    found = discover(package(year_mismatch="year_mismatch = 1", json="json = 2", _shared="x = 3"))
    assert dict(found) == {"json": 2, "year-mismatch": 1}


def test_a_name_that_python_keeps_has_an_underscore_behind_it(package):
    assert dict(discover(package(import_="import_ = 1"))) == {"import": 1}


def test_a_file_that_does_not_hold_what_it_is_named_for_is_named(package):
    with pytest.raises(ImportError, match=r"year_mismatch\.py must define 'year_mismatch'"):
        discover(package(year_mismatch="other = 1"))


def test_two_of_one_name_are_refused(package):
    with pytest.raises(ImportError, match="another plug-in named 'one'"):
        discover(package(one="one = 1", one_="one_ = 2"))


def test_one_plug_in_is_had_without_the_others(package):
    name = package(one="one = 1", other="raise RuntimeError", of_two_words="of_two_words = 2")
    assert plugin(name, "one") == 1
    assert plugin(name, "of-two-words") == 2
    assert plugin(name, "three") is None
    assert plugin(name, "../one") is None
    assert set(plugin_files(name)) == {"one", "other", "of-two-words"}
