"""What is written is what was registered: read again, it compares as the same work."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.bibtex.entry_writer import entry_key, write_entry
from bibproof.bibtex.writing import (
    UnwritableError,
    write_name,
    write_name_given_first,
    write_rich_title,
    write_text,
    write_title,
)
from bibproof.compare import compare
from bibproof.markup import rich
from bibproof.model import Date, Person, Work
from bibproof.readers.bibtex import bibtex

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Zl", "Zp")),
    max_size=40,
)
_WORD = st.from_regex(r"[A-ZÀÉÖ][a-zéøß]{2,9}", fullmatch=True)
_PERSON = st.builds(
    Person,
    family=st.one_of(_WORD, st.builds("{} {}".format, _WORD, _WORD)),
    given=st.one_of(_WORD, st.builds("{} {}.".format, _WORD, st.sampled_from("ABJ"))),
    particle=st.sampled_from([None, "van der", "de"]),
    suffix=st.sampled_from([None, "Jr.", "III"]),
)


def read(entry: str) -> Work:
    library = bibtex(entry, None)
    assert library.broken == ()
    (reference,) = library
    return reference.work


def title_of(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=150, deadline=None)
@given(_TEXT, _TEXT)
def test_any_title_and_journal_are_read_as_they_were(title, journal):
    work = Work(
        type="article-journal", title=title_of(f"On {title}"), container_title=title_of(f"J {journal}")
    )
    again = read(write_entry("k", work))
    assert again.title == read_title(work.title)
    assert again.container_title == read_title(work.container_title)


def read_title(text):
    """As the reader normalizes titles: NFC, and no space before a colon."""
    return re.sub(r"(?<=[^\W\d]) : (?=\S)", ": ", normalize("NFC", text))


def test_a_particle_stays_beside_a_family_name_in_braces():
    work = Work(type="book", title="On bees", authors=(Person("And", "Maria", particle="van der"),))
    assert "author = {van der {And}, Maria}" in write_entry("k", work)
    assert read(write_entry("k", work)).authors == work.authors


@settings(max_examples=100, deadline=None)
@given(st.lists(_PERSON, min_size=1, max_size=4), st.booleans())
def test_any_people_are_read_as_they_were(people, et_al):
    work = Work(type="book", title="On bees", authors=tuple(people), et_al=et_al)
    again = read(write_entry("k", work))
    assert (again.authors, again.et_al) == (work.authors, et_al)


WORK = Work(
    type="article-journal",
    title="Tidal mixing",
    subtitle="a review",
    authors=(Person("Okafor", "Maria"), Person(literal="The Tides and Waves Group")),
    issued=Date(2015, 3, 2),
    dates=(Date(2015, 3, 2),),
    container_title="Journal of Tides & Waves",
    volume="12",
    issue="2",
    page="101-119",
    publisher="Some Press",
    doi="10.5555/ab_c(1)<2>",
)
ENTRY = """@article{okafor2015,
  author  = {Okafor, Maria and {The Tides and Waves Group}},
  title   = {Tidal mixing: a review},
  journal = {Journal of Tides \\& Waves},
  year    = {2015},
  month   = mar,
  volume  = {12},
  number  = {2},
  pages   = {101--119},
  doi     = {10.5555/ab_c(1)<2>},
}"""


def test_an_article():
    assert write_entry("okafor2015", WORK) == ENTRY


@pytest.mark.parametrize(
    ("work_type", "entry_type", "container", "publisher"),
    [
        ("article-journal", "article", "journal", None),
        ("book", "book", "series", "publisher"),
        ("chapter", "incollection", "booktitle", "publisher"),
        ("paper-conference", "inproceedings", "booktitle", "publisher"),
        ("thesis", "phdthesis", "journal", "school"),
        ("report", "techreport", "journal", "institution"),
        ("article", "misc", "journal", "howpublished"),
        ("dataset", "dataset", "journal", "publisher"),
    ],
)
def test_every_type_has_the_fields_that_its_styles_print(work_type, entry_type, container, publisher):
    work = Work(type=work_type, title="Tides", container_title="Waves", publisher="Press", issued=Date(2015))
    (reference,) = bibtex(write_entry("k", work), None)
    assert reference.entry_type == entry_type
    assert reference.values[container] == "Waves"
    assert {name for name, value in reference.values.items() if value == "Press"} == {publisher} - {None}
    assert compare(reference.work, work).differs == ()


def test_the_number_of_an_article_stands_for_its_pages():
    work = Work(type="article-journal", title="Tides", article_number="e64", page="e64")
    assert "eid   = {e64}" in write_entry("k", work)
    assert "pages" not in write_entry("k", Work(title="Tides", page="no-no"))


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("The role of DNA in mRNA repair", "The role of {DNA} in {mRNA} repair"),
        ("A study of Bayesian methods in Paris", "A study of {Bayesian} methods in {Paris}"),
        ("Tidal Mixing in Shallow Bays: (COR-I) Trial", "Tidal Mixing in Shallow Bays: ({COR-I}) Trial"),
        ("Sense: Bees and their wax", "Sense: Bees and their wax"),
        ("VITAMIN D AND THE BONES", "VITAMIN D AND THE BONES"),
        ("Vitamin D and a house", "Vitamin {D} and a house"),
        (
            "5% of R&D #1 a_b {c} $d$ ~e^f",
            (
                "5\\% of {R}\\&{D} \\#1 a\\_b \\textbraceleft{}c\\textbraceright{} \\$d\\$ "
                "\\textasciitilde{}e\\textasciicircum{}f"
            ),
        ),
    ],
)
def test_capitals_that_must_stay_have_braces(title, written):
    assert write_title(title) == written


def test_markup_becomes_latex():
    runs = rich("Effects of CO<sub>2</sub> on <i>Zea mays</i> and x<sup>2</sup> &amp; more")
    assert runs is not None
    assert (
        write_rich_title(runs)
        == "Effects of {CO}\\textsubscript{2} on \\emph{Zea mays} and x\\textsuperscript{2} \\& more"
    )


@pytest.mark.parametrize(
    ("person", "written", "given_first"),
    [
        (Person("Berg", "Jan", "van der"), "van der Berg, Jan", "Jan van der Berg"),
        (Person("King", "Martin", suffix="Jr."), "King, Jr., Martin", "King, Jr., Martin"),
        (Person("García Márquez", "Gabriel"), "García Márquez, Gabriel", "Gabriel {García Márquez}"),
        (Person("Müller"), "Müller", "Müller"),
        (Person("Smith and Sons", "A."), "{Smith and Sons}, A.", "A. {Smith and Sons}"),
        (Person(literal="R&D, Inc."), "{R\\&D, Inc.}", "{R\\&D, Inc.}"),
    ],
)
def test_names(person, written, given_first):
    assert write_name(person) == written
    assert write_name_given_first(person) == given_first


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("Müller", "utf-8", "Müller"),
        ("Müller", "ascii", '{M\\"u}ller'.replace("{M\\", "M{\\")),
        ("Şengül ßŁøí", "ascii", "{\\c{S}}eng{\\\"u}l {\\ss}{\\L}{\\o}{\\'\\i}"),
        ("Żółć é", "latin-1", "{\\.Z}ó{\\l}{\\'c} é"),
        ("a – b", "ascii", "a -- b"),
        ("α", "latin-1", "{\\ensuremath{\\alpha}}"),
    ],
)
def test_what_an_encoding_lacks_is_a_command(text, encoding, written):
    assert write_text(text, encoding) == written


def test_what_nobody_can_write_is_told():
    with pytest.raises(UnwritableError, match="no command for '김'"):
        write_text("김", "latin-1")


def test_keys():
    assert entry_key(WORK, []) == "okafor2015"
    assert entry_key(WORK, ["OKAFOR2015"]) == "okafor2015a"
    assert entry_key(
        WORK, ["okafor2015", *(f"okafor2015{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")]
    ) == ("okafor2015aa")
    assert entry_key(Work(authors=(Person("Ørsted", "H.", "van"),)), []) == "vanorsted"
    assert entry_key(Work(title="On the 김 tides", issued=Date(2001)), []) == "tides2001"
    assert entry_key(Work(), []) == "ref"
