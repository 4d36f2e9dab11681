"""The report as a page, read by a parser that is not ours."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import html5lib
import pytest

from bibproof.compare import Likeness, compare
from bibproof.evidence import Candidate, Candidates, Case, NotFound, Part, Unavailable
from bibproof.findings import judge, merge
from bibproof.reports import write
from bibproof.reports._differences import differences
from bibproof.rules import all_rules
from cases import ENTRY, OTHER_RECORD, RECORD, WORK, case, compared, library, searched, settled

UNDATED = ENTRY.replace("  doi     = {10.5555/right},\n", "")


def report_of(*abouts):
    return merge(judge(about.library, [about], all_rules()) for about in abouts)


def page_of(*abouts):
    written = write(report_of(*abouts), "html")
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(written)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def the_reference(*abouts):
    (shown,) = page_of(*abouts).findall(".//ol/li")
    return shown


def test_the_parts_of_the_page_have_their_names():
    page = page_of(settled(), settled(year=Likeness.DIFFERENT))
    assert page.get("lang") == "en"
    assert page.find(".//title").text == "References: bibproof"
    for landmark in ("header", "main", "footer"):
        assert len(page.findall(f".//{landmark}")) == 1
    assert [heading.tag for heading in page.iter() if re.fullmatch(r"h\d", str(heading.tag))] == [
        *("h1", "h2", "h3", "h2", "h3")
    ]
    named = {element.get("id") for element in page.iter() if element.get("id")}
    for element in page.iter():
        for name in ("for", "aria-labelledby"):
            assert element.get(name) is None or element.get(name) in named
    fields = list(page.iter("input"))
    assert {field.get("id") for field in fields} == {label.get("for") for label in page.iter("label")}
    assert page.find(".//fieldset/legend") is not None
    assert page.find(".//body/a").get("href") == "#findings"


def test_nothing_comes_from_elsewhere():
    page = page_of(settled())
    (policy,) = [
        meta.get("content")
        for meta in page.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'; ")
    elements = [*page.iter("style"), *page.iter("script")]
    assert [element.tag for element in elements] == ["style", "style", "script", "script"]
    for element in elements:
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        (allowed,) = re.findall(f"{element.tag}-src ([^;]*)", policy)
        assert f"'sha256-{digest}'" in allowed.split()
        assert "url(" not in element.text
    assert not any(element.get("style") or element.get("src") for element in page.iter())


def test_the_choices_are_the_verdicts_that_there_are():
    page = page_of(settled(), settled(), settled(year=Likeness.DIFFERENT), case(by_doi=Unavailable("busy")))
    assert [text_of(label) for label in page.findall(".//fieldset/label")] == [
        *("All 4", "To look at 2", "Verified 2", "Inaccurate 1", "Unchecked 1")
    ]
    shown = [item.get("class").split() for item in page.findall(".//ol/li")]
    assert [classes[1:] for classes in shown] == [
        *(["verified"], ["verified"], ["inaccurate", "attention"], ["unchecked", "attention"])
    ]


def test_cited_stands_against_recorded_with_its_words_marked():
    about = settled(title=Likeness.DIFFERENT)
    field = replace(
        about.comparison.fields["title"],
        cited="Tidal Mixing in Estuaries",
        recorded="Tidal mixing of Estuaries",
    )
    fields = {**about.comparison.fields, "title": field}
    shown = the_reference(replace(about, comparison=replace(about.comparison, fields=fields)))
    (pair,) = shown.findall(".//dl")
    assert [text_of(term) for term in pair.iter("dt")] == ["Cited", "Recorded"]
    assert [mark.text for mark in pair.iter("mark")] == ["in", "of"]
    assert "line 3" in text_of(shown)


@pytest.mark.parametrize(
    ("about", "link", "told"),
    [
        (settled(), "10.5555/right", "verified"),
        (searched(UNDATED), "10.5555/right", "(not in the entry)"),
        (case(by_doi=Unavailable("busy for too long")), "10.5555/right", "Busy for too long."),
        (case(UNDATED, covered=False), None, "Of a kind that the sources do not register."),
        (
            case(by_doi=NotFound(), record=RECORD, comparison=compared()),
            "10.5555/right",
            "No agency has registered this DOI",
        ),
    ],
)
def test_a_reference_says_how_it_stands_and_links_its_doi(about, link, told):
    shown = the_reference(about)
    links = [anchor.get("href") for anchor in shown.iter("a")]
    assert links == ([] if link is None else [f"https://doi.org/{link}"])
    assert told in text_of(shown)


def test_a_chimera_s_parts_and_near_candidates_are_shown_with_their_works():
    parts = (Part(("title",), RECORD), Part(("author", "year"), OTHER_RECORD))
    shown = text_of(the_reference(case(UNDATED, parts=parts)))
    assert "title Okafor & Lindqvist 2014: Tidal Mixing in Shallow Estuaries 10.5555/right" in shown
    assert "author, year Moreau 2009: A Catalogue of Alpine Mosses 10.5555/other" in shown
    assert "journal, volume, number, pages neither’s" in shown
    about = case(UNDATED, search=Candidates((RECORD,)))
    candidate = Candidate(RECORD, compare(about.reference.work, WORK))
    shown = text_of(the_reference(replace(about, candidates=(candidate,))))
    assert "Near it: Okafor & Lindqvist 2014" in shown


def test_what_is_said_of_a_file_stands_above_its_references():
    broken = library("@article{k, title = {T}\n@article{k, title = {U}}")
    report = judge(broken, [Case(reference, broken) for reference in broken], all_rules())
    page = html5lib.parse(write(report, "html"), namespaceHTMLElements=False)
    (about,) = [box for box in page.iter("div") if "file" in (box.get("class") or "").split()]
    assert "syntax-error" in text_of(about)
    assert "duplicate-key" in text_of(about)


def test_long_reports_are_in_lists_of_a_few_that_a_browser_may_leave_alone():
    """Of references, and of what is said of the file; of the latter there were thousands in one list."""
    long = library("@misc{k, title = {T}, author = {A, B}, year = 2001}\n" * 45)
    report = judge(long, [Case(reference, long) for reference in long], all_rules())
    page = html5lib.parse(write(report, "html"), namespaceHTMLElements=False)
    references = [one for one in page.iter("ol") if "refs" in one.get("class")]
    (box,) = [one for one in page.iter("div") if "file" in (one.get("class") or "").split()]
    about_the_file = box.findall("ul")
    assert [(one.get("start"), len(one)) for one in references] == [("1", 20), ("21", 20), ("41", 5)]
    assert [len(one) for one in about_the_file] == [20, 20, 4]
    assert all("many" in one.get("class").split() for one in [*references, *about_the_file])


@pytest.mark.parametrize(
    ("cited", "recorded", "marked"),
    [
        ("one two three", "one two three", ([], [])),
        ("One, two", "one two", ([], [])),
        ("a b c", "a x y c", (["b"], ["x y"])),
        ("2018", "2015", (["2018"], ["2015"])),
        ("", "more", ([], ["more"])),
        ("more", "", (["more"], [])),
        ("– a", "— a", (["–"], ["—"])),
    ],
)
def test_differences(cited, recorded, marked):
    both = differences(cited, recorded)
    assert tuple([text for text, differs in pieces if differs] for pieces in both) == marked
    assert [" ".join(text for text, _ in pieces) for pieces in both] == [cited, recorded]


def test_very_long_values_are_shown_without_marks():
    cited, recorded = "a " * 40_000, "b " * 40_000
    assert differences(cited, recorded) == (((cited, False),), ((recorded, False),))
