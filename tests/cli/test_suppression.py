"""What is left aside by comments and settings: it is counted, shown if wanted, and changes no verdict."""

from __future__ import annotations

import json

import pytest

from bibproof.readers.bibtex import bibtex
from bibproof.suppression import comments_in

BERNA = {"year-mismatch", "volume-mismatch", "number-mismatch", "pages-mismatch"}


def rules(report, key="berna2018"):
    (reference,) = [one for one in report["references"] if one["key"] == key]
    return {finding["rule"] for finding in reference["findings"]} - {"missing-doi"}


def suppressed(report):
    return {finding["rule"] for finding in report["suppressed"]}


def about_suppressions(report):
    return [finding["rule"] for finding in report["findings"] if finding["rule"].endswith("-suppression")]


@pytest.mark.parametrize(
    "comment",
    [
        '% bibproof: ignore[year-mismatch, pages-mismatch] reason="online first"',
        '%bibproof:ignore[pages-mismatch,year-mismatch]   until=2999-01-01   reason="online first"  ',
        '  %%  Bibproof: IGNORE[year-mismatch,pages-mismatch] reason="online first" until="2999-12-31"',
        '@comment{bibproof: ignore[year-mismatch,pages-mismatch] reason="online first"}',
        (
            '% bibproof: ignore[year-mismatch] reason="a"\n\n% a remark\n'
            '% bibproof: ignore[pages-mismatch] reason="b"\n@string{unused = {u}}'
        ),
    ],
)
def test_what_a_comment_names_is_left_aside_and_counted(checked, commented, comment):
    commented(comment)
    code, report = checked()
    assert code == 1
    assert rules(report) == BERNA - {"year-mismatch", "pages-mismatch"}
    assert suppressed(report) == {"year-mismatch", "pages-mismatch"}
    assert report["summary"]["suppressed"] == 2
    assert about_suppressions(report) == []
    (berna,) = [one for one in report["references"] if one["key"] == "berna2018"]
    assert berna["verdict"] == "inaccurate"


def test_with_all_errors_left_aside_the_check_passes_and_the_verdict_stays(checked, commented):
    text = ",".join(sorted(BERNA))
    commented(f'% bibproof: ignore[{text}] reason="the preprint is meant"')
    commented('% bibproof: ignore[chimera] reason="r"', "patten2018")
    commented('% bibproof: ignore[author-mismatch] reason="r"', "canan2018")
    code, report = checked()
    assert code == 0
    assert (report["summary"]["inaccurate"], report["summary"]["chimera"]) == (2, 1)
    assert (report["summary"]["errors"], report["summary"]["suppressed"]) == (0, 6)
    assert about_suppressions(report) == []


@pytest.mark.parametrize(
    ("comment", "part"),
    [
        ("% bibproof: ignore[year-mismatch]", "it gives no reason"),
        ('% bibproof: ignore[year-mismatch] reason="  "', "it gives no reason"),
        ('% bibproof: ignore[year-mismatch] reason=""', "it gives no reason"),
        ('% bibproof: ignore reason="r"', "expected ignore[rule-name]"),
        ('% bibproof: ignore[] reason="r"', "it names no rule"),
        ('% bibproof: ignore[*] reason="r"', "name each rule"),
        ('% bibproof: ignore[year] reason="r"', "there is no rule 'year'"),
        ('% bibproof: ignore[year_mismatch] reason="r"', 'did you mean "year-mismatch"?'),
        ('% bibproof: ignroe[year-mismatch] reason="r"', "expected ignore[rule-name]"),
        ('% bibproof: ignore[year-mismatch] reason="r', 'expected reason="..."'),
        ('% bibproof: ignore[year-mismatch] reason="r" till=2027-01-01', "there are reason and until only"),
        ('% bibproof: ignore[year-mismatch] reason="r" reason="s"', "given twice"),
        ('% bibproof: ignore[year-mismatch] reason="r" until=2027-02-30', "expected a day"),
        ('% bibproof: ignore[year-mismatch] reason="r" until=soon', "expected a day"),
        ('% bibproof: ignore[year-mismatch] reason="r" and more', "expected reason"),
    ],
)
def test_a_comment_that_cannot_be_read_is_a_finding_and_leaves_nothing_aside(
    checked, commented, comment, part
):
    commented(comment)
    code, report = checked()
    assert code == 1
    assert rules(report) == BERNA
    assert report["suppressed"] == []
    (finding,) = [one for one in report["findings"] if one["rule"] == "malformed-suppression"]
    assert part in finding["message"]
    assert (finding["key"], finding["severity"]) == ("berna2018", "warning")


def test_a_comment_below_the_last_entry_or_inside_of_one_is_a_finding(checked, folder):
    comment = '% bibproof: ignore[year-mismatch] reason="r"'
    path = folder / "refs.bib"
    text = path.read_text("utf-8").replace("  year     = {2018},\n  volume   = {93}", "VOLUME")
    inside = text.replace("@article{berna2018,\n", f"@article{{berna2018,\n{comment}\n")
    assert inside != text
    path.write_text(f"{inside}\n{comment}\n", "utf-8")
    _, report = checked()
    first, second = [one for one in report["findings"] if one["rule"] == "malformed-suppression"]
    assert "stands inside of an entry" in first["message"]
    assert "no entry stands behind it" in second["message"]


def test_a_comment_behind_other_text_is_a_finding(checked, commented):
    commented('text % bibproof: ignore[year-mismatch] reason="r"')
    _, report = checked()
    (finding,) = [one for one in report["findings"] if one["rule"] == "malformed-suppression"]
    assert "write it on a line of its own" in finding["message"]


@pytest.mark.parametrize("line_end", ["\r", "\r\n", "\n"])
def test_comments_in_files_of_every_kind_of_line_end_and_behind_a_mark(line_end):
    text = '\ufeff% bibproof: ignore[chimera] reason="a"\n@misc{a, title = {T}}\n % bibproof: ignore[chimera]'
    text += ' reason="b"\n@misc{b, title = {% bibproof: ignore[chimera] reason="no"}}\n'
    found = comments_in(bibtex(text.replace("\n", line_end), None))
    assert [(one.key, one.reason, one.fault) for one in found] == [("a", "a", None), ("b", "b", None)]


@pytest.mark.parametrize("rule", ["uncited", "undefined-citation", "stale-lock"])
def test_rules_that_need_an_option_are_not_idle_without_it(checked, commented, rule):
    commented(f'% bibproof: ignore[{rule}] reason="r"')
    assert about_suppressions(checked()[1]) == []


def test_in_a_part_of_a_file_nothing_is_said_of_the_rest(checked, commented, folder):
    commented('% bibproof: ignore[year-mismatch] reason="r" until=2020-01-01')
    commented("% bibproof: ignore[year-mismatch]", "lee2018")
    commented('% bibproof: ignore[duplicate-doi, year-mismatch] reason="r"', "toljan2018")
    (folder / "paper.tex").write_text(r"\cite{toljan2018}")
    _, report = checked("refs.bib", "--cited-in", "paper.tex")
    (finding,) = [one for one in report["findings"] if one["rule"].endswith("-suppression")]
    assert (finding["rule"], finding["key"]) == ("useless-suppression", "toljan2018")
    assert finding["message"].startswith("year-mismatch: ")


def test_fix_leaves_alone_what_is_left_aside(bibproof, commented, folder):
    commented('% bibproof: ignore[missing-doi] reason="r"')
    (folder / "bibproof.toml").write_text('per-key-ignores.lee2018 = {rules=["missing-doi"], reason="r"}')
    code, out, _ = bibproof("fix", "--offline", "--diff", ".")
    assert code == 1
    assert "10.3390/medsci6040082" in out
    assert "10.1016/j.mayocp.2015.04.003" not in out
    assert "10.1016/s0140-6736(17)32812-x" not in out


@pytest.mark.parametrize("remark", ["% checked with bibproof", "% bibproof is fine", "bibproof: ignore[x]"])
def test_a_remark_is_no_suppression(checked, commented, remark):
    commented(remark)
    _, report = checked()
    assert about_suppressions(report) == []
    assert rules(report) == BERNA


def test_an_expired_suppression_leaves_nothing_aside_and_is_a_finding(checked, commented):
    commented('% bibproof: ignore[year-mismatch] reason="r" until=2020-02-29')
    _, report = checked()
    assert rules(report) == BERNA
    assert about_suppressions(report) == ["expired-suppression"]


def test_a_useless_suppression_is_a_finding_that_names_the_idle_rules(checked, commented):
    commented('% bibproof: ignore[year-mismatch, title-mismatch] reason="r"')
    code, report = checked()
    assert suppressed(report) == {"year-mismatch"}
    (finding,) = [one for one in report["findings"] if one["rule"] == "useless-suppression"]
    assert finding["message"].startswith("title-mismatch: ")
    assert (finding["key"], code) == ("berna2018", 1)


def test_of_what_could_not_be_checked_no_suppression_is_called_useless(checked, commented, folder):
    commented('% bibproof: ignore[title-mismatch] reason="r"')
    (folder / "refs.lock").unlink()
    code, report = checked()
    assert code == 3
    assert about_suppressions(report) == []


def test_a_suppression_of_a_neighbour_reaches_no_other_entry(checked, commented):
    commented('% bibproof: ignore[year-mismatch] reason="r"', "toljan2018")
    _, report = checked()
    assert rules(report) == BERNA
    assert about_suppressions(report) == ["useless-suppression"]


def test_text_counts_and_shows_what_is_left_aside(bibproof, commented):
    commented('% bibproof: ignore[year-mismatch] reason="online first" until=2999-01-01')
    _, out, _ = bibproof("check", "--offline", "refs.bib")
    assert "6 errors, 0 warnings, 7 notes" not in out
    assert "5 errors, 0 warnings, 7 notes, 1 suppressed" in out
    assert "online first" not in out
    _, out, _ = bibproof("check", "--offline", "refs.bib", "--show-suppressed")
    assert "because  online first, until 2999-01-01" in out


def test_sarif_marks_what_is_left_aside_where_it_is_shown(bibproof, commented, folder):
    commented('% bibproof: ignore[year-mismatch] reason="online first"')
    (folder / "bibproof.toml").write_text('ignore = ["pages-mismatch"]')
    _, out, _ = bibproof("check", "--offline", "refs.bib", "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert {one["ruleId"] for one in results}.isdisjoint({"year-mismatch", "pages-mismatch"})
    _, out, _ = bibproof("check", "--offline", "refs.bib", "--format", "sarif", "--show-suppressed")
    results = json.loads(out)["runs"][0]["results"]
    marked = {one["ruleId"]: one["suppressions"][0] for one in results if "suppressions" in one}
    assert marked == {
        "year-mismatch": {"kind": "inSource", "status": "accepted", "justification": "online first"},
        "pages-mismatch": {
            "kind": "external",
            "status": "accepted",
            "justification": "switched off by ignore (bibproof.toml: ignore)",
        },
    }


def test_a_hostile_reason_arrives_as_text(bibproof, commented):
    commented('% bibproof: ignore[year-mismatch] reason="\x1b[31m\u202e::error::{0}[a](b)"')
    for options in (["--show-suppressed"], ["--show-suppressed", "--format", "sarif"]):
        code, out, _ = bibproof("check", "--offline", "refs.bib", *options)
        assert code == 1
        assert "::error::" in out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())


@pytest.mark.parametrize("form", ["text", "markdown", "github", "html"])
def test_forms_for_people_count_what_is_left_aside(bibproof, commented, form):
    commented('% bibproof: ignore[year-mismatch] reason="online first"')
    _, out, _ = bibproof("check", "--offline", "refs.bib", "--format", form)
    assert "1 suppressed" in out
