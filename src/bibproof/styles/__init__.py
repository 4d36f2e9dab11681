"""Styles of reference lists, one file each; the file's name is what a user types.

A style is a `listing.Style` of the file's own name. It acts on the list as a whole, since order, numbers and
the letters of 2018a belong to the list. It never raises for what an entry holds: what it can't write it
leaves out, and says so in `Entry.problems`.
"""

from __future__ import annotations

from bibproof.errors import UsageError
from bibproof.listing import Style
from bibproof.plugins import discover, plugin


def native_style(name: str) -> Style:
    """The style of that name. Raises UsageError, naming the styles that there are, where there is none."""
    style: Style | None = plugin("bibproof.styles", name)
    if style is None:
        known = ", ".join(discover("bibproof.styles"))
        raise UsageError(f"there is no style {name!r}; choose one of {known}, or a .csl file")
    return style
