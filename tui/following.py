"""Shows how an import goes, on standard error: a bar on a terminal, a line now and then elsewhere."""

from collections.abc import Iterable
from time import monotonic
from typing import TextIO

from loaders import Progress
from tui.pace import Pace

_SECONDS_BETWEEN_LINES = 3.0


def follow(steps: Iterable[Progress], file: TextIO) -> int:
    """Follow a refresh to the end; give how many files were read."""
    return _follow_with_bar(steps, file) if file.isatty() else _follow_with_lines(steps, file)


def _follow_with_bar(steps: Iterable[Progress], file: TextIO) -> int:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs a bar
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    progress = Progress(0, 0)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Bar(*columns, TimeRemainingColumn(), console=Console(file=file), transient=True) as bar:
        task = bar.add_task("", rate="")
        start = monotonic()
        for progress in steps:
            rate = progress.done / max(0.1, monotonic() - start)
            bar.update(task, completed=progress.done, total=progress.total or 1, rate=f"{rate:,.0f} a second")
    return progress.done


def _follow_with_lines(steps: Iterable[Progress], file: TextIO) -> int:
    progress = Progress(0, 0)
    pace = Pace()
    told = monotonic()
    for progress in steps:
        words = pace.words(progress, now := monotonic())
        if now - told >= _SECONDS_BETWEEN_LINES:
            told = now
            file.write(f"reading {words}\n")
            file.flush()
    return progress.done
