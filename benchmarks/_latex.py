"""Unicode into LaTeX, in all the spellings that are found in people's files."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

_MARKS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u0304": "=", "\u0307": ".",
    "\u0306": "u", "\u030c": "v", "\u030b": "H", "\u0327": "c", "\u0328": "k", "\u0323": "d", "\u030a": "r",
}  # fmt: skip
_LETTERS = {
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "å": "aa",
    "Å": "AA", "ı": "i",
}  # fmt: skip
GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "π": "pi", "σ": "sigma", "τ": "tau", "ω": "omega",
}  # fmt: skip
_SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "<": "$<$", ">": "$>$", "~": r"\~{}"}
_MARKUP = re.compile(r"(</?(?:i|sub|sup)>)")
_TEX = re.compile(r"(\$+[^$]*\\[^$]*\$+)")
_COMMANDS = {
    "<i>": (r"\emph{", r"\textit{", "{\\it "),
    "<sub>": ("$_{", r"\textsubscript{"),
    "<sup>": ("$^{", r"\textsuperscript{"),
}

Spelling = Callable[[str], str]


def accents(style: str, rng: random.Random) -> Spelling:
    """How letters beyond ASCII are written: `unicode`, `braced`, `inner`, `bare` or `mixed`."""

    def spell(text: str) -> str:
        return "".join(_letter(letter, style, rng) for letter in unicodedata.normalize("NFC", text))

    return spell


def _letter(letter: str, style: str, rng: random.Random) -> str:
    if letter.isascii() or style == "unicode":
        return letter
    if style == "mixed":
        style = rng.choice(("braced", "inner", "bare", "unicode"))
        return _letter(letter, style, rng)
    if letter in _LETTERS:
        return f"{{\\{_LETTERS[letter]}}}" if style != "inner" else f"\\{_LETTERS[letter]}{{}}"
    if letter in GREEK:
        return f"$\\{GREEK[letter]}$"
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) != 2 or not parts[0].isascii() or parts[1] not in _MARKS:
        return letter
    return _accented(parts[0], _MARKS[parts[1]], style)


def _accented(base: str, mark: str, style: str) -> str:
    base = f"\\{base}" if base in "ij" and mark in "`'^~\"=" else base
    if mark.isalpha() or style == "inner":
        command = f"\\{mark}{{{base}}}"
        return f"{{{command}}}" if style == "braced" else command
    if style == "bare":
        return f"\\{mark}{{{base}}}" if base.startswith("\\") else f"\\{mark}{base}"
    return f"{{\\{mark}{base}}}"


def escape(text: str) -> str:
    """LaTeX's own characters, escaped; mathematics that is TeX already is left as it is."""
    parts = _TEX.split(text)
    return "".join(
        part.replace("$$", "$") if number % 2 else "".join(_SPECIAL.get(letter, letter) for letter in part)
        for number, part in enumerate(parts)
    )


def latex(text: str, spell: Spelling, rng: random.Random, *, markup: bool = True) -> str:
    """A text with `<i>`, `<sub>`, `<sup>` as LaTeX; without `markup`, these are left out."""
    out: list[str] = []
    closing: list[str] = []
    for part in _MARKUP.split(text):
        if not _MARKUP.fullmatch(part):
            out.append(spell(escape(part)))
        elif not markup:
            continue
        elif part in _COMMANDS:
            out.append(rng.choice(_COMMANDS[part]))
            closing.append("}$" if out[-1].startswith("$") else "}")
        elif closing:
            out.append(closing.pop())
    return "".join([*out, *reversed(closing)])


_TRANSLITERATED = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ø": "oe",
        "Ø": "Oe",
        "å": "aa",
        "ß": "ss",
    }
)


def transliterated(text: str) -> str:
    """As German and Scandinavian names are written where their letters are wanting: "Mueller"."""
    return unicodedata.normalize("NFC", text).translate(_TRANSLITERATED)


def without_accents(text: str) -> str:
    """As an English keyboard has it: "Muller", "Lodz"."""
    text = "".join("ae" if c == "æ" else _LETTERS.get(c, c)[:1] if c in "øØłŁåÅı" else c for c in text)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
