"""The lock is written to be read again, by us and in a diff."""

from __future__ import annotations

import json
import stat
from datetime import date

import pytest

from bibproof.errors import FileError, LockError
from bibproof.evidence import (
    Candidates,
    Case,
    Elsewhere,
    Found,
    NotFound,
    Part,
    Record,
    Unavailable,
    Update,
)
from bibproof.lockfile import Lock, Settled, lock_path, read_lock, settle_lock, write_lock
from bibproof.model import Date, Library, Person, Reference, Span, Work

KIM = Record(
    source="crossref",
    work=Work(
        type="article-journal",
        title="Low-Dose Naltrexone for Chronic Pain",
        subtitle="Update and Systemic Review",
        other_titles=("LDN",),
        authors=(Person(family="Kim", given="Phillip S."), Person(literal="The LDN Group")),
        issued=Date(2020, 8, 26),
        dates=(Date(2020, 8, 26), Date(2020, 10)),
        container_title="Current Pain and Headache Reports",
        other_container_titles=("Curr Pain Headache Rep",),
        volume="24",
        issue="10",
        article_number="64",
        doi="10.1007/s11916-020-00898-0",
        issn=("1531-3433",),
    ),
    url="https://doi.org/10.1007/s11916-020-00898-0",
    updates=(Update("retraction", "10.1007/x", Date(2022, 3), "publisher, retraction-watch"),),
    notice_for=("10.1007/y",),
    published_as=("10.1007/z",),
    retrieved=date(2026, 11, 23),
)
PATTEN = Record(
    source="transcribed",
    work=Work(type="article-journal", title="Safety", doi="10.1002/phar.2086"),
    seen="https://example.org/list",
)
EMPTY = Library(None, "", ())


def a_case(key="kim2020", doi=None, **known):
    work = Work(type=known.pop("type", "article-journal"), title="T", doi=doi)
    return Case(Reference(key, work, Span(0, 0), Span(0, 0)), EMPTY, **known)


def test_a_lock_comes_back_as_it_was_written(tmp_path):
    lock = Lock(
        {
            "kim2020": Settled(KIM.work.doi, "the DOI leads to it"),
            "patten2018": Settled(
                None, "its parts", (KIM.work.doi, PATTEN.work.doi), "10.1/cited", leads_to=KIM.work.doi
            ),
            "zenodo": Settled(None, "registered with DataCite", (), "10.5281/z", agency="DataCite"),
        },
        {KIM.work.doi: KIM, PATTEN.work.doi: PATTEN},
    )
    path = tmp_path / "refs.lock"
    write_lock(path, lock)
    again = read_lock(path)
    assert again is not None
    assert dict(again.references) == dict(lock.references)
    assert dict(again.records) == dict(lock.records)


def test_writing_is_stable_and_leaves_out_records_that_no_key_names(tmp_path):
    records = {KIM.work.doi: KIM, PATTEN.work.doi: PATTEN}
    one = Lock({"b": Settled(KIM.work.doi), "a": Settled(None)}, records)
    other = Lock({"a": Settled(None), "b": Settled(KIM.work.doi)}, dict(reversed(records.items())))
    for name, lock in (("one", one), ("other", other)):
        write_lock(tmp_path / name, lock)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    document = json.loads((tmp_path / "one").read_text("utf-8"))
    assert list(document) == ["version", "references", "records"]
    assert list(document["references"]) == ["a", "b"]
    assert list(document["records"]) == [KIM.work.doi]


def test_there_may_be_no_lock(tmp_path):
    assert read_lock(tmp_path / "none.lock") is None
    assert lock_path(tmp_path / "refs.bib") == tmp_path / "refs.lock"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b'"text"',
        b"{}",
        b'{"version": 2, "references": {}, "records": {}}',
        b'{"version": true, "references": {}, "records": {}}',
        b'{"version": 1, "references": {"k": {}}, "records": {}}',
        b'{"version": 1, "references": {"k": {"doi": [1], "because": ""}}, "records": {}}',
        b'{"version": 1, "references": {"k": {"doi": null, "because": "", "cited": ["x"]}}, "records": {}}',
        b'{"version": 1, "references": {"k": {"doi": null, "because": "", "candidates": 5}}, "records": {}}',
        b'{"version": 1, "references": {}, "records": {"10.1/x": {"source": "s", "author": "x"}}}',
        b'{"version": 1, "references": {}, "records": {"10.1/x": {"source": "s", "title": "\\ud800"}}}',
        b'{"version": 1, "references": {}, "records": {"10.1/x": {"source": "s", "issued": "99-99-99-99"}}}',
        b'{"version": 1, "references": {}, "records": {"10.1/x": {"source": "s", "updates": [{"kind": 5}]}}}',
        b'{"version": 1, "references": {}, "records": {"10.1/x": {"source": 3}}}',
        b'{"version": 1, "references": {}, "records": {"10.1/x": {"source": "s", "issued": "soon"}}}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_what_is_no_lock_is_said_in_one_line_that_names_the_file(tmp_path, content):
    path = tmp_path / "refs.lock"
    path.write_bytes(content)
    with pytest.raises(LockError) as caught:
        read_lock(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"version": 1,\n<<<<<<< HEAD\n"records": {}\n=======\n>>>>>>> theirs\n}', "marks of a merge"),
        ('{"version": 2, "references": {}, "records": {}}', "of a later bibproof"),
        ('{"version": "x", "references": {}, "records": {}}', "version is 'x', not 1"),
        ("[]", "of another kind"),
    ],
)
def test_what_is_wrong_with_a_lock_is_said_in_plain_words(tmp_path, content, reason):
    path = tmp_path / "refs.lock"
    path.write_text(content, "utf-8")
    with pytest.raises(LockError, match=reason) as caught:
        read_lock(path)
    assert "remove it and 'bibproof lock' writes it anew" in str(caught.value)


def test_a_lock_that_cannot_be_written_is_a_file_error(tmp_path):
    with pytest.raises(FileError, match="could not be written"):
        write_lock(tmp_path / "no such folder" / "refs.lock", Lock())


def test_writing_keeps_the_mode_and_leaves_no_other_file(tmp_path):
    path = tmp_path / "refs.lock"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    write_lock(path, Lock())
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_settled_case_is_locked_with_its_reason():
    case = a_case(doi=KIM.work.doi, by_doi=Found(KIM), record=KIM, because="the DOI leads to it")
    lock = settle_lock([case], Lock())
    assert lock.references["kim2020"] == Settled(KIM.work.doi, "the DOI leads to it")
    assert lock.records_of("kim2020") == (KIM,)


def test_an_alias_finds_its_record_again():
    case = a_case(doi="10.1/alias", by_doi=Found(KIM), record=KIM)
    lock = settle_lock([case], Lock())
    assert lock.standing("10.1/alias") == Found(KIM)
    assert lock.standing(KIM.work.doi) == Found(KIM)
    assert lock.standing("10.1/unknown") is None


def test_a_wrong_doi_keeps_the_record_that_it_leads_to():
    case = a_case(doi=PATTEN.work.doi, by_doi=Found(PATTEN), record=KIM, search=Candidates((KIM,)))
    lock = settle_lock([case], Lock())
    assert lock.standing(PATTEN.work.doi) == Found(PATTEN)
    assert lock.records_of("kim2020") == (KIM, PATTEN)


def test_a_chimera_keeps_the_records_of_its_parts():
    case = a_case(parts=(Part(("title",), KIM), Part(("author",), PATTEN)), search=Candidates((KIM, PATTEN)))
    lock = settle_lock([case], Lock())
    assert lock.references["kim2020"].doi is None
    assert lock.records_of("kim2020") == (KIM, PATTEN)


def test_what_could_not_be_asked_keeps_what_was_known():
    before = settle_lock([a_case(record=KIM, by_doi=Found(KIM), doi=KIM.work.doi)], Lock())
    after = settle_lock(
        [a_case(search=Unavailable("down")), a_case("new", search=Unavailable("down"))], before
    )
    assert dict(after.references) == dict(before.references)
    assert after.records_of("kim2020") == (KIM,)


def test_what_was_not_found_is_not_locked():
    """A lock that remembered an absence would say "not found" of what has been registered since."""
    cases = [
        a_case(search=Candidates()),
        a_case("dead", doi="10.1/dead", by_doi=NotFound(), search=Candidates()),
    ]
    assert not settle_lock(cases, Lock()).references


def test_a_dead_doi_is_no_alias_of_the_work_that_was_meant():
    case = a_case(doi="10.1/dead", by_doi=NotFound(), record=KIM, search=Candidates((KIM,)))
    lock = settle_lock([case], Lock())
    assert lock.references["kim2020"].doi == KIM.work.doi
    assert lock.standing("10.1/dead") is None


def test_an_alias_of_another_work_leads_to_that_work():
    case = a_case(doi="10.1/alias", by_doi=Found(PATTEN), record=KIM, search=Candidates((KIM,)))
    lock = settle_lock([case], Lock())
    assert lock.standing("10.1/alias") == Found(PATTEN)


def test_another_agencys_doi_and_an_uncovered_kind_are_locked():
    cases = [
        a_case("zenodo", doi="10.5281/z", by_doi=Elsewhere("DataCite")),
        a_case("page", type="webpage", covered=False),
    ]
    lock = settle_lock(cases, Lock())
    assert lock.standing("10.5281/z") == Elsewhere("DataCite")
    assert lock.references["page"].doi is None


def test_a_lock_is_searched_among_its_own_records():
    lock = Lock({}, {KIM.work.doi: KIM, PATTEN.work.doi: PATTEN})
    assert lock.search(Work(title="Low-dose naltrexone for chronic pain"))[0] == KIM
    assert lock.search(Work(title="something else entirely")) == ()
