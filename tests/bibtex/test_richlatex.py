"""LaTeX as rich text: its faces, what keeps its case, and the same plain text as `decode`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.bibtex.latex import decode
from bibproof.bibtex.richlatex import rich_latex
from bibproof.richtext import Face, Run, plain

_I, _K = Face.ITALIC, Face.KEPT


@pytest.mark.parametrize(
    ("latex", "runs"),
    [
        ("", ()),
        ("Plain -- text", (Run("Plain – text"),)),
        ("{Whole Title}", (Run("Whole Title", _K),)),
        ("{Whole} and {Half}", (Run("Whole", _K), Run(" and "), Run("Half", _K))),
        ("The {DNA} of", (Run("The "), Run("DNA", _K), Run(" of"))),
        ("{B}ayesian", (Run("B", _K), Run("ayesian"))),
        (r"{\"U}ber {\'E}cole", (Run("Über École"),)),
        (r"{\"Uber} {{\"Uber}}", (Run("Über "), Run("Über", _K))),
        (r"\emph{In vivo} x", (Run("In vivo", _I | _K), Run(" x"))),
        (r"{\it Some Words} x", (Run("Some Words", _I), Run(" x"))),
        (r"{\it Escherichia coli}", (Run("Escherichia coli", _I | _K),)),
        (r"{\it E. coli} K12", (Run("E. coli", _I | _K), Run(" K12"))),
        (
            r"a \textbf{b \emph{c}} d",
            (Run("a "), Run("b ", Face.BOLD | _K), Run("c", Face.BOLD | _I | _K), Run(" d")),
        ),
        (r"{\sc Caps} x", (Run("Caps", Face.SMALL_CAPS), Run(" x"))),
        (r"CO\textsubscript{2}", (Run("CO"), Run("2", Face.SUBSCRIPT | _K))),
        ("H$_2$O", (Run("H"), Run("₂", tex="_2"), Run("O"))),
        (r"$x^2$ and \(\alpha\)", (Run("x²", tex="x^2"), Run(" and "), Run("α", tex=r"\alpha"))),
        (r"\ensuremath{\beta}-decay", (Run("β", tex=r"\beta"), Run("-decay"))),
        (r"A \enquote{Case} of", (Run("A “"), Run("Case”", _K), Run(" of"))),
        (r"50\% of~{\LaTeX}", (Run("50% of LaTeX"),)),
        (r"a \foo{b} c", (Run("a "), Run("b", _K), Run(" c"))),
        ("$ 5 and }{", (Run(decode("$ 5 and }{")),)),
    ],
)
def test_runs(latex, runs):
    assert rich_latex(latex) == runs


_PIECES = st.sampled_from(
    [
        *(
            "a",
            "Bc d",
            " ",
            "  ",
            "{",
            "}",
            "{{",
            "}}",
            "{DNA}",
            "--",
            "---",
            "``",
            "''",
            "~",
            "$x^2$",
            "$",
            r"\$",
            r"\%",
        ),
        *(
            r"\emph{a B}",
            r"{\em c}",
            r"\textbf{",
            r"{\it ",
            r"\"o",
            r"{\"o}",
            r"\'{e}",
            r"\ss{}",
            r"\o ",
            r"\LaTeX{}",
        ),
        *(
            r"\textsuperscript{th}",
            r"\enquote{x}",
            r"\foo{y}",
            r"\foo",
            r"\ensuremath{a_1}",
            r"\(",
            r"\)",
            "é",
            "\\",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
@settings(max_examples=500, deadline=None)
def test_the_plain_text_is_that_of_decode(latex):
    text = plain(rich_latex(latex))
    if "enquote" in latex:
        text, expected = (one.replace("“", "").replace("”", "") for one in (text, decode(latex)))
        assert text == expected
    else:
        assert text == decode(latex)
