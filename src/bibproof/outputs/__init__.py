"""The formats a reference list can be written in, one file each; the file's name is what a user types.

An output is a `listing.Output` of the file's own name. Whatever an entry holds arrives as text: each output
escapes what its format would act on.
"""

from __future__ import annotations

from bibproof.errors import UsageError
from bibproof.listing import Output
from bibproof.plugins import discover, plugin


def output(name: str) -> Output:
    """The output of that name. Raises UsageError, naming those that there are, where there is none."""
    found: Output | None = plugin("bibproof.outputs", name)
    if found is None:
        raise UsageError(
            f"there is no output {name!r}; choose one of {', '.join(discover('bibproof.outputs'))}"
        )
    return found
