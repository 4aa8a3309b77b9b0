"""Follows the open library in the background: it is read, and then watched."""

import threading
from functools import partial
from typing import TYPE_CHECKING

from loaders import CacheError, Library, Progress
from tui.messages import CacheFailed, LibraryProgressed

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 0.5
"""Seconds after which a library that is there already is compared with its files: first it is shown."""
_FIRST_LOOK = 0.3
"""Seconds that the first articles of an import have for themselves, to be shown; its processes read on."""


class LibraryWatch:
    """Follows a library in a worker of an app, which is told by `LibraryProgressed` and `CacheFailed`."""

    def __init__(self, app: "App[None]", leaving: threading.Event, *, watches: bool) -> None:
        """`leaving` ends the worker when it is set; `watches` False reads a library once and no more."""
        self._app = app
        self._leaving = leaving
        self._watches = watches

    def follow(self, library: Library) -> None:
        """Follow a library from now on, in the place of the one before."""
        if library.store.counts().files:
            self._app.set_timer(_PATIENCE, lambda: self._start(library))
        else:
            self._start(library, is_new=True)

    def _start(self, library: Library, *, is_new: bool = False) -> None:
        follow = partial(self._follow, library, is_new)
        self._app.run_worker(follow, thread=True, exclusive=True, group="library")

    def _follow(self, library: Library, is_new: bool) -> None:
        steps = library.watch(self._leaving) if self._watches else library.refresh()
        told = Progress(-1, 0)
        try:
            for progress in steps:
                if progress.finished or progress.changes != told.changes:
                    told = progress
                    self._app.post_message(LibraryProgressed(library, progress))
                if is_new and progress.changes:
                    is_new = False
                    self._leaving.wait(_FIRST_LOOK)
                if self._leaving.is_set():
                    break
        except CacheError as error:
            self._app.post_message(CacheFailed(library, str(error)))
