"""The articles of a library in SQLite: subjects, lists, articles, related ones, backlinks, problems."""

import os
import random
import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from loaders.article import Article, ArticleRow, Neighbour, Problem, Subject, Target, sort_key
from loaders.clean import clean
from loaders.database import Database, marks, parts
from loaders.records import COLUMNS, Batch, article_of, batch_of, code_of, date_of
from loaders.schema import SUBJECT_NAME

if TYPE_CHECKING:
    from loaders.unseen import Unseen


class Counts(NamedTuple):
    """How much a library holds. `articles` are those in the lists; `files` are all entries of the store."""

    articles: int
    subjects: int
    files: int
    problems: int


class ArticleStore:
    """The articles of one library, in memory or in a SQLite file; reads are indexed queries.

    It may be used from several threads, also while one of them writes.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Open the store in `file`, or an empty one in memory. Raises StoreError when it is none."""
        self._database = Database(file)

    def close(self) -> None:
        """Close the store, which is of no use afterwards."""
        self._database.close()

    def version(self) -> int:
        """Give a number that is another one once another program, or another thread, has written."""
        ((version,),) = self._database.all("PRAGMA data_version")
        return int(version)

    @property
    def damaged(self) -> bool:
        """True once the file has turned out to be broken: it is deleted, and this store is empty from then on."""
        return self._database.damaged

    def give_up(self) -> None:
        """Treat the file as broken."""
        self._database.give_up()

    # Writing

    @property
    def locks_readers(self) -> bool:
        """True when reading waits while something is written."""
        return self._database.in_memory

    def filling(self) -> AbstractContextManager[None]:
        """Let this thread save a lot, with more memory than it may keep afterwards."""
        return self._database.filling()

    def save(self, articles: Iterable[Article], problems: Iterable[Problem] = ()) -> None:
        """Add files: their articles and problems take the place of all that the same files held before.

        A file that has only problems holds no article any more.
        """
        self.save_batch(batch_of(articles, problems))

    def save_batch(self, batch: Batch, stamps: Mapping[str, bytes] | None = None) -> None:
        """Add files as `save` does; `stamps` tells by path what they looked like when they were found."""
        from loaders.saving import put_batch  # noqa: PLC0415 - what is kept is shown before anything is saved

        with self._database.writing() as connection:
            put_batch(connection, batch, stamps or {})

    def remove(self, paths: Iterable[str]) -> None:
        """Forget files that are no longer in the library: their articles, links and problems."""
        from loaders.saving import forget_files  # noqa: PLC0415

        names = {os.fsencode(path) for path in paths}
        if names:
            with self._database.writing() as connection:
                forget_files(connection, names)

    def set_obstacles(self, problems: Iterable[Problem]) -> None:
        """Keep the problems that the last walk through the folders met; those of the walk before go."""
        records = batch_of((), problems).problems
        if records == self._database.all("SELECT path, code, severity, line, message FROM obstacles"):
            return
        with self._database.writing() as connection:
            connection.execute("DELETE FROM obstacles")
            connection.executemany("INSERT INTO obstacles VALUES (?, ?, ?, ?, ?)", records)

    # Lists

    def counts(self) -> Counts:
        """Count articles, subjects, files and problems."""
        ((articles, subjects, files),) = self._database.all(
            "SELECT coalesce(sum(listed), 0), count(DISTINCT key), coalesce(sum(files), 0) FROM subjects"
        )
        ((problems,),) = self._database.all(
            "SELECT (SELECT count(*) FROM problems) + (SELECT count(*) FROM obstacles)"
            " + (SELECT count(*) FROM articles WHERE NOT holds)"
        )
        return Counts(articles, subjects, files, problems)

    def subjects(self) -> list[Subject]:
        """Give all subjects by name, each with the number of articles in its list."""
        names: dict[str, tuple[int, str]] = {}
        listed: dict[str, int] = {}
        for key, name, files, count in self._database.all(
            "SELECT key, name, files, listed FROM subjects ORDER BY name"
        ):
            listed[key] = listed.get(key, 0) + count
            if files > names.get(key, (0, ""))[0]:
                names[key] = (files, name)
        subjects = [Subject(key, name, listed[key]) for key, (_, name) in names.items()]
        return sorted(subjects, key=lambda subject: (sort_key(subject.name), subject.key))

    def rows(self, subject_key: str | None = None, limit: int = -1) -> "array[int]":
        """Give the row numbers of a subject's list, or of all lists as one, in the order of the titles.

        `limit` gives only the first ones, which costs the same in a list of any length.
        """
        where, values = ("subject_key = ? AND", (subject_key,)) if subject_key is not None else ("", ())
        query = f"SELECT row FROM articles WHERE {where} holds AND NOT no_index ORDER BY sort_key, key LIMIT ?"
        return self._database.numbers(query, (*values, limit))

    def list_rows(self, rows: Sequence[int]) -> list[ArticleRow]:
        """Give what a list shows of these rows, in their order; rows that are gone are left out."""
        found: dict[int, ArticleRow] = {}
        for part in parts(rows):
            query = (
                f"SELECT row, key, title, subject_key, {SUBJECT_NAME.format(key='subject_key')}, date"
                f" FROM articles WHERE row IN ({marks(part)})"
            )
            with self._database.decoding():
                for row, key, title, subject_key, subject, date in self._database.all(query, part):
                    found[row] = ArticleRow(row, key, title, subject_key, subject, date_of(date))
        return [found[row] for row in rows if row in found]

    def random_key(self) -> str | None:
        """Give the key of any one article; None when there is none."""
        last = self._database.all("SELECT row FROM articles WHERE holds ORDER BY row DESC LIMIT 1")
        guess = random.randint(1, last[0][0]) if last else 0  # noqa: S311 - a choice of reading, not a secret
        found = self._database.all(
            "SELECT key FROM articles WHERE row >= ? AND holds ORDER BY row LIMIT 1", (guess,)
        )
        return found[0][0] if found else None

    # One article

    def article(self, key: str) -> Article | None:
        """Give one article whole; None when no file holds this key."""
        found = self._database.all(
            f"SELECT row, {', '.join(COLUMNS)} FROM articles WHERE key = ? AND holds",
            (key,),
        )
        if not found:
            return None
        row, *record = found[0]
        links = self._database.all(
            "SELECT number, id, title, subject, url FROM links WHERE source = ? ORDER BY number", (row,)
        )
        decoded: dict[int, Article] = {}
        with self._database.decoding():
            decoded[row] = article_of(record, links)
        return decoded.get(row)

    def row_of(self, key: str) -> int | None:
        """Give the row number of an article, to find it in a list."""
        found = self._database.all("SELECT row FROM articles WHERE key = ? AND holds", (key,))
        return found[0][0] if found else None

    def subject_name(self, subject_key: str) -> str:
        """Give the most frequent spelling of a subject; empty for one that no article has."""
        ((name,),) = self._database.all(f"SELECT {SUBJECT_NAME.format(key='?')}", (subject_key,))
        return name or ""

    def find(self, name: str) -> list[ArticleRow]:
        """Find articles by key, else path, else slug, else id; several that share it come in path order."""
        number = int(name) if name.removeprefix("-").isdecimal() and len(name) < 19 else None
        text = unicodedata.normalize("NFC", clean(name))
        for condition, *values in (
            ("key = ?", text),
            ("path = ?", os.fsencode(name)),
            ("slug_code = ? AND slug = ?", code_of(text), text),
            ("id = ?", text),
            ("id = ?", number),
        ):
            query = f"SELECT row FROM articles WHERE {condition} AND holds ORDER BY path"
            if rows := [row for (row,) in self._database.all(query, values)]:
                return self.list_rows(rows)
        return []

    def copies(self, key: str) -> list[ArticleRow]:
        """Give the other places of an article that is filed under several subjects: same id, same slug."""
        rows = self._database.all(
            "SELECT b.row FROM articles a JOIN articles b ON b.slug_code = a.slug_code AND b.slug = a.slug"
            " AND b.id = a.id AND b.row <> a.row"
            " WHERE a.key = ? AND a.holds AND b.holds ORDER BY b.path",
            (key,),
        )
        return self.list_rows([row for (row,) in rows])

    def related(self, key: str) -> list[Neighbour]:
        """Give the articles that one names as related, in the editors' order and under its own numbers.

        A link that repeats another, or leads to the article itself, is dropped; one that nothing in the library
        answers comes with `found` False and what the link says of it.
        """
        from loaders.links import find_related  # noqa: PLC0415 - lists do without

        return find_related(self._database, key)

    def backlinks(self, key: str) -> list[Neighbour]:
        """Give the articles whose related links lead to one, in the order of their titles."""
        from loaders.links import find_backlinks  # noqa: PLC0415 - likewise

        return find_backlinks(self._database, key)

    def target(self, article: Article, href: str) -> Target | None:
        """Find where a link in the text of an article leads; None when that is no article of this library."""
        from loaders.targets import find_target  # noqa: PLC0415 - few texts have links

        return find_target(self._database, article, href)

    def texts(self, rows: Sequence[int]) -> dict[int, str]:
        """Give the texts of the articles in some rows."""
        query = (
            f"SELECT row, CASE answer WHEN '' THEN body ELSE answer END FROM articles WHERE row IN ({marks(rows)})"
        )
        return dict(self._database.all(query, rows))

    # What a search index has seen

    def knows(self, stamp: str) -> bool:
        """Tell whether a stamp was given by this store as it is now, or by none."""
        from loaders.unseen import knows  # noqa: PLC0415 - the first screen asks for no index

        return knows(self._database, stamp)

    def lag(self, stamp: str) -> int:
        """Count what has changed since a stamp, at most; all of it where this store did not give the stamp."""
        from loaders.unseen import lag_since  # noqa: PLC0415

        return lag_since(self._database, stamp)

    def unseen(self, stamp: str, limit: int) -> "Unseen":
        """Give what has changed since a stamp, the oldest changes first, and the stamp of having seen it."""
        from loaders.unseen import unseen_since  # noqa: PLC0415

        return unseen_since(self._database, stamp, limit)

    # Files

    def paths(self) -> set[str]:
        """Give the paths of all articles, and of all files that have a problem."""
        found = self._database.all("SELECT path FROM articles UNION SELECT path FROM problems")
        return {os.fsdecode(path) for (path,) in found}

    def folders(self) -> set[str]:
        """Give the folders, relative to the library, in which files were found; the library itself is empty."""
        return {os.fsdecode(folder) for (folder,) in self._database.all("SELECT DISTINCT folder FROM files")}

    def take_known(self, folder: str, stamps: dict[str, bytes]) -> int:
        """Take out of `stamps` the files of a folder that were read as they are; count those read at any time."""
        known = 0
        for part in parts([os.fsencode(name) for name in stamps]):
            query = f"SELECT name, stamp FROM files WHERE folder = ? AND name IN ({marks(part)})"
            for encoded, stamp in self._database.all(query, (os.fsencode(folder), *part)):
                known += 1
                name = os.fsdecode(encoded)
                if stamps[name] == stamp:
                    del stamps[name]
        return known

    def count_names(self, folder: str) -> int:
        """Count the files that were read from a folder."""
        ((count,),) = self._database.all("SELECT count(*) FROM files WHERE folder = ?", (os.fsencode(folder),))
        return int(count)

    def names(self, folder: str) -> set[str]:
        """Give the names of the files that were read from a folder."""
        found = self._database.all("SELECT name FROM files WHERE folder = ?", (os.fsencode(folder),))
        return {os.fsdecode(name) for (name,) in found}

    def problems(self) -> list[Problem]:
        """Give all problems by path; two files with one key are a problem of the one that does not hold it."""
        from loaders.problems import find_problems  # noqa: PLC0415 - only a check lists them

        return find_problems(self._database)
