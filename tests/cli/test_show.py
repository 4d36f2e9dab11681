"""`bibproof show` and `bibproof add`: records as entries, as lists, and in files."""

from __future__ import annotations

import json
import sys

import pytest

import bibproof
from bibproof import cli
from bibproof.lookup import as_written
from crossref_server import CrossrefServer

TIDES = {
    "DOI": "10.5555/tides",
    "type": "journal-article",
    "title": ["Effects of CO<sub>2</sub> on <i>Zea mays</i> &amp; tides"],
    "author": [{"given": "Maria", "family": "Okafor"}, {"name": "The Tides Group"}],
    "container-title": ["Journal of Tides"],
    "issued": {"date-parts": [[2015, 3]]},
    "volume": "12",
    "page": "101-119",
}
RETRACTED = TIDES | {
    "DOI": "10.5555/retracted",
    "updated-by": [{"DOI": "10.5555/notice", "type": "retraction", "source": "publisher"}],
}
ENTRY = """@article{okafor2015,
  author  = {Okafor, Maria and {The Tides Group}},
  title   = {Effects of {CO}\\textsubscript{2} on \\emph{Zea mays} \\& tides},
  journal = {Journal of Tides},
  year    = {2015},
  month   = mar,
  volume  = {12},
  pages   = {101--119},
  doi     = {10.5555/tides},
}
"""


@pytest.fixture(scope="module")
def server():
    with CrossrefServer([TIDES, RETRACTED]) as server:
        yield server


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, server):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BIBPROOF_CROSSREF_URL", server.url)
    monkeypatch.setenv("BIBPROOF_DOI_URL", server.url.replace("127.0.0.1", "localhost"))

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["bibproof", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.mark.parametrize("doi", ["10.5555/tides", "https://doi.org/10.5555/TIDES", "doi:10.5555/tides."])
def test_the_record_is_shown_as_bibtex(run, doi):
    assert run("show", doi) == (0, ENTRY, "")


def test_several_are_asked_for_together_and_a_retraction_is_told(run, server):
    before = len(server.requests)
    code, out, err = run("show", "10.5555/tides", "10.5555/retracted", "10.5555/TIDES")
    assert (code, out.count("@article"), err.count("retracted")) == (0, 2, 2)
    assert len(server.requests) == before + 1


def test_the_record_is_shown_as_csl_json_and_in_a_style(run):
    _, out, _ = run("show", "10.5555/tides", "--format", "csl-json")
    (item,) = json.loads(out)
    assert item["id"] == "okafor2015"
    assert item["title"] == "Effects of CO<sub>2</sub> on <i>Zea mays</i> & tides"
    assert item["author"] == [{"family": "Okafor", "given": "Maria"}, {"literal": "The Tides Group"}]
    assert item["issued"] == {"date-parts": [[2015, 3]]}
    code, out, err = run("show", "10.5555/tides", "--style", "apa", "--to", "html")
    assert (code, err) == (0, "")
    assert "<i>Journal of Tides</i>" in out


def test_what_leads_nowhere_or_can_not_be_asked_is_one_line(run):
    code, out, err = run("show", "10.5555/tides", "10.5555/nobodys")
    assert (code, out, err) == (1, ENTRY, "bibproof: 10.5555/nobodys: no agency has registered this DOI\n")
    code, out, err = run("show", "10.5555/never-asked", "--offline")
    assert (code, out, err.count("\n")) == (3, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["tides"],
        ["10.5555/tides", "--format", "csl-json", "--style", "apa"],
        ["10.5555/tides", "--to", "html"],
        ["10.5555/tides", "--style", "nobodys"],
    ],
)
def test_nonsense_is_one_line_and_exit_code_2(run, arguments):
    code, out, err = run("show", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://doi.org/10.5555/ABC.", "10.5555/abc."),
        ("10.5555/abc.;", "10.5555/abc.;"),
        ("10.5555/abc", None),
        ("10.5555/abc. And more", None),
        ("nothing", None),
    ],
)
def test_a_doi_may_end_with_a_mark(written, asked):
    assert as_written(written) == asked


def test_entries_are_added_once(run, tmp_path):
    assert run("add", "refs.bib", "https://doi.org/10.5555/tides") == (0, "okafor2015\n", "")
    assert (tmp_path / "refs.bib").read_text() == ENTRY
    code, out, err = run("add", "refs.bib", "10.5555/Tides", "10.5555/retracted", "10.5555/nobodys")
    assert (code, out) == (1, "okafor2015a\n")
    assert "refs.bib: 10.5555/tides is there already, as okafor2015" in err
    assert (tmp_path / "refs.bib").read_text().startswith(ENTRY + "\n@article{okafor2015a,\n")
    assert [result.verdict for result in bibproof.check("refs.bib").results] == [
        bibproof.Verdict.VERIFIED
    ] * 2


def test_nothing_is_added_where_nothing_is_known(run, tmp_path):
    code, out, _ = run("add", "refs.bib", "10.5555/nobodys")
    assert (code, out) == (1, "")
    assert not (tmp_path / "refs.bib").exists()
    (tmp_path / "refs.json").write_text("[]")
    assert run("add", "refs.json", "10.5555/tides")[0] == 2


@pytest.mark.parametrize("name", ["new.json", "new.ris", "new.md", "new.html"])
def test_a_new_file_is_no_bibtex_under_the_suffix_of_another_format(run, tmp_path, name):
    assert run("add", name, "10.5555/tides")[0] == 2
    assert not (tmp_path / name).exists()
