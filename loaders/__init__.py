"""Everything that is true of a library without a screen: its files, articles, subjects, links and problems.

>>> from loaders import Library
>>> library = Library.open("learn")   # at once, empty
>>> library.load()                    # reads the files; `refresh()` does it step by step
>>> library.store.counts().articles
35848
>>> article = library.store.article("/learn/medicine/questions/what-is-the-role-of-eus-in-pancreatic-imaging")
>>> [neighbour.title for neighbour in library.store.related(article.key)]
"""

from loaders.article import Article, ArticleId, ArticleRow, Neighbour, Problem, RelatedLink, Subject, Value
from loaders.clean import clean
from loaders.database import StoreError
from loaders.library import Library, LibraryError, Progress
from loaders.parse import Parsed, parse_article
from loaders.store import ArticleStore, Counts

__all__ = [
    "Article",
    "ArticleId",
    "ArticleRow",
    "ArticleStore",
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
    "Value",
    "clean",
    "parse_article",
]
