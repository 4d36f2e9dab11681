"""`bibproof render`: what it writes, what it says on standard error, what it exits with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile

import pytest

from bibproof import cli
from styles_in_csl import by_date

BIB = """@article{zorn2003, author = {Zorn, Zoe}, title = {The zoo}, journal = {Journal of Testing},
  year = {2003}, volume = {1}, pages = {1--2}, doi = {10.5555/zoo}}
@book{ames2001, author = {Ames, Ada}, title = {Ants by day}, publisher = {Some Press}, year = {2001}}
@book{bell2002, author = {Bell, Bob}, title = {Bees at night}, publisher = {Some Press}, year = {2002}}
"""
ITEMS = [
    {
        "id": "ames2001",
        "type": "book",
        "title": "Ants by day",
        "author": [{"family": "Ames", "given": "Ada"}],
        "publisher": "Some Press",
        "issued": {"date-parts": [[2001]]},
    }
]
AMES = "Ames, A. (2001). Ants by day. Some Press."
BELL = "Bell, B. (2002). Bees at night. Some Press."
ZORN = "Zorn, Z. (2003). The zoo. Journal of Testing, 1, 1–2. https://doi.org/10.5555/zoo"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the command in a folder with `refs.bib`; what it exits with, prints, and says on standard error."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["bibproof", "render", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return run


def lines(answer):
    code, out, err = answer
    assert (code, err) == (0, "")
    return out.splitlines()


def test_apa_is_sorted_and_one_line_each(run):
    assert lines(run("refs.bib")) == [AMES, BELL, ZORN]


def test_vancouver_is_numbered_in_the_file_s_order(run):
    written = lines(run("refs.bib", "--style", "vancouver"))
    assert [line[:7] for line in written] == ["1. Zorn", "2. Ames", "3. Bell"]


def test_csl_json_is_read_as_well(run, tmp_path):
    (tmp_path / "refs.json").write_text(json.dumps(ITEMS), "utf-8")
    assert lines(run("refs.json")) == [AMES]


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("html", "<i>Ants by day</i>"),
        ("markdown", "*Ants by day*"),
        ("latex", "\\emph{Ants by day}"),
        ("rtf", "{\\i Ants by day}"),
    ],
)
def test_each_format_has_italics_of_its_own(run, form, part):
    code, out, err = run("refs.bib", "--to", form, "--keys", "ames2001")
    assert (code, err) == (0, "")
    assert part in out.replace("<em>", "<i>").replace("</em>", "</i>").replace("\\textit", "\\emph")


@pytest.mark.parametrize(
    "name", ["list.md", "list.html", "list.tex", "list.rtf", "list.docx", "list.txt", "list"]
)
def test_a_file_s_name_says_its_format(run, tmp_path, name):
    code, out, err = run("refs.bib", "--output", name)
    assert (code, out, err) == (0, "", "")
    if name == "list.docx":
        with zipfile.ZipFile(tmp_path / name) as archive:
            assert "Ants by day" in archive.read("word/document.xml").decode()
    else:
        assert "Ants by day" in (tmp_path / name).read_text("utf-8")


def test_a_format_that_is_asked_for_counts_more_than_the_file_s_name(run, tmp_path):
    run("refs.bib", "--output", "list.txt", "--to", "markdown")
    assert "*Ants by day*" in (tmp_path / "list.txt").read_text("utf-8")


def test_keys_choose_and_order(run):
    assert lines(run("refs.bib", "--keys", "zorn2003, ames2001")) == [AMES, ZORN]
    numbered = lines(run("refs.bib", "--style", "vancouver", "--keys", "bell2002,zorn2003"))
    assert [line[:7] for line in numbered] == ["1. Bell", "2. Zorn"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.tex", "As \\citet{bell2002} says \\citep[p.~3]{zorn2003}. % \\cite{ames2001}"),
        ("paper.md", "As @bell2002 says [see @zorn2003, p. 3]. `@ames2001`"),
    ],
)
def test_what_a_document_cites_is_listed_in_its_order(run, tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    assert lines(run("refs.bib", "--cited-in", name)) == [BELL, ZORN]
    numbered = lines(run("refs.bib", "--cited-in", name, "--style", "vancouver"))
    assert [line[:7] for line in numbered] == ["1. Bell", "2. Zorn"]
    assert lines(run("refs.bib", "--cited-in", name, "--keys", "zorn2003,ames2001")) == [ZORN]


def test_a_document_may_cite_all_that_is_left(run, tmp_path):
    (tmp_path / "paper.tex").write_text("\\cite{bell2002}\\nocite{*}", "utf-8")
    numbered = lines(run("refs.bib", "--cited-in", "paper.tex", "--style", "vancouver"))
    assert [line[:7] for line in numbered] == ["1. Bell", "2. Zorn", "3. Ames"]


def test_what_a_document_cites_in_vain_is_told(run, tmp_path):
    (tmp_path / "paper.tex").write_text("\\cite{nobody,ames2001,none}", "utf-8")
    assert run("refs.bib", "--cited-in", "paper.tex") == (
        0,
        f"{AMES}\n",
        "bibproof: paper.tex cites what refs.bib has not: nobody, none\n",
    )


def test_journals_as_the_project_calls_them(run, tmp_path):
    (tmp_path / "bibproof.toml").write_text('[journals]\n"Journal of Testing" = "J of T"\n', "utf-8")
    chosen = ("refs.bib", "--keys", "zorn2003")
    assert "Journal of Testing" in lines(run(*chosen))[0]
    assert "J of T, " in lines(run(*chosen, "--journals", "abbreviated"))[0]
    assert "J of T. " in lines(run(*chosen, "--style", "vancouver"))[0]
    assert "Journal of Testing. " in lines(run(*chosen, "--style", "vancouver", "--journals", "full"))[0]


def test_every_author_if_asked_for(run, tmp_path):
    names = " and ".join(f"{letter * 4}, A" for letter in "BCDFGHJK")
    (tmp_path / "many.bib").write_text(
        f"@book{{a, author = {{{names}}}, title = {{T}}, year = 2001}}", "utf-8"
    )
    assert "et al." in lines(run("many.bib", "--style", "vancouver"))[0]
    (line,) = lines(run("many.bib", "--style", "vancouver", "--authors", "all"))
    assert "et al." not in line
    assert "KKKK A" in line


def test_a_doi_as_pubmed_has_it_if_asked_for(run):
    chosen = ("refs.bib", "--style", "vancouver", "--keys", "zorn2003")
    assert lines(run(*chosen))[0].endswith(" doi:10.5555/zoo")
    assert lines(run(*chosen, "--doi-label", "doi: "))[0].endswith(" doi: 10.5555/zoo")


def test_a_csl_style(run, tmp_path):
    (tmp_path / "own.csl").write_text(by_date(), "utf-8")
    assert lines(run("refs.bib", "--style", "own.csl"))[0] == "Ames. 2001. Ants by day."


def test_an_entry_that_lacks_something_is_written_as_far_as_it_goes(run, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB + "@article{empty}\n@book{broken, title = {No end", "utf-8")
    code, out, err = run("refs.bib")
    assert code == 0
    assert [line for line in out.splitlines() if line in {AMES, BELL, ZORN}] == [AMES, BELL, ZORN]
    assert "refs.bib:6: " in err
    assert all(line.startswith("bibproof: refs.bib:") for line in err.splitlines())


def test_an_empty_file_is_an_empty_list(run, tmp_path):
    (tmp_path / "empty.bib").write_text("", "utf-8")
    for style in ("apa", "vancouver"):
        assert run("empty.bib", "--style", style) == (0, "", "")
    code, _, err = run("empty.bib", "--to", "html")
    assert (code, err) == (0, "")
    code, _, err = run("empty.bib", "--output", "empty.docx")
    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("refs.bib", "--style", "harvard"), "there is no style 'harvard'; choose one of apa, vancouver"),
        (("refs.bib", "--style", "none.csl"), "none.csl: there is no such file"),
        (("refs.bib", "--style", "refs.csl"), "refs.csl: this is no CSL style"),
        (("refs.bib", "--to", "pdf"), "there is no format 'pdf'; choose one of html, latex, markdown, text"),
        (("refs.bib", "--to", "docx"), "--output"),
        (("refs.bib", "--output", "list.pdf"), "'.pdf' names no format"),
        (("refs.bib", "--keys", " ,"), "--keys: it names no key"),
        (("refs.bib", "--keys", "ames2010"), "no entry 'ames2010'; the nearest key is 'ames2001'"),
        (("refs.bib", "--journals", "short"), "--journals"),
        (("refs.bib", "--authors", "six"), "--authors"),
        (("refs.bib", "--cited-in", "paper.odt"), "paper.odt: citations are read from"),
        (("refs.bib", "--cited-in", "paper.tex"), "paper.tex: can't be read"),
        (("refs.bib", "--output", "nowhere/list.txt"), "can't be written"),
        (("none.bib",), "none.bib: there is no such file"),
        ((), "FILE"),
    ],
)
def test_bad_usage_is_one_clear_line_and_exit_2(run, tmp_path, arguments, said):
    (tmp_path / "refs.csl").write_text(BIB, "utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_project_file_that_makes_no_sense_is_said(run, tmp_path):
    (tmp_path / "bibproof.toml").write_text("journals = 3", "utf-8")
    code, out, err = run("refs.bib")
    assert (code, out) == (2, "")
    assert "bibproof.toml: journals: expected a table" in err


@pytest.fixture
def ten(monkeypatch, tmp_path, pytestconfig):
    """The ten references and their lock, in a folder of their own."""
    for name in ("references.bib", "references.lock"):
        (tmp_path / name).write_bytes((pytestconfig.rootpath / name).read_bytes())


def test_only_what_is_verified_if_asked_for(run, ten):
    wanted = ("--require-verified", "--offline", "--no-cache", "references.bib")
    assert len(lines(run(*wanted, "--keys", "greenway2010,lee2018"))) == 2
    code, out, err = run(*wanted)
    assert (code, out) == (1, "")
    refused = [line.split(": ")[1:] for line in err.splitlines()]
    assert [(line[1], line[2].partition(";")[0]) for line in refused] == [
        ("samhsa2021", "not covered"),
        ("niaaa2021", "not covered"),
    ]


def test_what_could_not_be_checked_is_refused_with_a_code_of_its_own(run):
    code, out, err = run("refs.bib", "--require-verified", "--offline", "--no-cache", "--keys", "zorn2003")
    assert (code, out) == (3, "")
    assert err == "bibproof: refs.bib:1: zorn2003: unchecked; the list is not written\n"


def test_the_lock_says_what_journals_are_called(run, ten):
    (line,) = lines(run("references.bib", "--style", "vancouver", "--keys", "toljan2018"))
    assert "Med Sci" in line


def test_a_list_in_apa_needs_neither_the_network_s_nor_the_comparison_s_modules(tmp_path):
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    code = (
        "import sys; from bibproof import cli; sys.argv[1:] = ['render', 'refs.bib']\n"
        "try:\n    cli.main()\nfinally:\n    print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stderr.split())
    unwanted = {
        "requests",
        "rich",
        "sqlite3",
        "pypandoc",
        "pybtex",
        "rapidfuzz",
        "bibproof.compare",
        "bibproof.http",
    }
    assert not loaded & (unwanted | {"bibproof.pandoc", "bibproof.lockfile", "pyiso4"})


def test_as_a_command_in_a_plain_locale(tmp_path):
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bibproof", "render", "refs.bib", "--keys", "zorn2003"],
        cwd=tmp_path,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8") == f"{ZORN}\n"
