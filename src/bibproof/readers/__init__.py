"""Readers of reference lists: one file a format, named for the suffix that a user's file has.

A name of several words ends in the suffix: `csl_json.py` reads .json.

A reader is `(text, path, encoding) -> Library`.
"""

from __future__ import annotations

from bibproof.readers._files import decode_file, read_data, read_file
from bibproof.readers._memory import no_collection

__all__ = ["decode_file", "no_collection", "read_data", "read_file"]
