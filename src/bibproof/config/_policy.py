"""The settings that say which findings count. They need the rules, so they are read only when asked for."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType

from bibproof.config._table import Table, listed
from bibproof.findings import Severity
from bibproof.policy import LOCK_POLICIES, NEVER, FileIgnore, Policy
from bibproof.suppression import Suppression, fault_of_rule, fault_of_rules

_SEVERITIES = tuple(str(severity) for severity in reversed(Severity))
_IGNORE_NAMES = ("rules", "reason", "until")
_IGNORE_SHAPE = '{ rules = ["rule-name"], reason = "..." }'


def policy_from(table: Table) -> Policy:
    """Raises FileError for what makes no sense."""
    return Policy(
        select=table.rules("select"),
        ignore=table.rules("ignore") or frozenset(),
        severity=MappingProxyType(_severities(table)),
        per_file=_per_file(table),
        per_key=MappingProxyType(_per_key(table)),
        fail_on=table.choice("fail-on", (*_SEVERITIES, NEVER)),
        lock=table.choice("lock", LOCK_POLICIES) or "use",
        baseline=table.file("baseline"),
        file=table.path,
    )


def _severities(table: Table) -> dict[str, Severity]:
    found = table.table("severity", 'rule-name = "warning"')
    for rule, severity in found.items():
        fault = fault_of_rule(rule)
        if fault is not None:
            table.fail(f"severity.{rule}", fault)
        if severity not in _SEVERITIES:
            table.fail(f"severity.{rule}", f"expected one of {listed(_SEVERITIES)}, not {severity!r}")
    return {rule: Severity[severity.upper()] for rule, severity in found.items()}


def _per_file(table: Table) -> tuple[FileIgnore, ...]:
    """Lists of rules, or tables with a reason."""
    found = table.table("per-file-ignores", f'"pattern.bib" = {_IGNORE_SHAPE}')
    ignores = []
    for pattern, value in found.items():
        name = f'per-file-ignores."{pattern}"'
        if isinstance(value, list):
            told = f"{table.path.name}: {name}"
            one = Suppression(table.strings(name, value), "left aside in this file", "settings", told=told)
        else:
            one = _suppression(table, name, value)
        ignores.append(FileIgnore(pattern, one))
    return tuple(ignores)


def _per_key(table: Table) -> dict[str, tuple[Suppression, ...]]:
    found = table.table("per-key-ignores", f"key = {_IGNORE_SHAPE}")
    return {
        key: tuple(
            _suppression(table, f"per-key-ignores.{key}", each)
            for each in (value if isinstance(value, list) else [value])
        )
        for key, value in found.items()
    }


def _suppression(table: Table, name: str, value: object) -> Suppression:
    if not isinstance(value, dict) or not isinstance(value.get("rules"), list):
        table.fail(name, f"expected {_IGNORE_SHAPE}")
    for each in value:
        if each not in _IGNORE_NAMES:
            table.fail_unknown(f"{name}.{each}", each, _IGNORE_NAMES)
    rules = tuple(str(rule) for rule in value["rules"])
    fault = fault_of_rules(rules)
    if fault is not None:
        table.fail(name, fault)
    reason = value.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        table.fail(name, 'it gives no reason: add reason = "..."')
    until = _day(table, f"{name}.until", value["until"]) if "until" in value else None
    return Suppression(rules, reason.strip(), "settings", until, told=f"{table.path.name}: {name}")


def _day(table: Table, name: str, value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        table.fail(name, f"expected a day, as in 2027-01-31, not {value!r}")
