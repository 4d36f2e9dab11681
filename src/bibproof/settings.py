"""How the network is used: what options and variables say."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from bibproof.errors import UsageError

TIMEOUT = 30.0  # s for one answer
RETRIES = 10  # of one request
REPOSITORIES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The variables in which GitHub's and GitLab's runners say where they have the repository."""

_ENDLESS = 1e6  # days or seconds; no number that anybody means


@dataclass(frozen=True, slots=True)
class Settings:
    """How the network is used.

    `mailto` is the address to give to Crossref, which then serves from its faster "polite" pool; none is
    given unless you give one. `cache_dir` None is the user's own cache folder. `offline` opens no socket:
    locks and the cache answer. `use_locks` False leaves `NAME.lock` files aside. `max_age`, in days, is how
    old an answer of the cache may be (None: 30 days, searches 14, absences 1), and from when on a lock's
    records are warned of (None: never). `timeout` is in seconds, for one answer; `retries` is how often a
    request is tried again; `jobs` lowers how many are under way together. `crossref_token` is for Crossref
    Plus, and goes to no other host.
    """

    crossref_url: str = "https://api.crossref.org"
    doi_url: str = "https://doi.org"
    datacite_url: str = "https://api.datacite.org"
    mailto: str | None = field(default=None, repr=False)
    crossref_token: str | None = field(default=None, repr=False)
    offline: bool = False
    cache_dir: Path | None = None
    use_cache: bool = True
    use_locks: bool = True
    max_age: float | None = None
    timeout: float = TIMEOUT
    retries: int = RETRIES
    jobs: int | None = None

    def __post_init__(self) -> None:
        """Raise UsageError for numbers that make no sense."""
        for name, least in (("max_age", 0), ("retries", 0), ("jobs", 1), ("timeout", 0.1)):
            value = getattr(self, name)
            if value is not None and not least <= value < _ENDLESS:
                option = f"--{name.replace('_', '-')}"
                allowed = f"{least:g} at least, and less than a million"
                raise UsageError(f"{option}: {value:g} makes no sense; it is {allowed}")

    @classmethod
    def from_environment(cls) -> Settings:
        """The settings with what the variables of `bibproof --help` say."""
        defaults = cls()
        cache_dir = os.environ.get("BIBPROOF_CACHE_DIR")
        return cls(
            crossref_url=os.environ.get("BIBPROOF_CROSSREF_URL") or defaults.crossref_url,
            doi_url=os.environ.get("BIBPROOF_DOI_URL") or defaults.doi_url,
            datacite_url=os.environ.get("BIBPROOF_DATACITE_URL") or defaults.datacite_url,
            mailto=os.environ.get("BIBPROOF_MAILTO") or None,
            crossref_token=os.environ.get("BIBPROOF_CROSSREF_TOKEN") or None,
            cache_dir=Path(cache_dir) if cache_dir else None,
        )
