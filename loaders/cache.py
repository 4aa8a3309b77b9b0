"""One library's folder in the user's cache: its store, and the lock of the one program that writes to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from loaders.database import StoreError, StoreUnavailableError, remove
from loaders.store import ArticleStore

_STORE = "articles.db"
_LOCK = "writer.lock"
_PATIENCE = 10
"""Seconds to wait for another program that makes the same cache at this moment."""


class CacheError(Exception):
    """A cache that cannot be used here: a folder that cannot be written to, a full disk; the message says why."""


class Cache:
    """A folder that may be deleted at any time: the next opening fills it again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open_store(self) -> ArticleStore:
        """Open the store, and make it anew where it is missing, damaged or of another version.

        Raises CacheError where that is impossible.
        """
        file = self.folder / _STORE
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if file.exists():
                with suppress(StoreError):
                    return ArticleStore(file)
            with self._locked(_PATIENCE):
                # Another program may have made it while this one waited.
                try:
                    return ArticleStore(file)
                except StoreUnavailableError:
                    raise
                except StoreError:
                    pass  # it is made anew
                remove(file)
                return ArticleStore(file)
        except (OSError, sqlite3.Error, StoreError) as error:
            raise CacheError(f"the cache in {self.folder} cannot be used: {error}") from error

    @property
    def index_folder(self) -> Path:
        """The folder of the search index, beside the store."""
        return self.folder / "index"

    @property
    def index_stamp(self) -> str:
        """The stamp of the store that the index is said to have seen; empty where that is not known.

        It spares opening the index, and the search engine with it, only to find that it has seen all.
        """
        try:
            return self._index_note.read_text("utf-8") if self.index_folder.is_dir() else ""
        except (OSError, ValueError):
            return ""

    @index_stamp.setter
    def index_stamp(self, stamp: str) -> None:
        with suppress(OSError):  # without the note the index is opened once more than needed
            self._index_note.write_text(stamp, "utf-8")

    @property
    def _index_note(self) -> Path:
        return self.folder / "index.seen"

    @contextmanager
    def writer(self) -> Iterator[bool]:
        """Be the one program that writes, as long as the context lasts; False when another one is."""
        try:
            with self._locked(0):
                yield True
        except _TakenError:
            yield False

    @contextmanager
    def _locked(self, patience: float) -> Iterator[None]:
        """Hold SQLite's lock on an empty file: the system lets it go when the program ends, however it ends."""
        lock = self.folder / _LOCK
        with suppress(OSError):  # there is none yet
            if lock.stat().st_size:
                lock.unlink()  # SQLite would refuse what somebody else has written there
        connection = sqlite3.connect(lock, timeout=patience, isolation_level=None)
        try:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                    raise _TakenError(f"another program makes the cache in {self.folder}") from error
                raise
            yield
        finally:
            connection.close()


class _TakenError(CacheError):
    """Another program holds the lock."""
