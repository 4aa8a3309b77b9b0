"""Keeps a search index at one with its store: what the store has and the index has not seen is fed to it."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from loaders.index_errors import IndexBusyError
from loaders.search import SearchIndex, SearchIndexError
from loaders.store import ArticleStore

_BATCH = 500
_FIRST_COMMIT = 1_000
_MOST_BETWEEN_COMMITS = 20_000
"""Changes between two commits: until the first one a search finds nothing, and each takes a moment."""


def open_index(folder: Path | None, store: ArticleStore, *, anew: bool = False) -> tuple[SearchIndex, str]:
    """Open the index of a store, in a folder or in memory, and say why when it had to be begun anew.

    An index that is damaged, of another version or of another store is erased, and any with `anew`; `feed` fills
    it again.
    """
    if folder is None:
        return SearchIndex(), ""
    if anew:
        SearchIndex.erase(folder)
    try:
        index = SearchIndex(folder)
    except SearchIndexError as error:
        why = str(error)
    else:
        if store.knows(index.stamp):
            return index, ""
        index.close()
        why = f"the index {folder} is of another store"
    SearchIndex.erase(folder)
    return SearchIndex(folder), why


class Feeding:
    """Lets an index see what changed in its store, a step at a time.

    Stopping in the middle loses nothing: the index keeps the stamp of what it has committed.
    """

    def __init__(self, index: SearchIndex, store: ArticleStore) -> None:
        self._index = index
        self._store = store
        self._stamp = index.stamp
        self._waiting = 0
        self._wait = _FIRST_COMMIT

    def step(self) -> int:
        """Feed some changes, the oldest first; gives how many, 0 when the index has seen all."""
        changes = self._store.unseen(self._stamp, _BATCH)
        if not changes:
            return 0
        self._index.remove(changes.gone)
        self._index.add(changes.articles)
        self._stamp = changes.stamp
        count = len(changes.gone) + len(changes.articles)
        self._waiting += count
        if self._waiting >= self._wait:
            self._commit()
            self._wait = min(3 * self._wait, _MOST_BETWEEN_COMMITS)
        return count

    def finish(self) -> None:
        """Commit what was fed last, and let others write."""
        if self._waiting:
            self._commit()
        self._index.finish()

    def _commit(self) -> None:
        self._index.commit(self._stamp)
        self._waiting = 0


class FeedingBeside:
    """Feeds an index in a thread of its own while something else fills the store."""

    def __init__(self, index: SearchIndex, store: ArticleStore) -> None:
        self._feeding = Feeding(index, store)
        self._thread = ThreadPoolExecutor(1)
        self._under_way: Future[bool] | None = None
        self._stopped = threading.Event()

    def hurry(self) -> None:
        """See what the store has by now. Raises what went wrong since the last time."""
        if self._under_way is None or self._under_way.done():
            self._wait()
            self._under_way = self._thread.submit(self._feed)

    def finish(self) -> bool:
        """See all that the store has and wait for it; False when another program writes to the index."""
        self._wait()
        if self._thread.submit(self._feed).result():
            self._thread.submit(self._feeding.finish).result()
            return True
        return False

    def _wait(self) -> None:
        if self._under_way:
            self._under_way.result()

    def _feed(self) -> bool:
        try:
            while not self._stopped.is_set() and self._feeding.step():
                pass
        except IndexBusyError:
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._thread.shutdown()


def feed(index: SearchIndex, store: ArticleStore) -> Iterator[int]:
    """Let an index see all that it has not; gives the number of changes so far at each step."""
    feeding = Feeding(index, store)
    done = 0
    while count := feeding.step():
        done += count
        yield done
    feeding.finish()
