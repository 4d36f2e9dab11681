"""The forms for machines: what stands where. That hostile text does no harm is in test_hostile.py."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bibproof.compare import Likeness
from bibproof.evidence import Candidates, Case, Elsewhere, Unavailable
from bibproof.findings import judge, merge
from bibproof.model import Library
from bibproof.reports import write
from bibproof.rules import all_rules
from cases import ENTRY, case, library, searched, settled

UNDATED = ENTRY.replace("  doi     = {10.5555/right},\n", "")
WRONG = settled(year=Likeness.DIFFERENT, title=Likeness.CLOSE)
BROKEN = library("@article{k, title = {T}\n@article{k, title = {U}}")


@pytest.fixture(autouse=True)
def _no_runner(monkeypatch):
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


def report_of(*abouts):
    reports = [
        judge(about, [Case(reference, about) for reference in about], all_rules())
        if isinstance(about, Library)
        else judge(about.library, [about], all_rules())
        for about in abouts
    ]
    return merge(reports)


def run_of(*abouts):
    log = json.loads(write(report_of(*abouts), "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def moved(about, before):
    """The same case with a text in front of it."""
    return settled(before + about.library.text, year=Likeness.DIFFERENT, title=Likeness.CLOSE)


def test_sarif_has_the_rules_with_their_pages():
    driver = run_of(WRONG)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in all_rules()]
    for rule in driver["rules"]:
        assert "How to settle it" in rule["help"]["text"]
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


def test_sarif_s_results_have_place_rule_level_and_fix():
    run = run_of(WRONG)
    assert run["columnKind"] == "unicodeCodePoints"
    title, year = run["results"]
    assert (title["level"], year["level"]) == ("warning", "error")
    assert run["tool"]["driver"]["rules"][year["ruleIndex"]]["id"] == year["ruleId"] == "year-mismatch"
    assert year["message"]["text"] == "okafor2015: cited cited year, recorded recorded year"
    (location,) = year["locations"]
    place = {"startLine": 5, "startColumn": 14, "endLine": 5, "endColumn": 18}
    file = {"uri": "refs.bib", "uriBaseId": "%SRCROOT%"}
    assert location["physicalLocation"] == {"artifactLocation": file, "region": place}
    assert location["logicalLocations"] == [{"name": "okafor2015", "kind": "member"}]
    (change,) = year["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == file
    assert change["replacements"] == [{"deletedRegion": place, "insertedContent": {"text": "2014"}}]


@pytest.mark.parametrize("before", ["% one more line\n", "\ufeff", "\r\n\r\n", "@string{a = {b}}\n"])
def test_fingerprints_survive_moving_lines(before):
    for form in ("sarif", "gitlab"):
        here, there = (
            re.findall(r'"(?:fingerprint|bibproofFinding/v1)": "(\w+)"', write(report_of(about), form))
            for about in (WRONG, moved(WRONG, before))
        )
        assert here == there
        assert len(set(here)) == len(here) == 2


def test_fingerprints_differ_with_rule_key_field_and_cited_value():
    prints = [
        tuple(result["partialFingerprints"].values())
        for about in (WRONG, settled(ENTRY.replace("okafor2015", "another"), year=Likeness.DIFFERENT))
        for result in run_of(about)["results"]
    ]
    assert len(set(prints)) == 3


def test_findings_that_are_alike_are_told_apart():
    text = "@article{k, author = {A}, title = {T}}"
    issues = json.loads(write(report_of(case(text, search=Candidates())), "gitlab"))
    missing = [issue["fingerprint"] for issue in issues if issue["check_name"] == "missing-field"]
    assert len(set(missing)) == len(missing) == 2


@pytest.mark.parametrize(
    ("path", "uri", "is_below"),
    [
        ("refs.bib", "refs.bib", True),
        ("./a/../refs.bib", "refs.bib", True),
        ("a b/réfs#1%.bib", "a%20b/r%C3%A9fs%231%25.bib", True),
        ("a:b.bib", "a%3Ab.bib", True),
        ("/elsewhere/refs.bib", "file:///elsewhere/refs.bib", False),
    ],
)
def test_sarif_s_addresses(path, uri, is_below):
    about = replace(WRONG, library=replace(WRONG.library, path=Path(path)))
    for result in run_of(about)["results"]:
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uri"] == uri
        assert ("uriBaseId" in artifact) is is_below


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_are_relative_to_the_runner_s_copy_of_the_repository(tmp_path, monkeypatch, name):
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    monkeypatch.setenv(name, str(tmp_path))
    assert "file=paper/refs.bib,line=5," in write(report_of(WRONG), "github")
    assert '"uri": "paper/refs.bib"' in write(report_of(WRONG), "sarif")
    assert '"path": "paper/refs.bib"' in write(report_of(WRONG), "gitlab")


def test_a_library_without_a_file_has_no_place_in_sarif():
    about = replace(WRONG, library=replace(WRONG.library, path=None))
    for result in run_of(about)["results"]:
        assert "fixes" not in result
        assert list(result["locations"][0]) == ["logicalLocations"]


def test_what_is_unchecked_is_no_result_but_is_told():
    (invocation,) = run_of(case(by_doi=Unavailable("busy")))["invocations"]
    assert invocation["executionSuccessful"] is True
    assert "1 reference unchecked" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_junit_has_a_case_a_reference():
    covered_elsewhere = case(by_doi=Elsewhere("DataCite"))
    abouts = (
        settled(),
        WRONG,
        searched(UNDATED),
        covered_elsewhere,
        case(by_doi=Unavailable("busy")),
        BROKEN,
    )
    root = ET.fromstring(write(report_of(*abouts), "junit").encode())
    assert (root.get("tests"), root.get("failures")) == ("9", "3")
    suites = root.findall("testsuite")
    assert [len(suite) for suite in suites] == [1, 1, 1, 1, 1, 4]
    told = [[child.tag for child in suite[0]] for suite in suites[:5]]
    assert told == [[], ["failure", "system-out"], ["system-out"], ["skipped"], ["skipped"]]
    assert suites[3][0][0].get("message") == "not covered: the DOI is registered with DataCite"
    assert suites[4][0][0].get("message") == "unchecked: busy"
    assert suites[1][0][0].text == (
        "refs.bib:5:14: error: year-mismatch: cited cited year, recorded recorded year"
    )
    assert [test.get("name") for test in suites[5]] == [
        *("k: syntax-error", "k: duplicate-key", "k", "k (2)")
    ]


def test_github_has_the_place_and_the_rule():
    error, warning, summary = write(report_of(WRONG), "github").splitlines()
    assert error == (
        "::error file=refs.bib,line=5,col=14,endColumn=18,title=okafor2015%3A year-mismatch"
        "::cited cited year, recorded recorded year"
    )
    assert warning.startswith("::warning file=refs.bib,line=3,")
    assert summary == "bibproof: 1 reference: 1 inaccurate; 1 error, 1 warning, 0 notes"


def test_github_leaves_columns_out_where_a_value_has_several_lines():
    about = settled(ENTRY.replace("Tidal Mixing in", "Tidal\n  Mixing in"), title=Likeness.DIFFERENT)
    assert "line=3,endLine=4,title" in write(report_of(about), "github")


def test_github_is_given_as_many_as_it_shows():
    lines = write(report_of(*[WRONG] * 12), "github").splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[-1].endswith("2 more errors, 2 more warnings")
    lines = write(report_of(*[WRONG] * 10), "github").splitlines()
    assert "more" not in lines[-1]


def test_gitlab_has_what_its_schema_asks_for():
    warning, error = json.loads(write(report_of(WRONG), "gitlab"))
    assert (warning["severity"], error["severity"]) == ("minor", "major")
    assert error["description"] == "okafor2015: cited cited year, recorded recorded year"
    assert error["check_name"] == "year-mismatch"
    assert error["location"] == {"path": "refs.bib", "lines": {"begin": 5, "end": 5}}


def test_csv_has_every_reference_and_every_finding():
    rows = list(csv.DictReader(write(report_of(settled(), WRONG, BROKEN), "csv").splitlines()))
    assert [(row["key"], row["verdict"], row["rule"], row["line"]) for row in rows] == [
        ("okafor2015", "verified", "", "1"),
        ("okafor2015", "inaccurate", "title-mismatch", "3"),
        ("okafor2015", "inaccurate", "year-mismatch", "5"),
        ("k", "", "syntax-error", "1"),
        ("k", "", "duplicate-key", "2"),
        ("k", "not-found", "", "1"),
        *[("k", "not-found", "missing-field", "2")] * 3,
    ]
    assert rows[2]["cited"] == "cited year"
    assert rows[2]["doi"] == "10.5555/right"


def test_markdown_shows_what_is_wrong_and_counts_the_rest():
    shown = write(report_of(settled(), WRONG, case(by_doi=Unavailable("busy"))), "markdown")
    assert "| verified | 1 |" in shown
    assert "**year-mismatch** (error) | `cited year` | `recorded year` |" in shown
    assert "| unchecked | busy |" in shown
    assert shown.count("okafor2015") == 3


def test_markdown_fits_into_a_comment_and_says_what_it_left_out():
    shown = write(report_of(*[WRONG] * 2_000), "markdown")
    assert 60_000 < len(shown) <= 65_536
    kept = len(re.findall(r"^\| \d+ \| `", shown, re.MULTILINE))
    (left_out,) = re.findall(r"\*(\d+) more rows left out", shown)
    assert kept + int(left_out) == 4_000


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "gitlab", "csv", "markdown", "html"])
def test_an_empty_report_can_be_written(form):
    assert write(report_of(library("")), form)
