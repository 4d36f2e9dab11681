"""`bibproof fix`: which bytes it changes, what it says, what it exits with."""

from __future__ import annotations

import codecs
import shutil
import stat
import sys
from pathlib import Path

import pytest

import bibproof
from bibproof import cli
from bibproof.compare import compare
from bibproof.fixing import Fix
from crossref_server import CrossrefServer
from estuaries import RIGHT

MOSSES = RIGHT | {
    "DOI": "10.5555/mosses",
    "title": ["A catalogue of alpine mosses & lichens"],
    "author": [{"given": "Inès", "family": "Moreau"}],
    "container-title": ["Bryological Notes"],
    "issued": {"date-parts": [[2009]]},
    "published-print": {"date-parts": [[2009]]},
    "volume": "40",
    "page": "7-31",
}
ENTRY = """@article{okafor2015,
  author  = {Okafor, M. and Lindqvist, J.},
  title   = {Tidal Mixing in Shallow Estuaries after Spring Floods},
  journal = {J. Estuar. Phys.},
  year    = {2015},
  volume  = {12},
  number  = {2},
  pages   = {101--119},
}
"""
ACCEPTED = "patten2018=10.1007/s11916-020-00898-0"


@pytest.fixture(scope="module")
def server():
    with CrossrefServer([RIGHT, MOSSES], agencies={"10.5555/theirs": "mEDRA"}) as server:
        yield server


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, server):
    """Run the command in an empty folder; what it exits with, prints, and says on standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BIBPROOF_DOI_URL", server.url)
    monkeypatch.setenv("BIBPROOF_CROSSREF_URL", server.url)

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


@pytest.fixture
def fixed(run, tmp_path):
    """Fix a text; the file's bytes afterwards, after it was shown that a second run changes none."""

    def fixed(data, *options):
        path = tmp_path / "refs.bib"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        code, _, err = run("fix", path, *options)
        assert (code, err) == (0, "")
        after = path.read_bytes()
        assert run("fix", path, *options) == (0, "nothing to change\n", "")
        assert path.read_bytes() == after
        return after if isinstance(data, bytes) else after.decode()

    return fixed


def test_the_ten_as_cited_become_the_ten_as_published(run, root, tmp_path):
    for name in ("as-cited.bib", "as-cited.lock"):
        shutil.copy(root / "examples" / name, tmp_path)
    code, out, err = run("fix", "--offline", "--unsafe", "--accept", ACCEPTED, "as-cited.bib")
    assert (code, err) == (0, "")
    assert "berna2018: year: 2018 -> 2015" in out
    published = bibproof.references()
    for reference in bibproof.read("as-cited.bib"):
        work, right = reference.work, published[reference.key].work
        comparison = compare(work, right)
        assert comparison.differs == comparison.close == ()
        assert work.doi == right.doi
    assert bibproof.read("as-cited.bib")["patten2018"].work.authors == published["patten2018"].work.authors
    assert run("check", "--offline", "as-cited.bib")[0] == 0
    assert run("fix", "--offline", "--unsafe", "as-cited.bib")[:2] == (0, "nothing to change\n")


def test_without_unsafe_a_chosen_work_gives_its_doi_alone(run, root, tmp_path):
    for name in ("as-cited.bib", "as-cited.lock"):
        shutil.copy(root / "examples" / name, tmp_path)
    before = bibproof.read("as-cited.bib")["patten2018"].values
    code, _, err = run("fix", "--offline", "--accept", ACCEPTED, "as-cited.bib")
    assert code == 0
    assert "--unsafe would change patten2018: author, journal, year, volume, number, pages" in err
    assert dict(bibproof.read("as-cited.bib")["patten2018"].values) == before | {
        "doi": "10.1007/s11916-020-00898-0"
    }


def test_the_diff_shows_and_writes_nothing(run, tmp_path):
    (tmp_path / "refs.bib").write_text(ENTRY)
    code, out, err = run("fix", "refs.bib", "--diff")
    assert (code, err) == (1, "")
    assert "+  doi     = {10.5555/right},\n" in out
    assert sum(line.startswith("-") for line in out.splitlines()) == 1
    assert (tmp_path / "refs.bib").read_text() == ENTRY
    (tmp_path / "refs.bib").write_text(ENTRY.replace("pages ", "doi = {10.5555/RIGHT},\n  pages "))
    assert run("fix", "refs.bib", "--diff") == (0, "", "")


@pytest.mark.parametrize(
    ("cited", "becomes"),
    [
        ("https://doi.org/10.5555/right", "10.5555/right"),
        ("doi:10.5555/Right", "10.5555/Right"),
        ("http://dx.doi.org/10.5555%2Fright", "10.5555/right"),
        ("\\url{https://doi.org/10.5555/right}", "10.5555/right"),
        ("10.5555/RIGHT", "10.5555/RIGHT"),
        ("10.5555/rihgt", "10.5555/right"),
        ("", "10.5555/right"),
        ("10.5555/mosses", "10.5555/mosses"),
    ],
)
def test_what_becomes_of_a_doi(fixed, run, cited, becomes):
    text = ENTRY.replace("\n}\n", f"\n  doi     = {{{cited}}},\n}}\n")
    if becomes == "10.5555/mosses":  # another work's: that is no safe edit
        assert "--unsafe would change okafor2015: doi" in _fix(run, text)[2]
    else:
        assert fixed(text) == text.replace(f"{{{cited}}}", f"{{{becomes}}}")


def _fix(run, text, *options):
    Path("refs.bib").write_text(text)  # in the test's own folder
    return run("fix", "refs.bib", *options)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_a_wrong_field_is_put_right_and_nothing_else(fixed, tmp_path, line_end, encoding):
    head = "@string{other = {Weather}}\n% a comment, with ü and } in it\n@comment{x{y}}\n"
    text = (
        head
        + ENTRY.replace("{2015}", "{2016}").replace("\n}\n", "\n  doi     = {10.5555/right},\n}\n")
        + "end\n"
    )
    data = text.replace("\n", line_end).encode(encoding)
    after = fixed(data, "--unsafe")
    now = after.decode(encoding).replace(line_end, "\n")
    assert "\r" not in now
    lines, changed = text.splitlines(), now.splitlines()
    assert len(lines) == len(changed)
    assert sum(one != other for one, other in zip(lines, changed, strict=True)) == 1
    assert after[:3] == data[:3]  # the mark of byte order
    report = bibproof.check(tmp_path / "refs.bib")
    assert [result.verdict for result in report.results] == [bibproof.Verdict.VERIFIED]


def test_accents_are_commands_where_the_file_has_them_so(fixed):
    text = ENTRY.replace("Tidal", '{\\"U}ber tidal')
    assert "Moreau, In{\\`e}s" in fixed(text, "--unsafe", "--accept", "okafor2015=10.5555/mosses")


def test_a_title_of_another_work_is_escaped(fixed):
    after = fixed(ENTRY, "--unsafe", "--accept", "okafor2015=https://doi.org/10.5555/MOSSES")
    assert "title   = {A catalogue of alpine mosses \\& lichens}" in after
    assert "author  = {Moreau, Inès}" in after


def test_mode_and_link_stay(fixed, tmp_path):
    target = tmp_path / "target.bib"
    target.write_text(ENTRY)
    target.chmod(0o640)
    (tmp_path / "refs.bib").symlink_to(target)
    assert "doi     = {10.5555/right}" in fixed(ENTRY)
    assert (tmp_path / "refs.bib").is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_an_outage_changes_nothing_and_exits_with_3(run, tmp_path):
    text = ENTRY.replace("\n}\n", "\n  doi = {https://doi.org/10.5555/right}\n}\n").replace("2015}", "1999}")
    code, out, err = _fix(run, text, "--unsafe", "--offline")
    assert (code, out) == (3, "nothing to change\n")
    assert "could not be checked, and not changed: okafor2015" in err
    assert _fix(run, text, "--unsafe", "--offline", "--accept", "okafor2015=10.5555/right")[0] == 3
    code, _, err = _fix(run, text, "--offline", "--allow-unchecked")
    assert code == 0
    assert "could not be checked, and not changed: okafor2015" in err
    assert (tmp_path / "refs.bib").read_text() == text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--accept", "okafor2015"], "expected KEY=DOI"),
        (["--accept", "okafor2015=right"], "is no DOI"),
        (["--accept", "okafor=10.5555/right"], "nearest key is 'okafor2015'"),
        (["--accept", "okafor2015=10.5555/nobodys"], "no agency has registered it"),
        (["--accept", "okafor2015=10.5555/theirs"], "mEDRA registered it"),
    ],
)
def test_what_can_not_be_accepted_is_one_line_and_exit_code_2(run, tmp_path, options, message):
    code, out, err = _fix(run, ENTRY, *options)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err
    assert (tmp_path / "refs.bib").read_text() == ENTRY


def test_what_is_no_bibtex_is_refused(run, tmp_path):
    (tmp_path / "refs.json").write_text('[{"id": "a", "title": "T"}]')
    code, out, err = run("fix", "refs.json")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "refs.json: this is no BibTeX" in err


def test_a_file_that_has_changed_meanwhile_is_left_alone(run, tmp_path, monkeypatch):
    write = Fix.write

    def late(fix):
        (tmp_path / "refs.bib").write_text(ENTRY + "% mine\n")
        write(fix)

    monkeypatch.setattr(Fix, "write", late)
    code, _, err = _fix(run, ENTRY)
    assert code == 2
    assert "has changed since it was read" in err
    assert (tmp_path / "refs.bib").read_text() == ENTRY + "% mine\n"


def test_utf_16_keeps_its_mark(fixed):
    data = codecs.BOM_UTF16_BE + ENTRY.encode("utf-16-be")
    assert fixed(data).startswith(codecs.BOM_UTF16_BE)
