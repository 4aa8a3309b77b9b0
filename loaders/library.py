"""A library: the door to its articles, opened at once and filled as its files are read."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from loaders.article import Article, Problem
from loaders.files import find_files, read_file, unreadable
from loaders.parse import Parsed, parse_article
from loaders.store import ArticleStore

_BATCH = 200
_GENERIC_NAME = "learn"


class LibraryError(Exception):
    """A folder that cannot be opened as a library; the message says why."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come, in files."""

    done: int
    total: int

    @property
    def finished(self) -> bool:
        """True of the last one that a refresh gives."""
        return self.done == self.total


class Library:
    """One folder of articles. Read from `store`; fill it with `refresh()`, or in one go with `load()`.

    >>> with Library.open("sample_data") as library:
    ...     library.load()
    ...     for subject in library.store.subjects():
    ...         print(subject.name, subject.articles)
    """

    def __init__(self, folder: Path, store: ArticleStore) -> None:
        self.folder = folder
        self.store = store

    @classmethod
    def open(cls, folder: Path | str, cache: Path | None = None) -> Self:
        """Open a library without reading its articles yet: `refresh` or `load` do.

        `cache` is the file of its store; without one, all is kept in memory. Raises LibraryError when `folder` is
        no readable folder, StoreError when `cache` is no store.
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
        return cls(path, ArticleStore(cache))

    @property
    def name(self) -> str:
        """The folder's name, with its parent's where it is as general as `learn`."""
        if self.folder.name == _GENERIC_NAME and self.folder.parent.name:
            return f"{self.folder.parent.name}/{self.folder.name}"
        return self.folder.name or str(self.folder)

    def refresh(self) -> Iterator[Progress]:
        """Read the files into the store, a batch at each step; what stands in no file any more leaves it.

        The first Progress comes before any file is read. Stopping in the middle keeps what is read.
        """
        found = list(find_files(self.folder))
        paths = [entry for entry in found if isinstance(entry, str)]
        barred = [entry for entry in found if isinstance(entry, Problem)]
        self.store.remove(self.store.paths().difference(paths))
        self.store.save((), barred)
        yield Progress(0, len(paths))
        for start in range(0, len(paths), _BATCH):
            articles: list[Article] = []
            problems: list[Problem] = []
            for path in paths[start : start + _BATCH]:
                article, noted = self._read(path)
                problems.extend(noted)
                if article:
                    articles.append(article)
            self.store.save(articles, problems)
            yield Progress(min(start + _BATCH, len(paths)), len(paths))

    def load(self) -> None:
        """Refresh to the end."""
        for _ in self.refresh():
            pass

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, path: str) -> Parsed:
        try:
            data = read_file(self.folder, path)
        except OSError as error:
            return Parsed(None, (unreadable(path, error),))
        return parse_article(path, data)
