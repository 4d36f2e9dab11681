"""`bibproof add`: the records of DOIs as new entries of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bibproof.cli._run import PATH, network_options, notice
from bibproof.cli.show import ask, exit_for, records_in


@click.command(short_help="Add the records of DOIs to a file.")
@click.argument("file", metavar="FILE", type=PATH)
@click.argument("dois", metavar="DOI...", nargs=-1, required=True)
@network_options
def add(file: Path, dois: tuple[str, ...], **network: Any) -> None:  # noqa: ANN401 - click's options
    """Add the records of DOIs to the end of a BibTeX file, and print their keys.

    The entries are written as the file's last one is. A work that the file has is not added again.

    \b
    Exit codes:
      0  all are in the file
      1  a DOI leads to no record
      2  bad usage, or a file that could not be read or written
      3  a source could not answer
    """  # noqa: D301 - click reads the control character and keeps the lines
    from bibproof import api

    api.add(file)  # what is no BibTeX is told before anything is asked for
    standings = ask(dois, network)
    addition = api.add(file, *records_in(standings))
    addition.write()
    for doi, key in addition.keys.items():
        if doi in addition.present:
            notice(f"{file}: {doi} is there already, as {key}")
        else:
            click.echo(key)
    exit_for(standings)
