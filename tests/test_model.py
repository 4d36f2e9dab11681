"""People, dates, works, and the library's positions and interchange."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

import bibproof
from bibproof.model import Date, Library, Person, Position, Reference, Span, Work
from bibproof.readers.bibtex import bibtex

TEXT = r"""@string{jep = "Journal of Estuarine Physics"}
@article{okafor2015,
  author = {van der Berg, Jan and {The Estuary Group} and Lindqvist, Jr., Jens and others},
  title = {Tidal {M}ixing in \"Ostersj{\"o}n},
  journal = jep # { A},
  year = 2015,
}
@incollection{part, crossref = {whole}, author = {Moreau, Ines}, title = {A part}}
@book{whole, editor = {Sato, Ken and Ito, Mari}, title = {The whole}, year = 2001, publisher = {Press}}
"""


@pytest.mark.parametrize(
    ("person", "surname", "listed"),
    [
        (Person(family="Berg", given="Jan", particle="van der"), "van der Berg", "van der Berg, Jan"),
        (Person(family="King", given="Martin Luther", suffix="Jr."), "King", "King, Martin Luther, Jr."),
        (
            Person(literal="World Health Organization"),
            "World Health Organization",
            "World Health Organization",
        ),
        (Person(given="Plato"), "Plato", "Plato"),
        (Person(), "?", ""),
    ],
)
def test_names(person, surname, listed):
    assert (person.surname, str(person)) == (surname, listed)


def test_dates_as_iso_8601():
    assert [str(date) for date in (Date(2015), Date(2015, 3), Date(2015, 3, 7), Date(2015, None, 7))] == [
        "2015",
        "2015-03",
        "2015-03-07",
        "2015",
    ]


def test_years_are_those_of_all_dates():
    assert Work(issued=Date(2015), dates=(Date(2014, 12),)).years == {2014, 2015}
    assert Work().years == frozenset()


@pytest.mark.parametrize(
    ("families", "brief"),
    [
        ([], "no author 2015"),
        (["A"], "A 2015"),
        (["A", "B"], "A & B 2015"),
        (["A", "B", "C"], "A et al. 2015"),
    ],
)
def test_a_work_in_few_words(families, brief):
    people = tuple(Person(family=family) for family in families)
    assert Work(authors=people, issued=Date(2015)).brief == brief
    assert Work(editors=people, issued=Date(2015)).brief == brief


def test_lines_end_in_each_of_three_ways_and_a_mark_is_not_counted():
    library = Library(None, "\ufeffa\r\nb\rc\nd𝄞e", ())
    offsets = {character: library.text.index(character) for character in "abcde"}
    assert [library.position(offset) for offset in offsets.values()] == [
        Position(1, 1),
        Position(2, 1),
        Position(3, 1),
        Position(4, 1),
        Position(4, 3),
    ]


@given(st.text(alphabet="a\r\n𝄞", max_size=40))
def test_a_position_leads_back_to_its_character(text):
    library = Library(None, text, ())
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for offset in range(len(text) + 1):
        position = library.position(offset)
        assert starts[position.line - 1] + position.column - 1 == offset
        assert position.line == len(starts) or offset < starts[position.line]


def test_the_first_of_a_key_counts():
    library = bibtex("@misc{k, title={One}} @misc{k, title={Two}}", None)
    assert library["k"].work.title == "One"
    assert len(library) == 2
    with pytest.raises(KeyError):
        library["none"]


def test_where_a_finding_points():
    reference = Reference("k", Work(), Span(0, 9), Span(1, 2), fields={"journaltitle": Span(3, 4)})
    assert reference.span_of("journal") == Span(3, 4)
    assert reference.span_of("year") == reference.span_of(None) == Span(1, 2)


def test_to_bibtexparser_gives_what_bibtexparser_reads():
    ours = bibtex(TEXT, None).to_bibtexparser()
    theirs = bibtexparser.parse_string(TEXT)
    for entry in theirs.entries:
        same = ours.entries_dict[entry.key]
        assert same.entry_type == entry.entry_type
        assert {field.key: field.value for field in entry.fields}.items() <= {
            field.key: field.value for field in same.fields
        }.items() or entry.key == "okafor2015"
    assert ours.entries_dict["okafor2015"]["journal"] == "Journal of Estuarine Physics A"
    assert bibtexparser.parse_string(bibtexparser.write_string(ours)).entries_dict.keys() == {
        "okafor2015",
        "part",
        "whole",
    }


def test_to_pybtex_gives_what_pybtex_reads():
    ours = bibtex(TEXT, None).to_pybtex()
    theirs = parse_string(TEXT, "bibtex")
    assert list(ours.entries) == list(theirs.entries)
    for key, entry in theirs.entries.items():
        same = ours.entries[key]
        assert same.type == entry.type
        assert same.persons["author"] == entry.persons["author"] if "author" in entry.persons else True
        for name, value in entry.fields.items():
            assert same.fields[name] == value


def test_of_two_entries_of_one_key_pybtex_gets_the_first():
    library = bibtex("@misc{k, title={One}} @misc{k, title={Two}}", None)
    assert library.to_pybtex().entries["k"].fields["title"] == "One"


def _pybtex_names(text):
    (entry,) = bibtex(text, None).to_pybtex().entries.values()
    return [str(person) for person in entry.persons["author"]]


def test_pybtex_gets_each_author_of_a_list_on_several_lines():
    assert _pybtex_names("@misc{k, author = {Okafor, Mary\n   and\n\tLindqvist, Jens\nand Sato, Ken}}") == [
        "Okafor, Mary",
        "Lindqvist, Jens",
        "Sato, Ken",
    ]
    library = bibtex("@misc{k, title = {One\n    two}}", None)
    assert library.to_pybtex().entries["k"].fields["title"] == "One two"


def test_names_that_pybtex_refuses_are_given_as_they_are_read_here():
    assert _pybtex_names("@misc{k, author = {Okafor, M., Lindqvist, J., Sato, K.}}") == [
        "Okafor, M.",
        "Lindqvist, J.",
        "Sato, K.",
    ]


def test_other_libraries_get_what_they_can_hold_of_keys_that_are_no_keys():
    library = bibtex(
        "@misc{k, title={One}} @misc{K, title={Two}} @misc{k, title={3}} @misc{, title={4}}", None
    )
    assert [(key, entry.fields["title"]) for key, entry in library.to_pybtex().entries.items()] == [
        ("k", "One"),
        ("", "4"),
    ]
    ours = library.to_bibtexparser()
    assert [(entry.key, entry["title"]) for entry in ours.entries] == [("k", "One"), ("K", "Two"), ("", "4")]
    assert [block.ignore_error_block["title"] for block in ours.failed_blocks] == ["3"]


@pytest.mark.parametrize(
    "names", ["A, B, C, D, E", "{A}} and {B", "{" * 3000 + "}" * 3000, "{A} " * 9000, ", ,", ""]
)
def test_no_name_makes_pybtex_raise(names):
    reference = Reference("k", Work(authors=(Person("A"),)), Span(0, 1), Span(0, 1), values={"author": names})
    assert "k" in Library(None, "", (reference,)).to_pybtex().entries


def test_importing_bibproof_imports_nothing_that_takes_time():
    slow = ["bibtexparser", "click", "platformdirs", "pybtex", "pylatexenc", "rapidfuzz", "requests", "rich"]
    code = f"import sys, bibproof; print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there():
    for name in bibproof.__all__:
        assert getattr(bibproof, name) is not None
    assert set(dir(bibproof)) == set(bibproof.__all__)
    with pytest.raises(AttributeError, match="'no_such_name'"):
        bibproof.no_such_name  # noqa: B018 - to ask for it is the test


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("BIBPROOF_CROSSREF_URL", "https://example.org")
    monkeypatch.setenv("BIBPROOF_MAILTO", "")
    monkeypatch.setenv("BIBPROOF_CACHE_DIR", "cache")
    settings = bibproof.Settings.from_environment()
    assert settings.crossref_url == "https://example.org"
    assert settings.mailto is None
    assert settings.cache_dir == Path("cache")
