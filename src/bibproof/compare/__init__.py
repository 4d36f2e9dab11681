"""How far a cited work and a registered one are the same: Work against Work, field by field."""

from bibproof.compare.likeness import FieldComparison, Likeness
from bibproof.compare.works import FIELDS, Comparison, compare

__all__ = ["FIELDS", "Comparison", "FieldComparison", "Likeness", "compare"]
