"""What has changed in a library goes into its store, a batch at a time."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from loaders.article import Problem
from loaders.files import Listing, State, list_folder
from loaders.progress import Progress
from loaders.records import join
from loaders.store import ArticleStore
from loaders.workers import Read, Workers

_FIRST_BATCH = 20
"""The first batch is small, and read here, so that there is something to read at once."""
_BATCH = 100
_SAVED_AT_ONCE = 20_000
"""Articles that go into the store in one step, at most: each step writes most pages of every index once.

While it does, the workers get as far ahead, and need not wait; a larger step would take more memory for both.
"""
_SHARE_AT_ONCE = 1 / 16
"""A step is at most this share of what is there already, so that the first articles come in small ones."""
_WORTH_PROCESSES = 400
"""With fewer files to read, starting processes takes longer than reading, and little memory is enough."""


class Import:
    """Compares listings of folders with a store, and reads into it what is new or changed."""

    def __init__(self, library: Path, store: ArticleStore, processes: int) -> None:
        self._library = library
        self._store = store
        self._processes = processes
        self._batches: deque[list[str]] = deque()
        self._found: list[str] = []
        self._size = _FIRST_BATCH
        self._stamps: dict[str, bytes] = {}
        self._read: list[Read] = []
        self._total = self._done = self._removed = 0
        self._counted = False
        self._folder: str | None = None
        """The folder that was listed last; the parts of one come one after another."""
        self._missing = 0
        """Files of it that the store knows and no part has shown yet."""

    def run(self, listings: Iterable[Listing], *, whole: bool) -> Iterator[Progress]:
        """Bring the store up to date with these folders; `whole` when they are all that the library has.

        The first Progress comes before any file is read. Stopping in the middle keeps what is read.
        """
        folders = self._compare(listings, whole=whole)
        fills = False
        with Workers(self._library, _SAVED_AT_ONCE // _BATCH) as workers, ExitStack() as filling:
            while not self._counted or self._batches or workers.under_way:
                if not self._counted:
                    self._counted = next(folders, None) is None
                    yield self._progress()
                many = len(self._stamps) > _WORTH_PROCESSES
                if many:
                    workers.start(self._processes)
                if many and not fills:
                    fills = True
                    filling.enter_context(self._store.filling())
                first = self._batches.popleft() if self._batches and not self._done else None
                while self._batches and workers.has_room:
                    workers.give(self._batches.popleft())
                if first:  # before the processes are there
                    self._read.append(workers.read(first))
                    self._save()
                    yield self._progress()
                # Small folders are counted until it shows whether processes are worth it.
                if workers.under_way and (self._counted or (many and not workers.has_room)):
                    self._read.append(workers.take())
                    if self._is_worth_saving:
                        self._save()
                        yield self._progress()
            if self._read:
                self._save()
                yield self._progress()

    @property
    def _is_worth_saving(self) -> bool:
        most = _BATCH if self._store.locks_readers else _SAVED_AT_ONCE
        return sum(len(read.paths) for read in self._read) >= min(most, self._done * _SHARE_AT_ONCE)

    def _save(self) -> None:
        """Put what was read into the store."""
        paths = [path for read in self._read for path in read.paths]
        self._store.save_batch(
            join(read.batch for read in self._read), {path: self._stamps.pop(path) for path in paths}
        )
        self._read.clear()
        self._done += len(paths)

    def _progress(self) -> Progress:
        return Progress(self._done, self._total, self._counted, self._removed)

    def _compare(self, listings: Iterable[Listing], *, whole: bool) -> Iterator[str]:
        """Compare one folder at a step."""
        obstacles: list[Problem] = []
        seen: set[str] = set()
        hidden: list[str] = []
        for listing in listings:
            seen.add(listing.folder)
            obstacles += listing.problems
            if listing.state is State.UNREADABLE:
                hidden.append(listing.folder)
            self._compare_folder(listing)
            yield listing.folder
        self._cut()
        if whole:
            for folder in self._store.folders() - seen:
                if not any(_is_within(folder, other) for other in hidden):
                    self._remove(folder, self._store.names(folder))
            self._store.set_obstacles(obstacles)

    def _compare_folder(self, listing: Listing) -> None:
        """Note what is new or changed in a part of a folder, and at its end remove what is gone."""
        if listing.folder != self._folder:
            self._folder = listing.folder
            self._missing = self._store.count_names(listing.folder)
        self._missing -= self._store.take_known(listing.folder, listing.stamps)
        for name in sorted(listing.stamps, key=os.fsencode):  # few of those that a folder holds
            path = _join(listing.folder, name)
            if path not in self._stamps:  # a system may give a name twice that changes while it is listed
                self._found.append(path)
                self._stamps[path] = listing.stamps[name]
                self._total += 1
        if listing.state is State.GONE:
            self._remove(listing.folder, self._store.names(listing.folder))
        elif listing.state is State.LAST and self._missing:
            self._remove(listing.folder, self._removed_from(listing.folder))
        while len(self._found) >= self._size:
            self._cut()

    def _removed_from(self, folder: str) -> set[str]:
        """Give the names of those files that a folder has no more, which takes a second look at it."""
        names = self._store.names(folder)
        for part in list_folder(self._library, folder):
            names -= part.stamps.keys()
            if part.state is State.UNREADABLE:
                return set()
        return names

    def _cut(self) -> None:
        if self._found:
            self._batches.append(self._found[: self._size])
            del self._found[: self._size]
            self._size = _BATCH

    def _remove(self, folder: str, names: Iterable[str]) -> None:
        paths = [_join(folder, name) for name in names]
        self._store.remove(paths)
        self._removed += len(paths)


def usable_cores() -> int:
    """Count the cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _is_within(folder: str, other: str) -> bool:
    return not other or folder == other or folder.startswith(f"{other}/")
