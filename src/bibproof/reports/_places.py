"""Where a file stands, as a forge names it: relative to the top of the repository."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from bibproof.model import Library
from bibproof.reports._layout import name_of
from bibproof.reports._visible import visible
from bibproof.settings import REPOSITORIES


def top() -> Path:
    """The folder that paths are relative to: the runner's copy of the repository, else the one we run in."""
    here = Path.cwd()
    for name in REPOSITORIES:
        named = os.environ.get(name)
        if named and here.is_relative_to(Path(named).resolve()):
            return Path(named).resolve()
    return here


def path_below(library: Library, folder: Path) -> Path | None:
    """The library's path relative to `folder`, absolute where it is not below it; None where it has none."""
    if library.path is None:
        return None
    whole = Path(os.path.normpath(Path.cwd() / library.path))
    return whole.relative_to(folder) if whole.is_relative_to(folder) else whole


def name_below(library: Library, folder: Path) -> str:
    """That path as text, as forges take it; what a library without a file is called otherwise."""
    path = path_below(library, folder)
    return name_of(library) if path is None else visible(path.as_posix())


def uri(path: Path) -> str:
    """A relative path as a relative URI, an absolute one with the scheme `file` (RFC 3986, RFC 8089)."""
    encoded = quote(path.as_posix(), safe="/~", errors="replace")
    if not path.is_absolute():
        return encoded
    return f"file://{encoded}" if encoded.startswith("/") else f"file:///{encoded}"
