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

    def matters(change: Change, path: str) -> bool:
        name = Path(path).name
        hidden = name.startswith(".")
        # What has no ending may be a folder that came or went.
        return not hidden and (name.lower().endswith(ENDINGS) or "." not in name)

    try:
        for changes in watch(
            library,
            watch_filter=matters,
            debounce=2 * _SETTLED,
            step=_SETTLED,
            stop_event=stopped,
            rust_timeout=int(TICK * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            yield {folder for _, path in changes for folder in _touched(library, path)}
    except (OSError, RuntimeError) as error:
        raise CannotWatchError from error


def _touched(library: Path, path: str) -> Iterator[str]:
    """Give the folder that a path stands in, and the path itself if it is a folder."""
    relative = Path(path).relative_to(library).as_posix()
    yield relative.rpartition("/")[0]
    if Path(path).is_dir():
        yield relative
