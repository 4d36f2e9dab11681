"""LaTeX to text and back."""

import gc
import time
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
        (r"Vi\d{\^e}t", "Việt"),
        (r"\c{\'c}\c\'c \u{\'a}\k{\'e}", "ḉḉ \u00e1\u0306\u0119\u0301"),
        (r"\d{\u{a}}\d\u{a} Nguy{\~{\^e}}n", "ặặ Nguyễn"),
        (r"\h{a}\h o \'{\ohorn} \uhorn{}\OHORN\UHORN", "ảỏ ớ ưƠƯ"),
        (r"{\selectfont\'etude} \boldmath\"o x \foo\"Uber", "étude ö x Über"),
        (r"\fooé \emph{\'e}t\emph\'e \ss\"o", "é été ßö"),
        (r"\u\i\v{\i}", "ĭǐ"),
        (r"5\({}^{\mbox{th}}\) Workshop", "5ᵗʰ Workshop"),
        (r"$^{\text{13}}$C, 10$^{\rm th}$, H$_{\mathrm{2}}$O", "¹³C, 10ᵗʰ, H₂O"),
        (r"{\noopsort{1973c}1981} {\SortNoop{a}x}", "1981 x"),
        (r"\foreignlanguage{german}{Haus} a\raisebox{1pt}{y} \textcolor[rgb]{1,0,0}{red}", "Haus ay red"),
        (r"a\index{y}b\footnote{see {this} \emph{{x}}}c\cite{foo}d \citep[p.~5]{bar}.", "abcd ."),
        (r"20\degree C, \textalpha{}-\textOmega, $\upalpha$ \Upgamma", "20°C, α-Ω, α Γ"),
        (
            r"\SI{5}{\kelvin} \qty{1}{\kilo\metre\per\second} \si{\micro\metre} \num{12}{x}",
            "5 K 1 km/s µm 12x",
        ),
        (r"\{\{\vphantom{\}\}}{{GaAs}}\vphantom\{\}\vphantom\{\} x", "{{GaAs}} x"),
        (r"\foo{bar} baz \foo qux", "bar baz qux"),
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


@pytest.mark.parametrize(
    "latex",
    [
        "\\t" + " " * 200_000,
        "\\t " * 50_000,
        '\\"{o' + " " * 200_000 + "}",
        "\\ss" + " " * 200_000,
        "\\c\\'" * 50_000,
        "\\cite{ " * 50_000,
        "\\index" + " " * 200_000,
        "$" + "\\text{x}" * 50_000 + "$",
        "\\SI{x}" * 50_000,
        "\\" + "noop" * 50_000,
    ],
)
def test_time_is_linear(latex):
    started = time.process_time()
    decode(latex)
    assert time.process_time() - started < 3


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


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Mosses \input{/etc/passwd} of \emph{Lapland}", r"Mosses \input{/etc/passwd} of Lapland"),
        (r"{\input secret} mosses", r"\input secret mosses"),
        (r"Mosses \write18{x_y}", r"Mosses \write18{x_y}"),
        (r"\inputs of nutrients", "of nutrients"),
    ],
)
def test_a_command_that_reads_or_writes_files_arrives_as_text(latex, text):
    assert decode(latex) == text


def test_mathematics_leaves_nothing_behind_where_nothing_is_collected():
    decode(r"On $\mathcal{H}$ \unknown{of} it")  # what the first one loads stays
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        for number in range(300):
            decode(rf"On $\alpha_{{{number}}} \to \mathcal{{H}}$ \unknown{{of}} it")
        assert len(gc.get_objects()) - before < 50_000
    finally:
        gc.enable()
