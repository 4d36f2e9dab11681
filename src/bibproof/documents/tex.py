r"""LaTeX: the keys of `\cite` and its kin.

Commands: natbib's, biblatex's (manual, 3.9) and apacite's, and whatever else has "cite" in its name; lists
such as `\cites(..)(..)[..]{a}[..]{b}` too. `\input`, `\include` and their kin are followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bibproof.documents import Kind, read_document
from bibproof.errors import FileError

# What TeX does not read as text, first come, first served: a "%" in \verb starts no comment.
_HIDDEN = re.compile(
    r"\\begin\s*\{(?P<env>verbatim\*?|Verbatim|lstlisting|minted|comment)\}.*?\\end\s*\{(?P=env)\}"
    r"|\\(?:verb|lstinline)\*?(?P<mark>[^\w\s*{\[]).*?(?P=mark)"
    r"|\\iffalse(?![A-Za-z]).*?\\fi(?![A-Za-z])"
    r"|\\(?:url|href|nolinkurl|path)\s*\{[^{}]*\}"
    r"|(?P<escaped>\\[^A-Za-z])"
    r"|%[^\n]*",
    re.DOTALL,
)
_END = re.compile(r"\\end\s*\{document\}")
_COMMAND = re.compile(
    r"\\(?:(?P<cite>[A-Za-z]*[Cc]ite[A-Za-z]*|bibentry)\*?"
    r"|(?P<file>input|include|subfile(?:include)?)(?![A-Za-z])"
    r"|(?:sub)?(?:import|inputfrom|includefrom)\*?(?![A-Za-z])\s*\{(?P<folder>[^{}]*)\})\s*"
)
_ARGUMENT = re.compile(r"\s*(?:\((?:[^()]|\{[^{}]*\})*\)|\[(?:[^\[\]{}]|\{[^{}]*\})*\]|<[^<>]*>)")
_GROUP = re.compile(r"\s*\{([^{}]*)\}")
_BARE_FILE = re.compile(r"([^\s\\{}]+)")
_SETS_UP = re.compile(r"bibcite|citetext|(?:set|new|renew|def|let).*|.*(?:style|setup|reset)", re.IGNORECASE)
_DEEPEST = 20  # files that include one another


def _cited(text: str, path: Path) -> Iterator[str]:
    return _cited_from(text, path, (path.parent,))


def _cited_from(text: str, path: Path, folders: tuple[Path, ...]) -> Iterator[str]:
    """The keys of a text and its parts, which are looked for in the folders: the whole's, then its own."""
    text = _HIDDEN.sub(lambda hidden: hidden["escaped"] or " ", text)
    end = _END.search(text)
    if end is not None:
        text = text[: end.start()]
    for command in _COMMAND.finditer(text):
        if command["cite"] is not None:
            yield from _keys(text, command)
            continue
        group = _GROUP.match(text, command.end()) or _BARE_FILE.match(text, command.end())
        if group is not None and len(folders) < _DEEPEST:
            name = Path(command["folder"] or "", group[1].strip())
            yield from _cited_in_part(name, (*folders, path.parent))


def _cited_in_part(name: Path, folders: tuple[Path, ...]) -> Iterator[str]:
    """What a part cites; one that is not there is TeX's matter."""
    for folder in (folders[0], folders[-1]):
        for path in (folder / name, folder / f"{name}.tex"):
            if path.is_file():
                try:
                    text = read_document(path)
                except FileError:
                    return
                yield from _cited_from(text, path, folders)
                return


def _keys(text: str, command: re.Match[str]) -> Iterator[str]:
    r"""The keys behind one command; `\citeauthor` cites as well, `\citestyle` does not."""
    position, name = command.end(), command["cite"]
    if _SETS_UP.fullmatch(name):
        return
    has_volumes = "volcite" in name.lower()
    while True:
        if has_volumes:
            position = _behind_group(text, position)
        group = _GROUP.match(text, _behind_arguments(text, position))
        if group is None or "\\" in group[1] or "#" in group[1]:
            return
        yield from (key.strip() for key in group[1].split(",") if key.strip())
        if not name.endswith("cites"):
            return
        position = group.end()


def _behind_arguments(text: str, position: int) -> int:
    while (argument := _ARGUMENT.match(text, position)) is not None:
        position = argument.end()
    return position


def _behind_group(text: str, position: int) -> int:
    r"""Behind the volume of `\volcite[see]{2}[p. 3]{key}`."""
    group = _GROUP.match(text, start := _behind_arguments(text, position))
    return start if group is None else group.end()


tex = Kind((".tex", ".ltx", ".latex", ".rnw"), _cited)
