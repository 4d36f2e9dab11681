"""Which references a list has, and what is said where one is not there."""

from __future__ import annotations

import pytest

from bibproof.errors import UsageError
from bibproof.readers.bibtex import bibtex
from bibproof.rendering import check_format, choose, style_named

LIBRARY = bibtex("@misc{a, title={A}} @misc{b, title={B}} @misc{a, title={Second}} @misc{c, title={C}}", None)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["c", "a"], ["C", "A"]),
        (["b", "b", "a"], ["B", "A"]),
        (["c", "*"], ["C", "A", "B"]),
        (["*"], ["A", "B", "C"]),
        ([], []),
    ],
)
def test_the_keys_order_is_kept_and_the_first_of_a_key_counts(keys, chosen):
    assert [reference.work.title for reference in choose(LIBRARY, keys)] == chosen


def test_a_key_that_is_not_there_is_named_with_the_nearest():
    library = bibtex("@misc{smith2001, title={A}}", None)
    with pytest.raises(UsageError, match="no entry 'smith201'; the nearest key is 'smith2001'"):
        choose(library, ["smith201"])


def test_styles_and_formats_that_are_not_there_are_named_with_those_that_are():
    with pytest.raises(UsageError, match=r"'harvard'.*apa, vancouver.*\.csl"):
        style_named("harvard")
    with pytest.raises(UsageError, match=r"'pdf'.*docx.*html"):
        check_format("pdf", has_file=True)
    with pytest.raises(UsageError, match="--output"):
        check_format("docx", has_file=False)
