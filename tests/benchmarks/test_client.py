"""The benchmark of the client runs, and counts what it says it counts."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import client
from _measured import check


@pytest.fixture
def bench(tmp_path, monkeypatch):
    monkeypatch.setenv("BIBPROOF_DATA", str(tmp_path / "none"))
    assert client.prepare(tmp_path, 1, [(60, True)], 80) == "80 invented records"
    return client.Bench(tmp_path)


def test_requests_and_verdicts_are_counted_in_a_storm_too(bench):
    source, cache = bench.bibliography(60, with_dois=True), bench.cache()
    with bench.service(storm=3) as service:
        first = check(source, service, cache)
        again = check(source, service, cache)
    assert len(first.verdicts) == 60
    assert first.unchecked == 0
    assert first.requests >= 2
    assert (again.requests, again.verdicts) == (0, first.verdicts)
    assert 0 < first.cost.processor < 60
    line = client.row("again", again, 60, {**first.verdicts, next(iter(first.verdicts)): "chimera"})
    assert line.split("|")[2:5] == [" 60 ", " 0 ", " 0.000 "]
    assert line.endswith("| 0 | 1 |")
