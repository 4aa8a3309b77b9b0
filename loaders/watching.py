"""Which folders of a library change while it is open."""

import threading
from collections.abc import Iterator
from pathlib import Path

from loaders.article import ENDINGS

TICK = 1.0
"""Seconds between two looks, for those that wait for something else besides."""
_SETTLED = 200
"""Milliseconds without another change, after which an editor is taken to be done."""


class CannotWatchError(Exception):
    """This system, or this folder, does not tell of changes."""


def changed_folders(library: Path, stopped: threading.Event) -> Iterator[set[str]]:
    """Give the folders in which files came, changed or went, relative to the library; an empty set each tick.

    Raises CannotWatchError where only looking again and again helps.
    """
    try:
        from watchfiles import Change, watch  # noqa: PLC0415 - 36 ms, and needed only when all else is shown
    except ImportError as error:
        raise CannotWatchError from error

    real = library.resolve()  # some systems tell real paths, whatever they were asked for

    def matters(change: Change, path: str) -> bool:
        parts = Path(path).relative_to(real).parts
        if any(part.startswith(".") for part in parts):
            return False
        # What is there no more may have been a folder.
        return path.lower().endswith(ENDINGS) or change is Change.deleted or Path(path).is_dir()

    try:
        for changes in watch(
            real,
            watch_filter=matters,
            debounce=2 * _SETTLED,
            step=_SETTLED,
            stop_event=stopped,
            rust_timeout=int(TICK * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            yield {folder for _, path in changes for folder in _touched(real, path)}
    except (OSError, RuntimeError) as error:
        raise CannotWatchError from error


def _touched(library: Path, path: str) -> Iterator[str]:
    """Give the folder that a path stands in, and the path itself if it is, or may have been, a folder."""
    relative = Path(path).relative_to(library).as_posix()
    yield relative.rpartition("/")[0]
    if relative != "." and not Path(path).is_file():
        yield relative
