"""New entries are written as the file's own are, and nothing else of it changes."""

from __future__ import annotations

import pytest

import bibproof
from bibproof.adding import bibliography, with_works
from bibproof.errors import FileError, UsageError
from bibproof.evidence import Record
from bibproof.model import Date, Person, Work
from bibproof.readers.bibtex import bibtex

TIDES = Work(
    type="article-journal",
    title="Tides of Żółć",
    authors=(Person("Okafor", "Maria"),),
    issued=Date(2015),
    doi="10.5555/tides",
)
WAVES = Work(title="Waves", authors=(Person("Okafor", "Maria"),), issued=Date(2015), doi="10.5555/waves")


def added(text: str, *works: Work, encoding: str = "utf-8") -> str:
    """What is added to a text, of which all that was there stays."""
    addition = with_works(bibtex(text, None, encoding), works or (TIDES,))
    assert addition.text.startswith(text)
    return addition.text[len(text) :]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", "@article{okafor2015,\n  author = {Okafor, Maria},\n  title  = {Tides of Żółć},\n"),
        ("@misc{a, title = {T}}\n", "\n@article{okafor2015, author = {Okafor, Maria}, title = {Tides"),
        (
            '@misc{a,\r\n\tTITLE="T"\r\n}',
            '\r\n\r\n@article{okafor2015,\r\n\tAUTHOR="Okafor, Maria",\r\n\tTITLE=',
        ),
        (
            "@misc{a\n , title = {T}\n}\n\n",
            "@article{okafor2015\n , author = {Okafor, Maria}\n , title = {Tides",
        ),
        ("% only a comment\r\n", "\r\n@article{okafor2015,\r\n  author = {Okafor"),
        ("\ufeff", "@article{okafor2015,\n"),
        ("@misc{OKAFOR2015, title={T}}\n", "\n@article{okafor2015a, author={Okafor, Maria}, title={Tides"),
    ],
)
def test_an_entry_is_written_as_the_last_one(text, new):
    assert added(text).startswith(new)
    (*_, last) = bibtex(text + added(text), None)
    assert last.work.doi == "10.5555/tides"


def test_what_is_there_is_not_added_again():
    text = "@misc{mine, title = {T}, doi = {https://doi.org/10.5555/TIDES}}\n"
    addition = with_works(bibtex(text, None), (TIDES, WAVES, WAVES))
    assert addition.keys == {"10.5555/tides": "mine", "10.5555/waves": "okafor2015"}
    assert addition.present == {"10.5555/tides"}
    assert addition.text.count("@") == 2


def test_what_the_encoding_lacks():
    text = "@misc{a,\n  title = {ü},\n}\n"
    assert "Tides of {\\.Z}ó{\\l}{\\'c}" in added(text, encoding="latin-1")
    with pytest.raises(FileError, match="can't be written in the file's encoding, latin-1"):
        added(text, Work(title="김", doi="10.5555/kim"), encoding="latin-1")


def test_a_file_whose_end_is_open_is_not_added_to():
    with pytest.raises(FileError, match="mend it first"):
        added("@misc{a,\n  title = {open\n")


def test_a_file_is_made_and_added_to(tmp_path):
    path = tmp_path / "new.bib"
    bibproof.add(path, Record("x", TIDES)).write()
    bibproof.add(path, Record("x", WAVES)).write()
    assert [one.key for one in bibproof.read(path)] == ["okafor2015", "okafor2015a"]
    late = bibproof.add(path, Record("x", Work(title="Late", doi="10.5555/late")))
    path.write_text("mine")
    with pytest.raises(FileError, match="has changed since it was read"):
        late.write()
    assert path.read_text() == "mine"


def test_what_is_no_bibtex_is_refused(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"id": "a", "title": "T"}]')
    with pytest.raises(UsageError, match="this is no BibTeX"):
        bibproof.add(path, Record("x", TIDES))


def test_a_list_of_records_has_a_key_for_each():
    text = bibliography([TIDES, WAVES])
    assert [one.key for one in bibtex(text, None)] == ["okafor2015", "okafor2015a"]
    assert "}\n\n@misc{okafor2015a,\n" in text
    assert bibproof.show(Record("x", TIDES), Record("x", WAVES)) == text
