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
    return MappingProxyType({name: plugin(package, name) for name in sorted(plugin_files(package))})


def plugin(package: str, name: str) -> Any:  # noqa: ANN401 - what it is, the package says
    """The plug-in of that name, None where there is none; the package's other files are not imported."""
    file = plugin_files(package).get(name)
    if file is None:
        return None
    module = import_module(f"{package}.{file}")
    found = getattr(module, file, None)
    if found is None:
        raise ImportError(f"{module.__file__} must define {file!r}, the name of the file")
    return found


@cache
def plugin_files(package: str) -> Mapping[str, str]:
    """The names of a package's plug-ins and the files that hold them; none is imported."""
    files: dict[str, str] = {}
    for module_info in pkgutil.iter_modules(import_module(package).__path__):
        if module_info.name.startswith("_"):
            continue
        name = module_info.name.rstrip("_").replace("_", "-")
        if name in files:
            raise ImportError(f"{package}.{module_info.name}: there is another plug-in named {name!r}")
        files[name] = module_info.name
    return MappingProxyType(files)
