"""`bibproof render`: a list of references for a document."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bibproof.cli._completion import or_files, plugins
from bibproof.cli._run import FOUND, PATH, UNCHECKED, network_options, notice, settings_from, watched
from bibproof.errors import UsageError

if TYPE_CHECKING:
    from bibproof.listing import Entry
    from bibproof.model import Library, Reference


@click.command(short_help="Write a reference list in a style.")
@click.argument("file", metavar="FILE", type=PATH)
@click.option(
    "--style",
    metavar="STYLE",
    default="apa",
    shell_complete=or_files(plugins("bibproof.styles")),
    help="apa (default), vancouver, or the path of a .csl file.",
)
@click.option(
    "--to",
    metavar="FORMAT",
    shell_complete=plugins("bibproof.outputs"),
    help="text (default), html, markdown, latex, rtf or docx; that of OUT's suffix where --output has one.",
)
@click.option("--output", metavar="OUT", type=PATH, help="Write to this file, not to the screen.")
@click.option("--keys", metavar="KEY,KEY", help="Only these references.")
@click.option(
    "--cited-in",
    metavar="DOCUMENT",
    type=PATH,
    help="Only what this document (.tex, .aux, .bcf, .md, .qmd, .typ) cites, in its order where the style"
    " numbers.",
)
@click.option(
    "--journals",
    type=click.Choice(["full", "abbreviated"]),
    help="Titles of journals in full or short (default: as the style has them).",
)
@click.option("--authors", type=click.Choice(["all"]), help="Every author, where the style would stop.")
@click.option(
    "--initials", type=click.Choice(["all"]), help="Every initial, where Vancouver writes two of each name."
)
@click.option(
    "--doi-label",
    metavar="TEXT",
    default="doi:",
    help="What Vancouver puts before a DOI: 'doi:' (default), or 'doi: ' as PubMed has it.",
)
@click.option("--require-verified", is_flag=True, help="Check first, and refuse what is not verified.")
@network_options
def render(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path,
    style: str,
    to: str | None,
    output: Path | None,
    keys: str | None,
    cited_in: Path | None,
    journals: Any,  # noqa: ANN401 - one of click's choices
    authors: str | None,
    initials: str | None,
    doi_label: str,
    require_verified: bool,  # noqa: FBT001 - click's signature
    **network: Any,  # noqa: ANN401 - click's options, each of its own type
) -> None:
    """Write the list of references of FILE (BibTeX or CSL-JSON) in a style and a format.

    An entry that can't be written in full is written as far as it goes, and told of on standard error.
    """
    from bibproof import api
    from bibproof.config import find_config
    from bibproof.listing import Options
    from bibproof.readers import no_collection
    from bibproof.rendering import check_format, check_is_text, style_named

    form = to or _format_of(output)
    (check_is_text if output is None else check_format)(form)
    style_named(style)  # a wrong name is told before anything is asked for
    table = find_config(file.parent).journals
    options = Options(journals, table, authors == "all", doi_label, all_initials=initials == "all")
    with no_collection():
        library = api.read(file)
        chosen = _chosen_keys(library, keys, cited_in)
        if require_verified:
            _require_verified(library, chosen, network)
        entries = api.list_entries(library, style, keys=chosen, options=options)
        _tell_problems(library, entries)
        _put(entries, form, output)


_SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".tex": "latex",
    ".rtf": "rtf",
    ".docx": "docx",
}


def _format_of(output: Path | None) -> str:
    """The format that a file's suffix names; text where it has none. Raises UsageError for another one."""
    if output is None or not output.suffix:
        return "text"
    form = _SUFFIXES.get(output.suffix.lower())
    if form is None:
        known = ", ".join(_SUFFIXES)
        raise UsageError(f"{output}: '{output.suffix}' names no format; say --to, or choose one of {known}")
    return form


def _chosen_keys(library: Library, keys: str | None, cited_in: Path | None) -> tuple[str, ...] | None:
    """The keys that the options choose; None for all. With both, those of the document that are named too."""
    named = None if keys is None else tuple(key.strip() for key in keys.split(",") if key.strip())
    if named == ():
        raise UsageError("--keys: it names no key; leave it out for the whole list")
    if cited_in is None:
        return named
    cited = _cited_keys(library, cited_in)
    if named is None:
        return cited
    from bibproof.rendering import choose

    wanted = {reference.key for reference in choose(library, named)}
    return tuple(reference.key for reference in choose(library, cited) if reference.key in wanted)


def _cited_keys(library: Library, document: Path) -> tuple[str, ...]:
    """What a document cites and the library has; what it has not is told, in one line."""
    from bibproof.documents import EVERYTHING, cited_keys

    cited = cited_keys(document)
    known = {EVERYTHING, *(reference.key for reference in library)}
    unknown = [key for key in cited if key not in known]
    if unknown:
        notice(f"{document} cites what {library.path} has not: {', '.join(unknown)}")
    return tuple(key for key in cited if key in known)


def _require_verified(library: Library, keys: Iterable[str] | None, network: dict[str, Any]) -> None:
    """Exit, naming each reference of the list that is not verified, unless all are."""
    from bibproof import api
    from bibproof.findings import Verdict
    from bibproof.rendering import choose

    if keys is not None:
        library = replace(library, references=choose(library, keys))
    verbose, debug = network.pop("verbose"), network.pop("debug")
    settings = settings_from(**network)
    with watched(settings, verbose=verbose, debug=debug) as progress:
        report = api.check(library, settings=settings, progress=progress, notice=notice)
    refused = [result for result in report.results if result.verdict is not Verdict.VERIFIED]
    for result in refused:
        verdict = str(result.verdict).replace("-", " ")
        notice(f"{_place(library, result.case.reference)}: {verdict}; the list is not written")
    if refused:
        only_unchecked = all(result.verdict is Verdict.UNCHECKED for result in refused)
        sys.exit(UNCHECKED if only_unchecked else FOUND)


def _tell_problems(library: Library, entries: Sequence[Entry]) -> None:
    for broken in library.broken:
        line = library.position(broken.span.start).line
        notice(f"{library.path}:{line}: {broken.reason}")
    for entry in entries:
        for problem in entry.problems:
            notice(f"{_place(library, library[entry.key])}: {problem}")


def _place(library: Library, reference: Reference) -> str:
    line = library.position(reference.span.start).line
    return f"{library.path}:{line}: {reference.key}"


def _put(entries: Sequence[Entry], form: str, output: Path | None) -> None:
    """To the file in one step, or to standard output in UTF-8."""
    from bibproof.errors import FileError
    from bibproof.files import write_atomically
    from bibproof.rendering import written

    data = written(entries, form)
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        write_atomically(output, data)
    except OSError as error:
        raise FileError(f"{output}: can't be written ({error.strerror}); check the path") from None
