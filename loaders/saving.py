"""Batches of files go into the tables of a store, and out of them again."""

import os
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from loaders.database import marks, parts
from loaders.records import COLUMNS, LINK_COLUMNS, Batch

_ADD_ARTICLE = f"INSERT INTO articles ({', '.join(COLUMNS)}, row) VALUES ({', '.join('?' * len(COLUMNS))}, ?)"
_CHANGE_ARTICLE = f"UPDATE articles SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE row = ?"
_NOTE_CHANGE = "INSERT OR REPLACE INTO changes (row) VALUES (?)"
_COUNT_SUBJECT = (
    "INSERT INTO subjects VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET files = files + excluded.files, listed = listed + excluded.listed"
)
_ADD_LINK = f"INSERT INTO links (source, {', '.join(LINK_COLUMNS)}) VALUES (?{', ?' * len(LINK_COLUMNS)})"
_PATH, _KEY = COLUMNS.index("path"), COLUMNS.index("key")
_SORT_KEY = COLUMNS.index("sort_key")
_SUBJECT_KEY, _SUBJECT, _NO_INDEX = map(COLUMNS.index, ("subject_key", "subject", "no_index"))
_SLUG_CODE = 1 + LINK_COLUMNS.index("slug_code")
"""The place in the values of a link behind its source."""


def put_batch(connection: sqlite3.Connection, batch: Batch, stamps: Mapping[str, bytes]) -> None:
    """Put a batch in the place of all that its files held before; a file with problems alone holds no article.

    `stamps` tells by path what the files looked like when they were found.
    """
    filled = {record[_PATH] for record in batch.articles}
    paths = filled | {problem[0] for problem in batch.problems}
    known = _known(connection, paths)
    _delete_problems(connection, paths)
    _delete_articles(connection, paths - filled)
    _put_articles(connection, batch, {path: row for path, (row, _) in known.items()})
    connection.executemany("INSERT INTO problems VALUES (?, ?, ?, ?, ?)", batch.problems)
    _settle_keys(connection, {record[_KEY] for record in batch.articles} | {key for _, key in known.values()})
    records = [(*_split(os.fsencode(path)), stamp) for path, stamp in stamps.items()]
    connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", records)


def forget_files(connection: sqlite3.Connection, paths: set[bytes]) -> None:
    """Take out all that these files held."""
    known = _known(connection, paths)
    _delete_problems(connection, paths)
    _delete_articles(connection, paths)
    connection.executemany("DELETE FROM files WHERE folder = ? AND name = ?", [_split(path) for path in paths])
    _settle_keys(connection, {key for _, key in known.values()})


def _split(path: bytes) -> tuple[bytes, bytes]:
    folder, _, name = path.rpartition(b"/")
    return folder, name


def _known(connection: sqlite3.Connection, paths: set[bytes]) -> dict[bytes, tuple[int, str]]:
    """Give the rows and keys of files that are in the store, by path."""
    return {
        path: (row, key)
        for part in parts(paths)
        for path, row, key in connection.execute(
            f"SELECT path, row, key FROM articles WHERE path IN ({marks(part)})", part
        )
    }


def _put_articles(connection: sqlite3.Connection, batch: Batch, known: Mapping[bytes, int]) -> None:
    """Write records, those of known files into their own rows, with their links.

    They go in the order in which the largest indexes have them, so that each page of those is written once.
    """
    ((last,),) = connection.execute("SELECT coalesce(max(row), 0) FROM articles").fetchall()
    added: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    links: list[tuple[Any, ...]] = []
    pairs = zip(batch.articles, batch.links, strict=True)
    for record, link_records in sorted(pairs, key=lambda pair: pair[0][_SORT_KEY]):
        row = known.get(record[_PATH])
        if row is None:
            row = last + len(added) + 1
            added.append((*record, row))
        else:
            changed.append((*record, row))
        links += [(row, *link) for link in link_records]
    connection.executemany(_ADD_ARTICLE, added)
    _note_added(connection, added)
    connection.executemany(_CHANGE_ARTICLE, changed)
    connection.executemany("DELETE FROM links WHERE source = ?", [(record[-1],) for record in changed])
    connection.executemany(_ADD_LINK, sorted(links, key=itemgetter(_SLUG_CODE)))


def _note_added(connection: sqlite3.Connection, added: Sequence[tuple[Any, ...]]) -> None:
    """Give new articles numbers as changes, and count them in their subjects."""
    connection.executemany(_NOTE_CHANGE, [record[-1:] for record in added])
    files = Counter((record[_SUBJECT_KEY], record[_SUBJECT]) for record in added)
    listed = Counter((record[_SUBJECT_KEY], record[_SUBJECT]) for record in added if not record[_NO_INDEX])
    connection.executemany(_COUNT_SUBJECT, [(*name, count, listed[name]) for name, count in files.items()])


def _delete_articles(connection: sqlite3.Connection, paths: set[bytes]) -> None:
    connection.executemany("DELETE FROM articles WHERE path = ?", [(path,) for path in paths])


def _delete_problems(connection: sqlite3.Connection, paths: set[bytes]) -> None:
    connection.executemany("DELETE FROM problems WHERE path = ?", [(path,) for path in paths])


def _settle_keys(connection: sqlite3.Connection, keys: set[str]) -> None:
    """Let the smallest path hold each key, whatever came first."""
    smallest = "path = (SELECT min(path) FROM articles AS twin WHERE twin.key = articles.key)"
    for part in parts(keys):
        shared = (
            f"SELECT key FROM articles WHERE key IN ({marks(part)})"
            " GROUP BY key HAVING count(*) > 1 OR min(holds) = 0"
        )
        connection.executemany(
            f"UPDATE articles SET holds = ({smallest}) WHERE key = ? AND holds <> ({smallest})",
            connection.execute(shared, part).fetchall(),
        )
