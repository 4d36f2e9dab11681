"""CSL styles by way of pandoc: lists, citations, and files that are no style."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bibproof.errors import FileError, UsageError
from bibproof.listing import Citation, Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.pandoc import _program, csl_style
from bibproof.pandoc._csl_json import Wires, items
from bibproof.pandoc._style_file import read_style
from bibproof.readers.bibtex import bibtex
from bibproof.richtext import Face, Run, plain
from styles_in_csl import by_date, numbered


def reference(key, title, family="Ames", year=2001, **more):
    work = Work(
        type="article-journal", title=title, authors=(Person(family, "Ada"),), issued=Date(year), **more
    )
    return Reference(key, work, Span(0, 0), Span(0, 0))


LIST = (
    reference("z", "The zoo", "Zorn", 2003),
    reference("b", "Bees at night"),
    reference("a", "Ants by day"),
)


@pytest.fixture
def style(tmp_path):
    def style(text):
        path = tmp_path / "style.csl"
        path.write_text(text, "utf-8")
        return csl_style(path)

    return style


def texts(entries):
    return [(entry.key, entry.number, plain(entry.text)) for entry in entries]


def test_a_style_by_date_sorts_and_adds_letters_although_it_does_not_say_so(style):
    assert texts(style(by_date()).entries(LIST, Options())) == [
        ("a", None, "Ames. 2001a. Ants by day."),
        ("b", None, "Ames. 2001b. Bees at night."),
        ("z", None, "Zorn. 2003. The zoo."),
    ]


def test_a_style_that_says_how_it_tells_works_apart_is_left_alone(style):
    written = style(by_date('<citation disambiguate-add-givenname="true" et-al-min="3">'))
    assert b"disambiguate-add-year-suffix" not in written.text
    assert b'et-al-min="3"' in written.text


def test_numbers_written_as_a_list_s_are_the_entry_s_and_others_are_text(style):
    assert texts(style(numbered()).entries(LIST, Options())) == [
        ("z", 1, "The zoo"),
        ("b", 2, "Bees at night"),
        ("a", 3, "Ants by day"),
    ]
    assert texts(style(numbered("[", "] ")).entries(LIST[:1], Options())) == [("z", None, "[1] The zoo")]


def test_citations(style):
    dated, by_number = style(by_date()), style(numbered())
    group = [Citation("b", "p. 3"), Citation("z")]
    assert plain(dated.cite(LIST, group, Options())) == "(Ames, 2001b, 3; Zorn, 2003)"
    assert plain(dated.cite_in_sentence(LIST, group, Options())) == "Ames (2001b, 3) and Zorn (2003)"
    everything = [Citation(key) for key in ("a", "b", "z")]
    assert plain(dated.cite_in_sentence(LIST, everything, Options())) == (
        "Ames (2001a), Ames (2001b), and Zorn (2003)"
    )
    assert plain(by_number.cite(LIST, [Citation("a"), Citation("z")], Options())) == "[3,1]"
    with pytest.raises(KeyError):
        dated.cite(LIST, [Citation("nobody")], Options())


def test_an_empty_list_needs_no_pandoc(style, monkeypatch):
    written = style(by_date())
    monkeypatch.setattr("bibproof.pandoc._csl.pandoc", None)
    assert written.entries((), Options()) == []


def test_faces_links_and_formulas_come_back(style):
    title = (
        Run("On "),
        Run("E. coli", Face.ITALIC),
        Run(" and "),
        Run("x2", tex="x^2"),
        Run(" in H"),
        Run("2", Face.SUBSCRIPT),
    )
    work = reference("k", "On E. coli", rich={"title": title}, url="https://example.org/a_b")
    (entry,) = style(by_date(title='<text variable="title"/>')).entries([work], Options())
    assert Run("E. coli", Face.ITALIC) in entry.text
    assert Run("x2", tex="x^2") in entry.text
    assert Run("2", Face.SUBSCRIPT) in entry.text
    assert Run("https://example.org/a_b", href="https://example.org/a_b") in entry.text


@pytest.mark.parametrize(
    "title",
    [
        "A <i>title</i> with <b>tags</b> & <script>alert(1)</script>",
        "Costs of $5 and `code` in *stars* with \\input{x} [x](javascript:y) 100%",
        "One &lt;entity&gt; @nobody {braces}",
        "Letters of private use \U000f0001",
    ],
)
def test_what_is_in_a_title_is_text(style, title):
    (entry,) = style(by_date()).entries([reference("k", title)], Options())
    assert title.replace("\U000f0001", "\ufffd") in plain(entry.text)
    assert {run.tex for run in entry.text} == {None}


def test_keys_may_be_anything_and_be_there_twice(style):
    twice = [reference("*", "One"), reference("a b,{c}", "Two"), reference("*", "Three")]
    assert texts(style(numbered()).entries(twice, Options())) == [
        ("*", 1, "One"),
        ("a b,{c}", 2, "Two"),
        ("*", 3, "Three"),
    ]


def test_what_a_style_does_not_print_is_told(style):
    nothing = style(numbered().replace('<text variable="title"/>', "").replace("flush", "margin"))
    (entry,) = nothing.entries([reference("k", "A title")], Options())
    assert entry.text == ()
    assert entry.problems


def test_who_is_an_author_by_a_role_is_named_in_it():
    director = Person("Poe", "Eve", role="Director")
    work = Work(type="motion_picture", authors=(director,), people={"director": (Person("Poe", "Eve"),)})
    (sent,) = items([Reference("k", work, Span(0, 0), Span(0, 0))], Options(), Wires())
    assert "author" not in sent
    assert sent["director"] == [{"family": "Poe", "given": "Eve"}]


@pytest.mark.parametrize(
    ("kind", "page", "number"),
    [("article-journal", None, "e12"), ("article-journal", "e12", "e12"), ("paper-conference", "e12", None)],
)
def test_an_article_s_number_is_no_page(kind, page, number):
    work = Work(type=kind, page=page, article_number="e12")
    (sent,) = items([Reference("k", work, Span(0, 0), Span(0, 0))], Options(), Wires())
    assert sent.get("number") == number
    assert sent.get("page") == (None if number else "e12")


def test_dates_of_every_kind():
    periods = {
        "issued": Period(Date(2003), is_open=True),
        "original-date": Period(Date(1999, 5, 1), Date(1999, 5, 4), circa=True),
        "event-date": Period(Date(2001), season=2),
        "accessed": Period(literal="in spring"),
    }
    (sent,) = items([Reference("k", Work(periods=periods), Span(0, 0), Span(0, 0))], Options(), Wires())
    assert sent["issued"] == {"date-parts": [[2003], [0]]}
    assert sent["original-date"] == {"date-parts": [[1999, 5, 1], [1999, 5, 4]], "circa": True}
    assert sent["event-date"] == {"date-parts": [[2001]], "season": 2}
    assert sent["accessed"] == {"literal": "in spring"}


def test_a_label_stands_behind_names_that_are_not_spelled_out(style):
    names = '<names variable="editor"><label prefix=", "/></names>'
    edited = reference("k", "A title", editors=(Person("Poe", "Eve"),))
    (entry,) = style(by_date(names=names)).entries([edited], Options())
    assert plain(entry.text).startswith("Eve Poe, editor. 2001")


def test_names_that_stand_for_others_keep_their_form(style):
    others = '<substitute><names variable="editor"/></substitute>'
    names = f'<names variable="author"><name form="short"/>{others}</names>'
    edited = Reference("k", Work(title="A title", editors=(Person("Poe", "Eve"),)), Span(0, 0), Span(0, 0))
    (entry,) = style(by_date(names=names)).entries([edited], Options())
    assert plain(entry.text) == "Poe. A title."


def test_a_list_of_authors_that_goes_on(style):
    cited = replace(LIST[0], work=replace(LIST[0].work, et_al=True))
    (entry,) = style(by_date()).entries([cited], Options())
    assert plain(entry.text) == "Zorn et al. 2003. The zoo."


def test_journals_are_called_as_the_user_says(style):
    cited = [reference("k", "A title", container_title="Journal of Testing")]
    table = {"Journal of Testing": "J Test"}
    for options, title in (
        (Options(), "Journal of Testing"),
        (Options(journal_table=table), "J Test"),
        (Options("full", table), "Journal of Testing"),
        (Options("abbreviated", table), "J Test"),
    ):
        (entry,) = style(by_date()).entries(cited, options)
        assert plain(entry.text) == f"Ames. 2001. A title. {title}."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no CSL style"),
        ("<style", "no CSL style"),
        ("<html/>", "this is XML, but no CSL style"),
        ("<!DOCTYPE style [<!ENTITY a 'b'>]>" + by_date().partition("?>")[2], "DOCTYPE"),
        (
            by_date(info='<link rel="independent-parent" href="http://www.zotero.org/styles/other"/>'),
            "only points to http://www.zotero.org/styles/other",
        ),
        ('<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', "no reference list"),
    ],
)
def test_what_is_no_style_is_said_in_one_line(tmp_path, text, said):
    path = tmp_path / "style.csl"
    path.write_text(text, "utf-8")
    with pytest.raises(FileError, match=r"^\S*style\.csl: [^\n]*$") as raised:
        csl_style(path)
    assert said in str(raised.value)


def test_a_style_that_is_not_there(tmp_path):
    for path in (tmp_path / "none.csl", tmp_path, Path("a\0b.csl")):
        with pytest.raises(FileError, match=r"check the path$"):
            csl_style(path)


def test_the_user_s_file_is_not_touched(tmp_path):
    path = tmp_path / "style.csl"
    path.write_text(by_date(), "utf-8")
    assert read_style(path) != path.read_bytes()
    assert path.read_text("utf-8") == by_date()


def test_what_pandoc_refuses_names_the_user_s_file(style, tmp_path):
    broken = style(by_date().replace("citation>", "quotation>"))
    with pytest.raises((FileError, UsageError), match=r"^pandoc refused: [^\n]*$"):
        broken.entries(LIST, Options())


def test_without_pandoc_it_is_said_what_to_install(style, monkeypatch):
    monkeypatch.setattr(_program, "find_spec", lambda _: None)
    monkeypatch.setattr(_program.shutil, "which", lambda _: None)
    _program.path.cache_clear()
    try:
        with pytest.raises(UsageError, match=r"pip install 'bibproof\[csl\]'"):
            style(by_date()).entries(LIST, Options())
    finally:
        _program.path.cache_clear()


def test_pandoc_is_not_waited_for_without_end(style, monkeypatch):
    monkeypatch.setattr(_program, "_SECONDS", 0.001)
    monkeypatch.setattr(_program, "_SECONDS_AN_ENTRY", 0)
    with pytest.raises(UsageError, match="was stopped"):
        style(by_date()).entries(LIST, Options())


@pytest.mark.parametrize(
    ("title", "subtitle", "sent"),
    [
        ("Sleep: A Review of Dreams", None, "Sleep: A review of dreams"),
        ("Sleep: a review of dreams", None, "Sleep: a review of dreams"),
        ("Sleep and dreams", "a review", "Sleep and dreams: a review"),
        ("What Is Sleep?", "A Review", "What is sleep? A review"),
        ("The Big Book: A Small Guide", None, "The big book: A small guide"),
    ],
)
def test_behind_a_colon_stands_what_the_user_wrote(title, subtitle, sent):
    (item,) = items([reference("k", title, subtitle=subtitle)], Options(), Wires())
    assert item["title"] == sent


@pytest.mark.parametrize(
    ("more", "sent"),
    [
        ({"number": "9367592", "variables": {"jurisdiction": "U.S.", "authority": "Acme"}}, "U.S. Patent"),
        ({"number": "US 9367592", "variables": {"authority": "Acme"}}, "Patent"),
    ],
)
def test_a_patent_is_granted_by_an_office_not_by_who_holds_it(more, sent):
    work = Work(type="patent", title="A trap", **more)
    (item,) = items([Reference("k", work, Span(0, 0), Span(0, 0))], Options(), Wires())
    assert (item["genre"], item["authority"]) == (sent, "U.S. Patent and Trademark Office")


def test_the_site_of_a_video_publishes_it():
    entry = "@misc{a, title={T}, howpublished={YouTube}, url={https://youtu.be/a}}"
    (item,) = items(bibtex(entry, None).references, Options(), Wires())
    assert item["publisher"] == "YouTube"
    assert "note" not in item


def test_a_thesis_is_its_university_s_whatever_archive_has_it():
    entry = r"@thesis{a, title={T}, institution={Oslo}, type={phdthesis}, publisher={A \& B}, date=2019}"
    (item,) = items(bibtex(entry, None).references, Options(), Wires())
    assert (item["publisher"], item["archive"]) == ("Oslo", "A & B")
    entry = r"@book{a, title={T}, publisher={Wiley \& Sons and Springer}, date=2019}"
    (item,) = items(bibtex(entry, None).references, Options(), Wires())
    assert item["publisher"] == "Wiley & Sons; Springer"


def test_the_subtitle_of_the_whole_is_sent():
    entry = "@incollection{a, title={T}, booktitle={The Big Book}, booksubtitle={A Guide}, year=2019}"
    (item,) = items(bibtex(entry, None).references, Options(), Wires())
    assert item["container-title"] == "The big book: A guide"
