"""What is kept from run to run: the answers of services, and what was printed within the hour."""

from bibproof.cache._answers import (
    ABSENCE_AGE,
    FILE_NAME,
    RECORD_AGE,
    SEARCH_AGE,
    Ages,
    Answers,
    Cache,
    NoCache,
)
from bibproof.cache._printed import PRINTED_AGE, Printed, PrintedReports

__all__ = [
    "ABSENCE_AGE",
    "FILE_NAME",
    "PRINTED_AGE",
    "RECORD_AGE",
    "SEARCH_AGE",
    "Ages",
    "Answers",
    "Cache",
    "NoCache",
    "Printed",
    "PrintedReports",
]
