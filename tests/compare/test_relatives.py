"""Works that are near the cited one, and another."""

from __future__ import annotations

import pytest

from bibproof.compare.relatives import is_of_another_version, is_preprint, is_whole_or_part
from bibproof.model import Work

ARTICLE = Work(type="article-journal", container_title="Tides")
PREPRINT = Work(type="article", genre="preprint")


@pytest.mark.parametrize(
    ("cited", "recorded", "other"),
    [
        (ARTICLE, PREPRINT, True),
        (Work(type="article-journal", container_title="bioRxiv"), ARTICLE, True),
        (Work(type="article", container_title="arXiv preprint arXiv:1706.03762"), ARTICLE, True),
        (Work(type="article", eprint="1706.03762", eprint_type="arxiv"), ARTICLE, True),
        (ARTICLE, ARTICLE, False),
        (Work(type="article-journal", container_title="bioRxiv"), PREPRINT, False),
        (Work(type="article-journal"), PREPRINT, False),
        (Work(type="document"), PREPRINT, False),
    ],
)
def test_a_preprint_and_what_became_of_it(cited, recorded, other):
    assert is_of_another_version(cited, recorded) is other


@pytest.mark.parametrize(
    "server", ["arXiv", "bioRxiv", "medRxiv", "ChemRxiv", "PsyArXiv", "SSRN Electronic Journal"]
)
def test_servers_of_preprints(server):
    assert is_preprint(Work(type="article-journal", container_title=server))


@pytest.mark.parametrize(
    "journal", ["Archives of Dermatology", "Corrosion Science", "Law and Society Review"]
)
def test_journals_are_no_servers_of_preprints(journal):
    assert not is_preprint(Work(type="article-journal", container_title=journal))


@pytest.mark.parametrize(
    ("cited", "recorded", "related"),
    [
        (
            Work(type="chapter", title="Mixing", container_title="Handbook of Tides"),
            Work(type="book", title="Handbook of Tides"),
            True,
        ),
        (
            Work(type="book", title="Handbook of Tides"),
            Work(type="chapter", title="Mixing", container_title="Handbook of Tides"),
            True,
        ),
        (
            Work(type="chapter", title="Mixing", container_title="Handbook of Rivers"),
            Work(type="book", title="Handbook of Tides"),
            False,
        ),
        (Work(type="chapter", title="Mixing"), Work(type="book", title="Mixing"), False),
    ],
)
def test_a_book_and_its_part(cited, recorded, related):
    assert is_whole_or_part(cited, recorded) is related
