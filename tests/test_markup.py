"""Deposited text as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.markup import plain

MATH = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">'


@pytest.mark.parametrize(
    ("deposited", "expected"),
    [
        ("Plain text", "Plain text"),
        ("", ""),
        ("  Folded\n\t white\u00a0space ", "Folded white space"),
        ("On <i>Drosophila</i> genes", "On Drosophila genes"),
        ("On <jats:italic>Drosophila</jats:italic> genes", "On Drosophila genes"),
        ('Guidelines of <emph type="ital">WHO</emph>', "Guidelines of WHO"),
        ("This week in <EMPH>ABC</EMPH>", "This week in ABC"),
        ("Rab\n            <scp>GTPase</scp>\n            promotes", "Rab GTPase promotes"),
        ("H<sub>2</sub>O and 10<sup>-3</sup>", "H2O and 10-3"),
        ("CO\n          <sub>2</sub>\n          emissions", "CO2 emissions"),
        ("Line<br/>break", "Line break"),
        ("Main<subtitle>Below</subtitle>", "Main Below"),
        ("<!-- note -->Title<?pi x?>", "Title"),
        ("<![CDATA[Title]]>", "Title"),
        # entities
        ("Gait &amp; Posture", "Gait & Posture"),
        ("x&amp;lt;sup&amp;gt;2&amp;lt;/sup&amp;gt; fits", "x2 fits"),
        ("&lt;em&gt;Nouvelles&lt;/em&gt;", "Nouvelles"),
        ("A &#x2014; B &#8211; C", "A — B – C"),
        ("AT&T and R&D; notes", "AT&T and R&D; notes"),
        ("Johnson &copies", "Johnson &copies"),
        # what only looks like a tag
        ("p < 0.05", "p < 0.05"),
        ("p &lt; 0.05 and q &gt; 3", "p < 0.05 and q > 3"),
        ("a<b and c>d", "a<b and c>d"),
        ("x<y>z", "x<y>z"),
        ("<", "<"),
        ("<>", "<>"),
        ("if 3<4", "if 3<4"),
        # formulas
        (f"Mn{MATH}<mml:msub><mml:mrow/><mml:mn>2</mml:mn></mml:msub></mml:math>VAl", "Mn2VAl"),
        (f"On {MATH}\n <mml:mi>q</mml:mi>\n <mml:mo>=</mml:mo>\n <mml:mn>2</mml:mn>\n</mml:math>", "On q=2"),
        (f"in the{MATH}<mml:mi>N</mml:mi></mml:math>nucleus", "in the N nucleus"),
        ("<math><mi>x</mi><annotation encoding='TeX'>x</annotation></math>", "x"),
        (r"The $${\mathcal {W}}_\infty $$ algebra", r"The $${\mathcal {W}}_\infty $$ algebra"),
        # marks of footnotes go, powers stay
        ("A Spectroscopic Study<sup>1</sup>", "A Spectroscopic Study"),
        ("ESTERS<sup>1,2</sup>", "ESTERS"),
        ("Series. XXI.<sup>1a</sup> The Reaction", "Series. XXI. The Reaction"),
        ("Prices per km<sup>2</sup>", "Prices per km2"),
        ("The chi<sup>2</sup> test", "The chi2 test"),
        # words run on
        ("pre-operative<i>versus</i>late operation", "pre-operative versus late operation"),
        ("between<i>Chlamydia</i>Infection", "between Chlamydia Infection"),
        ("poly-<i>N</i>-oxide", "poly-N-oxide"),
        ("<b>M</b>ixed", "Mixed"),
        # what can't be printed
        ("A\x00B\x1b[31mC", "A B [31mC"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("Contr\ufffdle", "Contr\ufffdle"),
        ("&#xD800;&#0;", "\ufffd\ufffd"),
    ],
)
def test_plain(deposited, expected):
    assert plain(deposited) == expected


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/&;# =\"'ab1ismp:ul\n\ud800é"), max_size=80))
def test_anything_comes_out_plain_and_stays_so_printable(text):
    result = plain(text)
    assert result == " ".join(result.split())
    result.encode()


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<i>", "</i>", "<annotation>", "&amp;", "<!--", "\n ", "<a b="]
)
def test_long_nonsense_takes_no_time(piece):
    plain(piece * 20_000)


@pytest.mark.parametrize(
    ("deposited", "marked", "bare"),
    [
        ("On Mercaptans<sup>1</sup>", "On Mercaptans1", "On Mercaptans"),
        ("ESTERS\n   <sup>1,2</sup>", "ESTERS1,2", "ESTERS"),
        ("&lt;i&gt;Ulva&lt;/i&gt; in Spring.&lt;sup&gt;*&lt;/sup&gt;", "Ulva in Spring.*", "Ulva in Spring."),
    ],
)
def test_marks_of_footnotes_may_be_kept(deposited, marked, bare):
    assert plain(deposited, marks=True) == marked
    assert plain(deposited) == bare
