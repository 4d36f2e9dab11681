"""Styles in CSL, and files of word processors, by way of pandoc.

It is a program; `pip install 'bibproof[csl]'` brings it. Everything goes to it and comes back as data (its
own JSON, CSL-JSON), so nothing has to be escaped and nothing is read from text.
"""

from __future__ import annotations

from bibproof.pandoc._csl import csl_style
from bibproof.pandoc._csl_json import csl_data
from bibproof.pandoc._files import convert

__all__ = ["convert", "csl_data", "csl_style"]
