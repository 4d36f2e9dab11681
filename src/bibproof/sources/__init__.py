"""The places where records are kept, one file each. A source fetches and maps; it never judges.

A file holds, under its own name, what makes the source from `Means`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bibproof.cache import Answers
from bibproof.evidence import Agencies, Progress
from bibproof.http import Client
from bibproof.settings import Settings


@dataclass(frozen=True, slots=True)
class Means:
    """What sources have to ask with. Without a client, what the cache holds is all they know.

    `agencies` asks the DOI system which agency registered each of some DOIs.
    """

    settings: Settings
    client: Client | None
    cache: Answers
    progress: Progress
    agencies: Agencies
