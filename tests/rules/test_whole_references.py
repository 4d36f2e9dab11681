"""The rules about a reference as a whole: nobody has it, its parts are several works', notices, fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bibproof.compare import Likeness
from bibproof.evidence import (
    Candidate,
    Candidates,
    Elsewhere,
    Found,
    NotFound,
    Part,
    Record,
    Unavailable,
    Update,
)
from bibproof.findings import Severity
from bibproof.model import Date
from bibproof.rules import all_rules
from cases import ENTRY, OTHER_RECORD, RECORD, case, compared, problems, settled

RULES = {rule.name: rule for rule in all_rules()}


# --- not-found


def test_a_conference_paper_that_became_an_article_is_a_note():
    paper = ENTRY.replace("@article", "@inproceedings").replace(
        "journal = {Journal of Estuarine Physics}", "booktitle = {Proceedings of the Third Workshop on Tides}"
    )
    unknown = dict.fromkeys(("volume", "pages"), Likeness.UNKNOWN)
    comparison = compared(journal=Likeness.DIFFERENT, year=Likeness.DIFFERENT, **unknown)
    candidate = Candidate(RECORD, comparison)
    about = case(paper, search=Candidates(), candidates=(candidate,), covered=False)
    (problem,) = problems(RULES["not-found"], about)
    assert problem.severity is Severity.NOTE
    assert problem.message.startswith("only another version of it was found: “Tidal Mixing")
    assert (
        problems(RULES["not-found"], case(search=Candidates(), candidates=(candidate,), covered=False)) == []
    )


def test_a_preprint_of_what_may_have_appeared_since_is_noted():
    record = replace(RECORD, work=replace(RECORD.work, type="article", genre="preprint"))
    candidate = Candidate(record, compared(journal=Likeness.UNKNOWN, year=Likeness.DIFFERENT))
    about = case(search=Candidates(), candidates=(candidate,), covered=False)
    (problem,) = problems(RULES["not-found"], about)
    assert problem.severity is Severity.NOTE


@pytest.mark.parametrize("standing", [None, NotFound()])
def test_a_work_that_nobody_has(standing):
    (problem,) = problems(RULES["not-found"], case(by_doi=standing, search=Candidates()))
    assert problem.message.startswith("no record of this work was found")
    assert problem.severity is None


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"search": Unavailable("busy")},
        {"by_doi": Unavailable("down"), "search": Candidates()},
        {"by_doi": Elsewhere("DataCite"), "search": Candidates()},
        {"by_doi": Found(OTHER_RECORD), "search": Candidates()},
        {"search": Candidates(), "covered": False},
        {"search": Candidates(), "record": RECORD},
        {"search": Candidates(), "parts": (Part(("title",), RECORD), Part(("author",), OTHER_RECORD))},
    ],
)
def test_not_found_is_said_only_where_everybody_has_answered(known):
    assert problems(RULES["not-found"], case(**known)) == []


def test_a_near_candidate_is_named_and_a_far_one_is_not():
    near = Candidate(RECORD, replace(compared(year=Likeness.DIFFERENT), title_overlap=0.9))
    far = Candidate(OTHER_RECORD, replace(compared(Likeness.DIFFERENT), title_overlap=0.1))
    (problem,) = problems(RULES["not-found"], case(search=Candidates(), candidates=(near, far)))
    assert "10.5555/right" in problem.message
    assert "year" in problem.message
    (problem,) = problems(RULES["not-found"], case(search=Candidates(), candidates=(far,)))
    assert "10.5555/other" not in problem.message


@pytest.mark.parametrize(
    "entry", ["@book{k, title = {T}}", "@article{k, author = {Berg, A.}, journal = {Moss}}"]
)
def test_what_a_search_may_miss_is_a_warning(entry):
    (problem,) = problems(RULES["not-found"], case(entry, search=Candidates()))
    assert problem.severity is Severity.WARNING


# --- chimera


def test_a_chimera_says_which_part_is_whose():
    parts = (Part(("title",), RECORD), Part(("author", "year"), OTHER_RECORD))
    (problem,) = problems(RULES["chimera"], case(parts=parts))
    assert "title: Okafor & Lindqvist 2014, 10.5555/right" in problem.message
    assert "author, year: Moreau 2009, 10.5555/other" in problem.message
    assert "journal, volume, number, pages: neither" in problem.message


def test_a_doi_of_another_work_with_nothing_that_fits_the_rest():
    known = {"by_doi": Found(OTHER_RECORD), "search": Candidates()}
    assert len(problems(RULES["chimera"], case(**known))) == 1
    assert problems(RULES["chimera"], case(**known, record=RECORD)) == []
    assert problems(RULES["chimera"], case(by_doi=Found(OTHER_RECORD), search=Unavailable("busy"))) == []


# --- notices


def with_updates(*updates, **changes):
    record = replace(RECORD, updates=updates, **changes)
    return settled(record=record)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("retraction", "retracted"),
        ("partial_retraction", "retracted"),
        ("withdrawal", "retracted"),
        ("removal", "retracted"),
        ("expression_of_concern", "expression-of-concern"),
        ("correction", "corrected"),
        ("erratum", "corrected"),
        ("addendum", "corrected"),
        ("publisher-note", "corrected"),
        ("new_version", None),
        ("new_edition", None),
    ],
)
def test_each_kind_of_notice_has_one_rule(kind, rule):
    about = with_updates(Update(kind, "10.5555/notice", Date(2020, 5, 1), "publisher, retraction-watch"))
    fired = [name for name, each in RULES.items() if name in NOTICE_RULES and problems(each, about)]
    assert fired == ([rule] if rule else [])
    if rule:
        (problem,) = problems(RULES[rule], about)
        assert "2020-05-01" in problem.message
        assert "10.5555/notice" in problem.message
        assert "publisher and retraction-watch" in problem.message
        assert problem.field is None


NOTICE_RULES = {"retracted", "expression-of-concern", "corrected"}


def test_a_cited_notice_is_not_retracted_by_what_it_tells():
    for own in ("10.5555/right", "10.5555/y"):
        about = with_updates(Update("retraction", own), notice_for=("10.5555/y",))
        assert all(problems(RULES[name], about) == [] for name in NOTICE_RULES)


def test_a_cited_notice_may_itself_be_retracted():
    about = with_updates(Update("retraction", "10.5555/x"), notice_for=("10.5555/y",))
    assert len(problems(RULES["retracted"], about)) == 1


def test_a_cited_notice_is_noted():
    (problem,) = problems(RULES["notice-cited"], with_updates(notice_for=("10.5555/y",)))
    assert "10.5555/y" in problem.message
    assert problems(RULES["notice-cited"], with_updates()) == []


def test_a_cited_preprint_that_was_published_is_noted():
    (problem,) = problems(RULES["preprint-published"], with_updates(published_as=("10.5555/published",)))
    assert "10.5555/published" in problem.message
    assert problems(RULES["preprint-published"], with_updates()) == []


@pytest.mark.parametrize("prefix", ["RETRACTED: ", "Retracted Article: ", "[RETRACTED] ", "WITHDRAWN: "])
def test_the_registered_title_is_a_second_signal(prefix):
    record = Record("crossref", replace(RECORD.work, title=prefix + (RECORD.work.title or "")))
    (problem,) = problems(RULES["retracted"], settled(record=record))
    assert problem.message
    marked = ENTRY.replace("{Tidal", "{" + prefix + "Tidal")
    assert problems(RULES["retracted"], settled(marked, record=record)) == []


@pytest.mark.parametrize("suffix", [" [RETRACTED]", " (Retracted article)", " [Withdrawn]"])
def test_the_signal_may_stand_behind_the_title(suffix):
    record = Record("crossref", replace(RECORD.work, title=(RECORD.work.title or "") + suffix))
    assert len(problems(RULES["retracted"], settled(record=record))) == 1


@pytest.mark.parametrize("title", ["Retracted papers and their citations", "Removed sediments of estuaries"])
def test_a_title_about_retractions_is_no_signal(title):
    record = Record("crossref", replace(RECORD.work, title=title))
    assert problems(RULES["retracted"], settled(record=record)) == []


# --- missing-field


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (ENTRY, []),
        ("@article{k, author = {A, B}, year = 2015, journal = {J}}", ["title"]),
        ("@article{k, author = {A, B}, title = {T}, journal = {J}}", ["year"]),
        ("@article{k, author = {A, B}, title = {T}, date = {2015-01}}", ["journal"]),
        ("@article{k, title = {T}, year = 2015, journal = {J}}", ["author or editor"]),
        ("@inproceedings{k, author = {A, B}, title = {T}, year = 2015}", ["booktitle"]),
        ("@article{k, author = {A, B}, title = {T}, year = 2015, eprint = {1501.00001}}", []),
        ("@book{k, editor = {A, B}, title = {T}, year = 2015}", []),
        ("@online{k, title = {T}, url = {https://example.org}}", []),
        ("@misc{k, title = {T}}", []),
        ("@inbook{k, author = {A, B}, title = {T}, chapter = 2, publisher = {P}, year = 2015}", []),
        ("@bookinbook{k, author = {A, B}, title = {T}, year = 2015}", ["booktitle"]),
        ("@manual{k, title = {T}}", []),
        ("@proceedings{k, title = {T}, year = 2015}", []),
        ("@proceedings{k, title = {T}}", ["year"]),
        ("@techreport{k, title = {T}, institution = {I}, year = 2015}", []),
        ("@techreport{k, title = {T}, year = 2015}", ["author or editor"]),
        ("@phdthesis{k, author = {A, B}, title = {T}}", ["year"]),
        ("@article{k, author = {A, B}, title = {T}, journal = {J}, note = {in press}}", []),
    ],
)
def test_only_what_a_reader_needs_is_asked_for(text, missing):
    found = problems(RULES["missing-field"], case(text))
    assert [problem.message for problem in found] == [f"the entry has no {field}" for field in missing]


@pytest.mark.parametrize(
    "text",
    [
        "@inproceedings{k, author = {A, B}, title = {T}, crossref = {elsewhere}}",
        "@article{k, author = {A, B}, xdata = {elsewhere}}",
        "@article{k, author = {A, B}, journal = {J} {title = T}, year = 2015}",
    ],
)
def test_nothing_is_asked_of_an_entry_that_is_not_wholly_here(text):
    assert problems(RULES["missing-field"], case(text)) == []
    whole = text.replace("elsewhere", "k").replace("{J} {title = T}", "{J}")
    assert problems(RULES["missing-field"], case(whole))


def test_another_entry_that_is_broken_does_not_matter():
    about = case("@article{k, author = {A, B}, year = 2015, journal = {J}}\n@misc{l, title {T}}")
    assert about.library.broken
    assert [problem.message for problem in problems(RULES["missing-field"], about)] == [
        "the entry has no title"
    ]


# --- stale-lock


def test_a_lock_is_stale_only_where_it_is_older_than_the_user_takes():
    assert problems(RULES["stale-lock"], settled()) == []
    (problem,) = problems(RULES["stale-lock"], replace(settled(), stale_since=date(2026, 5, 1)))
    assert problem.field is None  # no field is wrong, so the verdict stands
    assert "2026-05-01" in problem.message


# --- a title that the registry has since replaced


@pytest.mark.parametrize(
    ("source", "kind", "author", "severity"),
    [
        ("datacite", "article", Likeness.SAME, Severity.WARNING),
        ("datacite", "dataset", Likeness.CLOSE, Severity.WARNING),
        ("datacite", "article", Likeness.DIFFERENT, None),
        ("datacite", "thesis", Likeness.SAME, None),
        ("crossref", "article", Likeness.SAME, None),
    ],
)
def test_the_title_of_an_earlier_version_is_a_warning(source, kind, author, severity):
    record = replace(RECORD, source=source, work=replace(RECORD.work, type=kind))
    about = settled(record=record, title=Likeness.DIFFERENT, author=author)
    (problem,) = problems(RULES["title-mismatch"], about)
    assert problem.severity is severity
