"""What a shell offers; and that bash takes what click writes for it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete

from bibproof.cli import bibproof as command


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("ch", {"check"}),
        ("check --cha", {"--changed-since"}),
        ("check --fail-on w", {"warning"}),
        ("check --format s", {"sarif"}),
        (
            "check --format ",
            {"csv", "github", "gitlab", "html", "json", "junit", "markdown", "sarif", "text"},
        ),
        ("rules year", {"year-mismatch"}),
        ("render --to ", {"html", "latex", "markdown", "text"}),
        ("render refs.bib --style v", {"vancouver", "v"}),  # the second stands for files
        ("show --style a", {"apa", "a"}),
    ],
)
def test_what_is_offered(line, offered):
    *before, written = line.split(" ")
    shell = ShellComplete(command, {}, "bibproof", "_BIBPROOF_COMPLETE")
    assert {one.value for one in shell.get_completions(before, written)} == offered


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("line", "offered"), [("rules year", "year-mismatch"), ("render refs.bib --style ap", "apa")]
)
def test_bash_completes(tmp_path, line, offered):
    program = tmp_path / "bibproof"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m bibproof "$@"\n')
    program.chmod(0o755)
    script = f"""
        compopt() {{ :; }}  # bash has it while somebody types
        eval "$(_BIBPROOF_COMPLETE=bash_source bibproof)"
        complete -p bibproof
        COMP_WORDS=(bibproof {line}) COMP_CWORD={len(line.split())}
        _bibproof_completion bibproof
        echo "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        [shutil.which("bash"), "--noprofile", "--norc", "-e", "-c", script],
        env={**os.environ, "PATH": os.pathsep.join([str(tmp_path), os.environ["PATH"]])},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == offered
    assert "-F _bibproof_completion bibproof" in done.stdout
