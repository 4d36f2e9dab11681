"""One polite JSON client: limits kept, retries counted, and an outage told from an absence."""

from bibproof.http.address import check_base_url
from bibproof.http.client import Client
from bibproof.http.ledger import FILE_NAME as LEDGER_NAME
from bibproof.http.ledger import Ledger
from bibproof.http.limiter import Lane
from bibproof.http.outcome import Absent, Answer, Failed, Outcome, Refused

__all__ = [
    "LEDGER_NAME",
    "Absent",
    "Answer",
    "Client",
    "Failed",
    "Lane",
    "Ledger",
    "Outcome",
    "Refused",
    "check_base_url",
]
