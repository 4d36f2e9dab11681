"""Whatever stands in a field arrives as text, in every form, as somebody else's parser reads it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from markdown_it import MarkdownIt

from bibproof.compare import compare
from bibproof.evidence import Candidate, Candidates, Case, Found, Part, Record, Unavailable
from bibproof.findings import Finding, Report, Result, Severity, Verdict
from bibproof.model import Library, Person, Reference, Span, Work
from bibproof.plugins import discover
from bibproof.reports import write
from bibproof.reports._visible import visible

HOSTILE = {
    "command": "::error::text",
    "older command": "##[error]text",
    "percent": "%0A::error file=x::text %25",
    "line": "one\n::error::two\r\n::warning::three",
    "cdata": "]]> <![CDATA[ &amp; &#60;",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onload="alert(1)" x=\'y\'',
    "comment": "--> <!-- {{ template }} {0} {1}",
    "ansi": "\x1b[31mred\x1b[0m\x9b1m\x07",
    "direction": "\u202eright\u2066 to\u200f left",
    "table": "a | b || c |\\| d \\",
    "back-ticks": "`code` ``more`` ```fence",
    "link": "[a link](javascript:alert(1)) ![x](y) <https://evil.example>",
    "address": "https://evil.example/ www.evil.example me@evil.example @everybody #1 :smile: $x$",
    "formula": "=cmd('calc')!A1",
    "other formula": "@SUM(1+1)",
    "negative": "-1+1",
    "quotation": 'say ""hello"", "there"',
    "surrogate": "half \ud83d of a pair",
    "null": "nothing\x00here",
    "noncharacter": "not \ufffe\uffff a character",
    "private": "private \ue000 use",
    "stars": "*stars* _lines_ ~~waves~~ # heading",
}


def report_with(hostile: str) -> Report:
    """The text in every field that a form may show: keys, names, titles, DOIs, values, reasons, the path."""
    work = Work(title=hostile, authors=(Person(literal=hostile),), container_title=hostile, doi=hostile)
    record = Record("crossref", work)
    span = Span(1, 4)
    reference = Reference(hostile, work, span, span)
    library = Library(Path("folder") / (hostile + ".bib"), "@a{b}\n", (reference,))
    outage = Unavailable(hostile)
    candidate = Candidate(record, compare(work, work))
    known = [
        (Verdict.INACCURATE, Case(reference, library, Found(record), record=record)),
        (Verdict.CHIMERA, Case(reference, library, parts=(Part((hostile,), record),))),
        (Verdict.NOT_FOUND, Case(reference, library, None, Candidates((record,)), candidates=(candidate,))),
        (Verdict.UNCHECKED, Case(reference, library, outage, outage)),
    ]
    about = {"key": hostile, "library": library, "span": span, "edit": None}
    both = Finding("r", Severity.ERROR, hostile, field="doi", cited=hostile, recorded=hostile, **about)
    one = Finding("r", Severity.WARNING, hostile, field=None, cited=None, recorded=None, **about)
    results = tuple(Result(case, verdict, (both,) if case.record else ()) for verdict, case in known)
    return Report((library,), results, (both, one))


def words(text: str) -> str:
    return " ".join(text.split())


def read_text(text: str) -> list[str]:
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert line.isprintable() or "\ue000" in line
    unfolded = words(text).replace("\\x3a:", "::").replace("#\\x23[", "##[")
    return [unfolded]


def read_json(text: str) -> list[str]:
    (first, *_) = json.loads(text)["references"]
    return [visible(first["key"]), visible(first["record"]["title"])]


def read_sarif(text: str) -> list[str]:
    run = json.loads(text.encode().decode())["runs"][0]
    assert len(run["results"]) == 2
    shown = [result["message"]["text"] for result in run["results"]]
    for message in shown:
        assert not re.search(r"(?<!\\)\[[^\]\\]*\]\(", message)  # a link
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", message)  # a placeholder
        assert message.isprintable()
    return [re.sub(r"\\([\[\]])", r"\1", m.replace("{{", "{").replace("}}", "}")) for m in shown]


def read_gitlab(text: str) -> list[str]:
    issues = json.loads(text.encode().decode())
    assert len(issues) == len({issue["fingerprint"] for issue in issues}) == 2
    assert all(issue["location"]["lines"]["begin"] == 1 for issue in issues)
    return [issue["description"] for issue in issues]


def read_github(text: str) -> list[str]:
    """As the runner does it: a command a line, the properties apart at commas, `%` sequences undone."""
    commands = [line for line in text.splitlines() if line.startswith("::")]
    assert len(commands) == 2
    assert len(text.splitlines()) == 3
    told = []
    for line in commands:
        kind, message = re.fullmatch(r"::(\w+ [^\0]*?)::(.*)", line).groups()
        properties = dict(one.split("=", 1) for one in kind.split(" ", 1)[1].split(","))
        assert set(properties) == {"file", "line", "col", "endColumn", "title"}
        told += [unescaped(message), unescaped(properties["title"])]
    return told


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def read_junit(text: str) -> list[str]:
    root = ET.fromstring(text.encode("utf-8"))
    assert [child.tag for child in root] == ["testsuite"]
    cases = root.findall("testsuite/testcase")
    assert len(cases) == 5
    assert len({case.get("name") for case in cases}) == 5
    return [failure.text for failure in root.iter("failure")] + [case.get("name") for case in cases]


def read_csv(text: str) -> list[str]:
    rows = list(csv.reader(text.split("\r\n"), strict=True))[:-1]
    assert {len(row) for row in rows} == {12}
    assert len(rows) == 6
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    return [cell.removeprefix("'") for cell in cells]


def read_markdown(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    cells = [token for token in tokens if token.type == "td_open"]
    assert len(cells) % 6 == 2 * 4 % 6  # the summary's rows have two cells, the others six
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {
        *("text", "text_special", "code_inline", "strong_open", "strong_close"),
        *("link_open", "link_close", "em_open", "em_close"),
    }
    links = [child.attrs["href"] for child in inline if child.type == "link_open"]
    assert all(link.startswith("https://doi.org/") for link in links)
    prose = "".join(child.content for child in inline if child.type == "text")
    assert not re.search(r"[@#]\w", prose)  # calls somebody
    return [child.content for child in inline if child.type == "code_inline"]


def read_html(text: str) -> list[str]:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(text)
    assert (len(page.findall(".//script")), len(page.findall(".//style"))) == (2, 2)
    assert page.find(".//img") is None
    for element in page.iter():
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.get("href", "#").startswith(("https://doi.org/", "#"))
    keys = ["".join(heading.itertext()) for heading in page.findall(".//li//h3")]
    values = ["".join(value.itertext()) for value in page.findall(".//dl[@class='pair']//dd")]
    assert len(keys) == 4
    assert len(values) == 2
    return [*keys, *values]


READERS = {
    "csv": read_csv,
    "github": read_github,
    "gitlab": read_gitlab,
    "html": read_html,
    "json": read_json,
    "junit": read_junit,
    "markdown": read_markdown,
    "sarif": read_sarif,
    "text": read_text,
}


def test_every_form_has_a_reader():
    assert set(READERS) == set(discover("bibproof.reports"))


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_text_stays_text(form, hostile):
    written = write(report_with(hostile), form)
    shown = words(visible(hostile))
    assert any(shown in words(found) for found in READERS[form](written))
    if form != "json":
        written.encode("utf-8")  # no half of a pair is left
