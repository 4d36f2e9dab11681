"""`pytest --bibproof references.bib`, in a pytest of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial

import pytest

from conftest import ROOT

pytest_plugins = ["pytester"]


@pytest.fixture
def arguments(pytester):
    """What pytest is called with in an empty folder: the plug-in, and no network."""
    pytester.makeini("[pytest]\nfilterwarnings = error\n")
    plugins = () if is_installed() else ("-p", "bibproof.pytest_plugin")
    return ("-p", "no:cacheprovider", *plugins, "--bibproof-offline")


@pytest.fixture
def run(pytester, arguments):
    """Run that pytest, in this process."""
    return partial(pytester.runpytest_inprocess, *arguments)


@pytest.fixture
def run_apart(pytester, arguments):
    """The same in a process of its own: the errors that it catches are imported once there."""
    return partial(pytester.runpytest_subprocess, *arguments)


def is_installed():
    from importlib.metadata import entry_points

    return any(one.value == "bibproof.pytest_plugin" for one in entry_points(group="pytest11"))


def copy(folder, name):
    for suffix in (".bib", ".lock"):
        source = ROOT / "examples" / f"{name}{suffix}" if name == "as-cited" else ROOT / f"{name}{suffix}"
        shutil.copy(source, folder / f"{name}{suffix}")


def test_one_test_a_reference(run, pytester):
    copy(pytester.path, "references")
    result = run("--bibproof", "references.bib", "-v")
    result.assert_outcomes(passed=10)
    result.stdout.fnmatch_lines(["*collected 10 items", "references.bib::berna2018 PASSED*"])


def test_what_is_wrong_fails_with_its_findings(run, pytester):
    copy(pytester.path, "as-cited")
    result = run("--bibproof", "as-cited.bib")
    result.assert_outcomes(passed=7, failed=3)
    result.stdout.fnmatch_lines(
        [
            "as-cited.bib:80:14: error: year-mismatch: cited 2018, recorded 2015",
            "FAILED as-cited.bib::berna2018*",
        ]
    )
    assert "Traceback" not in result.stdout.str()


def test_k_chooses_references_and_other_tests_run_as_ever(run, pytester):
    copy(pytester.path, "as-cited")
    pytester.makepyfile("def test_other():\n    pass\n")
    run("--bibproof", "as-cited.bib", "-k", "berna2018").assert_outcomes(failed=1, deselected=10)
    run("--bibproof", "as-cited.bib", "-k", "other").assert_outcomes(passed=1, deselected=10)


def test_what_could_not_be_checked_is_skipped_unless_strict(run, pytester):
    (pytester.path / "new.bib").write_text("@article{new, title = {A new one}, author = {A, B}, year = 2020}")
    result = run("--bibproof", "new.bib", "-rs", "-k", "new")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED*unchecked: *"])
    result = run("--bibproof", "new.bib", "--bibproof-strict")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["unchecked: *"])


def test_settings_and_suppressions_count(run, pytester):
    copy(pytester.path, "as-cited")
    (pytester.path / "bibproof.toml").write_text('ignore = ["chimera", "author-mismatch"]')
    path = pytester.path / "as-cited.bib"
    rules = "year-mismatch, volume-mismatch, number-mismatch, pages-mismatch"
    comment = f'% bibproof: ignore[{rules}] reason="r"\n'
    path.write_text(path.read_text("utf-8").replace("@article{berna2018", f"{comment}@article{{berna2018"))
    run("--bibproof", "as-cited.bib").assert_outcomes(passed=10)


def test_keys_that_are_there_twice_and_what_cannot_be_read(run, pytester):
    (pytester.path / "odd.bib").write_text(
        "@online{a, title = {A}, url = {https://a.example}}\n"
        "@online{a, title = {B}, url = {https://b.example}}\n"
        "@online{b, title = {B}, url = {https://c.example}}\n@article kim,\n"
    )
    result = run("--bibproof", "odd.bib", "-v")
    lines = result.stdout.str()
    assert "odd.bib::a (2) FAILED" in lines
    assert "duplicate-key" in lines
    assert "odd.bib::(unreadable) FAILED" in lines
    assert "odd.bib::a PASSED" in lines or "odd.bib::a SKIPPED" in lines


@pytest.mark.parametrize("name", ["none.bib", "."])
def test_a_file_that_cannot_be_read_is_bad_usage(run_apart, name):
    result = run_apart("--bibproof", name)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "Traceback" not in result.stdout.str() + result.stderr.str()


def test_it_costs_nothing_where_it_is_not_asked_for(tmp_path):
    code = (
        "import sys, pytest; import bibproof.pytest_plugin as plugin\n"
        "pytest.main(['--collect-only', '-q', '-p', 'no:cacheprovider'], plugins=[plugin])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('bibproof')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr.split() == ["bibproof", "bibproof.pytest_plugin"]
