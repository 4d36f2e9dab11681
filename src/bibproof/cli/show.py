"""`bibproof show`: the record of a DOI, as an entry or in a style."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from bibproof.cli._completion import or_files, plugins
from bibproof.cli._run import FOUND, UNCHECKED, asking, network_options, notice
from bibproof.errors import UsageError

if TYPE_CHECKING:
    from bibproof.evidence import DoiStanding, Record

_RETRACTED = frozenset({"retraction", "partial_retraction", "withdrawal", "removal"})


@click.command(short_help="Print the record of a DOI.")
@click.argument("dois", metavar="DOI...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["bibtex", "csl-json"]),
    help="As an entry: bibtex (default) or csl-json.",
)
@click.option(
    "--style",
    metavar="STYLE",
    shell_complete=or_files(plugins("bibproof.styles")),
    help="As a list: apa, vancouver, or the path of a .csl file.",
)
@click.option(
    "--to",
    metavar="FORMAT",
    shell_complete=plugins("bibproof.outputs"),
    help="The list's format: text (default), html, markdown or latex.",
)
@network_options
def show(
    dois: tuple[str, ...],
    form: str | None,
    style: str | None,
    to: str | None,
    **network: Any,  # noqa: ANN401 - click's options, each of its own type
) -> None:
    """Print what is registered under DOIs, in whatever way they are written.

    \b
    Exit codes:
      0  all are printed
      1  a DOI leads to no record
      2  bad usage
      3  a source could not answer
    """  # noqa: D301 - click reads the control character and keeps the lines
    if form and style:
        raise UsageError("--format gives entries and --style a list: choose one of them")
    if to and not style:
        raise UsageError("--to is the format of a list: name its --style")
    if style:
        from bibproof.rendering import check_is_text, style_named

        style_named(style)  # a wrong name is told before anything is asked for
        check_is_text(to or "text")
    standings = ask(dois, network)
    records = records_in(standings)
    if records:
        click.echo(_written(records, form, style, to).encode(), nl=False)
    for record in records:
        if any(update.kind in _RETRACTED for update in record.updates):
            notice(f"{record.work.doi}: this work has been retracted")
    exit_for(standings)


def _written(records: list[Record], form: str | None, style: str | None, to: str | None) -> str:
    from bibproof import api

    if form == "csl-json":
        from bibproof.adding import named
        from bibproof.pandoc import csl_data

        items = [csl_data(key, work) for key, work in named(record.work for record in records)]
        return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    entries = api.show(*records)
    if style is None:
        return entries
    from bibproof.readers.bibtex import bibtex

    return api.render(bibtex(entries, None), style, to or "text")


def ask(dois: tuple[str, ...], network: Mapping[str, Any]) -> dict[str, DoiStanding]:
    """Where the DOIs stand, all asked for together."""
    from bibproof import api

    with asking(network) as (settings, progress):
        return api.find(*dois, settings=settings, progress=progress, notice=notice)


def records_in(standings: Mapping[str, DoiStanding]) -> list[Record]:
    """The records that were found, each once, in order."""
    from bibproof.evidence import Found

    found = {
        standing.record.work.doi: standing.record
        for standing in standings.values()
        if isinstance(standing, Found)
    }
    return list(found.values())


def exit_for(standings: Mapping[str, DoiStanding]) -> None:
    """One line for each DOI without a record, and the exit code that follows."""
    from bibproof.evidence import Elsewhere, Found, Unavailable

    missing = {written: one for written, one in standings.items() if not isinstance(one, Found)}
    for written, standing in missing.items():
        match standing:
            case Unavailable(reason):
                notice(f"{written}: no answer could be had ({reason})")
            case Elsewhere(agency):
                notice(f"{written}: {agency} registered it, whose records are not asked for")
            case _:
                notice(f"{written}: no agency has registered this DOI")
    if any(not isinstance(standing, Unavailable) for standing in missing.values()):
        sys.exit(FOUND)
    if missing:
        sys.exit(UNCHECKED)
