"""Invented articles, and what Citing Medicine's rules make of them."""

import pytest

from bibproof.listing import Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.richtext import Face, Run, plain
from bibproof.styles.vancouver import vancouver

HALE, IVES, JUNG = Person("Hale", "Ann B."), Person("Ives", "Carl"), Person("Jung", "Dee")
AGENCY = Person(literal="Harbour Health Agency")


def written(work):
    [entry] = vancouver.entries([Reference("k", work, Span(0, 0), Span(0, 0))], Options())
    return plain(entry.text)


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


HEAD = "Hale AB, Ives C. Sleep in night nurses. J Sleep Res. "

ARTICLES = {
    "standard": (article(), HEAD + "2012;21(3):284-7."),
    "with its day": (article(issued=Date(2012, 7, 25)), HEAD + "2012 Jul 25;21(3):284-7."),
    "with its month": (article(issued=Date(2012, 7)), HEAD + "2012 Jul;21(3):284-7."),
    "of a season": (
        article(issued=Date(2012), periods={"issued": Period(Date(2012), season=2)}),
        HEAD + "2012 Summer;21(3):284-7.",
    ),
    "of two months": (
        article(periods={"issued": Period(Date(2012, 1), Date(2012, 2))}),
        HEAD + "2012 Jan-Feb;21(3):284-7.",
    ),
    "continuous pages": (article(issue=None), HEAD + "2012;21:284-7."),
    "no volume": (article(volume=None, issue="401", page="230-238"), HEAD + "2012;(401):230-8."),
    "no volume, no issue": (
        article(volume=None, issue=None, issued=Date(2012, 6), page="1-6"),
        HEAD + "2012 Jun:1-6.",
    ),
    "no pages": (article(page=None), HEAD + "2012;21(3)."),
    "supplement to a volume": (
        article(issue=None, volume="42 Suppl 2", page="S93-S99"),
        HEAD + "2012;42 Suppl 2:S93-9.",
    ),
    "supplement where the issue stands": (
        article(volume="42", issue="Suppl. 2", page="S93-S99"),
        HEAD + "2012;42 Suppl 2:S93-9.",
    ),
    "supplement as publishers name it": (
        article(volume="42", issue="suppl_1", page="S3"),
        HEAD + "2012;42 Suppl 1:S3.",
    ),
    "supplement to an issue": (
        article(volume="58", issue="12, Supplement 7", page="S6-S12"),
        HEAD + "2012;58(12 Suppl 7):S6-12.",
    ),
    "supplement by its own number": (
        article(volume="12", issue=None, variables={"supplement-number": "2"}),
        HEAD + "2012;12 Suppl 2:284-7.",
    ),
    "part of a volume": (article(volume="83", issue="Part 2"), HEAD + "2012;83(Pt 2):284-7."),
    "part of an issue": (
        article(volume="13", issue="9", variables={"part-number": "1"}),
        HEAD + "2012;13(9 Pt 1):284-7.",
    ),
    "double issue": (article(issue="1–2"), HEAD + "2012;21(1-2):284-7."),
    "labels in the numbers": (article(volume="Vol. 21", issue="No. 3"), HEAD + "2012;21(3):284-7."),
    "roman pages": (article(page="iii-v"), HEAD + "2012;21(3):iii-v."),
    "article number": (article(page=None, article_number="e0209899"), HEAD + "2012;21(3):e0209899."),
    "article number, labelled": (article(page=None, article_number="Article 82"), HEAD + "2012;21(3):82."),
    "article number and own pages": (
        article(page="1-12", article_number="816349"),
        HEAD + "2012;21(3):816349.",
    ),
    "article number and pages of the volume": (
        article(page="1024-1035", article_number="77"),
        HEAD + "2012;21(3):1024-35.",
    ),
    "in press": (
        article(volume=None, issue=None, page=None, variables={"status": "in press"}),
        HEAD + "Forthcoming 2012.",
    ),
    "in press without a year": (
        article(volume=None, issue=None, page=None, issued=None, variables={"status": "Forthcoming"}),
        HEAD + "Forthcoming.",
    ),
    "a letter": (
        article(genre="Letter"),
        "Hale AB, Ives C. Sleep in night nurses [letter]. J Sleep Res. 2012;21(3):284-7.",
    ),
    "no author": (article(authors=()), "Sleep in night nurses. J Sleep Res. 2012;21(3):284-7."),
    "edited issue": (
        article(authors=(), editors=(HALE, IVES), page=None),
        "Hale AB, Ives C, editors. Sleep in night nurses. J Sleep Res. 2012;21(3).",
    ),
    "another language": (
        article(title="Søvn hos nattevakter", language="nb"),
        "Hale AB, Ives C. Søvn hos nattevakter. J Sleep Res. 2012;21(3):284-7. Norwegian.",
    ),
    "a translated title": (
        article(
            title="Søvn hos nattevakter",
            language="norsk",
            variables={"translated-title": "Sleep in Night Nurses"},
        ),
        (
            "Hale AB, Ives C. Søvn hos nattevakter [Sleep in night nurses]. J Sleep Res."
            " 2012;21(3):284-7. Norwegian."
        ),
    ),
    "English is not told": (article(language="en-GB"), HEAD + "2012;21(3):284-7."),
    "a subtitle": (
        article(title="Sleep in Night Nurses", subtitle="A Cohort Study"),
        "Hale AB, Ives C. Sleep in night nurses: a cohort study. J Sleep Res. 2012;21(3):284-7.",
    ),
    "a question": (
        article(title="Do nurses sleep?"),
        "Hale AB, Ives C. Do nurses sleep? J Sleep Res. 2012;21(3):284-7.",
    ),
    "on the Internet": (
        article(url="https://example.org/a?b=1", accessed=Date(2013, 2, 9)),
        (
            "Hale AB, Ives C. Sleep in night nurses. J Sleep Res [Internet]. 2012 [cited 2013 Feb"
            " 9];21(3):284-7."
            " Available from: https://example.org/a?b=1"
        ),
    ),
    "a DOI goes before an address": (
        article(doi="10.1000/xyz", url="https://example.org/a", accessed=Date(2013, 2, 9)),
        HEAD + "2012;21(3):284-7. doi:10.1000/xyz",
    ),
    "a DOI in its own case": (
        article(doi="10.1000/ab(1)", variables={"DOI": "10.1000/AB(1)"}),
        HEAD + "2012;21(3):284-7. doi:10.1000/AB(1)",
    ),
    "PubMed's numbers": (
        article(doi="10.1000/xyz", pmid="12345", variables={"PMCID": "PMC678"}),
        HEAD + "2012;21(3):284-7. doi:10.1000/xyz. PubMed PMID: 12345; PubMed Central PMCID: PMC678.",
    ),
    "ahead of print": (
        article(
            volume=None,
            issue=None,
            page=None,
            issued=Date(2012, 6, 3),
            doi="10.1000/xyz",
            variables={"status": "Advance online publication"},
        ),
        HEAD + "2012 Jun 3. doi:10.1000/xyz. Epub ahead of print.",
    ),
    "magazine": (
        article(
            type="article-magazine",
            container_title="Scientific American",
            issued=Date(2017, 1, 12),
            volume="5",
            issue=None,
            page="30",
        ),
        "Hale AB, Ives C. Sleep in night nurses. Sci Am. 2017 Jan 12;5:30.",
    ),
    "newspaper": (
        Work(
            type="article-newspaper",
            authors=(HALE,),
            title="Night shifts cut",
            container_title="The Harbour Post",
            issued=Date(2002, 8, 12),
            page="A2",
        ),
        "Hale AB. Night shifts cut. The Harbour Post. 2002 Aug 12;Sect. A:2.",
    ),
    "newspaper with a section": (
        Work(
            type="article-newspaper",
            title="Night shifts cut",
            container_title="The Harbour Post",
            issued=Date(2002, 8, 12),
            page="7",
            variables={"section": "Health"},
        ),
        "Night shifts cut. The Harbour Post. 2002 Aug 12;Sect. Health:7.",
    ),
    "newspaper on the Internet": (
        Work(
            type="article-newspaper",
            authors=(HALE,),
            title="Night shifts cut",
            container_title="The Harbour Post",
            issued=Date(2018, 12, 4),
            url="https://post.example/1",
            accessed=Date(2019, 1, 5),
        ),
        (
            "Hale AB. Night shifts cut. The Harbour Post [Internet]. 2018 Dec 4 [cited 2019 Jan 5]."
            " Available from: https://post.example/1"
        ),
    ),
    "preprint": (
        Work(
            type="article",
            authors=(HALE, IVES),
            title="Sleep genes in mice",
            publisher="bioRxiv",
            number="069187",
            issued=Date(2016, 8, 12),
            doi="10.1101/069187",
            accessed=Date(2017, 1, 12),
        ),
        (
            "Hale AB, Ives C. Sleep genes in mice. bioRxiv 069187 [Preprint]. 2016 Aug 12 [cited"
            " 2017 Jan 12]."
            " Available from: https://doi.org/10.1101/069187"
        ),
    ),
    "preprint called an article": (
        article(
            title="Attention to sleep",
            container_title="arXiv preprint arXiv:1701.01234",
            volume=None,
            issue=None,
            page=None,
            issued=Date(2017),
        ),
        (
            "Hale AB, Ives C. Attention to sleep. arXiv:1701.01234 [Preprint]. 2017."
            " Available from: https://arxiv.org/abs/1701.01234"
        ),
    ),
    "review of a book": (
        article(type="review-book", genre="Review", variables={"reviewed-title": "The sleepers"}),
        (
            "Hale AB, Ives C. Sleep in night nurses [review]. J Sleep Res. 2012;21(3):284-7."
            " Review of: The sleepers."
        ),
    ),
    "preprint server's name before that of who runs it": (
        article(
            container_title="bioRxiv", publisher="Harbour Laboratory", volume=None, issue=None, page=None
        ),
        "Hale AB, Ives C. Sleep in night nurses. bioRxiv [Preprint]. 2012.",
    ),
    "preprint whose kind is written small": (
        Work(type="article", authors=(HALE,), title="Sleep", genre="preprint", publisher="bioRxiv"),
        "Hale AB. Sleep. bioRxiv [Preprint].",
    ),
    "page with a number from a preprint server": (
        Work(type="webpage", authors=(HALE,), title="Sleep", eprint_type="psyarxiv", eprint="kzy7u"),
        "Hale AB. Sleep. PsyArXiv kzy7u [Preprint].",
    ),
    "Latin in italics behind a colon": (
        article(
            title="Mice: In vivo study",
            rich={"title": (Run("Mice: "), Run("In vivo", Face.ITALIC), Run(" study"))},
        ),
        "Hale AB, Ives C. Mice: in vivo study. J Sleep Res. 2012;21(3):284-7.",
    ),
}


@pytest.mark.parametrize(("work", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_articles(work, expected):
    assert written(work) == expected
