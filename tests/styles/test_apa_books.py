"""APA 7, 10.2 and 10.3: books, and what stands in them."""

import pytest

from apa_works import day, days, people, shown
from bibproof.model import Work
from bibproof.richtext import Face, Run


def book(**more) -> Work:
    return Work(
        **{
            "type": "book",
            "authors": people("Lee, A. B."),
            "issued": day(2018, 3),
            "title": "Sleep and Memory",
            "publisher": "Routledge",
            **more,
        }
    )


EDITED = {"authors": (), "editors": people("Kim, C.", "van der Berg, D.")}
_LEE = "Lee, A. B. (2018). <i>Sleep and memory</i>"
_EDITORS = "Kim, C., & van der Berg, D. (Eds.). (2018). <i>Sleep and memory</i>"


def test_names_of_conferences_keep_their_capitals():
    title = "Proceedings of the 3rd Conference on Bees"
    assert shown(book(title=title)) == f"Lee, A. B. (2018). <i>{title}</i>. Routledge."
    paper = Work(type="paper-conference", title="Bees", container_title="Proc. of the 3rd Int. Conf. on Bees")
    assert shown(paper) == "Bees. (n.d.). In <i>Proc. of the 3rd Int. Conf. on Bees</i>."


def test_proceedings_in_a_numbered_series():
    paper = Work(
        type="paper-conference",
        authors=people("Lee, A. B."),
        issued=day(2019),
        title="Sleep in Graphs",
        container_title="Learning and Optimization",
        collection_title="Lecture Notes in Computer Science",
        volume="11353",
        page="225-240",
        publisher="Springer",
    )
    assert shown(paper) == (
        "Lee, A. B. (2019). Sleep in graphs. In <i>Lecture notes in computer science: Vol. 11353. Learning"
        " and optimization</i> (pp. 225–240). Springer."
    )


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (book(), f"{_LEE}. Routledge."),
        (book(publisher_place="London"), f"{_LEE}. Routledge."),
        (book(publisher="Henry Holt and Co."), f"{_LEE}. Henry Holt and Co."),
        (book(publisher="De Gruyter; MIT Press"), f"{_LEE}. De Gruyter; MIT Press."),
        (book(url="https://example.org/b"), f"{_LEE}. Routledge. https://example.org/b"),
        (book(edition="2"), f"{_LEE} (2nd ed.). Routledge."),
        (book(edition="11"), f"{_LEE} (11th ed.). Routledge."),
        (book(edition="23rd"), f"{_LEE} (23rd ed.). Routledge."),
        (book(edition="Third"), f"{_LEE} (3rd ed.). Routledge."),
        (book(edition="2nd edition"), f"{_LEE} (2nd ed.). Routledge."),
        (book(edition="Rev."), f"{_LEE} (Rev. ed.). Routledge."),
        (book(edition="Revised"), f"{_LEE} (Rev. ed.). Routledge."),
        (book(edition="Summer 2019 ed."), f"{_LEE} (Summer 2019 ed.). Routledge."),
        (book(edition="Kindle edition"), f"{_LEE} (Kindle ed.). Routledge."),
        (book(volume="3"), f"{_LEE} (Vol. 3). Routledge."),
        (book(volume="1-2"), f"{_LEE} (Vols. 1–2). Routledge."),
        (book(edition="5", volume="1"), f"{_LEE} (5th ed., Vol. 1). Routledge."),
        (
            book(variables={"number-of-volumes": "4"}, periods={"issued": days((1999,), (2004,))}),
            "Lee, A. B. (1999–2004). <i>Sleep and memory</i> (Vols. 1–4). Routledge.",
        ),
        (
            book(container_title="Handbook of Sleep", volume="2", title="Memory and Dreams"),
            "Lee, A. B. (2018). <i>Handbook of sleep: Vol. 2. Memory and dreams</i>. Routledge.",
        ),
        (  # a volume's title alone does not show that it is in title case
            book(
                container_title="Handbook of the Mind Asleep",
                volume="1",
                title="Days and Dreams",
            ),
            "Lee, A. B. (2018). <i>Handbook of the mind asleep: Vol. 1. Days and dreams</i>. Routledge.",
        ),
        (book(**EDITED), f"{_EDITORS}. Routledge."),
        (
            book(authors=(), editors=people("Kim, C.")),
            "Kim, C. (Ed.). (2018). <i>Sleep and memory</i>. Routledge.",
        ),
        (book(**EDITED, edition="2"), f"{_EDITORS} (2nd ed.). Routledge."),
        (book(editors=people("Kim, C.")), f"{_LEE} (C. Kim, Ed.). Routledge."),
        (book(people={"translator": people("Roe, J. K.")}), f"{_LEE} (J. K. Roe, Trans.). Routledge."),
        (
            book(
                people={"translator": people("Roe, J.")},
                edition="2",
                periods={"original-date": days((1966,))},
            ),
            f"{_LEE} (J. Roe, Trans.; 2nd ed.). Routledge. (Original work published 1966)",
        ),
        (
            book(editors=people("Roe, J."), people={"translator": people("Roe, J.")}),
            f"{_LEE} (J. Roe, Ed. & Trans.). Routledge.",
        ),
        (
            book(editors=people("Kim, C.", "Roe, J."), people={"translator": people("Doe, K.")}),
            f"{_LEE} (C. Kim & J. Roe, Eds.; K. Doe, Trans.). Routledge.",
        ),
        (
            book(genre="Audiobook", people={"narrator": people("Dale, J.")}),
            f"{_LEE} (J. Dale, Narr.) [Audiobook]. Routledge.",
        ),
        (book(people={"illustrator": people("Blake, Q.")}), f"{_LEE} (Q. Blake, Illus.). Routledge."),
        (book(variables={"medium": "CD-ROM"}), f"{_LEE} [CD-ROM]. Routledge."),
        (book(collection_title="Theories of Sleep"), f"{_LEE}. Routledge."),
        (
            book(
                authors=people("{American Sleep Association}"),
                publisher="American Sleep Association",
                doi="10.1000/b",
            ),
            "American Sleep Association. (2018). <i>Sleep and memory</i>. https://doi.org/10.1000/b",
        ),
        (
            book(authors=people("{Merck and Co.}"), publisher="Merck & Co."),
            "Merck and Co. (2018). <i>Sleep and memory</i>.",
        ),
        (
            book(authors=people("{Sleep Society}"), publisher="The Sleep Society; Routledge"),
            "Sleep Society. (2018). <i>Sleep and memory</i>. Routledge.",
        ),
        (
            book(
                title="La psychologie du sommeil", variables={"translated-title": "The Psychology of Sleep"}
            ),
            "Lee, A. B. (2018). <i>La psychologie du sommeil</i> [The psychology of sleep]. Routledge.",
        ),
        (
            book(title="La psychologie du sommeil [The psychology of sleep]", language="fr"),
            "Lee, A. B. (2018). <i>La psychologie du sommeil</i> [The psychology of sleep]. Routledge.",
        ),
        (
            book(authors=(), people={"translator": people("Haleem, M. A. S. A.")}, title="The Qur’an"),
            "<i>The Qur’an</i> (M. A. S. A. Haleem, Trans.). (2018). Routledge.",
        ),
        (
            book(
                authors=(),
                title="The Torah",
                subtitle="The Five Books",
                edition="3",
                periods={"original-date": days((1962,))},
            ),
            "<i>The Torah: The five books</i> (3rd ed.). (2018). Routledge. (Original work published 1962)",
        ),
        (
            book(
                authors=people("Aristotle"),
                periods={"original-date": days((-350,), circa=True)},
                url="https://example.org/p",
            ),
            (
                "Aristotle. (2018). <i>Sleep and memory</i>. Routledge. https://example.org/p"
                " (Original work published ca. 350 B.C.E.)"
            ),
        ),
        (
            book(
                title="Reading Hamlet Today",
                rich={"title": (Run("Reading "), Run("Hamlet", Face.ITALIC), Run(" today"))},
            ),
            "Lee, A. B. (2018). <i>Reading </i>Hamlet<i> today</i>. Routledge.",
        ),
        (book(title="Who sleeps?"), "Lee, A. B. (2018). <i>Who sleeps?</i> Routledge."),
        (book(issued=None), "Lee, A. B. (n.d.). <i>Sleep and memory</i>. Routledge."),
    ],
)
def test_a_book(work, expected):
    assert shown(work) == expected


def part(**more) -> Work:
    return Work(
        **{
            "type": "chapter",
            "authors": people("Lee, A. B."),
            "issued": day(2015),
            "title": "Dreams",
            "container_title": "Handbook of Sleep",
            "editors": people("Kim, C.", "Roe, J. K."),
            "page": "55-63",
            "publisher": "Guilford Press",
            **more,
        }
    )


_IN = "Lee, A. B. (2015). Dreams. In C. Kim & J. K. Roe (Eds.), <i>Handbook of sleep</i>"


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (part(), f"{_IN} (pp. 55–63). Guilford Press."),
        (part(page="55"), f"{_IN} (p. 55). Guilford Press."),
        (part(page="iii-v"), f"{_IN} (pp. iii–v). Guilford Press."),
        (part(page=None), f"{_IN}. Guilford Press."),
        (part(page=None, article_number="12"), f"{_IN} (Article 12). Guilford Press."),
        (part(edition="3"), f"{_IN} (3rd ed., pp. 55–63). Guilford Press."),
        (part(edition="3", volume="2"), f"{_IN} (3rd ed., Vol. 2, pp. 55–63). Guilford Press."),
        (
            part(volume="2", variables={"volume-title": "Cognitive processes"}),
            (
                "Lee, A. B. (2015). Dreams. In C. Kim & J. K. Roe (Eds.), <i>Handbook of sleep: Vol. 2."
                " Cognitive processes</i>"
                " (pp. 55–63). Guilford Press."
            ),
        ),
        (
            part(editors=people("Kim, C."), doi="10.1000/c"),
            (
                "Lee, A. B. (2015). Dreams. In C. Kim (Ed.), <i>Handbook of sleep</i> (pp. 55–63)."
                " Guilford Press."
                " https://doi.org/10.1000/c"
            ),
        ),
        (
            part(editors=people("Kim, C.", "Roe, J.", "Doe, K.")),
            (
                "Lee, A. B. (2015). Dreams. In C. Kim, J. Roe, & K. Doe (Eds.), <i>Handbook of sleep</i>"
                " (pp. 55–63)."
                " Guilford Press."
            ),
        ),
        (
            part(editors=(), people={"container-author": people("Poe, E. A.")}),
            "Lee, A. B. (2015). Dreams. In E. A. Poe, <i>Handbook of sleep</i> (pp. 55–63). Guilford Press.",
        ),
        (
            part(editors=()),
            "Lee, A. B. (2015). Dreams. In <i>Handbook of sleep</i> (pp. 55–63). Guilford Press.",
        ),
        (
            part(people={"translator": people("Sallis, J.")}, periods={"original-date": days((1961,))}),
            (
                "Lee, A. B. (2015). Dreams (J. Sallis, Trans.). In C. Kim & J. K. Roe (Eds.),"
                " <i>Handbook of sleep</i>"
                " (pp. 55–63). Guilford Press. (Original work published 1961)"
            ),
        ),
        (
            part(
                editors=people("Roe, J."), people={"translator": people("Roe, J.")}, volume="4", page="96-121"
            ),
            (
                "Lee, A. B. (2015). Dreams. In J. Roe (Ed. & Trans.), <i>Handbook of sleep</i> (Vol. 4,"
                " pp. 96–121)."
                " Guilford Press."
            ),
        ),
        (
            part(
                related={
                    "reprintfrom": Work(
                        type="book",
                        title="Brain and Sleep",
                        editors=people("Doe, K."),
                        issued=day(1973),
                        page="1-20",
                        publisher="Old Press",
                    )
                }
            ),
            (
                f"{_IN} (pp. 55–63). Guilford Press. (Reprinted from <i>Brain and sleep</i>, pp. 1–20, by"
                f" K. Doe, Ed.,"
                " 1973, Old Press)"
            ),
        ),
        (
            part(
                related={
                    "reprintfrom": Work(
                        type="chapter",
                        container_title="Sleep",
                        issued=day(1973),
                        page="1-20",
                        variables={"container-subtitle": "A Reader"},
                    )
                }
            ),
            f"{_IN} (pp. 55–63). Guilford Press. (Reprinted from <i>Sleep: A reader</i>, pp. 1–20, 1973)",
        ),
        (
            part(
                related={
                    "reprintfrom": Work(
                        type="article-journal",
                        title="Dreams",
                        issued=day(1992),
                        container_title="Neuropsychology",
                        volume="9",
                        issue="1",
                        page="73-86",
                        doi="10.1000/r",
                    )
                }
            ),
            (
                f"{_IN} (pp. 55–63). Guilford Press. (Reprinted from “Dreams,” 1992, <i>Neuropsychology</i>,"
                " <i>9</i>[1], 73–86, https://doi.org/10.1000/r)"
            ),
        ),
        (
            part(
                type="entry-encyclopedia",
                authors=(),
                page=None,
                editors=people("Kim, C."),
                publisher="State University",
            ),
            "Dreams. (2015). In C. Kim (Ed.), <i>Handbook of sleep</i>. State University.",
        ),
        (
            Work(
                type="entry-encyclopedia",
                title="List of Companies",
                container_title="Wikipedia",
                issued=day(2019, 1, 13),
                url="https://example.org/w",
            ),
            "List of companies. (2019, January 13). In <i>Wikipedia</i>. https://example.org/w",
        ),
        (
            Work(
                type="entry-dictionary",
                authors=people("{Merriam-Webster}"),
                title="Dream",
                container_title="Merriam-Webster.com Dictionary",
                url="https://example.org/d",
                accessed=day(2020, 2, 3),
            ),
            (
                "Merriam-Webster. (n.d.). Dream. In <i>Merriam-Webster.com dictionary</i>. Retrieved"
                " February 3, 2020, from"
                " https://example.org/d"
            ),
        ),
        (
            part(
                type="entry-dictionary",
                authors=(),
                editors=(),
                page="675",
                edition="29",
                publisher="Saunders",
            ),
            "Dreams. (2015). In <i>Handbook of sleep</i> (29th ed., p. 675). Saunders.",
        ),
    ],
)
def test_a_part_of_a_book(work, expected):
    assert shown(work) == expected
