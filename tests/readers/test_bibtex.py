"""BibTeX text to a Library."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.model import Date, Person
from bibproof.readers.bibtex import bibtex

_FILE = r"""% The list of an article
@string{lancet = "The Lancet"}

@article{Lee2018,
  author  = {Lee, J. D. and others},
  title   = "Comparative effectiveness of {X:BOT}",
  Journal = lancet,
  year    = 2018,
  month   = jan,
  pages   = {309--} # {318},
}

@inproceedings{paper, crossref = {proc}, title = {Paper}}
@xdata{store, publisher = {Press}}
@proceedings{proc, title = {Proceedings}, year = 1999, xdata = {store}, doi = {10.1000/proc}}
"""


def read(text):
    return bibtex(text, Path("a.bib"))


def test_references_in_the_files_order_without_stores():
    library = read(_FILE)
    assert [reference.key for reference in library] == ["Lee2018", "paper", "proc"]
    assert library.broken == ()
    assert (library.path, library.text, library.encoding) == (Path("a.bib"), _FILE, "utf-8")


def test_spans_and_values():
    reference = read(_FILE)["Lee2018"]
    written = {name: _FILE[span.start : span.end] for name, span in reference.fields.items()}
    assert written == {
        "author": "Lee, J. D. and others",
        "title": "Comparative effectiveness of {X:BOT}",
        "journal": "lancet",
        "year": "2018",
        "month": "jan",
        "pages": "{309--} # {318}",
    }
    assert reference.values["journal"] == "The Lancet"
    assert reference.values["month"] == "January"
    assert reference.values["pages"] == "309--318"
    assert _FILE[reference.key_span.start : reference.key_span.end] == "Lee2018"
    assert _FILE[reference.span.start : reference.span.end].endswith("{318},\n}")


def test_the_work():
    work = read(_FILE)["Lee2018"].work
    assert work.authors == (Person("Lee", "J. D."),)
    assert work.et_al
    assert work.container_title == "The Lancet"
    assert work.issued == Date(2018, 1)
    assert work.page == "309-318"


def test_inherited_fields_are_values_but_not_written_fields():
    paper = read(_FILE)["paper"]
    assert set(paper.fields) == {"crossref", "title"}
    assert paper.values["booktitle"] == "Proceedings"
    assert paper.work.container_title == "Proceedings"
    assert paper.work.publisher == "Press"
    assert paper.work.doi is None
    assert paper.work.issued == Date(1999)


def test_a_second_field_of_a_name_is_reported_and_the_first_counts():
    text = "@article{k, Title = {One}, title = {Two}, year = 1999}"
    library = read(text)
    assert library["k"].work.title == "One"
    spans = library["k"].fields.values()
    assert [text[span.start : span.end] for span in spans] == ["One", "1999"]
    (broken,) = library.broken
    assert broken.key == "k"
    assert broken.minor
    assert '"title"' in broken.reason
    assert broken.span.start == text.rindex("title")
    assert "doi" not in library["k"].fields


def test_entries_of_one_key_are_all_kept():
    library = read("@article{k, title={One}} @article{k, title={Two}}")
    assert [reference.work.title for reference in library] == ["One", "Two"]
    assert library.broken == ()


def test_no_key():
    library = read("@article{title={One}}")
    assert [reference.key for reference in library] == [""]
    assert len(library.broken) == 1


@pytest.mark.parametrize("text", ["@article{", "@article{}", "@article{,}", "@article{\n"])
def test_an_entry_of_nothing_is_reported_and_is_no_reference(text):
    library = read(text + "\n@article{k, title={One}}")
    assert [reference.key for reference in library] == ["k"]
    assert library.broken


def test_a_name_that_nothing_defines_is_unknown_not_the_text_of_the_field():
    library = read("@article{k, journal = ieee_j, year = 2000} @article{l, journal = ieee_j}")
    assert library["k"].work.container_title is None
    assert library["k"].values["journal"] == "ieee_j"
    assert [(broken.key, broken.reason.split(":")[0]) for broken in library.broken] == [
        ("k", '"ieee_j" is not defined')
    ]


def test_many_names_that_nothing_defines_are_told_of_at_once():
    def text(count):
        return "".join(f"@misc{{k{n}, title = {{T}}, journal = Jrn{n}}}\n" for n in range(count))

    assert len(read(text(9)).broken) == 9
    (broken,) = read(text(12)).broken
    assert broken.reason == (
        "@string names that are not defined here:"
        " Jrn0, Jrn1, Jrn2, Jrn3, Jrn4, Jrn5, Jrn6, Jrn7, Jrn8, Jrn9, ... (12)"
    )
    assert (broken.key, broken.minor) == ("k0", True)
    assert text(12)[broken.span.start : broken.span.end] == "Jrn0"


def test_a_parent_that_is_not_in_the_file_is_reported():
    text = (
        "@inbook{k, crossref = {Gone}, title={T}}\n@misc{l, xdata = {stock, Lost}}\n@xdata{STOCK, note={n}}"
    )
    library = read(text)
    assert [(broken.key, broken.reason, broken.minor) for broken in library.broken] == [
        ("k", "crossref names Gone, which is not in this file", True),
        ("l", "xdata names Lost, which is not in this file", True),
    ]
    assert text[library.broken[0].span.start : library.broken[0].span.end] == "Gone"


def test_circular_and_doubling_strings_are_reported():
    (broken,) = read("@string{a = b} @string{b = a}").broken
    assert "not defined" in broken.reason
    doubling = '@string{a = "xxxxxxxxxx"}' + "@string{a = a # a}" * 60
    library = read(doubling + "@article{k, title = a, year = 2000}")
    assert "too long" in library.broken[0].reason
    assert library["k"].work.issued == Date(2000)


def test_a_missing_brace_costs_one_report_and_no_field():
    library = read("@article{a,\n  title = {One,\n  year = 2000\n}\n\n@article{b, title = {Two}}")
    assert [(r.key, r.work.title, r.work.year) for r in library] == [("a", "One", 2000), ("b", "Two", None)]
    (broken,) = library.broken
    assert library.position(broken.span.start).line == 2


def test_mark_order_and_line_ends():
    text = "\ufeff@article{k,\r\n title={One}\r\n}\r@article{l}"
    library = read(text)
    assert [r.key for r in library] == ["k", "l"]
    assert library.text == text
    assert library.position(library["k"].span.start).column == 1


def test_to_other_libraries():
    library = read(_FILE)
    assert library.to_bibtexparser().entries_dict["Lee2018"]["journal"] == "The Lancet"


_MARKS = st.sampled_from([*'@{}()"=,#%\\ \nabk1é\0~$', "@a{k,", "author=", "@string{"])


@given(st.lists(_MARKS, max_size=60).map("".join))
@settings(max_examples=120, deadline=None)
def test_nothing_raises(text):
    library = read(text)
    assert library.text == text
    for reference in library:
        assert set(reference.fields) <= set(reference.values)
        assert all(0 <= span.start <= span.end <= len(text) for span in reference.fields.values())


def test_importing_it_imports_nothing_that_takes_time():
    code = (
        "import sys, bibproof.readers.bibtex;"
        "print([m for m in ('pybtex', 'pylatexenc', 'bibtexparser', 'requests', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_values_are_what_stands_there_with_names_replaced_and_what_is_inherited():
    text = """@string{j = {Journal of Tests}}
@book{parent, title = {Whole}, publisher = "P"}
@incollection{child, Title = {Part}, journal = j, year = 2001, month = mar,
  note = {a} # j, crossref = {parent}}
@misc{lost, title = {T}, note = nobody}
"""
    child, lost = (bibtex(text, None)[key] for key in ("child", "lost"))
    assert dict(child.values) == {
        "title": "Part",
        "journal": "Journal of Tests",
        "year": "2001",
        "month": "March",
        "note": "aJournal of Tests",
        "crossref": "parent",
        "booktitle": "Whole",
        "publisher": "P",
    }
    assert list(child.fields) == ["title", "journal", "year", "month", "note", "crossref"]
    assert text[child.fields["note"].start : child.fields["note"].end] == "{a} # j"
    assert dict(lost.values) == {"title": "T", "note": "nobody"}
    assert lost.values.get("year") is None
    assert "year" not in lost.values
    assert bibtex(text, None)["lost"].values == lost.values
