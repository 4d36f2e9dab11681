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


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (r"\citation{a,b}" + "\n" + r"\bibcite{no}{1}" + "\n" + r"\citation{c}", ("a", "b", "c")),
        (r"\abx@aux@cite{0}{a}" + "\n" + r"\abx@aux@cite{b}", ("a", "b")),
        (r"\citation{*}", ("*",)),
        (r"\citation{REV42Control}\citation{apsrev42Control}\citation{biblatex-control}\citation{a}", ("a",)),
        (r"\bibstyle{plain}\bibdata{refs}\newlabel{x}{{1}{1}}", ()),
    ],
)
def test_what_latex_noted(tmp_path, text, keys):
    assert cited(tmp_path, text, "paper.aux") == keys


def test_what_latex_noted_of_parts(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.aux").write_text(r"\citation{one}\@input{parts/one.aux}")
    text = r"\citation{a}\@input{parts/one.aux}\@input{nowhere.aux}\citation{b}"
    assert cited(tmp_path, text, "paper.aux") == ("a", "one", "b")


def test_biblatex_s_control_file(tmp_path):
    text = (
        '<bcf:section number="0">\n<bcf:citekey order="1" intorder="1">a&amp;b</bcf:citekey>\n'
        '<bcf:citekey order="2" nocite="1">c</bcf:citekey>\n'
        '<bcf:citekey order="3" type="set" members="d,e">both</bcf:citekey>\n'
        '<bcf:citekeycount order="1">no</bcf:citekeycount>\n</bcf:section>\n'
    )
    assert cited(tmp_path, text, "paper.bcf") == ("a&b", "c", "d", "e")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("As @b-1 and @a_x, and @b-1[p. 7] say. See @c.", ("b-1", "a_x", "c")),
        ('#cite(<a>, form: "prose") #cite(label("b/1")) #ref(<c:d>)', ("a", "b/1", "c:d")),
        ("= Methods <sec:m>\n@sec:m @a\n#figure[] <fig>\n@fig", ("a",)),
        ("// @no\n/* @no */ `@no` ```typ\n@no\n``` @a https://x.org/@no", ("a",)),
        (r"\@no me@example.org @a", ("a",)),
        ('#bibliography("refs.bib", full: true)', ("*",)),
        ('#bibliography("refs.bib", title: none)', ()),
    ],
)
def test_typst(tmp_path, text, keys):
    assert cited(tmp_path, text, "paper.typ") == keys


def test_typst_in_several_files(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.typ").write_text('@one #include "two.typ"\n= Figures <fig>')
    (tmp_path / "parts" / "two.typ").write_text("@two")
    assert cited(tmp_path, '@a @fig #include "parts/one.typ"\n#include "no.typ"', "paper.typ") == (
        "a",
        "one",
        "two",
    )
