"""What is left aside, in every form: not there by itself, told with its reason where that is wanted."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from bibproof.plugins import discover
from bibproof.reports import write
from made_reports import with_suppressed


@pytest.fixture
def report():
    return with_suppressed()


def read_text(text):
    left = re.findall(r"^ +\d+:\d+ +\((?:error|warning|note)\) +([\w-]+)", text, re.MULTILINE)
    assert len(left) == text.count(" because ")
    return set(left), len(re.findall(r"^ +\d+:\d+ +error ", text, re.MULTILINE))


def read_json(text):
    report = json.loads(text)
    findings = [*report["findings"], *(one for each in report["references"] for one in each["findings"])]
    left = {one["rule"] for one in report["suppressed"] if one["suppression"]["reason"]}
    return left, sum(one["severity"] == "error" for one in findings)


def read_sarif(text):
    results = json.loads(text)["runs"][0]["results"]
    left = [one for one in results if one.get("suppressions")]
    assert all(one["suppressions"][0]["justification"] for one in left)
    counted = [one for one in results if one not in left and one["level"] == "error"]
    return {one["ruleId"] for one in left}, len(counted)


def read_gitlab(text):
    issues = json.loads(text)
    left = {one["check_name"] for one in issues if "(suppressed: " in one["description"]}
    return left, sum(one["severity"] == "major" for one in issues)


def read_github(text):
    lines = text.splitlines()
    left = {line.split(": ")[4] for line in lines if line.startswith("bibproof: suppressed: ")}
    return left, sum(line.startswith("::error ") for line in lines)


def read_junit(text):
    root = ET.fromstring(text)
    told = [line for out in root.iter("system-out") for line in out.text.splitlines()]
    left = {line.split(": ")[2] for line in told if "(suppressed: " in line}
    failures = [line for failure in root.iter("failure") for line in failure.text.splitlines()]
    return left, len(failures)


def read_csv(text):
    rows = list(csv.DictReader(text.splitlines()))
    left = {row["rule"] for row in rows if row["suppressed"]}
    return left, sum(row["severity"] == "error" and not row["suppressed"] for row in rows)


def read_markdown(text):
    rows = [line for line in text.splitlines() if "| **" in line]
    left = {row.split("**")[1] for row in rows if "; suppressed: " in row}
    return left, sum("** (error)" in row for row in rows)


def read_html(text):
    items = text.split("<li ")[1:]
    left = [one for one in items if "Because: " in one]
    counted = [one for one in items if '"severity">error<' in one]
    return {one.split('class="rule">')[1].split("<")[0] for one in left}, len(counted)


READERS = {name.removeprefix("read_"): read for name, read in globals().items() if name.startswith("read_")}
LEFT = {"year-mismatch", "volume-mismatch", "duplicate-key", "missing-field"}


def test_every_form_has_a_reader():
    assert set(READERS) == set(discover("bibproof.reports"))


@pytest.mark.parametrize("form", READERS)
def test_what_is_left_aside_is_told_where_it_is_wanted_and_never_counts(report, form):
    errors = sum(str(finding.severity) == "error" for finding in report.findings)
    assert errors == 2
    left, counted = READERS[form](write(report, form))
    assert (left, counted) == (LEFT if form == "json" else set(), errors)
    written = write(replace(report, shows_suppressed=True), form)
    left, counted = READERS[form](written)
    assert (left, counted) == (LEFT, errors)
    assert "online first" in written
    assert "old.json" in written


@pytest.mark.parametrize("form", ["text", "html", "markdown", "github"])
def test_forms_for_people_count_what_is_left_aside(report, form):
    counted = f"{len(report.suppressed)} suppressed"
    assert counted in write(report, form)
    assert counted in write(replace(report, shows_suppressed=True), form)


@pytest.mark.parametrize(("form", "name"), [("sarif", "ruleId"), ("gitlab", "check_name")])
def test_a_fingerprint_is_the_same_whether_others_are_shown_or_not(report, form, name):
    """The second of two that are alike stays the second."""

    def found(report):
        written = json.loads(write(report, form))
        issues = written if form == "gitlab" else written["runs"][0]["results"]
        return {
            one.get("fingerprint") or one["partialFingerprints"]["bibproofFinding/v1"]: one[name]
            for one in issues
        }

    hidden, shown = found(report), found(replace(report, shows_suppressed=True))
    assert list(hidden.values()).count("duplicate-key") == 1
    assert list(shown.values()).count("duplicate-key") == 2
    assert hidden.items() < shown.items()


def test_junit_skips_what_fails_for_nothing_but_what_is_left_aside(report):
    def tags(report):
        root = ET.fromstring(write(report, "junit"))
        return {case.get("name"): [child.tag for child in case] for case in root.iter("testcase")}

    assert tags(report)["second"] == []
    shown = tags(replace(report, shows_suppressed=True))
    assert shown["second"] == ["skipped", "system-out"]
    assert shown["okafor2015"] == ["failure", "system-out"]


def test_html_looks_again_at_nothing_that_is_left_aside(report):
    page = write(report, "html")
    (first, second, *_) = page.split('<li class="ref ')[1:]
    assert first.startswith("inaccurate attention")
    assert second.startswith('inaccurate"')
    assert "(1 suppressed)" in second
