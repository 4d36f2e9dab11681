r"""LaTeX in values: to plain text, and back.

What nearly every value needs (accents, ligatures, escaped marks, changes of font) is done here, since it
is far faster; what is left (mathematics, other commands) is pylatexenc's. The commands are those of
LaTeX2e (`usrguide`; https://ctan.org/pkg/comprehensive).
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from unicodedata import normalize

from bibproof.bibtex.latex_tables import (
    COMBINING,
    FONT_COMMANDS,
    LIGATURES,
    LITERALS,
    SUBSCRIPT,
    SUPERSCRIPT,
    SYMBOLS,
)

_LIGATURES = re.compile(r"---|--|``|''")
_MARKS = str.maketrans({"{": None, "}": None, "~": " "})
_SPECIAL = re.compile(r"[\\{}$~]|--|``|''")

_DOTLESS = r"\\[ij](?![A-Za-z])[ \t\r\n]*(?:\{\})?"
_BASE = rf"(?:{_DOTLESS}|[^\W\d_][\u0300-\u036f]*)"
_ACCENT = (
    r"\\(?:[\"'`^~=.][ \t]*|[cHkrubvdt](?:(?=[ \t]*\{)|[ \t]+)[ \t]*)"
    rf"(?:\{{[ \t]*{_BASE}[^\W\d_]*[ \t]*\}}|{_BASE})"
)
_SYMBOL = rf"\\(?:{'|'.join(sorted(SYMBOLS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|[ \t\r\n]+)?"
_LETTER = re.compile(rf"\\\\|\{{(?:{_ACCENT}|{_SYMBOL})\}}|{_ACCENT}|{_SYMBOL}")
_ACCENTED = re.compile(rf"\\([^\s\\])[ \t]*\{{?[ \t]*({_BASE})(.*?)[ \t]*\}}?")

_TOKEN = re.compile(
    r"""\\(?P<escaped>[&%#$_{}@])
    |\\(?P<space>\\(?:\[[^\]]*\])?|[\ \t\r\n,;:>]|(?:quad|qquad|newline|linebreak|par)(?![A-Za-z]))
    |\\(?P<nothing>[-/!]|[Nn]oopsort\s*\{[^{}]*\}|["'`=.]\{\}|href\s*\{[^{}]*\})
    |\\(?P<mark>[~^])\{\}
    |\\url\s*\{(?P<url>[^{}]*)\}
    |\\(?P<command>[A-Za-z]+)(?:\{\}|[\ \t\r\n]+)?
    |\$(?P<maths>(?:[^$\\]|\\.)*)\$
    |\\\((?P<inline>(?:[^\\]|\\(?!\)))*)\\\)
    |(?P<ligature>---|--|``|'')
    |(?P<tie>~)|(?P<brace>[{}])|(?P<unknown>\\)""",
    re.VERBOSE | re.DOTALL,
)
_SCRIPT = re.compile(r"([_^])(?:\{([^{}\\]*)\}|([^\s{}\\]))")
_DEGREE = re.compile(r"\^(?:\{\s*\\circ\s*\}|\\circ(?![A-Za-z]))")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+[ \t\r\n]*|.?)|[{}$]", re.DOTALL)

# pylatexenc goes down one call for every brace and command that stands in another.
_DEEPEST = 40
_LONGEST = 20_000
_MOST_COMMANDS = 2_000


def decode(latex: str) -> str:
    r"""LaTeX as plain text: NFC, white space folded, braces and changes of font gone.

    A `%` is a per cent sign, since values have no comments. Never raises: what is nested too deep to be
    read comes out with its commands taken away.
    """
    if _SPECIAL.search(latex) is None:
        return _folded(latex)
    if "\\" not in latex and "$" not in latex:
        return _folded(_LIGATURES.sub(lambda match: LIGATURES[match[0]], latex).translate(_MARKS))
    text = decode_letters(latex)
    try:
        plain = _TOKEN.sub(_plain_token, text)
    except _OtherLatexError:
        plain = _by_pylatexenc(text)
    return _folded(plain)


def decode_letters(latex: str) -> str:
    r"""Accents and letters as Unicode; other commands, and braces around more than a letter, stay.

    `{\"o}` and `\"{o}` both give ö.
    """
    if "\\" not in latex:
        return latex
    for _ in range(3):  # an accent may stand on an accented letter
        replaced = _LETTER.sub(lambda match: _letter(match[0]), latex)
        if replaced == latex:
            break
        latex = replaced
    return latex


def encode(text: str) -> str:
    r"""Plain text as it can stand in a value, within braces or quotes. Letters stay Unicode.

    `decode(encode(text)) == text` for NFC text whose white space is folded. Braces become commands, since
    BibTeX counts `\{` as well.
    """
    return _LIGATURE.sub(r"\1{}", _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text))


_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': '{"}',
    **{mark: f"\\{mark}" for mark in "&%#_$"},
}
_ESCAPED = re.compile(r'[\\{}~^"&%#_$]')
_LIGATURE = re.compile(r"(-(?=-)|'(?=')|`(?=`))")


class _OtherLatexError(Exception):
    """There is a command that is not in the tables."""


def _folded(text: str) -> str:
    return normalize("NFC", " ".join(text.split()))


@lru_cache(maxsize=4096)
def _letter(command: str) -> str:
    if command == r"\\":
        return command
    bare = command[1:-1] if command[0] == "{" else command
    accented = _ACCENTED.fullmatch(bare)
    if accented is None or bare.split("{")[0].strip()[1:] in SYMBOLS:
        return SYMBOLS[bare[1:].removesuffix("{}").strip()]
    accent, base, rest = accented.groups()
    letter = base[1] if base[0] == "\\" else base
    return normalize("NFC", letter + COMBINING[accent] + rest)


def _plain_token(token: re.Match[str]) -> str:
    kind = token.lastgroup or ""
    content = token[kind]
    match kind:
        case "escaped" | "mark" | "url":
            return content
        case "space" | "tie":
            return " "
        case "nothing" | "brace":
            return ""
        case "ligature":
            return LIGATURES[content]
        case "maths" | "inline":
            return _plain_maths(content)
        case "command" if content in LITERALS:
            return LITERALS[content]
        case "command" if content in FONT_COMMANDS:
            return ""
    raise _OtherLatexError


def _plain_maths(maths: str) -> str:
    scripted = _SCRIPT.sub(_script, _DEGREE.sub("°", maths))
    if "\\" in scripted:
        return _by_pylatexenc(f"${scripted}$")
    return scripted.replace("{", "").replace("}", "").replace("~", " ")


def _script(script: re.Match[str]) -> str:
    """A super- or subscript in Unicode's characters; as it is where one is lacking."""
    table = SUPERSCRIPT if script[1] == "^" else SUBSCRIPT
    text = script[2] if script[3] is None else script[3]
    return text.translate(table) if all(ord(character) in table for character in text) else script[0]


def _by_pylatexenc(latex: str) -> str:
    if len(latex) > _LONGEST or latex.count("\\") > _MOST_COMMANDS or _depth(latex) > _DEEPEST:
        return _stripped(latex)
    from pylatexenc.latexwalker import LatexWalkerError

    protected = re.sub(r"(?<!\\)%", r"\\%", latex)
    if latex.count("$") % 2:
        protected = re.sub(r"(?<!\\)\$", r"\\$", protected)
    try:
        plain: str = _converter().latex_to_text(protected, tolerant_parsing=True)
    except (LatexWalkerError, RecursionError, LookupError, TypeError, ValueError, AttributeError):
        return _stripped(latex)  # a command that it knows stands there without its arguments
    return plain


@lru_cache(maxsize=1)
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202 -- pylatexenc has no types
    from pylatexenc.latex2text import LatexNodes2Text

    logging.getLogger("pylatexenc").addHandler(logging.NullHandler())  # else it writes to the terminal
    return LatexNodes2Text()


def _depth(latex: str) -> int:
    depth = deepest = 0
    for brace in re.findall(r"[{}]", latex):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return deepest


def _stripped(latex: str) -> str:
    return _COMMAND.sub("", latex)
