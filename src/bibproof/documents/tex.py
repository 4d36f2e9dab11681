r"""LaTeX: the keys of `\cite` and its kin.

Commands: natbib's and biblatex's (manual, 3.9), and whatever else has "cite" in its name; biblatex's lists
`\cites(..)(..)[..]{a}[..]{b}` too. `\input`, `\include` and `\subfile` are followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bibproof.documents import Kind, read_document
from bibproof.errors import FileError

_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*")
_VERBATIM = re.compile(
    r"\\begin\{(verbatim\*?|lstlisting|minted|comment)\}.*?\\end\{\1\}|\\verb\*?([^\w\s])[^\n]*?\2",
    re.DOTALL,
)
_END = re.compile(r"\\end\{document\}")
_COMMAND = re.compile(
    r"\\(?:(?P<cite>[A-Za-z]*[Cc]ite[A-Za-z]*)\*?|(?P<file>input|include|subfile)(?![A-Za-z]))\s*"
)
_ARGUMENT = re.compile(r"\s*(?:\((?:[^()]|\{[^{}]*\})*\)|\[(?:[^\[\]{}]|\{[^{}]*\})*\])")
_GROUP = re.compile(r"\s*\{([^{}]*)\}")
_SEVERAL = re.compile(r"cites$")
_SETS_UP = re.compile(r"^(?:bibcite|set|new)|(?:style|setup)$", re.IGNORECASE)
_DEEPEST = 20  # files that include one another


def _cited(text: str, path: Path, depth: int = 0) -> Iterator[str]:
    text = _VERBATIM.sub("", _COMMENT.sub(r"\1", text))
    end = _END.search(text)
    if end is not None:
        text = text[: end.start()]
    for command in _COMMAND.finditer(text):
        if command["file"] is not None:
            group = _GROUP.match(text, command.end())
            if group is not None and depth < _DEEPEST:
                yield from _cited_in_part(path.parent / group[1].strip(), depth + 1)
        else:
            yield from _keys(text, command)


def _cited_in_part(part: Path, depth: int) -> Iterator[str]:
    """What a part cites; one that is not there is TeX's matter."""
    for path in (part, part.with_name(part.name + ".tex")):
        if path.is_file():
            try:
                text = read_document(path)
            except FileError:
                return
            yield from _cited(text, path, depth)
            return


def _keys(text: str, command: re.Match[str]) -> Iterator[str]:
    r"""The keys behind one command; `\citeauthor` cites as well, `\citestyle` does not."""
    position, name = command.end(), command["cite"]
    if _SETS_UP.search(name):
        return
    while True:
        while (argument := _ARGUMENT.match(text, position)) is not None:
            position = argument.end()
        group = _GROUP.match(text, position)
        if group is None or "\\" in group[1]:
            return
        yield from (key.strip() for key in group[1].split(",") if key.strip())
        if not _SEVERAL.search(name):
            return
        position = group.end()


tex = Kind((".tex", ".ltx", ".latex"), _cited)
