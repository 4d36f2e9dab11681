"""References with the string that they are to become: the manuals' samples, and real articles.

Two strings are the same where they differ in kinds of dashes and quotation marks and in the last full stop
only; for real articles, also in case, since engines leave it as it is given and we do not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _records import read_lines

from bibproof.listing import Options
from bibproof.model import Library
from bibproof.outputs import output
from bibproof.readers.bibtex import bibtex
from bibproof.readers.csl_json import csl_json
from bibproof.styles import native_style

_STYLES = {"apa7": "apa", "nlm-vancouver": "vancouver"}
_ENTRY_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "document": "misc",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "graphic": "image",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "post-weblog": "online",
    "report": "report",
    "software": "software",
    "song": "audio",
    "speech": "presentation",
    "thesis": "thesis",
    "webpage": "online",
}
_BY_SECTION = {("10.5", "document"): "presentation", ("10.10", "document"): "software"}
_FOLDED = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("“”„", '"') | dict.fromkeys("‘’‚", "'"))
_TAG = re.compile(r"</?(?:i|b|sup|sub|span)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Sample:
    name: str  # the sample's id and the form of its input: "apa10.1:6 csl"
    group: str  # the row of the table it is counted in
    expected: str
    written: str  # what we make of it, without its number
    any_case: bool = False

    def passes(self) -> bool:
        return self._folded(self.written) == self._folded(self.expected)

    def _folded(self, text: str) -> str:
        folded = " ".join(text.translate(_FOLDED).split()).rstrip(". ")
        return folded.casefold() if self.any_case else folded


def _written(library: Library, style: str, options: Options) -> dict[str, str]:
    """The library's list in a style, as text, by key."""
    inline = output("text").inline
    entries = native_style(style).entries(library.references, options)
    return {entry.key: inline(entry.text) for entry in entries}


def official(folder: Path) -> Iterator[Sample]:
    """The samples of the manuals, from their fields in CSL, and in biblatex where these are given."""
    for line in read_lines(folder / "official-samples.jsonl"):
        libraries = {"csl": csl_json(json.dumps([line["fields_csl"]]), None)}
        if line.get("fields_biblatex"):
            libraries["biblatex"] = bibtex(_entry(line), None)
        for form, library in libraries.items():
            (written,) = _written(library, _STYLES[line["style"]], Options()).values()
            yield Sample(f"{line['id']} {form}", f"{_group(line)}, {form}", line["expected"], written)


def _group(line: Mapping[str, Any]) -> str:
    if line["style"] == "apa7":
        return "APA, CSL can say it" if line["csl_expressible"] else "APA, CSL can't say it"
    return "NLM, recalled" if "recalled" in line.get("trust", "") else "NLM"


def _entry(line: Mapping[str, Any]) -> str:
    """The sample's fields as an entry; its type is not given, so it is told from the type in CSL."""
    kind = line["fields_csl"]["type"]
    entry_type = _BY_SECTION.get((line["manual_section"], kind), _ENTRY_TYPES[kind])
    fields = {name: _braced(value, line["fields_csl"]) for name, value in line["fields_biblatex"].items()}
    if entry_type == "thesis" and "type" not in fields:
        entry_type = "phdthesis"
    body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{entry_type}{{sample{body}\n}}\n"


def _braced(names: str, csl: Mapping[str, Any]) -> str:
    """The braces around groups, which the samples have lost, put back where CSL's fields show a group."""
    people = (person for value in csl.values() if isinstance(value, list) for person in value)
    groups = {person["literal"] for person in people if isinstance(person, dict) and "literal" in person}
    return " and ".join(f"{{{name}}}" if name in groups else name for name in names.split(" and "))


def real(folder: Path) -> Iterator[Sample]:
    """Real articles as one list, held against what citeproc-js and pandoc print where these two agree."""
    lines = list(read_lines(folder / "rendering-real.jsonl"))
    libraries = {
        "csl": csl_json(json.dumps([line["csl"] for line in lines]), None),
        "bibtex": bibtex("".join(line["bibtex"] for line in lines), None),
    }
    for style in ("apa", "vancouver"):
        for form, library in libraries.items():
            written = _written(library, style, Options(journals="full"))
            for line in lines:
                if line[style]["agree"]:
                    expected = _TAG.sub("", line[style]["pandoc"])
                    name, group = f"{line['key']} {style} {form}", f"real articles, {style}, {form}"
                    yield Sample(name, group, expected, written[line["key"]], any_case=True)
