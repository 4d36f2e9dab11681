"""A table of settings, taken apart. Each error names the file and the setting, and what was expected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from bibproof.errors import FileError
from bibproof.findings import Severity
from bibproof.policy import LOCK_POLICIES, NEVER, FileIgnore, Policy
from bibproof.suppression import Suppression, fault_of_rule, fault_of_rules, suggestion

NAMES = (
    *("select", "ignore", "severity", "per-file-ignores", "per-key-ignores"),
    *("fail-on", "lock", "baseline", "journals"),
)
_SEVERITIES = tuple(str(severity) for severity in reversed(Severity))
_IGNORE_NAMES = ("rules", "reason", "until")
_IGNORE_SHAPE = '{ rules = ["rule-name"], reason = "..." }'


class Table:
    """The values of a table, each checked for what it must be. Its methods raise FileError."""

    def __init__(self, table: Mapping[str, Any], path: Path) -> None:
        self._table = table
        self.path = path

    def check_names(self) -> None:
        for name in self._table:
            if name not in NAMES:
                self._fail_unknown(name, name, NAMES)

    def fail(self, name: str, fault: str) -> NoReturn:
        raise FileError(f"{self.path}: {name}: {fault}")

    def _fail_unknown(self, place: str, name: str, known: tuple[str, ...]) -> NoReturn:
        near = suggestion(name, known) or f"; there are {_listed(known)}"
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
        return frozenset(self._strings(name, self._table[name]))

    def _strings(self, name: str, value: object) -> tuple[str, ...]:
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
            self.fail(name, f"expected one of {_listed(choices)}, not {value!r}")
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

    def severities(self) -> dict[str, Severity]:
        found = self.table("severity", 'rule-name = "warning"')
        for rule, severity in found.items():
            fault = fault_of_rule(rule)
            if fault is not None:
                self.fail(f"severity.{rule}", fault)
            if severity not in _SEVERITIES:
                self.fail(f"severity.{rule}", f"expected one of {_listed(_SEVERITIES)}, not {severity!r}")
        return {rule: Severity[severity.upper()] for rule, severity in found.items()}

    def per_file(self) -> tuple[FileIgnore, ...]:
        """Lists of rules, or tables with a reason."""
        found = self.table("per-file-ignores", f'"pattern.bib" = {_IGNORE_SHAPE}')
        ignores = []
        for pattern, value in found.items():
            name = f'per-file-ignores."{pattern}"'
            if isinstance(value, list):
                told = f"{self.path.name}: {name}"
                one = Suppression(
                    self._strings(name, value), "left aside in this file", "settings", told=told
                )
            else:
                one = self._suppression(name, value)
            ignores.append(FileIgnore(pattern, one))
        return tuple(ignores)

    def per_key(self) -> dict[str, tuple[Suppression, ...]]:
        found = self.table("per-key-ignores", f"key = {_IGNORE_SHAPE}")
        return {
            key: tuple(
                self._suppression(f"per-key-ignores.{key}", each)
                for each in (value if isinstance(value, list) else [value])
            )
            for key, value in found.items()
        }

    def _suppression(self, name: str, value: object) -> Suppression:
        if not isinstance(value, dict) or not isinstance(value.get("rules"), list):
            self.fail(name, f"expected {_IGNORE_SHAPE}")
        for each in value:
            if each not in _IGNORE_NAMES:
                self._fail_unknown(f"{name}.{each}", each, _IGNORE_NAMES)
        rules = tuple(str(rule) for rule in value["rules"])
        fault = fault_of_rules(rules)
        if fault is not None:
            self.fail(name, fault)
        reason = value.get("reason")
        if not isinstance(reason, str) or not reason.strip():
            self.fail(name, 'it gives no reason: add reason = "..."')
        until = self._day(f"{name}.until", value["until"]) if "until" in value else None
        return Suppression(rules, reason.strip(), "settings", until, told=f"{self.path.name}: {name}")

    def _day(self, name: str, value: object) -> date:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(name, f"expected a day, as in 2027-01-31, not {value!r}")


def policy_from(table: Table) -> Policy:
    return Policy(
        select=table.rules("select"),
        ignore=table.rules("ignore") or frozenset(),
        severity=MappingProxyType(table.severities()),
        per_file=table.per_file(),
        per_key=MappingProxyType(table.per_key()),
        fail_on=table.choice("fail-on", (*_SEVERITIES, NEVER)),
        lock=table.choice("lock", LOCK_POLICIES) or "use",
        baseline=table.file("baseline"),
        file=table.path,
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
