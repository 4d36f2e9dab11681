"""What a project sets for its own bibliographies: `[tool.bibproof]` in pyproject.toml, or bibproof.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bibproof.config._table import Table
from bibproof.errors import FileError

if TYPE_CHECKING:
    from bibproof.policy import Policy


@dataclass(frozen=True, slots=True)
class Config:
    """A project's settings; `journals` maps full titles of journals to the short ones that it wants."""

    journals: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    table: Table | None = None

    def policy(self) -> Policy:
        """What the project says of findings. Raises FileError for what makes no sense."""
        from bibproof.config._policy import policy_from
        from bibproof.policy import Policy

        return Policy() if self.table is None else policy_from(self.table)


def find_config(start: Path) -> Config:
    """The settings that hold in a folder: those of the nearest file of the folder or one above it.

    A pyproject.toml without `[tool.bibproof]` is passed over. Raises FileError for a file that is no TOML or
    sets something to what it can't be.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        for name, tables in (("bibproof.toml", ()), ("pyproject.toml", ("tool", "bibproof"))):
            table = _table(place / name, tables)
            if table is not None:
                return _config(table, place / name)
    return Config()


def _table(path: Path, tables: tuple[str, ...]) -> Mapping[str, Any] | None:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    import tomllib

    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileError(f"{path}: this is no TOML ({error}); mend the file") from None
    for table in tables:
        found = found.get(table) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _config(table: Mapping[str, Any], path: Path) -> Config:
    settings = Table(table, path)
    settings.check_names()
    return Config(MappingProxyType(settings.journals()), settings)
