"""Whom to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bibproof.evidence import Agencies, Registry, Source


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom to ask. Offline, the sources answer from what they remember.

    `registries` has the records of other agencies than Crossref, by the agency's name in the DOI system.
    What a lock's records say is out of date where they were got before the day `locked_after`.
    """

    sources: Sequence[Source]
    agencies: Agencies
    online: bool = True
    registries: Mapping[str, Registry] = field(default_factory=dict)
    locked_after: date | None = None
