"""Which keys a document cites, in its order."""

from __future__ import annotations

import pytest

from bibproof.documents import cited_keys
from bibproof.errors import FileError, UsageError


def cited(tmp_path, text, name="paper.tex"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return cited_keys(path)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (r"As \cite{b} and \cite{a, c} and \cite{b} say.", ("b", "a", "c")),
        (
            r"\citep[see][p.~3]{a} \citet*{b} \parencite{c} \textcite[4]{d} \footcite{e}",
            ("a", "b", "c", "d", "e"),
        ),
        (r"\autocites(see)(end)[1]{a}[2][3]{b}{c} {\em x}", ("a", "b", "c")),
        (r"\cite{a}{b}", ("a",)),
        (r"\citeauthor{a} (\citeyear{b}) \Citet{c} \nocite{d}", ("a", "b", "c", "d")),
        (r"\nocite{*}", ("*",)),
        ("% \\cite{no}\n5\\% \\cite{a} \\\\% \\cite{no}", ("a",)),
        (r"\begin{verbatim}\cite{no}\end{verbatim}\verb|\cite{no}| \cite{a}", ("a",)),
        (r"\citestyle{apa} \bibcite{no}{1} \newcite{no} \cite {a}", ("a",)),
        (r"\cite[{see [1]}, p. 3]{a}", ("a",)),
        ("\\cite{a}\n\\end{document}\n\\cite{no}", ("a",)),
        (r"\excite{} \cite{} \cite", ()),
        (r"\verb|%| \cite{a} \verb*+\cite{no}+ \url{a.org/x%20y} \cite{b} \%\cite{c}", ("a", "b", "c")),
        ("\\iffalse \\cite{no}\n\\fi \\cite{a} \\iffalsehood \\cite{b}", ("a", "b")),
        (r"\volcite{2}[p. 3]{a} \Pvolcite[see]{4}{b} \pvolcites{1}{c}[2]{2}[p. 3]{d}", ("a", "b", "c", "d")),
        (r"\citeA<see>[p. 3]{a} \cite<2->{b} \bibentry{c} \citefield{d}{title}", ("a", "b", "c", "d")),
        (
            r"\newcommand{\mycite}[1]{\cite{#1}} \defcitealias{no}{N} \citetext{no, no} \footcitetext{a}",
            ("a",),
        ),
        (r"\cite{a,%" + "\n  b} \\cite\n[1]{c}", ("a", "b", "c")),
    ],
)
def test_latex(tmp_path, text, keys):
    assert cited(tmp_path, text) == keys


def test_latex_in_several_files(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.tex").write_text(r"\cite{one} \input{paper}")
    (tmp_path / "two.tex").write_text(r"\cite{two}")
    keys = cited(tmp_path, r"\cite{a} \input{parts/one} \include{two.tex} \input{nowhere} \cite{b}")
    assert keys == ("a", "one", "two", "b")


def test_latex_parts_are_looked_for_from_the_whole_and_from_where_they_are_named(tmp_path):
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "one.tex").write_text(r"\input{parts/two} \input three")
    (parts / "two.tex").write_text(r"\cite{two}")
    (parts / "three.tex").write_text("\\cite{three}\n\\end{document}\\cite{no}")
    assert cited(tmp_path, r"\import{parts/}{one} \subfile{parts/two} \cite{a}") == ("two", "three", "a")


def test_latex_files_that_include_one_another_come_to_an_end(tmp_path):
    assert cited(tmp_path, r"\cite{a} \input{paper}") == ("a",)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("As [@b; see @a, p. 3] and @c [p. 4] say; [-@d].", ("b", "a", "c", "d")),
        ("@smith:2001. And @doe_99, @x/y-z?", ("smith:2001", "doe_99", "x/y-z")),
        ("@{https://example.org/a} and @Müller2001", ("https://example.org/a", "Müller2001")),
        ("write to jane@example.org or \\@no", ()),
        ("`@no` and ``a ` @no`` and [@a]\n\n```\n@no\n```\n\n~~~ {.r}\n@no\n~~~\n<!-- @no -->", ("a",)),
        ("[a](https://example.org/@no) <https://example.org/@no> https://example.org/@no, @a", ("a",)),
        ("[a](b(c)@no) [see @a](x) [@{https://example.org/x}]", ("a", "https://example.org/x")),
        ("See @fig-map, @eq:one and @sec-2; @figueroa2001, @sec2001", ("figueroa2001", "sec2001")),
        ("  ```r\n  @no\n  ```\n@a\n\n~~~\n@no", ("a",)),
        ("---\nnocite: |\n  @a, @*\n---\n", ("a", "*")),
    ],
)
def test_markdown(tmp_path, text, keys):
    assert cited(tmp_path, text, "paper.qmd") == keys


def test_quarto_s_parts(tmp_path):
    (tmp_path / "part.qmd").write_text("@part {{< include paper.qmd >}}")
    assert cited(tmp_path, "@a {{< include part.qmd >}} {{< include none.qmd >}} @b", "paper.qmd") == (
        "a",
        "part",
        "b",
    )


def test_other_documents_and_missing_ones(tmp_path):
    with pytest.raises(UsageError, match=r"paper\.odt: citations are read from .*\.md.*\.tex"):
        cited(tmp_path, "", "paper.odt")
    with pytest.raises(FileError, match=r"none\.tex"):
        cited_keys(tmp_path / "none.tex")
