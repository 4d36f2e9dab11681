"""crossref and xdata."""

import time

import pytest

from bibproof.bibtex.inherit import Family


def inherited(child_type, child, **parents):
    family = Family()
    for key, (parent_type, values) in parents.items():
        family.add(key, parent_type, values)
    return dict(family.whole(child_type, child))


@pytest.mark.parametrize(
    ("child_type", "parent_type", "name"),
    [
        ("inproceedings", "proceedings", "booktitle"),
        ("incollection", "collection", "booktitle"),
        ("inbook", "book", "booktitle"),
        ("book", "mvbook", "maintitle"),
        ("article", "periodical", "journaltitle"),
        ("article", "article", "title"),
    ],
)
def test_the_parents_title_is_something_else_to_the_child(child_type, parent_type, name):
    whole = inherited(child_type, {"crossref": "P"}, p=(parent_type, {"title": "T", "year": "2000"}))
    assert whole == {"crossref": "P", name: "T", "year": "2000"}


def test_the_childs_own_fields_go_first():
    whole = inherited(
        "inproceedings",
        {"crossref": "p", "title": "C", "year": "1999"},
        p=("proceedings", {"title": "P", "year": "2000"}),
    )
    assert whole["title"] == "C"
    assert whole["year"] == "1999"
    assert whole["booktitle"] == "P"


def test_what_identifies_the_parent_alone_is_not_passed_on():
    parent = {
        "title": "P",
        "doi": "10.1000/p",
        "url": "http://p",
        "pages": "1-900",
        "isbn": "1",
        "editor": "E, E",
    }
    whole = inherited("incollection", {"crossref": "p", "title": "C"}, p=("collection", parent))
    assert whole == {"crossref": "p", "title": "C", "booktitle": "P", "isbn": "1", "editor": "E, E"}


def test_a_books_author_is_the_chapters_only_where_it_is_the_same_book():
    parent = ("book", {"title": "B", "author": "A, A"})
    assert inherited("inbook", {"crossref": "p"}, p=parent)["author"] == "A, A"
    chapter = inherited("incollection", {"crossref": "p"}, p=parent)
    assert "author" not in chapter
    assert chapter["bookauthor"] == "A, A"


def test_xdata_gives_everything():
    whole = inherited(
        "article",
        {"xdata": "x, y"},
        x=("xdata", {"doi": "10.1000/x", "year": "1"}),
        y=("xdata", {"year": "2"}),
    )
    assert whole == {"xdata": "x, y", "doi": "10.1000/x", "year": "1"}


def test_a_parent_may_be_named_by_its_alias_but_a_key_goes_first():
    family = Family()
    family.add("one", "book", {"ids": "old, Two", "title": "1"})
    family.add("two", "book", {"title": "2"})
    assert family.whole("inbook", {"crossref": "OLD"})["booktitle"] == "1"
    assert family.whole("inbook", {"crossref": "two"})["booktitle"] == "2"
    assert list(family.missing({"crossref": "old", "xdata": "two, three"})) == [("xdata", "three")]


def test_grandparents():
    whole = inherited(
        "inproceedings",
        {"crossref": "p"},
        p=("proceedings", {"crossref": "g", "title": "P"}),
        g=("mvproceedings", {"title": "G", "publisher": "Press"}),
    )
    assert whole["booktitle"] == "P"
    assert whole["maintitle"] == "G"
    assert whole["publisher"] == "Press"


def test_cycles_and_missing_parents_are_harmless():
    assert inherited("book", {"crossref": "nowhere", "title": "T"}) == {"crossref": "nowhere", "title": "T"}
    ring = {
        key: ("book", {"crossref": following, key: "x"}) for key, following in zip("abc", "bca", strict=True)
    }
    assert set(inherited("book", {"crossref": "a"}, **ring)) == {"crossref", "a", "b", "c"}
    assert inherited("book", {"crossref": "s"}, s=("book", {"crossref": "s"})) == {"crossref": "s"}


def test_in_a_circle_it_does_not_matter_who_is_asked_first():
    ring = {
        key: ("book", {"crossref": following, key: "x"}) for key, following in zip("abc", "bca", strict=True)
    }
    family = Family()
    for key, (parent_type, values) in ring.items():
        family.add(key, parent_type, values)
    for key in "abcabc":
        assert set(family.whole("book", {"crossref": key})) == {"crossref", "a", "b", "c"}


def test_parents_of_many_fields_and_circles_take_no_quadratic_time():
    started = time.process_time()
    family = Family()
    family.add("big", "book", {f"f{number}": "x" for number in range(20_000)})
    for number in range(20_000):
        family.add(f"k{number}", "book", {"crossref": f"k{number - number % 50 + (number + 1) % 50}"})
    for number in range(20_000):
        assert len(family.whole("inbook", {"crossref": "big"})) <= 100
        family.whole("book", {"crossref": f"k{number}"})
    assert time.process_time() - started < 5


def test_a_chain_of_any_length_stays_small():
    family = Family()
    for number in range(20_000):
        family.add(f"k{number}", "book", {"crossref": f"k{number + 1}", f"f{number}": "x"})
    assert len(family.whole("book", {"crossref": "k0"})) <= 100
