"""The article's own list, as text, in Markdown and on a web page: the verdicts of examples/as-cited.bib."""

import html
import json
import shutil
from functools import partial

import pytest

import bibproof
from bibproof import Settings
from bibproof.http import Client
from crossref_server import CrossrefServer
from fake_time import FakeTime

MARKDOWN = """# Uses of naltrexone

In 2018, Patten (2018) showed 12(3):45 things; see [1] and Lee, J. D. (2018).

1. Ask a doctor, since 2019.
2. Read the leaflet of 2020.

```python
References = ["Smith, J. (2018). Foo. Bar, 1(2), 3-4."]
```

## References

{}

## About the author

Doe, J. (2020). A page. Another Journal, 1(2), 3-4.
"""
PAGE = """<!doctype html>
<html><head><title>Smith, J. (2018). Foo. Bar, 1(2), 3-4.</title><style>p {{ color: #201801; }}</style></head>
<body><nav><ul><li>Smith, J. (2018). Foo. Bar, 1(2), 3-4.</li></ul></nav>
<h1>Uses</h1><p>In 2018 we saw (Lee, 2018) 12(3):45 of them.</p>
<h2 id="x">References</h2>
<ol>
{}
</ol>
<h2>Comments</h2><p>Doe, J. (2018). Nice. Thing, 1(2), 3-4.</p></body></html>
"""


def as_page(line):
    number, _, rest = line.partition(". ")
    rest = html.escape(rest, quote=False).replace("The Lancet", "<em>The&nbsp;Lancet</em>")
    return f'<li id="ref{number}">{rest} <a href="#back{number}">↩</a></li>'


def as_markdown(line):
    return line.replace("The Lancet", "*The Lancet*").replace("&", "\\&")


FORMS = {
    "article.txt": "\n".join,
    "wrapped.txt": lambda lines: (
        "Works cited\n\n" + "\n".join(line.replace(". ", ".\n     ") for line in lines)
    ),
    "article.md": lambda lines: MARKDOWN.format("\n".join(map(as_markdown, lines))),
    "article.html": lambda lines: PAGE.format("\n".join(map(as_page, lines))),
}


@pytest.fixture(scope="module")
def examples(request):
    return request.config.rootpath / "examples"


@pytest.fixture(params=sorted(FORMS))
def article(request, examples, tmp_path):
    lines = (examples / "as-cited.txt").read_text(encoding="utf-8").splitlines()
    path = tmp_path / request.param
    path.write_text(FORMS[request.param](lines), encoding="utf-8")
    return path


@pytest.fixture
def check(monkeypatch, works):
    """Checks against a server that has the works; nobody waits for Crossref's limits."""
    time = FakeTime()
    monkeypatch.setattr("bibproof.http.Client", partial(Client, clock=time.clock, sleep=time.sleep))
    with CrossrefServer(works) as server:
        settings = Settings(
            crossref_url=server.url,
            doi_url=server.url,
            crossref_token="member",
            use_cache=False,
            use_locks=False,
        )
        yield partial(bibproof.check, settings=settings)


@pytest.fixture(scope="module")
def works(examples):
    """The records of the lock as Crossref would serve them."""
    records = json.loads((examples / "as-cited.lock").read_text(encoding="utf-8"))["records"]
    return [
        {
            "DOI": doi,
            "type": "journal-article",
            "title": [record["title"]],
            "author": record["author"],
            "container-title": [record["container-title"]],
            "issued": {"date-parts": [[int(part) for part in record["issued"].split("-")]]},
            **{
                name: record[name] for name in ("volume", "issue", "page", "article-number") if name in record
            },
        }
        for doi, record in records.items()
    ]


def said(report):
    """Of each reference in order: its verdict, its record, and which fields are wrong."""
    return [
        (
            str(result.verdict),
            result.case.record and result.case.record.work.doi,
            {finding.rule for finding in result.findings if finding.severity >= 3},
        )
        for result in report.results
    ]


def test_the_verdicts_are_those_of_the_entries(article, examples, check):
    expected = said(check(examples / "as-cited.bib"))
    assert said(check(article)) == expected
    assert [verdict for verdict, _, _ in expected].count("verified") == 5


def test_the_lock_serves_the_list_too(article, examples):
    shutil.copy(examples / "as-cited.lock", article.with_suffix(".lock"))
    settings = Settings(offline=True, use_cache=False)
    expected = said(bibproof.check(examples / "as-cited.bib", settings=settings))
    assert said(bibproof.check(article, settings=settings)) == expected
    assert said(bibproof.check(examples / "as-cited.txt", settings=settings)) == expected


def test_keys_are_the_numbers_of_the_list(article):
    library = bibproof.read(article)
    assert [reference.key for reference in library] == [str(number) for number in range(1, 11)]
    assert library.broken == ()
    assert not library.is_bibtex


def test_findings_point_at_the_words_of_the_line(article, check):
    report = check(article)
    pointed = {
        (finding.key, finding.field): finding.library.text[finding.span.start : finding.span.end]
        for finding in report.findings
        if finding.field
    }
    expected = {"year": "2018", "volume": "93", "number": "5", "pages": "707-715"}
    assert {field: text for (key, field), text in pointed.items() if key == "9"} == expected
    assert pointed["8", "author"].startswith("Canan, F.")


@pytest.mark.parametrize("style", ["apa", "vancouver"])
def test_a_list_is_made_of_it(article, style):
    listed = bibproof.render(article, style, "text")
    assert "Toljan" in listed
    assert "376(9741)" in listed
    assert len(listed.splitlines()) == 10
