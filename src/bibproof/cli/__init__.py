"""The command `bibproof`: arguments in, exit code out.

Exit codes: 0 clean; 1 a finding at or above `--fail-on`; 2 bad usage, or a file that could not be read; 3 no
such finding, but something is unchecked; 70 a fault of bibproof's own; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
from typing import NoReturn

import click

from bibproof.cli._run import BAD_INPUT, FOUND, INTERRUPTED, OWN_FAULT, notice
from bibproof.cli.add import add
from bibproof.cli.check import check, lock
from bibproof.cli.fix import fix
from bibproof.cli.render import render
from bibproof.cli.rules import rules
from bibproof.cli.show import show
from bibproof.errors import BibproofError

_TURN = 0.0005  # s for which a thread keeps the processor while others wait for it


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's signature
    if asked and not context.resilient_parsing:
        from bibproof import __version__

        click.echo(f"bibproof {__version__}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def bibproof() -> None:
    """Prove references against the published record.

    \b
    Exit codes:
      0  clean
      1  a finding at or above --fail-on (default: error)
      2  bad usage, or a file that could not be read
      3  no such finding, but a source could not answer (--allow-unchecked: 0)

    \b
    Examples:
      bibproof check refs.bib
      bibproof check --offline --format json refs.bib
      bibproof fix --diff refs.bib
      bibproof render refs.bib --style vancouver --to html

    \b
    Environment:
      BIBPROOF_CROSSREF_URL, BIBPROOF_MAILTO, BIBPROOF_CACHE_DIR   what the options of these names say
      BIBPROOF_DOI_URL, BIBPROOF_DATACITE_URL   other addresses for doi.org and DataCite's API
      BIBPROOF_CROSSREF_TOKEN   a token for Crossref Plus: sent to Crossref alone, shown to nobody
    """  # noqa: D301 - click reads the control character and keeps the lines


for command in (check, fix, lock, render, show, add, rules):
    bibproof.add_command(command)


def run() -> NoReturn:
    """The program: `main`, in a process that ends with it.

    A long list is a million small objects without cycles. To look for cycles among them, and to take each
    apart before the process ends anyway, would take a fifth of the time. And a request waits for the
    processor, while records are read and compared, each time that it has sent or received something.
    """
    gc.disable()
    sys.setswitchinterval(_TURN)
    code = 0
    try:
        main()
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else 0
    _flush()
    os._exit(code)


def main() -> None:
    """Run the command; whatever goes wrong is one line on standard error. Raises SystemExit."""
    try:
        bibproof.main(prog_name="bibproof", standalone_mode=False)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except (click.Abort, KeyboardInterrupt):
        notice("interrupted")
        _leave(INTERRUPTED)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(BAD_INPUT)
    except click.ClickException as error:
        notice(" ".join(error.format_message().split()))
        sys.exit(BAD_INPUT)
    except BibproofError as error:
        notice(" ".join(str(error).split()))
        sys.exit(BAD_INPUT)
    except BrokenPipeError:  # the reader went away: `bibproof check ... | head`
        _write_no_more()
        sys.exit(FOUND)
    except OSError as error:  # files are read and written with errors of our own: this is standard output
        _write_no_more()
        notice(f"the output could not be written ({error.strerror or error})")
        sys.exit(BAD_INPUT)
    except Exception as error:  # no traceback reaches a user, whatever we did wrong
        if os.environ.get("BIBPROOF_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        notice(f"a fault of bibproof itself, please report it ({what}); BIBPROOF_DEBUG=1 shows where it is")
        sys.exit(OWN_FAULT)


def _write_no_more() -> None:
    """What standard output still holds goes nowhere: Python would complain of it while it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(code: int) -> NoReturn:
    """Exit without waiting for requests that are still under way."""
    _flush()
    if threading.active_count() > 1:
        os._exit(code)
    sys.exit(code)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError):  # full, or closed
            stream.flush()
