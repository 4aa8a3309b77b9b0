"""Everything that is true of a library without a screen: its files, articles, subjects, links and problems.

>>> from loaders import Library
>>> library = Library.open("learn")   # at once, empty
>>> library.load()                    # reads the files; `refresh()` does it step by step
>>> library.store.counts().articles
35848
>>> article = library.store.article("/learn/medicine/questions/what-is-the-role-of-eus-in-pancreatic-imaging")
>>> [neighbour.title for neighbour in library.store.related(article.key)]
"""

from typing import TYPE_CHECKING, Any

from loaders.article import Article, ArticleId, ArticleRow, Neighbour, Problem, RelatedLink, Subject, Target, Value
from loaders.cache import CacheError
from loaders.clean import clean
from loaders.database import StoreError
from loaders.library import Library, LibraryError
from loaders.progress import Progress
from loaders.store import ArticleStore, Counts

if TYPE_CHECKING:
    from loaders.parse import Parsed, parse_article

__all__ = [
    "Article",
    "ArticleId",
    "ArticleRow",
    "ArticleStore",
    "CacheError",
    "Counts",
    "Library",
    "LibraryError",
    "Neighbour",
    "Parsed",
    "Problem",
    "Progress",
    "RelatedLink",
    "StoreError",
    "Subject",
    "Target",
    "Value",
    "clean",
    "parse_article",
]


def __getattr__(name: str) -> Any:
    """Bring the parser, and YAML with it, only to those who ask for it: reading what is cached needs neither."""
    if name in {"Parsed", "parse_article"}:
        from loaders import parse  # noqa: PLC0415

        return getattr(parse, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
