"""The folder is the list: what a package's files hold is found by looking, not by registering."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any


@cache
def discover(package: str) -> Mapping[str, Any]:
    """What each file of a package holds under the file's own name, by the name that a user types.

    `rules/year_mismatch.py` holds `year_mismatch`, and a user types `year-mismatch`. Files whose name
    starts with an underscore are the package's own. Raises ImportError, naming the file, where a file
    does not hold what it is named for, and where two come to the same name.
    """
    found: dict[str, Any] = {}
    for module_info in pkgutil.iter_modules(import_module(package).__path__):
        if module_info.name.startswith("_"):
            continue
        name = module_info.name.rstrip("_").replace("_", "-")
        module = import_module(f"{package}.{module_info.name}")
        plugin = getattr(module, module_info.name, None)
        if plugin is None:
            raise ImportError(f"{module.__file__} must define {module_info.name!r}, the name of the file")
        if name in found:
            raise ImportError(f"{module.__file__}: there is another plug-in named {name!r}")
        found[name] = plugin
    return MappingProxyType(dict(sorted(found.items())))
