"""The documents say what is so: links lead somewhere, commands run, names exist, examples work."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import bibproof
from bibproof import Settings
from bibproof.cache import NoCache
from bibproof.cli.check import check
from bibproof.evidence import Candidates, Case, Found, NotFound, Record, Source
from bibproof.findings import judge
from bibproof.listing import Citation, Options
from bibproof.model import Date, Work
from bibproof.plugins import discover
from bibproof.rule_pages import HEADINGS, parts
from bibproof.rules import all_rules
from bibproof.sources import Means

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "bibproof"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/**/*.md")])
README = ROOT / "README.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
README_COMMANDS = [
    "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/bibproof check references.bib",
    ".venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest -q",
]

PATTEN = (
    "The Safety and Efficacy of Low-Dose Naltrexone in the Management of Chronic Pain and Inflammation "
    "in Multiple Sclerosis, Fibromyalgia, Crohn's Disease, and Other Chronic Pain Disorders"
)

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def text_of(path):
    return path.read_text(encoding="utf-8")


def fenced(path, language):
    return [body for found, body in _FENCE.findall(text_of(path)) if found == language]


def anchors(path):
    """The names that a forge gives to the headings of a document."""
    prose = _FENCE.sub("", text_of(path))
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def by_name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_relative_link_leads_somewhere(document):
    for target in _LINK.findall(_FENCE.sub("", text_of(document))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        linked = document if not name else (document.parent / name).resolve()
        assert linked.exists(), f"{target}: no such file"
        assert not anchor or anchor in anchors(linked), f"{target}: no such heading"


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_rules_that_a_document_speaks_of_exist(document):
    known = {rule.name for rule in all_rules()}
    spoken_of = set(re.findall(r"bibproof rules ([a-z][a-z-]+)", text_of(document)))
    assert spoken_of <= known


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_paths_that_a_document_speaks_of_exist(document):
    invented = set(re.findall(r"^# (\S+\.py)$", text_of(document), re.MULTILINE))  # a new file, in an example
    spoken_of = set(
        re.findall(r"`((?:src|tests|docs|benchmarks|examples|\.ci)/[\w./-]*)`", text_of(document))
    )
    missing = {path for path in spoken_of - invented if not (ROOT / path).exists()}
    assert not missing


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_nothing_but_the_public_project_is_spoken_of(document):
    for private in ("/work/", "/tmp/", "/home/", "/opt/"):
        assert private not in text_of(document)


def test_the_readme_has_the_two_commands_that_the_gate_runs():
    assert [block.strip() for block in fenced(README, "sh")] == README_COMMANDS


def test_the_readme_shows_what_its_command_prints():
    """Below a comment `output of: bibproof ...` stands the command's real output."""
    shown = re.findall(
        r"^<!-- output of: bibproof ([^\n]+) -->\n```text\n(.*?)^```",
        text_of(README),
        re.DOTALL | re.MULTILINE,
    )
    assert shown
    for arguments, output in shown:
        done = subprocess.run(
            [sys.executable, "-m", "bibproof", *arguments.split()],
            cwd=ROOT,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert (done.stdout, done.stderr) == (output, "")


def test_the_readme_s_example_in_python_works(monkeypatch, capsys):
    (example,) = fenced(README, "python")
    assert len(example.splitlines()) <= 15
    monkeypatch.chdir(ROOT)
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "patten2018: chimera\n" in printed
    assert "\n  line 80: " in printed
    assert printed.endswith("author, year: " + PATTEN + "\n")


def modules():
    """What stands at the top of the package, as the architecture lists it."""
    files = {path.name for path in PACKAGE.glob("*.py")}
    folders = {f"{path.name}/" for path in PACKAGE.iterdir() if any(path.glob("*.py"))}
    return files | folders


def listed_modules():
    (tree,) = [block for block in fenced(ARCHITECTURE, "text") if block.startswith("src/bibproof/")]
    return set(re.findall(r"^  ([\w./]+)", tree, re.MULTILINE))


def test_the_architecture_lists_every_module_and_none_that_is_not_there():
    assert listed_modules() == modules()


def test_the_architecture_has_the_layers_that_import_linter_holds():
    settings = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    layers = [line.replace("bibproof.", "") for line in contract["layers"]]
    (drawn,) = [block for block in fenced(ARCHITECTURE, "text") if block.startswith("cli ")]
    assert drawn.splitlines() == layers
    in_a_layer = {name for line in layers for name in line.split(" | ")}
    assert in_a_layer == {name.removesuffix("/").removesuffix(".py") for name in modules()} - {
        "__init__",
        "__main__",
    }


def test_the_architecture_has_every_verdict_and_no_other():
    table = re.findall(r"^\| `([a-z-]+)` \|", text_of(ARCHITECTURE), re.MULTILINE)
    assert table == [str(verdict) for verdict in bibproof.Verdict]


def test_names_of_the_project_in_code_exist():
    """`module.name` in the architecture's prose is a name of that module."""
    prose = _FENCE.sub("", text_of(ARCHITECTURE))
    names = {path.stem for path in PACKAGE.glob("*.py")} | {path.name for path in PACKAGE.iterdir()}
    for module, name in re.findall(r"`([a-z_]+)\.([A-Za-z_]+)`", prose):
        if module in names and name != "py":
            assert hasattr(importlib.import_module(f"bibproof.{module}"), name), f"{module}.{name}"


def test_the_help_and_the_documents_have_every_report_format():
    forms = set(discover("bibproof.reports"))
    documented = set(re.findall(r"^\| `([a-z]+)` \|", text_of(ROOT / "docs" / "reports.md"), re.MULTILINE))
    (option,) = [one for one in check.params if one.name == "report_format"]
    assert documented == forms
    assert set(re.findall(r"[a-z]+", option.help.partition(": ")[2])) - {"default", "or"} == forms


def test_the_page_of_verdicts_has_every_verdict_and_severity():
    rows = re.findall(r"^\| `?([a-z-]+)`? \|", text_of(ROOT / "docs" / "verdicts.md"), re.MULTILINE)
    assert [row for row in rows if row in map(str, bibproof.Verdict)] == list(map(str, bibproof.Verdict))
    assert set(map(str, bibproof.Severity)) <= set(rows)


def test_the_site_has_every_public_name():
    page = text_of(ROOT / "docs" / "site" / "api.rst")
    names = re.findall(r"^\.\. auto(?:function|class|exception):: (\w+)$", page, re.MULTILINE)
    public = set(bibproof.__all__) - {"__version__"}
    assert sorted(names) == sorted(public), "docs/site/api.rst has to have each of them once"


def test_the_changelog_has_this_version():
    headings = re.findall(r"^## \[([^\]]+)\]", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert bibproof.__version__ in headings


def test_decisions_are_numbered_without_a_gap_and_have_the_same_parts():
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in decisions] == [f"{n:04d}" for n in range(1, len(decisions) + 1)]
    for path in decisions:
        assert re.findall(r"^## (.+)$", text_of(path), re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]
        assert "Bad, because" in text_of(path)


def example(name):
    """What an example of the architecture defines, by the name of the file that it would be."""
    (block,) = [
        block for block in fenced(ARCHITECTURE, "python") if block.splitlines()[0].endswith(f"/{name}.py")
    ]
    namespace = {"__name__": f"example_{name}"}
    exec(compile(block, f"docs/architecture.md: {name}", "exec"), namespace)
    return namespace[name]


def test_the_example_of_a_rule_finds_what_it_says():
    library = example("titles")("A page\nAnother page", None, "utf-8")
    (page, read_page) = library.references
    found_rule = example("access_date_missing")
    page = replace(page, work=Work(type="webpage", title="A page"))
    read_page = replace(read_page, work=replace(page.work, accessed=Date(2026, 1, 2)))
    report = judge(library, [Case(page, library), Case(read_page, library)], [found_rule])
    assert [(finding.rule, finding.key) for finding in report.findings] == [("access-date-missing", "line1")]
    assert found_rule.page.startswith("A web page is cited")
    assert tuple(parts(found_rule.page))[1:] == HEADINGS


def test_the_example_of_a_source_answers_what_it_is_asked():
    record = Record("shelf", Work(title="A title", doi="10.5555/a"))
    empty = example("shelf")(Means(Settings(), None, NoCache(), lambda *_: None, lambda _: {}))
    assert empty.by_dois(("10.5555/a",), lambda _: None) == {"10.5555/a": NotFound()}
    shelf: Source = type(empty)({"10.5555/a": record})
    answers = shelf.by_dois(("10.5555/a", "10.5555/b"), lambda _: None)
    assert answers == {"10.5555/a": Found(record), "10.5555/b": NotFound()}
    assert shelf.search(Work(title="A title")) == Candidates((record,))
    assert shelf.search(Work(title="Another")) == Candidates()


def test_the_examples_of_a_style_an_output_and_a_kind_of_document_work(tmp_path):
    library = example("titles")("Moss\nD'Or", None, "utf-8")
    style, form = example("titles_only"), example("wiki")
    entries = style.entries(library.references, Options())
    assert form.whole(entries) == "# ''D&#39;Or''\n# ''Moss''\n"
    assert form.inline(style.cite(library.references, [Citation("line1")], Options())) == "(no author)"
    kind = example("troff")
    assert list(kind.cited("A\n.[\nkernighan plan9\n.]\nB", tmp_path)) == ["kernighan", "plan9"]
    assert kind.suffixes == (".ms", ".me")


def test_the_examples_of_a_reader_and_a_report_format_work():
    library = example("titles")("First title\nSecond title\n", None, "utf-8")
    assert [reference.work.title for reference in library] == ["First title", "Second title"]
    assert [library.text[one.span.start : one.span.end] for one in library] == ["First title", "Second title"]
    report = judge(library, [Case(reference, library) for reference in library], [])
    assert example("keys")(report) == "line1\tnot-found\nline2\tnot-found\n"
