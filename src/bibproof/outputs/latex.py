r"""LaTeX, to be pasted into a document (UTF-8, as LaTeX expects it; other scripts want XeLaTeX or LuaLaTeX).

A list that the style numbers is a `thebibliography` with a `\bibitem` for each key, so that `\cite` works and
the document's class sets the heading. One without numbers is a plain list whose items hang: a `\bibitem`
would print a number. Addresses need the package `hyperref` (`url` does for those that are shown in full).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from bibproof.listing import Entry, Output
from bibproof.outputs._maths import safe_tex
from bibproof.outputs._runs import runs, safe_link, shown
from bibproof.richtext import Face, RichText, Run

_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    '"': r"\char34{}",  # a shorthand in many of babel's languages
    "\u00a0": "~",
}
_LIGATURES = {"-": "{}-", "'": "{}'", ",": "{},"}  # "--" would be a dash, "''" and ",," quotation marks
_ACTIVE = re.compile(r"[\\{}$&#%_^~<>|`\"\u00a0]|(?<=-)-|(?<=')'|(?<=,),")
_COMMANDS = (
    (Face.SUBSCRIPT, r"\textsubscript"),
    (Face.SUPERSCRIPT, r"\textsuperscript"),
    (Face.SMALL_CAPS, r"\textsc"),
    (Face.BOLD, r"\textbf"),
    (Face.ITALIC, r"\emph"),
)
_IN_ADDRESSES = "!#$%&'()*+,-./:;=?@[]_~"
_NO_KEY = re.compile(r"[\\{}%#,~^$&\"\s]+")
_HANGING = r"\begin{list}{}{\setlength{\leftmargin}{2em}\setlength{\itemindent}{-\leftmargin}}"


def _inline(text: RichText) -> str:
    written = "".join([_run(run) for run in runs(text)]).strip()
    return f"{{[}}{written[1:]}" if written.startswith("[") else written  # \item takes "[" for a label


def _run(run: Run) -> str:
    formula = None if run.tex is None else safe_tex(run.tex)
    if formula is not None:
        return f"${formula}$"
    written = _escaped(run.text)
    if run.face is not Face.PLAIN:
        opening, closing = _commands(run.face)
        written = f"{opening}{written}{closing}"
    address = safe_link(run.href)
    return written if address is None else _link(address, written, run)


@lru_cache(maxsize=64)
def _commands(face: Face) -> tuple[str, str]:
    """What stands before and behind a text of this face."""
    commands = [command for one, command in _COMMANDS if face & one]
    return "".join(f"{command}{{" for command in reversed(commands)), "}" * len(commands)


def _escaped(text: str) -> str:
    return _ACTIVE.sub(lambda match: _WRITTEN.get(match[0]) or _LIGATURES[match[0]], text)


def _link(address: str, written: str, run: Run) -> str:
    target = quote(address, safe=_IN_ADDRESSES)
    if run.text == target and run.face is Face.PLAIN:
        return rf"\url{{{target}}}"
    target = target.replace("%", r"\%").replace("#", r"\#").replace("&", r"\&")
    return rf"\href{{{target}}}{{{written}}}"


def _whole(entries: Sequence[Entry]) -> str:
    entries = shown(entries)
    if not entries:
        return ""
    if entries[0].number is None:
        lines = [_HANGING, *[rf"\item {_inline(entry.text)}" for entry in entries], r"\end{list}", ""]
        return "\n".join(lines)
    widest = "9" * len(str(max(entry.number or 0 for entry in entries)))
    items = [rf"\bibitem{{{_NO_KEY.sub('', entry.key)}}} {_inline(entry.text)}" for entry in entries]
    begin, end = rf"\begin{{thebibliography}}{{{widest}}}", r"\end{thebibliography}"
    return "\n".join([begin, *items, end, ""])


latex = Output(inline=_inline, whole=_whole)
