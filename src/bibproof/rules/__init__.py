"""The rules, one file each; the file's name is the rule's.

A rule is a function of a Case (or, about a bibliography as a whole, of a Library and its Cases) that yields
Problems. It asks nobody and changes nothing; its docstring is its page.
"""

from __future__ import annotations

from bibproof.findings import Rule
from bibproof.plugins import discover


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their names."""
    return tuple(discover("bibproof.rules").values())
