"""From a path to a Library, and from bytes to text."""

import codecs
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bibproof.errors import FileError
from bibproof.readers import decode_file, read_file

_ENTRY = "@article{k, title = {Müller}}\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        (_ENTRY.encode(), "utf-8"),
        (codecs.BOM_UTF8 + _ENTRY.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + _ENTRY.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + _ENTRY.encode("utf-16-be"), "utf-16-be"),
        (_ENTRY.encode("utf-16-be"), "utf-16-be"),
        (_ENTRY.encode("utf-16-le"), "utf-16-le"),
        (_ENTRY.encode("cp1252"), "cp1252"),
        (_ENTRY.encode("cp1252") + b"\x81", "latin-1"),
        (_ENTRY.encode() + b"\0", "utf-8"),
    ],
)
def test_encodings(tmp_path, data, encoding):
    text, found = decode_file(data)
    assert found == encoding
    assert text.encode(encoding) == data
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    library = read_file(path)
    assert library.encoding == encoding
    assert library.text == text
    assert [reference.work.title for reference in library] == (["Müller"] if data else [])


@given(
    st.binary(max_size=200)
    | st.text(max_size=60).map(str.encode)
    | st.text(max_size=60).map(lambda t: t.encode("utf-16", "replace"))
)
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\xd8")
@settings(max_examples=150, deadline=None)
def test_bytes_come_back_or_are_refused(data):
    try:
        text, encoding = decode_file(data)
    except FileError:
        return
    assert text.encode(encoding) == data


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04" + bytes(30),
        bytes(range(256)) * 4,
        bytes(1000),
        codecs.BOM_UTF32_LE + "@a".encode("utf-32-le"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    with pytest.raises(FileError, match=r"a\.bib: [^\n]+$"):
        read_file(path)


def test_no_such_file(tmp_path):
    with pytest.raises(FileError, match=r"none\.bib: there is no such file; "):
        read_file(tmp_path / "none.bib")


def test_a_folder(tmp_path):
    with pytest.raises(FileError, match="this is a folder; "):
        read_file(tmp_path)


def test_no_permission(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(FileError, match="permission denied; "):
        read_file(tmp_path / "a.bib")


def test_a_path_that_can_not_be(tmp_path):
    with pytest.raises(FileError, match="can't be read"):
        read_file(tmp_path / ("x" * 5000))


@pytest.mark.parametrize("text", ['[{"id":', "5", "[" * 1000, "<html>"])
def test_json_that_can_not_be_read_is_no_empty_list(tmp_path, text):
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match=r"a\.json:1: "):
        read_file(path)


@pytest.mark.parametrize("name", ["a.bib", "a.BIB", "a.bibtex", "a.txt", "a"])
def test_the_reader_is_chosen_by_suffix_and_is_bibtex_where_none_fits(tmp_path, name):
    path = tmp_path / name
    path.write_text(_ENTRY, encoding="utf-8")
    assert [reference.key for reference in read_file(path)] == ["k"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", "TY  - JOUR\nTI  - Rare birds\nPY  - 2011\nER  - \n"),
        ("a.txt", "TY  - JOUR\nTI  - Rare birds\nPY  - 2011\nER  - \n"),
        ("a.nbib", "PMID- 123456\nTI  - Rare birds.\nDP  - 2011\n"),
        ("a.txt", "\nPMID- 123456\nTI  - Rare birds.\nDP  - 2011\n"),
        ("a.txt", '[{"id": "a", "title": "Rare birds"}]'),
        ("a.txt", "1. Tanaka Y. Rare birds. Birds. 2011;2:5-9.\n"),
        ("a", "[1] Tanaka Y. Rare birds. Birds. 2011;2:5-9.\n"),
        ("a.md", "# References\n\nTanaka Y. *Rare birds*. Birds. 2011;2:5-9.\n"),
        ("a.htm", "<h2>References</h2><p>Tanaka Y. Rare birds. Birds. 2011;2:5-9.</p>"),
        ("a", "<!DOCTYPE html><h2>References</h2><p>Tanaka Y. Rare birds. Birds. 2011;2:5-9.</p>"),
    ],
)
def test_the_content_tells_where_the_suffix_does_not(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert [reference.work.title for reference in read_file(path)] == ["Rare birds"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.ris", "a.nbib"])
def test_a_file_without_a_reference_says_what_was_expected(tmp_path, name):
    path = tmp_path / name
    path.write_text("Nothing of the kind.\n", encoding="utf-8")
    with pytest.raises(FileError, match=rf"{name}:1: .*: (?:expected|one begins)"):
        read_file(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        " \n\n",
        "% nothing yet\n  % still nothing",
        '@string{a = "b"}',
        "@comment{jabref-meta: x}",
    ],
)
def test_a_bibliography_may_be_empty(tmp_path, text):
    path = tmp_path / "a.bib"
    path.write_text(text, encoding="utf-8")
    assert read_file(path).references == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("TY  - JOUR\nER  - \n", "RIS"),
        ("\nPMID- 123\n", "PubMed"),
        ('[{"id": "a"}]', "JSON"),
        ("<html><body></body></html>", "a web page"),
        ("Smith, J. (2020). A title. me@example.org", "no BibTeX entry in it; name"),
    ],
)
def test_a_text_that_is_no_bibliography_is_not_taken_for_an_empty_one(tmp_path, text, part):
    path = tmp_path / "a.bib"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match=rf"a\.bib: .*{part}"):
        read_file(path)


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="no such device here")
def test_a_device_is_not_read_without_end():
    with pytest.raises(FileError, match="this is a device"):
        read_file(Path("/dev/zero"))


@pytest.mark.parametrize(
    "text",
    [
        "References\n\n1. Okafor M. Tides of @article(x, y). J Estuar. 2014;1:2-3.\n",
        "1. Okafor M. Tides. J Est. 2014;1:2.\n@dataclass(frozen=True)\n2. Berg A. Moss. J M. 2015;1:2.\n",
    ],
)
def test_a_quoted_entry_makes_no_bibliography(tmp_path, text):
    path = tmp_path / "list.txt"
    path.write_text(text, "utf-8")
    assert not read_file(path).is_bibtex


def test_latex_is_told(tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text("\\begin{thebibliography}{9}\n\\bibitem{a} M. Okafor, Tides, 2014.\n", "utf-8")
    with pytest.raises(FileError, match=r"this is LaTeX.*\.bib"):
        read_file(path)
