"""What is timed is what it is said to be, and strings count as the same only where they may."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import _lists
import render
from _samples import Sample
from rendering_samples import difference

from bibproof.readers.bibtex import bibtex


@pytest.fixture
def invented(monkeypatch):
    """As many works as wanted, of which none is real."""
    monkeypatch.setattr(_lists, "data_folder", lambda: None)
    _lists._works.cache_clear()
    yield
    _lists._works.cache_clear()


def test_both_inputs_have_the_same_works_and_each_once(invented, tmp_path):
    _lists.write_bibtex(tmp_path / "a.bib", 900)
    _lists.write_csl_json(tmp_path / "a.json", 900)
    library = bibtex((tmp_path / "a.bib").read_text("utf-8"), None)
    items = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert library.broken == ()
    assert [reference.key for reference in library] == [item["id"] for item in items]
    claimed = [(reference.work.authors[0].surname, reference.work.title) for reference in library]
    assert len(set(claimed)) == 900
    first = [item["author"][0] for item in items]
    assert [surname for surname, _ in claimed] == [name.get("family") or name["literal"] for name in first]


def test_a_peer_that_is_not_there_has_a_row_that_says_so(tmp_path):
    source = tmp_path / "list.bib"
    row = render.measured("nobody", source, 10, [tmp_path / "nobody"], 1)
    failed = render.measured("fails", source, 10, [sys.executable, "-c", "raise SystemExit(4)"], 1)
    assert "No such file" in row.missing
    assert failed.missing.endswith("ended with 4")
    base = render.Row("ours", "bib", 10, (render.Run(1, 1, 5), render.Run(3, 2, 6), render.Run(2, 1, 7)))
    other = render.Row("ours", "json", 10, (render.Run(1, 1, 5),))
    double = render.Row("theirs", "bib", 10, (render.Run(4, 3, 9),))
    fourfold = render.Row("theirs", "json", 10, (render.Run(4, 3, 9),))
    printed = render.table([base, double, fourfold, failed], {"bib": base, "json": other}).splitlines()
    assert printed[2] == "| ours | .bib | 10 | 2.00 | 1.0 | 1.00 | 1.0 | 200000 | 7 |"
    assert printed[3] == "| theirs | .bib | 10 | 4.00 | 2.0 | 3.00 | 3.0 | 400000 | 9 |"
    assert printed[4] == "| theirs | .json | 10 | 4.00 | 4.0 | 3.00 | 3.0 | 400000 | 9 |"
    assert "| fails | .bib | 10 | python" in printed[5]


def test_what_a_process_takes_is_measured():
    row = render.measured("x", Path("x.bib"), 1, [sys.executable, "-c", "x = bytearray(60_000_000)"], 1)
    (run,) = row.runs
    assert run.megabytes > 60
    assert run.seconds > 0


@pytest.mark.parametrize(
    ("expected", "written", "any_case", "same"),
    [
        ("A title, 3–4.", "A title, 3-4", False, True),
        ("A “title”", 'A "title"', False, True),
        ("A title", "A Title", False, False),
        ("A title", "A Title", True, True),
        ("A title, 3", "A title 3", True, False),
    ],
)
def test_strings_are_the_same_but_for_dashes_quotes_and_the_last_stop(expected, written, any_case, same):
    assert Sample("x", "x", expected, written, any_case).passes() is same


def test_a_difference_is_marked():
    assert difference("A title, 3", "A tidle 3.") == "A ti[-t-]{+d+}le[-,-] 3{+.+}"
