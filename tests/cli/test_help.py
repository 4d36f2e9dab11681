"""Each option stands in `--help`, in docs/cli.md and in the man page; what is written there is what is so."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys

import click
import pytest

from bibproof.cli import bibproof as program
from conftest import ROOT

OPTIONS = [
    (name, option)
    for name, command in [("", program), *sorted(program.commands.items())]
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in (*parameter.opts, *parameter.secondary_opts)
]


def document(name):
    return (ROOT / "docs" / name).read_text("utf-8")


@pytest.fixture(scope="module")
def helps():
    """What `--help` prints, by command."""
    texts = {}
    for name in ("", *program.commands):
        command = program.commands[name] if name else program
        context = click.Context(command, info_name="bibproof", **program.context_settings)
        texts[name] = command.get_help(context)
    return texts


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_each_option_is_in_the_help_the_documents_and_the_man_page(helps, name, option):
    written = re.compile(rf"(?<![\w-]){re.escape(option)}(?![\w-])")
    assert written.search(helps[name])
    head, *sections = re.split(r"^## bibproof (\w+)$", document("cli.md"), flags=re.MULTILINE)
    by_name = {"": head, **dict(zip(sections[::2], sections[1::2], strict=True))}
    assert written.search(by_name[name])
    assert option.replace("-", "\\-") in document("bibproof.1")


@pytest.mark.parametrize("name", program.commands)
def test_each_option_has_a_help(name):
    for parameter in program.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.endswith("."), parameter.name


def test_the_documents_are_those_of_the_commands():
    """`python docs/write_cli.py` writes them."""
    spec = importlib.util.spec_from_file_location("write_cli", ROOT / "docs" / "write_cli.py")
    write_cli = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(write_cli)
    for name, text in write_cli.documents().items():
        assert document(name) == text, name


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_man_page_is_one():
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-rHY=0", str(ROOT / "docs" / "bibproof.1")],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    plain = re.sub(r"\x1b\[[\d;]*m|.\x08", "", done.stdout)
    assert "--changed-since REV" in plain
    assert "bibproof check --offline --format json refs.bib" in plain


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_shells(shell):
    if shell == "bash" and shutil.which("bash") is None:
        pytest.skip("needs bash")
    done = run_for_completion(f"{shell}_source")
    assert "_BIBPROOF_COMPLETE" in done


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("bibproof ch", "check"),
        ("bibproof check --chan", "--changed-since"),
        ("bibproof check --fail-on n", "never"),
    ],
)
def test_what_is_completed(words, wanted):
    number = len(words.split()) - 1
    done = run_for_completion("bash_complete", COMP_WORDS=words, COMP_CWORD=str(number))
    assert wanted in [line.partition(",")[2] for line in done.splitlines()]


def run_for_completion(instruction, **words):
    code = "import sys; sys.argv = ['bibproof']; from bibproof.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "_BIBPROOF_COMPLETE": instruction, **words},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.stdout
