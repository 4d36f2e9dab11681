"""Words and shapes that every reader brings works into."""

import pytest

from bibproof.bibtex import shapes
from bibproof.bibtex.names import parse_names
from bibproof.bibtex.publishers import names_of
from bibproof.model import Person


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("2", "2"),
        ("2nd", "2"),
        ("3rd ed.", "3"),
        ("Second", "2"),
        ("tenth edition", "10"),
        ("Revised", "Revised"),
    ],
)
def test_editions(text, edition):
    assert shapes.edition(text) == edition


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In press", "in press"),
        ("in-press", "in press"),
        ("(forthcoming)", "forthcoming"),
        ("under review", "submitted"),
        ("Article in press", "in press"),
        ("Advance online publication.", "advance online publication"),
        ("Online", None),
        ("University Press", None),
    ],
)
def test_status(text, status):
    assert shapes.status(text) == status


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("e0209899", "e0209899"),
        ("Article 12", "12"),
        ("Art. no. 7", "7"),
        ("12", None),
        ("e12-e19", None),
        ("e1", None),
    ],
)
def test_article_numbers(page, number):
    assert shapes.article_number(page) == number


def test_who_comes_first_where_there_is_no_author():
    roe, doe = Person("Roe"), Person("Doe")
    both = {"director": (roe,), "script-writer": (doe, roe)}
    assert [(one.family, one.role) for one in shapes.credited("broadcast", "TV series episode", both)] == [
        ("Doe", "Writer"),
        ("Roe", "Writer & Director"),
    ]
    series = {"executive-producer": (roe,), "director": (doe,)}
    assert [one.role for one in shapes.credited("broadcast", "TV series", series)] == ["Executive Producer"]
    assert [one.role for one in shapes.credited("motion_picture", "Film", series)] == ["Director"]
    assert [one.role for one in shapes.credited("song", None, {"composer": (roe,)})] == [None]
    assert shapes.credited("book", None, series) == ()


def test_the_authors_of_a_podcast_are_its_hosts():
    people = (Person("Roe"), Person(literal="Bee Radio"))
    assert [one.role for one in shapes.hosting("Audio podcast", people)] == ["Host", None]
    guest = (Person("Roe"), Person("Doe", role="Guest"))
    assert shapes.hosting("Audio podcast", guest) == guest
    assert shapes.hosting("Film", people) == people


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("One Press and Two Press", "One Press; Two Press"),
        ("A and B and C", "A; B; C"),
        ("{Health and Safety Press} and B", "Health and Safety Press; B"),
        ("Taylor and Francis", "Taylor and Francis"),
        ("Roe and Sons and Doe Press", "Roe and Sons; Doe Press"),
        ("Department of Bees and Wasps", "Department of Bees and Wasps"),
        ("Department of Bees and Wax University", "Department of Bees; Wax University"),
        ("Office of Food and Drug Administration", "Office of Food and Drug Administration"),
        ("Consortium for Political and Social Research", "Consortium for Political and Social Research"),
        ("Press and others", "Press"),
    ],
)
def test_lists_of_publishers(value, names):
    assert names_of(value, is_list=True) == names
    assert names_of(value, is_list=False) == value.replace("{", "").replace("}", "")


@pytest.mark.parametrize(
    ("name", "is_group"),
    [
        ("World Bee Organization", True),
        ("Department of Wax", True),
        ("National Institute for Honey", True),
        ("Bee Research Consortium", True),
        ("Bee Research Center", True),
        ("Jane Roe", False),
        ("Association, Bee", False),
        ("Jan van der Berg", False),
        ("Mary College Smith", False),
    ],
)
def test_groups_without_braces(name, is_group):
    ((person,), _) = parse_names(name)
    assert (person.literal == name) is is_group


def test_no_second_mark_around_or_behind():
    assert shapes.genre("[Poster]") == "Poster"
    assert shapes.genre("[a] [b]") == "[a] [b]"
    assert shapes.edition("1st ed..") == "1"
    assert shapes.edition("Rev. ed..") == "Rev. ed."


def test_a_suffix_behind_the_family_name():
    assert parse_names("King Jr., M. L.")[0] == (Person("King", "M. L.", suffix="Jr."),)
    assert parse_names("V, A.")[0] == (Person("V", "A."),)
