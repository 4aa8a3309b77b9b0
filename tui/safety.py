"""Guards between the texts of a library and the reader's terminal."""

import asyncio
import signal
from collections.abc import Callable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from loaders import clean


class SafeFilter(LineFilter):
    """Takes control characters out of every line before it is written: the last line of defence.

    Texts were cleaned when they were loaded; this one catches what came by another way, such as a pasted
    text.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the line without control characters."""
        if all(segment.control or clean(segment.text) == segment.text for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(_without_controls(segment.text), segment.style)
            for segment in segments
        ]


def _without_controls(text: str) -> str:
    return "".join(character for character in text if clean(character) == character)


def leave_on_signals(leave: Callable[[int], object]) -> None:
    """Let signals that end a program call `leave` with the exit code, which puts the terminal in order first."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, leave, 128 + number)
            except (NotImplementedError, RuntimeError):
                return  # Windows, or a loop outside the main thread: there the default holds
