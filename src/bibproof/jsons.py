"""JSON as Python has it."""

from __future__ import annotations

from typing import Any

Json = Any
"""What `json.loads` gives: a dict, a list, a str, a number, a bool or None, in whatever shape."""
