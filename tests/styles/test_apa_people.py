"""APA 7, 9.7 to 9.17: who stands at the head of a reference, and its date."""

import pytest

from apa_works import day, days, entries, html, people, person, shown
from bibproof.listing import Options
from bibproof.model import Date, Period, Work

NAMES = tuple(f"Author{letter}, {letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWX")


def by(*names: str, **more) -> str:
    """The head of a book by these people, without the full stop."""
    work = Work(**{"type": "book", "title": "T", "issued": Date(2020), "authors": people(*names), **more})
    return shown(work).partition(" (2020)")[0]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Lee, Anna B.",), "Lee, A. B."),
        (("Lee, A.", "Kim, B."), "Lee, A., & Kim, B."),
        (("Lee, A.", "Kim, B.", "Roe, C."), "Lee, A., Kim, B., & Roe, C."),
        (("King, M. L., Jr.", "Poe, E., III"), "King, M. L., Jr., & Poe, E., III."),
        (("van der Berg, Jan-Piet",), "van der Berg, J.-P."),
        (("Plato",), "Plato."),
        (("{Rest Group}",), "Rest Group."),
        (("{Rest Group}", "{Sleep Group}"), "Rest Group & Sleep Group."),
        (("{Rest Group}", "{Sleep Group}", "{Dream Group}"), "Rest Group, Sleep Group, & Dream Group."),
        (("De Vries, R.", "{the members of a Group}"), "De Vries, R., & the members of a Group."),
        (NAMES[:20], f"{', '.join(NAMES[:19])}, & {NAMES[19]}"),
        (NAMES[:21], f"{', '.join(NAMES[:19])}, … {NAMES[20]}"),
        (NAMES[:24], f"{', '.join(NAMES[:19])}, … {NAMES[23]}"),
    ],
)
def test_authors(names, expected):
    assert by(*names) == expected


def test_all_authors_where_the_user_wants_them():
    work = Work(type="book", title="T", issued=Date(2020), authors=people(*NAMES))
    [entry] = entries(work, options=Options(all_authors=True))
    assert html(entry.text).startswith(f"{', '.join(NAMES[:23])}, & {NAMES[23]} (2020)")


def test_et_al_only_where_the_reference_says_so():
    assert by("Lee, A.", "Kim, B.", et_al=True) == "Lee, A., Kim, B., et al."


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("Director",), "A, A. (Director)."),
        (("Director", "Director"), "A, A., & B, B. (Directors)."),
        (("Writer & Director", "Writer & Director"), "A, A., & B, B. (Writers & Directors)."),
        (("Writer", "Writer", "Director"), "A, A. (Writer), B, B. (Writer), & C, C. (Director)."),
        (("Host", None), "A, A. (Host), & B, B."),
        (("Ed.", "Ed."), "A, A., & B, B. (Eds.)."),
    ],
)
def test_what_authors_did(roles, expected):
    authors = tuple(
        person(f"{letter}, {letter}.", role=role) for letter, role in zip("ABC", roles, strict=False)
    )
    assert by(authors=authors) == expected


@pytest.mark.parametrize(
    ("kind", "role", "expected"),
    [
        ("book", "compiler", "Lee, A. (Comp.)."),
        ("motion_picture", "director", "Lee, A. (Director)."),
        ("broadcast", "executive-producer", "Lee, A. (Executive Producer)."),
        ("broadcast", "series-creator", "Lee, A. (Creator)."),
        ("speech", "chair", "Lee, A. (Chair)."),
    ],
)
def test_who_stands_for_an_author(kind, role, expected):
    assert by(type=kind, people={role: people("Lee, A.")}) == expected


def test_people_without_a_name_are_no_people():
    assert by("Lee, A.", "") == "Lee, A."


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (days((2018, 4, 26), (2018, 4, 29)), "2018, April 26–29"),
        (days((2018, 4), (2018, 5)), "2018, April–May"),
        (days((2018, 4, 30), (2018, 5, 2)), "2018, April 30–May 2"),
        (days((2018,), (2019,)), "2018–2019"),
        (days((2003,), is_open=True), "2003–present"),
        (days((2005,), season=2), "2005, Summer"),
        (days((1900,), circa=True), "ca. 1900"),
        (days((-350,), circa=True), "ca. 350 B.C.E."),
        (days((-400,), (-350,)), "400–350 B.C.E."),
        (Period(literal="second century"), "second century"),
        (Period(), "n.d."),
    ],
)
def test_dates_that_are_more_than_a_day(period, expected):
    work = Work(type="webpage", title="T", authors=people("Lee, A."), periods={"issued": period})
    assert shown(work) == f"Lee, A. ({expected}). <i>T</i>."


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("book", "2020"),
        ("chapter", "2020"),
        ("report", "2020"),
        ("thesis", "2020"),
        ("dataset", "2020"),
        ("software", "2020"),
        ("article", "2020"),
        ("motion_picture", "2020"),
        ("song", "2020"),
        ("webpage", "2020, April 3"),
        ("post", "2020, April 3"),
        ("post-weblog", "2020, April 3"),
        ("article-magazine", "2020, April 3"),
        ("article-newspaper", "2020, April 3"),
        ("speech", "2020, April 3"),
        ("broadcast", "2020, April 3"),
        ("interview", "2020, April 3"),
    ],
)
def test_which_works_show_the_day(kind, expected):
    work = Work(type=kind, title="T", authors=people("Lee, A."), issued=day(2020, 4, 3))
    assert shown(work).startswith(f"Lee, A. ({expected}). ")
