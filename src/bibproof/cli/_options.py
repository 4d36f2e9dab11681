"""What `bibproof check` was told, gathered from click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `bibproof check`; `network` has those that `_run.settings_from` reads."""

    report_format: str | None
    outputs: tuple[str, ...]
    fail_on: str | None
    allow_unchecked: bool
    no_lock: bool
    changed_since: str | None
    cited_in: tuple[Path, ...]
    stdin_filename: Path | None
    baseline: Path | None
    write_baseline: bool
    show_suppressed: bool
    no_config: bool
    verbose: bool
    debug: bool
    network: Mapping[str, Any]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> CheckOptions:
        """What click hands to the command, by the names of its parameters."""
        own = {each.name for each in fields(cls)} - {"network"}
        network = {name: value for name, value in given.items() if name not in own}
        return cls(network=network, **{name: given[name] for name in own})
