"""The other engines: where they are, and what command has them write a list. Nothing of theirs is kept.

The extra `bibproof[csl]` brings pandoc. citeproc-js is got with npm into a temporary folder, and so are APA's
style in CSL and the words of its language, from the package @citation-js/plugin-csl.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_PACKAGES = ("citeproc@2", "@citation-js/plugin-csl@0.8")
_STYLES = Path("node_modules", "@citation-js", "plugin-csl", "lib")
_CITATION = re.compile(r"<citation\b[^>]*>")
_PATCHED = '<citation disambiguate-add-year-suffix="true">'
_LIST_ALL = "---\nnocite: '@*'\n---\n"
_SCRIPT = """
const fs = require("fs");
const CSL = require("citeproc");
const [style, locale, source] = process.argv.slice(2).map((path) => fs.readFileSync(path, "utf8"));
const items = new Map(JSON.parse(source).map((item) => [item.id, item]));
const system = { retrieveLocale: () => locale, retrieveItem: (id) => items.get(id) };
const engine = new CSL.Engine(system, style);
engine.setOutputFormat("text");
engine.updateItems([...items.keys()]);
process.stdout.write(engine.makeBibliography()[1].join(""));
"""


class Missing(Exception):  # noqa: N818 - no error: this machine lacks something
    """What there is not, in a few words."""


def pandoc(source: Path) -> Sequence[str | Path]:
    """The command that has pandoc list these CSL-JSON items in APA, in the fastest way known."""
    from bibproof.errors import UsageError
    from bibproof.pandoc._program import path

    try:
        program = path()
    except UsageError:
        raise Missing("no pandoc: pip install 'bibproof[csl]'") from None
    folder = _node_folder()
    style = folder / "patched.csl"
    style.write_text(_CITATION.sub(_PATCHED, (folder / "apa.csl").read_text("utf-8"), count=1), "utf-8")
    everything = folder / "all.md"
    everything.write_text(_LIST_ALL, "utf-8")
    options = ("--from", "markdown", "--to", "plain", "--wrap", "none")
    return (program, *options, "--citeproc", "--csl", style, "--bibliography", source, everything)


def citeproc_js(source: Path) -> Sequence[str | Path]:
    """The command that has citeproc-js list these CSL-JSON items in APA."""
    folder = _node_folder()
    return ("node", folder / "list.js", folder / "apa.csl", folder / "locale.xml", source)


@cache
def _node_folder() -> Path:
    """A folder with citeproc-js, the style and its words; it is gone when the process is."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Missing("no node or npm")
    folder = Path(_temporary().name)
    command = ("npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), *_PACKAGES)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode != 0:
        raise Missing("npm could not install citeproc")
    styles = json.loads((folder / _STYLES / "styles.json").read_text("utf-8"))
    locales = json.loads((folder / _STYLES / "locales.json").read_text("utf-8"))
    (folder / "apa.csl").write_text(styles["apa"], "utf-8")
    (folder / "locale.xml").write_text(locales["en-US"], "utf-8")
    (folder / "list.js").write_text(_SCRIPT, "utf-8")
    return folder


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="bibproof-peers-")
