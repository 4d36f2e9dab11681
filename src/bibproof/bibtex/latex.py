r"""LaTeX in values: to plain text, and back.

What nearly every value needs (accents, ligatures, escaped marks, changes of font) is done here, since it
is far faster; what is left (mathematics, other commands) is pylatexenc's. The commands are those of
LaTeX2e (`usrguide`; https://ctan.org/pkg/comprehensive).
"""

from __future__ import annotations

import gc
import re
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING
from unicodedata import normalize

from bibproof.bibtex.latex_tables import (
    COMBINING,
    FONT_COMMANDS,
    GREEK,
    LIGATURES,
    LITERALS,
    NO_TEXT,
    SUBSCRIPT,
    SUPERSCRIPT,
    SYMBOLS,
)
from bibproof.bibtex.latex_units import quantities_as_text

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

_SPECIAL = re.compile(r"[\\{}$~]|--|``|''")

_MARKS = (*LIGATURES.items(), ("{", ""), ("}", ""), ("~", " "))  # "---" before "--"

_DOTLESS = r"\\[ij](?![A-Za-z])[ \t\r\n]*(?:\{\})?"
_BASE = rf"(?:{_DOTLESS}|[^\W\d_][\u0300-\u036f]*)"
_ACCENT = (  # white space is possessive: a long run of it is never tried twice
    r"\\(?:[\"'`^~=.][ \t]*+|[cHhkrubvdt](?:[ \t]++|(?=[\\{]))(?=[\\{]|[^\W\d_]))"
    rf"(?:\{{[ \t]*+{_BASE}[^\W\d_]*[ \t]*+\}}|{_BASE})"
)
_SYMBOL = rf"\\(?:{'|'.join(sorted(SYMBOLS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|[ \t\r\n]+)?"
# A command before a letter keeps its braces, or gets some: else the letter would be part of its name.
_LETTER = (
    rf"\\\\|\{{(?:{_ACCENT}|{_SYMBOL})\}}|{_ACCENT}"
    rf"|(?P<command>\\[A-Za-z]++)"
    rf"(?:[ \t]*+\{{(?P<braced>{_ACCENT}|{_SYMBOL})\}}|(?P<bare>{_ACCENT}|{_SYMBOL}))"
    rf"|{_SYMBOL}"
)
_ACCENTED = re.compile(rf"\\([^\s\\])[ \t]*\{{?[ \t]*({_BASE})(.*?)[ \t]*\}}?")

_ARGUMENT = r"\{(?:[^{}\\]++|\\.|\{(?:[^{}\\]++|\\.|\{(?:[^{}\\]|\\.)*+\})*+\})*+\}"
_TOKEN = re.compile(
    rf"""\\(?P<unsaid>(?:{"|".join(NO_TEXT)})(?![A-Za-z])\*?\s*+(?:\[[^\[\]{{}}]*\]\s*+){{0,2}}(?:{_ARGUMENT}|\\[{{}}])
        (?:\[[^\[\]{{}}]*\])*)"""
    r"""|\\(?P<escaped>[&%#$_{}@])
    |\\(?P<space>\\(?:\[[^\]]*\])?|[\ \t\r\n,;:>]|(?:quad|qquad|newline|linebreak|par)(?![A-Za-z]))
    |\\(?P<nothing>[-/!]|["'`=.]\{\})
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
_TEXT_IN_MATHS = re.compile(
    r"\\(?:mbox|hbox|text(?:rm|sf|tt|it|bf|up|normal)?|math(?:rm|sf|tt|it|bf|up)|rm|sf|tt|it|bf|operatorname)"
    r"(?![A-Za-z])\s*+"
)
_DOUBLE_BRACES = re.compile(r"\{\s*\{([^{}]*)\}\s*\}")
_GREEK = re.compile(rf"\\(text|[uU]p)({'|'.join(GREEK)})(?![A-Za-z])(?:\{{\}}|\s+)?", re.IGNORECASE)
_BEFORE_A_LETTER = re.compile(r"(\\[A-Za-z]+)(?=[^\x00-\x7f])")
_DEGREE = re.compile(r"\^(?:\{\s*\\circ\s*\}|\\circ(?![A-Za-z]))")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+[ \t\r\n]*|.?)|[{}$]", re.DOTALL)

# pylatexenc goes down one call for every brace and command that stands in another.
_DEEPEST = 40
_UNTIL_COLLECTED = 50  # conversions; each leaves cycles of some 80 kB behind, and reading collects none
_CONVERSIONS = count(1)
_LONGEST = 20_000
_OF_FILES = re.compile(
    r"\\(?:input|include|includeonly|InputIfFileExists|openin|openout|write(?:18)?|read|special)(?![A-Za-z])"
    r"(?:\s*\{[^{}]*\})?"
)
_LONGEST_KEPT = 300
_MOST_COMMANDS = 2_000


def decode(latex: str) -> str:
    r"""LaTeX as plain text: NFC, white space folded, braces and changes of font gone.

    A `%` is a per cent sign, since values have no comments. Never raises: what is nested too deep to be
    read comes out with its commands taken away.
    """
    return _decoded(latex) if len(latex) > _LONGEST_KEPT else _decoded_before(latex)


def _decoded(latex: str) -> str:
    if _SPECIAL.search(latex) is None:
        return _folded(latex)
    if "\\" not in latex and "$" not in latex:
        for mark, character in _MARKS:
            if mark in latex:
                latex = latex.replace(mark, character)
        return _folded(latex)
    text = decode_letters(_GREEK.sub(_greek, quantities_as_text(with_commands_of_files_shown(latex))))
    try:
        plain = _TOKEN.sub(_plain_token, text)
    except _OtherLatexError:
        plain = _by_pylatexenc(text)
    return _folded(plain)


_decoded_before = lru_cache(maxsize=4096)(_decoded)  # years, journals, families' names come again and again


def with_commands_of_files_shown(latex: str) -> str:
    r"""The value with commands that read or write files as text: nobody means `\input{...}` in a title."""
    return _OF_FILES.sub(lambda command: encode(command[0]), latex)


def decode_letters(latex: str) -> str:
    r"""Accents and letters as Unicode; other commands, and braces around more than a letter, stay.

    `{\"o}` and `\"{o}` both give ö.
    """
    if "\\" not in latex:
        return latex
    for _ in range(3):  # an accent may stand on an accented letter
        replaced = _letters().sub(_letter, latex)
        if replaced == latex:
            break
        latex = replaced
        if "\\" not in latex:
            break
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
    folded = " ".join(text.split())
    return folded if folded.isascii() else normalize("NFC", folded)


@lru_cache(maxsize=1)
def _letters() -> re.Pattern[str]:
    """Made where the first command is met: it is long, and many files have no commands."""
    return re.compile(_LETTER)


def _letter(match: re.Match[str]) -> str:
    command = match["command"]
    if command is None:
        return _one_letter(match[0])
    if match["braced"] is not None:
        return f"{command}{{{_one_letter(match['braced'])}}}"
    letter = _one_letter(match["bare"])
    return f"{command}{{{letter}}}" if command[1:] in COMBINING else f"{command}{{}}{letter}"


@lru_cache(maxsize=4096)
def _one_letter(command: str) -> str:
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
        case "nothing" | "brace" | "unsaid":
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
    plain = _TEXT_IN_MATHS.sub("", _DEGREE.sub("°", maths)).replace("{}", "")
    scripted = _SCRIPT.sub(_script, _DOUBLE_BRACES.sub(r"{\1}", plain))
    if "\\" in scripted:
        return _by_pylatexenc(f"${scripted}$")
    return scripted.replace("{", "").replace("}", "").replace("~", " ")


def _greek(command: re.Match[str]) -> str:
    kind, name = command.groups()
    if kind == "text" and name == "mu":
        return "\N{MICRO SIGN}"
    letter = GREEK[name.lower()]
    return letter.upper() if name[0].isupper() or kind == "Up" else letter


def _script(script: re.Match[str]) -> str:
    """A super- or subscript in Unicode's characters; as it is where one is lacking."""
    table = SUPERSCRIPT if script[1] == "^" else SUBSCRIPT
    text = script[2] if script[3] is None else script[3]
    return text.translate(table) if all(ord(character) in table for character in text) else script[0]


def _by_pylatexenc(latex: str) -> str:
    if len(latex) > _LONGEST or latex.count("\\") > _MOST_COMMANDS or _depth(latex) > _DEEPEST:
        return _stripped(latex)
    from pylatexenc.latexwalker import LatexWalkerError

    protected = _BEFORE_A_LETTER.sub(r"\1{}", re.sub(r"(?<!\\)%", r"\\%", latex))
    if latex.count("$") % 2:
        protected = re.sub(r"(?<!\\)\$", r"\\$", protected)
    try:
        plain: str = _converter().latex_to_text(protected, tolerant_parsing=True)
    except (LatexWalkerError, RecursionError, LookupError, TypeError, ValueError, AttributeError):
        plain = _stripped(latex)  # a command that it knows stands there without its arguments
    if next(_CONVERSIONS) % _UNTIL_COLLECTED == 0:
        gc.collect(0)
    return plain


@lru_cache(maxsize=1)
def _converter() -> LatexNodes2Text:
    import logging

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
