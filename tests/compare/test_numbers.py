from __future__ import annotations

import pytest

from bibproof.compare import Likeness
from bibproof.compare.numbers import compare_issues, compare_volumes
from bibproof.model import Date, Work

SAME, CLOSE, DIFFERENT, UNKNOWN = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN

VOLUMES = [
    (SAME, "13", "Volume 13"),
    (SAME, "vol. 13", "13"),
    (SAME, "83", "83 (1999)"),
    (SAME, "9", "IX"),
    (SAME, "31(4)", "31"),
    (SAME, "12A", "12A"),
    (SAME, "12", "12A"),
    (SAME, "31-32", "31"),
    (SAME, "B12", "12"),
    (CLOSE, "12A", "12B"),
    (DIFFERENT, "12", "13"),
    (DIFFERENT, "2014", "2015"),
    (DIFFERENT, "IX", "X"),
    (UNKNOWN, "13", "Publish Ahead of Print"),
    (UNKNOWN, "12", "2015"),
    (UNKNOWN, "abs/1412.6980", "3"),
]

ISSUES = [
    (SAME, "2", "2(45)"),
    (SAME, "45", "2(45)"),
    (SAME, "1", "1-2"),
    (SAME, "1-2", "1/2"),
    (SAME, "1--2", "1-2"),
    (SAME, "Suppl 1", "S1"),
    (SAME, "Supplement_1", "Suppl. 1"),
    (SAME, "suppl_1", "S1"),
    (SAME, "Pt 2", "2"),
    (SAME, "Part 2", "Pt 2"),
    (SAME, "July", "7"),
    (SAME, "July", "Jul"),
    (SAME, "02", "2"),
    (SAME, "no. 4", "4"),
    (SAME, "4, Part 1", "4"),
    (SAME, "Special Issue", "Special Issue"),
    (DIFFERENT, "3", "2"),
    (DIFFERENT, "9741", "9742"),
    (UNKNOWN, "3", "2022-12-01"),
    (UNKNOWN, "6", "9741"),
    (UNKNOWN, "ed.esp.", "2"),
    (UNKNOWN, "ENCS_A1", "4"),
]


@pytest.mark.parametrize(("likeness", "cited", "recorded"), VOLUMES)
def test_volumes(likeness, cited, recorded):
    assert compare_volumes(Work(volume=cited), Work(volume=recorded)).likeness is likeness


@pytest.mark.parametrize(("likeness", "cited", "recorded"), ISSUES)
def test_issues(likeness, cited, recorded):
    assert compare_issues(Work(issue=cited), Work(issue=recorded)).likeness is likeness


def test_what_one_side_lacks_is_unknown():
    assert compare_volumes(Work(volume="3"), Work()).likeness is UNKNOWN
    assert compare_issues(Work(), Work(issue="3")).likeness is UNKNOWN


def test_volume_and_issue_exchanged_are_one_fault_of_the_volume():
    cited, recorded = Work(volume="4", issue="93"), Work(volume="93", issue="4")
    volume = compare_volumes(cited, recorded)
    assert (volume.likeness, volume.reason) == (DIFFERENT, "volume and issue are exchanged")
    assert compare_issues(cited, recorded).likeness is CLOSE


def test_an_issue_in_the_volumes_brackets():
    assert compare_issues(Work(volume="31(4)"), Work(volume="31", issue="4")).likeness is SAME
    assert compare_issues(Work(volume="31(5)"), Work(volume="31", issue="4")).likeness is DIFFERENT


def test_a_volume_that_is_the_year_is_compared_with_years_only():
    record = Work(volume="2010", issued=Date(2010))
    assert compare_volumes(Work(volume="8", issued=Date(2010)), record).likeness is UNKNOWN
    assert compare_volumes(Work(volume="2011", issued=Date(2010)), record).likeness is DIFFERENT
    assert compare_volumes(Work(volume="2100", issued=Date(2010)), record).likeness is DIFFERENT


def test_an_article_number_given_as_issue_is_not_accused():
    record = Work(issue="4", article_number="52")
    assert compare_issues(Work(issue="52"), record).likeness is UNKNOWN
    assert compare_issues(Work(issue="51"), record).likeness is DIFFERENT
