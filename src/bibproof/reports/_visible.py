"""Text that does no harm where it is shown."""

from __future__ import annotations

import unicodedata

_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text with control and direction marks written out, so that none of them acts where it is shown.

    What is left may stand in XML and HTML: lone surrogates and Unicode's noncharacters are written out too.
    """
    if text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def inert(text: str) -> str:
    """Text of a line, behind its start, of which GitHub's runner takes nothing for a command."""
    return text.replace("##[", "#\\x23[")


def _escaped(character: str) -> str:
    code = ord(character)
    if unicodedata.category(character) not in _HARMFUL and not _is_noncharacter(code):
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
