"""The ten references of the article on naltrexone, and what holds of any two works."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.compare import FIELDS, Likeness, compare
from bibproof.model import Date, Person, Work

SAME, CLOSE, DIFFERENT, UNKNOWN = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN


def people(*names):
    return tuple(Person(*name.split(", ")) for name in names)


SUDAKIN = Work(
    type="article-journal",
    title="Naltrexone: Not Just for Opioids Anymore",
    authors=people("Sudakin, Daniel"),
    issued=Date(2015, 11),
    dates=(Date(2016, 3),),
    container_title="Journal of Medical Toxicology",
    volume="12",
    issue="1",
    page="71-75",
)
KIM = Work(
    type="article-journal",
    title="Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review",
    authors=people("Kim, Phillip S.", "Fishman, Michael A."),
    issued=Date(2020, 8, 26),
    container_title="Current Pain and Headache Reports",
    volume="24",
    issue="10",
    page="64",
)
CANAN_CITED = Work(
    title="Low-dose naltrexone (LDN): A promising treatment in immune-related diseases",
    authors=people("Canan, F."),
    et_al=True,
    issued=Date(2018),
    container_title="International Immunopharmacology",
    volume="61",
    page="178-184",
)
BERNA = Work(
    title="Tapering Long-term Opioid Therapy in Chronic Noncancer Pain",
    subtitle="Evidence and Recommendations for Everyday Practice",
    authors=people("Berna, Chantal", "Kulich, Ronald J.", "Rathmell, James P."),
    issued=Date(2015),
    container_title="Mayo Clinic Proceedings",
    volume="90",
    issue="6",
    page="828-842",
)


def test_a_right_reference_agrees_in_every_field():
    cited = Work(
        title="Naltrexone: not just for opioids anymore",
        authors=people("Sudakin, D."),
        issued=Date(2016),
        container_title="J. Med. Toxicol.",
        volume="12",
        issue="1",
        page="71--75",
    )
    assert compare(cited, SUDAKIN).agrees == FIELDS


def test_a_chimera_has_the_title_and_nothing_else():
    cited = Work(
        title="Low-dose naltrexone for chronic pain: update and systemic review",
        authors=people("Patten, D. K."),
        et_al=True,
        issued=Date(2018),
        container_title="Postgraduate Medicine",
        volume="130",
        issue="2",
        page="242-252",
    )
    comparison = compare(cited, KIM)
    assert comparison.agrees == ("title",)
    assert comparison.differs == FIELDS[1:]
    assert comparison.title_weight > 0.5
    assert comparison.authors_weight == 0


def test_wrong_authors_alone():
    recorded = Work(
        title=CANAN_CITED.title,
        authors=people("Li, Zijian", "You, Yue", "Griffin, Noreen", "Feng, Juan", "Shan, Fengping"),
        issued=Date(2018),
        container_title="International Immunopharmacology",
        volume="61",
        page="178-184",
    )
    comparison = compare(CANAN_CITED, recorded)
    assert comparison.differs == ("author",)
    assert comparison.fields["author"].reason == "author 1 is Li, Zijian, not Canan, F."


def test_wrong_year_volume_issue_and_pages():
    cited = Work(
        title=BERNA.title,
        authors=people("Berna, C."),
        et_al=True,
        issued=Date(2018),
        container_title="Mayo Clin Proc",
        volume="93",
        issue="5",
        page="707-715",
    )
    comparison = compare(cited, BERNA)
    assert comparison.agrees == ("title", "author", "journal")
    assert comparison.differs == ("year", "volume", "number", "pages")
    assert (comparison.fields["year"].cited, comparison.fields["year"].recorded) == ("2018", "2015")


@pytest.mark.parametrize("year", [2015, 2016])
def test_each_of_the_records_years_is_right(year):
    assert compare(Work(issued=Date(year)), SUDAKIN)["year"] is SAME


@pytest.mark.parametrize("year", [2014, 2017])
def test_a_year_beside_is_wrong(year):
    comparison = compare(Work(issued=Date(year)), SUDAKIN)
    assert comparison["year"] is DIFFERENT
    assert comparison.fields["year"].recorded == "2015 or 2016"


def test_nothing_is_unknown():
    comparison = compare(Work(), Work())
    assert {comparison[field] for field in FIELDS} == {UNKNOWN}
    assert comparison.title_weight == comparison.authors_weight == comparison.title_overlap == 0


TEXTS = st.one_of(st.none(), st.text(max_size=30))
PERSONS = st.builds(Person, TEXTS, TEXTS, st.sampled_from([None, "van der", ""]), st.none(), TEXTS)
WORKS = st.builds(
    Work,
    type=st.sampled_from(["article-journal", "chapter", "paper-conference", "book", "document"]),
    title=TEXTS,
    subtitle=TEXTS,
    authors=st.lists(PERSONS, max_size=4).map(tuple),
    editors=st.lists(PERSONS, max_size=2).map(tuple),
    issued=st.one_of(st.none(), st.builds(Date, st.integers(1500, 2030))),
    container_title=TEXTS,
    volume=st.one_of(TEXTS, st.from_regex(r"\A[0-9IVX]{1,4}[ (/-]?[0-9a-z]{0,4}\)?\Z")),
    issue=st.one_of(TEXTS, st.from_regex(r"\A[0-9S]{1,3}[ (/-]?[0-9a-z]{0,4}\)?\Z")),
    page=st.one_of(TEXTS, st.from_regex(r"\A[eS]?[0-9]{1,5}[–, -]{0,2}[0-9a-z]{0,5}\Z")),
    article_number=TEXTS,
)


@settings(max_examples=150, deadline=None)
@given(WORKS)
def test_no_work_differs_from_itself(work):
    comparison = compare(work, work)
    assert comparison.differs == comparison.close == ()


@settings(max_examples=150, deadline=None)
@given(WORKS, WORKS)
def test_any_two_works_can_be_compared(cited, recorded):
    comparison = compare(cited, recorded)
    assert tuple(comparison.fields) == FIELDS
    for measure in (
        comparison.title_weight,
        comparison.authors_weight,
        comparison.title_overlap,
        comparison.authors_overlap,
    ):
        assert 0 <= measure <= 1


def test_importing_is_cheap():
    code = "import bibproof.compare, sys; print({'rapidfuzz', 'bibproof.compare.words'} & set(sys.modules))"
    path = ":".join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": path}
    )
    assert done.stdout.split() == ["set()"]
