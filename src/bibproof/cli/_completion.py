"""What a shell completes, where click does not know it by itself."""

from __future__ import annotations

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def plugins(package: str) -> Complete:
    """The names of a package's plug-ins, such as the rules, that begin as is written."""

    def complete(context: click.Context, parameter: click.Parameter, written: str) -> list[CompletionItem]:
        del context, parameter
        from bibproof.plugins import plugin_files

        return [CompletionItem(name) for name in sorted(plugin_files(package)) if name.startswith(written)]

    return complete


def or_files(complete: Complete) -> Complete:
    """The same, and the files that there are. These come first: in bash they drop what was offered before."""

    def widened(context: click.Context, parameter: click.Parameter, written: str) -> list[CompletionItem]:
        return [CompletionItem(written, type="file"), *complete(context, parameter, written)]

    return widened
