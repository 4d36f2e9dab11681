"""The scanner: what stands where, what is broken, and that no input takes quadratic time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.bibtex.blocks import BARE, BRACED, JOINED, QUOTED
from bibproof.bibtex.syntax import scan


def entries(text):
    """Every entry as (type, key, {name as written: value as written})."""
    return [
        (
            block.type,
            text[block.key_span.start : block.key_span.end],
            {text[f.name_start : f.name_end]: text[f.start : f.end] for f in block.fields},
        )
        for block in scan(text).blocks
        if block.is_entry
    ]


def reasons(text):
    return [broken.reason for broken in scan(text).broken]


def test_offsets_lead_to_what_is_written():
    text = '% x\n@Article{Key1,\n title = {A {B} c},\n  Year = 2001,\n  note = "q {"} r",\n  x = a # {b}\n}\n'
    document = scan(text)
    (block,) = document.blocks
    assert document.broken == ()
    assert text[block.span.start : block.span.end] == text[text.index("@") :].rstrip()
    assert text[block.type_span.start : block.type_span.end] == "Article"
    assert block.type == "article"
    assert [(text[f.start : f.end], f.kind) for f in block.fields] == [
        ("A {B} c", BRACED),
        ("2001", BARE),
        ('q {"} r', QUOTED),
        ("a # {b}", JOINED),
    ]
    assert [(text[p.start : p.end], p.kind) for p in block.fields[3].pieces] == [("a", BARE), ("b", BRACED)]


def test_fields_are_a_sequence():
    (block,) = scan("@a{k, x = {1}, y = b # {c}, z = 3}").blocks
    fields = list(block.fields)
    assert len(block.fields) == 3
    assert [block.fields[place] for place in (0, 1, -1)] == fields
    assert block.fields[1:] == fields[1:]
    assert [len(field.pieces) for field in fields] == [1, 2, 1]
    with pytest.raises(IndexError):
        block.fields[3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "a remark, b@c.org {x} and @",
        "@comment{anything } @comment no brace",
        "@comment{ @article{inside, title={x}} }",
        "% @article{off,\n%  title = {x}\n% }\n",
        '@preamble{ {\\newcommand} # "x" }',
        '@string{a = "x"} @string(b = {y})',
        "@article{k, title={x},}",
        "@misc{k} so, see\n x = {y}",
        "@article(k, title={a ) b})",
        "@article{k, % a remark with } in it\n title={x} % another\n}",
        "@article{k,\r title={x},\r year=2000\r}\r",
        "@article{k,\r\n title={x}\r\n}\r\n",
        "@article{k, abstract={see\n@article{q}\n}, year=2000}",
        "write to me@university{x}, bob@dept(y), not@all{foo, bar}\n",
        "see f{a} and\nf(a, b=1)\nset{x, y}\n",
        "@misc{k}",
        "@misc{k,\0 title={x}}",
        "@article{k, title={" + "{" * 9 + "x" + "}" * 9 + "}}",
    ],
)
def test_nothing_to_report(text):
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "@a{k,\n t={x}\n y=2\n}",
            [("a", "k", {"t": "x", "y": "2"})],
            'expected "," after the value of "t", before the field on line 3',
        ),
        (
            "@a{k,\n t={x,\n y=2\n}\n@b{l, t={z}}",
            [("a", "k", {"t": "x", "y": "2"}), ("b", "l", {"t": "z"})],
            'the value of "t" opens with { on line 2 and is not closed: expected } before line 3',
        ),
        (
            '@a{k,\n t="x,\n y=2\n}\n@b{l, t={z}}',
            [("a", "k", {"t": "x", "y": "2"}), ("b", "l", {"t": "z"})],
            'the value of "t" opens with " on line 2 and is not closed: expected " before line 3',
        ),
        (
            "@a{k,\n t={x},\n\n@b{l, t={z}}",
            [("a", "k", {"t": "x"}), ("b", "l", {"t": "z"})],
            '"@a{" on line 1 is not closed: expected "," or "}", but line 4 starts another entry',
        ),
        (
            "@a{k, t={x},",
            [("a", "k", {"t": "x"})],
            '"@a{" on line 1 is not closed: expected "," or "}", but the file ends',
        ),
        (
            "@a{k, t={x}}, y={2}}\n@b{l}",
            [("a", "k", {"t": "x", "y": "2"}), ("b", "l", {})],
            'a "}" too many: it ends the entry, and a field follows it',
        ),
        (
            '@a{k, t="x "y" z",\n y=2}',
            [("a", "k", {"t": 'x "y" z', "y": "2"})],
            'the value of "t" has a quotation mark or a single brace in it: put it in braces',
        ),
        ("@a{t={x}, y=2}", [("a", "", {"t": "x", "y": "2"})], 'expected a key after "@a{"'),
        ("@a{, t={x}}", [("a", "", {"t": "x"})], 'expected a key after "@a{"'),
        ("@a{k\n t={x}}", [("a", "k", {"t": "x"})], 'expected "," after the key "k"'),
        ("@a{k l, t={x}}", [("a", "k l", {"t": "x"})], "a key can't have white space in it"),
        ("@a{k}l,\n t={x},\n}", [("a", "k", {"t": "x"})], 'a "}" too many behind the key "k"'),
        ("@a{k,, t={x}}", [("a", "k", {"t": "x"})], "a comma too many: expected a field's name"),
        ("@a{k, t {x}}", [("a", "k", {"t": "x"})], 'expected "=" between "t" and its value'),
        (
            "@a{k, key words = {x}}",
            [("a", "k", {"key words": "x"})],
            "a field's name can't have white space in it",
        ),
        (
            "@a{k, t=x y, y=2}",
            [("a", "k", {"t": "x y", "y": "2"})],
            'the value of "t" must stand in braces or quotes',
        ),
        ("@a{k, t=, y=2}", [("a", "k", {"t": "", "y": "2"})], 'expected a value after "t ="'),
        (
            "@a{k,\n t={x},\n seen\n y=2,\n}",
            [("a", "k", {"t": "x", "y": "2"})],
            'expected "=" after "seen", found "y"',
        ),
        (
            "@a{k,\n t={x},\n seen to be {this} too\n and {that}, or\n y=2,\n}",
            [("a", "k", {"t": "x", "y": "2"})],
            'expected "=" after "seen", found "t"',
        ),
        (
            "@a{k,\n t={x},\n see also {this}\n y=2,\n}",
            [("a", "k", {"t": "x", "y": "2"})],
            'expected "=" after "see", found "a"',
        ),
        (
            "@a{k,\n t={x } b {c} d},\n y=2,\n}",
            [("a", "k", {"t": "x } b {c} d", "y": "2"})],
            'the value of "t" has a "}" too many in it: it ends there',
        ),
        (
            "@a{k,\n t={x {y}z} w}\n}\n\n@b{l}",
            [("a", "k", {"t": "x {y}z} w"}), ("b", "l", {})],
            'the value of "t" has a "}" too many in it: it ends there',
        ),
        (
            "@a{k,\n t={x} {y},\n y=2,\n}",
            [("a", "k", {"t": "x", "y": "2"})],
            'expected "," or "}" after the value of "t", found "{"',
        ),
        (
            "x{lost,\n t={x}\n}\n@b{l}",
            [("b", "l", {})],
            'expected "@" before "x{lost": it is not read as an entry',
        ),
        ("@a[d, t={x}]\n@b{l}", [("b", "l", {})], 'expected "{" after "@a": it is not read as an entry'),
        (
            "  @{ad{x,\n t={x}\n}\n@b{l}",
            [("b", "l", {})],
            'expected "{" after "@ad": it is not read as an entry',
        ),
        (
            "@a{k,\n t } = {x},\n y=2}",
            [("a", "k", {"t": "x", "y": "2"})],
            'a "}" too many behind "t"',
        ),
        (
            "@a{k,\n t = } {x},\n y=2}",
            [("a", "k", {"t": "x", "y": "2"})],
            'a "}" too many before the value of "t"',
        ),
        (
            "@ad:1,\n t={x}\n}\n@b{l}",
            [("b", "l", {})],
            'expected "{" after "@ad": it is not read as an entry',
        ),
        ("@a{k, ?, y=2}", [("a", "k", {"y": "2"})], 'expected "=" after "?", found ","'),
        (
            "@a{k, t={x} ? , y=2}",
            [("a", "k", {"t": "x", "y": "2"})],
            'expected "," or "}" after the value of "t", found "?"',
        ),
        ("@article\nk, t={x}", [], 'expected "{" after "@article": it is not read as an entry'),
    ],
)
def test_what_is_broken_is_reported_and_the_rest_is_kept(text, expected, reason):
    assert entries(text) == expected
    assert reasons(text) == [reason]


def test_a_report_names_the_key_and_points_at_the_fault():
    text = "@a{k,\n t={x}\n y=2\n}"
    (broken,) = scan(text).broken
    assert broken.key == "k"
    assert text[broken.span.start : broken.span.end] == "}"
    assert text[: broken.span.end].endswith("{x}")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("@a(k,\n t = {x,\n y = 2)\n\n@b(l, t = {z})\n\n@c(m, t = {w}})", {"t": "x", "y": "2"}),
        ("@a{k,\n t = {{x\n}\n\n@b{l,\n t={z}\n}\n\n@c{m, t={w}}}\n", {"t": "{x"}),
        ("@a{k,\n t = {{x\n}\n\n@b{l,\n t={z}\n}\n\n@c{m, t={w}}}}\n", {"t": "{x"}),
        ("@a{k,\n t = {{x,\n y = 2}\n\n@b{l,\n t={z}\n}\n\n@c{m, t={w}}}\n", {"t": "{x", "y": "2"}),
        ('@a(k,\n t = "x\n)\n\n@b(l, t = "z")\n\n@c(m, t = {w})', {"t": "x"}),
    ],
)
def test_a_value_that_ran_into_the_next_entry_ends_with_its_own(text, first):
    read = entries(text)
    assert [key for _, key, _ in read] == ["k", "l", "m"]
    assert read[0][2] == first
    assert read[1][2] == {"t": "z"}
    assert text[: scan(text).broken[0].span.start].count("\n") == 1


@pytest.mark.parametrize("marks", ["{}", '""'])
def test_an_entry_inside_a_value_stays_text_and_is_mentioned(marks):
    value = f"{marks[0]}see {{z}}\n@article{{q,\n title={{x}}}}\n{marks[1]}"
    text = f"@article{{k, abstract={value}, year=2000}}\n@b{{l}}"
    assert [(key, sorted(fields)) for _, key, fields in entries(text)] == [
        ("k", ["abstract", "year"]),
        ("l", []),
    ]
    (broken,) = scan(text).broken
    assert (broken.minor, broken.key) == (True, "k")
    assert broken.reason == (
        'line 2 starts "@article{q" inside the value of "abstract": it is read as text, not as an entry'
    )
    assert text[broken.span.start :].startswith("@article{q")


def test_an_entry_may_follow_a_word():
    assert entries("x@a{k, t={x}}junk@b{l, t={y}}") == [("a", "k", {"t": "x"}), ("b", "l", {"t": "y"})]


@pytest.mark.parametrize("text", ["@a{k,\ny = ", "@a{k,\ny = \n\n@b{l}", "@a{k, x={1},\ny = "])
def test_a_field_without_a_value_is_inside_its_entry(text):
    block = scan(text).blocks[0]
    assert text[block.fields[-1].start : block.fields[-1].end] == ""
    assert block.fields[-1].end <= block.span.end


def test_an_escaped_brace_that_opened_a_group_does_not_keep_the_closing_one():
    assert entries("@a{k,\n t={Thi\\{'ebaux},\n y=2\n}\n@b{l}")[0][2] == {"t": "Thi\\{'ebaux", "y": "2"}


_HOSTILE = {
    "unclosed braces": "@a{k, t={x\n" * 16_000,
    "unclosed quotes": '@a{k, t="x\n' * 16_000,
    "unclosed entries": "@a{k,\n" * 16_000,
    "unclosed in one line": "@a{k, t={x " * 16_000,
    "junk in one line": '@a{k,t="x"?}' * 20_000,
    "terms": "@a{k, t=x" + " # x" * 16_000 + "}",
    "depth": "@a{k, t=" + "{" * 100_000 + "}" * 100_000 + "}",
    "depth, unclosed": "@a{k, t=" + "{" * 100_000,
    "pairs": "@a{k, t={" + "{}" * 100_000 + "}}",
    "a long value": "@a{k, t={" + "x" * 4_000_000 + "}}",
    "at signs": "@ " * 200_000,
    "commas": "@a{k" + "," * 16_000 + "}",
    "nested heads": "\n@a{k,\nt={" * 16_000 + "}" * 16_000,
    "swallowed heads": "@a(k,\nt={\n" * 16_000 + "@b{l,t={x}}" + "}" * 16_000,
    "swallowing quotes": '@a(k,\nt="\n)\n@b(l,t={"})\n' * 16_000,
    "braces too many": "@a{k,\n" + "t={x} y},\n" * 16_000 + "}",
    "junk in braces": "@a{k,\n" + "x y {z}\n" * 16_000,
    "words": "@a{k,\n" + "word {\n" * 16_000,
    "lost heads": "a{k,t=\n" * 16_000,
    "white space": "@a{k,t={x}" + " " * 300_000,
    "comments": "@comment{" * 16_000,
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_time_is_linear(text):
    def cost(share):
        started = time.process_time()
        scan(text[: len(text) // share])
        return time.process_time() - started

    eighth, whole = min(cost(8), cost(8)), cost(1)
    assert whole < 24 * eighth + 0.3  # 8 if linear, 64 if quadratic


_MARKS = st.one_of(
    st.sampled_from('@{}()",=#%\\\n\r 1x\0é'),
    st.sampled_from(["article", "title", "@a{k, t={x}}\n", "@string{", "@comment{", "\n@b{l,\n", " = {"]),
)


@given(st.lists(_MARKS, max_size=60).map("".join))
@settings(max_examples=200, deadline=None)
def test_spans_are_ordered_nested_and_inside_the_text(text):
    document = scan(text)
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert block.span.start < block.type_span.start < block.type_span.end <= block.key_span.start
        assert text[block.span.start] == "@"
        assert text[block.type_span.start : block.type_span.end].lower() == block.type
        edges = [block.key_span.start, block.key_span.end]
        for field in block.fields:
            edges += [field.name_start, field.name_end, field.start, field.end]
            for piece in field.joined:
                assert field.start <= piece.start <= piece.end <= field.end
        assert edges == sorted(edges)
        assert edges[-1] <= block.span.end
    for before, after in pairwise(document.blocks):
        assert before.span.end <= after.span.start
    for broken in document.broken:
        assert 0 <= broken.span.start <= broken.span.end <= len(text)


_TEXT = st.text(st.sampled_from("abc XY,=%@#\\'é\n"), max_size=20)
_GROUP = st.recursive(
    _TEXT, lambda inner: st.tuples(inner, inner).map(lambda p: f"{p[0]}{{{p[1]}}}"), max_leaves=8
)
_NAME = st.from_regex(r"[A-Za-z][a-z_-]{0,8}", fullmatch=True)
_KEY = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9:_./+-]{0,12}", fullmatch=True)
_ORDINARY = st.tuples(
    _NAME,
    st.one_of(
        _GROUP.map(lambda text: ("{", text, "}")),
        _GROUP.map(lambda text: ('"', text, '"')),
        st.integers(0, 9999).map(lambda number: ("", str(number), "")),
    ),
)


@given(
    st.lists(st.tuples(_KEY, st.lists(_ORDINARY, max_size=5)), max_size=4),
    st.sampled_from(["\n", "\r\n", "\r", " "]),
)
@settings(max_examples=80, deadline=None)
def test_what_is_well_formed_is_read_as_it_was_written(wanted, newline):
    text = newline.join(
        "@misc{"
        + key
        + ","
        + newline
        + ("," + newline).join(f"{name} = {''.join(v)}" for name, v in fields)
        + "}"
        for key, fields in wanted
    )
    document = scan(text)
    assert document.broken == ()
    assert [
        (
            text[block.key_span.start : block.key_span.end],
            [(text[f.name_start : f.name_end], text[f.start : f.end]) for f in block.fields],
        )
        for block in document.blocks
    ] == [(key, [(name, value[1]) for name, value in fields]) for key, fields in wanted]
