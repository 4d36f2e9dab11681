"""What `bibproof check` does with bibproof.toml, and with a baseline."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def settings(folder):
    def write(text):
        (folder / "bibproof.toml").write_text(text, "utf-8")

    return write


def found(report):
    everything = [*report["findings"], *(each for one in report["references"] for each in one["findings"])]
    return {finding["rule"] for finding in everything}


@pytest.mark.parametrize(
    ("text", "code", "rules"),
    [
        ('select = ["chimera"]', 1, {"chimera"}),
        ('select = ["retracted"]', 0, set()),
        ('select = ["retracted", "missing-doi"]\nfail-on = "note"', 1, {"missing-doi"}),
        ('select = ["missing-doi"]\nseverity.missing-doi = "error"', 1, {"missing-doi"}),
        ('select = ["chimera"]\nseverity.chimera = "warning"', 0, {"chimera"}),
        ('fail-on = "never"\nselect = ["chimera"]', 0, {"chimera"}),
        ('select = ["chimera"]\n[per-file-ignores]\n"*.bib" = ["chimera"]', 0, set()),
        (
            'select = ["chimera"]\n[per-file-ignores]\n"**/refs.bib" = {rules=["chimera"], reason="r"}',
            0,
            set(),
        ),
        ('select = ["chimera"]\n[per-file-ignores]\n"old/*.bib" = ["chimera"]', 1, {"chimera"}),
        (
            (
                'select = ["chimera"]\n'
                '[per-file-ignores]\n"*.bib" = {rules=["chimera"], reason="r", until=2020-01-01}'
            ),
            1,
            {"chimera"},
        ),
        ('select = ["chimera"]\nper-key-ignores.patten2018 = {rules=["chimera"], reason="r"}', 0, set()),
        ('select = ["chimera"]\nper-key-ignores.other = {rules=["chimera"], reason="r"}', 1, {"chimera"}),
        (
            (
                'select = ["chimera", "useless-suppression"]\n'
                'per-key-ignores.berna2018 = [{rules=["chimera"], reason="r"}]'
            ),
            1,
            {"chimera", "useless-suppression"},
        ),
        (
            (
                'select = ["expired-suppression"]\nfail-on = "warning"\n'
                'per-key-ignores.berna2018 = {rules=["chimera"], reason="r", until="2020-01-01"}'
            ),
            1,
            {"expired-suppression"},
        ),
    ],
)
def test_the_settings_count(checked, settings, text, code, rules):
    settings(text)
    done, report = checked()
    assert (done, found(report)) == (code, rules)
    assert report["summary"]["chimera"] == 1


def test_an_option_goes_before_the_settings(checked, settings):
    settings('fail-on = "never"')
    assert checked()[0] == 0
    assert checked("refs.bib", "--fail-on", "error")[0] == 1
    assert checked("refs.bib", "--no-config")[0] == 1


def test_each_file_has_the_settings_of_its_own_folder(checked, folder):
    inner = folder / "inner"
    inner.mkdir()
    for name in ("refs.bib", "refs.lock"):
        (inner / name).write_bytes((folder / name).read_bytes())
    (inner / "bibproof.toml").write_text('fail-on = "never"')
    assert checked("inner/refs.bib")[0] == 0
    assert checked("inner/refs.bib", "refs.bib")[0] == 1
    assert checked("inner", "--fail-on", "warning")[0] == 1


@pytest.mark.parametrize(("policy", "code"), [("use", 1), ("ignore", 3), ("require", 1)])
def test_the_policy_for_locks(checked, settings, policy, code):
    settings(f'lock = "{policy}"')
    assert checked()[0] == code


def test_a_lock_that_is_required_and_not_there_is_bad_usage(bibproof, settings, folder):
    settings('lock = "require"')
    (folder / "refs.lock").unlink()
    code, out, err = bibproof("check", "--offline", "refs.bib")
    assert (code, out) == (2, "")
    assert "refs.lock: there is no lock" in err
    assert "run bibproof lock" in err


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("ingore = []", 'ingore: there is no such setting; did you mean "ignore"?'),
        ("x = 1", "x: there is no such setting; there are select"),
        ('ignore = ["year-mismtch"]', "ignore: there is no rule 'year-mismtch'; did you mean"),
        ('ignore = "year-mismatch"', "ignore: expected a list of rules"),
        ('select = ["*"]', "select: there is no rule '*'"),
        ('fail-on = "warn"', "fail-on: expected one of error, warning, note, never"),
        ('severity.retracted = "high"', "severity.retracted: expected one of error, warning, note"),
        ('severity.retract = "error"', "severity.retract: there is no rule"),
        ("lock = 3", "lock: expected one of use, ignore, require"),
        ("baseline = 3", "baseline: expected the path of a file"),
        ("per-key-ignores = 3", "per-key-ignores: expected a table"),
        ("per-key-ignores.a = 3", "per-key-ignores.a: expected {"),
        ('per-key-ignores.a = {rules=["*"], reason="r"}', "per-key-ignores.a: name each rule"),
        ('per-key-ignores.a = {rules=[], reason="r"}', "per-key-ignores.a: it names no rule"),
        ('per-key-ignores.a = {rules=["chimera"]}', "per-key-ignores.a: it gives no reason"),
        (
            'per-key-ignores.a = {rules=["chimera"], reason="r", util=1}',
            "a.util: there is no such setting; did",
        ),
        ('per-key-ignores.a = {rules=["chimera"], reason="r", until="x"}', "a.until: expected a day"),
        ('per-file-ignores."a.bib" = 3', 'per-file-ignores."a.bib": expected {'),
    ],
)
def test_a_setting_that_makes_no_sense_is_one_line_with_file_and_key(bibproof, settings, text, part):
    settings(text)
    code, out, err = bibproof("check", "--offline", "refs.bib")
    assert (code, out) == (2, "")
    assert err.startswith("bibproof: ")
    assert "bibproof.toml: " in err
    assert part in err
    assert err.count("\n") == 1


def test_with_a_baseline_old_findings_pass_and_new_ones_fail(bibproof, checked, folder):
    code, _, err = bibproof("check", "--offline", "refs.bib", "--baseline", "old.json", "--write-baseline")
    assert (code, err) == (0, "bibproof: old.json: 13 findings are listed\n")
    assert "berna2018" in (folder / "old.json").read_text("utf-8")
    code, report = checked("refs.bib", "--baseline", "old.json")
    assert (code, report["summary"]["errors"], report["summary"]["suppressed"]) == (0, 0, 13)
    assert {each["suppression"]["origin"] for each in report["suppressed"]} == {"baseline"}

    path = folder / "refs.bib"
    moved = path.read_text("utf-8").replace("@article{", "\n\n@article{")
    path.write_text("% one more line\n" + moved, "utf-8")
    assert checked("refs.bib", "--baseline", "old.json")[0] == 0

    listed = json.loads((folder / "old.json").read_text("utf-8"))
    listed["findings"] = [one for one in listed["findings"] if one["rule"] != "year-mismatch"]
    (folder / "old.json").write_text(json.dumps(listed), "utf-8")
    code, report = checked("refs.bib", "--baseline", "old.json")
    assert (code, found(report), report["summary"]["suppressed"]) == (1, {"year-mismatch"}, 12)


def test_a_baseline_in_the_settings_is_seen_from_their_folder(
    bibproof, checked, settings, folder, monkeypatch
):
    settings('baseline = "old.json"')
    assert bibproof("check", "--offline", "refs.bib", "--write-baseline")[0] == 0
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert checked("../refs.bib")[0] == 0


def test_a_baseline_of_the_settings_that_has_changed_counts_at_once(checked, bibproof, settings, folder):
    settings('baseline = "old.json"')
    assert bibproof("check", "--offline", "refs.bib", "--write-baseline")[0] == 0
    assert [checked()[0] for _ in range(2)] == [0, 0]
    (folder / "old.json").write_text('{"version": 1, "findings": []}')
    assert checked()[0] == 1


def test_settings_that_have_changed_count_at_once(checked, settings):
    assert [checked()[0] for _ in range(2)] == [1, 1]
    settings('fail-on = "never"')
    assert checked()[0] == 0


def test_lock_heeds_the_settings(bibproof, settings):
    assert bibproof("lock", "--offline", "refs.bib")[0] == 1
    settings('fail-on = "never"')
    assert bibproof("lock", "--offline", "refs.bib")[0] == 0


def test_a_baseline_written_anew_keeps_what_could_not_be_checked_and_other_files(bibproof, folder):
    (folder / "other.bib").write_text("@article{k, title = {T}}", "utf-8")
    both = ("check", "--offline", "--baseline", "old.json", "--write-baseline", "--allow-unchecked")
    bibproof(*both, "refs.bib", "other.bib")
    before = json.loads((folder / "old.json").read_text("utf-8"))["findings"]
    assert {finding["file"] for finding in before} == {"refs.bib", "other.bib"}
    (folder / "refs.lock").unlink()
    bibproof(*both, "refs.bib")
    after = json.loads((folder / "old.json").read_text("utf-8"))["findings"]
    assert after == before


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--baseline", "none.json"], "none.json: there is no such baseline; --write-baseline makes it"),
        (["--baseline", "refs.bib"], "refs.bib: this is no baseline"),
        (["--write-baseline"], "--write-baseline: say where"),
        (["--write-baseline", "--baseline", "./refs.bib"], "refs.bib is a bibliography"),
        (["--write-baseline", "--baseline", "b.json", "--cited-in", "a.tex"], "check whole files"),
        (["--baseline", "."], "can't be read"),
    ],
)
def test_a_baseline_that_cannot_serve_is_one_line(bibproof, folder, arguments, part):
    before = (folder / "refs.bib").read_bytes()
    code, out, err = bibproof("check", "--offline", "refs.bib", *arguments)
    assert (code, out) == (2, "")
    assert part in err
    assert (folder / "refs.bib").read_bytes() == before
