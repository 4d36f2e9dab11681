"""The names that stand for text: @string definitions, the months, and what the standard styles define.

A definition holds for what comes after it, and names have no case (btxdoc, 2.2). Here a name that is only
defined further down is found too. Texts may not grow without bound: sixty definitions that each double
the one before would fill any memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bibproof.bibtex.blocks import BARE, Block, Field

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# plain.bst, abbrv.bst, alpha.bst and unsrt.bst define these (BibTeX's standard styles).
_STANDARD_STYLES = {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tcs": "Theoretical Computer Science",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
}
PREDEFINED: Mapping[str, str] = MappingProxyType(
    {month[:3].lower(): month for month in _MONTHS} | _STANDARD_STYLES
)

LONGEST = 1_000_000  # characters of one value that macros make up
LONGEST_IN_ALL = 100_000_000  # characters of all of them in a file


@dataclass(frozen=True, slots=True)
class Expansion:
    """A value as text, the names in it that nothing defines, and whether it had to be cut short."""

    text: str
    undefined: tuple[str, ...] = ()
    cut: bool = False


class Macros:
    """What names stand for at the place in the file that has been reached."""

    def __init__(self, text: str, blocks: Iterable[Block]) -> None:
        self._text = text
        self._later: Mapping[str, str] = {}
        self._start()
        for block in blocks:
            self.define(block)
        self._later = self._now  # for entries only: definitions that may look ahead could run in circles
        self._start()

    def _start(self) -> None:
        self._now = dict(PREDEFINED)
        self._left = LONGEST_IN_ALL

    def define(self, block: Block) -> tuple[tuple[Field, Expansion], ...]:
        """Take in the definitions of a @string; other blocks define nothing."""
        if block.type != "string":
            return ()
        expansions = tuple((field, self._expand(field, {})) for field in block.fields)
        for field, expansion in expansions:
            self._now[self._text[field.name_start : field.name_end].lower()] = expansion.text
        return expansions

    def expand(self, field: Field) -> Expansion:
        """A field's value as text: pieces joined, names replaced, LaTeX and white space as they are.

        A name that nothing defines stays as it is written. A value that grows too long is empty.
        """
        return self._expand(field, self._later)

    def _expand(self, field: Field, later: Mapping[str, str]) -> Expansion:
        if field.is_plain:
            return Expansion(self._text[field.start : field.end])
        parts: list[str] = []
        undefined: list[str] = []
        from_macros = 0
        for piece in field.pieces:
            part = self._text[piece.start : piece.end]
            if piece.kind == BARE and part and not part[0].isdigit() and " " not in part:
                name = part.lower()
                value = self._now.get(name, later.get(name))
                if value is None:
                    undefined.append(part)
                else:
                    part = value
                    from_macros += len(value)
            parts.append(part)
            if from_macros > min(LONGEST, self._left):
                return Expansion("", tuple(undefined), cut=True)
        self._left -= from_macros
        return Expansion("".join(parts), tuple(undefined))
