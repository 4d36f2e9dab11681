"""Only what matters now: files, folders and patterns, what a document cites, what has changed."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest


@pytest.fixture
def repository(folder):
    def git(*arguments):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    return git


def keys(report):
    return [reference["key"] for reference in report["references"]]


def found(report, rule):
    return {finding["key"] for finding in report["findings"] if finding["rule"] == rule}


def rewrite(folder, old, new):
    path = folder / "refs.bib"
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


def test_only_what_has_changed_since_a_revision(checked, folder, repository):
    assert keys(checked("refs.bib", "--changed-since", "HEAD")[1]) == []
    rewrite(folder, b"@article{toljan2018", b"% a remark\n\n@article{toljan2018")
    rewrite(folder, b"\n", b"\r\n")
    assert keys(checked("refs.bib", "--changed-since", "main")[1]) == []
    rewrite(folder, b"{2014}", b"{2013}")
    with (folder / "refs.bib").open("a") as bib:
        bib.write("@article{new, title = {New}}\n@article{broken, title = {\n")
    _, report = checked("refs.bib", "--changed-since", "HEAD")
    assert {"younger2014", "new"} <= set(keys(report))
    assert not {"toljan2018", "berna2018"} & set(keys(report))
    assert found(report, "syntax-error") == {"broken"}
    repository("commit", "-q", "-a", "-m", "second")
    _, report = checked("refs.bib", "--changed-since", "HEAD")
    assert (keys(report), report["findings"]) == ([], [])


def test_a_file_that_is_new_or_in_a_folder_of_the_repository(checked, folder, repository, monkeypatch):
    (folder / "inner").mkdir()
    (folder / "inner" / "new.bib").write_text("@article{new, title = {New}}")
    monkeypatch.chdir(folder / "inner")
    assert keys(checked("new.bib", "../refs.bib", "--changed-since", "HEAD")[1]) == ["new"]


def test_a_definition_that_changed_changes_the_entries_that_use_it(checked, folder, repository):
    text = '@string{j = "Journal"}\n@article{a, title = {T}, journal = j}\n@article{b, title = {T}}\n'
    (folder / "more.bib").write_text(text)
    repository("add", "-A")
    repository("commit", "-q", "-m", "second")
    (folder / "more.bib").write_text(text.replace('"Journal"', '"Other Journal"'))
    assert keys(checked("more.bib", "--changed-since", "HEAD")[1]) == ["a"]


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:refs.bib", ""])
def test_a_revision_that_there_is_not(bibproof, repository, revision):
    code, out, err = bibproof("check", "--offline", "refs.bib", f"--changed-since={revision}")
    assert (code, out) == (2, "")
    assert f"git knows no revision {revision!r} here" in err


def test_outside_of_a_repository(bibproof, folder, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    code, _, err = bibproof("check", "--offline", "refs.bib", "--changed-since", "HEAD")
    assert (code, err.count("\n")) == (2, 1)
    assert "refs.bib is in no repository of git" in err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.tex", r"\cite{berna2018} and \cite{nobody1999}"),
        ("paper.md", "[@berna2018; @nobody1999]"),
        ("paper.qmd", "@berna2018, @nobody1999"),
        ("paper.typ", "@berna2018 #cite(<nobody1999>)"),
        ("paper.aux", "\\citation{berna2018,nobody1999}\n"),
        ("paper.bcf", "<bcf:citekey>berna2018</bcf:citekey><bcf:citekey>nobody1999</bcf:citekey>"),
    ],
)
def test_only_what_a_document_cites(checked, folder, name, text):
    (folder / name).write_text(text)
    code, report = checked("refs.bib", "--cited-in", name)
    assert (code, keys(report)) == (1, ["berna2018"])
    assert found(report, "undefined-citation") == {"nobody1999"}
    (finding,) = [one for one in report["findings"] if one["rule"] == "undefined-citation"]
    assert (finding["file"], finding["line"]) == (name, 1)
    assert finding["column"] == text.index("nobody1999") + 1
    assert len(found(report, "uncited")) == 9
    assert all(one["severity"] == "note" for one in report["findings"] if one["rule"] == "uncited")


def test_everything_is_cited(checked, folder):
    (folder / "paper.tex").write_text(r"\nocite{*}\cite{nobody}")
    _, report = checked("refs.bib", "--cited-in", "paper.tex")
    assert len(keys(report)) == 10
    assert found(report, "uncited") == set()
    assert found(report, "undefined-citation") == {"nobody"}


def test_what_is_cited_in_several_documents_from_several_files(checked, folder):
    (folder / "more.bib").write_text(
        "@book{child, title = {C}, crossref = {parent}}\n@collection{parent, title = {P}}\n"
        "@misc{other, title = {O}, ids = {alias, second}}\n@article{broken, title = {\n"
    )
    (folder / "one.tex").write_text(r"\cite{child, BERNA2018, broken}")
    (folder / "two.tex").write_text(r"\cite{second,toljan2018}")
    _, report = checked("refs.bib", "more.bib", "--cited-in", "one.tex", "--cited-in", "two.tex")
    assert keys(report) == ["berna2018", "toljan2018", "child", "other", "broken"]
    assert found(report, "undefined-citation") == set()
    assert "parent" not in found(report, "uncited")


def test_suppressions_of_what_is_not_looked_at_are_not_called_useless(checked, commented, folder):
    commented('% bibproof: ignore[year-mismatch] reason="r"')
    (folder / "paper.tex").write_text(r"\cite{toljan2018}")
    _, report = checked("refs.bib", "--cited-in", "paper.tex")
    assert keys(report) == ["toljan2018"]
    assert found(report, "useless-suppression") == set()


def test_settings_leave_citations_aside(checked, folder):
    (folder / "bibproof.toml").write_text('ignore = ["uncited", "undefined-citation"]')
    (folder / "paper.tex").write_text(r"\cite{toljan2018,nobody}")
    code, report = checked("refs.bib", "--cited-in", "paper.tex")
    assert (code, report["findings"]) == (0, [])


def test_text_tells_uncited_entries_together(bibproof, folder):
    (folder / "paper.tex").write_text(r"\cite{toljan2018,nobody}")
    _, out, _ = bibproof("check", "--offline", "refs.bib", "--cited-in", "paper.tex")
    assert out.count("uncited") == 1
    assert "9 entries not cited in paper.tex: samhsa2021, niaaa2021" in out
    assert "nobody is cited, and none of the bibliographies has it" in out


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"])
def test_every_form_has_what_is_undefined(bibproof, folder, form):
    (folder / "paper.tex").write_text(r"\cite{toljan2018,nobody}")
    code, out, err = bibproof("check", "--offline", "refs.bib", "--cited-in", "paper.tex", "--format", form)
    assert (code, err) == (1, "")
    assert "nobody is cited" in out
    assert "paper.tex" in out


def test_files_folders_and_patterns(checked, folder):
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / ".hidden").mkdir()
    for place in ("a/one.bib", "a/b/two.BIB", "a/.hidden/no.bib", "a/no.txt"):
        (folder / place).write_text(f"@misc{{{place.replace('/', '-')}, title = {{T}}}}")
    assert keys(checked("a")[1]) == ["a-b-two.BIB", "a-one.bib"]
    assert keys(checked("a/**/*.[bB]*")[1]) == ["a-b-two.BIB", "a-one.bib"]
    assert keys(checked("a/one.bib", "a", "./a/../a/one.bib")[1]) == ["a-one.bib", "a-b-two.BIB"]
    (folder / "[1].bib").write_text("@misc{literal, title = {T}}")
    assert keys(checked("[1].bib")[1]) == ["literal"]


@pytest.mark.parametrize(
    ("argument", "part"),
    [
        ("empty", "empty: there is no .bib file in this folder"),
        ("*.bbl", "*.bbl: no file fits this pattern"),
        ("none.bib", "none.bib: there is no such file"),
    ],
)
def test_what_names_no_file(bibproof, folder, argument, part):
    (folder / "empty").mkdir()
    code, out, err = bibproof("check", "--offline", argument)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert part in err


@pytest.fixture
def stdin(monkeypatch):
    def give(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    return give


def test_standard_input(bibproof, checked, folder, stdin):
    stdin((folder / "refs.bib").read_bytes())
    code, report = checked("-", "--stdin-filename", "refs.bib")
    assert (code, report["references"][0]["file"]) == (1, "refs.bib")
    assert report["summary"]["unchecked"] == 0
    stdin(b"\xef\xbb\xbf@misc{a, title = {T}}")
    code, report = checked("-")
    assert (keys(report), report["references"][0]["file"]) == (["a"], None)
    stdin(b"\x89PNG\r\n")
    code, out, err = bibproof("check", "--offline", "-")
    assert (code, out) == (2, "")
    assert "standard input: this is a PNG image" in err


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_name_of_standard_input_that_is_none(bibproof, stdin, name):
    stdin(b"@misc{a, title = {T}}")
    code, out, err = bibproof("check", "--offline", "-", "--stdin-filename", name)
    assert (code, out) == (2, "")
    assert "--stdin-filename" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["-", "--stdin-filename", "refs.bib"],
        ["refs.bib"],
        ["refs.bib", "--cited-in", "paper.tex", "--output", "csv:paper.tex"],
    ],
)
def test_no_report_overwrites_what_is_read(bibproof, folder, stdin, arguments):
    (folder / "paper.tex").write_text(r"\cite{toljan2018}")
    before = (folder / "refs.bib").read_bytes()
    stdin(before)
    target = [] if "--output" in arguments else ["--output", "csv:refs.bib"]
    code, _, err = bibproof("check", "--offline", *arguments, *target)
    assert code == 2
    assert "is read as well" in err
    assert (folder / "refs.bib").read_bytes() == before


def test_standard_input_since_a_revision_needs_a_name(bibproof, checked, folder, stdin, repository):
    data = (folder / "refs.bib").read_bytes() + b"@misc{new, title = {T}}\n"
    stdin(data)
    code, _, err = bibproof("check", "--offline", "-", "--changed-since", "HEAD")
    assert code == 2
    assert "--stdin-filename" in err
    stdin(data)
    _, report = checked("-", "--stdin-filename", "refs.bib", "--changed-since", "HEAD")
    assert keys(report) == ["new"]
