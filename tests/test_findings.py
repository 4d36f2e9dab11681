"""From cases to findings and verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bibproof.compare import Likeness
from bibproof.evidence import Candidates, Case, Elsewhere, Found, NotFound, Part, Unavailable
from bibproof.findings import (
    CaseRule,
    LibraryRule,
    Problem,
    Severity,
    Verdict,
    judge,
    library_rule,
    merge,
    rule,
)
from bibproof.model import Library, Span
from bibproof.readers.bibtex import bibtex
from bibproof.rules import all_rules
from cases import ENTRY, OTHER_RECORD, RECORD, case, searched, settled

DOWN = Unavailable("down")
NONE = Candidates()
UNDATED = ENTRY.replace("  doi     = {10.5555/right},\n", "")
PAGE = "@online{page, title = {A page}, url = {https://example.org}}"
PARTS = (Part(("title",), RECORD), Part(("author", "year"), OTHER_RECORD))


@rule(Severity.ERROR)
def wrong_year(case: Case) -> Iterator[Problem]:
    """A rule for tests."""
    yield Problem("wrong", field="year")


@rule(Severity.ERROR)
def wrong_as_a_whole(case: Case) -> Iterator[Problem]:
    """A rule for tests."""
    yield Problem("wrong")


@rule(Severity.ERROR)
def slip(case: Case) -> Iterator[Problem]:
    """A rule for tests."""
    yield Problem("a slip", field="title", severity=Severity.WARNING)


@library_rule(Severity.WARNING)
def two_of_them(library: Library, cases: Sequence[Case]) -> Iterator[Problem]:
    """A rule for tests."""
    yield Problem(f"{len(cases)} in all", span=Span(0, 1), key="okafor2015")


def verdict_of(about, *rules):
    (result,) = judge(about.library, [about], rules).results
    return result.verdict


@pytest.mark.parametrize(
    ("about", "verdict"),
    [
        (settled(), Verdict.VERIFIED),
        (searched(UNDATED), Verdict.VERIFIED),
        # What the DOI leads to is not known: the rest may be right all the same, but nothing is proved.
        (replace(searched(ENTRY), by_doi=DOWN), Verdict.UNCHECKED),
        (replace(searched(ENTRY), by_doi=Elsewhere("DataCite")), Verdict.VERIFIED),
        (case(parts=PARTS, by_doi=Found(RECORD)), Verdict.CHIMERA),
        (case(parts=PARTS, search=NONE), Verdict.CHIMERA),
        (case(by_doi=Found(OTHER_RECORD), search=NONE), Verdict.CHIMERA),
        (case(by_doi=Found(OTHER_RECORD), search=DOWN), Verdict.UNCHECKED),
        (case(UNDATED, search=NONE), Verdict.NOT_FOUND),
        (case(UNDATED, search=DOWN), Verdict.UNCHECKED),
        (case(by_doi=NotFound(), search=NONE), Verdict.NOT_FOUND),
        (case(by_doi=NotFound(), search=DOWN), Verdict.UNCHECKED),
        (case(by_doi=DOWN), Verdict.UNCHECKED),
        (case(by_doi=Elsewhere("DataCite")), Verdict.NOT_COVERED),
        (case(PAGE, covered=False), Verdict.NOT_COVERED),
        (case(PAGE, covered=False, search=DOWN), Verdict.UNCHECKED),
        (case(PAGE, covered=False, by_doi=DOWN), Verdict.UNCHECKED),
        (case(PAGE, covered=False, by_doi=NotFound()), Verdict.NOT_FOUND),
    ],
)
def test_verdicts_where_no_field_is_wrong(about, verdict):
    assert verdict_of(about) is verdict


def test_a_wrong_field_makes_it_inaccurate_and_nothing_else_does():
    assert verdict_of(settled(), wrong_year) is Verdict.INACCURATE
    assert verdict_of(settled(), wrong_as_a_whole, slip, two_of_them) is Verdict.VERIFIED
    assert verdict_of(case(parts=PARTS), wrong_year) is Verdict.CHIMERA


@pytest.mark.parametrize("known", [{"by_doi": DOWN}, {"search": DOWN}, {"by_doi": DOWN, "search": DOWN}])
def test_with_every_rule_an_outage_is_no_error(known):
    about = case(**known)
    (result,) = judge(about.library, [about], all_rules()).results
    assert result.verdict is Verdict.UNCHECKED
    assert all(finding.severity < Severity.ERROR for finding in result.findings)


def test_what_a_rule_says_is_stamped_with_its_name_and_place():
    about = settled()
    report = judge(about.library, [about], [wrong_year, slip, wrong_as_a_whole])
    found = [(finding.rule, str(finding.severity), finding.key) for finding in report.findings]
    assert found == [
        ("wrong-as-a-whole", "error", "okafor2015"),
        ("slip", "warning", "okafor2015"),
        ("wrong-year", "error", "okafor2015"),
    ]
    places = [(finding.start.line, finding.start.column) for finding in report.findings]
    assert places == [(1, 10), (3, 14), (5, 14)]
    assert report.findings[2].end.column == 18
    assert report.results[0].findings == report.findings


def test_a_rule_about_the_whole_file_belongs_to_no_reference():
    about = settled()
    report = judge(about.library, [about, about], [two_of_them])
    assert [(finding.message, finding.key) for finding in report.findings] == [("2 in all", "okafor2015")]
    assert [result.findings for result in report.results] == [(), ()]


def test_a_field_that_is_not_written_is_pointed_at_by_the_key():
    about = settled(ENTRY.replace("  year    = {2015},\n", ""), year=Likeness.UNKNOWN)
    (finding,) = judge(about.library, [about], [wrong_year]).findings
    assert (finding.start.line, finding.start.column) == (1, 10)


def test_counting():
    about = settled()
    report = judge(about.library, [about, case(by_doi=DOWN)], [slip])
    assert (report.count(Verdict.VERIFIED), report.unchecked) == (1, 1)
    assert len(report.at_least(Severity.WARNING)) == 2
    assert report.at_least(Severity.ERROR) == ()


def test_several_reports_are_one_in_their_order():
    first, second = settled(), settled()
    one = judge(first.library, [first], [wrong_year])
    other = judge(second.library, [second], [slip])
    both = merge(iter([one, other]))
    assert both.libraries == (first.library, second.library)
    assert [finding.rule for finding in both.findings] == ["wrong-year", "slip"]
    assert len(both.results) == 2


def test_the_findings_of_a_file_are_in_the_files_order():
    text = ENTRY + ENTRY.replace("okafor2015", "again")
    library = bibtex(text, Path("refs.bib"))
    about = [Case(reference, library) for reference in reversed(library.references)]
    report = judge(library, about, [wrong_year, two_of_them])
    assert [finding.start.line for finding in report.findings] == [1, 5, 15]


def test_names_and_pages_of_rules():
    assert isinstance(wrong_as_a_whole, CaseRule)
    assert isinstance(two_of_them, LibraryRule)
    assert (wrong_as_a_whole.name, two_of_them.page) == ("wrong-as-a-whole", "A rule for tests.")
