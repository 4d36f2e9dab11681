import pytest

from bibproof.listing import Citation, Options
from bibproof.model import Person, Reference, Span, Work
from bibproof.richtext import plain
from bibproof.styles.vancouver import vancouver

PEOPLE = {
    "one": (Person("Greenway", "R"),),
    "two": (Person("Lee", "A"), Person("Berg", "J", particle="van der")),
    "three": (Person("Kim", "B"), Person("Lee", "A"), Person("Ito", "C")),
    "four": (Person(literal="Sleep Study Group"),),
    "five": (),
    "six": (Person("Zola", "E"),),
}
LIST = [
    Reference(key, Work(title=f"Title {key}", authors=people), Span(0, 0), Span(0, 0))
    for key, people in PEOPLE.items()
]


def cited(*keys):
    return [key if isinstance(key, Citation) else Citation(key) for key in keys]


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        (("three",), "(3)"),
        (("three", "six"), "(3,6)"),
        (("six", "three"), "(3,6)"),
        (("one", "two"), "(1,2)"),
        (("one", "two", "three", "six"), "(1-3,6)"),
        (("one", "two", "three", "four", "five", "six"), "(1-6)"),
        (("three", "three"), "(3)"),
        ((Citation("three", "p. 12"),), "(3 p. 12)"),
        (("one", "two", Citation("three", "p. 12"), "four"), "(1,2,3 p. 12,4)"),
        ((), ""),
    ],
)
def test_in_parentheses(citations, expected):
    assert plain(vancouver.cite(LIST, cited(*citations), Options())) == expected


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        (("one",), "Greenway (1)"),
        (("two",), "Lee and van der Berg (2)"),
        (("three",), "Kim et al. (3)"),
        (("four",), "Sleep Study Group (4)"),
        (("five",), "Title five (5)"),
        ((Citation("one", "p. 12"),), "Greenway (1 p. 12)"),
        (("one", "six"), "Greenway (1) and Zola (6)"),
        (("one", "three", "six"), "Greenway (1), Kim et al. (3) and Zola (6)"),
    ],
)
def test_in_a_sentence(citations, expected):
    assert plain(vancouver.cite_in_sentence(LIST, cited(*citations), Options())) == expected


def test_a_key_that_is_not_in_the_list():
    with pytest.raises(KeyError):
        vancouver.cite(LIST, cited("seven"), Options())
    with pytest.raises(KeyError):
        vancouver.cite_in_sentence(LIST, cited("seven"), Options())
