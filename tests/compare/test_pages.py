from __future__ import annotations

import pytest

from bibproof.compare import Likeness
from bibproof.compare.pages import compare_pages
from bibproof.model import Work

SAME, CLOSE, DIFFERENT, UNKNOWN = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN

PAGES = [
    (SAME, "595-605", "595-605"),
    (SAME, "595-05", "595-605"),
    (SAME, "595-605", "595-05"),
    (SAME, "595-5", "595-605"),
    (SAME, "595", "595-605"),
    (SAME, "595--605", "595–605"),
    (SAME, "pp. 595–605", "595-605"),
    (SAME, "pp. 595", "595-605"),
    (SAME, "S. 595-605", "595-605"),
    (SAME, "595+", "595-605"),
    (SAME, "595f.", "595-605"),
    (SAME, "595ff", "595-605"),
    (SAME, "1-3, 10-11", "1-3, 10-11"),
    (SAME, "1-11", "1-3, 10-11"),
    (SAME, "xi-xv", "xi-xv"),
    (SAME, "E1003-1006", "E1003-E1006"),
    (SAME, "E1003-E1006", "E1003-1006"),
    (SAME, "S93-S99", "S93-9"),
    (SAME, "S93-9", "S93-S99"),
    (SAME, "e0123456", "0123456"),
    (SAME, "0123456", "e0123456"),
    (SAME, "1180-1197", "1197-1180"),
    (SAME, "82", "82"),
    (SAME, "Article 82", "82"),
    (SAME, "Art. no. 82", "82"),
    (SAME, "82:1-82:10", "82"),
    (SAME, "82:1--82:10", "82"),
    (SAME, "595-605", "595"),
    (SAME, "103-6", "103-106"),
    (SAME, "1234-1239", "1,234-1,239"),
    (SAME, "1,234-1,239", "1234-1239"),
    (SAME, "103-110.e2", "103-110"),
    (SAME, "103-110", "103-110.e2"),
    (SAME, "103-110", "103-110, e2"),
    (SAME, "595 to 605", "595-605"),
    (SAME, "595a-605", "595-605"),
    (SAME, "L12", "L12"),
    (SAME, "L12-L15", "L12-15"),
    (SAME, "ISI", "ISI"),
    (SAME, "2-64-2-71", "2-64-2-71"),
    (SAME, "9.1-9.12", "9.1-12"),
    (SAME, "p595", "595-605"),
    (SAME, "10:1-10:22", "10:1-10:22"),
    (CLOSE, "93-99", "S93-S99"),
    (CLOSE, "600", "595-605"),
    (CLOSE, "595-595", "595-605"),
    (DIFFERENT, "595-606", "595-605"),
    (DIFFERENT, "594-605", "595-605"),
    (DIFFERENT, "700", "595-605"),
    (DIFFERENT, "596-605", "595"),
    (DIFFERENT, "82", "83"),
    (DIFFERENT, "82", "104006"),
    (UNKNOWN, "12-15", "n/a-n/a"),
    (UNKNOWN, "12-15", "0-0"),
    (UNKNOWN, "1-12", "82"),
    (UNKNOWN, "1-12", "104006"),
    (UNKNOWN, "12 pages", "595-605"),
    (UNKNOWN, "in press", "595-605"),
    (UNKNOWN, "3-64-3-71", "2-64-2-71"),
    (UNKNOWN, "1-22", "10:1-10:22"),
]


@pytest.mark.parametrize(("likeness", "cited", "recorded"), PAGES)
def test_pages(likeness, cited, recorded):
    assert compare_pages(Work(page=cited), Work(page=recorded)).likeness is likeness


@pytest.mark.parametrize("cited", ["82", "Article 82", "e82", "82:1--82:10"])
def test_an_article_number_given_as_page(cited):
    assert compare_pages(Work(page=cited), Work(article_number="82")).likeness is SAME
    assert compare_pages(Work(page=cited), Work(article_number="82", page="1-10")).likeness is SAME


def test_another_article_number():
    record = Work(article_number="82")
    assert compare_pages(Work(page="83"), record).likeness is DIFFERENT
    assert compare_pages(Work(article_number="83"), record).likeness is DIFFERENT


def test_an_articles_own_pages_say_nothing_about_its_number():
    assert compare_pages(Work(page="1-10"), Work(article_number="82")).likeness is UNKNOWN
    assert compare_pages(Work(article_number="82"), Work(page="1-10")).likeness is UNKNOWN
    assert compare_pages(Work(page="1-11"), Work(page="1-10", article_number="82")).likeness is DIFFERENT


def test_what_one_side_lacks_is_unknown():
    assert compare_pages(Work(page="3"), Work()).likeness is UNKNOWN
    assert compare_pages(Work(), Work(page="3")).likeness is UNKNOWN
