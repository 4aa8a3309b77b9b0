"""The search index of the open library, which fills while it is asked."""

import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from loaders import Article, ArticleRow, Library, Neighbour, Progress
from loaders.index_errors import SearchIndexError

if TYPE_CHECKING:
    from loaders.index_process import IndexProcess
    from loaders.search import SearchIndex
    from tui.asking import Answer, Question

_SIMILAR = 5
"""How many articles like one are listed beside it."""
_TITLES = 40
_MOST_FAILURES = 3
"""An index that was kept, one made anew and one in memory."""
_MUCH = 2_000
"""Changes to be seen that are worth a process of their own."""


class IndexProgress(NamedTuple):
    """How far the index has come."""

    done: int
    total: int
    """The articles of the library."""
    searchable: int = 0
    """The articles that can be found already."""
    finished: bool = False
    """True when it has seen all that the store had."""
    why: str = ""
    """Why the index was begun anew; empty when it was not."""
    grows: bool = False
    """True while the library is read, so that there may be more than the store has by now."""

    @property
    def complete(self) -> bool:
        """True when all articles of the library can be found."""
        return self.finished and not self.grows


class IndexMissing(Exception):  # noqa: N818 - no error: it is on its way
    """There is no index to ask yet, or none any more; `feed` makes one."""


class LiveIndex:
    """Opens the index, feeds it and asks it; all of it blocks, so that only workers may call it.

    One thread feeds, any number may ask. Much is fed by a process of its own, whose index is read meanwhile. An
    index that fails is made anew the next time that it is fed; one that fails again is kept in memory.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index: SearchIndex | None = None
        self._failures = 0
        self._lock = threading.Lock()
        self._process: IndexProcess | None = None
        self._fed = IndexProgress(0, 0)
        self._grows = False

    @property
    def progress(self) -> IndexProgress:
        """How far it has come."""
        return self._fed._replace(grows=self._grows)

    def feed(self) -> Iterator[IndexProgress]:
        """Open the index if need be, and let it see what the store has and it has not; one step a batch."""
        while self._failures < _MOST_FAILURES:
            try:
                apart = yield from self._feed_apart()
                if apart and self._index is None and not self._library.index_lags:
                    yield self._tell(self.progress._replace(finished=True, why=""))  # opened by whoever asks
                else:
                    yield from self._feed()
            except SearchIndexError as error:
                self._fail(self._index)
                given_up = self._failures >= _MOST_FAILURES
                yield self._tell(IndexProgress(0, self._count(), finished=given_up, why=str(error)))
            else:
                return

    def note(self, library: Progress | None) -> None:
        """Take note of how far the library has been read; None before it has been looked at."""
        self._grows = library is not None and (library.elsewhere or not library.finished)

    def close(self) -> None:
        """End the process that feeds, if there is one; from any thread."""
        if (process := self._process) is not None:
            process.close()

    def answer(self, question: "Question") -> "Answer":
        """Answer from what the index has seen. Raises IndexMissing where there is none to ask."""
        from tui.asking import answer  # noqa: PLC0415 - it brings Tantivy along

        index = self._asked()
        try:
            return answer(question, index, self._library.store)
        except SearchIndexError as error:
            self._fail(index)
            raise IndexMissing(str(error)) from error

    def similar(self, article: Article, listed: Sequence[Neighbour]) -> list[Neighbour] | None:
        """Give articles like one that are not listed beside it; None where there is no index to ask yet."""
        try:
            index = self._asked()
        except IndexMissing:
            return None
        from loaders.neighbours import similar_neighbours  # noqa: PLC0415

        try:
            return similar_neighbours(index, self._library.store, article, listed, _SIMILAR)
        except SearchIndexError:
            return []  # a search will tell of it

    def titles(self, text: str, read: Sequence[str]) -> list[ArticleRow]:
        """Give the articles whose titles have the letters typed, the best first; those last `read` gain.

        Without letters they are those last read. Raises IndexMissing where there is no index to ask.
        """
        store = self._library.store
        recent = [row for key in read if (row := store.row_of(key)) is not None]
        if not text.strip():
            return store.list_rows(recent)
        index = self._asked()
        try:
            return store.list_rows([hit.row for hit in index.jump(text, _TITLES, recent)])
        except SearchIndexError as error:
            self._fail(index)
            raise IndexMissing(str(error)) from error

    def _feed_apart(self) -> Generator[IndexProgress, None, bool]:
        """Let a process see what there is to see, where that is much; gives False when none was started.

        What it leaves is for `_feed`.
        """
        cache = self._library.cache_folder
        if cache is None or self._failures > 1 or self._library.index_lag < _MUCH:
            return False
        from loaders.index_process import IndexProcess  # noqa: PLC0415 - most sessions have an index that is whole

        with suppress(OSError):  # no process can be started
            self._process = IndexProcess(self._library.folder, cache, anew=self._failures > 0)
        if self._process is None:
            return False
        try:
            before = None
            for fed in self._process.steps():
                before = fed.searchable if before is None else before
                if fed.why:
                    self._drop()
                elif self._index is not None:
                    self._index.follow()
                total = self._count()
                yield self._tell(IndexProgress(min(before + fed.done, total), total, fed.searchable, why=fed.why))
        finally:
            self._process.close()
            self._process = None
        return True

    def _feed(self) -> Iterator[IndexProgress]:
        index, why = self._index, ""
        if index is None:
            index, why = self._open()
        total = self._count()
        before = len(index)
        self._index = index
        yield self._tell(IndexProgress(min(before, total), total, before, why=why))
        for done in self._library.feed_index(index):
            total = self._count()  # an import may be under way
            yield self._tell(IndexProgress(min(before + done, total), total, len(index)))
        yield self._tell(IndexProgress(total, total, len(index), finished=True))

    def _open(self) -> "tuple[SearchIndex, str]":
        from loaders.search import SearchIndex  # noqa: PLC0415

        if self._failures > 1:
            return SearchIndex(), ""
        return self._library.open_index(fed=False, anew=self._failures > 0)

    def _asked(self) -> "SearchIndex":
        index = self._index
        if index is None and self._process is not None:
            with suppress(SearchIndexError):  # the process is mending it
                index = self._index = self._library.read_index()
        if index is None:
            raise IndexMissing
        return index

    def _fail(self, index: "SearchIndex | None") -> None:
        """Give an index up; one that several threads find broken, or that is given up already, counts once."""
        with self._lock:
            if index is not self._index:
                return
            if index is not None:
                index.close()
            self._index = None
            self._failures += 1

    def _drop(self) -> None:
        """Let go of an index that has been begun anew."""
        with self._lock:
            if self._index is not None:
                self._index.close()
                self._index = None

    def _count(self) -> int:
        return self._library.store.counts().files

    def _tell(self, progress: IndexProgress) -> IndexProgress:
        self._fed = progress
        return self.progress
