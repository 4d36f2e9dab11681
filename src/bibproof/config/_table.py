"""A table of settings, taken apart. Each error names the file and the setting, and what was expected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from bibproof.errors import FileError
from bibproof.suppression import fault_of_rule, suggestion

NAMES = (
    *("select", "ignore", "severity", "per-file-ignores", "per-key-ignores"),
    *("fail-on", "lock", "baseline", "journals"),
)


class Table:
    """The values of a table, each checked for what it must be. Its methods raise FileError."""

    def __init__(self, table: Mapping[str, Any], path: Path) -> None:
        self._table = table
        self.path = path

    def check_names(self) -> None:
        for name in self._table:
            if name not in NAMES:
                self.fail_unknown(name, name, NAMES)

    def fail(self, name: str, fault: str) -> NoReturn:
        raise FileError(f"{self.path}: {name}: {fault}")

    def fail_unknown(self, place: str, name: str, known: tuple[str, ...]) -> NoReturn:
        near = suggestion(name, known) or f"; there are {listed(known)}"
        self.fail(place, f"there is no such setting{near}")

    def table(self, name: str, shape: str) -> Mapping[str, Any]:
        found = self._table.get(name, {})
        if not isinstance(found, dict):
            self.fail(name, f"expected a table of {shape}")
        return found

    def rules(self, name: str) -> frozenset[str] | None:
        """The names of a list of rules; None where nothing is set."""
        if name not in self._table:
            return None
        return frozenset(self.strings(name, self._table[name]))

    def strings(self, name: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fail(name, 'expected a list of rules, as in ["missing-doi"]')
        for each in value:
            fault = fault_of_rule(each)
            if fault is not None:
                self.fail(name, fault)
        return tuple(value)

    def choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        value = self._table.get(name)
        if value is not None and value not in choices:
            self.fail(name, f"expected one of {listed(choices)}, not {value!r}")
        return value

    def file(self, name: str) -> Path | None:
        """A path, seen from the folder of the settings."""
        value = self._table.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or not value:
            self.fail(name, "expected the path of a file")
        return self.path.parent / value

    def journals(self) -> dict[str, str]:
        found = self.table("journals", '"Full Title" = "Short Title"')
        for title, short in found.items():
            if not isinstance(short, str):
                self.fail(f'journals."{title}"', 'expected "Full Title" = "Short Title"')
        return dict(found)


def listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
