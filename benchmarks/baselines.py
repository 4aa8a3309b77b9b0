"""The plain ways of doing the same: bare Tantivy, SQLite's FTS5, the nearest ids."""

import re
import sqlite3
from bisect import bisect_left
from collections.abc import Sequence

import tantivy

from loaders.article import Article

_WORD = re.compile(r"[^\W_]+")
_FIELDS = ("title", "keywords", "description", "answer")


def _texts(article: Article) -> tuple[str, ...]:
    return article.title, ", ".join(article.keywords), article.description, article.text


class BareTantivy:
    """Any of the words, in four fields with weights that nobody tuned."""

    def __init__(self, articles: Sequence[Article]) -> None:
        builder = tantivy.SchemaBuilder()
        for name in _FIELDS:
            builder.add_text_field(name, tokenizer_name="en_stem")
        builder.add_integer_field("row", fast=True)
        fields = builder.build()
        self._index = tantivy.Index(fields)
        writer = self._index.writer()
        for row, article in enumerate(articles):
            values = {**dict(zip(_FIELDS, _texts(article), strict=True)), "row": row}
            writer.add_document(tantivy.Document.from_dict(values, fields))
        writer.commit()
        self._index.reload()

    def search(self, text: str, limit: int, boosts: dict[str, float] | None = None) -> list[int]:
        """Give the rows of the best."""
        boosts = boosts or {"title": 3.0, "keywords": 1.5, "description": 1.0, "answer": 1.0}
        query, _ = self._index.parse_query_lenient(" ".join(_WORD.findall(text)), [*boosts], boosts)
        searcher = self._index.searcher()
        addresses = [address for _, address in searcher.search(query, limit).hits]
        return [int(row) for row in searcher.fast_field_values("row", addresses) if row is not None]

    def search_titles(self, text: str, limit: int) -> list[int]:
        """Give the rows of the best by their titles alone."""
        return self.search(text, limit, {"title": 1.0})


class FullTextOfSqlite:
    """FTS5 with Porter's stems and the weights that do well: title 10, keywords 3, description 2."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(f"CREATE VIRTUAL TABLE words USING fts5({', '.join(_FIELDS)}, tokenize='porter')")
        rows = ((row, *_texts(article)) for row, article in enumerate(articles))
        self._database.executemany(
            f"INSERT INTO words (rowid, {', '.join(_FIELDS)}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - fixed names
            rows,
        )

    def search(self, text: str, limit: int) -> list[int]:
        """Give the rows of the best."""
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(text))
        found = self._database.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 10, 3, 2, 1) LIMIT ?", (words, limit)
        )
        return [row for (row,) in found]


class NearestIds:
    """The articles whose ids are nearest."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._rows = sorted(
            (article.id, row) for row, article in enumerate(articles) if isinstance(article.id, int)
        )

    def near(self, article: Article, limit: int) -> list[int]:
        """Give the rows of the nearest, copies of the article left out."""
        if not isinstance(article.id, int):
            return []
        middle = bisect_left(self._rows, (article.id, -1))
        beside = self._rows[max(0, middle - 4 * limit) : middle + 4 * limit]
        number = article.id
        apart = sorted((abs(other - number), row) for other, row in beside if other != number)
        return [row for _, row in apart[:limit]]


class LinkedGroups:
    """The articles of one lesson, told by the very links that are looked for, nearest ids first.

    Within a lesson neither words nor ids nor other links tell which articles were chosen: who knows all lessons
    finds no more than this, but for chance.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._leaders = list(range(len(articles)))
        rows = {article.key: row for row, article in enumerate(articles)}
        copies: dict[tuple[object, str], int] = {}
        for row, article in enumerate(articles):
            self._join(row, copies.setdefault((article.id, article.slug), row))
            for link in article.related:
                if link.url in rows:
                    self._join(row, rows[link.url])
        self._rows = rows
        self._groups: dict[int, list[int]] = {}
        for row in range(len(articles)):
            self._groups.setdefault(self._leader(row), []).append(row)

    def near(self, article: Article, limit: int) -> list[int]:
        """Give the rows of the nearest, copies of the article left out and others named once."""
        group = self._groups[self._leader(self._rows[article.key])]
        rows: dict[object, int] = {}
        for row in sorted(group, key=lambda row: self._apart(article, self._articles[row])):
            rows.setdefault(self._articles[row].id, row)
        del rows[article.id]
        return list(rows.values())[:limit]

    @staticmethod
    def _apart(one: Article, other: Article) -> float:
        both = isinstance(one.id, int) and isinstance(other.id, int)
        return abs(int(one.id or 0) - int(other.id or 0)) if both else float("inf")

    def _leader(self, row: int) -> int:
        while self._leaders[row] != row:
            row = self._leaders[row]
        return row

    def _join(self, one: int, other: int) -> None:
        self._leaders[self._leader(one)] = self._leader(other)
