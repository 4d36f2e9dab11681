"""bibtexparser's splitter, a reader of another make, finds the same entries."""

import warnings

import pytest
from bibtexparser.model import DuplicateBlockKeyBlock, Entry
from bibtexparser.splitter import Splitter
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.bibtex.blocks import BRACED, JOINED, QUOTED
from bibproof.bibtex.syntax import scan

_OUTER = {BRACED: ("{", "}"), QUOTED: ('"', '"')}


def ours(text):
    return [
        (
            block.type,
            text[block.key_span.start : block.key_span.end],
            [
                (text[f.name_start : f.name_end], text[f.start : f.end].join(_OUTER.get(f.kind, ("", ""))))
                for f in block.fields
            ],
        )
        for block in scan(text).blocks
        if block.is_entry
    ]


def theirs(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        blocks = Splitter(text).split().blocks
    blocks = [b.ignore_error_block if isinstance(b, DuplicateBlockKeyBlock) else b for b in blocks]
    return [
        (block.entry_type.lower(), block.key, [(field.key, field.value) for field in block.fields])
        for block in blocks
        if isinstance(block, Entry)
    ]


_FILES = {
    "articles": r"""
This is a remark.
@article{greenway2010,
  author  = {Greenway, Frank L. and Fujioka, Ken and others},
  title   = {Effect of naltrexone plus bupropion on weight loss in overweight and obese adults ({COR-I})},
  journal = lancet,
  year    = 2010,
  volume  = "376",
  pages   = {595--605},
  doi     = {10.1016/S0140-6736(10)60888-4},
}
@article{toljan2018, author="Toljan, K. and Vrooman, B.", title={{Low-Dose} {N}altrexone}, year="20" # "18"}
""",
    "commands": """@string{lancet = "The Lancet"}
@preamble{"\\newcommand{\\noop}[1]{}"}
@comment{jabref-meta: databaseType:bibtex;}
@Misc { key:with/marks , Title = {x, "y" = z} , note = "{"}quoted{"}" }
""",
    "accents": r"""@book{erdos, author = "Paul Erd{\H{o}}s",
  editor = {M{\"u}ller, K. and \O rsted}, title={50\% of $x^{2}$}}""",
}


@pytest.mark.parametrize("text", _FILES.values(), ids=_FILES.keys())
def test_files(text):
    assert ours(text) == theirs(text) != []


_TEXT = st.text(st.sampled_from("abc XY,=%#é\n'"), max_size=20)
_GROUP = st.recursive(
    _TEXT, lambda inner: st.tuples(inner, inner).map(lambda p: f"{p[0]}{{{p[1]}}}"), max_leaves=6
)
_VALUE = st.one_of(_GROUP.map("{{{}}}".format), _TEXT.map('"{}"'.format), st.integers(0, 3000).map(str))
_FIELDS = st.dictionaries(st.from_regex(r"[A-Za-z][a-z]{0,6}", fullmatch=True), _VALUE, max_size=5)


@given(st.dictionaries(st.from_regex(r"[A-Za-z][A-Za-z0-9:_-]{0,8}", fullmatch=True), _FIELDS, max_size=4))
@settings(max_examples=50, deadline=None)
def test_generated_entries(library):
    text = "\n\n".join(
        "@article{"
        + key
        + ",\n  "
        + ",\n  ".join(f"{name} = {value}" for name, value in fields.items())
        + "\n}"
        for key, fields in library.items()
        if fields
    )
    assert ours(text) == theirs(text)


def test_where_ours_is_better():
    """A missing comma, and a field twice, lose fields or the whole entry there."""
    missing_comma = "@article{k,\n title = {T}\n year = 2000\n}"
    assert (
        ours(missing_comma)
        == [("article", "k", [("title", "{T}"), ("year", "2000")])]
        != theirs(missing_comma)
    )
    twice = "@article{k, title = {T}, title = {U}}"
    assert theirs(twice) == []
    assert [name for name, _ in ours(twice)[0][2]] == ["title", "title"]


def test_a_joined_value_is_one_expression():
    (block,) = scan("@a{k, t = {x} # y}").blocks
    assert block.fields[0].kind == JOINED
