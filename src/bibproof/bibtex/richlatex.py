r"""LaTeX in values as rich text: italics, small capitals, formulas, and the words whose case must stay.

What braces protect is BibTeX's rule (btxdoc, 4: `change.case$`): a pair of braces keeps the case of what is
in it, unless it starts with a command, as in `{\"U}ber` or `{\em some words}`. The plain text is always that
of `latex.decode`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibproof.bibtex.latex import decode, decode_letters, with_commands_of_files_shown
from bibproof.richtext import Face, RichText, Run, plain, rich

_FACES = {
    **dict.fromkeys(
        ("emph", "textit", "textsl", "mkbibemph", "mkbibitalic", "it", "em", "sl", "itshape", "slshape"),
        Face.ITALIC,
    ),
    **dict.fromkeys(("textbf", "mkbibbold", "bf", "bfseries"), Face.BOLD),
    **dict.fromkeys(("textsc", "sc", "scshape"), Face.SMALL_CAPS),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript"), Face.SUPERSCRIPT),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), Face.SUBSCRIPT),
}
_COMMANDS = r"emph|text(?:it|sl|bf|sc|superscript|subscript)|mkbib(?:emph|italic|bold|superscript|subscript)"
_NOTHING_BUT_TEXT = re.compile(r"[^{}\\$~`'-]*(?:['`-](?!['`-])[^{}\\$~`'-]*)*")
_SPECIAL_GROUP = re.compile(r"(?<!\\)\{(?=\\)")
_SPECIAL = "\ue000"  # stands before a brace that protects nothing
_EDGE = "\ue001"  # keeps the space at the ends of a piece
_TOKEN = re.compile(
    rf"""
    \$(?P<maths>(?:[^$\\]|\\.)+)\$
    |\\\((?P<inline>(?:[^\\]|\\(?!\))){{1,500}})\\\)
    |\\ensuremath\s*{_SPECIAL}?\{{(?P<ensured>(?:[^{{}}]|\{{[^{{}}]*\}})*)\}}
    |\\(?P<face>{_COMMANDS})\s*(?P<facearg>{_SPECIAL}?)\{{
    |\\(?P<quote>enquote|mkbibquote)\*?\s*{_SPECIAL}?\{{
    |\\(?P<switch>it|em|sl|bf|sc|itshape|slshape|bfseries|scshape)(?![A-Za-z])(?:\{{\}}|\s+)?
    |\\(?P<other>.)
    |(?P<open>{_SPECIAL}?\{{)
    |(?P<close>\}})
    |{_SPECIAL}
    """,
    re.VERBOSE | re.DOTALL,
)
_NO_MARKS = str.maketrans("", "", _SPECIAL + _EDGE)
_NO_QUOTES = str.maketrans("", "", "“”")
_BINOMIAL = re.compile(r"[A-Z](?:[a-z]{2,}|\.)\s+[a-z]{3,}(?:\s+[a-z]+)*")  # a species: "E. coli"


def rich_latex(latex: str) -> RichText:
    r"""The value with its faces; empty where it is empty.

    `$x^2$` is a run with the formula as `tex` and what can be shown of it without mathematics as `text`.
    """
    if _NOTHING_BUT_TEXT.fullmatch(latex) is not None:
        return rich(decode(latex))
    if latex[0] == "{" and latex[-1] == "}" and _NOTHING_BUT_TEXT.fullmatch(latex, 1, len(latex) - 1):
        return rich(decode(latex), Face.KEPT)
    return _read(with_commands_of_files_shown(latex))


@lru_cache(maxsize=1024)
def _read(latex: str) -> RichText:
    marked = decode_letters(_SPECIAL_GROUP.sub(_SPECIAL + "{", latex.translate(_NO_MARKS)))
    text = decode(latex)
    reading = _Reading(marked)
    runs = reading.runs()
    shown = plain(runs)
    if reading.has_quotes:
        shown, text = shown.translate(_NO_QUOTES), text.translate(_NO_QUOTES)
    return runs if shown == text else rich(decode(latex))


class _Reading:
    """Goes through a value once; which groups are open is kept on a stack."""

    def __init__(self, latex: str) -> None:
        self._latex = latex
        self._stack: list[tuple[Face, str]] = []  # of each open group: the face around it, what closes it
        self._face = Face.PLAIN
        self._runs: list[Run] = []
        self._chunk_start = 0
        self._is_behind_space = True
        self.has_quotes = False  # which commands set, and `decode` leaves out

    def runs(self) -> RichText:
        for token in _TOKEN.finditer(self._latex):
            if token["other"]:
                continue  # another command or an escaped mark: part of the text around it
            self._add_text(token.start())
            self._chunk_start = token.end()
            self._token(token)
        self._add_text(len(self._latex))
        return _without_end_space(self._runs)

    def _token(self, token: re.Match[str]) -> None:
        match token.lastgroup:
            case "maths" | "inline" | "ensured":
                formula = token[token.lastgroup].replace(_SPECIAL, "")
                self._put(decode(f"${formula}$"), formula)
            case "facearg":
                kept = Face.PLAIN if token["facearg"] else Face.KEPT
                self._push(self._face | _FACES[token["face"]] | kept)
            case "quote":
                self._put("“")
                self._push(self._face | Face.KEPT, "”")
                self.has_quotes = True
            case "switch":
                self._face |= _FACES[token["switch"]]
            case "open":
                is_special = token["open"][0] == _SPECIAL
                self._push(self._face if is_special else self._face | Face.KEPT)
            case "close" if self._stack:
                around, behind = self._stack.pop()
                self._put(behind)
                self._face = around

    def _push(self, face: Face, behind: str = "") -> None:
        self._stack.append((self._face, behind))
        self._face = face

    def _add_text(self, end: int) -> None:
        chunk = self._latex[self._chunk_start : end]
        if not chunk:
            return
        self._put(decode(f"{_EDGE}{chunk}{_EDGE}").replace(_EDGE, ""))

    def _put(self, text: str, tex: str | None = None) -> None:
        if self._is_behind_space:
            text = text.lstrip(" ")
        if not text:
            return
        self._is_behind_space = text[-1] == " "
        face, last = self._face, self._runs[-1] if self._runs else None
        if Face.KEPT not in face and Face.ITALIC in face and _BINOMIAL.fullmatch(text.strip()):
            face |= Face.KEPT
        if last is not None and last.face == face and last.tex is None and tex is None:
            self._runs[-1] = Run(last.text + text, face)
        else:
            self._runs.append(Run(text, face, tex=tex))


def _without_end_space(runs: list[Run]) -> RichText:
    if not runs or not runs[-1].text.endswith(" "):
        return tuple(runs)
    last = runs[-1]
    text = last.text.rstrip(" ")
    return (*runs[:-1], *((Run(text, last.face, tex=last.tex),) if text else ()))
