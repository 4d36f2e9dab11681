"""Which references a list has, and what is said where one is not there."""

from __future__ import annotations

import pytest

import bibproof
from bibproof.errors import FileError, UsageError
from bibproof.evidence import Record
from bibproof.listing import Options
from bibproof.lockfile import Lock, Settled, write_lock
from bibproof.model import Library, Work
from bibproof.readers.bibtex import bibtex
from bibproof.rendering import check_format, check_is_text, choose, style_named, with_locked_titles
from styles_in_csl import by_date

LIBRARY = bibtex("@misc{a, title={A}} @misc{b, title={B}} @misc{a, title={Second}} @misc{c, title={C}}", None)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["c", "a"], ["C", "A"]),
        (["b", "b", "a"], ["B", "A"]),
        (["c", "*"], ["C", "A", "B"]),
        (["*"], ["A", "B", "C"]),
        ([], []),
    ],
)
def test_the_keys_order_is_kept_and_the_first_of_a_key_counts(keys, chosen):
    assert [reference.work.title for reference in choose(LIBRARY, keys)] == chosen


def test_a_key_that_is_not_there_is_named_with_the_nearest():
    library = bibtex("@misc{smith2001, title={A}}", None)
    with pytest.raises(UsageError, match="no entry 'smith201'; the nearest key is 'smith2001'"):
        choose(library, ["smith201"])


def test_styles_and_formats_that_are_not_there_are_named_with_those_that_are():
    with pytest.raises(UsageError, match=r"'harvard'.*apa, vancouver.*\.csl"):
        style_named("harvard")
    with pytest.raises(FileError, match=r"none\.csl"):
        style_named("none.csl")
    with pytest.raises(UsageError, match=r"'pdf'.*html.*docx"):
        check_format("pdf")
    check_format("docx")
    check_is_text("rtf")
    with pytest.raises(UsageError, match="--output"):
        check_is_text("docx")


@pytest.fixture
def locked(tmp_path):
    """A library with a lock beside its file that holds records of these titles and other titles."""

    def locked(*titles):
        records = {
            f"10.5555/{number}": Record(
                "crossref", Work(container_title=full, other_container_titles=tuple(others))
            )
            for number, (full, *others) in enumerate(titles)
        }
        write_lock(tmp_path / "refs.lock", Lock({doi: Settled(doi) for doi in records}, records))
        return Library(tmp_path / "refs.bib", "", ())

    return locked


@pytest.mark.parametrize(
    ("full", "others", "short"),
    [
        ("Clinical Rheumatology", ["Clin Rheumatol"], "Clin Rheumatol"),
        ("Clinical Rheumatology", ["Clin. Rheumatol."], "Clin Rheumatol"),
        ("The Lancet", ["The Lancet", "Lancet"], "Lancet"),
        ("Proceedings of the National Academy of Sciences", ["Proc. Natl. Acad. Sci."], "Proc Natl Acad Sci"),
        ("Medical Sciences", ["Sciences of Medicine", "Conference on Sciences", "Sci Med"], None),
        ("Medical Sciences", [], None),
    ],
)
def test_a_lock_s_records_say_what_a_journal_is_called_in_short(locked, full, others, short):
    table = with_locked_titles(None, locked((full, *others))).journal_table
    assert table.get(full) == short


def test_the_user_s_table_comes_before_the_lock_s(locked):
    library = locked(("The Lancet", "Lancet"), ("Clinical Rheumatology", "Clin Rheumatol"))
    options = with_locked_titles(Options("full", {"the lancet": "L"}, all_authors=True), library)
    assert dict(options.journal_table) == {"the lancet": "L", "Clinical Rheumatology": "Clin Rheumatol"}
    assert (options.journals, options.all_authors) == ("full", True)


def test_a_lock_that_is_none_and_a_library_without_a_file_cost_no_list(tmp_path):
    (tmp_path / "refs.lock").write_text("{", "utf-8")
    broken = with_locked_titles(Options(journal_table={"A": "B"}), Library(tmp_path / "refs.bib", "", ()))
    assert dict(broken.journal_table) == {"A": "B"}
    nowhere = Options()
    assert with_locked_titles(nowhere, LIBRARY) is nowhere


CITED = bibtex(
    """@book{ames, author = {Ames, Ada}, title = {Ants}, year = 2001}
    @book{ames2, author = {Ames, Ada}, title = {Bees}, year = 2001}
    @book{bell, author = {Bell, Bob and Carr, Cy}, title = {Cats}, year = 2002}""",
    None,
)


@pytest.mark.parametrize(
    ("keys", "how", "written"),
    [
        (["bell", "ames2"], {}, "(Ames, 2001b; Bell & Carr, 2002)"),
        (["bell"], {"locators": {"bell": "p. 3"}}, "(Bell & Carr, 2002, p. 3)"),
        (["bell"], {"in_sentence": True}, "Bell and Carr (2002)"),
        (["bell", "ames"], {"style": "vancouver"}, "(1,3)"),
        (["bell"], {"to": "html"}, "(Bell &amp; Carr, 2002)"),
    ],
)
def test_citations(keys, how, written):
    assert bibproof.cite(CITED, keys, **how) == written


@pytest.mark.parametrize(("keys", "how"), [(["nobody"], {}), ([], {}), (["bell"], {"to": "docx"})])
def test_citations_that_make_no_sense(keys, how):
    with pytest.raises(UsageError):
        bibproof.cite(CITED, keys, **how)


def test_a_list_from_python():
    html = bibproof.render(CITED, keys=["bell"])
    assert "Bell, B., &amp; Carr, C. (2002)." in html
    text = bibproof.render(CITED, "vancouver", "text", keys=["bell", "ames"])
    assert [line[:7] for line in text.splitlines()] == ["1. Bell", "2. Ames"]
    assert [entry.key for entry in bibproof.list_entries(CITED)] == ["ames", "ames2", "bell"]
    with pytest.raises(UsageError, match="docx is no text"):
        bibproof.render(CITED, to="docx")
    with pytest.raises(UsageError, match="'pdf'"):
        bibproof.render(CITED, to="pdf")
    with pytest.raises(UsageError, match="'harvard'"):
        bibproof.render(CITED, "harvard")


def test_a_notebook_shows_a_library_as_a_list():
    shown = CITED._repr_html_()
    assert shown == bibproof.render(CITED, style="apa", to="html")


def test_a_citation_is_written_with_the_options_of_the_list(tmp_path):
    style = tmp_path / "style.csl"
    style.write_text(by_date().replace('<text variable="locator"/>', '<text variable="container-title"/>'))
    entry = "@article{a, author={Ames, A}, title={T}, journal={Journal of Testing}, year=2001}"
    library = bibtex(entry, None)
    options = bibproof.Options(journals="abbreviated", journal_table={"Journal of Testing": "J Test"})
    assert bibproof.cite(library, ["a"], str(style), options=options) == "(Ames, 2001, J Test)"
