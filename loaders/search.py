"""The search index of a library: what articles it holds, and what it finds in them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from loaders.article import Article
from loaders.expansion import Vocabulary, Wanted
from loaders.index_queries import TITLES, IndexQueries, subjects_meant
from loaders.index_schema import (
    SCHEMA_VERSION,
    Card,
    document_of,
    exact_title,
    register_analyzers,
    schema,
)
from loaders.query import Query
from loaders.ranking import Ranking

if TYPE_CHECKING:
    import tantivy

_HEAP = 100_000_000
_CANDIDATES = 60
"""Articles that the ranking looks at again, at least."""
_LITTLE = 5
"""Fewer hits than these let a search look for less."""
_FEWEST_FOR_MOST = 3
_EXACT_TITLE = 100.0
"""What a title counts that is the query itself."""
_PANIC = "PanicException"
"""What Tantivy raises, beside all exceptions, when it meets what it did not expect."""
_STAMP = "stamp"


class SearchIndexError(Exception):
    """An index that is damaged, of another version or none at all: `SearchIndex.erase` it and build it anew."""


class IndexBusyError(Exception):
    """Another process is writing to the index; reading it goes on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a query, with those that it stands for."""

    row: int
    """The article's row in the store."""
    title: str
    subject_key: str
    score: float
    copies: tuple[int, ...] = ()
    """Rows of the same article, filed under other subjects."""
    similar: tuple[int, ...] = ()
    """Rows of articles that ask nearly the same."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a query finds, the best first, and what it took its words for."""

    hits: tuple[Hit, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    """The words with the terms that answered them: what to mark."""
    by_subject: dict[str, int] = field(default_factory=dict)
    """How many articles each subject has, the scope aside; empty unless asked for."""
    relaxed: bool = False
    """Nothing has all the words."""
    spelling: str = ""
    """The query in the spelling that finds something, when its own finds little or nothing."""


class _Found(NamedTuple):
    row: int
    card: Card
    score: float


class SearchIndex:
    """The words of a library's articles on Tantivy, in a folder or in memory.

    It holds articles by their row in the store, and a stamp of the store's: what it has seen of it. Readers see
    what was committed last, from any thread; one thread of one process writes.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in a folder, or an empty one. Raises SearchIndexError for a damaged or foreign one."""
        import tantivy

        self._folder = folder
        self._fields = schema()
        self._queries = IndexQueries(self._fields)
        self._writer: tantivy.IndexWriter | None = None
        with _translated(folder):
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
                if any(folder.iterdir()) and not (folder / "meta.json").exists():
                    raise SearchIndexError(f"{folder} holds no index")
            self._index = tantivy.Index(self._fields, None if folder is None else str(folder))
            register_analyzers(self._index)
            self._stamp = self._read_stamp()

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

    # Writing

    @property
    def stamp(self) -> str:
        """What the index has seen of its store, as `commit` was told; empty for nothing."""
        return self._stamp

    def add(self, articles: Iterable[tuple[int, Article]]) -> None:
        """Take articles with their rows, in the place of what these rows held before."""
        with self._writing() as writer:
            known = self._index.searcher().num_docs > 0
            for row, article in articles:
                if known:
                    writer.delete_documents_by_term("row", row)
                writer.add_document(document_of(row, article, self._fields))

    def remove(self, rows: Iterable[int]) -> None:
        """Forget the articles in these rows."""
        with self._writing() as writer:
            for row in rows:
                writer.delete_documents_by_term("row", row)

    def commit(self, stamp: str) -> None:
        """Let readers see what was added and removed, together with the stamp of the store that it brings about."""
        from tantivy import Document

        with self._writing() as writer:
            writer.delete_documents_by_term("kind", _STAMP)
            writer.add_document(
                Document.from_dict({"kind": _STAMP, "stamp": f"{SCHEMA_VERSION} {stamp}"}, self._fields)
            )
            writer.commit()
        self._index.reload()
        self._stamp = stamp

    def finish(self) -> None:
        """Bring the parts of the index together after the last commit, and let others write."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with _translated(self._folder):
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
        with _translated(self._folder):
            search = _Search(self._index.searcher(), self._queries, query, subject)
            found = search.found(max(_CANDIDATES, 3 * limit))
            return Hits(
                tuple(_folded(found)[:limit]),
                tuple(search.wanted),
                search.by_subject() if count_subjects else {},
                relaxed=search.relaxed,
                spelling=search.spelling(nothing=not found),
            )

    @contextmanager
    def _writing(self) -> Iterator["tantivy.IndexWriter"]:
        with _translated(self._folder):
            if self._writer is None:
                self._writer = self._index.writer(_HEAP, 1)
            yield self._writer

    def _read_stamp(self) -> str:
        """Read the stamp. Raises SearchIndexError for an index of another version."""
        import tantivy

        searcher = self._index.searcher()
        if not searcher.num_docs:
            return ""
        hits = searcher.search(tantivy.Query.term_query(self._fields, "kind", _STAMP), 1).hits
        version, _, stamp = (searcher.doc(hits[0][1]).get_first("stamp") if hits else "").partition(" ")
        if version != str(SCHEMA_VERSION):
            raise SearchIndexError(f"{self._folder} is no index of this version of Carrel")
        return stamp


class _Search:
    """One query against one state of an index."""

    def __init__(
        self, searcher: "tantivy.Searcher", queries: IndexQueries, query: Query, subject: str | None
    ) -> None:
        self._searcher = searcher
        self._queries = queries
        self._query = query
        self._vocabulary = Vocabulary(searcher)
        self.wanted = self._vocabulary.wanted(query)
        self.relaxed = False
        self._counted = queries.everything()
        self._meant: list[str] | None = None
        if query.subjects:
            known = (key for key, _ in searcher.terms_with_prefix("subject", ""))
            self._meant = subjects_meant(query.subjects, known)
        self._subjects = self._meant if subject is None else [subject]

    def found(self, count: int) -> list[_Found]:
        """Give at most so many articles for each way to look, the best first."""
        ranking = Ranking(self.wanted)
        words = ranking.deciding
        found: dict[int, _Found] = {}

        def look(wanted: "tantivy.Query", share: float, more: float = 0.0) -> None:
            for row, card, score in self._look(wanted, count, found):
                found[row] = _Found(row, card, ranking.score(card, score, share) + more)

        if not words:
            look(self._queries.everything(), 0.0)
            return _in_order(found.values())
        self._counted = self._queries.all_of(words)
        look(self._queries.exact_title(exact_title(" ".join(self._query.words))), 1.0, _EXACT_TITLE)
        look(self._counted, 1.0)
        self.relaxed = not found
        if len(words) >= _FEWEST_FOR_MOST and not any(ranking.covers_title(each.card) for each in found.values()):
            fewest = len(words) - max(1, len(words) // 4)
            look(self._queries.most_of(words, fewest, TITLES), 0.0)
        if len(found) < _LITTLE:
            wanted = self._queries.any_of(words)
            self._counted = wanted if not found else self._counted
            look(wanted, 0.0)
        return _in_order(found.values())

    def by_subject(self) -> dict[str, int]:
        """Count what was found in each subject, whatever the scope; most first."""
        wanted = self._queries.filtered(self._counted, self._query, self._meant)
        counts = self._searcher.aggregate(wanted, {"by": {"terms": {"field": "subject", "size": 10_000}}})
        return {bucket["key"]: bucket["doc_count"] for bucket in counts["by"]["buckets"]}

    def spelling(self, *, nothing: bool) -> str:
        """Give the query with its words mended; empty when they need no mending."""
        mended = {word.typed: word.mended for word in self.wanted if word.mended}
        if nothing:
            for word in self.wanted:
                if word.typed not in mended and (near := self._vocabulary.nearest(word.typed)):
                    mended[word.typed] = near
        text = " ".join(word.typed for word in self.wanted)
        better = " ".join(mended.get(word.typed, word.typed) for word in self.wanted)
        return better if better != text else ""

    def _look(
        self, wanted: "tantivy.Query", count: int, known: dict[int, _Found]
    ) -> Iterator[tuple[int, Card, float]]:
        allowed = self._queries.filtered(wanted, self._query, self._subjects)
        hits = self._searcher.search(allowed, count, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        for (score, address), row in zip(hits, rows, strict=True):
            if isinstance(row, int) and row not in known:
                yield row, Card.from_bytes(bytes(self._searcher.doc(address).get_first("card"))), score


def _in_order(found: Iterable[_Found]) -> list[_Found]:
    """Put what was found in order, the best first; titles decide between equals, then rows."""
    return sorted(found, key=lambda each: (-round(each.score, 6), each.card.title, each.row))


def _folded(found: Sequence[_Found]) -> list[Hit]:
    """Make one hit of copies, and of questions that ask nearly the same."""
    groups: dict[str, list[_Found]] = {}
    place: dict[str, str] = {}
    for each in found:
        question = place.setdefault(each.card.identity, each.card.question)
        groups.setdefault(question, []).append(each)
    hits = []
    for best, *others in groups.values():
        copies = tuple(each.row for each in others if each.card.identity == best.card.identity)
        seen = {best.card.identity}
        similar = []
        for each in others:
            if each.card.identity not in seen:
                seen.add(each.card.identity)
                similar.append(each.row)
        hits.append(
            Hit(best.row, best.card.title, best.card.subject_key, best.score, copies, tuple(similar))
        )
    return hits


@contextmanager
def _translated(folder: Path | None) -> Iterator[None]:
    """Raise what goes wrong in Tantivy as our own errors."""
    try:
        yield
    except (ValueError, OSError) as error:
        if "LockBusy" in str(error):
            raise IndexBusyError(f"another window writes to {folder}") from error
        raise SearchIndexError(f"the index {folder or 'in memory'} cannot be read: {error}") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise SearchIndexError(f"the index {folder or 'in memory'} cannot be read: {error}") from error
