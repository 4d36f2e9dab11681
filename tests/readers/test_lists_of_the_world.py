"""Lists as they stand in the world: pasted from printed pages, from Wikipedia, from publishers' pages."""

import pytest

from bibproof import Person, Work
from bibproof.compare import compare
from bibproof.model import Date
from bibproof.readers.html import html
from bibproof.readers.text import text

OKAFOR = "Okafor M, Lindqvist J. Tidal mixing in shallow estuaries. J Estuar. 2014;13(3):201-19."
MOREAU = "Moreau, I. (2009). A catalogue of alpine mosses. Alpine Botany, 4(1), 1–12."
TANAKA = "Tanaka Y. Rare birds of the northern islands. Birds. 2011;2:5-9."
TITLES = [
    "Tidal mixing in shallow estuaries", "A catalogue of alpine mosses", "Rare birds of the northern islands",
]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        f"References\n\u2460 {OKAFOR}\n\u2461 {MOREAU}\n\u2462{TANAKA}\n",
        f"References\n^ {OKAFOR}\n^ a b {MOREAU}\n^ a b c {TANAKA}\n",
        f"References\n1. ^ {OKAFOR}\n2. ^ a b {MOREAU}\n3. \u2191 {TANAKA}\n",
    ],
)
def test_circled_numbers_and_ways_back(written):
    read = list(text(written, None))
    assert [(one.key, one.work.title) for one in read] == list(zip("123", TITLES, strict=True))
    assert [one.work.authors[0].family for one in read] == ["Okafor", "Moreau", "Tanaka"]


def paged(mark):
    """A list of which every page ends within an item."""
    items = []
    for n in range(1, 10):
        items.append(f"[{n}] Okafor M, Lindqvist J. Tidal mixing in shallow")
        if n % 3 == 0:
            items.append(mark.format(n=n))
        items.append(f"estuaries, part {n}. J Estuar.\n2014;13(3):201-19.")
    return "References\n\n" + "\n".join(items) + "\n"


@pytest.mark.parametrize(
    "mark", ["\n{n}\n\f", "\n{n}\n\fRunning head\n", "\f", "{n}\n\nRunning head\n", "\nPage {n} of 9\n"]
)
def test_pages_end_within_references(mark):
    library = text(paged(mark), None)
    assert [one.key for one in library] == [str(n) for n in range(1, 10)]
    assert [one.work.title for one in library] == [
        f"Tidal mixing in shallow estuaries, part {n}" for n in range(1, 10)
    ]
    assert not library.broken
    assert {one.work.volume for one in library} == {"13"}


def test_numbers_on_lines_by_themselves_are_no_pages():
    listed = "\n\n".join(
        f"[{n}] Okafor M. On shoals, part {n}. J Estuar. 2014;{n}:20-9." for n in range(1, 50)
    )
    assert len(list(text(f"References\n\n{listed}\n", None))) == 49


def test_names_parted_by_strokes():
    people = "Okafor, Mary / Lind, Jo / Berg, A. u. a."
    written = f"References\n\n1. {people}: {TITLES[0]}. In: J Estuar, Bd. 3 (2014), S. 1-9.\n"
    (read,) = text(written, None)
    assert [person.family for person in read.work.authors] == ["Okafor", "Lind", "Berg"]
    assert read.work.et_al


RECORD = Work(
    type="article-journal",
    title="Tidal mixing in shallow estuaries",
    authors=(Person("Okafor", "Mary"), Person("Lindqvist", "Jonas"), Person("Berg", "Anna")),
    container_title="Estuaries",
    volume="13",
    page="201-219",
    issued=Date(2014),
)


def reread(written):
    (read,) = text(f"References\n\n1. {written}\n", None)
    return read.read_for(RECORD).work


@pytest.mark.parametrize(
    "written",
    [
        "M. Okafor, J. Lindqvist, and A. Berg, Estuaries 13, 201 (2014).",
        "Okafor, M.; Lindqvist, J.; Berg, A. Estuaries 2014, 13, 201–219.",
    ],
)
def test_a_style_without_titles(written):
    work = reread(written)
    assert work.title is None
    assert (work.container_title, work.volume, work.year) == ("Estuaries", "13", 2014)
    assert [person.family for person in work.authors] == ["Okafor", "Lindqvist", "Berg"]


def test_one_author_of_several_is_another_in_a_style_without_titles():
    work = reread("M. Okafor, J. Lindqvist, and C. Zuber, Estuaries 13, 201 (2014).")
    assert [person.family for person in work.authors] == ["Okafor", "Lindqvist", "Zuber"]


def test_numbers_are_read_where_the_journal_is_another():
    work = reread("Zuber, C.; Meier, D. Alpine Botany 2017, 111, 56–62.")
    assert (work.volume, work.page, work.year) == ("111", "56–62", 2017)


def test_a_month_before_the_year_in_brackets():
    (read,) = text(
        "References\n\n1. Okafor, M. “Tidal mixing.” Estuaries 13, no. 4 (May 2014): 046604.\n", None
    )
    assert (read.work.volume, read.work.issue, read.work.page) == ("13", "4", "046604")


def test_lines_without_any_mark_begin_with_names():
    flat = (
        "Okafor, M., Lindqvist, J.\nTidal mixing in shoals, 2014. J.\nEstuar. Res. 13 (3), 201–219.\n"
        "Moreau, I., 2009. A catalogue of alpine mosses. Alpine Bot.\nLetters 4 (1), 1–12.\n"
    )
    assert [one.work.authors[0].family for one in text(f"References\n\n{flat}", None)] == ["Okafor", "Moreau"]


def test_link_words_of_publishers_pages():
    page = "<h2>References</h2>" + "".join(
        f'<div><p>{n}. {one}</p><p><a href="x">PubMed Abstract</a> | <a href="https://doi.org/10.5555/{n}">'
        'CrossRef Full Text</a> | <a href="y">Google Scholar</a></p></div>'
        for n, one in enumerate((OKAFOR, MOREAU), 1)
    )
    library = html(page, None)
    assert [(one.key, one.work.title, one.work.doi) for one in library] == [
        ("1", TITLES[0], "10.5555/1"),
        ("2", TITLES[1], "10.5555/2"),
    ]


def test_a_bracket_at_the_end_of_a_title():
    (read,) = text("References\n\n1. Berg A. Films by Ce(III). In: Estuaries, vol. 3 (2014), 1-9.\n", None)
    work = read.read_for(
        Work(type="article-journal", title="Films by Ce(III)", container_title="Estuaries")
    ).work
    assert (work.title, work.container_title) == ("Films by Ce(III)", "Estuaries")


def test_more_than_9999_references_have_numbers_too():
    library = text(f"References\n\n9999. {OKAFOR}\n10000. {MOREAU}\n", None)
    assert [one.key for one in library] == ["9999", "10000"]


def test_numbers_within_a_title_are_no_volume():
    title = "Migration in the making of p-xylene 1,2-oxide"
    written = f"Berg, A. E.: {title}. J. Am. Estuar. Soc. 94(11), 3961–3964 (1972)."
    (read,) = text(f"References\n\n1. {written}\n", None)
    assert (read.work.title, read.work.volume) == (title, "94")


MOSSES = Work(
    type="article-journal",
    title="A catalogue of alpine mosses",
    authors=(
        Person("De Mello", "Ines"),
        Person("Chapela Lara", "Rosa M."),
        Person("Harvey", "P. S.", suffix="Jr."),
    ),
    container_title="Optics Express",
    volume="33",
    issue="4",
    page="67-79",
    issued=Date(2015),
)


@pytest.mark.parametrize(
    "written",
    [
        (
            "DE MELLO, Ines, CHAPELA LARA, Rosa M. et HARVEY JR., Paul S. A catalogue of alpine mosses."
            " Optics Express. 2015. Vol. 33, n° 4, p. 67‑79."
        ),
        (
            "De Mello, I., Chapela Lara, R.M., Harvey Jr., P.S., 2015. A catalogue of alpine mosses."
            " Optics Express 33 (4), 67–79."
        ),
        (
            "De Mello, Ines ; Chapela Lara, Rosa M. ; Harvey, P. S. Jr.: A catalogue of alpine mosses."
            " In: Optics Express Bd. 33 (2015), Nr. 4, S. 67–79"
        ),
        (
            "Ines De Mello, Rosa M. Chapela Lara, and P. S. Harvey Jr. 2015. A catalogue of alpine mosses."
            " Optics Express 33, 4 (2015), 67–79."
        ),
    ],
)
def test_styles_that_set_names_and_numbers_their_own_way(written):
    read = next(iter(text(f"References\n1. {written}\n", None))).reread(MOSSES)
    assert not compare(read.work, MOSSES).differs
    assert (read.work.container_title, read.work.volume, read.work.issue) == ("Optics Express", "33", "4")


PROCEEDINGS = Work(title=MOSSES.title, container_title="Proceedings of the 2023 Conference on Mosses")
BY_YEAR = Work(title=MOSSES.title, container_title="Moss", volume="2022", page="1-10", issued=Date(2022))


@pytest.mark.parametrize(
    ("written", "record", "expected"),
    [
        (  # a title and a name of proceedings with no mark between
            f"I. Moreau, {MOSSES.title} in {PROCEEDINGS.container_title}, (ACM, 2023).",
            PROCEEDINGS,
            (MOSSES.title, PROCEEDINGS.container_title, None, 2023),
        ),
        (  # the same words go on in another title
            f"I. Moreau, {MOSSES.title} in the Dolomites and beyond, Alpine Botany, (ACM, 2023).",
            PROCEEDINGS,
            (f"{MOSSES.title} in the Dolomites and beyond", None, None, 2023),
        ),
        (  # a year in a name
            f"Moreau I (2006) {MOSSES.title}. In: Multikonferenz Informatik 2010. Press, pp 3–9",
            Work(title=MOSSES.title, issued=Date(2010)),
            (MOSSES.title, "Multikonferenz Informatik", None, 2006),
        ),
        (  # a journal whose volumes are named by their years
            f"Moreau, I. (2022). {MOSSES.title}. Moss 2025, 1–10.",
            BY_YEAR,
            (MOSSES.title, "Moss", "2025", 2022),
        ),
        (
            f"I. Moreau, {MOSSES.title}. Moss 2025, 1–10 (2022).",
            BY_YEAR,
            (MOSSES.title, "Moss", "2025", 2022),
        ),
        (  # a year in a name, and one behind the publisher
            f"Moreau I. {MOSSES.title}. In: Egypt 2015: Perspectives of Research. Press, 2017: 161–74.",
            Work(title=MOSSES.title, issued=Date(2017)),
            (MOSSES.title, None, None, 2017),
        ),
        (  # a page that could be a year
            f"Moreau, I. {MOSSES.title}. JAMA 2006, 295, 1769, doi:10.5555/a.",
            Work(title=MOSSES.title, container_title="JAMA", volume="295", issued=Date(2006)),
            (MOSSES.title, "JAMA", "295", 2006),
        ),
        (  # a title in quotation marks alone
            f"I. Moreau, “{MOSSES.title} and lichens” Moss 2019, 3, 1–10.",
            Work(title="Rare birds"),
            (f"{MOSSES.title} and lichens", "Moss", "3", 2019),
        ),
        (  # and one that gives the year at the end
            f"Moreau, I.: {MOSSES.title}, Moss, 2022, 11–19, 2022.",
            BY_YEAR,
            (MOSSES.title, "Moss", "2022", 2022),
        ),
    ],
)
def test_where_parts_end(written, record, expected):
    work = next(iter(text(f"References\n1. {written}\n", None))).reread(record).work
    assert (work.title, work.container_title, work.volume, work.issued and work.issued.year) == expected


def test_particles_behind_initials():
    written = f"Silva AB da, Silva GP da. {MOSSES.title}. Moss 2021;10:67."
    work = next(iter(text(f"References\n1. {written}\n", None))).work
    assert work.authors == (Person("Silva", "AB"), Person("Silva", "GP"))
    assert work.title == MOSSES.title


def test_no_title_is_read_where_what_it_is_in_follows_the_names():
    written = "M. Farsi, in Advances in Synthesis Gas, Elsevier, 2023, pp. 3–9."
    assert next(iter(text(f"References\n1. {written}\n", None))).work.title is None


@pytest.mark.parametrize("day", ["Apr ", "3 May ", "May 3, ", "Sept. ", "Jan.-Feb. ", "Spring ", "März ", ""])
def test_a_list_without_a_heading_loses_no_item_whose_date_begins_with_its_month(day):
    """As Wikipedia's templates write it: "Okafor, Maria (Apr 2019)"."""
    item = 'Okafor, Maria; Lindqvist, J. ({}2019). "Tidal mixing in {} estuaries". J. Estuar. 14 (3): 20–31.'
    written = "\n\n".join(item.format(day, kind) for kind in ("shallow", "deep", "wide"))
    read = [one.work for one in text(written, None)]
    assert [work.title for work in read] == [
        f"Tidal mixing in {k} estuaries" for k in ("shallow", "deep", "wide")
    ]
    assert {(work.authors[1].family, work.issued.year) for work in read} == {("Lindqvist", 2019)}


def test_a_journal_cut_off_at_its_colon_is_no_title():
    record = Work(title=MOSSES.title, container_title="Moss: Revista de Briologia", volume="10", page="e67")
    written = "References\n1. Silva, A. B.; Silva, G. P. Moss: Rev. Briol. 2021, 10, e67.\n"
    assert next(iter(text(written, None))).read_for(record).work.title is None


@pytest.mark.parametrize("mark", ["n.d.", "n. d.", "(n.d.).", "o. J.", "s.a."])
def test_what_says_that_there_is_no_date_is_nobody(mark):
    people = "Renear, Allen, and Karen Wickett"
    written = f"[1] {people}. {mark} “There are no documents.” In Series on Markup, . Press.\n"
    record = Work(
        type="paper-conference",
        title="There are no documents",
        authors=(Person(family="Renear", given="Allen"), Person(family="Wickett", given="Karen")),
        container_title="Series on Markup",
    )
    (reference,) = text(f"References\n{written}", None)
    assert compare(reference.read_for(record).work, record).agrees == ("title", "author", "journal")
