"""Lists of names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person as PybtexPerson

from bibproof.bibtex.names import parse_names
from bibproof.model import Person


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Knuth, Donald E.", [Person("Knuth", "Donald E.")]),
        ("Donald E. Knuth", [Person("Knuth", "Donald E.")]),
        ("Ludwig van Beethoven", [Person("Beethoven", "Ludwig", "van")]),
        ("van der Berg, Jan", [Person("Berg", "Jan", "van der")]),
        ("De La Cruz, Maria", [Person("De La Cruz", "Maria")]),
        ("{van der Berg}, Jan", [Person("van der Berg", "Jan")]),
        (r"Charles Louis de la Vall{\'e}e Poussin", [Person("Vallée Poussin", "Charles Louis", "de la")]),
        ("Wei Wang 0001", [Person("Wang", "Wei")]),
        ("Harrison FG, O'Neil S", [Person("Harrison", "FG"), Person("O'Neil", "S")]),
        (
            "Wang CM, de la Cruz E, Li X",
            [Person("Wang", "CM"), Person("Cruz", "E", "de la"), Person("Li", "X")],
        ),
        ("Tokatly IV, Li X, Mander Ü", [Person("Tokatly", "IV"), Person("Li", "X"), Person("Mander", "Ü")]),
        (
            "Chen Z, Soares JANT, Li X",
            [Person("Chen", "Z"), Person("Soares", "JANT"), Person("Li", "X")],
        ),
        ("{Wu, Ann B. and de Boer, Jan}", [Person("Wu", "Ann B."), Person("Boer", "Jan", "de")]),
        ("{Proctor and Gamble}", [Person(literal="Proctor and Gamble")]),
        ("{Lever, Wool and Company, Ltd}", [Person(literal="Lever, Wool and Company, Ltd")]),
        (
            "{Board of Health, Education and Welfare}",
            [Person(literal="Board of Health, Education and Welfare")],
        ),
        ("Smith III, John B", [Person("Smith", "John B", None, "III")]),
        ("King MD, John", [Person("King MD", "John")]),
        ("King, Jr., Martin Luther", [Person("King", "Martin Luther", None, "Jr.")]),
        ("King, Martin Luther, Jr.", [Person("King", "Martin Luther", None, "Jr.")]),
        ("Martin Luther King Jr.", [Person("King", "Martin Luther", None, "Jr.")]),
        ("Martin Luther King, Jr.", [Person("King", "Martin Luther", None, "Jr.")]),
        ("{King Jr.}, Martin Luther", [Person("King", "Martin Luther", None, "Jr.")]),
        ("{King, Jr.}, Martin Luther", [Person("King", "Martin Luther", None, "Jr.")]),
        ("Martin Luther {King Jr.}", [Person("King", "Martin Luther", None, "Jr.")]),
        ("{{King Jr.}}", [Person(literal="King Jr.")]),
        ("King, V", [Person("King", "V")]),
        ("Lee King, II", [Person("Lee King", "II")]),
        (r"M{\"u}ller, Karl and {\O}rsted, Hans", [Person("Müller", "Karl"), Person("Ørsted", "Hans")]),
        ("Viktorov, Michail~M.", [Person("Viktorov", "Michail M.")]),
        (r"Brand\~{a}o, F.", [Person("Brandão", "F.")]),
        ("{Barnes and Noble} and A. Doe", [Person(literal="Barnes and Noble"), Person("Doe", "A.")]),
        ("{World Health Organization}", [Person(literal="World Health Organization")]),
        ("Aristotle", [Person("Aristotle")]),
        ("family=Harman, given=Hans, prefix=von, given-i=H", [Person("Harman", "Hans", "von")]),
        ("given={Jean, Paul}, family=Sartre, suffix=II", [Person("Sartre", "Jean, Paul", None, "II")]),
        ("A. Doe AND\n  B. Roe", [Person("Doe", "A."), Person("Roe", "B.")]),
        ("Smith, J.; Doe, A.", [Person("Smith", "J."), Person("Doe", "A.")]),
        (
            "Smith, J., Doe, A., and Roe, B.",
            [Person("Smith", "J."), Person("Doe", "A."), Person("Roe", "B.")],
        ),
        ("J. Smith & A. Doe", [Person("Smith", "J."), Person("Doe", "A.")]),
        (r"Smith, J. \& Doe, Ann", [Person("Smith", "J."), Person("Doe", "Ann")]),
        (
            "Mary Smith & Ann Doe and B. Roe",
            [Person("Smith", "Mary"), Person("Doe", "Ann"), Person("Roe", "B.")],
        ),
        ("J. Smith, A. Doe & B. Roe", [Person("Smith", "J."), Person("Doe", "A."), Person("Roe", "B.")]),
        (
            "J. Smith, A. van Doe, and B. Roe",
            [Person("Smith", "J."), Person("Doe", "A.", "van"), Person("Roe", "B.")],
        ),
        ("Smith, Jane Ann, and Doe, Bo", [Person("Smith", "Jane Ann"), Person("Doe", "Bo")]),
        ("De Smith, J. A., and B. Roe", [Person("De Smith", "J. A."), Person("Roe", "B.")]),
        (r"Johnson \& Johnson", [Person("Johnson", r"Johnson &")]),
        (r"{Johnson \& Johnson} and A. Doe", [Person(literal="Johnson & Johnson"), Person("Doe", "A.")]),
        (r"{Smith \& A. Doe}", [Person(literal="Smith & A. Doe")]),
        ("and Smith, J. and and Doe, A. and", [Person("Smith", "J."), Person("Doe", "A.")]),
        ("Alessandro, Andy and Sanders, Rand", [Person("Alessandro", "Andy"), Person("Sanders", "Rand")]),
        ("Smith,", [Person("Smith")]),
        ("", []),
        (" ~ ", []),
        ("{}", []),
    ],
)
def test_people(value, people):
    assert parse_names(value) == (tuple(people), False)


@pytest.mark.parametrize(
    "value",
    [
        "Doe, A. and others",
        "Doe, A., et al.",
        "Doe, A. and et al",
        "Doe, A. et. al.",
        "Doe, A. and {et al.}",
        "Doe, A. and {others}",
        "Doe, A. and ...",
        r"Doe, A. and \ldots",
        r"Doe, A., {\dots}",
        "Doe, A....",
    ],
)
def test_the_list_goes_on(value):
    assert parse_names(value) == ((Person("Doe", "A."),), True)


@pytest.mark.parametrize(
    "value",
    [r"Ernst \& Young", "Price Brothers & Hill Company", "A. B. Lee & Sons Ltd.", "R&D Team", "A & B"],
)
def test_a_companys_ampersand_is_no_and(value):
    assert len(parse_names(value)[0]) == 1


@pytest.mark.parametrize("value", ["Royal, Janet Al", "Betal, A.", "Others, A. N."])
def test_names_that_look_like_et_al(value):
    people, goes_on = parse_names(value)
    assert len(people) == 1
    assert not goes_on


@pytest.mark.parametrize(
    "value", ["{Foo", "Foo}, Bar", "}{", "{" * 100_000, "a{b} " * 50_000, "and " * 80_000, "," * 9]
)
def test_nothing_makes_it_raise(value):
    people, _ = parse_names(value)
    assert all(isinstance(person, Person) for person in people)


def _oracle(value):
    """What pybtex makes of a name list, in the model's words."""
    return tuple(
        Person(
            " ".join(person.last_names) or None,
            " ".join(person.bibtex_first_names) or None,
            " ".join(person.prelast_names) or None,
            " ".join(person.lineage_names) or None,
        )
        for person in (PybtexPerson(name) for name in split_name_list(value))
    )


_WORD = st.from_regex(
    r"(?:[A-ZÉ][a-zé]{1,7}|[A-Z]\.|[A-Z][a-z]+-[A-Z][a-z]+|van|der|de|la|d'Or|von|東京|O'Neil|\(x\))",
    fullmatch=True,
)
_WORDS = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
_PLAIN = st.one_of(
    _WORDS,
    st.tuples(_WORDS, _WORDS).map(", ".join),
    st.tuples(_WORDS, st.sampled_from(["Jr.", "III"]), _WORDS).map(", ".join),
)


@given(st.lists(_PLAIN, min_size=1, max_size=4).map(" and ".join))
@settings(max_examples=120, deadline=None)
def test_the_fast_way_says_what_pybtex_says(value):
    assert parse_names(value) == (_oracle(value), False)


@given(st.text(st.sampled_from("ab{} \\"), max_size=30), st.text(st.sampled_from("ab{} "), max_size=30))
@settings(max_examples=120, deadline=None)
def test_lists_are_split_where_pybtex_splits_them(left, right):
    value = " ".join(f"x{left} and {right}x".split())
    depths = [value[: i + 1].count("{") - value[: i + 1].count("}") for i in range(len(value))]
    if min(depths) < 0 or depths[-1] != 0 or "\\" in value:
        return
    people, _ = parse_names(value)
    assert len(people) == len(split_name_list(value))
