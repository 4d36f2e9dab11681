"""Readers of reference lists: one file a format, named for the suffix that a user's file has.

A reader is `(text, path, encoding) -> Library`.
"""

from __future__ import annotations

from bibproof.readers._files import decode_file, read_file

__all__ = ["decode_file", "read_file"]
