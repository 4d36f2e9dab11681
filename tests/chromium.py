"""A headless Chromium, driven over a pipe by its own protocol: https://chromedevtools.github.io/devtools-protocol/."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = (
    None if os.name == "nt" else next(filter(None, map(shutil.which, NAMES)), None)
)  # Windows has no fcntl
_KEYS = {"Tab": 9, "ArrowRight": 39, "ArrowLeft": 37}
_PATIENCE = 30  # seconds for an answer
_START = """
import os, sys
os.dup2(int(sys.argv[1]), 3)  # Chromium reads from descriptor 3 and writes to 4
os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Chromium:
    """One window. Raises ConnectionError where the browser can't be started, or answers no more."""

    def __init__(self, profile: Path) -> None:
        import fcntl

        ours, theirs = os.pipe(), os.pipe()
        wanted, answers = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (ours[0], theirs[1]))
        options = ["--headless=new", "--no-sandbox", "--no-first-run", "--remote-debugging-pipe"]
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _START, str(wanted), str(answers), BROWSER, *options),
                f"--user-data-dir={profile}",
            ],
            pass_fds=(wanted, answers),
            stderr=subprocess.DEVNULL,
        )
        for end in (wanted, answers, ours[0], theirs[1]):
            os.close(end)
        self._write, self._read = ours[1], theirs[0]
        self._buffer, self._number, self._events = b"", 0, deque[dict[str, Any]]()
        self._session: dict[str, str] = {}
        try:
            self._open_window()
        except ConnectionError:
            self._process.kill()
            self._process.wait()
            raise

    def _open_window(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        self.ask("Browser.close")
        self._process.wait(20)
        os.close(self._write)
        os.close(self._read)

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters} | self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], _PATIENCE)
            read = os.read(self._read, 1 << 16) if ready else b""
            if not read:
                raise ConnectionError("Chromium is gone, or does not answer")
            self._buffer += read
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def open(self, page: Path) -> None:
        """Go to a page, and wait until it is there."""
        self._events.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())

    def run(self, script: str) -> Any:
        """What an expression of JavaScript comes to."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            code = _KEYS[key]
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def type(self, text: str) -> None:
        self.ask("Input.insertText", text=text)

    @property
    def complaints(self) -> list[dict[str, Any]]:
        """What the page that is open printed or threw, and what was said about it."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [event for event in self._events if event["method"] in kinds]

    @property
    def requests(self) -> list[str]:
        """The addresses that the page that is open asked for."""
        sent = (event for event in self._events if event["method"] == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]
