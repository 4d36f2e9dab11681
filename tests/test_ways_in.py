"""The hooks for pre-commit, GitHub's action and GitLab's template, run as far as goes without a network."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from types import MappingProxyType

import pytest
import yaml

from conftest import ROOT
from crossref_server import CrossrefServer
from example_records import RECORDS

BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="needs bash")


@pytest.fixture
def project(tmp_path):
    """A folder with a bibliography and its lock, and one with programs that stand before all others."""
    place = tmp_path / "project"
    place.mkdir()
    for suffix in (".bib", ".lock"):
        shutil.copy(ROOT / "examples" / f"as-cited{suffix}", place / f"refs{suffix}")
    return place


@pytest.fixture
def programs(tmp_path):
    folder = tmp_path / "programs"
    folder.mkdir()
    script(folder / "bibproof", f'exec {shlex.quote(sys.executable)} -m bibproof "$@"')
    return folder


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def loaded(name):
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def hook(name):
    (found,) = [one for one in loaded(".pre-commit-hooks.yaml") if one["id"] == name]
    return found


@pytest.mark.parametrize(("file", "code"), [("refs.bib", 1), ("new.bib", 0), ("broken.bib", 1)])
def test_the_hook_that_checks_blocks_what_is_wrong_and_not_what_is_not_known(project, file, code):
    (project / "new.bib").write_text(
        "@article{new, title = {T}, author = {A, B}, journal = {J}, year = 2020}"
    )
    (project / "broken.bib").write_text("@article{broken, title = {T\n")
    program, *arguments = shlex.split(hook("bibproof-check")["entry"])
    assert program == "bibproof"
    done = subprocess.run(
        [sys.executable, "-m", "bibproof", *arguments, file], cwd=project, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, b"")


def test_the_hook_that_fixes_blocks_nothing_where_nobody_answers(project):
    text = "@article{new, title = {T}, author = {A, B}, journal = {J}, year = 2020, doi = {10.5555/x}}"
    (project / "new.bib").write_text(text)
    _, *arguments = shlex.split(hook("bibproof-fix")["entry"])
    done = subprocess.run(
        [sys.executable, "-m", "bibproof", *arguments, "--offline", "new.bib"],
        cwd=project,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, (project / "new.bib").read_text()) == (0, text)
    assert b"could not be checked, and not changed: new" in done.stderr


def test_the_hooks_name_commands_and_options_that_there_are():
    from bibproof.cli import bibproof

    for one in loaded(".pre-commit-hooks.yaml"):
        _, command, *options = shlex.split(one["entry"])
        known = {name for parameter in bibproof.commands[command].params for name in parameter.opts}
        assert set(options) <= known
        assert (one["language"], one["files"]) == ("python", r"\.bib$")


def the_snippet():
    """The README's: what writes a bibliography and a workflow, and what mends the bibliography."""
    text = (ROOT / "README.md").read_text("utf-8")
    write, mend = re.findall(r"^```bash\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return write, mend


@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="needs check-jsonschema")
@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", "the README's workflow"),
        ("gitlab-ci", "templates/gitlab.yml"),
    ],
)
def test_what_a_forge_reads_is_valid_by_its_schema(tmp_path, schema, file):
    """The schemas that check-jsonschema carries."""
    path = ROOT / file
    if not path.exists():
        path = tmp_path / "workflow.yml"
        (workflow,) = re.findall(r"<<'YAML'\n(.*?)^YAML$", the_snippet()[0], re.DOTALL | re.MULTILINE)
        path.write_text(workflow, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="needs pre-commit")
def test_pre_commit_takes_the_hooks_for_valid():
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="needs pre-commit")
def test_pre_commit_runs_the_hook(project, programs):
    """With `language: system`, since an environment of its own would be installed from the network."""
    config = {"repos": [{"repo": "local", "hooks": [{**hook("bibproof-check"), "language": "system"}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    world = {
        **os.environ,
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(programs / "home"),
    }
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], cwd=project, env=world, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=project,
        env=world,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "year-mismatch" in done.stdout


@pytest.fixture
def action(project, programs, tmp_path):
    """Run the steps of action.yml as the runner does; the exit code, what is printed, the job's summary."""
    summary, settings = tmp_path / "summary", tmp_path / "env"
    script(
        programs / "python3",
        'mkdir -p "$3/bin" && cp "$(command -v bibproof)" "$3/bin/bibproof"\n'
        f'printf \'#!/bin/sh\\necho "$@" >> {tmp_path}/installed\\n\' > "$3/bin/python"\n'
        'chmod +x "$3/bin/python"',
    )

    def run(environment=MappingProxyType({}), **inputs):
        described = loaded("action.yml")
        values = {name: one["default"] for name, one in described["inputs"].items()} | inputs
        world = {
            **os.environ,
            "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_ENV": str(settings),
        }
        for step in described["runs"]["steps"]:
            world |= environment
            for name, value in step.get("env", {}).items():
                assert value.startswith("${{ inputs.")
                world[name] = values[value.removeprefix("${{ inputs.").removesuffix(" }}")]
            done = subprocess.run(
                [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=project,
                env=world,
                capture_output=True,
                check=False,
                encoding="utf-8",
            )
            if done.returncode:
                break
            if settings.exists():
                world |= dict(line.split("=", 1) for line in settings.read_text().splitlines())
        told = summary.read_text("utf-8") if summary.exists() else ""
        return done.returncode, done.stdout + done.stderr, told

    return run


@needs_bash
def test_the_action_annotates_and_writes_a_summary(action, project, tmp_path):
    code, out, summary = action(args="--offline", sarif="out.sarif")
    assert code == 1
    assert "::error file=refs.bib,line=80" in out
    assert "year-mismatch" in summary
    assert json.loads((project / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert str(ROOT) in (tmp_path / "installed").read_text()


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"fail-on": "never"}, 0),
        ({"files": "*.bib\n"}, 1),
        ({"files": "refs.bib\n\n  \nwith space.bib", "fail-on": "never"}, 0),
        ({"files": "none.bib"}, 2),
        ({"files": "$(touch hacked).bib"}, 2),
        ({"args": "--offline $(touch hacked) `touch hacked`"}, 2),
        ({"mailto": "a@example.org; touch hacked"}, 2),
        ({"mailto": "a@example.org", "fail-on": "never"}, 0),
        ({"files": "--version"}, 2),
    ],
)
def test_the_action_s_inputs(action, project, inputs, code):
    shutil.copy(project / "refs.bib", project / "with space.bib")
    shutil.copy(project / "refs.lock", project / "with space.lock")
    done, out, _ = action(**{"args": "--offline", **inputs})
    assert done == code, out
    assert not (project / "hacked").exists()
    assert "a@example.org" not in out


@needs_bash
def test_gitlab_s_template_writes_both_reports(project, programs):
    job = loaded("templates/gitlab.yml")["bibproof"]
    script(programs / "python3", ":")
    world = {**os.environ, **job["variables"], "BIBPROOF_ARGS": "--offline", "CI_PROJECT_DIR": str(project)}
    world["PATH"] = os.pathsep.join([str(programs), os.environ["PATH"]])
    done = subprocess.run(
        [BASH, "-e", "-c", "\n".join(job["script"])],
        cwd=project,
        env=world,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    for path in job["artifacts"]["paths"]:
        assert (project / path).is_file()
    assert set(job["artifacts"]["reports"].values()) == set(job["artifacts"]["paths"])
    issues = json.loads((project / "gl-code-quality-report.json").read_text("utf-8"))
    assert "year-mismatch" in {issue["check_name"] for issue in issues}


@needs_bash
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_snippet_of_the_readme_leads_to_a_failing_and_then_a_green_check(action, project):
    write, mend = the_snippet()
    names = {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }

    def shell(text):
        subprocess.run(
            [BASH, "-e", "-c", text], cwd=project, env=os.environ | names, check=True, capture_output=True
        )

    shell("git init -q\n" + write)
    workflow = yaml.safe_load((project / ".github" / "workflows" / "references.yml").read_text("utf-8"))
    *_, step = workflow["jobs"]["references"]["steps"]
    assert re.fullmatch(r"OWNER/bibproof@\w+", step["uses"])
    with CrossrefServer(RECORDS) as server:
        world = {"BIBPROOF_CROSSREF_URL": server.url, "BIBPROOF_DOI_URL": server.url}
        code, out, summary = action(world, **step["with"])
        assert (code, "::error file=references.bib,line=6" in out) == (1, True), out
        assert "year-mismatch" in summary
        shell(mend)
        code, out, _ = action(world, **step["with"])
        assert code == 0, out
    done = subprocess.run(["git", "status", "--porcelain"], cwd=project, capture_output=True, check=True)
    assert [line for line in done.stdout.decode().splitlines() if "refs." not in line] == []
