"""Lists of references in plain text: where each begins, what is none, and what a string says."""

import pytest

from bibproof import Date, Person
from bibproof.readers.text import text

OKAFOR = "Okafor M, Lindqvist J. Tidal mixing in shallow estuaries. J Estuar. 2014;13(3):201-19."
MOREAU = "Moreau, I. (2009). A catalogue of alpine mosses. Alpine Botany, 4(1), 1–12."
TANAKA = "Tanaka Y. Rare birds. Birds. 2011;2:5-9."


def read(written):
    return text(written, None)


def keys_and_titles(written):
    return [(reference.key, reference.work.title) for reference in read(written)]


LISTED = [
    ("1", "Tidal mixing in shallow estuaries"),
    ("2", "A catalogue of alpine mosses"),
    ("3", "Rare birds"),
]


@pytest.mark.parametrize(
    "written",
    [
        f"1. {OKAFOR}\n2. {MOREAU}\n3. {TANAKA}\n",
        f"1) {OKAFOR}\r\n2) {MOREAU}\r\n3) {TANAKA}\r\n",
        f"[1] {OKAFOR}\n[2] {MOREAU}\n[3] {TANAKA}",
        f"(1) {OKAFOR}\n\n(2) {MOREAU}\n\n(3) {TANAKA}",
        f"1\t{OKAFOR}\n2\t{MOREAU}\n3\t{TANAKA}",
        f"• {OKAFOR}\n• {MOREAU}\n• {TANAKA}",
        f"- {OKAFOR}\n- {MOREAU}\n- {TANAKA}",
        f"{OKAFOR}\n\n{MOREAU}\n\n{TANAKA}",
        f"{OKAFOR}\n{MOREAU}\n{TANAKA}",
        f"\ufeffReferences\n\n{OKAFOR}\n{MOREAU}\n{TANAKA}\n\nAppendix\n\nIn 2018, 12(3):45 of them.",
        f"Some prose of 2018.\n\n5. LITERATURVERZEICHNIS:\n{OKAFOR}\n{MOREAU}\n{TANAKA}",
        "\n".join(one.replace(". ", ".\n    ", 2) for one in (OKAFOR, MOREAU, TANAKA)),
        "\n\n".join(
            one.replace(" of ", "\nof ").replace(" in ", "\nin ") for one in (OKAFOR, MOREAU, TANAKA)
        ),
        "\n".join(
            f"[{n}] {one}".replace(" of ", "\nof ").replace("2014;", "\n2014;")
            for n, one in enumerate((OKAFOR, MOREAU, TANAKA), 1)
        ),
    ],
)
def test_a_list_is_taken_apart(written):
    assert keys_and_titles(written) == LISTED


def test_keys_are_the_numbers_of_the_list():
    assert [key for key, _ in keys_and_titles(f"[7] {OKAFOR}\n[8] {MOREAU}")] == ["7", "8"]
    assert [key for key, _ in keys_and_titles(f"[Oka14] {OKAFOR}\n[Mor09] {MOREAU}")] == ["Oka14", "Mor09"]
    assert [key for key, _ in keys_and_titles(f"[1] {OKAFOR}\n\nReferences\n[1] {MOREAU}\n[2] {TANAKA}")] == [
        "1",
        "2",
    ]


def test_a_number_at_the_beginning_of_a_line_is_no_label():
    written = f"1. {OKAFOR.replace('2014;', chr(10) + '2014. ;')}\n2. {MOREAU}"
    assert [key for key, _ in keys_and_titles(written)] == ["1", "2"]


@pytest.mark.parametrize(
    "written",
    [
        (
            "In 2018, we found that naltrexone (see Smith et al. 2018) works in 12 of 34. It was approved in"
            " 1984."
        ),
        "Dear Dr. Smith,\n\nPlease send me the report from 2019 by Friday, 12 May 2020.\n\nThanks, J. Doe",
        "for year in range(2010, 2020):\n    print(year)",
        "1. Open the box from 2019.\n2. Read the manual.\n3. Close the box.",
        "name,year,value\nsmith,2018,12\ndoe,2019,13\n",
        "Smith",
        "2018\n2019\n2020\n",
    ],
)
def test_prose_code_and_numbers_are_no_references(written):
    library = read(written)
    assert library.references == ()
    assert "no reference was found" in library.broken[0].reason


def test_what_is_no_reference_in_a_list_is_told_and_the_rest_is_read():
    library = read(f"References\n\n1. {OKAFOR}\n2. see there\n3. {TANAKA}")
    assert [reference.key for reference in library] == ["1", "3"]
    assert [(broken.key, broken.minor) for broken in library.broken] == [("2", True)]


ARTICLE = {
    "authors": (Person(family="Okafor", given="M. C."), Person(family="van der Berg", given="J.")),
    "title": "Tidal mixing: a review",
    "container_title": "Journal of Estuaries",
    "volume": "13",
    "issue": "3",
    "page": "201–219",
    "year": 2014,
}


@pytest.mark.parametrize(
    "written",
    [
        (
            "Okafor, M. C., & van der Berg, J. (2014). Tidal mixing: a review. Journal of Estuaries, 13(3),"
            " 201–219."
        ),
        "Okafor MC, van der Berg J. Tidal mixing: a review. Journal of Estuaries. 2014 Mar 3;13(3):201–219.",
        (
            "Okafor, M. C. and van der Berg, J. (2014) ‘Tidal mixing: a review’, Journal of Estuaries,"
            " 13(3), pp. 201–219."
        ),
        (
            "Okafor, M. C., and J. van der Berg. 2014. “Tidal mixing: a review.” Journal of Estuaries 13"
            " (3): 201–219."
        ),
        (
            "Okafor, M. C., and J. van der Berg. “Tidal mixing: a review.” Journal of Estuaries 13, no. 3"
            " (2014): 201–219."
        ),
        (
            "Okafor, M. C., and J. van der Berg. “Tidal mixing: a review.” Journal of Estuaries, vol. 13,"
            " no. 3, 2014, pp. 201–219."
        ),
        (
            "M. C. Okafor and J. van der Berg, “Tidal mixing: a review,” Journal of Estuaries, vol. 13, no."
            " 3, pp. 201–219, Mar. 2014."
        ),
        "Okafor MC, van der Berg J (2014) Tidal mixing: a review. Journal of Estuaries 13(3):201–219",
        "Okafor, M. C., van der Berg, J.: Tidal mixing: a review. Journal of Estuaries 13(3), 201–219 (2014)",
        "Okafor, M.C., van der Berg, J., 2014. Tidal mixing: a review. Journal of Estuaries 13 (3), 201–219.",
        "Okafor, M. C.; van der Berg, J. Tidal mixing: a review. Journal of Estuaries 2014, 13 (3), 201–219.",
    ],
)
def test_styles(written):
    (reference,) = read(f"References\n{written}")
    work = reference.work
    letters = [(one.surname, (one.given or "").replace(".", "").replace(" ", "")) for one in work.authors]
    assert letters == [("Okafor", "MC"), ("van der Berg", "J")]
    found = {name: getattr(work, name) for name in ARTICLE if name != "authors"}
    assert found == {name: value for name, value in ARTICLE.items() if name != "authors"}
    assert work.type == "article-journal"
    text_of = {name: written[span.start - 11 : span.end - 11] for name, span in reference.fields.items()}
    assert text_of["title"] == "Tidal mixing: a review"
    assert (text_of["year"], text_of["volume"], text_of["number"]) == ("2014", "13", "3")


def test_ligatures_hyphens_and_addresses_broken_over_lines():
    written = (
        "[1] Okafor M. Eﬀects of in\u00adter-\ndisciplinary ﬂow. J Estuar. 2014;13:201-\n19. doi: 10.1000/\n"
        "abc.12. Epub 2013 Feb 3. PMID: 20673995; PMCID: PMC1234567. [PubMed] [CrossRef] [Google Scholar] ↩\n"
        "[2] Doe J. Manual [Internet]. 2019 [cited 2021 Mar 3]. Available from:"
        " https://example.org/a/\nb-c.pdf"
    )
    first, second = (reference.work for reference in read(written))
    assert first.title == "Effects of inter-disciplinary flow"
    assert (first.doi, first.pmid, first.page, first.issued) == (
        "10.1000/abc.12",
        "20673995",
        "201-19",
        Date(2014),
    )
    assert second.url == "https://example.org/a/b-c.pdf"
    assert second.accessed == Date(2021, 3, 3)
    assert second.type == "webpage"


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("doi:10.1000/AbC.", "10.1000/abc"),
        ("DOI 10.1000/abc;", "10.1000/abc"),
        ("https://doi.org/10.1000/abc(1)2", "10.1000/abc(1)2"),
        ("http://dx.doi.org/10.1000/abc, accessed 3 May 2019.", "10.1000/abc"),
        ("https://doi. org/10.1000/abc", "10.1000/abc"),
    ],
)
def test_dois_as_people_write_them(written, doi):
    (reference,) = read(f"References\n{TANAKA} {written}")
    assert reference.work.doi == doi
    assert reference.work.year == 2011


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (
            (
                "Doe J, Roe R. Opioids. In: Smith K, editor. Handbook of pain. New York: Springer; 2012. p."
                " 123–45."
            ),
            "chapter",
        ),
        ("Knuth, D. E. (1997). The art of programming (3rd ed.). Addison-Wesley.", "book"),
        ("Smith, J. (2015). Pain in the elderly (Doctoral dissertation, University of Leeds).", "thesis"),
        ("Vaswani A, Shazeer N. Attention is all you need. arXiv:1706.03762. 2017.", "article"),
        ("World Health Organization. (2021). Naltrexone.", "webpage"),
        (
            "Roe, R. (2019). A widget. In Proceedings of the Conference on Widgets (pp. 1–9).",
            "paper-conference",
        ),
    ],
)
def test_kinds_of_works(written, kind):
    (reference,) = read(f"References\n{written}")
    assert reference.work.type == kind
    assert reference.work.year
