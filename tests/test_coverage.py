"""What the registries can be expected to have."""

from __future__ import annotations

import pytest

from bibproof.coverage import is_named_nowhere, is_registered_kind, is_searchable_kind
from bibproof.model import Person, Work


@pytest.mark.parametrize(
    ("work", "registered", "searchable"),
    [
        (Work(type="article-journal", container_title="Clinical Rheumatology"), True, True),
        (Work(type="paper-conference", container_title="Proceedings of the VLDB Endowment"), True, True),
        (Work(type="book"), True, True),
        (Work(type="webpage"), False, False),
        (Work(type="webpage", authors=(Person("Gao", "Y."),)), False, True),
        (Work(type="webpage", authors=(Person("Gao", "Y."),), url="https://example.org"), False, False),
        (Work(type="webpage", authors=(Person(literal="WHO"),)), False, False),
        (Work(type="software"), False, False),
        (Work(type="thesis"), False, True),
        (Work(type="report"), False, True),
        (Work(type="article-journal", container_title="arXiv preprint arXiv:1706.03762"), False, True),
        (Work(type="article-journal", container_title="CoRR"), False, True),
        (Work(type="article-journal", container_title="Journal of Machine Learning Research"), False, True),
        (
            Work(
                type="paper-conference", container_title="Advances in Neural Information Processing Systems"
            ),
            False,
            True,
        ),
        (Work(type="paper-conference", other_container_titles=("ICLR 2015",)), False, True),
        (Work(type="article-journal", container_title="Nature", note="in press"), False, True),
        (
            Work(type="article-journal", container_title="Nature", eprint="1706.03762", eprint_type="arxiv"),
            True,
            True,
        ),
        (Work(type="article-journal", container_title="Nature", note="arXiv:1706.03762"), True, True),
        (Work(type="article-journal", eprint="1706.03762", eprint_type="arxiv"), False, True),
        (
            Work(type="paper-conference", container_title="CVPR", eprint="1706.03762", eprint_type="arxiv"),
            False,
            True,
        ),
        (Work(type="article-journal", container_title="Corrosion Science"), True, True),
        (
            Work(type="webpage", authors=(Person(family="Kim"),), url="https://www.biorxiv.org/content/1"),
            False,
            True,
        ),
        (Work(type="webpage", authors=(Person(family="Kim"),), url="https://example.org/1"), False, False),
        (
            Work(type="webpage", authors=(Person(family="Kim"),), url="https://arxiv.org/abs/1706.03762"),
            False,
            False,
        ),
        (Work(type="article-journal", container_title="Colt Breeding Quarterly"), True, True),
    ],
)
def test_kinds(work, registered, searchable):
    assert is_registered_kind(work) is registered
    assert is_searchable_kind(work) is searchable


@pytest.mark.parametrize(
    ("work", "nowhere"),
    [
        (Work(type="document"), True),
        (Work(type="article", note="preprint"), True),
        (Work(type="document", eprint="1706.03762", eprint_type="arxiv"), False),
        (Work(type="document", url="https://arxiv.org/abs/1706.03762"), False),
        (Work(type="document", container_title="A shelf"), False),
        (Work(type="thesis"), False),
    ],
)
def test_what_is_said_to_have_appeared_nowhere(work, nowhere):
    assert is_named_nowhere(work) is nowhere
