"""What a record says of notices: the shapes of `updated-by` and `update-to` that Crossref really serves."""

from __future__ import annotations

import pytest

from bibproof.sources._crossref_records import record

OWN = "10.5555/own"


def notice(kind, doi="10.5555/notice", source="publisher"):
    return {"type": kind, "DOI": doi, "source": source, "updated": {"date-parts": [[2010, 2, 6]]}}


def updates(by=(), to=()):
    known = record({"DOI": OWN, "type": "journal-article", "updated-by": list(by), "update-to": list(to)})
    assert known is not None
    return [(update.kind, update.doi, update.source) for update in known.updates]


def test_what_both_sources_report_is_told_once():
    both = [notice("retraction", source="retraction-watch"), notice("retraction")]
    assert updates(both) == [("retraction", "10.5555/notice", "retraction-watch, publisher")]


def test_a_retraction_deposited_as_an_erratum_too_is_a_retraction():
    both = [notice("retraction", source="retraction-watch"), notice("erratum")]
    assert updates(both) == [("retraction", "10.5555/notice", "retraction-watch")]


def test_a_correction_and_a_retraction_are_two_notices():
    both = [notice("correction", "10.5555/correction"), notice("retraction")]
    assert [kind for kind, _, _ in updates(both)] == ["correction", "retraction"]


@pytest.mark.parametrize("kind", ["new_version", "correction", "new_edition"])
def test_a_work_that_names_itself_is_no_notice_about_it(kind):
    assert updates([notice(kind, OWN)], [notice(kind, OWN)]) == []


def test_a_notice_in_the_works_place_is_one_unless_it_has_its_own():
    assert updates(to=[notice("retraction", OWN)]) == [("retraction", OWN, "publisher")]
    by = [notice("retraction"), notice("retraction", OWN)]
    assert updates(by, [notice("retraction", OWN)]) == [("retraction", "10.5555/notice", "publisher")]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Retraction", "retraction"),
        ("retracted", "retraction"),
        ("Retraction Notice", "retraction"),
        ("partial-retraction", "partial_retraction"),
        ("Withdrawal", "withdrawal"),
        ("withdrawn", "withdrawal"),
        ("Expression of Concern", "expression_of_concern"),
        ("expression-of-concern", "expression_of_concern"),
        ("corrigendum", "corrigendum"),
    ],
)
def test_kinds_as_publishers_write_them(written, kind):
    assert [found for found, _, _ in updates([notice(written)])] == [kind]


@pytest.mark.parametrize(
    ("kind", "about"),
    [("retraction", ("10.5555/other",)), ("erratum", ("10.5555/other",)), ("new_version", ())],
)
def test_a_notice_is_about_another_work_and_a_new_version_is_that_work(kind, about):
    known = record({"DOI": OWN, "update-to": [notice(kind, "10.5555/OTHER"), notice(kind, OWN)]})
    assert known is not None
    assert known.notice_for == about


def test_a_preprint_names_what_it_was_published_as():
    related = [
        {"id-type": "doi", "id": "10.1038/S41586-020-2012-7", "asserted-by": "subject"},
        {"id-type": "doi", "id": OWN, "asserted-by": "subject"},
        {"id-type": "uri", "id": "https://example.org", "asserted-by": "subject"},
    ]
    known = record({"DOI": OWN, "relation": {"is-preprint-of": related, "has-review": [{"id": "10.5555/r"}]}})
    assert known is not None
    assert known.published_as == ("10.1038/s41586-020-2012-7",)
