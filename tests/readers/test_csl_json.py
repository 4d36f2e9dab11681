"""CSL-JSON as it is written by reference managers, and as it is not."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bibproof.edits import doi_insertion, doi_replacement, replacement
from bibproof.evidence import Case, Record
from bibproof.model import Date, Period, Person, Span, Work
from bibproof.readers import read_file
from bibproof.readers.csl_json import csl_json
from bibproof.richtext import Face, Run

_ARTICLE = {
    "id": "roe2018",
    "type": "article-journal",
    "title": "Bees and wax",
    "author": [{"family": "Roe", "given": "Richard"}, {"literal": "Bee Group"}],
    "container-title": "Bee Studies",
    "journalAbbreviation": "Bee Stud",
    "volume": 12,
    "issue": "3",
    "page": "101–109",
    "issued": {"date-parts": [["2018", 3, "5"]]},
    "DOI": "https://doi.org/10.5555/AbC",
    "ISSN": "1234-5678",
    "accessed": {"date-parts": [[2020, 1, 2]]},
    "custom": {"x": 1},
}


def work_of(**item):
    (reference,) = csl_json(json.dumps([item], ensure_ascii=False), None)
    return reference.work


def test_an_article():
    text = json.dumps([_ARTICLE], indent=2, ensure_ascii=False)
    library = csl_json(text, None)
    assert library.broken == ()
    assert not library.is_bibtex
    reference = library["roe2018"]
    work = reference.work
    assert (work.type, work.title, work.container_title) == ("article-journal", "Bees and wax", "Bee Studies")
    assert work.authors == (Person("Roe", "Richard"), Person(literal="Bee Group"))
    assert (work.volume, work.issue, work.page, work.number) == ("12", "3", "101-109", None)
    assert (work.issued, work.dates, work.accessed) == (
        Date(2018, 3, 5),
        (Date(2018, 3, 5),),
        Date(2020, 1, 2),
    )
    assert (work.doi, work.issn) == ("10.5555/abc", ("1234-5678",))
    assert work.variables == {"container-title-short": "Bee Stud", "DOI": "10.5555/AbC"}
    assert work.other_container_titles == ("Bee Stud",)
    assert (work.rich, work.people, work.periods, work.related) == ({}, {}, {}, {})


def test_where_everything_stands():
    text = json.dumps([_ARTICLE], indent=2, ensure_ascii=False)
    (reference,) = csl_json(text, None)

    def written(span):
        return text[span.start : span.end]

    assert written(reference.span)[0] + written(reference.span)[-1] == "{}"
    assert written(reference.key_span) == "roe2018"
    assert written(reference.fields["title"]) == "Bees and wax"
    assert written(reference.fields["volume"]) == "12"
    assert written(reference.span_of("journal")) == "Bee Studies"
    assert json.loads(written(reference.span_of("year"))) == _ARTICLE["issued"]
    assert written(reference.span_of("doi")) == _ARTICLE["DOI"]
    assert written(reference.span_of("pages")) == "101–109"
    assert reference.span_of("abstract") == reference.key_span


def test_the_same_under_bibtex_s_names():
    (reference,) = csl_json(json.dumps([_ARTICLE]), None)
    assert reference.entry_type == "article"
    assert reference.values["author"] == "Roe, Richard and {Bee Group}"
    assert reference.values["journal"] == "Bee Studies"
    assert reference.values["pages"] == "101--109"
    assert reference.values["doi"] == "https://doi.org/10.5555/AbC"
    assert reference.values.get("editor", "") == ""


def test_no_edit_is_offered_in_a_file_that_is_no_bibtex():
    library = csl_json(json.dumps([_ARTICLE]), None)
    record = Record("crossref", Work(title="Wax", doi="10.5555/x", volume="13"))
    case = Case(library["roe2018"], library, by_doi={"10.5555/abc": record})
    assert doi_insertion(case, "10.5555/x") is None
    assert doi_replacement(case, record) is None
    assert replacement(case, "volume") is None


@pytest.mark.parametrize("name", ["a.json", "a.JSON"])
def test_the_suffix_leads_here(tmp_path, name):
    path = tmp_path / name
    path.write_text(json.dumps([_ARTICLE]), encoding="utf-8")
    assert [reference.key for reference in read_file(path)] == ["roe2018"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", []),
        ("\ufeff \n", []),
        ("[]", []),
        ('{"id": "a", "title": "T"}', ["a"]),
        ('{"items": [{"id": 1, "title": "T"}]}', ["1"]),
        ('{"id": "a", "title": "T"}\n{"id": "b", "title": "T"}', ["a", "b"]),
        (
            '[{"title": "T"}, {"DOI": "10.5555/a"}, {"citation-key": "c", "title": "T"}]',
            ["item1", "10.5555/a", "c"],
        ),
    ],
)
def test_shapes_of_files(text, keys):
    library = csl_json(text, None)
    assert [reference.key for reference in library] == keys
    assert library.broken == ()


@pytest.mark.parametrize(
    ("text", "keys", "at", "reason"),
    [
        ("no JSON", [], (1, 1), "this is no JSON list"),
        ('[\n{"id": "a", "title": "T"', [], (2, 24), 'expected "," or "}" behind the value of "title"'),
        (
            '[{"id": "a", "title" "T"}, {"id": "b", "title": "T"}]',
            ["b"],
            (1, 14),
            'expected ":" behind "title"',
        ),
        ('[{"id": "a", "title": tru}, {"id": "b", "title": "T"}]', ["b"], (1, 23), "expected a value"),
        ('[{"id": "a", "x": 1,, "y": 2}, {"id": "b", "title": "T"}]', ["b"], (1, 21), "expected a name"),
        ("[{'id': 'a'}]", [], (1, 3), "expected a name in quotation marks"),
        ('[7, {"id": "b", "title": "T"}]', ["b"], (1, 2), "this is no work"),
        (
            '[{"id": "b", "title": "T"} {"id": "c", "title": "T"}]',
            ["b", "c"],
            (1, 26),
            'expected "," between',
        ),
        ('[{"id": "b", "title": "T"} x]', ["b"], (1, 26), 'expected "," between'),
        ('[{"id": "b", "title": "T"}', ["b"], (1, 26), "the list is not closed"),
        ('[{"id": "b", "title": "T"}] x', ["b"], (1, 29), "this is no JSON list"),
        ('[{"id": "b", "title": "T"}, {"id": "c"}]', ["b", "c"], (1, 29), "an item that says nothing"),
        ('[{"id": "a", "x": ' + "[" * 100_000 + "}]", [], (1, 2), "its brackets are not paired"),
        ('[{"id": "a", "x": ' + "9" * 5000 + "}]", [], (1, 19), "broken JSON"),
        ('[{"id": "a", "x": "\\x"}]', [], (1, 20), "broken JSON: invalid \\escape"),
    ],
)
def test_what_is_broken_is_told_and_the_rest_is_read(text, keys, at, reason):
    library = csl_json(text, None)
    assert [reference.key for reference in library] == keys
    told = {broken.reason: library.position(broken.span.start) for broken in library.broken}
    (position,) = [position for text, position in told.items() if reason in text]
    assert (position.line, position.column) == at


@pytest.mark.parametrize(
    ("title", "plain", "runs"),
    [
        ("p < 0.05 & a<b", "p < 0.05 & a<b", None),
        ("On <i>Apis mellifera</i>", "On Apis mellifera", (Run("On "), Run("Apis mellifera", Face.ITALIC))),
        ("CO<sub>2</sub>", "CO2", (Run("CO"), Run("2", Face.SUBSCRIPT))),
        (
            "<b>a <i>b</i></b><sup>c</sup>",
            "a bc",
            (Run("a ", Face.BOLD), Run("b", Face.BOLD | Face.ITALIC), Run("c", Face.SUPERSCRIPT)),
        ),
        (
            '<span class="nocase">Roe</span> <span style="font-variant:small-caps;">bc</span> <sc>d</sc>',
            "Roe bc d",
            (
                Run("Roe", Face.KEPT),
                Run(" "),
                Run("bc", Face.SMALL_CAPS),
                Run(" "),
                Run("d", Face.SMALL_CAPS),
            ),
        ),
        ("&lt;i&gt;x&lt;/i&gt; &amp; y", "x & y", (Run("x", Face.ITALIC), Run(" & y"))),
        ("<script>alert(1)</script>", "<script>alert(1)</script>", None),
        ("an <i>open tag", "an <i>open tag", None),
        ("a stray</i> end", "a stray</i> end", None),
        (
            "with $\\alpha_1$ and \\(x\\)",
            "with α₁ and x",
            (Run("with "), Run("α₁", tex="\\alpha_1"), Run(" and "), Run("x", tex="x")),
        ),
        ("costs $5 and $10, or $ 3", "costs $5 and $10, or $ 3", None),
        ("A \\& B \\#c", "A & B #c", None),
        ("line<br/>break", "line break", None),
        ("\ud800x", "\ufffdx", None),
    ],
)
def test_markup(title, plain, runs):
    (reference,) = csl_json(json.dumps([{"id": "a", "title": title}]), None)
    assert reference.work.title == plain
    assert reference.work.rich.get("title") == runs


_GIVEN = {"family": "Roe", "given": "Richard"}


@pytest.mark.parametrize(
    ("name", "people"),
    [
        (
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            [Person("Berg", "Jan", "van den")],
        ),
        ({"family": "Roe", "given": "R", "dropping-particle": "von"}, [Person("Roe", "R von")]),
        ({"family": "van der Waals", "given": "J. D."}, [Person("Waals", "J. D.", "van der")]),
        ({"family": "d'Artagnan", "given": "C."}, [Person("d'Artagnan", "C.")]),
        ({**_GIVEN, "suffix": "Jr.", "comma-suffix": True}, [Person("Roe", "Richard", None, "Jr.")]),
        ({"family": "Roe, Jr.", "given": "R."}, [Person("Roe", "R.", None, "Jr.")]),
        ({"family": "Roe III", "given": "R."}, [Person("Roe", "R.", None, "III")]),
        ({"family": "Roe", "given": "R., Sr."}, [Person("Roe", "R.", None, "Sr.")]),
        ({"family": "ROE", "given": "R."}, [Person("ROE", "R.")]),
        ({"family": "Aristotle"}, [Person("Aristotle")]),
        ({"family": "World Bee Organization", "given": ""}, [Person(literal="World Bee Organization")]),
        ({"literal": "Bees &amp; Co"}, [Person(literal="Bees & Co")]),
        ({"family": "Bee Board", "given": "x", "isInstitution": 1}, [Person(literal="Bee Board")]),
        ({"given": "Sting"}, [Person("Sting")]),
        ({"name": "Bee Group"}, [Person(literal="Bee Group")]),
        ("Roe, R. and Doe, D.", [Person("Roe", "R."), Person("Doe", "D.")]),
        ({"family": 7}, []),
        ({}, []),
        (None, []),
    ],
)
def test_names(name, people):
    assert list(work_of(title="T", author=[name]).authors) == people


def test_a_list_of_names_that_goes_on():
    work = work_of(title="T", author=[_GIVEN, {"literal": "others"}], editor="Doe, D.", translator=_GIVEN)
    assert (work.authors, work.et_al) == ((Person("Roe", "Richard"),), True)
    assert (work.editors, work.people) == (
        (Person("Doe", "D."),),
        {"translator": (Person("Roe", "Richard"),)},
    )


@pytest.mark.parametrize(
    ("issued", "date", "period"),
    [
        ({"date-parts": [[2018]]}, Date(2018), None),
        ({"date-parts": [[2018, 13]]}, Date(2018), Period(Date(2018), season=1)),
        ({"date-parts": [[2018, 2, 30]]}, Date(2018, 2), None),
        (
            {"date-parts": [["2018", "4", "26"], [2018, 4, 29]]},
            Date(2018, 4, 26),
            Period(Date(2018, 4, 26), Date(2018, 4, 29)),
        ),
        ({"date-parts": [[-350]], "circa": True}, Date(-350), Period(Date(-350), circa=True)),
        ({"date-parts": [[2018]], "season": "Winter"}, Date(2018), Period(Date(2018), season=4)),
        ({"raw": "12 March 2019"}, Date(2019, 3, 12), None),
        ({"raw": "2019-03/2019-05"}, Date(2019, 3), Period(Date(2019, 3), Date(2019, 5))),
        ({"literal": "2019"}, Date(2019), None),
        ({"literal": "the spring after"}, None, Period(literal="the spring after")),
        ({"literal": "n.d."}, None, None),
        ({"edtf": "1850~"}, Date(1850), Period(Date(1850), circa=True)),
        ("2019-03", Date(2019, 3), None),
        (2019, Date(2019), None),
        ([[2019, 3]], Date(2019, 3), None),
        ({"date-parts": [[None]]}, None, None),
        ({"date-parts": [["x"]]}, None, None),
        ({"date-parts": 5}, None, None),
        (True, None, None),
    ],
)
def test_dates(issued, date, period):
    work = work_of(title="T", issued=issued)
    assert (work.issued, work.periods.get("issued")) == (date, period)


@pytest.mark.parametrize(
    "item", [{"issued": {"literal": "In press"}}, {"status": "inpress"}, {"status": "in press"}]
)
def test_status(item):
    work = work_of(title="T", **item)
    assert (work.issued, work.variables, work.periods) == (None, {"status": "in press"}, {})


@pytest.mark.parametrize(
    ("written", "csl_type"),
    [
        ("article-journal", "article-journal"),
        ("legal_case", "legal_case"),
        ("legal-case", "legal_case"),
        ("Journal-Article", "article-journal"),
        ("posted-content", "article"),
        ("nonsense", "document"),
        (None, "document"),
        (7, "document"),
    ],
)
def test_types(written, csl_type):
    assert work_of(title="T", type=written).type == csl_type


def test_a_part_of_a_larger_whole():
    episode = work_of(
        type="motion_picture", genre="tvepisode", title="<i>The</i> Hive", **{"volume-title": "Swarm"}
    )
    assert (episode.type, episode.genre) == ("broadcast", "TV series episode")
    assert (episode.title, episode.container_title) == ("Swarm", "The Hive")
    assert "title" not in episode.rich
    assert "container-title" in episode.rich
    volume = work_of(type="book", title="Handbook", volume=2, **{"volume-title": "Wax"})
    assert (volume.title, volume.container_title, volume.volume) == ("Wax", "Handbook", "2")
    chapter = work_of(type="chapter", title="Comb", **{"container-title": "Handbook", "volume-title": "Wax"})
    assert (chapter.title, chapter.container_title) == ("Comb", "Handbook")
    assert chapter.variables["volume-title"] == "Wax"


def test_what_stands_under_older_names():
    work = work_of(type="document", title="T", event="Bee Days", shortTitle="S", pages="1-2", doi="10.5555/a")
    assert work.type == "speech"
    assert work.variables == {"event-title": "Bee Days", "title-short": "S"}
    assert (work.page, work.doi, work.other_titles) == ("1-2", "10.5555/a", ("S",))


def test_the_number_of_an_article():
    work = work_of(type="article-journal", title="T", number="e12")
    assert (work.article_number, work.number, work.page) == ("e12", None, None)
    located = work_of(type="article-journal", title="T", page="e0209899")
    assert (located.article_number, located.page) == ("e0209899", "e0209899")
    assert work_of(type="report", title="T", number="7").number == "7"


def test_identifiers():
    work = work_of(
        title="T", URL="https://doi.org/10.5555/a", number="arXiv:2001.01234", ISBN="978-3-16-148410-0"
    )
    assert (work.doi, work.eprint, work.eprint_type) == ("10.5555/a", "2001.01234", "arxiv")
    assert work.isbn == ("978-3-16-148410-0",)
    medical = work_of(title="T", PMID=12140307, PMCID="PMC1")
    assert (medical.pmid, medical.eprint_type) == ("12140307", "pubmed")
    assert medical.variables == {"PMID": "12140307", "PMCID": "PMC1"}


def test_a_film_without_authors_is_its_directors():
    work = work_of(type="motion_picture", title="T", director=[_GIVEN])
    assert work.authors == (Person("Roe", "Richard", role="Director"),)
    assert work.people["director"] == (Person("Roe", "Richard"),)


def test_a_review_is_of_a_work():
    work = work_of(type="review", title="T", **{"reviewed-title": "<i>B</i>", "reviewed-author": [_GIVEN]})
    reviewed = work.related["reviewof"]
    assert (reviewed.title, reviewed.authors) == ("B", (Person("Roe", "Richard"),))
    assert reviewed.rich["title"] == (Run("B", Face.ITALIC),)


def test_variables_in_the_note():
    note = (
        "tex.key: x\nType: dataset\nOriginal Date: 1899\nTranslator: Roe || R.\nPMID: 7\n"
        "Seen: by me {:status: in press}"
    )
    work = work_of(type="book", title="T", note=note)
    assert (work.type, work.pmid, work.note) == ("dataset", "7", "Seen: by me")
    assert work.periods["original-date"] == Period(Date(1899))
    assert work.people["translator"] == (Person("Roe", "R."),)
    assert work.variables["status"] == "in press"
    assert work_of(title="T", note="Two: three").note == "Two: three"


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3000, 3000)
    | st.floats()
    | st.text(alphabet="aB<i>/&;$\\ .,-1é", max_size=12)
    | st.sampled_from(["in press", "0", "2019-99", "<i>", "Roe, Jr.", "a: b\nvolume: 3", "$x^2$"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season", "circa", "suffix"]),
            inner,
        )
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                *(
                    "id",
                    "type",
                    "title",
                    "author",
                    "issued",
                    "page",
                    "DOI",
                    "note",
                    "genre",
                    "number",
                    "URL",
                    "edition",
                ),
                *(
                    "volume-title",
                    "container-title",
                    "event",
                    "status",
                    "accessed",
                    "director",
                    "ISBN",
                    "language",
                ),
            ]
        ),
        _VALUES,
        max_size=7,
    )
)
@settings(max_examples=300, deadline=None)
def test_no_content_raises(item):
    library = csl_json(json.dumps([item]), None)
    (reference,) = library
    assert reference.span == Span(1, len(library.text) - 1)
    assert set(reference.values) >= set()


@given(st.text(alphabet='[]{}":,\\ ab1\n', max_size=40))
@example("[][]")
@example(" [] {} [")
@settings(max_examples=300, deadline=None)
def test_no_text_raises(text):
    library = csl_json(text, None)
    try:
        json.loads(text)
    except ValueError:
        is_json = False
    else:
        is_json = True
    assert is_json or not text.strip() or library.broken or len(library)


def test_a_podcast_as_zotero_writes_it():
    item = {"type": "song", "title": "T", "collection-title": "Serial", "number": "12"}
    work = work_of(**item, URL="https://serial.org")
    assert (work.type, work.container_title, work.collection_title) == ("broadcast", "Serial", None)
    assert (work.number, work.genre) == ("12", "Audio podcast episode")
    assert work_of(**item, publisher="Label", URL="https://x.org").type == "song"


def test_the_number_of_a_patent_alone():
    work = work_of(type="patent", number="U.S. Patent No. 9,367,592")
    assert (work.number, work.variables["jurisdiction"]) == ("9,367,592", "U.S.")
    work = work_of(type="patent", number="1", genre="patentde")
    assert (work.genre, work.variables["jurisdiction"]) == ("Patent", "German")


def test_the_colon_of_library_catalogues():
    work = work_of(type="chapter", title="<i>Home</i> : notes", **{"container-title": "Books : a list"})
    assert (work.title, work.container_title) == ("Home: notes", "Books: a list")
    assert "".join(run.text for run in work.rich["title"]) == "Home: notes"
    assert work_of(type="book", publisher="Chicago : ALA").publisher == "Chicago : ALA"


@pytest.mark.parametrize("where", [{"source": "YouTube"}, {"URL": "https://www.youtube.com/watch?v=a"}])
def test_a_video_on_a_site_is_of_who_put_it_there(where):
    work = work_of(type="motion_picture", title="T", director=[{"literal": "Uni"}], **where)
    assert (work.genre, work.authors, dict(work.people)) == ("Video", (Person(literal="Uni"),), {})
    assert work_of(type="motion_picture", title="T", genre="Film", **where).genre == "Film"


def test_a_review_is_of_a_book_unless_it_says_otherwise():
    work = work_of(type="review-book", **{"reviewed-title": "T"})
    assert work.related["reviewof"].type == "book"


def test_a_post_keeps_its_letters():
    title = "So Glad To Be HERE with <i>You</i>"
    runs = work_of(type="post", title=title).rich["title"]
    assert [run.text for run in runs] == ["So Glad To Be HERE with ", "You"]
    assert all(Face.KEPT in run.face for run in runs)
    assert "title" not in work_of(type="webpage", title="So Glad To Be HERE").rich
