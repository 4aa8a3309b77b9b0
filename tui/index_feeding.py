"""Lets the search index follow the library in the background, while the program is open."""

import threading
from typing import TYPE_CHECKING

from tui.live_index import LiveIndex
from tui.messages import IndexProgressed

if TYPE_CHECKING:
    from textual.app import App


class IndexFeeding:
    """Feeds an index in one worker of an app, which is told of every step by `IndexProgressed`."""

    def __init__(self, app: "App[None]", index: LiveIndex, leaving: threading.Event) -> None:
        """`leaving` ends the worker when it is set."""
        self._app = app
        self._index = index
        self._leaving = leaving
        self._wanted = threading.Event()
        self._runs = False

    def start(self) -> None:
        """Let the index see what the library has now; where that is being done, it is done once more."""
        self._wanted.set()
        if not self._runs:
            self._runs = True
            self._app.run_worker(self._feed, thread=True, group="index")

    def follow(self, message: IndexProgressed) -> None:
        """Take note of a step of the worker; after the last one, begin again if there is more to see."""
        if message.progress.finished:
            self._runs = False
            if self._wanted.is_set():
                self.start()

    def _feed(self) -> None:
        self._wanted.clear()
        for progress in self._index.feed():
            if self._leaving.is_set():
                return
            self._app.post_message(IndexProgressed(self._index, progress))
