"""Files, names and pages hold together; what the pages say of their examples is so."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta

import pytest

from bibproof import Settings, check, lock, read
from bibproof.findings import CitationRule, Severity
from bibproof.rule_pages import FAILS, HEADINGS, PASSES, example, parts
from bibproof.rules import all_rules
from bibproof.selection import cited_in, subject
from conftest import ROOT
from crossref_server import CrossrefServer
from example_records import RECORDS

NAMES = [
    "author-mismatch",
    "chimera",
    "corrected",
    "doi-mismatch",
    "doi-not-found",
    "duplicate-doi",
    "duplicate-key",
    "expired-suppression",
    "expression-of-concern",
    "journal-mismatch",
    "malformed-doi",
    "malformed-suppression",
    "missing-doi",
    "missing-field",
    "not-found",
    "notice-cited",
    "number-mismatch",
    "pages-mismatch",
    "preprint-published",
    "retracted",
    "stale-lock",
    "syntax-error",
    "title-mismatch",
    "uncited",
    "undefined-citation",
    "useless-suppression",
    "volume-mismatch",
    "year-mismatch",
]


def by_name(rule):
    return rule.name


def test_the_rules_are_those_that_users_know():
    assert [rule.name for rule in all_rules()] == NAMES


@pytest.mark.parametrize("rule", all_rules(), ids=by_name)
def test_each_rule_has_a_page(rule):
    first, *texts = parts(rule.page).values()
    assert first[0].isupper()
    assert first.endswith(".")
    assert tuple(parts(rule.page))[1:] == HEADINGS
    assert all(texts)
    assert isinstance(rule.severity, Severity)


@pytest.fixture(scope="module")
def server():
    with CrossrefServer(RECORDS) as server:
        yield server


@pytest.fixture
def checked(server, tmp_path, monkeypatch):
    """The report of a text, as the records of the examples have it."""
    monkeypatch.setenv("BIBPROOF_DOI_URL", server.url)

    def checked(text):
        path = tmp_path / "example.bib"
        path.write_text(text, "utf-8")
        settings = Settings(
            crossref_url=server.url, doi_url=server.url, crossref_token="member", use_cache=False
        )
        return check(path, settings=settings)

    return checked


@pytest.fixture
def checked_with_an_old_lock(server, tmp_path):
    """The report of a text that was locked half a year ago, when records must be of the last 90 days."""

    def checked(text):
        path = tmp_path / "example.bib"
        path.write_text(text, "utf-8")
        settings = Settings(
            crossref_url=server.url, doi_url=server.url, crossref_token="member", use_cache=False, max_age=90
        )
        lock(path, settings=settings)
        locked = path.with_suffix(".lock")
        half_a_year_ago = (date.today() - timedelta(days=182)).isoformat()
        locked.write_text(locked.read_text("utf-8").replace(date.today().isoformat(), half_a_year_ago))
        return check(path, settings=settings)

    return checked


@pytest.fixture
def checked_as_cited(server, tmp_path):
    """The report of a text that a paper cites from, which cites sudakin2016."""

    def checked(text):
        path, paper = tmp_path / "example.bib", tmp_path / "paper.tex"
        path.write_text(text, "utf-8")
        paper.write_text(r"\cite{sudakin2016}", "utf-8")
        settings = Settings(
            crossref_url=server.url, doi_url=server.url, crossref_token="member", use_cache=False
        )
        return check(*cited_in([subject(read(path))], [paper]), settings=settings)

    return checked


@pytest.fixture
def check_for(checked, checked_as_cited):
    return lambda rule: checked_as_cited if isinstance(rule, CitationRule) else checked


@pytest.mark.parametrize("rule", all_rules(), ids=by_name)
def test_the_example_that_fails_does(rule, check_for, checked_with_an_old_lock):
    check_it = checked_with_an_old_lock if rule.name == "stale-lock" else check_for(rule)
    report = check_it(example(rule.page, FAILS))
    assert rule.name in {finding.rule for finding in report.findings}
    others = {finding.rule for finding in report.at_least(Severity.WARNING)} - {rule.name}
    assert others <= {"syntax-error", "chimera", "not-found", "duplicate-doi", "undefined-citation"}


@pytest.mark.parametrize("rule", all_rules(), ids=by_name)
def test_the_example_that_passes_does(rule, check_for):
    report = check_for(rule)(example(rule.page, PASSES))
    assert report.results
    assert rule.name not in {finding.rule for finding in report.findings}
    assert [(finding.rule, finding.message) for finding in report.at_least(Severity.WARNING)] == []
    assert report.unchecked == 0


def test_the_documents_are_those_of_the_docstrings():
    """`python docs/write_rules.py` writes them."""
    spec = importlib.util.spec_from_file_location("write_rules", ROOT / "docs" / "write_rules.py")
    write_rules = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(write_rules)
    written = {path.name: path.read_text("utf-8") for path in write_rules.FOLDER.glob("*.md")}
    assert written == dict(write_rules.documents())
