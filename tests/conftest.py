"""Nothing of the user's own settings, cache or network reaches a test."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _own_world(monkeypatch, tmp_path_factory):
    for name in ("CROSSREF_URL", "DOI_URL", "DATACITE_URL", "MAILTO"):
        monkeypatch.delenv(f"BIBPROOF_{name}", raising=False)
    monkeypatch.setenv("BIBPROOF_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("BIBPROOF_DOI_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("BIBPROOF_DATACITE_URL", "http://127.0.0.1:9")


@pytest.fixture
def root() -> Path:
    """The project's top folder."""
    return ROOT
