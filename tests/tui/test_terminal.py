"""The installed program in a real pseudo-terminal."""

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a thing of Unix", allow_module_level=True)

import fcntl
import pty
import termios

CARREL = Path(sys.executable).parent / "carrel"
PATIENCE = 60
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P.*?\x1b\\)")


class Terminal:
    """A terminal of some size with the program in it."""

    def __init__(self, home: Path, *words: str, lines: int = 24, columns: int = 80) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "CARREL_HOME": str(home)}
        environment.pop("NO_COLOR", None)
        self.process = subprocess.Popen(
            [CARREL, *words], stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.written = b""

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until these words have been written since the last key."""
        end = time.monotonic() + PATIENCE
        while words not in self.text:
            if not self._read(end - time.monotonic()):
                pytest.fail(f"never showed {words!r}, but {self.text!r}")
        self.written = b""

    def wait_for_end(self) -> int:
        end = time.monotonic() + PATIENCE
        while self._read(end - time.monotonic()):
            pass
        return self.process.wait(PATIENCE)

    @property
    def text(self) -> str:
        return _ESCAPES.sub("", self.written.decode("utf-8", "replace"))

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], max(0, patience))
        with contextlib.suppress(OSError):  # the other end is closed
            if ready and (part := os.read(self.master, 65536)):
                self.written += part
                return True
        return False

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()


def test_a_new_reader_opens_an_article_follows_a_related_one_and_leaves(terminal: Terminal) -> None:
    terminal.wait_for("How are exoplanets found?")
    terminal.press("\t")
    terminal.press("\r")
    terminal.wait_for("Posted on Nov 10, 2025")
    terminal.press("1")
    terminal.wait_for("Why is Pluto no longer called a planet?")
    terminal.press("\x7f")
    terminal.wait_for("Posted on Nov 10, 2025")
    terminal.press("q")
    terminal.wait_for("All articles")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_puts_the_terminal_in_order(
    terminal: Terminal, number: signal.Signals
) -> None:
    terminal.wait_for("How are exoplanets found?")
    terminal.process.send_signal(number)
    assert terminal.wait_for_end() == 128 + number
    for restored in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l"):
        assert restored in terminal.written


def test_nothing_of_a_hostile_article_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.md").write_text(
        '---\ntitle: "Evil \\e]52;c;ZXZpbA==\\a title"\nsubject: "S\\e[2Jx"\n'
        'answer: "Text \\e]0;owned\\a \\x9b31m"\n---\n',
        "utf-8",
    )
    with contextlib.closing(Terminal(tmp_path / "home", str(library))) as terminal:
        terminal.wait_for("Evil ")
        terminal.press("\t\r")
        end = time.monotonic() + PATIENCE
        while "owned" not in terminal.text and terminal._read(end - time.monotonic()):
            pass
        written = terminal.written
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        for command in (b"\x1b]52", b"\x1b]0;owned", b"\x1b[2Jx", b"\xc2\x9b"):
            assert command not in written
            assert command not in terminal.written
