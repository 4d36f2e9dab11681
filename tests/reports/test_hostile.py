"""Whatever stands in a field arrives as text, in every form, as somebody else's parser reads it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import html5lib
import pytest
from markdown_it import MarkdownIt

from bibproof.plugins import discover
from bibproof.reports import write
from bibproof.reports._visible import visible
from made_reports import HOSTILE, report_with


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
