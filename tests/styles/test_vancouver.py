"""The list as a whole, and who stands in it."""

import pytest

from bibproof.listing import Options
from bibproof.model import Date, Person, Reference, Span, Work
from bibproof.richtext import Face, Run, plain
from bibproof.styles.vancouver import _TEMPLATES, vancouver

HALE, IVES, JUNG = Person("Hale", "Ann B."), Person("Ives", "Carl"), Person("Jung", "Dee")
KERR, LOEB, MOSS = Person("Kerr", "Eve"), Person("Loeb", "Finn G. H."), Person("Moss", "Gus")
NEEL = Person("Neel", "Hal")
GROUP = Person(literal="Northern Sleep Study Group")
AGENCY = Person(literal="Harbour Health Agency")


def reference(work, key="k"):
    return Reference(key, work, Span(0, 0), Span(0, 0))


def entry(work, options=None):
    return vancouver.entries([reference(work)], options or Options())[0]


def written(work, options=None):
    return plain(entry(work, options).text)


def article(**fields):
    known = {
        "type": "article-journal",
        "authors": (HALE, IVES),
        "title": "Sleep in night nurses",
        "container_title": "Journal of Sleep Research",
        "issued": Date(2012),
        "volume": "21",
        "issue": "3",
        "page": "284-287",
    }
    return Work(**{**known, **fields})


@pytest.mark.parametrize(
    ("people", "et_al", "expected"),
    [
        ((LOEB,), False, "Loeb FG"),
        ((HALE, IVES, JUNG, KERR, LOEB, MOSS), False, "Hale AB, Ives C, Jung D, Kerr E, Loeb FG, Moss G"),
        (
            (HALE, IVES, JUNG, KERR, LOEB, MOSS, NEEL),
            False,
            "Hale AB, Ives C, Jung D, Kerr E, Loeb FG, Moss G, et al",
        ),
        ((HALE, IVES), True, "Hale AB, Ives C, et al"),
        ((HALE, GROUP, IVES), False, "Hale AB, Ives C; Northern Sleep Study Group"),
        (
            (HALE, IVES, JUNG, KERR, LOEB, MOSS, NEEL, GROUP),
            False,
            "Hale AB, Ives C, Jung D, Kerr E, Loeb FG, Moss G, et al.; Northern Sleep Study Group",
        ),
        ((GROUP,), False, "Northern Sleep Study Group"),
        ((AGENCY, GROUP), False, "Harbour Health Agency; Northern Sleep Study Group"),
        ((Person("Berg", "Jan", particle="van der"),), False, "van der Berg J"),
        ((Person("Gilstrap", "L. C.", suffix="III"),), False, "Gilstrap LC 3rd"),
        ((Person("Rayner", "J", suffix="Jr."),), False, "Rayner J Jr"),
    ],
)
def test_authors(people, et_al, expected):
    text = written(Work(type="book", title="Sleep", authors=people, et_al=et_al, issued=Date(2001)))
    assert text == f"{expected}. Sleep. 2001."


def test_two_initials_or_all():
    work = Work(type="book", title="T", authors=(Person("Tolkien", "J. R. R."), Person("Chan", "K-M. de C.")))
    assert written(work).startswith("Tolkien JR, Chan KM. T.")
    assert written(work, Options(all_initials=True)).startswith("Tolkien JRR, Chan KMC. T.")


def test_all_authors_where_they_are_wanted():
    people = (HALE, IVES, JUNG, KERR, LOEB, MOSS, NEEL)
    work = Work(type="book", title="Sleep", authors=people)
    assert written(work, Options(all_authors=True)).startswith(
        "Hale AB, Ives C, Jung D, Kerr E, Loeb FG, Moss G, Neel H. Sleep"
    )


def test_journals_in_full():
    assert written(article(), Options(journals="full")) == (
        "Hale AB, Ives C. Sleep in night nurses. Journal of Sleep Research. 2012;21(3):284-7."
    )


def test_nothing_is_italic_but_what_is_lowered_stays():
    title = (Run("Sleep of "), Run("Mus musculus", Face.ITALIC), Run(" in CO"), Run("2", Face.SUBSCRIPT))
    runs = entry(article(title="Sleep of Mus musculus in CO2", rich={"title": title})).text
    assert "Sleep of Mus musculus in CO2. J Sleep Res." in plain(runs)
    assert [run.face for run in runs if run.face] == [Face.SUBSCRIPT]


def test_addresses_are_links():
    runs = entry(article(doi="10.1000/xyz")).text
    assert [(run.text, run.href) for run in runs if run.href] == [
        ("10.1000/xyz", "https://doi.org/10.1000/xyz")
    ]


def test_the_list_is_numbered_as_it_is_given():
    works = [reference(Work(title="Zebra"), "z"), reference(Work(title="Apple"), "a")]
    listed = vancouver.entries(works, Options())
    assert [(entry.key, entry.number) for entry in listed] == [("z", 1), ("a", 2)]
    assert vancouver.entries([], Options()) == []


@pytest.mark.parametrize("kind", [*_TEMPLATES, "", "no such type"])
def test_every_type_is_written_even_of_nothing(kind):
    empty = entry(Work(type=kind))
    assert plain(empty.text)
    assert "it has no title" in empty.problems
    assert "Sleep" in written(Work(type=kind, title="Sleep", container_title="Nights"))


def test_what_is_missing_is_told():
    assert entry(Work(type="article-journal", title="Sleep")).problems == (
        "it names no journal",
        "it has no date",
    )
    assert entry(article()).problems == ()
