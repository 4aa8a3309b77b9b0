"""How fast an import goes, and how long it will take."""

from loaders import Progress
from tui.numbers import duration

_ENOUGH = 0.5
"""Seconds after which a rate means something."""


class Pace:
    """Turns the steps of an import, with the time of each in seconds, into words."""

    def __init__(self) -> None:
        self._start: float | None = None

    def words(self, progress: Progress, now: float) -> str:
        """Give `1,200 of 35,915 · 5,400 a second · 6 s left`, as far as it can be told yet."""
        if self._start is None or not progress.done:
            self._start = now
        total = f"{progress.total:,}" + ("" if progress.counted else "+")
        parts = [f"{progress.done:,} of {total}"]
        seconds = now - self._start
        if seconds >= _ENOUGH and progress.done:
            rate = progress.done / seconds
            parts.append(f"{rate:,.0f} a second")
            if progress.counted:
                parts.append(f"{duration((progress.total - progress.done) / rate)} left")
        return " · ".join(parts)
