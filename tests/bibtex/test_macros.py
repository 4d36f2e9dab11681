"""@string definitions."""

import pytest

from bibproof.bibtex.macros import LONGEST, Macros
from bibproof.bibtex.syntax import scan


def expansions(text):
    """The expansion of every field of every entry."""
    blocks = scan(text).blocks
    macros = Macros(text, blocks)
    expanded = []
    for block in blocks:
        macros.define(block)
        expanded += [macros.expand(field) for field in block.fields if block.is_entry]
    return expanded


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('@string{acm = "ACM"} @a{k, t = ACM # { Press}}', "ACM Press"),
        ("@a{k, t = jan}", "January"),
        ('@a{k, t = "10~" # feb}', "10~February"),
        ("@a{k, t = 12 # 3}", "123"),
        ("@a{k, t = jacm}", "Journal of the ACM"),
        ('@string{jacm = "Mine"} @a{k, t = jacm}', "Mine"),
        ('@string{a = "1"} @string{b = a # "2"} @a{k, t = b}', "12"),
        ('@a{k, t = later} @string{later = "x"}', "x"),
        ('@string{a = "1"} @a{k, t = a} @string{a = "2"}', "1"),
        ("@a{k, t = {a # b}}", "a # b"),
    ],
)
def test_names_stand_for_text(text, value):
    (expansion,) = expansions(text)
    assert (expansion.text, expansion.undefined, expansion.cut) == (value, (), False)


def test_a_name_that_nothing_defines_stays_as_it_is_written():
    (expansion,) = expansions('@a{k, t = Nobody # " x"}')
    assert (expansion.text, expansion.undefined) == ("Nobody x", ("Nobody",))


def test_circles_end():
    (expansion,) = expansions("@string{a = b} @string{b = a} @a{k, t = a # b}")
    assert len(expansion.text) < 10


def test_doubling_ends():
    doubling = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}" for n in range(1, 60))
    (expansion,) = expansions('@string{a0 = "xxxxxxxxxx"}' + doubling + "@a{k, t = a59}")
    assert len(expansion.text) <= LONGEST
