r"""What LaTeX noted of a document's citations: `\citation{a,b}`, and biblatex's `\abx@aux@cite{0}{a}`.

The parts' files, `\@input{chapter.aux}`, are followed. Keys by which packages pass settings to BibTeX, such
as REVTeX's, are none of a work. (A file aux.py could not be copied to Windows.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bibproof.documents import Kind, read_document
from bibproof.errors import FileError

_COMMAND = re.compile(
    r"\\(?:citation|abx@aux@(?:no)?cite(?:\{\d+\})?)\{(?P<keys>[^{}]*)\}"
    r"|\\@input\{(?P<part>[^{}]+)\}"
)
_IS_A_SETTING = re.compile(
    r"(?:REV|aps|aip)\w*control|(?:biblatex|achemso)-control|IEEEexample:BSTcontrol", re.I
)
_DEEPEST = 20  # files that name one another


def _cited(text: str, path: Path) -> Iterator[str]:
    yield from _cited_from(text, path.parent, 0)


def _cited_from(text: str, folder: Path, depth: int) -> Iterator[str]:
    for command in _COMMAND.finditer(text):
        if command["part"] is not None:
            yield from _cited_in_part(folder / command["part"], folder, depth + 1)
            continue
        for key in map(str.strip, command["keys"].split(",")):
            if key and not _IS_A_SETTING.fullmatch(key):
                yield key


def _cited_in_part(path: Path, folder: Path, depth: int) -> Iterator[str]:
    """What a part cites; LaTeX names it as seen from the whole. One that is not there is LaTeX's matter."""
    if depth > _DEEPEST:
        return
    try:
        text = read_document(path)
    except FileError:
        return
    yield from _cited_from(text, folder, depth)


latex_aux = Kind((".aux",), _cited)
