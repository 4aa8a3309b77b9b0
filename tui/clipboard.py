"""The clipboard of the machine that the reader sits at, by the commands that reach it."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

LONGEST_BY_TERMINAL = 64 * 1024
"""Bytes beyond which no terminal is asked to take a text: many would stop at a small part, some would end."""
_LONG_FOR_TERMINALS = 4 * 1024
"""Bytes that every terminal takes which takes any."""
_PATIENCE = 2.0
"""Seconds that a command may take, such as one whose display does not answer."""


class _Command(NamedTuple):
    """A program that puts what it reads into a clipboard."""

    words: Sequence[str]
    encoding: str = "utf-8"


_WAYLAND = _Command(("wl-copy",))
_X11 = (_Command(("xclip", "-selection", "clipboard", "-in")), _Command(("xsel", "--clipboard", "--input")))
_MAC = _Command(("pbcopy",))
_WINDOWS = _Command(("clip.exe",), "utf-16")
_TERMUX = _Command(("termux-clipboard-set",))


class Clipboard:
    """Copies by a command of the system where one reaches the reader's own machine."""

    def __init__(
        self,
        environment: Mapping[str, str],
        platform: str = sys.platform,
        find: Callable[[str], str | None] = shutil.which,
    ) -> None:
        self._environment = environment
        self._platform = platform
        self._find = find

    def copy(self, text: str) -> bool:
        """Copy a text; False when no command has taken it. Waits for the command, so call it in a thread."""
        return any(self._run(command, text) for command in self._commands())

    async def take(self, text: str, what: str, send: Callable[[str], object]) -> str:
        """Copy a text, `send` it to the terminal as well, and give words of where it went; `what` names it."""
        if _size(text) <= LONGEST_BY_TERMINAL:
            send(text)
        return words_for(what, text, copied=await asyncio.to_thread(self.copy, text))

    def _commands(self) -> list[_Command]:
        """Give the commands to try. Over ssh they would fill the clipboard of a machine far away.

        A display that ssh forwards has a host before its colon, and belongs to the reader.
        """
        known = self._environment.get
        display = known("DISPLAY", "")
        if known("SSH_CONNECTION") or known("SSH_TTY") or known("SSH_CLIENT"):
            return [*_X11] if display.partition(":")[0] not in ("", "unix") else []
        if self._platform == "darwin":
            return [_MAC]
        if self._platform == "win32":
            return [_WINDOWS]
        commands = [_WAYLAND] if known("WAYLAND_DISPLAY") else []
        commands += _X11 if display else ()
        commands += [_WINDOWS] if known("WSL_DISTRO_NAME") else []
        return [*commands, _TERMUX] if known("TERMUX_VERSION") else commands

    def _run(self, command: _Command, text: str) -> bool:
        program = self._find(command.words[0])
        if program is None:
            return False
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system with words of our own
                [program, *command.words[1:]],
                input=text.encode(command.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return False
        return done.returncode == 0


NO_CLIPBOARD = Clipboard({}, "")
"""Leaves all to the terminal."""


def words_for(what: str, text: str, *, copied: bool) -> str:
    """Say what became of a text that was copied by a command, or else handed to the terminal."""
    if copied:
        return f"{what} is copied to the clipboard."
    size = _size(text)
    if size > LONGEST_BY_TERMINAL:
        return f"{what} is too long ({size // 1024:,} kB) to copy by way of the terminal."
    doubt = "may or may not take so long a text" if size > _LONG_FOR_TERMINALS else "may or may not take it"
    return f"{what} is sent to the terminal, which {doubt}."


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
