"""Whatever stands in a field arrives as text, in every form, as somebody else's parser reads it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from markdown_it import MarkdownIt

from bibproof.compare import compare
from bibproof.evidence import (
    Candidate,
    Candidates,
    Case,
    Elsewhere,
    Found,
    NotFound,
    Part,
    Record,
    Unavailable,
    Update,
)
from bibproof.findings import Finding, Report, Result, Severity, Suppressed, Verdict
from bibproof.model import Library, Person, Reference, Span, Work
from bibproof.plugins import discover
from bibproof.reports import write
from bibproof.reports._visible import visible
from bibproof.suppression import Suppression

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


def report_with(text_of: Callable[[str], str]) -> Report:
    """A report with a text, by its name, in every field that may hold what somebody else wrote."""
    claimed, recorded, near, part = (
        Work(
            title=text_of(f"{whose}title"),
            authors=(Person(literal=text_of(f"{whose}author")),),
            container_title=text_of(f"{whose}journal"),
            doi=text_of(f"{whose}doi"),
        )
        for whose in ("", "record's ", "candidate's ", "part's ")
    )
    notice = Update("retraction", text_of("notice's doi"), source=text_of("notice's source"))
    record = Record("crossref", recorded, updates=(notice,))
    span = Span(1, 4)
    reference = Reference(text_of("key"), claimed, span, span)
    library = Library(Path("folder") / (text_of("file") + ".bib"), "@a{b}\n", (reference,))
    candidate = Candidate(Record("crossref", near), replace(compare(claimed, near), title_overlap=1.0))
    parts = (Part((text_of("part's field"),), Record("crossref", part)),)
    about = {"key": text_of("key"), "library": library, "span": span, "field": None, "edit": None}
    values = {"field": "doi", "cited": text_of("cited"), "recorded": text_of("recorded")}
    one = Finding("r", Severity.WARNING, text_of("message"), cited=None, recorded=None, **about)
    both = replace(one, severity=Severity.ERROR, message=text_of("message beside values"), **values)
    broken = replace(one, rule="syntax-error", key=text_of("broken key"), message=text_of("broken reason"))
    chimera = replace(one, rule="chimera", message=text_of("chimera"))
    aside = Suppressed(
        replace(both, cited=text_of("cited aside")),
        Suppression(("r",), text_of("suppression's reason"), "comment", told=text_of("suppression's place")),
    )
    known = [
        (Verdict.INACCURATE, Case(reference, library, Found(record), record=record), (both, one), (aside,)),
        (Verdict.CHIMERA, Case(reference, library, parts=parts), (chimera,), ()),
        (
            Verdict.NOT_FOUND,
            Case(reference, library, None, Candidates((record,)), candidates=(candidate,)),
            (),
            (),
        ),
        (Verdict.UNCHECKED, Case(reference, library, Unavailable(text_of("outage")), NotFound()), (), ()),
        (Verdict.NOT_COVERED, Case(reference, library, Elsewhere(text_of("agency"))), (), ()),
    ]
    results = tuple(Result(case, verdict, found, left) for verdict, case, found, left in known)
    return Report((library,), results, (both, one, chimera, broken), (), (aside,), shows_suppressed=True)


def words(text: str) -> str:
    return " ".join(text.split())


def read_text(text: str) -> list[str]:
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert line.isprintable() or "\ue000" in line
    unfolded = words(text).replace("\\x3a:", "::").replace("#\\x23[", "##[")
    return [unfolded]


def strings(value: object) -> Iterator[str]:
    """Every string in what was read of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def read_json(text: str) -> list[str]:
    report = json.loads(text)
    assert len(report["references"]) == 5
    assert (len(report["findings"]), len(report["suppressed"])) == (1, 1)
    return [visible(one) for one in strings(report)]


def read_sarif(text: str) -> list[str]:
    run = json.loads(text.encode().decode())["runs"][0]
    assert len(run["results"]) == 5
    shown = [result["message"]["text"] for result in run["results"]]
    for message in shown:
        assert not re.search(r"(?<!\\)\[[^\]\\]*\]\(", message)  # a link
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", message)  # a placeholder
        assert message.isprintable()
    told = [one["justification"] for result in run["results"] for one in result.get("suppressions", ())]
    return told + [re.sub(r"\\([\[\]])", r"\1", m.replace("{{", "{").replace("}}", "}")) for m in shown]


def read_gitlab(text: str) -> list[str]:
    issues = json.loads(text.encode().decode())
    assert len(issues) == len({issue["fingerprint"] for issue in issues}) == 5
    assert all(issue["location"]["lines"]["begin"] == 1 for issue in issues)
    return [issue["description"] for issue in issues] + [issues[0]["location"]["path"]]


def read_github(text: str) -> list[str]:
    """As the runner does it: a command a line, the properties apart at commas, `%` sequences undone."""
    lines = text.splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 4
    assert len(lines) == 6
    told = [line.replace("#\\x23[", "##[") for line in lines if line.startswith("bibproof: suppressed: ")]
    assert not any("##[" in line for line in lines if not line.startswith("::"))
    for line in commands:
        kind, message = re.fullmatch(r"::(\w+ [^\0]*?)::(.*)", line).groups()
        properties = dict(one.split("=", 1) for one in kind.split(" ", 1)[1].split(","))
        assert set(properties) == {"file", "line", "col", "endColumn", "title"}
        told += [unescaped(message), unescaped(properties["title"]), unescaped(properties["file"])]
    return told


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def read_junit(text: str) -> list[str]:
    root = ET.fromstring(text.encode("utf-8"))
    assert [child.tag for child in root] == ["testsuite"]
    cases = root.findall("testsuite/testcase")
    assert len(cases) == 6
    assert len({case.get("name") for case in cases}) == 6
    return [text for element in root.iter() for text in (element.text or "", *element.attrib.values())]


def read_csv(text: str) -> list[str]:
    rows = list(csv.reader(text.split("\r\n"), strict=True))[:-1]
    assert {len(row) for row in rows} == {13}
    assert len(rows) == 9
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    return [cell.removeprefix("'") for cell in cells]


def read_markdown(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    cells = [token for token in tokens if token.type == "td_open"]
    assert len(cells) == 2 * 5 + 6 * 7  # the summary's rows have two cells, the others six
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {
        *("text", "text_special", "code_inline", "strong_open", "strong_close"),
        *("link_open", "link_close", "em_open", "em_close"),
    }
    links = [child.attrs["href"] for child in inline if child.type == "link_open"]
    assert all(link.startswith("https://doi.org/") for link in links)
    prose = "".join(child.content for child in inline if child.type == "text")
    assert not re.search(r"[@#]\w", prose)  # calls somebody
    lines = [token.children or () for token in tokens]
    told = ["".join(child.content for child in line).replace("\u200b", "") for line in lines]
    return told + [child.content for child in inline if child.type == "code_inline"]


def read_html(text: str) -> list[str]:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(text)
    assert (len(page.findall(".//script")), len(page.findall(".//style"))) == (2, 2)
    assert page.find(".//img") is None
    for element in page.iter():
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.get("href", "#").startswith(("https://doi.org/", "#"))
    assert len(page.findall(".//li//h3")) == 5
    assert len(page.findall(".//dl[@class='pair']//dd")) == 4
    told = [
        element
        for element in page.find("body").iter()
        if element.tag in {"h1", "h2", "h3", "p", "dd", "dt", "a"}
    ]
    return ["".join(element.itertext()) for element in [*told, *page.iter("span")]]


READERS = {name.removeprefix("read_"): read for name, read in globals().items() if name.startswith("read_")}

OF_FINDINGS = {"key", "cited", "recorded", "cited aside", "message", "message beside values", "chimera"}
OF_FINDINGS |= {"broken key", "broken reason", "suppression's reason", "suppression's place"}
UNSETTLED = {"outage", "agency"}
OF_PARTS = {"part's field", "part's author", "part's title", "part's doi"}
NEAR = {"candidate's author", "candidate's title", "candidate's doi"}
SHOWN = {
    "csv": OF_FINDINGS | {"file", "record's doi", "doi"},
    "github": OF_FINDINGS | {"file"},
    "gitlab": OF_FINDINGS | {"file"},
    "html": OF_FINDINGS - {"chimera"}
    | {"file", "title", "author", "record's doi"}
    | UNSETTLED
    | OF_PARTS
    | NEAR,
    "json": OF_FINDINGS
    | {"record's title", "record's author", "record's journal", "record's doi", "doi", "outage"}
    | {"notice's doi", "notice's source"}
    | OF_PARTS
    | NEAR,
    "junit": OF_FINDINGS - {"broken key"} | {"file"} | UNSETTLED,
    "markdown": OF_FINDINGS | {"file"} | UNSETTLED,
    "sarif": OF_FINDINGS,  # `uri` has the file, encoded
    "text": OF_FINDINGS - {"chimera", "broken key"} | {"file", "record's doi"} | UNSETTLED | OF_PARTS | NEAR,
}
"""The fields that a form shows."""


def test_every_form_has_a_reader():
    assert set(READERS) == set(SHOWN) == set(discover("bibproof.reports"))


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_text_stays_text(form, hostile):
    written = write(report_with(lambda _: hostile), form)
    shown = words(visible(hostile))
    assert any(shown in words(found) for found in READERS[form](written))
    if form != "json":
        written.encode("utf-8")  # no half of a pair is left


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("part", [0, 1, 2])
def test_what_stands_in_a_field_arrives_in_full(form, part):
    """Every third at once, told apart by the name of the field behind it; all at once, Markdown would cut."""
    texts = {}
    hostile = " ".join(list(HOSTILE.values())[part::3])

    def text_of(name):
        texts[name] = f"{hostile} of {name}."
        return texts[name]

    report = report_with(text_of)
    texts["file"] = str(report.libraries[0].path)  # a path has no // in it
    found = [words(one) for one in READERS[form](write(report, form))]
    wanted = {name: words(visible(texts[name])) for name in SHOWN[form]}
    assert [name for name, text in wanted.items() if not any(text in one for one in found)] == []
