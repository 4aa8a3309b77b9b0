"""A pseudo-terminal with a program in it, and a watch that tells when something shows."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic, perf_counter
from types import TracebackType
from typing import Self

LINES, COLUMNS = 40, 120
ROOT = Path(__file__).parent.parent
"""Where programs are started, so that their modules are found."""
_PATIENCE = 60.0
_QUIET = 0.15
"""Seconds without a word after which a program is taken to have shown all that it has to show."""
_ASKS_FOR_FRAMES, _HAS_FRAMES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_END_OF_FRAME = b"\x1b[?2026l"
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P.*?\x1b\\|[@-Z\\-_])")


class TerminalError(Exception):
    """A program that never shows what was waited for."""


class Terminal:
    """Runs `python -m MODULE WORDS` in a terminal that knows frames (synchronized output), as most do today.

    Times are measured from the start of the process, or from the last key.
    """

    def __init__(self, module: str, *words: str | Path, environment: Mapping[str, str] | None = None) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
        variables.pop("NO_COLOR", None)
        self._written = bytearray()
        self._since = perf_counter()
        self._process = subprocess.Popen(  # noqa: S603 - this Python, with modules of our own
            [sys.executable, "-m", module, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=variables,
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(slave)

    def press(self, key: str) -> None:
        """Press a key; what was written before is forgotten."""
        self._written.clear()
        self._since = perf_counter()
        os.write(self._master, key.encode())

    def wait_for(self, words: str) -> float:
        """Wait until these words have been written; give the seconds."""
        return self._wait(words.encode(), b"")

    def wait_for_frame(self, words: str = "") -> float:
        """Wait for the end of the first frame, of those with these words; give the seconds."""
        return self._wait(words.encode(), _END_OF_FRAME)

    def last_frame_within(self, seconds: float) -> float:
        """Read for so many seconds since the last key; give when the last frame of them ended.

        They are all used up where a frame is still being written then.
        """
        ended = 0.0
        frames = 0
        while (left := self._since + seconds - perf_counter()) > 0:
            if self._read(left) and (written := self._written.count(_END_OF_FRAME)) > frames:
                frames, ended = written, perf_counter() - self._since
        return ended if self._written.rstrip().endswith(_END_OF_FRAME) else seconds

    def settle(self) -> None:
        """Wait until the program writes no more."""
        while self._read(_QUIET):
            pass

    def peak_memory(self) -> int:
        """Give the most bytes that the program has had in memory, as Linux counts them; 0 elsewhere."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        except OSError:
            return 0
        found = re.search(r"VmHWM:\s*(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def _wait(self, words: bytes, end: bytes) -> float:
        latest = monotonic() + _PATIENCE
        while (found := self._written.find(words)) < 0 or self._written.find(end, found) < 0:
            if not self._read(latest - monotonic()):
                shown = _ESCAPES.sub(b"", self._written)[-2000:].decode("utf-8", "replace")
                raise TerminalError(f"never showed {words.decode()!r}, but {shown!r}")
        return perf_counter() - self._since

    def _read(self, patience: float) -> bool:
        """Read what has been written; False when it is nothing for so many seconds, or the program has ended."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, patience))
        if not ready:
            return False
        part = b""
        with suppress(OSError):  # the other end is closed
            part = os.read(self._master, 1 << 16)
        if _ASKS_FOR_FRAMES in part:
            os.write(self._master, _HAS_FRAMES)
        self._written += part
        return bool(part)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
