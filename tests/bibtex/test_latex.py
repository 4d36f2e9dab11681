"""LaTeX to text and back."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.bibtex.latex import decode, encode


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"o}", "ö"),
        (r"\"{o}", "ö"),
        (r"\"o", "ö"),
        (r"{\" o}", "ö"),
        (r"\k{e}", "ę"),
        (r"\H{o}", "ő"),
        (r"Garc\'{\i}a", "García"),
        (r"Garc\'\i a", "García"),
        (r"Garc{\'\i}a", "García"),
        (r"Stra{\ss}e", "Straße"),
        (r"Stra\ss e", "Straße"),
        (r"S{\o}ren \O rsted", "Søren Ørsted"),
        (r"\AA ngstr\"om", "Ångström"),
        (r"\c c\c{s}{\c c}", "çşç"),
        (r"\v{s}{\v s}", "šš"),
        (r"\=a\u{g}\.z\d{h}\b{b}", "āğżḥḇ"),
        (r"\t{oo}", "o͡o"),
        (r"Nguy{\~\^{e}}n", "Nguyễn"),
        (r"{\'{\^{e}}}", "ế"),
        (r"\L{}\'od\'z", "Łódź"),
        (r"{\'Etude} \`a la \^ile", "Étude à la île"),
        ("50% of this", "50% of this"),
        (r"A \& B\_c \#1 \$5 10\%", "A & B_c #1 $5 10%"),
        ("1--2---3", "1–2—3"),
        ("``a'' b", "“a” b"),
        ("a~b\n   c", "a b c"),
        (r"\emph{x} \textit{y {z}} {\em w\/}", "x y z w"),
        (r"CO$_2$ at $37^\circ$C, $10^{-3}$, $L^p$", "CO₂ at 37°C, 10⁻³, Lᵖ"),
        (r"$\alpha$-helix", "α-helix"),
        (r"\(x^2\)", "x²"),
        ("costs $5", "costs $5"),
        (r"see \url{http://a_b%c/~d}", "see http://a_b%c/~d"),
        (r"\href{http://x.org/}{text}", "text"),
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"\LaTeX\ is", "LaTeX is"),
        (r"a\\b", "a b"),
        (r"\unknown{x}", "x"),
        ("{{Nested} {G}roups}", "Nested Groups"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_decode(latex, text):
    assert decode(latex) == text


@pytest.mark.parametrize(
    "latex",
    [
        "{" * 300 + "x" + "}" * 300,
        r"\foo" + "{" * 300 + "x" + "}" * 300,
        "{" * 100_000 + "x",
        r"\textbf\foo" * 5000 + " x",
        r"\frac",
        r"$\frac{1$x",
        r"\ensuremath",
        "x" + "\\",
        r"\begin{x}",
    ],
)
def test_nothing_makes_it_raise(latex):
    assert ("x" in decode(latex)) == ("x" in latex) or latex.startswith(r"\begin")


@given(st.text(st.sampled_from("\\{}$~%^_&#\"'`-ab \n[]()") | st.characters(codec="utf-8"), max_size=30))
@settings(max_examples=150, deadline=None)
def test_encode_is_the_inverse_and_safe(text):
    folded = unicodedata.normalize("NFC", " ".join(text.split()))
    encoded = encode(folded)
    assert decode(encoded) == folded
    depth = 0
    for character in encoded:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
        assert character != '"' or depth > 0
    assert depth == 0


@given(st.text(st.sampled_from("\\{}$~%^_&#\"'`-ab \ncvHijfr[]()"), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_decodes_to_folded_nfc(latex):
    decoded = decode(latex)
    assert decoded == unicodedata.normalize("NFC", " ".join(decoded.split()))


def test_letters_stay_unicode():
    assert encode("Nguyễn Łódź 東京") == "Nguyễn Łódź 東京"
