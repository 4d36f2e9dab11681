"""Plain text: a line a reference."""

from __future__ import annotations

import pytest

from bibproof.listing import Entry
from bibproof.outputs import output
from bibproof.richtext import Face, Run, rich
from hostile import HOSTILE

TEXT = output("text")


def test_a_reference_is_a_line_and_has_its_number():
    entries = [Entry("a", rich("First.")), Entry("b", (Run("Se"), Run("cond.", Face.ITALIC)))]
    assert TEXT.whole(entries) == "First.\nSecond.\n"
    assert TEXT.whole([Entry("a", rich("First."), 1), Entry("b", rich("Second."), 12)]) == (
        "1. First.\n12. Second.\n"
    )
    assert TEXT.whole([]) == ""


@pytest.mark.parametrize("title", HOSTILE)
def test_text_is_text(title):
    assert TEXT.inline(rich(title)) == title


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("two\nlines\r\nor\u2028more", "two lines or more"),
        ("a bell\x07 and \x1b[31mred", "a bell and [31mred"),
        ("turned \u202e round\u202c and \u2066so\u2069", "turned  round and so"),
        ("no\u200bthing \ufeffseen", "nothing seen"),
        ("half a pair \ud800", "half a pair \ufffd"),
        ("می\u200cخواهم 👩\u200d🔬", "می\u200cخواهم 👩\u200d🔬"),
        ("10\u00a0km", "10\u00a0km"),
        (" around ", "around"),
    ],
)
def test_what_acts_on_a_terminal_is_taken_out(written, shown):
    assert TEXT.inline(rich(written)) == shown


def test_what_the_style_does_not_list_is_not_there():
    first, last = Entry("a", rich("First.")), Entry("c", rich("Last."))
    assert TEXT.whole([first, Entry("b", ()), last]) == TEXT.whole([first, last])
    assert TEXT.whole([Entry("b", ())]) == ""
