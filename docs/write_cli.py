"""Write docs/cli.md and docs/bibproof.1 (the man page) from the commands' help: python docs/write_cli.py."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from bibproof.cli import bibproof

FOLDER = Path(__file__).parent


def documents() -> Mapping[str, str]:
    """The texts by the names of their files."""
    return {"cli.md": "".join(_markdown()), "bibproof.1": "".join(_man())}


def commands() -> Mapping[str, click.Command]:
    return {name: bibproof.commands[name] for name in sorted(bibproof.commands)}


def _paragraphs(command: click.Command) -> Iterator[tuple[bool, str]]:
    """The paragraphs of a command's help, and of each whether its lines are to be kept."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        lines = paragraph.strip().split("\n")  # not splitlines: it would take click's mark for an end of line
        keeps = lines[0].strip() == "\b"
        yield keeps, "\n".join(lines[1:]) if keeps else " ".join(line.strip() for line in lines)


def _context(command: click.Command) -> click.Context:
    return click.Context(command, parent=click.Context(bibproof, **bibproof.context_settings))


def _parameters(command: click.Command) -> Iterator[tuple[str, str]]:
    """Each option as it is written, and its help."""
    context = _context(command)
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            yield record[0], record[1]


def _usage(name: str, command: click.Command) -> str:
    context = _context(command)
    return " ".join(["bibproof", name, *command.collect_usage_pieces(context)])


def _markdown() -> Iterator[str]:
    yield "# The command\n\nThis page is `bibproof --help` and the help of each command. The same is a man"
    yield " page,\n`man docs/bibproof.1`. Both are written by `python docs/write_cli.py`.\n"
    yield from _markdown_help(bibproof)
    for name, command in commands().items():
        yield f"\n## bibproof {name}\n\n```text\n{_usage(name, command)}\n```\n"
        yield from _markdown_help(command)


def _markdown_help(command: click.Command) -> Iterator[str]:
    for keeps, text in _paragraphs(command):
        yield f"\n```text\n{text}\n```\n" if keeps else f"\n{_escaped(text)}\n"
    rows = [
        f"| `{written.replace('|', chr(92) + '|')}` | {_escaped(told)} |\n"
        for written, told in _parameters(command)
    ]
    if rows:
        yield "\n| option | |\n|---|---|\n"
        yield from rows


def _escaped(text: str) -> str:
    for mark in ("\\", "|", "*", "<", "_", "["):
        text = text.replace(mark, f"\\{mark}")
    return text


def _man() -> Iterator[str]:
    yield '.TH BIBPROOF 1 "" "bibproof" "User commands"\n'
    yield ".SH NAME\nbibproof \\- prove references against the published record\n"
    yield ".SH SYNOPSIS\n"
    for name, command in commands().items():
        yield f".B bibproof {_roff(name)}\n{_roff(' '.join(_usage(name, command).split()[2:]))}\n.br\n"
    yield ".SH DESCRIPTION\n"
    yield from _man_help(bibproof)
    for name, command in commands().items():
        yield f".SH BIBPROOF {_roff(name.upper())}\n"
        yield from _man_help(command)


def _man_help(command: click.Command) -> Iterator[str]:
    for keeps, text in _paragraphs(command):
        yield f".PP\n.nf\n{_roff(text)}\n.fi\n" if keeps else f".PP\n{_roff(text)}\n"
    for written, told in _parameters(command):
        yield f".TP\n.B {_roff(written)}\n{_roff(told)}\n"


def _roff(text: str) -> str:
    r"""Text as it is: a backslash, a hyphen that is to be copied, and no line that looks like a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line[:1] in {".", "'"} else line for line in text.split("\n"))


def main() -> None:
    for name, text in documents().items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
