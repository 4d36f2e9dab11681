"""The evaluation's right entries are right, and its faults are faults: else its figures say nothing."""

import random
import re
import sys
import unicodedata
from functools import cache
from pathlib import Path

import bibtexparser
import pytest
from pylatexenc.latex2text import LatexNodes2Text

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import verdicts
from _claims import claim_of, clean, plain
from _entries import write
from _faults import EVERYTHING, Pool, invented_coauthor
from _faults_b import year_near
from _invented import synthetic
from _records import citable, half_of
from _score import Outcome, Sample

from bibproof.readers.text import text

RECORDS = synthetic(300)
BY_DOI = {record["DOI"].lower(): record for record in RECORDS}
STYLES = ("a", "b")


@cache
def prepared(style, seed=3):
    return verdicts.prepare(RECORDS, verdicts.STYLES[style], "tune", 60, 3, seed)


def test_strings_are_read_as_as_many_references_under_their_keys():
    samples = prepared("strings").right
    read = text("\n".join(sample.entry.text for sample in samples), None)
    assert [reference.key for reference in read] == [sample.entry.key for sample in samples]


def letters(text):
    folded = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l").lower())
    return re.sub(r"[^a-z0-9]", "", folded)


def parsed(sample):
    """The entry's fields as plain text, by the BibTeX and LaTeX of other people."""
    library = bibtexparser.parse_string(sample.entry.text)
    assert not library.failed_blocks, sample.entry.text
    (entry,) = library.entries
    to_text = LatexNodes2Text(math_mode="text").latex_to_text
    return {field.key.lower(): to_text(str(field.value)) for field in entry.fields}


def families(fields):
    names = [name for name in re.split(r"\s+and\s+", fields["author"]) if name != "others"]
    return [letters(name.partition(",")[0] if "," in name else name) for name in names]


def year(fields):
    return int((fields.get("year") or fields["date"])[:4])


def doi(fields):
    return re.search(r"10\.\d{4,}/\S+", fields.get("doi") or fields.get("url", ""))


@pytest.mark.parametrize("style", STYLES)
def test_right_entries_are_right(style):
    for sample in prepared(style).right:
        fields, record, truth = parsed(sample), BY_DOI[sample.truth.doi], sample.truth
        words = letters(re.sub(r"&|\band\b", "", plain(clean(record["title"][0])).lower()))
        said = letters(re.sub(r"&|\band\b", "", plain(clean(fields["title"])).lower()))
        assert said.startswith(words) or words.startswith(said), sample.entry.text
        assert year(fields) in truth.years
        for name, written in zip(truth.authors, families(fields), strict=False):
            assert letters(name.family)[-4:] in written or written in letters(name.family)
        assert fields.get("volume", truth.volume) == truth.volume
        pages = fields.get("pages") or fields.get("eid") or fields.get("articleno")
        first = (truth.page or truth.article_number).partition("-")[0]
        assert pages is None or pages.removeprefix("pp. ").startswith(first)
        assert (doi(fields) is not None) is sample.with_doi
        if sample.with_doi:
            assert doi(fields)[0].lower() == truth.doi


@pytest.mark.parametrize("style", STYLES)
def test_faults_are_faults(style):
    for sample in prepared(style).faults:
        fields, truth = parsed(sample), sample.truth
        checks = {
            "year": lambda f=fields, t=truth: year(f) not in t.years,
            "volume": lambda f=fields, t=truth: f["volume"] != t.volume,
            "pages": lambda f=fields, t=truth: (
                not f["pages"].removeprefix("pp. ").startswith(t.page.partition("-")[0] + "-")
            ),
            "title": lambda f=fields, t=truth: letters(plain(t.title)) not in letters(f["title"]),
            "doi": lambda f=fields, t=truth: doi(f)[0].lower() != t.doi,
            "journal": lambda f=fields, t=truth: (
                letters(f.get("journal") or f["journaltitle"]) != letters(t.containers[0])
            ),
            "author": lambda f=fields, t=truth: (
                [letters(n.family)[-4:] for n in t.authors] != [w[-4:] for w in families(f)]
                or len(families(f)) != len(t.authors)
            ),
        }
        if len(sample.fields) == 1:
            (field,) = sample.fields
            assert checks[field](), f"{sample.fault}: {sample.entry.text}"


@pytest.mark.parametrize("style", STYLES)
def test_every_kind_of_fault_is_made_in_both_ways(style):
    made = {(sample.fault, sample.with_doi) for sample in prepared(style).faults}
    assert made == {(fault.name, way) for fault in verdicts.STYLES[style].faults for way in fault.ways}


def test_only_the_half_that_was_asked_for_is_cited_and_all_records_are_served():
    evaluation = prepared("a")
    assert {half_of(one.truth.doi) for one in (*evaluation.right, *evaluation.faults)} == {"tune"}
    assert len(evaluation.records) == len(RECORDS)


def test_retracted_works_carry_their_notice_and_are_no_right_entries():
    evaluation = prepared("a")
    gone = {one.truth.doi for one in evaluation.faults if one.fault == "retracted"}
    assert {r["DOI"].lower() for r in evaluation.records if r.get("updated-by")} == gone
    assert not gone & {one.truth.doi for one in evaluation.right}


def test_one_seed_gives_one_evaluation():
    texts = [[one.entry.text for one in prepared("a", seed).faults] for seed in (3, 3, 4)]
    assert texts[0] == texts[1] != texts[2]


def test_no_file_has_a_work_twice():
    for listed in verdicts.files_of(prepared("b").faults):
        used = [doi for sample in listed for doi in sample.used]
        assert len(used) == len(set(used))


def test_what_is_false_is_written_in_full():
    pool = Pool(citable(RECORDS), frozenset(BY_DOI))
    for seed, record in enumerate(RECORDS[:80]):
        rng = random.Random(seed)
        made = invented_coauthor(claim_of(record), pool, rng)
        entry = write(made.claim, "k", with_doi=True, whole=EVERYTHING, rng=rng)
        assert "and others" not in entry.value("author")
        assert entry.value("author").count(" and ") == len(record["author"])


def test_a_right_year_is_never_made_a_wrong_one():
    pool = Pool(citable(RECORDS), frozenset(BY_DOI))
    for record in RECORDS[:80]:
        claim = claim_of({**record, "created": {"date-parts": [[record["issued"]["date-parts"][0][0] + 1]]}})
        made = year_near(claim, pool, random.Random(1))
        assert not set(made.claim.years) & {*claim.years, *claim.other_years}


@pytest.mark.parametrize(
    ("fault", "verdict", "severities", "mistaken"),
    [
        (None, "verified", [], False),
        (None, "verified", ["warning"], False),
        (None, "not-found", [], True),
        (None, "inaccurate", ["error"], True),
        ("wrong-year", "inaccurate", ["error"], False),
        ("wrong-year", "verified", ["warning"], True),
    ],
)
def test_what_counts_as_a_mistake(fault, verdict, severities, mistaken):
    some = prepared("a").right[0]
    sample = Sample(
        some.entry, some.truth, with_doi=True, fault=fault, fields=frozenset({"year"} if fault else ())
    )
    findings = [{"rule": "year-mismatch", "severity": severity, "field": "year"} for severity in severities]
    assert Outcome(sample, {"verdict": verdict, "findings": findings}).mistaken is mistaken
