"""What a file was in a revision of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bibproof.errors import UsageError

_PATIENCE = 60  # s


def earlier_bytes(path: Path, revision: str) -> bytes | None:
    """The file's bytes in a revision; None where it was not there yet.

    Raises UsageError where there is no git, no repository around the file, or no such revision.
    """
    folder = path.resolve().parent
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        _check_is_repository(path, folder)
        raise UsageError(
            f"--changed-since: git knows no revision {revision!r} here; fetch it, or name another"
        )
    return _git(folder, "cat-file", "blob", f"{commit.decode().strip()}:./{path.resolve().name}")


def _check_is_repository(path: Path, folder: Path) -> None:
    if _git(folder, "rev-parse", "--git-dir") is None:
        raise UsageError(f"--changed-since: {path} is in no repository of git; leave the option out")


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers; None where it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - git, with arguments that are no options
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError:
        raise UsageError(
            "--changed-since: there is no git here; install it, or leave the option out"
        ) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"--changed-since: git does not answer ({type(error).__name__})") from None
    return done.stdout if done.returncode == 0 else None
