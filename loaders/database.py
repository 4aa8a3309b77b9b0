"""SQLite for several threads: one connection each on a file, one for all in memory."""

import os
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from loaders.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES

_PAGE = 16 * 1024
"""Articles are a few kilobytes: they fill larger pages than SQLite's usual ones better, and with fewer writes."""
_CHECKPOINT_AFTER = 4_000
"""Pages written between two moments at which SQLite waits for the disk."""
_CACHE, _LARGE_CACHE = "-256", "-128000"
"""Kibibytes of pages, negative, that a connection keeps: few, because the system keeps them too, and once for all
threads; and as many as an import needs to write each page once a step."""
_AT_ONCE = 500
"""Values that one query takes."""
_LENGTHS = (1, 8, 64, _AT_ONCE)
"""How many values the queries take, so that there are few different ones."""

_T = TypeVar("_T")


class StoreError(Exception):
    """A file that cannot be opened, or is no store of this version of Carrel."""


class StoreUnavailableError(StoreError):
    """A file that cannot be opened now, and may be whole: a full disk, a folder that cannot be written to."""


class Database:
    """The tables of one store, in a file or in memory.

    On a file each thread has a connection of its own, and readers never wait for a writer. In memory all
    share one behind a lock: SQLite's shared memory would answer "table is locked" at once.
    """

    def __init__(self, file: Path | None) -> None:
        """Open or make the tables. Raises StoreError for a file of another kind or version, or none at all."""
        self._file = file
        self._opened: os.stat_result | None = None
        self._lock = threading.RLock()
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._shared = self._connect(None) if file is None else None
        try:
            with self._connection() as connection:
                self._prepare(connection)
            self._opened = file.stat() if file else None
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:  # the last from a broken name of a table
            self.close()
            if _is_damage(error):
                raise StoreError(f"{file} is no store: {error}") from error
            raise StoreUnavailableError(f"{file} cannot be opened: {error}") from error
        except StoreError:
            self.close()
            raise

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    @property
    def in_memory(self) -> bool:
        """True when all threads share one connection, one at a time."""
        return self._shared is not None

    def all(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Give all the records that a query finds."""
        return self._ask(query, values, sqlite3.Cursor.fetchall)

    def numbers(self, query: str, values: Sequence[Any] = ()) -> "array[int]":
        """Give the one number of each record that a query finds, below 2³², in as little memory as they take."""
        return self._ask(query, values, lambda found: array("I", (number for (number,) in found)))

    @property
    def damaged(self) -> bool:
        """True once the file has turned out to be broken; from then on the tables are empty ones, in memory."""
        return self._file is not None and self._shared is not None

    def give_up(self) -> None:
        """Delete a broken file, so that the next opening makes it anew, and go on with empty tables in memory."""
        with self._lock:
            if self._file is None or self._shared is not None:
                return
            empty = self._connect(None)
            self._prepare(empty)
            self._shared = empty
            remove(self._file)

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Treat the file as broken when it holds what this program never wrote: a ValueError ends the context."""
        try:
            yield
        except ValueError:
            self.give_up()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the one transaction that writes: all of it comes to be, or nothing."""
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk has ended it already
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Let this thread write a lot: it takes memory for that, and gives it back."""
        with self._connection() as connection:
            connection.execute(f"PRAGMA cache_size = {_LARGE_CACHE}")
        try:
            yield
        finally:
            with suppress(sqlite3.Error), self._connection() as connection:  # closed meanwhile, or failed
                connection.execute(f"PRAGMA cache_size = {_CACHE}")
                connection.execute("PRAGMA shrink_memory")

    def _ask(self, query: str, values: Sequence[Any], fetch: Callable[[sqlite3.Cursor], _T]) -> _T:
        try:
            with self._connection() as connection:
                return fetch(connection.execute(query, values))
        except sqlite3.DatabaseError as error:
            if self._file is None or not is_broken(error):
                raise
        self.give_up()
        with self._connection() as connection:
            return fetch(connection.execute(query, values))

    def _connect(self, file: Path | None) -> sqlite3.Connection:
        connection = sqlite3.connect(file or ":memory:", check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_AFTER}")
        connection.execute(f"PRAGMA cache_size = {_CACHE}")
        with self._lock:
            self._connections.append(connection)
        return connection

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if self._shared is not None:
            with self._lock:
                yield self._shared
            return
        if not hasattr(self._local, "connection"):
            # A file that was deleted lives on for those who have it open, and for nobody else.
            self._local.connection = self._connect(self._file) if self._is_in_place() else self._connections[0]
        yield self._local.connection

    def _is_in_place(self) -> bool:
        if self._opened is None or self._file is None:
            return True
        try:
            return os.path.samestat(self._opened, self._file.stat())
        except OSError:
            return False

    def _prepare(self, connection: sqlite3.Connection) -> None:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not (application or version or tables):
            connection.executescript(
                f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = WAL;"
                f" BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
                f" {TABLES} COMMIT;"
            )
        elif (application, version) != (APPLICATION_ID, SCHEMA_VERSION):
            raise StoreError(f"{self._file} is no store of this version of Carrel")


def marks(values: Sequence[object]) -> str:
    """Give the marks by which a query takes so many values."""
    return ", ".join("?" * len(values))


def parts(values: Iterable[_T]) -> Iterator[list[_T]]:
    """Cut values into lists for `IN`, of a few lengths, by saying the last value of a list again and again.

    SQLite limits how many values a query takes, and keeps each query that it was asked: long ones are large.
    """
    rest = iter(values)
    while part := list(islice(rest, _AT_ONCE)):
        length = next(length for length in _LENGTHS if length >= len(part))
        yield part + part[-1:] * (length - len(part))


def remove(file: Path) -> None:
    """Delete the file of a store, with all that SQLite keeps beside it; where that is forbidden, leave it."""
    with suppress(OSError):
        for part in ("", "-wal", "-shm"):
            file.with_name(file.name + part).unlink(missing_ok=True)


def is_broken(error: sqlite3.Error) -> bool:
    """Tell that a file does not hold what SQLite, or this program, once wrote into it."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return True
    return str(error).startswith(("no such ", "Could not decode"))


def _is_damage(error: Exception) -> bool:
    """Tell a file that is no store, or a broken one, from one that the system does not let us open."""
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode == sqlite3.SQLITE_ERROR
    return isinstance(error, sqlite3.Error | UnicodeDecodeError)
