"""The styles as pybtex calls them, through each of its own backends."""

from __future__ import annotations

import io

import pytest
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from bibproof.listing import Options
from bibproof.outputs import output
from bibproof.pybtex_styles import APA, Vancouver
from bibproof.readers.bibtex import bibtex
from bibproof.styles import native_style

SOURCE = r"""
@article{zoo, author = {Zell, Ada and {World Moss Society} and M{\"u}ller, J{\'e}r{\^o}me}, volume = 5,
  title = {Rain on \emph{Funaria hygrometrica}: {DNA} \& Water in 100\% of <b>Moss</b>}, number = 2,
  journal = {Bryology}, pages = {10--20}, year = 2001, doi = {10.5555/a_b}}
@article{moss2, author = {Moss, Bea}, title = {Second}, journal = {Bryology}, year = 2018}
@article{moss1, author = {Moss, Bea}, title = {First}, journal = {Bryology}, year = 2018}
@incollection{part, author = {van der Berg, Jan and Moss, Bea}, title = {A Part}, crossref = {whole},
  pages = {1--5}}
@book{whole, editor = {Ell, Cy}, title = {The Whole Moss}, publisher = {Press}, address = {Bern}, year = 2010}
"""


def rendered(style, backend, citations=None):
    """What pybtex writes, without its own prologue."""
    bibliography = style.format_bibliography(parse_string(SOURCE, "bibtex"), citations)
    stream = io.StringIO()
    find_plugin("pybtex.backends", backend)(None).write_to_stream(bibliography, stream)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "style"), [("apa", APA), ("vancouver", Vancouver)])
def test_pybtex_finds_the_styles(name, style):
    assert find_plugin("pybtex.style.formatting", name) is style


@pytest.mark.parametrize(("name", "style"), [("apa", APA), ("vancouver", Vancouver)])
def test_the_list_is_the_styles(name, style):
    entries = native_style(name).entries(bibtex(SOURCE, None).references, Options())
    ours = [output("text").inline(entry.text) for entry in entries]
    theirs = [line.partition("] ")[2] for line in rendered(style(), "plaintext").splitlines()]
    assert theirs == ours


def test_vancouver_is_numbered_in_the_order_of_the_citations():
    lines = rendered(Vancouver(), "plaintext", ["moss1", "zoo"]).splitlines()
    assert [line[:8] for line in lines] == ["[1] Moss", "[2] Zell"]


def test_apa_is_sorted_and_its_labels_are_who_and_when():
    bibliography = APA().format_bibliography(parse_string(SOURCE, "bibtex"))
    assert [(entry.key, entry.label) for entry in bibliography] == [
        ("whole", "Ell, 2010"),
        ("moss1", "Moss, 2018a"),
        ("moss2", "Moss, 2018b"),
        ("part", "van der Berg and Moss, 2010"),
        ("zoo", "Zell et al., 2001"),
    ]


def test_labels_are_told_apart():
    source = "@misc{a, title={Moss}, year=2001} @misc{b, title={Moss}, year=2001} @misc{c, title={{a & b]}}}"
    bibliography = APA().format_bibliography(parse_string(source, "bibtex"))
    labels = [entry.label for entry in bibliography]
    assert len(set(labels)) == 3
    assert not set("".join(labels)) & set("&[]{}\\")


def test_pybtexs_own_sorting_and_labels_are_used_where_they_are_asked_for():
    style = Vancouver(sorting_style="author_year_title", label_style="alpha")
    bibliography = style.format_bibliography(parse_string(SOURCE, "bibtex"), ["moss2", "moss1"])
    assert [(entry.key, entry.label) for entry in bibliography] == [("moss1", "Mos18a"), ("moss2", "Mos18b")]


def test_an_entry_alone():
    (entry,) = [entry for entry in parse_string(SOURCE, "bibtex").entries.values() if entry.key == "moss1"]
    formatted = Vancouver().format_entry("7", entry)
    assert (formatted.key, formatted.label) == ("moss1", "7")
    assert str(formatted.text) == "Moss B. First. Bryology. 2018."


@pytest.mark.parametrize(
    ("backend", "expected"),
    [
        ("html", "Rain on <em>Funaria hygrometrica</em>: DNA &amp; water in 100% of &lt;b&gt;Moss&lt;/b&gt;"),
        ("latex", r"Rain on \emph{Funaria hygrometrica}: DNA \& water in 100\% of <b>Moss</b>"),
        ("plaintext", "Rain on Funaria hygrometrica: DNA & water in 100% of <b>Moss</b>"),
        ("markdown", "Rain on *Funaria hygrometrica*: DNA &amp; water in 100% of &lt;b&gt;Moss&lt;/b&gt;"),
    ],
)
def test_each_of_pybtexs_backends_gets_text_and_faces(backend, expected):
    assert expected in rendered(APA(), backend)


def test_addresses_are_links():
    assert '<a href="https://doi.org/10.5555/a_b">https://doi.org/10.5555/a_b</a>' in rendered(APA(), "html")
    assert r"\url{https://doi.org/10.5555/a_b}" in rendered(APA(), "latex")
