r"""Plain texts, titles and names as BibTeX values, in what an encoding can hold.

What braces keep is BibTeX's rule (btxdoc, 4: `change.case$`): a style that sets titles in sentence case makes
small letters of every capital but the first, and the one behind a colon, unless braces stand around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from bibproof.bibtex.latex import decode, encode
from bibproof.bibtex.latex_tables import COMBINING, SYMBOLS
from bibproof.bibtex.names import parse_names
from bibproof.model import Person
from bibproof.richtext import Face, Run, plain, rich

_ACCENTS = {character: command for command, character in COMBINING.items() if command not in "bt"}
_COMMANDS = {
    character: command for command, character in reversed(SYMBOLS.items()) if not character.isascii()
}
_MARKS = {"–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'", "‐": "-", "‑": "-", "−": "-"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_WORD = re.compile(r"[^\W_]+(?:['’./:+-]?[^\W_]+)*")
_PARTS = re.compile(r"[^\W_]+")
_OPENING = "\"'“‘«([{¿¡ "
_SET_APART = re.compile(r"[,;&]|\band\b|\bothers\b|\bet al\b", re.IGNORECASE)
_FACES = (
    (Face.SUBSCRIPT, r"\textsubscript"),
    (Face.SUPERSCRIPT, r"\textsuperscript"),
    (Face.SMALL_CAPS, r"\textsc"),
    (Face.BOLD, r"\textbf"),
    (Face.ITALIC, r"\emph"),
)

Keeps = Callable[[str, int], bool]
"""Says of a word, and of where it starts in a title, whether its capitals must stay."""


class UnwritableError(ValueError):
    """The text has a character that neither the encoding nor LaTeX has."""


def write_text(text: str, encoding: str = "utf-8") -> str:
    r"""A text as a value, in braces or quotes; what the encoding lacks as LaTeX: `{\"o}`.

    Raises UnwritableError.
    """
    escaped = encode(normalize("NFC", " ".join(text.split())))
    return escaped if _holds(encoding, escaped) else "".join(_fitting(escaped, encoding))


def _fitting(text: str, encoding: str) -> Iterable[str]:
    for character in text:
        yield character if _holds(encoding, character) else _command(character)


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1024)
def _command(character: str) -> str:
    """A character as a command that `decode` reads as that character. Raises UnwritableError."""
    if character in _INVISIBLE:
        return ""
    if character in _MARKS:
        return _MARKS[character]
    for latex in (_accented(character), _by_pylatexenc(character)):
        if latex is not None and decode(latex) == character:
            return latex
    raise UnwritableError(f"LaTeX has no command for {character!r}")


def _accented(character: str) -> str | None:
    decomposed = normalize("NFD", character)
    base, accents = decomposed[0], decomposed[1:]
    if base in _COMMANDS:
        latex = f"\\{_COMMANDS[base]}"
    elif base.isascii() and accents:
        is_below = any(combining(accent) < 230 for accent in accents)
        latex = f"\\{base}" if base in "ij" and not is_below else base
    else:
        return None
    for accent in accents:
        if accent not in _ACCENTS:
            return None
        command = _ACCENTS[accent]
        needs_braces = command.isalpha() or len(latex) > 2
        latex = f"\\{command}{{{latex}}}" if needs_braces else f"\\{command}{latex}"
    return f"{{{latex}}}"


def _by_pylatexenc(character: str) -> str | None:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

    encoder = UnicodeToLatexEncoder(
        unknown_char_policy="ignore", unknown_char_warning=False, replacement_latex_protection="braces-all"
    )
    latex: str = encoder.unicode_to_latex(character)
    return latex if latex.isascii() and latex else None


# Titles


def write_title(text: str, encoding: str = "utf-8", also: frozenset[str] = frozenset()) -> str:
    """A title as a value, with braces around the words whose capitals must stay; `also` names more of them.

    Raises UnwritableError.
    """
    return write_rich_title(rich(normalize("NFC", " ".join(text.split()))), encoding, also)


def write_rich_title(runs: Sequence[Run], encoding: str = "utf-8", also: frozenset[str] = frozenset()) -> str:
    """A title with faces and formulas as a value, as `write_title` has it. Raises UnwritableError."""
    keeps = _keeper(plain(runs))
    pieces, start = [], 0
    for run in runs:
        written = _run(run, start, encoding, lambda word, at: word in also or keeps(word, at))
        for face, command in _FACES:
            if face & run.face:  # its braces keep every capital, unless others stand around the command
                written = f"{command}{{{written}}}"
        pieces.append(written)
        start += len(run.text)
    return "".join(pieces).strip()


def _run(run: Run, start: int, encoding: str, keeps: Keeps) -> str:
    """One run, which starts there in the title, without its face."""
    if run.tex is not None:
        return f"{{${run.tex}$}}"
    pieces, end = [], 0
    for word in _WORD.finditer(run.text):
        written = write_text(word[0], encoding)
        is_kept = run.face is Face.PLAIN and keeps(word[0], start + word.start())
        pieces += [_piece(run.text[end : word.start()], encoding), f"{{{written}}}" if is_kept else written]
        end = word.end()
    return "".join([*pieces, _piece(run.text[end:], encoding)])


def _piece(text: str, encoding: str) -> str:
    """A piece of a text, whose spaces at the ends stay."""
    inside = write_text(text, encoding)
    before = " " if text[:1] == " " else ""
    behind = " " if text[-1:] == " " and text.strip() else ""
    return f"{before}{inside}{behind}"


def _keeper(title: str) -> Keeps:
    """Which words of a title have capitals that a style must not make small.

    Names and acronyms by their shape; and every capital of a title that has capitals in names alone. Where
    nearly all is in capitals, they tell nothing.
    """
    matches = list(_WORD.finditer(title))
    long = [word[0] for word in matches if len(word[0]) > 3 and word[0][0].isalpha()]
    if sum(word.isupper() for word in long) > len(long) / 2:
        return lambda _word, _start: False
    plainer = [
        word[0]
        for word in matches
        if word[0] in long and not has_inner_capitals(word[0]) and not _starts(title[: word.start()])
    ]
    is_sentence = sum(word[0].isupper() for word in plainer) <= len(plainer) / 2

    def keeps(word: str, start: int) -> bool:
        if has_inner_capitals(word):
            return True
        return is_sentence and word[0].isupper() and not _starts(title[:start])

    return keeps


def _starts(before: str) -> bool:
    """Whether a title, or what follows its colon, starts behind this."""
    return not before.rstrip(_OPENING) or before.rstrip(_OPENING).endswith((":", "—"))


def has_inner_capitals(word: str) -> bool:
    """Whether a word is no common one by its capitals: "DNA", "mRNA", "X-ray", "B12", "C" (but not "A")."""
    parts = _PARTS.findall(word)
    if len(parts) == 1 and len(word) == 1:
        return word.isupper() and word != "A"
    return any(
        any(letter.isupper() for letter in part[1:]) or (part[0].isupper() and _is_symbol(part, parts))
        for part in parts
    )


def _is_symbol(part: str, parts: list[str]) -> bool:
    return (len(part) == 1 and len(parts) > 1) or any(letter.isdigit() for letter in part)


# Names


def write_names(people: Iterable[Person], encoding: str = "utf-8", *, et_al: bool = False) -> str:
    """A list of people as a value, family names first. Raises UnwritableError."""
    names = [write_name(person, encoding) for person in people]
    return " and ".join([*names, "others"] if et_al and names else names)


def write_name(person: Person, encoding: str = "utf-8") -> str:
    """A name as "von Last, Jr, First" (btxdoc, 4); a group, or what can't be taken apart, in braces.

    Raises UnwritableError.
    """
    family = " ".join(part for part in (person.particle, person.family) if part)
    if person.literal is not None or not family or not (person.given or person.suffix):
        whole = person.literal or family or person.given or ""
        is_word = person.literal is None and " " not in whole and not _SET_APART.search(whole)
        return write_text(whole, encoding) if is_word else f"{{{write_text(whole, encoding)}}}"
    parts = [" ".join(_part(part, encoding) for part in (person.particle, person.family) if part)]
    if person.suffix:
        parts.append(_part(person.suffix, encoding))
    return ", ".join([*parts, _part(person.given or "", encoding)])


def write_name_given_first(person: Person, encoding: str = "utf-8") -> str:
    """A name as "First von Last", where it can be written so; else as `write_name` has it.

    Raises UnwritableError.
    """
    if person.literal is None and person.family and person.given and not person.suffix:
        family = _part(person.family, encoding)
        if " " in family and not family.startswith("{"):
            family = f"{{{family}}}"
        particle = _part(person.particle, encoding) if person.particle else ""
        written = " ".join(part for part in (_part(person.given, encoding), particle, family) if part)
        if parse_names(written) == ((Person(person.family, person.given, person.particle),), False):
            return written
    return write_name(person, encoding)


def _part(text: str, encoding: str) -> str:
    """A part of a name; in braces where it holds what would take it apart."""
    written = write_text(text, encoding)
    return f"{{{written}}}" if _SET_APART.search(text) else written
