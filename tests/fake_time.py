"""Time that passes only when somebody sleeps."""

from __future__ import annotations

from threading import Lock


class FakeTime:
    """`clock` and `sleep` for what takes them; `now` is in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._lock = Lock()

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.now += seconds
