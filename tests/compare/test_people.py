from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.compare import Likeness
from bibproof.compare.people import compare_people
from bibproof.model import Date, Person, Work

SAME, CLOSE, DIFFERENT, UNKNOWN = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN

BERNA = (Person("Berna", "Chantal"), Person("Kulich", "Ronald J."), Person("Rathmell", "James P."))
PATTEN = Person("Patten", "D. K.")
GROUP = Person(literal="COR-I Study Group")


def compared(cited, recorded, *, et_al=False, kind="article-journal", year=None):
    issued = None if year is None else Date(year)
    return compare_people(
        Work(authors=tuple(cited), et_al=et_al), Work(type=kind, authors=tuple(recorded), issued=issued)
    )


def likeness(cited, recorded, **how):
    return compared(cited, recorded, **how).field.likeness


def initials(people):
    return [Person(person.family, f"{person.given[0]}.") for person in people]


def test_initials_are_the_same_people():
    assert likeness(initials(BERNA), BERNA) is SAME
    assert likeness(BERNA, initials(BERNA)) is SAME


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_list_may_go_on_at_any_place(number):
    assert likeness(BERNA[:number], BERNA, et_al=True) is SAME


def test_a_list_may_be_cut_in_its_middle_if_it_says_so():
    people = (*BERNA, *(Person(name, "A.") for name in ("Sudakin", "Toljan", "Vrooman")))
    assert likeness((*people[:3], people[-1]), people, et_al=True) is SAME
    assert likeness((*people[:3], people[-1]), people) is DIFFERENT


def test_a_list_that_goes_on_may_not_leave_out_who_comes_before():
    assert likeness(BERNA[1:2], BERNA, et_al=True) is DIFFERENT


def test_wrong_first_author():
    comparison = compared([PATTEN, *BERNA[1:]], BERNA)
    assert comparison.field.likeness is DIFFERENT
    assert comparison.field.reason == "author 1 is Berna, Chantal, not Patten, D. K."
    assert comparison.overlap == pytest.approx(2 / 3, abs=0.001)


def test_wrong_first_author_of_a_list_that_goes_on():
    assert (
        compared([PATTEN], BERNA, et_al=True).field.reason == "author 1 is Berna, Chantal, not Patten, D. K."
    )


@pytest.mark.parametrize("place", range(4))
def test_an_invented_co_author_anywhere(place):
    comparison = compared([*BERNA[:place], PATTEN, *BERNA[place:]], BERNA)
    assert comparison.field.likeness is DIFFERENT
    assert comparison.field.reason == "Patten, D. K. is not among the authors"


@pytest.mark.parametrize("place", range(3))
def test_an_author_left_out_anywhere(place):
    comparison = compared([*BERNA[:place], *BERNA[place + 1 :]], BERNA)
    assert comparison.field.likeness is DIFFERENT
    assert comparison.field.reason == f"{BERNA[place]} is left out"


def test_all_names_are_someone_elses():
    others = [Person(name, "A.") for name in ("Greenway", "Fujioka", "Plodkowski", "Mudaliar")]
    comparison = compared(others, BERNA)
    assert comparison.field.likeness is DIFFERENT
    assert comparison.field.reason == "4 of the 4 cited are not among the authors"
    assert comparison.overlap == comparison.weight == 0


def test_two_authors_exchanged_is_a_slip():
    comparison = compared([BERNA[0], BERNA[2], BERNA[1]], BERNA)
    assert comparison.field.likeness is CLOSE
    assert comparison.field.reason == (
        "the authors are in another order: author 2 is Kulich, Ronald J., not Rathmell, James P."
    )


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 1, 0), (2, 0, 1), (1, 2, 0)])
def test_another_first_author_is_an_error(order):
    comparison = compared([BERNA[place] for place in order], BERNA)
    assert comparison.field.likeness is DIFFERENT
    assert "author 1 is Berna, Chantal" in comparison.field.reason
    assert comparison.overlap == 1


def test_several_in_another_order_are_an_error():
    five = [*BERNA, Person("Okafor", "M."), Person("Lindqvist", "J.")]
    assert likeness([five[0], five[4], five[3], five[2], five[1]], five) is DIFFERENT
    assert likeness([five[0], five[3], five[1], five[2], five[4]], five) is CLOSE


def test_a_typing_error_in_a_name_is_a_slip():
    comparison = compared([BERNA[0], Person("Kulish", "R. J."), BERNA[2]], BERNA)
    assert comparison.field.likeness is CLOSE
    assert comparison.field.reason == "author 2 is Kulich, Ronald J., not Kulish, R. J."


def test_another_first_initial_is_another_person():
    assert likeness([BERNA[0], Person("Kulich", "M."), BERNA[2]], BERNA) is DIFFERENT


def test_a_record_of_old_may_hold_the_first_author_only():
    comparison = compared(BERNA, BERNA[:1], year=1987)
    assert (comparison.field.likeness, comparison.field.reason) == (
        CLOSE,
        "the record lists only the first author",
    )
    assert likeness(BERNA[:2], BERNA[:1], year=1987) is DIFFERENT, "one name more is an invented one"
    assert likeness((PATTEN, *BERNA[1:]), BERNA[:1], year=1987) is DIFFERENT


def test_a_record_of_today_has_all_authors():
    assert likeness(BERNA, BERNA[:1], year=2000) is CLOSE
    assert likeness(BERNA, BERNA[:1], year=2001) is DIFFERENT
    assert likeness(BERNA, BERNA[:1]) is DIFFERENT


@pytest.mark.parametrize(
    ("literal", "person"),
    [
        ("Hendrik L. G. Aarsen", Person("Aarsen", "H. L. G.")),
        ("F. C. De Bruyker", Person("De Bruyker", "Frans C.")),
        ("Anna Maria van den Akker", Person("Akker", "A. M.", "van den")),
        ("Maria Center", Person("Center", "Maria")),
    ],
)
def test_a_person_in_braces_is_no_group(literal, person):
    assert likeness([Person(literal=literal), *BERNA], [person, *BERNA]) is SAME
    assert likeness([Person(literal=literal)], [person]) is SAME


def test_names_as_pubmed_writes_them_are_read_the_wrong_way_round_and_meant_right():
    """ "Showalter R": BibTeX takes the last word for the family name."""
    recorded = (Person("Showalter", "Rhea Q."), Person("Yen", "Yi-Mei"), Person("van Dahl", "Inger"))
    cited = (Person("R", "Showalter"), Person("YM", "Yen"), Person("I", "van Dahl"))
    assert likeness(cited, recorded) is CLOSE
    assert likeness(cited, initials(recorded)) is CLOSE
    assert likeness((Person("K", "Showalter"), *cited[1:]), recorded) is DIFFERENT
    assert likeness((Person("R", "Showman"), *cited[1:]), recorded) is DIFFERENT
    assert likeness([Person("Li", "Wang")], [Person("Wang", "Lianhai")]) is DIFFERENT


def test_groups_at_the_end_are_deposited_or_not():
    assert likeness([*BERNA, GROUP], BERNA) is SAME
    assert likeness(BERNA, [*BERNA, GROUP]) is SAME
    assert likeness(BERNA, [Person(given="for the", family="COR-I Study Group"), *BERNA]) is SAME
    assert likeness([*BERNA, PATTEN, GROUP], BERNA) is DIFFERENT


def test_a_name_in_braces_among_people_is_taken_for_a_group():
    assert likeness([*BERNA, Person(literal="Stack Overflow")], BERNA) is SAME
    assert likeness([Person(literal="Jarred Younger")], BERNA) is DIFFERENT


def test_affiliations_among_the_registered_people_are_no_authors():
    assert likeness(BERNA, [BERNA[0], Person(literal="HEC Montréal"), *BERNA[1:]]) is SAME


def test_groups_that_write_alone():
    who = Person(literal="World Health Organization")
    assert likeness([Person(literal="WHO")], [who]) is SAME
    assert likeness([Person(literal="The World Health Organization")], [who]) is SAME
    cdc = Person(literal="Centers for Disease Control and Prevention")
    assert likeness([Person(literal="CDC")], [cdc]) is SAME
    assert likeness([Person(literal="WHO")], [cdc]) is DIFFERENT
    assert likeness([GROUP], [who]) is DIFFERENT
    assert likeness(BERNA, [who]) is UNKNOWN, "a group may have been deposited in place of its people"
    assert likeness([GROUP], BERNA) is UNKNOWN


def test_somebody_registered_twice():
    assert likeness(BERNA, [BERNA[0], *BERNA]) is SAME


def test_no_authors_is_unknown():
    assert likeness(BERNA, []) is UNKNOWN
    assert likeness([], BERNA) is UNKNOWN


def test_editors_are_compared_with_editors():
    book = Work(type="book", editors=BERNA)
    assert compare_people(Work(type="book", editors=BERNA), book).field.likeness is SAME
    assert compare_people(Work(type="book", authors=BERNA), book).field.likeness is SAME
    assert compare_people(Work(type="book", editors=(PATTEN,)), book).field.likeness is DIFFERENT


@pytest.mark.parametrize(("goes_on", "expected"), [(True, SAME), (False, DIFFERENT)])
def test_a_list_of_editors_that_goes_on_leaves_nobody_out(goes_on, expected):
    cited = Work(type="book", editors=BERNA[:1], editors_et_al=goes_on)
    assert compare_people(cited, Work(type="book", editors=BERNA)).field.likeness is expected


def test_editors_of_a_book_say_nothing_about_a_chapters_authors():
    assert (
        compare_people(
            Work(type="chapter", editors=(PATTEN,)), Work(type="chapter", authors=BERNA)
        ).field.likeness
        is UNKNOWN
    )


def test_long_lists_are_shown_shortened():
    people = [Person(f"Name{number}", "A.") for number in range(23)]
    shown = compared(people[:1], people, et_al=True).field
    assert shown.cited == "Name0, A.; and others"
    assert shown.recorded.startswith("Name0, A.; Name1, A.;")
    assert shown.recorded.endswith("Name9, A.; and 13 others")


def test_weight_says_how_telling_the_names_are():
    wang = compared([Person("Wang", "L.")], [Person("Wang", "Lei")]).weight
    one = compared(BERNA[:1], BERNA, et_al=True).weight
    three = compared(initials(BERNA), BERNA).weight
    assert 0 < wang < 0.2 < one < 0.6 < three <= 1


FAMILIES = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzöéß", min_size=4, max_size=12), min_size=2, max_size=12, unique=True
)


@settings(max_examples=60, deadline=None)
@given(FAMILIES, st.randoms(use_true_random=False))
def test_order_alone_is_never_somebody_elses_list(families, randomly):
    people = [Person(family.title(), "A. B.") for family in families]
    shuffled = randomly.sample(people, len(people))
    assert likeness(people, people) is SAME
    assert compared(shuffled, people).overlap == 1


@settings(max_examples=60, deadline=None)
@given(FAMILIES, st.integers(0, 11))
def test_a_foreign_name_always_accuses(families, place):
    people = [Person(family.title(), "A.") for family in families]
    foreign = Person("Xqzwvkj-Qqxxzzww", "Q.")
    assert likeness([*people[:place], foreign, *people[place:]], people) is DIFFERENT


def test_three_thousand_authors_take_no_time():
    letters = random.Random(1)
    names = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=8)).title() for _ in range(3000)]
    people = [Person(name, "Andrew") for name in names]
    started = time.perf_counter()
    assert likeness(people[1:], people) is DIFFERENT
    assert likeness(initials(people), people) is SAME
    assert time.perf_counter() - started < 1, "a few hundredths of a second, on a machine that is not busy"
