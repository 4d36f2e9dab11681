"""Text as it is compared: without case, accents, marks of print and what is left of markup.

Folding follows Unicode's compatibility decomposition (NFKD, https://unicode.org/reports/tr15/); letters that
it leaves alone (ø, ł, ß ...) and Greek ones (β or "beta") are spelled out here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

LOST = "\ufffd"  # a letter that some conversion has lost; it may stand for any letter

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ə": "e",
        "ƒ": "f",
        "×": " x ",
        "&": " and ",
        "∞": " infty ",
        "∆": "delta",
        "ℓ": "l",
        "№": "no",
        "™": "",
        "®": "",
        "©": "",
        "℠": "",
    }
)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon",
    "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
_SYMBOLS_IN_GREEK = re.compile(r"(?<![\u0370-\u03ff])[\u0370-\u03ff]{1,2}(?![\u0370-\u03ff])")
_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_TEX_LETTER = re.compile(r"\\([A-Za-z]+)\s*")
_TEX_SYMBOLS = frozenset((*_GREEK.values(), "infty", "times", "pm", "to", "rightarrow", "leq", "geq", "sqrt"))
_TEX_LEFT_OVER = re.compile(r"[\\${}^_~]")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`´ʼʹ′](?=\w)")
_LOST_LETTER = re.compile(r"(?<=[^\W\d_])\?(?=[a-z])|(?<=[A-Z])\?(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+(?:\ufffd+[^\W_]*)*|\ufffd+[^\W_]*")
_MARKS_OF_FOOTNOTE = "*†‡§¶#"
_MARK_OF_FOOTNOTE = re.compile(rf"[{_MARKS_OF_FOOTNOTE}]+\s*$")


def word_set(listed: str) -> frozenset[str]:
    """The words of a table that is written as text."""
    return frozenset(listed.split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The words of a text in lower case and, where they have them, plain letters, one space apart."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = unescape(unescape(text)) if "&" in text else text
    text = _TAG.sub("", text) if "<" in text else text
    text = _without_tex(text) if "\\" in text or "$" in text else text
    text = _LOST_LETTER.sub(LOST, text) if "?" in text else text
    text = _MARK_OF_FOOTNOTE.sub("", text) if text.rstrip()[-1:] in _MARKS_OF_FOOTNOTE else text
    text = text if text.isascii() and "'" not in text and "`" not in text else _APOSTROPHE.sub("", text)
    return " ".join(_WORD.findall(_plain_letters(text)))


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return fold(text).split()


def squeeze(text: str) -> str:
    """The letters and digits of a text alone: "low-dose", "low dose" and "lowdose" come to the same."""
    return fold(text).replace(" ", "")


def _plain_letters(text: str) -> str:
    text = text.lower()
    if text.isascii():
        return text.replace("&", " and ")
    text = text.translate(_LETTERS)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text).lower()  # letters of mathematics have become plain capitals
    text = "".join(
        letter for letter in text if not unicodedata.combining(letter) and letter not in "\u00ad\u200b"
    )
    text = _SYMBOLS_IN_GREEK.sub(lambda run: "".join(_GREEK.get(letter, letter) for letter in run[0]), text)
    return text.translate(_LETTERS)


def _without_tex(text: str) -> str:
    """Formulas without TeX's commands; a Greek letter's name is kept."""
    text = _TEX_LETTER.sub(
        lambda command: f"{command[1]} " if command[1].lower() in _TEX_SYMBOLS else "", text
    )
    return _TEX_LEFT_OVER.sub("", text)


def equal_but_for_lost(one: str, other: str) -> bool:
    """Whether two squeezed texts are equal where a lost letter may stand for up to two letters, or none."""
    if one == other:
        return True
    if LOST in one and LOST not in other:
        return _lost_pattern(one).fullmatch(other) is not None
    if LOST in other and LOST not in one:
        return _lost_pattern(other).fullmatch(one) is not None
    return False


def _lost_pattern(text: str) -> re.Pattern[str]:
    return re.compile(".{0,2}".join(re.escape(part) for part in text.split(LOST)))


@lru_cache(maxsize=4096)
def script(text: str) -> str:
    """The script that most letters of a text belong to: "latin", "cyrillic" ..., "" without letters."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else ""
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0].lower()
            name = "cjk" if name in ("hiragana", "katakana", "katakana-hiragana") else name
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else ""


def edits(one: str, other: str, limit: int) -> int:
    """Letters left out, added, changed or exchanged with their neighbour; `limit` + 1 where more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=limit))
