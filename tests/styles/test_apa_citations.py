"""APA 7, 8.10 to 8.24: citations in the text."""

import pytest

from apa_works import cited, day, days, in_sentence, people
from bibproof.model import Date, Work


def book(*names: str, year: int | None = 2018, title: str = "T", **more) -> Work:
    issued = None if year is None else Date(year)
    return Work(**{"type": "book", "title": title, "authors": people(*names), "issued": issued, **more})


ONE = book("Lee, A.")
TWO = book("Lee, A.", "Kim, B.")
THREE = book("Lee, A.", "Kim, B.", "Roe, C.", year=2010)


@pytest.mark.parametrize(
    ("work", "in_parentheses", "narrative"),
    [
        (ONE, "(Lee, 2018)", "Lee (2018)"),
        (TWO, "(Lee & Kim, 2018)", "Lee and Kim (2018)"),
        (THREE, "(Lee et al., 2010)", "Lee et al. (2010)"),
        (book("Lee, A.", et_al=True), "(Lee et al., 2018)", "Lee et al. (2018)"),
        (book("van der Berg, J."), "(van der Berg, 2018)", "van der Berg (2018)"),
        (book("King, M. L., Jr."), "(King, 2018)", "King (2018)"),
        (
            book("{World Health Organization}"),
            "(World Health Organization, 2018)",
            "World Health Organization (2018)",
        ),
        (book("Lee, A.", year=None), "(Lee, n.d.)", "Lee (n.d.)"),
        (book("Lee, A.", variables={"status": "in press"}), "(Lee, in press)", "Lee (in press)"),
        (book("Lee, A.", periods={"original-date": days((1966,))}), "(Lee, 1966/2018)", "Lee (1966/2018)"),
        (
            book("Aristotle", year=1994, periods={"original-date": days((-350,), circa=True)}),
            "(Aristotle, ca. 350 B.C.E./1994)",
            "Aristotle (ca. 350 B.C.E./1994)",
        ),
        (book(editors=people("Kim, B.", "Roe, C.")), "(Kim & Roe, 2018)", "Kim and Roe (2018)"),
        (
            Work(type="webpage", title="T", authors=people("Lee, A."), issued=day(2018, 4, 3)),
            "(Lee, 2018)",
            "Lee (2018)",
        ),
        (
            book(title="Interpersonal skills: A guide to the team"),
            "(<i>Interpersonal Skills</i>, 2018)",
            "<i>Interpersonal Skills</i> (2018)",
        ),
        (
            Work(
                type="entry-encyclopedia",
                title="List of oldest companies",
                container_title="Wikipedia",
                issued=day(2019),
            ),
            "(“List of Oldest Companies,” 2019)",
            "“List of Oldest Companies” (2019)",
        ),
        (
            Work(
                type="article-journal",
                title="X-ray vision for all",
                container_title="Radiology",
                issued=day(2019),
            ),
            "(“X-Ray Vision for All,” 2019)",
            "“X-Ray Vision for All” (2019)",
        ),
        (
            Work(type="personal_communication", authors=people("Lee, A. B."), issued=day(2020, 4, 15)),
            "(A. B. Lee, personal communication, April 15, 2020)",
            "A. B. Lee (personal communication, April 15, 2020)",
        ),
    ],
)
def test_one_work(work, in_parentheses, narrative):
    assert cited([work], "w1") == in_parentheses
    assert in_sentence([work], "w1") == narrative


def test_several_works_stand_in_the_lists_order():
    works = [book("Roe, C."), book("Lee, A.", "Kim, B.", "Doe, D."), ONE]
    assert cited(works, "w1", "w2", "w3") == "(Lee, 2018; Lee et al., 2018; Roe, 2018)"


def test_a_sentence_keeps_its_order():
    works = [book("Roe, C."), ONE, book("Doe, D.", year=None)]
    assert in_sentence(works, "w1", "w2") == "Roe (2018) and Lee (2018)"
    assert in_sentence(works, "w1", "w2", "w3") == "Roe (2018), Lee (2018), and Doe (n.d.)"


def test_years_of_the_same_authors_stand_together():
    works = [
        book("Lee, A.", title="B"),
        book("Lee, A.", title="A"),
        book("Lee, A.", year=None),
        book("Lee, A.", variables={"status": "in press"}),
        book("Doe, D."),
    ]
    assert cited(works, "w1", "w2", "w3", "w4", "w5") == "(Doe, 2018; Lee, n.d., 2018a, 2018b, in press)"
    assert in_sentence(works, "w2", "w1") == "Lee (2018a, 2018b)"


def test_letters_behind_no_year():
    works = [book("Lee, A.", year=None, title=title) for title in "AB"]
    assert cited(works, "w1", "w2") == "(Lee, n.d.-a, n.d.-b)"


def test_locators():
    assert cited([ONE], ("w1", "p. 12")) == "(Lee, 2018, p. 12)"
    assert in_sentence([ONE], ("w1", "pp. 12–14")) == "Lee (2018, pp. 12–14)"
    works = [book("Lee, A.", title="A"), book("Lee, A.", title="B")]
    assert cited(works, ("w1", "p. 3"), "w2") == "(Lee, 2018a, p. 3; Lee, 2018b)"


def test_more_names_where_et_al_says_too_little():
    works = [
        book("Kapoor, A.", "Bloom, L.", "Montez, S.", "Warner, C.", "Hill, D.", year=2017),
        book("Kapoor, A.", "Bloom, L.", "Zucker, M.", "Tang, E.", "Day, D.", year=2017),
    ]
    assert (
        cited(works, "w1", "w2")
        == "(Kapoor, Bloom, Montez, et al., 2017; Kapoor, Bloom, Zucker, et al., 2017)"
    )
    assert in_sentence(works, "w1") == "Kapoor, Bloom, Montez, et al. (2017)"


def test_et_al_does_not_stand_for_one_person():
    works = [
        book("Hasan, S.", "Liang, T.", "Kahn, M.", "Jones-Miller, A.", year=2015),
        book("Hasan, S.", "Liang, T.", "Kahn, M.", "Weintraub, B.", year=2015),
    ]
    assert cited(works, "w1") == "(Hasan, Liang, Kahn, & Jones-Miller, 2015)"
    assert in_sentence(works, "w2") == "Hasan, Liang, Kahn, and Weintraub (2015)"


def test_no_more_names_in_another_year_or_for_the_same_people():
    works = [
        book("Lee, A.", "Kim, B.", "Roe, C.", year=2010),
        book("Lee, A.", "Doe, B.", "Roe, C.", year=2011),
        book("Lee, A.", "Doe, B.", "Roe, C.", year=2011, title="U"),
    ]
    assert cited(works, "w1", "w2", "w3") == "(Lee et al., 2011a, 2011b; Lee et al., 2010)"


def test_initials_where_first_authors_share_a_surname():
    works = [
        book("Taylor, J. M.", "Neimeyer, G. J.", year=2015),
        book("Taylor, T.", year=2014),
        book("Roe, T."),
    ]
    assert cited(works, "w1", "w2") == "(J. M. Taylor & Neimeyer, 2015; T. Taylor, 2014)"
    assert cited(works, "w3") == "(Roe, 2018)"


def test_a_key_that_is_not_in_the_list():
    with pytest.raises(KeyError):
        cited([ONE], "w2")
    with pytest.raises(KeyError):
        in_sentence([ONE], "w2")


def test_no_citation_at_all():
    assert cited([ONE]) == ""
    assert in_sentence([ONE]) == ""
