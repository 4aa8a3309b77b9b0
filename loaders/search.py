"""The search index of a library: what articles it holds, and what it finds in them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import tantivy

from loaders.article import Article, Searchable
from loaders.hits import Hit, Hits, folded
from loaders.index_errors import IndexBusyError, SearchIndexError, of_another_version, translated
from loaders.index_queries import IndexQueries
from loaders.index_schema import SCHEMA_VERSION, document_of, schema
from loaders.jump import find_titles
from loaders.one_search import OneSearch
from loaders.query import Query
from loaders.similar import find_similar
from loaders.tokens import register_analyzers

__all__ = ["Hit", "Hits", "IndexBusyError", "SearchIndex", "SearchIndexError"]

_HEAP = 100_000_000
_CANDIDATES = 60
"""Articles that the ranking looks at again, at least."""
_STAMP = "stamp"


class SearchIndex:
    """The words of a library's articles on Tantivy, in a folder or in memory.

    It holds articles by their row in the store, and a stamp of the store's: what it has seen of it. Readers see
    what was committed last, from any thread; one thread of one process writes.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in a folder, or an empty one. Raises SearchIndexError for a damaged or foreign one."""
        self._folder = folder
        self._fields = schema()
        self._queries = IndexQueries(self._fields)
        self._writer: tantivy.IndexWriter | None = None
        self._last_row: int | None = None
        """While an index that was empty is written: its highest row. No row beyond it can have been there."""
        with translated(folder):
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
                if any(folder.iterdir()) and not self.is_in(folder):
                    raise SearchIndexError(f"{folder} holds no index")
            self._index = tantivy.Index(self._fields, None if folder is None else str(folder))
            register_analyzers(self._index)
            self._stamp = self._read_stamp()

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Tell whether an index was begun in a folder."""
        return (folder / "meta.json").exists()

    @staticmethod
    def erase(folder: Path) -> None:
        """Remove an index that is of no use."""
        if folder.is_dir():
            for file in folder.iterdir():
                file.unlink()
            folder.rmdir()

    def close(self) -> None:
        """Let go of the index; what was not committed is lost."""
        self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """Count the articles."""
        return self._index.searcher().num_docs - bool(self._stamp)

    def follow(self) -> None:
        """See what another process has committed since."""
        with translated(self._folder):
            self._index.reload()
            self._stamp = self._read_stamp()

    # Writing

    @property
    def stamp(self) -> str:
        """What the index has seen of its store, as `commit` was told; empty for nothing."""
        return self._stamp

    def add(self, articles: Iterable[tuple[int, Searchable]]) -> None:
        """Take articles with their rows, in the place of what these rows held before."""
        with self._writing() as writer:
            for row, article in articles:
                if self._last_row is None or row <= self._last_row:
                    writer.delete_documents_by_term("row", row)
                else:
                    self._last_row = row
                writer.add_document(document_of(row, article))

    def remove(self, rows: Iterable[int]) -> None:
        """Forget the articles in these rows."""
        with self._writing() as writer:
            for row in rows:
                writer.delete_documents_by_term("row", row)

    def commit(self, stamp: str) -> None:
        """Let readers see what was added and removed, with the stamp of the store as they are now."""
        with self._writing() as writer:
            writer.delete_documents_by_term("kind", _STAMP)
            writer.add_document(
                tantivy.Document.from_dict({"kind": _STAMP, "stamp": f"{SCHEMA_VERSION} {stamp}"}, self._fields)
            )
            writer.commit()
        self._index.reload()
        self._stamp = stamp

    def finish(self) -> None:
        """Bring the parts of the index together after the last commit, and let others write."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with translated(self._folder):
                writer.wait_merging_threads()
            self._index.reload()

    # Reading

    def subjects(self) -> dict[str, int]:
        """Count the articles of each subject."""
        return dict(self._index.searcher().terms_with_prefix("subject", ""))

    def search(
        self,
        query: Query,
        limit: int = 20,
        subject: str | None = None,
        *,
        count_subjects: bool = False,
    ) -> Hits:
        """Find the articles that answer a query, the best first.

        What has all the words is found first; where that is little, or in no title, what has most of them, and at
        last what has any. Copies and questions that ask nearly the same are one hit.
        """
        if not query or limit < 1:
            return Hits()
        with translated(self._folder):
            searcher = self._index.searcher()
            limit = min(limit, max(1, searcher.num_docs))  # Tantivy makes room for as many at once
            search = OneSearch(searcher, self._queries, query, subject)
            found = search.found(max(_CANDIDATES, 3 * limit))
            return Hits(
                tuple(folded(found, limit)),
                tuple(search.wanted),
                search.by_subject() if count_subjects else {},
                relaxed=search.relaxed,
                elsewhere=search.elsewhere() if count_subjects else 0,
                spelling=search.spelling(nothing=not found),
            )

    def similar(self, article: Article, limit: int = 10, without: Collection[int] = ()) -> list[Hit]:
        """Find the articles like one, the likest first, without those in some rows; copies are one hit."""
        with translated(self._folder):
            found = find_similar(self._index.searcher(), self._queries, article)
            listed = {near.card.identity for near in found if near.row in without}
            return folded([near for near in found if near.card.identity not in listed], limit)

    def jump(self, text: str, limit: int = 20, recent: Sequence[int] = ()) -> list[Hit]:
        """Find titles by the letters typed, in any order of words; `recent` rows, the last read first, gain."""
        with translated(self._folder):
            return folded(find_titles(self._index.searcher(), self._queries, text, recent), limit)

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        with translated(self._folder):
            if self._writer is None:
                self._writer = self._index.writer(_HEAP, 1)
                self._index.reload()
                self._last_row = None if self._index.searcher().num_docs else 0
            yield self._writer

    def _read_stamp(self) -> str:
        """Read the stamp. Raises SearchIndexError for an index of another version."""
        searcher = self._index.searcher()
        if not searcher.num_docs:
            return ""
        hits = searcher.search(tantivy.Query.term_query(self._fields, "kind", _STAMP), 1).hits
        version, _, stamp = (str(searcher.doc(hits[0][1])["stamp"][0]) if hits else "").partition(" ")
        if version != str(SCHEMA_VERSION):
            raise of_another_version(self._folder)
        return stamp
