"""The report for programs: a contract."""

from __future__ import annotations

import json as standard_json
from dataclasses import replace
from datetime import date

import pytest

from bibproof.compare import Likeness, compare
from bibproof.evidence import Candidate, Candidates, Case, Found, Part, Unavailable, Update
from bibproof.findings import judge, merge
from bibproof.model import Date
from bibproof.reports import pieces, write
from bibproof.rules import all_rules
from cases import ENTRY, OTHER_RECORD, RECORD, WORK, case, compared, library, searched, settled

UNDATED = ENTRY.replace("  doi     = {10.5555/right},\n", "")
PARTS = (Part(("title",), RECORD), Part(("author", "year"), OTHER_RECORD))


def written(*cases):
    report = merge(judge(about.library, [about], all_rules()) for about in cases)
    return standard_json.loads(write(report, "json"))


def reference_of(about):
    (reference,) = written(about)["references"]
    return reference


def test_the_whole_of_one_reference():
    record = replace(
        RECORD,
        url="https://example.org/right",
        retrieved=date(2026, 11, 23),
        updates=(Update("retraction", "10.5555/notice", Date(2022, 3, 1), "publisher"),),
    )
    reference = reference_of(settled(record=record, volume=Likeness.DIFFERENT))
    findings = reference.pop("findings")
    assert reference == {
        "key": "okafor2015",
        "file": "refs.bib",
        "line": 1,
        "verdict": "inaccurate",
        "doi": "10.5555/right",
        "cited_doi": "10.5555/right",
        "because": None,
        "reason": None,
        "record": {
            "source": "crossref",
            "seen": None,
            "doi": "10.5555/right",
            "type": "article-journal",
            "title": "Tidal Mixing in Shallow Estuaries",
            "authors": ["Okafor, Maria", "Lindqvist, Jens"],
            "year": 2014,
            "container_title": "Journal of Estuaries",
            "volume": "13",
            "issue": "3",
            "page": "201-219",
            "article_number": None,
            "url": "https://example.org/right",
            "retrieved": "2026-11-23",
        },
        "notices": [
            {"kind": "retraction", "doi": "10.5555/notice", "date": "2022-03-01", "source": "publisher"}
        ],
        "parts": [],
        "candidates": [],
    }
    (retracted, volume) = findings
    assert retracted["rule"] == "retracted"
    assert retracted["field"] is retracted["cited"] is retracted["fix"] is None
    assert volume == {
        "rule": "volume-mismatch",
        "severity": "error",
        "key": "okafor2015",
        "field": "volume",
        "message": "the record has recorded volume",
        "cited": "cited volume",
        "recorded": "recorded volume",
        "file": "refs.bib",
        "line": 6,
        "column": 14,
        "end_line": 6,
        "end_column": 16,
        "fix": {"text": "13", "safe": False},
    }


def test_what_is_not_known_is_null_or_empty():
    reference = reference_of(case(UNDATED, search=Candidates()))
    assert (reference["verdict"], reference["doi"], reference["record"]) == ("not-found", None, None)
    assert (reference["notices"], reference["candidates"], reference["parts"]) == ([], [], [])


def test_an_outage_gives_its_reason():
    reference = reference_of(case(by_doi=Unavailable("busy for too long")))
    assert (reference["verdict"], reference["reason"]) == ("unchecked", "busy for too long")


def test_a_found_doi_is_given_and_can_be_added():
    reference = reference_of(searched(UNDATED))
    assert (reference["verdict"], reference["doi"], reference["cited_doi"]) == (
        "verified",
        "10.5555/right",
        None,
    )
    (finding,) = [finding for finding in reference["findings"] if finding["rule"] == "missing-doi"]
    assert (finding["severity"], finding["recorded"], finding["fix"]["safe"]) == (
        "note",
        "10.5555/right",
        True,
    )


def test_a_chimera_has_its_parts_and_no_record():
    reference = reference_of(case(UNDATED, parts=PARTS, search=Candidates()))
    assert (reference["verdict"], reference["doi"], reference["record"]) == ("chimera", None, None)
    assert [(part["fields"], part["doi"]) for part in reference["parts"]] == [
        (["title"], "10.5555/right"),
        (["author", "year"], "10.5555/other"),
    ]


def test_candidates_say_what_agrees_and_what_differs():
    about = case(UNDATED, search=Candidates((RECORD,)))
    candidate = Candidate(RECORD, compare(about.reference.work, WORK))
    (shown,) = reference_of(replace(about, candidates=(candidate,)))["candidates"]
    assert shown["doi"] == "10.5555/right"
    assert shown["agrees"] == ["title", "author"]
    assert shown["differs"] == ["journal", "year", "volume", "number", "pages"]


def test_the_summary_adds_up_and_findings_about_files_stand_apart():
    broken = library("@article{k, title = {T}\n@article{k, title = {U}}")
    report = merge(
        [
            judge(broken, [Case(reference, broken) for reference in broken], all_rules()),
            judge(library(), [settled()], all_rules()),
            judge(library(), [settled(year=Likeness.DIFFERENT)], all_rules()),
            judge(library(), [case(by_doi=Found(OTHER_RECORD), search=Candidates())], all_rules()),
        ]
    )
    document = standard_json.loads(write(report, "json"))
    summary = document["summary"]
    verdicts = ("verified", "inaccurate", "chimera", "not-found", "not-covered", "unchecked")
    assert summary["references"] == sum(summary[verdict] for verdict in verdicts) == 5
    assert {finding["rule"] for finding in document["findings"]} == {"duplicate-key", "syntax-error"}
    everything = document["findings"] + [f for r in document["references"] for f in r["findings"]]
    for severity in ("error", "warning", "note"):
        assert summary[f"{severity}s"] == sum(finding["severity"] == severity for finding in everything)
    assert (document["version"], document["tool"]["name"]) == (1, "bibproof")


HOSTILE = "\x1b[31m<script>&\"'\\ \u202e ::error:: %0A ]]> \x00\x7f 𝄞"


def test_hostile_text_arrives_as_text():
    text = ENTRY.replace("Tidal Mixing", HOSTILE.replace("\\", ""))
    record = replace(RECORD, work=replace(WORK, title=HOSTILE))
    reference = reference_of(case(text, by_doi=Found(record), record=record, comparison=compared()))
    assert reference["record"]["title"] == HOSTILE


@pytest.mark.parametrize("before", ["\ufeff", "% 𝄞\r\n", "\r", "@comment{𝄞}"])
def test_places_are_lines_and_columns_of_the_text(before):
    about = settled(before + ENTRY, year=Likeness.DIFFERENT)
    (finding,) = reference_of(about)["findings"]
    lines = about.library.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert finding["line"] == finding["end_line"]
    assert lines[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1] == "2015"


@pytest.mark.parametrize("form", ["json", "text"])
def test_the_pieces_are_the_report(form):
    about = case(ENTRY, search=Candidates())
    report = judge(about.library, [about], all_rules())
    assert "".join(pieces(report, form)) == write(report, form)
