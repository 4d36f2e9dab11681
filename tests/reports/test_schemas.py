"""The forms that have a schema, held against it by somebody else's validator."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
import xmlschema

from bibproof.compare import Likeness
from bibproof.evidence import Elsewhere, Unavailable
from bibproof.findings import judge
from bibproof.reports import write
from bibproof.rules import all_rules
from cases import case, library, settled
from conftest import ROOT
from made_reports import HOSTILE, report_with, with_suppressed

SCHEMAS = ROOT / "tests" / "schemas"
SARIF = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)(?!/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer"},
                        },
                    },
                },
            },
        },
    },
}
"""The table of fields in https://docs.gitlab.com/ci/testing/code_quality/, which has no schema."""


def judged(about):
    return judge(about.library, [about], all_rules())


REPORTS = {
    "faults with edits": judged(settled(year=Likeness.DIFFERENT, title=Likeness.CLOSE)),
    "left aside": with_suppressed(),
    "left aside and shown": replace(with_suppressed(), shows_suppressed=True),
    "hostile": report_with(lambda name: f"{' '.join(HOSTILE.values())} {name}"),
    "an outage": judged(case(by_doi=Unavailable("busy"))),
    "elsewhere": judged(case(by_doi=Elsewhere("DataCite"))),
    "nothing": judge(library(""), [], all_rules()),
    "unreadable": judge(library("@article{k, title = {T}\n"), [], all_rules()),
}


@pytest.fixture(autouse=True)
def _no_runner(monkeypatch):
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def junit_10():
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize(("form", "schema"), [("sarif", SARIF), ("gitlab", GITLAB)], ids=["sarif", "gitlab"])
def test_json_is_valid(report, form, schema):
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(json.loads(write(report, form)))] == []


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_junit_is_valid_and_counts_what_is_in_it(report, junit_10):
    written = write(report, "junit")
    assert [error.reason for error in junit_10.iter_errors(written)] == []
    for suite in junit_10.to_dict(written).get("testsuite", ()):
        cases = suite.get("testcase", ())
        assert suite["@tests"] == str(len(cases))
        assert suite["@failures"] == str(sum("failure" in one for one in cases))
        assert suite["@skipped"] == str(sum("skipped" in one for one in cases))


def test_what_is_shown_has_suppressions_and_fixes():
    """The schemas allow what is not there; so that they are asked about it, it is there."""
    results = [
        result
        for name in ("left aside and shown", "faults with edits")
        for result in json.loads(write(REPORTS[name], "sarif"))["runs"][0]["results"]
    ]
    kinds = {one["kind"] for result in results for one in result.get("suppressions", ())}
    assert kinds == {"inSource", "external"}
    assert any("fixes" in result for result in results)
