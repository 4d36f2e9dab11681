"""The report for people."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from bibproof.compare import Likeness, compare
from bibproof.evidence import Candidate, Candidates, Elsewhere, Found, NotFound, Part, Unavailable
from bibproof.findings import judge, merge
from bibproof.reports import write
from bibproof.reports.text import lines
from bibproof.rules import all_rules
from cases import ENTRY, OTHER_RECORD, RECORD, WORK, case, compared, library, searched, settled

UNDATED = ENTRY.replace("  doi     = {10.5555/right},\n", "")
PARTS = (Part(("title",), RECORD), Part(("author", "year"), OTHER_RECORD))


def report_of(*cases):
    return merge(judge(about.library, [about], all_rules()) for about in cases)


def written(*cases):
    return write(report_of(*cases), "text")


def line_of(about):
    """The line with the verdict."""
    return written(about).splitlines()[1].split(maxsplit=1)[1]


@pytest.mark.parametrize(
    ("about", "line"),
    [
        (settled(), "verified     10.5555/right"),
        (searched(UNDATED), "verified     10.5555/right (not in the entry)"),
        (settled(year=Likeness.DIFFERENT), "inaccurate   10.5555/right"),
        (case(UNDATED, parts=PARTS), "chimera"),
        (case(UNDATED, search=Candidates()), "not found"),
        (case(UNDATED, covered=False), "not covered"),
        (case(by_doi=Elsewhere("DataCite")), "not covered  the DOI is registered with DataCite"),
        (case(by_doi=Unavailable("busy")), "unchecked    busy"),
    ],
)
def test_a_reference_is_one_line(about, line):
    assert line_of(about) == line


def test_nothing_is_said_where_there_is_nothing_to_say():
    assert written(settled()) == (
        "refs.bib\n  okafor2015  verified     10.5555/right\n\n"
        "1 reference: 1 verified\n0 errors, 0 warnings, 0 notes\n"
    )


def test_short_values_stand_on_one_line_and_long_ones_apart():
    (line,) = [line for line in written(settled(year=Likeness.DIFFERENT)).splitlines() if "5:14" in line]
    said = "5:14 error year-mismatch cited cited year, recorded recorded year"
    assert " ".join(line.split()) == said
    long = settled(title=Likeness.DIFFERENT)
    field = replace(long.comparison.fields["title"], cited="word " * 20, recorded="other " * 20)
    long = replace(
        long, comparison=replace(long.comparison, fields={**long.comparison.fields, "title": field})
    )
    shown = written(long)
    assert "            cited    word word" in shown
    assert "            recorded other other" in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_a_reason_is_said_once_and_a_title_with_a_colon_is_no_reason():
    about = settled(title=Likeness.DIFFERENT)
    field = replace(about.comparison.fields["title"], recorded="Letter: Mosses", reason="a word is missing")
    about = replace(
        about, comparison=replace(about.comparison, fields={**about.comparison.fields, "title": field})
    )
    shown = written(about)
    assert shown.count("Mosses") == shown.count("a word is missing") == 1


def test_a_chimeras_parts_are_shown_with_their_works():
    shown = written(case(UNDATED, parts=PARTS, search=Candidates()))
    assert "title: Okafor & Lindqvist 2014, 10.5555/right" in shown
    assert "author, year: Moreau 2009, 10.5555/other" in shown
    assert "“A Catalogue of Alpine Mosses”" in shown
    assert "journal, volume, number, pages: neither’s" in shown


def test_near_candidates_are_shown_and_far_ones_are_not():
    about = case(UNDATED, search=Candidates((RECORD, OTHER_RECORD)))
    candidates = tuple(
        Candidate(record, compare(about.reference.work, record.work)) for record in (RECORD, OTHER_RECORD)
    )
    shown = written(replace(about, candidates=candidates))
    assert "near     Okafor & Lindqvist 2014, 10.5555/right" in shown
    assert "Mosses" not in shown


def test_a_candidate_without_a_doi_is_named_without_one():
    about = case(UNDATED, search=Candidates((RECORD,)))
    record = replace(RECORD, work=replace(WORK, doi=None))
    shown = written(replace(about, candidates=(Candidate(record, compare(about.reference.work, WORK)),)))
    assert "near     Okafor & Lindqvist 2014: “Tidal Mixing" in shown


def test_a_dead_doi_is_said_with_the_works_own():
    shown = written(case(by_doi=NotFound(), record=RECORD, comparison=compared()))
    assert "doi-not-found" in shown
    assert "10.5555/right" in shown


def test_files_follow_one_another_and_are_counted_together():
    shown = written(settled(), settled())
    assert shown.count("refs.bib\n") == 2
    assert "2 references: 2 verified" in shown


def test_an_empty_file_and_an_entry_without_a_key():
    empty = judge(library(""), [], all_rules())
    assert write(empty, "text") == "refs.bib\n\n0 references\n0 errors, 0 warnings, 0 notes\n"
    assert "(no key)" in written(case("@article{title = {T}}", by_doi=Unavailable("busy")))


def test_records_that_were_not_downloaded_say_so():
    transcribed = replace(RECORD, source="transcribed")
    assert "transcribed by hand, not downloaded" in written(settled(record=transcribed))
    assert "transcribed" not in written(settled())


HOSTILE = "\x1b[31m\u202e\u2066\x07\x9b1m\u200f\ue000"


def test_no_control_or_direction_mark_reaches_a_terminal():
    text = ENTRY.replace("okafor2015", "okafor\u202e").replace("Tidal", HOSTILE)
    record = replace(RECORD, work=replace(WORK, title=HOSTILE + "Title", doi="10.5555/\x1b[2J"))
    abouts = [
        case(text, by_doi=Found(record), record=record, comparison=compared(title=Likeness.DIFFERENT)),
        case(text, parts=(Part(("title",), record),)),
        case(text, by_doi=Unavailable(HOSTILE)),
    ]
    shown = written(*abouts).replace("\n", "")
    assert {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Co", "Cs"} == set()
    assert "\\x1b[31m\\u202e" in shown


@pytest.mark.parametrize("width", [40, 80, 100, 120])
def test_lines_are_as_wide_as_they_may_be(width):
    text = UNDATED.replace("Shallow Estuaries", "Shallow Estuaries " * 12)
    for line in lines(report_of(case(text, parts=PARTS, search=Candidates())), width):
        assert sum(len(run.text) for run in line) <= max(width, 72)
