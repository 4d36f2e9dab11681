"""Writing a file in one step: a reader sees what was there before, or all that is there now."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from bibproof.errors import FileError


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, following links and keeping the mode of what was there. Raises OSError.

    A pipe or a device (/dev/null, /dev/stdout) takes the data, and is not replaced by a file.
    """
    target = path.resolve()
    if is_device(path):
        path.write_bytes(data)
        return
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


def is_device(path: Path) -> bool:
    """Whether something stands there that is neither a file nor a folder."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _may_be_written(path: Path) -> bool:
    """Whether its mode lets anybody write to it, and us; to replace a file the folder's mode is enough."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def replace_text(path: Path, before: str, after: str, encoding: str) -> None:
    """Put another text in the place of the one that was read from a file; an empty one need be no file.

    Raises FileError where the file holds something else by now, is read-only, or can't be written.
    """
    try:
        is_there = path.exists()
        if is_there and not _may_be_written(path):
            raise FileError(f"{path}: the file is read-only; nothing is written, make it writable first")
        if (is_there or before) and path.read_bytes() != before.encode(encoding):
            raise FileError(
                f"{path}: the file has changed since it was read; nothing is written, run the command again"
            )
        write_atomically(path, after.encode(encoding))
    except OSError as error:
        raise FileError(f"{path}: can't be written ({error.strerror or error}); check the path") from None
