"""For pytest: `pytest --bibproof references.bib` makes a test of each reference.

Where it is not asked for, it costs the import of this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bibproof.pytest_plugin._items import Bibliography


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("bibproof", "references against the published record")
    group.addoption(
        "--bibproof",
        metavar="FILE",
        action="append",
        default=[],
        help="Check this bibliography, a test a reference; may be given several times.",
    )
    group.addoption(
        "--bibproof-strict",
        action="store_true",
        help="Fail what could not be checked, instead of skipping it.",
    )
    group.addoption(
        "--bibproof-offline", action="store_true", help="Open no socket: use the lock and the cache only."
    )


@pytest.hookimpl(tryfirst=True)  # before -k and -m choose
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    files: list[str] = config.getoption("--bibproof")
    if not files:
        return
    from bibproof.pytest_plugin._items import Bibliography

    for file in files:
        path = Path(config.invocation_params.dir, file)
        bibliography: Bibliography = Bibliography.from_parent(session, path=path)
        found = list(bibliography.collect())
        items.extend(found)
        told = pytest.CollectReport(bibliography.nodeid, "passed", longrepr=None, result=[*found])
        bibliography.ihook.pytest_collectreport(report=told)  # pytest counts what it tells of as collected
