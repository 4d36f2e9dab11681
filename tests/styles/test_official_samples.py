"""The manuals' own samples: each that was right stays right, and each that has come right is written down.

The samples are not carried here; without them (../shared/data, BIBPROOF_DATA) the test is skipped. The list
is written by `python benchmarks/rendering_samples.py --passes tests/styles/official_passes.txt`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from _records import data_folder
from _samples import official

_FOLDER = data_folder()
_PASSES = Path(__file__).with_name("official_passes.txt")


@pytest.mark.skipif(
    _FOLDER is None or not (_FOLDER / "official-samples.jsonl").is_file(), reason="the samples are not here"
)
def test_the_samples_that_pass_are_those_that_are_written_down():
    listed = set(_PASSES.read_text("utf-8").split("\n")) - {""}
    passing = {sample.name for sample in official(_FOLDER) if sample.passes()}
    assert sorted(listed - passing) == [], "these were right and are wrong now"
    assert sorted(passing - listed) == [], "these are right now: write them down"
