"""The list as a whole (APA 7, 9.44 to 9.49), and works that can't be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apa_works import day, days, entries, lines, people, referenced
from bibproof.listing import Citation, Options
from bibproof.model import Date, Period, Person, Work
from bibproof.richtext import Face, Run, plain
from bibproof.styles import native_style
from bibproof.styles._apa_order import year_letters
from bibproof.styles._apa_templates import TEMPLATES
from bibproof.styles.apa import apa


def book(*names: str, year: int | None = 2018, title: str = "T", **more) -> Work:
    issued = None if year is None else Date(year)
    return Work(**{"type": "book", "title": title, "authors": people(*names), "issued": issued, **more})


def heads(*works: Work) -> list[str]:
    return [line.partition(" <i>")[0] if not line.startswith("<i>") else line for line in lines(*works)]


def test_it_is_found_by_its_name():
    assert native_style("apa") is apa


@pytest.mark.parametrize(
    "names",
    [
        ("Brown, J. R.", "Browning, A. R."),
        ("Girard, J. B.", "Girard-Perregaux, A. S."),
        ("Ibn Abdulaziz, T.", "Ibn Nidal, A. K. M."),
        ("López, M. E.", "Lopez, M. G."),
        ("MacArthur, C.", "McAdoo, Z."),
        ("Singh, A.", "Singh Siddhu, N."),
        ("De Vries, R.", "Devy, A."),
        ("Dean, A.", "De Vries, R."),
        ("Uber, A.", "van der Berg, J.", "Vang, C."),
        ("Kim, A.", "Kim, A. B.", "Kim, B."),
        ("King, M. L.", "King, M. L., Jr."),
        ("Odegaard, A.", "Ødegård, B.", "Oder, C."),
        ("{American Sleep Society}", "{The Center for Sleep}", "{Dreamers}"),
    ],
)
def test_authors_are_filed_letter_by_letter(names):
    backwards = [book(name) for name in reversed(names)]
    assert [entry.key for entry in entries(*backwards)] == [f"w{n}" for n in range(len(names), 0, -1)]


def test_works_of_one_author_stand_before_those_with_others():
    works = [
        book("Lee, A.", "Kim, B.", year=2000),
        book("Lee, A.", year=2019),
        book("Lee, A.", "Doe, C.", year=2010),
    ]
    assert heads(*works) == ["Lee, A. (2019).", "Lee, A., & Doe, C. (2010).", "Lee, A., & Kim, B. (2000)."]


def test_works_of_the_same_people_stand_by_year():
    works = [
        book("Lee, A.", year=2018),
        book("Lee, A.", year=None, variables={"status": "in press"}),
        book("Lee, A.", year=None),
        book("Lee, A.", year=2003),
        book("Lee, A.", year=None, periods={"issued": Period(Date(-350), circa=True)}),
    ]
    assert heads(*works) == [
        "Lee, A. (n.d.).",
        "Lee, A. (ca. 350 B.C.E.).",
        "Lee, A. (2003).",
        "Lee, A. (2018).",
        "Lee, A. (in press).",
    ]


def test_a_title_is_filed_without_its_article():
    works = [book(title="The zebra"), book(title="An apple"), book("Lee, A."), book(title="“Quiet” nights")]
    assert [line.partition(". (")[0] for line in lines(*works)] == [
        "<i>An apple</i>",
        "Lee, A",
        "<i>“Quiet” nights</i>",
        "<i>The zebra</i>",
    ]


def test_letters_go_by_title_without_its_article():
    works = [book("Lee, A.", title="The zoo"), book("Lee, A.", title="A bird"), book("Lee, A.", title="Cats")]
    assert lines(*works) == [
        "Lee, A. (2018a). <i>A bird</i>.",
        "Lee, A. (2018b). <i>Cats</i>.",
        "Lee, A. (2018c). <i>The zoo</i>.",
    ]


def test_only_the_very_same_people_have_letters():
    works = [
        book("Lee, A.", "Kim, B."),
        book("Kim, B.", "Lee, A."),
        book("Lee, A."),
        book("Lee, A. B."),
        book("Lee, A.", year=2017),
    ]
    assert not any("(2018a)" in line or "(2018b)" in line for line in lines(*works))


def test_letters_go_with_the_year_of_a_full_date():
    works = [
        Work(type="webpage", title=title, authors=people("Lee, A."), issued=issued)
        for title, issued in (("A", day(2020, 4, 2)), ("B", day(2020, 3, 26)), ("C", day(2020)))
    ]
    assert lines(*works) == [
        "Lee, A. (2020a). <i>C</i>.",
        "Lee, A. (2020b, March 26). <i>B</i>.",
        "Lee, A. (2020c, April 2). <i>A</i>.",
    ]


def test_letters_without_a_year():
    undated = [book("Lee, A.", year=None, title="B"), book("Lee, A.", year=None, title="A")]
    in_press = [book("Roe, A.", year=None, title=title, variables={"status": "in press"}) for title in "AB"]
    assert heads(*undated, *in_press) == [
        "Lee, A. (n.d.-a).",
        "Lee, A. (n.d.-b).",
        "Roe, A. (in press-a).",
        "Roe, A. (in press-b).",
    ]


def test_there_are_letters_behind_z():
    assert year_letters([((), "2018")] * 54)[24:54:1][:4] == ["y", "z", "aa", "ab"]
    assert year_letters([((), "2018")] * 54)[-1] == "bb"


def test_the_order_does_not_depend_on_the_files():
    works = [book(name, year=year) for name in ("Lee, A.", "Kim, B.") for year in (2001, 2003, 2002)]
    assert sorted(lines(*works)) == sorted(lines(*reversed(works)))
    assert lines(*works) == lines(*reversed(works))


# ------------------------------------------------------------------------------- what can't be written


def test_an_empty_list():
    assert entries() == []


def test_a_work_that_says_nothing_is_told():
    [entry] = entries(Work())
    assert entry.text == ()
    assert entry.problems == ("there is nothing to show: no author, no title, no address",)


def test_one_bad_work_does_not_hurt_the_others():
    good = book("Lee, A.")
    assert lines(Work(), good, Work(type="no-such-type"))[-1] == lines(good)[0]


def test_a_personal_communication_is_not_listed():
    [entry] = entries(Work(type="personal_communication", authors=people("Lee, A."), issued=day(2020, 4, 3)))
    assert entry.text == ()
    assert entry.problems == ("APA cites a personal communication in the text only: it is not in the list",)


def test_an_address_alone():
    [entry] = entries(Work(url="https://example.org"))
    assert plain(entry.text) == "(n.d.). https://example.org"
    assert entry.problems == ("no title",)


def test_neither_a_missing_date_nor_a_missing_author_is_a_problem():
    [entry] = entries(Work(type="book", title="Sleep"))
    assert plain(entry.text) == "Sleep. (n.d.)."
    assert entry.problems == ()


def test_an_author_alone():
    [entry] = entries(Work(type="book", authors=people("Lee, A.")))
    assert plain(entry.text) == "Lee, A. (n.d.)."
    assert entry.problems == ("no title",)


def test_a_huge_work():
    work = book(*[f"Name{number}, A." for number in range(5000)], title="word " * 20_000)
    [entry] = entries(work)
    assert plain(entry.text).startswith("Name0, A., ")


def test_titles_are_text_whatever_stands_in_them():
    title = r"<script>alert(1)</script> \input{x} *bold* [a](javascript:b) 100% $x$"
    [entry] = entries(book("Lee, A.", title=title))
    assert title in plain(entry.text)


def test_a_formula_stays_one():
    formula = Run("x2", tex="x^2")
    [entry] = entries(book("Lee, A.", rich={"title": (Run("On "), formula)}))
    assert [run.tex for run in entry.text if run.tex] == ["x^2"]


def test_journals_are_abbreviated_where_the_user_wants_it():
    work = Work(
        type="article-journal",
        title="T",
        authors=people("Lee, A."),
        issued=Date(2018),
        volume="1",
        container_title="Journal of Sleep",
        rich={"container-title": (Run("Journal of Sleep", Face.KEPT),)},
    )
    options = Options(journals="abbreviated", journal_table={"Journal of Sleep": "J Slp"})
    [entry] = apa.entries(referenced([work]), options)
    assert plain(entry.text) == "Lee, A. (2018). T. J Slp, 1."


_texts = st.one_of(
    st.none(), st.text(max_size=12), st.sampled_from(["", " ", ".", "?", "”", "1-2", "[a]", "0", "’"])
)
_persons = st.builds(
    Person,
    family=_texts,
    given=_texts,
    suffix=_texts,
    particle=_texts,
    literal=_texts,
    role=_texts,
    username=_texts,
)
_dates = st.one_of(
    st.none(),
    st.builds(Date, st.integers(-3000, 3000).filter(bool), st.one_of(st.none(), st.integers(1, 12))),
)
_periods = st.builds(
    Period,
    _dates,
    _dates,
    is_open=st.booleans(),
    season=st.one_of(st.none(), st.integers(0, 9)),
    circa=st.booleans(),
    literal=_texts,
)
_groups = st.lists(_persons, max_size=3).map(tuple)
_NAMES = (
    "status",
    "version",
    "archive",
    "section",
    "volume-title",
    "titleaddon",
    "event-title",
    "medium",
    "authority",
)
_ROLES = (
    "translator",
    "director",
    "chair",
    "narrator",
    "container-author",
    "executive-producer",
    "performer",
)
_some_texts = st.text(min_size=1, max_size=8)
_works = st.builds(
    Work,
    type=st.sampled_from([*TEMPLATES, "nonsense"]),
    authors=_groups,
    editors=_groups,
    issued=_dates,
    et_al=st.booleans(),
    people=st.dictionaries(st.sampled_from(_ROLES), _groups, max_size=3),
    periods=st.dictionaries(st.sampled_from(("issued", "original-date", "event-date")), _periods, max_size=2),
    variables=st.dictionaries(st.sampled_from(_NAMES), _some_texts, max_size=4),
    accessed=_dates,
    **dict.fromkeys(
        (
            "title",
            "subtitle",
            "container_title",
            "volume",
            "issue",
            "page",
            "article_number",
            "number",
            "edition",
            "publisher",
            "publisher_place",
            "genre",
            "doi",
            "url",
            "eprint",
            "eprint_type",
            "language",
        ),
        _texts,
    ),
)


@given(st.lists(_works, max_size=4))
def test_no_work_stops_the_list(works):
    found = entries(*works)
    assert sorted(entry.key for entry in found) == sorted(f"w{n}" for n in range(1, len(works) + 1))
    for entry in found:
        assert entry.text or entry.problems
    for citation in found:
        apa.cite(referenced(works), [Citation(citation.key)], Options())
        apa.cite_in_sentence(referenced(works), [Citation(citation.key)], Options())


def test_ranges_of_original_dates():
    work = book("Lee, A.", periods={"original-date": days((1900,), (1905,))})
    assert lines(work) == ["Lee, A. (2018). <i>T</i>. (Original work published 1900–1905)"]


def test_words_whose_case_is_kept_leave_no_trace():
    title = (Run("MC68000", Face.KEPT), Run(" users manual"))
    [entry] = entries(book("Lee, A.", rich={"title": title}))
    assert [(run.text, run.face) for run in entry.text if run.face] == [("MC68000 users manual", Face.ITALIC)]
