"""The project's own ten references: as they were published, and as their source cites them."""

from __future__ import annotations

import re

import pytest

import bibproof
from bibproof import Date, Person, Settings, Verdict
from bibproof.coverage import is_registered_kind

# The source's own words.
SOURCE = {
    "samhsa2021": ("Substance Abuse and Mental Health Services Administration. (2021). Naltrexone."),
    "niaaa2021": ("National Institute on Alcohol Abuse and Alcoholism. (2021). Naltrexone."),
    "greenway2010": (
        "Greenway, F. L., et al. (2010). Effect of naltrexone plus bupropion on weight loss in "
        "overweight and obese adults (COR-I): a multicentre, randomised, double-blind, "
        "placebo-controlled, phase 3 trial. The Lancet, 376(9741), 595-605."
    ),
    "patten2018": (
        "Patten, D. K., et al. (2018). Low-dose naltrexone for chronic pain: update and systemic "
        "review. Postgraduate Medicine, 130(2), 242-252."
    ),
    "younger2014": (
        "Younger, J., et al. (2014). The use of low-dose naltrexone (LDN) as a novel "
        "anti-inflammatory treatment for chronic pain. Clinical Rheumatology, 33(4), 451-459."
    ),
    "lee2018": (
        "Lee, J. D., et al. (2018). Comparative effectiveness of extended-release naltrexone versus"
        " buprenorphine-naloxone for opioid relapse prevention (X:BOT): a multicentre, open-label, "
        "randomised controlled trial. The Lancet, 391(10118), 309-318."
    ),
    "sudakin2016": (
        "Sudakin, D. (2016). Naltrexone: Not Just for Opioids Anymore. Journal of Medical "
        "Toxicology, 12(1), 71-75."
    ),
    "canan2018": (
        "Canan, F., et al. (2018). Low-dose naltrexone (LDN): A promising treatment in "
        "immune-related diseases and cancer therapy. International Immunopharmacology, 61, 178-184."
    ),
    "berna2018": (
        "Berna, C., et al. (2018). Tapering Long-term Opioid Therapy in Chronic Noncancer Pain: "
        "Evidence and Recommendations for Everyday Practice. Mayo Clinic Proceedings, 93(5), "
        "707-715."
    ),
    "toljan2018": (
        "Toljan, K., & Vrooman, B. (2018). Low-Dose Naltrexone (LDN)—Review of Therapeutic "
        "Utilization. Medical Sciences, 6(4), 82."
    ),
}

# What the works were really published under; the two web pages have none.
DOIS = {
    "greenway2010": "10.1016/s0140-6736(10)60888-4",
    "patten2018": "10.1007/s11916-020-00898-0",
    "younger2014": "10.1007/s10067-014-2517-2",
    "lee2018": "10.1016/s0140-6736(17)32812-x",
    "sudakin2016": "10.1007/s13181-015-0512-x",
    "canan2018": "10.1016/j.intimp.2018.05.020",
    "berna2018": "10.1016/j.mayocp.2015.04.003",
    "toljan2018": "10.3390/medsci6040082",
}

# What the source has wrong; the cited title of patten2018 is the published one.
WRONG = {
    "patten2018": {"author", "year", "journal", "volume", "number", "pages"},
    "canan2018": {"author"},
    "berna2018": {"year", "volume", "number", "pages"},
}
WEB_PAGES = {"samhsa2021", "niaaa2021"}
ARTICLES = list(DOIS)


@pytest.fixture(scope="module")
def published():
    return bibproof.references()


@pytest.fixture(scope="module")
def as_cited(request):
    return bibproof.read(request.config.rootpath / "examples" / "as-cited.bib")


def comment_above(library, key):
    """The `%` lines right above an entry."""
    lines = []
    for line in reversed(library.text[: library[key].span.start].splitlines()):
        if not line.startswith("%"):
            break
        lines.insert(0, line)
    return lines


def field(work, name):
    """What a work says under BibTeX's name, in a form in which the two files can be compared."""
    return {
        "author": work.authors[0].family,
        "year": work.year,
        "journal": work.container_title,
        "volume": work.volume,
        "number": work.issue,
        "pages": (work.page or work.article_number or "").replace("–", "-").replace("--", "-"),
        "title": " ".join(re.findall(r"\w+", work.full_title.lower())),
    }[name]


def test_references_gives_the_ten_in_the_order_of_the_source(published):
    assert [reference.key for reference in published] == list(SOURCE)
    assert published.broken == ()


def test_the_package_and_the_top_folder_hold_the_same_references(published, root):
    assert published.text == (root / "references.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", SOURCE)
def test_each_has_the_doi_that_it_was_published_under(published, key):
    assert published[key].work.doi == DOIS.get(key)


@pytest.mark.parametrize("key", SOURCE)
def test_the_words_of_the_source_stand_above_each(published, key):
    assert comment_above(published, key)[0] == f"% Source: {SOURCE[key]}"


@pytest.mark.parametrize("key", SOURCE)
def test_what_is_wrong_or_unverified_is_said_in_one_line_and_nothing_else_is(published, key):
    said = [line.split(":")[0] for line in comment_above(published, key)[1:]]
    assert said == (["% Wrong"] if key in WRONG else ["% Unverified"] if key in WEB_PAGES else [])


@pytest.mark.parametrize("key", ARTICLES)
def test_each_article_has_what_a_style_needs(published, key):
    work = published[key].work
    assert work.type == "article-journal"
    assert work.title
    assert work.container_title
    assert work.volume
    assert work.page or work.article_number
    assert not work.et_al
    assert all(person.family and person.given for person in work.authors)


def test_all_authors_are_listed(published):
    counts = {key: len(published[key].work.authors) for key in ARTICLES}
    assert counts == {
        "greenway2010": 8,
        "patten2018": 2,
        "younger2014": 3,
        "lee2018": 23,
        "sudakin2016": 1,
        "canan2018": 5,
        "berna2018": 3,
        "toljan2018": 2,
    }
    assert published["lee2018"].work.authors[19] == Person(family="Shmueli-Blumberg", given="Dikla")


def test_82_and_64_are_article_numbers(published):
    assert (published["toljan2018"].work.article_number, published["toljan2018"].work.page) == ("82", None)
    assert (published["patten2018"].work.article_number, published["patten2018"].work.page) == ("64", None)


def test_titles_read_as_they_were_published(published):
    assert published["toljan2018"].work.full_title == (
        "Low-Dose Naltrexone (LDN)—Review of Therapeutic Utilization"
    )
    assert "(X:BOT): a multicentre" in published["lee2018"].work.full_title


@pytest.mark.parametrize("key", sorted(WEB_PAGES))
def test_nothing_was_invented_for_the_web_pages(published, key):
    work = published[key].work
    assert work.type == "webpage"
    assert work.issued is None
    assert work.accessed is None
    assert [person.family for person in work.authors] == [None]


def test_the_page_that_was_not_found_has_no_address(published):
    assert published["niaaa2021"].work.url is None
    assert published["samhsa2021"].work.url.startswith("https://www.samhsa.gov/")


def test_both_files_list_the_same_keys_in_the_same_order(published, as_cited):
    assert [reference.key for reference in as_cited] == [reference.key for reference in published]
    assert as_cited.broken == ()


def test_the_source_gives_no_doi_and_no_address(as_cited):
    assert [reference.work.doi for reference in as_cited] == [None] * 10
    assert [reference.work.url for reference in as_cited] == [None] * 10


@pytest.mark.parametrize("key", SOURCE)
def test_every_name_number_and_word_of_the_source_is_kept(as_cited, key):
    """An entry as cited is the citation taken apart: in both, the same words are found as often."""
    values = dict(as_cited[key].values)
    assert ("et al." in SOURCE[key]) == values["author"].endswith(" and others")
    values["author"] = values["author"].removesuffix(" and others")
    if "&" in SOURCE[key]:
        values["author"] = values["author"].replace(" and ", " & ")
    words = re.findall(r"\w+", SOURCE[key].replace("et al.", ""))
    assert sorted(re.findall(r"\w+", " ".join(values.values()))) == sorted(words)


@pytest.mark.parametrize("key", ARTICLES)
def test_the_two_files_differ_in_what_the_source_has_wrong_and_in_nothing_else(published, as_cited, key):
    names = ("author", "year", "journal", "volume", "number", "pages", "title")
    differing = {n for n in names if field(published[key].work, n) != field(as_cited[key].work, n)}
    assert differing == WRONG.get(key, set())


@pytest.mark.parametrize("key", sorted(WEB_PAGES))
def test_a_web_page_is_cited_by_its_year_and_is_nothing_that_crossref_registers(as_cited, key):
    work = as_cited[key].work
    assert work.issued == Date(2021)
    assert not is_registered_kind(work)


def verdicts(file):
    report = bibproof.check(file, settings=Settings(offline=True, use_cache=False))
    return {result.case.reference.key: result.verdict for result in report.results}


def test_the_published_references_hold_against_their_lock(root):
    expected = {key: Verdict.NOT_COVERED if key in WEB_PAGES else Verdict.VERIFIED for key in SOURCE}
    assert verdicts(root / "references.bib") == expected


def test_what_the_source_has_wrong_is_found_and_nothing_else(root):
    expected = {key: Verdict.NOT_COVERED if key in WEB_PAGES else Verdict.VERIFIED for key in SOURCE}
    expected |= {"patten2018": Verdict.CHIMERA}
    expected |= {"canan2018": Verdict.INACCURATE, "berna2018": Verdict.INACCURATE}
    assert verdicts(root / "examples" / "as-cited.bib") == expected
