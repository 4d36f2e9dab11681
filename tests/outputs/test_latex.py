"""LaTeX, read back by pandoc, and in what TeX itself would act on."""

from __future__ import annotations

import re

import pypandoc
import pytest

from bibproof.listing import Entry
from bibproof.outputs import output
from bibproof.richtext import Face, Run, rich
from hostile import HOSTILE

LATEX = output("latex")


def text_of(source):
    shown = pypandoc.convert_text(source, "plain", "latex-smart", extra_args=["--wrap=none"])
    return shown.strip("\n")


def test_text_is_text():
    titles = [title for title in HOSTILE if "`" not in title]
    source = "\n\n".join(LATEX.inline(rich(title)) for title in titles)
    source = source.replace(r"\char34{}", '{"}')  # pandoc does not know these two
    shown = text_of(source.replace(r"\textbar{}", "|")).split("\n\n")
    assert shown == [title.replace("'", "’") for title in titles]  # as TeX sets it


@pytest.mark.parametrize("title", HOSTILE)
def test_nothing_is_left_for_tex_to_act_on(title):
    written = LATEX.inline(rich(title))
    rest = re.sub(r"\\text(?:backslash|ascii\w+|less|greater|bar)\{\}|\\char34\{\}", " ", written)
    rest = re.sub(r"\\[{}$&#%_]|\{\}|\{\[\}", " ", rest)
    assert not re.search(r"[\\{}$&#%_^~<>|`\"]|--|''|,,", rest)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100 % & #1 {x} $2 a_b", r"100 \% \& \#1 \{x\} \$2 a\_b"),
        ("a--b---c", "a-{}-b-{}-{}-c"),
        ("?` !` ,,x''", r"?\textasciigrave{} !\textasciigrave{} ,{},x'{}'"),
        ("[x] y", "{[}x] y"),
        ("10\u00a0km", "10~km"),
        ("naïve – “x” — 源", "naïve – “x” — 源"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_escapes(text, written):
    assert LATEX.inline(rich(text)) == written


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Run("x", Face.ITALIC), r"\emph{x}"),
        (Run("x", Face.BOLD), r"\textbf{x}"),
        (Run("x", Face.SMALL_CAPS), r"\textsc{x}"),
        (Run("2", Face.SUBSCRIPT), r"\textsubscript{2}"),
        (Run("2", Face.SUPERSCRIPT | Face.ITALIC), r"\emph{\textsuperscript{2}}"),
        (Run("x²", tex="x^2"), "$x^2$"),
        (Run("α-β", tex=r"\alpha-\mathrm{\beta}"), r"$\alpha-\mathrm{\beta}$"),
        (Run("x y", tex=r"\input{x} y"), "x y"),
        (Run("x", tex=r"^^5cinput{x}"), "x"),
        (Run("x", tex=r"\catcode`\%=12"), "x"),
        (Run("x", tex="x}{y"), "x"),
        (Run("x", tex="x\\"), "x"),
        (Run("x", tex="x$y"), "x"),
        (Run("x", tex="x%y"), "x"),
        (Run("x", tex=r"\$"), "x"),
        (Run("x", tex=""), "x"),
        (Run("https://doi.org/10.5555/a_b", href="https://doi.org/10.5555/a_b"), r"\url{https://doi.org/10.5555/a_b}"),
        (Run("here", href="https://example.com/a%20b#c&d"), r"\href{https://example.com/a\%20b\#c\&d}{here}"),
        (Run("here", href="https://example.com/{x}\\y^^5c"), r"\href{https://example.com/\%7Bx\%7D\%5Cy\%5E\%5E5c}{here}"),
        (Run("https://example.com/ü", href="https://example.com/ü"),
         r"\href{https://example.com/\%C3\%BC}{https://example.com/ü}"),
        (Run("here", href="javascript:x"), "here"),
    ],
)  # fmt: skip
def test_runs(run, written):
    assert LATEX.inline((run,)) == written


def test_lists():
    first, second = rich("First."), rich("[Second].")
    assert LATEX.whole([Entry("a", first, 1), Entry("b{_}:ü,", second, 10)]) == (
        "\\begin{thebibliography}{99}\n\\bibitem{a} First.\n\\bibitem{b_:ü} {[}Second].\n"
        "\\end{thebibliography}\n"
    )
    unnumbered = LATEX.whole([Entry("a", first), Entry("b", second)])
    assert unnumbered.splitlines()[1:] == ["\\item First.", "\\item {[}Second].", "\\end{list}"]
    assert LATEX.whole([]) == ""


def test_what_the_style_does_not_list_is_not_there():
    first, last = Entry("a", rich("First.")), Entry("c", rich("Last."))
    assert LATEX.whole([first, Entry("b", ()), last]) == LATEX.whole([first, last])
    assert LATEX.whole([Entry("b", ())]) == ""
