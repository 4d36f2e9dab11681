"""The command `bibproof`, and `python -m bibproof`."""

from __future__ import annotations

import os
import signal
from typing import NoReturn


def run() -> NoReturn:
    """Run the command; SIGTERM is as Ctrl-C, and either may come while the modules are still being read."""
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        from bibproof.cli import run as run_command
    except KeyboardInterrupt:
        os.write(2, b"bibproof: interrupted\n")
        os._exit(130)
    run_command()


if __name__ == "__main__":
    run()
