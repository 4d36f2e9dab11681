"""RIS as programs write it: tags, their many spellings, and what becomes of them."""

import pytest

from bibproof import Date, Person
from bibproof.api import list_entries, render
from bibproof.readers.ris import ris

ARTICLE = """TY  - JOUR
ID  - okafor2014
AU  - Okafor, Maria C.
AU  - Lindqvist, Jens, Jr.
A1  - Tidal Study Group
TI  - Tidal mixing in shallow estuaries
JO  - J Estuar Phys
JF  - Journal of Estuarine Physics
PY  - 2014
DA  - 2014/03/05/
VL  - 13
IS  - 3
SP  - 201
EP  - 219
SN  - 1234-5678
DO  - https://doi.org/10.5555/Right
UR  - https://example.org/a
N1  - my note; PMID: 24526250
ER  -
"""


def read(text):
    return ris(text, None)


def test_an_article():
    (reference,) = read(ARTICLE)
    work = reference.work
    assert reference.key == "okafor2014"
    assert reference.entry_type == "article"
    assert work.authors == (
        Person(family="Okafor", given="Maria C."),
        Person(family="Lindqvist", given="Jens", suffix="Jr."),
        Person(literal="Tidal Study Group"),
    )
    assert (work.title, work.container_title) == (
        "Tidal mixing in shallow estuaries",
        "Journal of Estuarine Physics",
    )
    assert (work.volume, work.issue, work.page.replace("–", "-")) == ("13", "3", "201-219")
    assert (work.issued, work.doi, work.pmid, work.issn) == (
        Date(2014, 3, 5),
        "10.5555/right",
        "24526250",
        ("1234-5678",),
    )
    assert work.note is None
    assert "J Estuar Phys" in work.other_container_titles


def test_findings_point_at_the_values():
    library = read(ARTICLE)
    (reference,) = library
    shown = {field: library.text[span.start : span.end] for field, span in reference.fields.items()}
    assert shown["author"] == "Okafor, Maria C."
    assert shown["year"] == "2014"
    assert shown["pages"] == "201"
    assert shown["doi"] == "https://doi.org/10.5555/Right"
    assert library.text[reference.key_span.start : reference.key_span.end] == "okafor2014"
    assert not library.is_bibtex


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.replace("\n", "\r\n"),
        "\ufeff" + ARTICLE,
        "Provider: Example\n\n" + ARTICLE,
        ARTICLE.replace("ER  -\n", ""),
        ARTICLE.replace("  - ", " - "),
        ARTICLE.replace("TI  - Tidal mixing in shallow", "T1  - Tidal mixing\nin shallow"),
    ],
)
def test_spellings_of_the_format(text):
    (reference,) = read(text)
    assert reference.work.title == "Tidal mixing in shallow estuaries"
    assert reference.work.volume == "13"


@pytest.mark.parametrize(
    ("lines", "kind", "expected"),
    [
        (
            (
                "TY  - CHAP\nTI  - Opioids\nT2  - Handbook of pain\nA2  - Smith, K.\nPB  - Springer\nCY  -"
                " Berlin\nSP  - 1-9"
            ),
            "chapter",
            {"container_title": "Handbook of pain", "publisher": "Springer", "publisher_place": "Berlin"},
        ),
        (
            "TY  - BOOK\nBT  - The moss\nT2  - Series of plants\nSN  - 978-0-306-40615-7\nET  - 2",
            "book",
            {
                "title": "The moss",
                "collection_title": "Series of plants",
                "container_title": None,
                "edition": "2",
            },
        ),
        (
            "TY  - CONF\nTI  - A\nT2  - Proceedings of X",
            "paper-conference",
            {"container_title": "Proceedings of X"},
        ),
        (
            "TY  - THES\nTI  - A\nPB  - University of X\nM3  - PhD thesis",
            "thesis",
            {"publisher": "University of X"},
        ),
        ("TY  - RPRT\nTI  - A\nIS  - 12\nPB  - Office", "report", {"number": "12", "publisher": "Office"}),
        (
            "TY  - ELEC\nTI  - A\nUR  - https://example.org\nY2  - 2020/05/03",
            "webpage",
            {"accessed": Date(2020, 5, 3)},
        ),
        ("TY  - NEWS\nTI  - A\nT2  - The Times", "article-newspaper", {"container_title": "The Times"}),
        ("TY  - XXXX\nTI  - A", "document", {"title": "A"}),
    ],
)
def test_types(lines, kind, expected):
    (reference,) = read(lines + "\nAU  - Doe, J.\nPY  - 2014///\nER  -\n")
    assert reference.work.type == kind
    assert reference.work.year == 2014
    assert {name: getattr(reference.work, name) for name in expected} == expected


def test_keys_are_made_where_there_are_none_and_records_are_kept_apart():
    library = read(ARTICLE.replace("ID  - okafor2014\n", "") + "\n" + ARTICLE.replace("okafor2014", "b c"))
    assert [reference.key for reference in library] == ["ref1", "bc"]


@pytest.mark.parametrize("style", ["apa", "vancouver"])
def test_lists_are_made_of_it(style):
    library = read(ARTICLE)
    assert "Okafor" in render(library, style, "text")
    assert "2014" in render(library, style, "text")
    assert [entry.problems for entry in list_entries(library, style)] == [()]


@pytest.mark.parametrize(
    "text", ["", "hello\n", "TY  - \n", "TY  - JOUR\nER  -\n", "TY  - JOUR\nPY  - x\nAU  - ,\n"]
)
def test_nonsense_is_no_crash(text):
    library = read(text)
    assert bool(library.broken) == (text == "hello\n")


def read_one(*lines):
    (read,) = ris("\n".join(("TY  - JOUR", *lines, "ER  - ")), None)
    return read.work


def test_lower_case_tags():
    (read,) = ris("ty  - JOUR\nau  - Okafor, Mary\nti  - Tides\npy  - 2018\ner  - \n", None)
    assert (read.work.title, read.work.year) == ("Tides", 2018)


def test_initials_first_as_ieee_writes_them():
    assert [(one.given, one.family) for one in read_one("AU  - K. L. Okafor").authors] == [
        ("K. L.", "Okafor")
    ]


def test_a_season_is_no_reason_to_lose_the_year():
    assert read_one("Y1  - 2018/03//Spring").year == 2018


@pytest.mark.parametrize("tag", ["N1", "M3", "L3"])
def test_a_doi_alone_in_a_tag_for_other_things(tag):
    assert read_one(f"{tag}  - 10.5555/abc").doi == "10.5555/abc"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "TY  - JOUR\nTI  - One\nER  - \n\nAU  - Lost, A\nTI  - Two\nER  - \n\nTY  - JOUR\nTI  - Three\n",
            5,
        ),
        ("AU  - Lost, A\nTI  - Two\nER  - \nTY  - JOUR\nTI  - Three\nER  - \n", 1),
    ],
)
def test_a_record_without_its_first_line_is_told(text, line):
    library = ris(text, None)
    (broken,) = library.broken
    assert library.position(broken.span.start).line == line
    assert "first line" in broken.reason
