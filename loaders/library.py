"""A library: the door to its articles, opened at once and filled as its files are read."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from loaders.cache import Cache, CacheError
from loaders.database import is_broken
from loaders.progress import Progress
from loaders.store import ArticleStore

if TYPE_CHECKING:
    from loaders.files import Listing
    from loaders.search import SearchIndex

_GENERIC_NAME = "learn"
_BETWEEN_TURNS = 0.1
"""Seconds between two tries to be the one that writes."""
_TICKS_BETWEEN_LOOKS = 10
"""How often to look for changes where the system does not tell of them."""


class LibraryError(Exception):
    """A folder that cannot be opened as a library; the message says why."""


class Library:
    """One folder of articles. Read from `store`; fill it with `refresh()`, or in one go with `load()`.

    >>> with Library.open("sample_data") as library:
    ...     library.load()
    ...     for subject in library.store.subjects():
    ...         print(subject.name, subject.articles)
    """

    def __init__(self, folder: Path, store: ArticleStore, cache: Cache | None = None) -> None:
        self.folder = folder
        self.store = store
        self._cache = cache
        self._version = 0

    @classmethod
    def open(cls, folder: Path | str, cache: Path | None = None) -> Self:
        """Open a library without reading its articles yet: `refresh` or `load` do.

        `cache` is a folder for this library alone, made where it is missing, in which its articles are found at
        once the next time; without one, all is kept in memory. Raises LibraryError when `folder` is no readable
        folder, CacheError when `cache` cannot be used.
        """
        path = Path(folder).absolute()
        try:
            os.scandir(path).close()
        except FileNotFoundError as error:
            raise LibraryError(f"there is no folder {path}") from error
        except NotADirectoryError as error:
            raise LibraryError(f"{path} is a file; a library is a folder of Markdown files") from error
        except OSError as error:
            raise LibraryError(f"the folder {path} cannot be read: {error.strerror}") from error
        if cache is None:
            return cls(path, ArticleStore())
        kept = Cache(cache)
        return cls(path, kept.open_store(), kept)

    @property
    def name(self) -> str:
        """The folder's name, with its parent's where it is as general as `learn`."""
        if self.folder.name == _GENERIC_NAME and self.folder.parent.name:
            return f"{self.folder.parent.name}/{self.folder.name}"
        return self.folder.name or str(self.folder)

    @property
    def cache_folder(self) -> Path | None:
        """The folder in which what is read is kept for the next time; None without one."""
        return self._cache.folder if self._cache else None

    @property
    def cached(self) -> bool:
        """True when what is read is kept for the next time."""
        return self._cache is not None

    def refresh(self, processes: int | None = None, index: "SearchIndex | None" = None) -> Iterator[Progress]:
        """Read new and changed files into the store, a batch at each step; what is in no file any more leaves it.

        Many files are read in `processes` at a time, by default one for each core; 0 reads all of them here. The
        first Progress comes before any file is read. Stopping in the middle keeps what is read. While another
        program writes to the same cache, this one only says so. Raises CacheError when the cache fails.

        An `index` of this library is fed beside it, in a thread of its own; in the end it has seen all that it
        had not seen before, unless another program writes to it.
        """
        from loaders.files import walk  # noqa: PLC0415 - opening with a cache shows articles before it reads any

        steps = self._import(lambda: walk(self.folder), processes, whole=True)
        return steps if index is None else self._fed(steps, index)

    def refresh_folders(self, folders: Iterable[str]) -> Iterator[Progress]:
        """Do what `refresh` does for some folders alone, relative to the library, in which something changed."""
        from loaders.files import list_folders  # noqa: PLC0415

        return self._import(lambda: list_folders(self.folder, folders, self.store.folders()), 0, whole=False)

    def watch(self, stopped: threading.Event) -> Iterator[Progress]:
        """Refresh, then follow what changes in the folder or in the shared cache, until `stopped` is set.

        Where the system does not tell of changes, the library is refreshed again and again.
        """
        from loaders.watching import TICK, CannotWatchError, changed_folders  # noqa: PLC0415

        up_to_date = yield from self._refresh_or_follow()
        try:
            for folders in changed_folders(self.folder, stopped):
                self._check_for_damage()
                if not up_to_date:
                    up_to_date = yield from self._refresh_or_follow()
                elif folders:
                    for progress in self.refresh_folders(folders):
                        up_to_date = not progress.elsewhere
                        yield progress
        except CannotWatchError:
            while not stopped.wait(TICK * _TICKS_BETWEEN_LOOKS):
                yield from self._refresh_or_follow()

    def open_index(self, *, fed: bool = True, anew: bool = False) -> "tuple[SearchIndex, str]":
        """Open the search index and let it see all that the store has; and say why if it was begun anew.

        The first time this takes about as long as reading the files did; unless it is `fed` it comes at once as
        it is, and `feed_index` does the rest. `anew` begins with an empty one. An index that another program
        writes to at this moment is searched as it is.
        """
        from loaders.feeding import open_index  # noqa: PLC0415 - only a search needs it

        index, why = open_index(self._cache.index_folder if self._cache else None, self.store, anew=anew)
        if fed:
            for _ in self.feed_index(index):
                pass
        return index, why

    def read_index(self) -> "SearchIndex | None":
        """Open the index that another process feeds; None while it has committed nothing of this store.

        Raises SearchIndexError for one that is damaged, which it may be mending at this moment.
        """
        from loaders.search import SearchIndex  # noqa: PLC0415

        folder = self._cache.index_folder if self._cache else None
        if folder is None or not SearchIndex.is_in(folder):
            return None
        index = SearchIndex(folder)
        if index.stamp and self.store.knows(index.stamp):
            return index
        index.close()
        return None

    def open_again(self) -> "Library":
        """Open the same folder after its cache failed: with a new one where it was damaged, else in memory.

        Raises LibraryError where the folder cannot be read any more.
        """
        if self._cache and self.store.damaged:
            with suppress(CacheError):
                return Library.open(self.folder, self._cache.folder)
        return Library.open(self.folder)

    def feed_index(self, index: "SearchIndex") -> Iterator[int]:
        """Let an index see what the store has and it has not; gives the number of changes so far, batch by batch.

        Stopping in the middle loses nothing. Nothing is done while another program writes to the same index.
        """
        from loaders.feeding import feed  # noqa: PLC0415
        from loaders.index_errors import IndexBusyError  # noqa: PLC0415

        with suppress(IndexBusyError):
            yield from feed(index, self.store)
            self._note_stamp(index)

    @property
    def index_lags(self) -> bool:
        """True while the store has what the index has not seen, as far as is known without opening it."""
        stamp = self._index_stamp
        return not stamp or not self.store.knows(stamp) or self.store.lag(stamp) > 0

    @property
    def index_lag(self) -> int:
        """Count the changes that the index has not seen, at most, as far as is known without opening it."""
        return self.store.lag(self._index_stamp)

    def load(self, waiting: Callable[[], object] | None = None) -> None:
        """Refresh to the end, as `refresh_in_turn` does."""
        for _ in self.refresh_in_turn(waiting=waiting):
            pass

    def refresh_in_turn(
        self, index: "SearchIndex | None" = None, waiting: Callable[[], object] | None = None
    ) -> Iterator[Progress]:
        """Refresh as `refresh` does, but wait while another program does; `waiting` is called when that begins."""
        while True:
            elsewhere = False
            for progress in self.refresh(index=index):
                elsewhere = progress.elsewhere
                if not elsewhere:
                    yield progress
            if not elsewhere:
                return
            if waiting:
                waiting()
                waiting = None
            time.sleep(_BETWEEN_TURNS)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def _refresh_or_follow(self) -> Generator[Progress, None, bool]:
        """Refresh, or tell when another program has written; gives whether nothing is left to be done.

        While another program writes, all is. After a refresh that found changes there may have been more of them
        behind its back, before the system was asked to tell of any.
        """
        up_to_date = True
        self._check_for_damage()
        for progress in self.refresh():
            writes = not progress.elsewhere
            up_to_date = writes and not progress.changes
            version = self.store.version()
            if writes or version != self._version:
                yield progress
            self._version = version
        return up_to_date

    def _fed(self, steps: Iterator[Progress], index: "SearchIndex") -> Iterator[Progress]:
        """Let an index see what each step of a refresh has brought."""
        from loaders.feeding import FeedingBeside  # noqa: PLC0415

        with FeedingBeside(index, self.store) as feeding:
            for progress in steps:
                feeding.hurry()
                yield progress
            if feeding.finish():
                self._note_stamp(index)

    @property
    def _index_stamp(self) -> str:
        return self._cache.index_stamp if self._cache else ""

    def _note_stamp(self, index: "SearchIndex") -> None:
        """Keep what an index has seen, so that it need not be opened to find out."""
        if self._cache:
            self._cache.index_stamp = index.stamp

    def _import(
        self, listings: "Callable[[], Iterable[Listing]]", processes: int | None, *, whole: bool
    ) -> Iterator[Progress]:
        from loaders.importing import Import, usable_cores  # noqa: PLC0415 - only what comes after the first screen

        try:
            with self._cache.writer() if self._cache else nullcontext(enter_result=True) as writes:
                if not writes:
                    yield Progress(0, 0, elsewhere=True)
                    return
                work = Import(self.folder, self.store, usable_cores() if processes is None else processes)
                for progress in work.run(listings(), whole=whole):
                    self._check_for_damage()
                    yield progress
        except sqlite3.Error as error:  # also where the folder of the cache has been deleted since it was opened
            if is_broken(error):
                self.store.give_up()
                self._check_for_damage()
            raise CacheError(f"the cache cannot be written: {error}") from error

    def _check_for_damage(self) -> None:
        if self.store.damaged:
            raise CacheError("the cache was damaged, and has been removed")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
