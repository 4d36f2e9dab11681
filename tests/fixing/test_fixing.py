"""What becomes of entries, by the record that is theirs. Nothing is asked of anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.compare import compare
from bibproof.evidence import Candidates, Case, DoiStanding, Found, NotFound, Record, Unavailable, Update
from bibproof.findings import judge
from bibproof.fixing import plan
from bibproof.model import Date, Library, Person, Work
from bibproof.readers.bibtex import bibtex
from bibproof.rules import all_rules
from bibproof.settle import settle

WORK = Work(
    type="article-journal",
    title="Tidal mixing in shallow estuaries: a review of R&D at 5% of the coast",
    authors=(
        Person("Okafor", "Maria"),
        Person("Lindqvist", "Jens"),
        Person("Gogh", "Vincent", particle="van"),
        Person("Müller", "Änne"),
    ),
    issued=Date(2015, 3),
    dates=(Date(2015, 3),),
    container_title="Journal of Estuarine Physics & Chemistry",
    other_container_titles=("J. Estuar. Phys. Chem.",),
    volume="12",
    issue="2",
    page="101-119",
    doi="10.5555/right_(1)",
)
ENTRY = """@article{okafor2015,
  author = {Okafor, M. and Lindqvist, J. and van Gogh, V. and M{\\"u}ller, A.},
  title = {Tidal Mixing in Shallow {Estuaries}: A Review of {R\\&D} at 5\\% of the Coast},
  journal = {Journal of Estuarine Physics \\& Chemistry},
  year = {2015},
  volume = {12},
  number = {2},
  pages = {101--119},
  doi = {10.5555/right_(1)}
}
"""


def cases(library: Library, work: Work = WORK, by_doi: DoiStanding | None = None) -> list[Case]:
    """Every entry settled on the work: by its DOI where it has one, else by a search."""
    record = Record("crossref", work)
    return [
        settle(
            reference,
            library,
            None if reference.work.doi is None else by_doi or Found(record),
            [record],
            Candidates((record,)),
        )
        for reference in library
    ]


def fix(text: str, *, unsafe: bool = True, by_doi: DoiStanding | None = None, work: Work = WORK) -> str:
    """The text once it is fixed, after it was shown that nothing more can be."""
    for _ in range(2):
        library = bibtex(text, None)
        found = cases(library, work, by_doi)
        fixed = plan(library, judge(library, found, all_rules()).results, {}, unsafe=unsafe)
        before, text = text, fixed.text
        by_doi = by_doi if before == text else None
    assert before == text
    return text


def changed(old: str, new: str, text: str = ENTRY) -> str:
    assert old in text
    return text.replace(old, new)


def test_what_is_right_stays():
    assert fix(ENTRY) == ENTRY


@pytest.mark.parametrize(
    ("right", "wrong", "becomes"),
    [
        ("year = {2015}", "year = {2016}", "year = {2015}"),
        ("year = {2015}", 'year = "2016"', 'year = "2015"'),
        ("year = {2015}", "year = 2016", "year = 2015"),
        ("year = {2015}", 'year = "20" # "16"', "year = {2015}"),
        ("year = {2015}", "date = {2016-04-02}", "date = {2015-03}"),
        ("year = {2015}", "date = {2016}", "date = {2015}"),
        ("volume = {12}", "Volume=21", "Volume=12"),
        ("number = {2}", "issue = {3}", "issue = {2}"),
        ("101--119", "201--219", "101--119"),
        ("101--119", "201-219", "101-119"),
        ("101--119", "201–219", "101–119"),
        ("{101--119}", "{201}", "{101--119}"),
        (
            "journal = {Journal of Estuarine Physics \\& Chemistry}",
            "journal = lake",
            "journal = {Journal of Estuarine Physics \\& Chemistry}",
        ),
        ("Journal of Estuarine Physics \\& Chemistry", "Annu. Rev. Biochem.", "J. Estuar. Phys. Chem."),
        ("Lindqvist, J.", "Moreau, I.", "Lindqvist, Jens"),
        (' and M{\\"u}ller, A.', "", " and Müller, Änne"),
        ("Lindqvist, J.", "Moreau, I. and Lindqvist, J.", "Lindqvist, J."),
        (
            'Okafor, M. and Lindqvist, J. and van Gogh, V. and M{\\"u}ller, A.',
            "Maria Okafor and Ines Moreau and V. van Gogh and A. Müller",
            "Maria Okafor and Jens Lindqvist and V. van Gogh and A. Müller",
        ),
        (
            'Okafor, M. and Lindqvist, J. and van Gogh, V. and M{\\"u}ller, A.',
            "Moreau, I. and others",
            "Okafor, Maria and Lindqvist, Jens and van Gogh, Vincent and Müller, Änne",
        ),
        (
            'Okafor, M. and Lindqvist, J. and van Gogh, V. and M{\\"u}ller, A.',
            "Okafor, M. and van Gogh, V. and others",
            "Okafor, M. and Lindqvist, Jens and van Gogh, V. and Müller, Änne",
        ),
        (
            'Okafor, M. and Lindqvist, J. and van Gogh, V. and M{\\"u}ller, A.',
            'Okafor, M. and\n    Moreau, I. and\n    van Gogh, V. and\n    M{\\"u}ller, A.',
            'Okafor, M. and\n    Lindqvist, Jens and\n    van Gogh, V. and\n    M{\\"u}ller, A.',
        ),
        ("Shallow {Estuaries}", "Shallow {Lakes}", "Shallow estuaries"),
        ("Mixing in Shallow", "Mixing of Silt in Very Shallow", "Mixing in Shallow"),
        ("5\\% of the Coast", "the Coast", "5\\% of the Coast"),
    ],
)
def test_a_wrong_field_becomes_what_the_record_has_in_the_entrys_own_form(right, wrong, becomes):
    text = changed(right, wrong, "@string{lake = {Limnology}}\n" + ENTRY)
    after = fix(text)
    assert after == text.replace(wrong, becomes) if wrong else becomes in after


def test_double_braces_and_a_field_for_the_subtitle_stay():
    parted = changed(
        "{Tidal Mixing in Shallow {Estuaries}: A Review of {R\\&D} at 5\\% of the Coast}",
        "{{Tidal Mixing in Shallow Lakes}},\n  subtitle = {A Survey of R\\&D at 5\\% of the Coast}",
    )
    after = fix(parted)
    assert "title = {{Tidal Mixing in Shallow estuaries}},\n  subtitle = {A review of R\\&D at 5\\%" in after


def test_a_subtitle_that_the_record_lacks_stays():
    work = replace(WORK, title="Tidal mixing in shallow estuaries")
    text = changed("Shallow {Estuaries}", "{Deep} Lakes")
    assert "{Tidal Mixing in shallow estuaries: A Review of {R\\&D} at 5\\% of" in fix(text, work=work)


def test_a_formula_is_not_written_anew():
    work = replace(WORK, title="Mixing of H2O in shallow estuaries and in deeper waters of the coast")
    text = changed(
        "Tidal Mixing in Shallow {Estuaries}: A Review of {R\\&D} at 5\\% of the Coast",
        "Mixing of $\\mathrm{D}_2$ in Shallow Estuaries and in Deeper Lakes of the Coast",
    )
    assert "$\\mathrm{D}_2$" in fix(text, work=work)


@pytest.mark.parametrize(
    ("cited", "by_doi", "becomes"),
    [
        ("https://doi.org/10.5555/right_(1)", None, "10.5555/right_(1)"),
        ("doi: 10.5555/RIGHT\\_(1)", None, "10.5555/RIGHT\\_(1)"),
        ("https://doi.org/10.5555/right_%281%29", None, "10.5555/right_(1)"),
        ("10.5555/Right_(1)", None, "10.5555/Right_(1)"),
        ("10.5555/right\\_(1)", None, "10.5555/right\\_(1)"),
        ("https://doi.org/10.5555/right_(1)", Unavailable("down"), "https://doi.org/10.5555/right_(1)"),
        ("10.5555/rihgt_(1)", NotFound(), "10.5555/right_(1)"),
        ("10.5555/invented", NotFound(), "10.5555/invented"),
        ("right_(1)", None, "10.5555/right_(1)"),
        ("", None, "10.5555/right_(1)"),
    ],
)
def test_the_doi_is_put_right_where_that_is_safe(cited, by_doi, becomes):
    assert fix(changed("10.5555/right_(1)", cited), unsafe=False, by_doi=by_doi) == changed(
        "10.5555/right_(1)", becomes
    )


def test_a_dead_doi_in_an_address_is_replaced_there():
    text = changed("doi = {10.5555/right_(1)}", "url = {https://doi.org/10.5555/invented}")
    library = bibtex(text, None)
    assert fix(text, by_doi=NotFound()) == text.replace("invented", "right_(1)")
    assert fix(text, unsafe=False, by_doi=NotFound()) == library.text


WITHOUT = ENTRY.replace(",\n  doi = {10.5555/right_(1)}", "")
DOI = "10.5555/right_(1)"


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (WITHOUT, ",\n  doi = {" + DOI + "}\n}"),
        (WITHOUT.replace("119}\n", "119},\n"), "},\n  doi = {" + DOI + "},\n}"),
        (WITHOUT.replace("\n", "\r\n"), "},\r\n  doi = {" + DOI + "}\r\n}"),
        (WITHOUT.replace("\n", "\r"), "},\r  doi = {" + DOI + "}\r}"),
        (WITHOUT.replace("  ", "\t").replace(" = ", "="), ",\n\tdoi={" + DOI + "}\n"),
        (WITHOUT.replace(",\n  ", "\n  , "), "\n  , doi = {" + DOI + "}\n}"),
        (WITHOUT.replace("\n", " "), ",   doi = {" + DOI + "} }"),
        (WITHOUT.replace(" = {1", ' = "1').replace("9}", '9"'), "\n  doi = {" + DOI + "}"),
        (WITHOUT.replace("119}", "119}, % a comment"), "119}, % a comment\n  doi = {" + DOI + "},\n}"),
        (
            WITHOUT.replace("author", "AUTHOR")
            .replace("title =", "TITLE =")
            .replace("journal", "JOURNAL")
            .replace("year", "YEAR")
            .replace("volume", "VOLUME")
            .replace("number", "NUMBER")
            .replace("pages", "PAGES"),
            "\n  DOI = {" + DOI + "}",
        ),
        (
            (
                '@article(k, title="Tidal Mixing in Shallow Estuaries",\n'
                'author = "Okafor, M. and others", year = 2015, journal = "J. Estuar. Phys. Chem.")'
            ),
            ', doi = "' + DOI + '")',
        ),
    ],
)
def test_a_doi_is_added_as_the_entry_writes_its_fields(text, added):
    after = fix(text, unsafe=False)
    assert added in after
    (before,), (now,) = bibtex(text, None), bibtex(after, None)
    assert dict(now.values) == dict(before.values) | {"doi": DOI}


def test_a_doi_is_added_beside_an_address():
    text = WITHOUT.replace("119}", "119},\n  url = {https://example.org/a_b}")
    assert fix(text, unsafe=False) == text.replace("a_b}", "a_b},\n  doi = {" + DOI + "}")


def test_a_preprint_gets_no_doi_of_the_article_by_itself():
    text = changed(
        "journal = {Journal of Estuarine Physics \\& Chemistry}",
        "eprint = {1501.00001}, eprinttype = {arxiv}",
    )
    text = text.replace(",\n  volume = {12},\n  number = {2},\n  pages = {101--119}", "").replace(
        ",\n  doi = {10.5555/right_(1)}", ""
    )
    assert fix(text, unsafe=False) == text


@pytest.mark.parametrize(
    ("entry", "other"),
    [
        ("@misc{k, author = {%s}, title = {%s}}", replace(WORK, issued=Date(2018), dates=(Date(2018),))),
        ("@misc{k, author = {%s}, title = {%s}, year = 2015}", replace(WORK, container_title="Lakes")),
    ],
)
def test_a_doi_is_not_safe_where_another_work_has_all_that_the_entry_says(entry, other):
    text = entry % (
        'Okafor, M. and Lindqvist, J. and van Gogh, V. and M{\\"u}ller, A.',
        "Tidal Mixing in Shallow Estuaries: A Review of {R\\&D} at 5\\% of the Coast",
    )
    library = bibtex(text, None)
    (reference,) = library
    records = [Record("crossref", work) for work in (WORK, replace(other, doi="10.5555/other"))]
    case = settle(reference, library, None, records, Candidates(tuple(records)))
    assert case.record is not None
    results = judge(library, [case], all_rules()).results
    fixed = plan(library, results, {}, unsafe=False)
    assert (fixed.text, [change.field for change in fixed.held_back]) == (text, ["doi"])
    (alone,) = cases(library)
    assert (
        "10.5555/right_(1)"
        in plan(library, judge(library, [alone], all_rules()).results, {}, unsafe=False).text
    )


def test_a_thesis_gets_no_doi_of_an_article_by_itself():
    text = (
        changed("@article", "@phdthesis", changed("journal =", "school ="))
        .replace(",\n  volume = {12},\n  number = {2},\n  pages = {101--119}", "")
        .replace(",\n  doi = {10.5555/right_(1)}", "")
    )
    assert cases(bibtex(text, None))[0].record is None
    assert fix(text, unsafe=False) == text


def test_who_is_put_right_may_be_retracted_all_the_same():
    text = changed("year = {2015}", "year = {2016}")
    library = bibtex(text, None)
    record = Record("crossref", WORK, updates=(Update("retraction", "10.5555/notice"),))
    (reference,) = library
    case = settle(reference, library, Found(record), [record], None)
    results = judge(library, [case], all_rules()).results
    assert plan(library, results, {}, unsafe=True).retracted == ("okafor2015",)
    assert plan(library, results, {"okafor2015": record}, unsafe=True).retracted == ("okafor2015",)
    assert plan(library, results, {}, unsafe=False).retracted == ()


def test_comments_preambles_other_entries_and_second_fields_stay():
    around = (
        '% {a\n@preamble{"x" # y}\n@comment{jabref: {z}}\n'
        + ENTRY.replace("okafor2015", "other")
        + "remark\n"
    )
    text = around + changed("year = {2015}", "year = {2016},\n  year = {1999}") + "% end"
    assert fix(text) == text.replace("{2016}", "{2015}")


def test_what_is_inherited_is_not_written_and_children_are_not_made_worse():
    text = (
        "@inproceedings{child, author = {Okafor, M.}, title = {Tides}, crossref = {parent},\n"
        "  doi = {10.5555/c}}\n"
        "@proceedings{parent, title = {Tides of 2015}, year = {2019}, doi = {10.5555/p}}\n"
    )
    library = bibtex(text, None)
    child = Work(
        type="paper-conference", title="Tides", issued=Date(2019), dates=(Date(2019),), doi="10.5555/c"
    )
    parent = Work(type="book", title="Tides of 2015", issued=Date(2015), dates=(Date(2015),), doi="10.5555/p")
    found = [
        Case(
            one,
            library,
            record=Record("x", work),
            by_doi=Found(Record("x", work)),
            comparison=compare(one.work, work),
        )
        for one, work in zip(library, (child, parent), strict=True)
    ]
    report = judge(library, found, all_rules())
    assert any(finding.rule == "year-mismatch" for finding in report.findings)
    assert plan(library, report.results, {}, unsafe=True).text == text
    alone = [replace(found[0], record=None, comparison=None), found[1]]
    report = judge(library, alone, all_rules())
    assert "year = {2015}" in plan(library, report.results, {}, unsafe=True).text


def test_what_latin_1_and_latex_both_lack_is_not_written():
    library = replace(bibtex(changed("Lindqvist, J.", "Moreau, I."), None), encoding="latin-1")
    authors = (WORK.authors[0], Person("김", "철수"), *WORK.authors[2:])
    found = cases(library, replace(WORK, authors=authors))
    fixed = plan(library, judge(library, found, all_rules()).results, {}, unsafe=True)
    assert fixed.text == library.text
    assert fixed.changes == ()


def test_an_entry_of_which_nothing_is_known_stays():
    library = bibtex(ENTRY, None)
    found = [settle(one, library, Unavailable("down")) for one in library]
    fixed = plan(library, judge(library, found, all_rules()).results, {}, unsafe=True)
    assert (fixed.text, fixed.unchecked) == (ENTRY, ("okafor2015",))


def test_a_chosen_record_may_be_unavailable():
    library = bibtex(ENTRY, None)
    results = judge(library, cases(library), all_rules()).results
    assert plan(library, results, {"okafor2015": None}, unsafe=True).unchecked == ("okafor2015",)


def test_the_diff_tells_of_a_last_line_without_its_end():
    library = bibtex(changed("{2015}", "{2016}")[:-1], None)
    fixed = plan(library, judge(library, cases(library), all_rules()).results, {}, unsafe=True)
    assert "-  year = {2016},\n+  year = {2015},\n" in fixed.diff
