"""`bibproof rules`: what there is to find, and how to settle it."""

from __future__ import annotations

import click

from bibproof.cli._completion import plugins


@click.command()
@click.argument("name", required=False, shell_complete=plugins("bibproof.rules"))
def rules(name: str | None) -> None:
    """List the rules, or show the page of one."""
    from bibproof.errors import UsageError
    from bibproof.rules import all_rules

    known = {rule.name: rule for rule in all_rules()}
    if name is None:
        for rule in known.values():
            click.echo(f"{rule.name:24}{rule.severity!s:9}{rule.page.splitlines()[0]}")
    elif name in known:
        click.echo(f"{name} ({known[name].severity})\n\n{known[name].page}")
    else:
        raise UsageError(f"there is no rule {name!r}; 'bibproof rules' lists them")
