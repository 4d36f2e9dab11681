"""Running pandoc."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bibproof.errors import UsageError

_INSTALL = "this needs pandoc, and there is none here: pip install 'bibproof[csl]'"
_SECONDS = 120
_SECONDS_AN_ENTRY = 0.1


def pandoc(arguments: Sequence[str | Path], data: bytes, *, entries: int = 0) -> bytes:
    """What pandoc writes when it is given `data`; it reads no file that the arguments don't name.

    `entries` is for how many references it is given time. Raises UsageError, in one line, where there is no
    pandoc, where it takes too long, and where it refuses.
    """
    limit = _SECONDS + _SECONDS_AN_ENTRY * entries
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [path(), "--sandbox", *map(str, arguments)],
            input=data,
            capture_output=True,
            check=False,
            timeout=limit,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(f"pandoc had not finished after {limit:.0f} s; it was stopped") from None
    except OSError as error:
        raise UsageError(f"pandoc can't be run ({error.strerror})") from None
    if done.returncode != 0:
        raise UsageError(f"pandoc refused: {_last_words(done.stderr)}")
    return done.stdout


@cache
def path() -> str:
    """Where pandoc is: that of the extra where it is installed, else the system's. Raises UsageError."""
    program = "pandoc.exe" if os.name == "nt" else "pandoc"
    package = find_spec("pypandoc")
    folders = (package and package.submodule_search_locations) or ()
    bundled = (Path(folder, "files", program) for folder in folders)
    found = next((str(file) for file in bundled if file.exists()), None) or shutil.which("pandoc")
    if found is None:
        raise UsageError(_INSTALL)
    return found


def _last_words(stderr: bytes) -> str:
    lines = [line.strip() for line in stderr.decode(errors="replace").splitlines() if line.strip()]
    return "; ".join(lines[-3:]) or "it did not say why"
