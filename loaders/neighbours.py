"""Articles like one, as neighbours beside those that are listed already."""

from collections.abc import Iterable

from loaders.article import Article, Neighbour
from loaders.search import SearchIndex
from loaders.store import ArticleStore


def similar_neighbours(
    index: SearchIndex, store: ArticleStore, article: Article, listed: Iterable[Neighbour], limit: int
) -> list[Neighbour]:
    """Give articles like one that are not listed beside it already, the likest first."""
    without = [row for other in listed if other.found and (row := store.row_of(other.key)) is not None]
    found = index.similar(article, limit, without)
    return [
        Neighbour(None, row.key, row.key, row.title, row.subject_key, row.subject)
        for row in store.list_rows([hit.row for hit in found])
    ]
