"""DataCite: what it is asked, what its records come to, and what is made of a reference to them."""

from __future__ import annotations

import json
from datetime import date

import pytest

import bibproof
from bibproof.cache import Cache, NoCache
from bibproof.evidence import Found, NotFound, Unavailable
from bibproof.http import Client
from bibproof.model import Date, Person
from bibproof.sources._datacite_records import kept, record
from bibproof.sources.datacite import Datacite
from crossref_server import CUT, GARBAGE, LOGIN_PAGE, OVERLOADED, TOO_MANY, CrossrefServer, Response
from fake_time import FakeTime


def creator(family, given):
    return {"name": f"{family}, {given}", "nameType": "Personal", "givenName": given, "familyName": family}


ARXIV = {
    "doi": "10.48550/ARXIV.1108.1680",
    "identifiers": [{"identifier": "1108.1680", "identifierType": "arXiv"}],
    "creators": [creator("Dobra", "Adrian"), creator("Lenkoski", "Alex")],
    "titles": [
        {"title": "Copula Gaussian graphical models and their\n  application to functional disability"}
    ],
    "publisher": "arXiv",
    "container": {},
    "publicationYear": 2011,
    "dates": [
        {"date": "2013-08-11T12:00:00Z", "dateType": "Updated", "dateInformation": "v3"},
        {"date": "2011-08-08T19:45:12Z", "dateType": "Submitted", "dateInformation": "v1"},
        {"date": "2011", "dateType": "Issued"},
    ],
    "registered": "2022-02-14T00:00:00.000Z",
    "relatedIdentifiers": [{"relationType": "IsVersionOf", "relatedIdentifier": "10.1214/10-aoas397"}],
    "types": {"citeproc": "article-journal", "resourceType": "Article", "resourceTypeGeneral": "Preprint"},
    "state": "findable",
}
DATASET = {
    "doi": "10.5061/dryad.abc12",
    "creators": [creator("Okafor", "Maria"), {"name": "Estuary Survey Group", "nameType": "Organizational"}],
    "titles": [
        {"title": "Data from: Tidal mixing in shallow estuaries"},
        {"title": "Marées dans les estuaires", "titleType": "TranslatedTitle"},
    ],
    "publisher": {"name": "Dryad"},
    "container": {"type": "Series", "title": "Some collection"},
    "publicationYear": "2015",
    "dates": [{"date": "2015-03-02", "dateType": "Issued"}, {"date": "2010/2014", "dateType": "Collected"}],
    "types": {"resourceTypeGeneral": "Dataset"},
    "version": "2",
}
CONCEPT = DATASET | {
    "doi": "10.5281/zenodo.100",
    "publicationYear": 2023,
    "dates": [{"date": "2023-05-01", "dateType": "Issued"}],
    "registered": "2019-01-05T10:00:00.000Z",
    "relatedIdentifiers": [{"relationType": "HasVersion", "relatedIdentifier": "10.5281/zenodo.101"}],
}
SOFTWARE = {
    "doi": "10.5281/zenodo.200",
    "creators": [creator("Committer", "Carl"), {"name": "somebody42"}],
    "titles": [{"title": "estuary/tidal: Tidal v1.2.3"}],
    "publisher": "Zenodo",
    "publicationYear": 2020,
    "types": {"resourceTypeGeneral": "Software"},
}
ARTICLE = {
    "doi": "10.7554/article",
    "creators": [{"name": "Moreau, Ines"}],
    "titles": [{"title": "A catalogue of alpine mosses"}, {"title": "Part one", "titleType": "Subtitle"}],
    "publisher": "Bryological Press",
    "container": {
        "title": "Bryological Notes",
        "volume": "40",
        "issue": "2",
        "firstPage": "7",
        "lastPage": "31",
    },
    "publicationYear": 2009,
    "types": {"resourceTypeGeneral": "JournalArticle"},
}
ALL = (ARXIV, DATASET, CONCEPT, SOFTWARE, ARTICLE)
ASKED = tuple(str(one["doi"]).lower() for one in ALL)


def mapped(attributes, **changed):
    known = record(kept({"attributes": attributes | changed}, date(2026, 11, 1)))
    assert known is not None
    return known


# --- its records


def test_a_preprint():
    known = mapped(ARXIV)
    work = known.work
    assert (known.source, known.retrieved) == ("datacite", date(2026, 11, 1))
    assert (work.type, work.genre, work.doi) == ("article", "preprint", "10.48550/arxiv.1108.1680")
    assert work.title == "Copula Gaussian graphical models and their application to functional disability"
    assert [str(person) for person in work.authors] == ["Dobra, Adrian", "Lenkoski, Alex"]
    assert (work.issued, work.container_title, work.publisher) == (Date(2011), None, "arXiv")
    assert (work.eprint, work.eprint_type) == ("1108.1680", "arxiv")


def test_an_article_stands_in_its_container():
    work = mapped(ARTICLE).work
    assert (work.type, work.full_title) == ("article-journal", "A catalogue of alpine mosses: Part one")
    assert (work.container_title, work.volume, work.issue, work.page) == (
        "Bryological Notes",
        "40",
        "2",
        "7-31",
    )
    assert work.authors == (Person(family="Moreau", given="Ines"),)


def test_data_are_in_no_journal_and_may_be_cited_by_any_of_their_titles():
    work = mapped(DATASET).work
    assert (work.type, work.container_title, work.publisher) == ("dataset", None, "Dryad")
    assert work.other_titles[:2] == ("Marées dans les estuaires", "Tidal mixing in shallow estuaries")
    assert work.authors[1] == Person(literal="Estuary Survey Group")


@pytest.mark.parametrize(
    ("attributes", "years"),
    [
        (ARXIV, {2011, 2012, 2013}),  # from the first version to the last; the DOI was made long after
        (DATASET, {2015}),  # not when they were collected
        (CONCEPT, {2019, 2020, 2021, 2022, 2023}),
        (SOFTWARE, {2020}),
        (
            SOFTWARE | {"publicationYear": None, "dates": [{"date": "2018-02-31", "dateType": "Issued"}]},
            {2018},
        ),
        (SOFTWARE | {"publicationYear": 99999, "dates": None}, set()),
        (SOFTWARE | {"dates": [{"date": "0020-01-01", "dateType": "Issued"}]}, {20, 2020}),
    ],
)
def test_every_year_from_the_first_version_to_the_last_is_right(attributes, years):
    assert mapped(attributes).work.years == years


@pytest.mark.parametrize(
    ("title", "also"),
    [
        ("numpy/numpy: v1.14.0", "numpy"),
        ("estuary/tidal: Tidal v1.2.3", "Tidal v1.2.3"),
        ("estuary/tidal: Tidal v1.2.3", "estuary/tidal: Tidal"),
        ("A model of tides (version 2.1)", "A model of tides"),
        ("MOD09A1 Surface Reflectance 500m SIN Grid V006", "MOD09A1 Surface Reflectance 500m SIN Grid"),
        ("A model of tides", "A model of tides, version 2"),
        ("Occurrence Download", "GBIF Occurrence Download"),
    ],
)
def test_the_titles_that_programs_make(title, also):
    assert also in mapped(SOFTWARE, titles=[{"title": title}], version="v2").work.other_titles


@pytest.mark.parametrize("name", sorted(set(ARXIV) - {"doi"}))
@pytest.mark.parametrize(
    "value", [None, [], {}, "", "x", 7, [None], [7], [["x"]], {"a": {}}, [{}], [{"date": 3}]]
)
def test_a_field_may_hold_anything(name, value):
    assert mapped(ARXIV, **{name: value}).work.doi == "10.48550/arxiv.1108.1680"


@pytest.mark.parametrize(
    "item", [{}, {"attributes": []}, {"attributes": {"doi": 7}}, {"attributes": {"doi": ""}}]
)
def test_what_names_no_doi_is_no_record(item):
    assert record(kept(item, date(2026, 11, 1))) is None


# --- asking


@pytest.fixture
def client():
    time = FakeTime()
    with Client("jane.roe@example.org", clock=time.clock, sleep=time.sleep) as client:
        yield client


def source(client, server, cache=None):
    return Datacite(client, url=server.url, cache=cache or NoCache(), progress=lambda *_: None)


def test_all_are_asked_for_together_and_what_is_absent_singly(client):
    with CrossrefServer([], datacite=ALL) as server:
        answers = source(client, server).by_dois((*ASKED, "10.5281/zenodo.0"))
        assert [request.path for request in server.requests] == ["/dois", "/dois/10.5281%2Fzenodo.0"]
    assert [type(answers[doi]) for doi in ASKED] == [Found] * len(ASKED)
    assert answers["10.5281/zenodo.0"] == NotFound()


def test_many_dois_cost_few_requests_of_bounded_length(client):
    many = [DATASET | {"doi": f"10.5061/{number}-{'x' * (number % 100)}"} for number in range(300)]
    dois = tuple(one["doi"] for one in many)
    with CrossrefServer([], datacite=many) as server:
        answers = source(client, server).by_dois(dois)
        assert len(server.requests) <= 8
    assert all(isinstance(answers[doi], Found) for doi in dois)


@pytest.mark.parametrize("doi", ["10.5061/a,b", "10.5061/(c)<d>;2-#e?f", "10.5061/ü%41&g=h"])
def test_a_strange_doi_is_asked_for_whole(client, doi):
    with CrossrefServer([], datacite=[DATASET | {"doi": doi}]) as server:
        assert isinstance(source(client, server).by_dois((doi,))[doi], Found)


def test_a_version_of_an_eprint_has_the_record_of_all(client):
    asked = "10.48550/arxiv.1108.1680v2"
    with CrossrefServer([], datacite=ALL) as server:
        found = source(client, server).by_dois((asked,))[asked]
    assert isinstance(found, Found)
    assert found.record.work.doi == "10.48550/arxiv.1108.1680"


@pytest.mark.parametrize(
    "weather", [TOO_MANY, OVERLOADED, LOGIN_PAGE, CUT, GARBAGE, Response(200, b'{"data": 3}')]
)
def test_an_outage_is_no_absence(client, weather):
    with CrossrefServer([], datacite=ALL, weather=lambda _: weather) as server:
        answer = source(client, server).by_dois(ASKED[:1])[ASKED[0]]
    assert isinstance(answer, Unavailable)
    assert "jane.roe" not in answer.reason


def test_a_list_that_is_refused_is_asked_for_singly(client):
    def weather(request):
        return Response(400, b'{"errors": []}') if request.path == "/dois" else None

    with CrossrefServer([], datacite=ALL, weather=weather) as server:
        answers = source(client, server).by_dois(ASKED[:2])
    assert [type(answer) for answer in answers.values()] == [Found, Found]


def test_a_record_that_cannot_be_read_is_no_absence(client):
    body = json.dumps({"data": {"attributes": {"doi": 7}}}).encode()

    def weather(request):
        return None if request.path == "/dois" else Response(200, body)

    with CrossrefServer([], weather=weather) as server:
        assert isinstance(source(client, server).by_dois(ASKED[:1])[ASKED[0]], Unavailable)


def test_what_crossref_lacks_at_the_same_address_is_no_answer(client, tmp_path):
    cache = Cache.open(tmp_path)
    with CrossrefServer([], datacite=ALL) as server:
        cache.keep_records(server.url, {ASKED[0]: None})
        assert isinstance(source(client, server, cache).by_dois(ASKED[:1])[ASKED[0]], Found)
    cache.close()


def test_offline_the_cache_answers_and_nothing_else(client, tmp_path):
    cache = Cache.open(tmp_path)
    with CrossrefServer([], datacite=ALL) as server:
        assert isinstance(source(None, server, cache).by_dois(ASKED[:1])[ASKED[0]], Unavailable)
        asked = source(client, server, cache).by_dois((*ASKED, "10.5281/zenodo.0"))
        count = len(server.requests)
        for again in (None, client):
            assert source(again, server, cache).by_dois((*ASKED, "10.5281/zenodo.0")) == asked
        assert len(server.requests) == count
    cache.close()


# --- references to them

WORK = {"DOI": "10.5555/estuaries", "title": ["Sediment in deep estuaries"], "type": "journal-article"}
PREPRINT = """@article{a,
  author = {Dobra, Adrian and Lenkoski, Alex},
  title = {Copula {G}aussian graphical models and their application to functional disability},
  journal = {arXiv preprint arXiv:1108.1680},
  year = {2011},
  doi = {10.48550/arXiv.1108.1680}
}
"""
BY_NUMBER = """@misc{a,
  author = {Dobra, Adrian and Lenkoski, Alex},
  title = {Copula {G}aussian graphical models and their application to functional disability},
  year = {2011}, eprint = {1108.1680}, archivePrefix = {arXiv}, primaryClass = {stat.AP}
}
"""
DATA = """@dataset{a,
  author = {Okafor, Maria and {Estuary Survey Group}},
  title = {Tidal mixing in shallow estuaries}, publisher = {Dryad}, journal = {Dryad Digital Repository},
  year = {2015}, version = {2}, doi = {10.5061/dryad.abc12}
}
"""
PROGRAM = """@software{a,
  author = {Okafor, Maria}, title = {Tidal}, year = {2020}, doi = {10.5281/zenodo.200}
}
"""
OTHERS = (
    ("Dobra, Adrian and Lenkoski, Alex", "Moreau, Ines"),
    ("Copula {G}aussian graphical models and their application to functional disability", "Alpine mosses"),
)


def changed(text, *pairs):
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture
def check(tmp_path, monkeypatch):
    def check(text, *, weather=None, lock=False, datacite=ALL):
        path = tmp_path / "refs.bib"
        path.write_text(text, "utf-8")
        with CrossrefServer(
            [WORK], datacite=datacite, agencies={"10.1400/1": "mEDRA"}, weather=weather
        ) as server:
            settings = bibproof.Settings(
                crossref_url=server.url,
                doi_url=server.url,
                datacite_url=server.url,
                use_cache=False,
                mailto="jane.roe@example.org",
                crossref_token="member",
            )
            if lock:
                bibproof.lock(path, settings=settings)
                settings = bibproof.Settings(offline=True, use_cache=False)
            result = bibproof.check(path, settings=settings).results[0]
        return str(result.verdict), [f"{finding.rule}:{finding.field}" for finding in result.findings]

    return check


TABLE = [
    (PREPRINT, "verified", []),
    (changed(PREPRINT, ("2011", "2013")), "verified", []),  # the year of the last version
    (changed(PREPRINT, ("2011", "2019")), "inaccurate", ["year-mismatch:year"]),
    (changed(PREPRINT, ("arXiv.1108.1680", "arXiv.1108.1680v2")), "verified", []),
    (changed(PREPRINT, ("Dobra, Adrian", "Moreau, Ines")), "inaccurate", ["author-mismatch:author"]),
    (
        changed(PREPRINT, ("graphical", "statistical")),
        "verified",
        ["title-mismatch:title"],
    ),  # of an early version
    (changed(PREPRINT, ("10.48550/arXiv.1108.1680", "10.1400/1")), "not-covered", []),  # mEDRA's
    (changed(PREPRINT, *OTHERS), "chimera", ["chimera:title", "doi-mismatch:doi"]),
    (BY_NUMBER, "verified", []),
    (changed(BY_NUMBER, ("{1108.1680}", "{arXiv:1108.1680v3}")), "verified", []),
    (changed(BY_NUMBER, ("2011", "2019")), "inaccurate", ["year-mismatch:year"]),
    (changed(BY_NUMBER, ("1108.1680", "1108.9999")), "not-covered", []),
    (changed(BY_NUMBER, OTHERS[0]), "inaccurate", ["author-mismatch:author"]),
    (changed(BY_NUMBER, *OTHERS), "chimera", ["chimera:title", "doi-mismatch:eprint"]),
    (changed(BY_NUMBER, ("1108.1680", "hep-th/9901001")), "not-covered", []),
    (DATA, "verified", []),
    (changed(DATA, ("{Tidal", "{Data from: Tidal")), "verified", []),
    (changed(DATA, ("2015", "2012")), "inaccurate", ["year-mismatch:year"]),
    (changed(DATA, ("dryad.abc12", "dryad.secret")), "not-found", ["doi-not-found:doi"]),
    (changed(DATA, ("10.5061/dryad.abc12", "10.5281/zenodo.100"), ("2015", "2020")), "verified", []),
    (changed(DATA, ("10.5061/dryad.abc12", "10.5281/zenodo.100"), ("2015", "2018")), "inaccurate", None),
    (PROGRAM, "not-covered", []),  # cited by its paper's authors, registered by all who committed
    (changed(PROGRAM, ("Okafor, Maria", "Committer, C. and others")), "verified", []),
    (changed(PROGRAM, ("Tidal", "Alpine mosses")), "chimera", None),
]


@pytest.mark.parametrize("lock", [False, True])
@pytest.mark.parametrize(("text", "verdict", "findings"), TABLE)
def test_what_a_reference_comes_to(check, text, verdict, findings, lock):
    """Alike with and without the lock, but for what no lock can say."""
    found = check(text, lock=lock)
    if lock and verdict in {"not-found", "chimera"}:
        assert found[0] in {verdict, "unchecked"}
        return
    assert found[0] == verdict
    if findings is not None:
        assert sorted(found[1]) == findings


@pytest.mark.parametrize("text", [PREPRINT, BY_NUMBER, DATA, PROGRAM])
@pytest.mark.parametrize("path", ["/dois", "/doiRA", ""])
def test_an_outage_accuses_nobody(check, text, path):
    def weather(request):
        return Response(403) if request.path.startswith(path) else None

    calm, (verdict, findings) = check(text)[0], check(text, weather=weather)
    assert verdict in {calm, "unchecked"}
    assert findings == []


def test_a_record_that_is_not_public_leaves_the_reference_uncovered(check):
    hidden = [DATASET | {"state": "registered"}]
    assert check(DATA, datacite=hidden) == ("not-covered", [])


def test_an_eprint_of_a_paper_in_a_journal_is_not_asked_for(check):
    """The paper may have another title and other years than its e-print."""
    asked = []
    text = changed(BY_NUMBER, ("@misc", "@article"), ("year", "journal = {Annals of Statistics}, year"))
    check(text, weather=lambda request: asked.append(request.path))
    assert "/dois" not in asked


def test_arxiv_is_asked_of_nobody_else(check):
    asked = []
    check(PREPRINT, weather=lambda request: asked.append(request.path))
    assert asked == ["/dois"]


def test_what_another_agency_registered_is_not_asked_of_crossref_one_by_one(check):
    many = [DATASET | {"doi": f"10.1594/{number}"} for number in range(30)]
    asked = []
    text = "".join(
        changed(DATA, ("10.5061/dryad.abc12", str(one["doi"])), ("{a,", f"{{k{number},"))
        for number, one in enumerate(many)
    )
    check(text, datacite=many, weather=lambda request: asked.append(request.lane))
    assert asked.count("single") == 0
    assert len(asked) <= 6


def test_a_list_that_is_not_there_is_a_service_that_is_not_there():
    time = FakeTime()
    gone = Response(404, b'{"errors":[{"status":"404"}]}')
    with (
        CrossrefServer([], datacite=[ARXIV], weather=lambda _: gone) as server,
        Client(clock=time.clock, sleep=time.sleep) as client,
    ):
        source = Datacite(client, url=server.url, cache=NoCache(), progress=lambda *_: None)
        assert isinstance(
            source.by_dois(("10.48550/arxiv.1108.1680",))["10.48550/arxiv.1108.1680"], Unavailable
        )
