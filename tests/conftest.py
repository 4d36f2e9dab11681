"""Nothing of the user's own settings, cache or network reaches a test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The gate tries the same texts each time; HYPOTHESIS_PROFILE=default looks for new ones.
settings.register_profile("gate", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _own_world(monkeypatch, tmp_path_factory):
    for name in ("CROSSREF_URL", "DOI_URL", "DATACITE_URL"):
        monkeypatch.delenv(f"BIBPROOF_{name}", raising=False)
    monkeypatch.setenv("BIBPROOF_MAILTO", "tests@example.org")  # who says who he is waits less
    monkeypatch.setenv("BIBPROOF_CROSSREF_TOKEN", "of-a-member")  # and so does a member
    monkeypatch.setenv("BIBPROOF_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("BIBPROOF_DOI_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("BIBPROOF_DATACITE_URL", "http://127.0.0.1:9")


@pytest.fixture
def root() -> Path:
    """The project's top folder."""
    return ROOT
