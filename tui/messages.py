"""What widgets tell screens, and the app's worker the app."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from loaders import Article, ArticleRow, Library, Neighbour, Progress, Subject

if TYPE_CHECKING:
    from tui.asking import Answer
    from tui.history import SearchPlace
    from tui.live_index import IndexProgress, LiveIndex
    from tui.rendering.finding import Sought
    from tui.rendering.kept_pages import Wanted
    from tui.rendering.page import Page
    from tui.rendering.page_links import Link


class ArticleRequested(Message):
    """The reader asks for an article, at the first match of what is `sought`."""

    def __init__(self, key: str, sought: "Sought | None" = None) -> None:
        self.key = key
        self.sought = sought
        super().__init__()


class ArticleExpected(Message):
    """The reader stays with how an article begins, and may open it next."""

    def __init__(self, article: Article) -> None:
        self.article = article
        super().__init__()


class ArticleHighlighted(Message):
    """Another article is highlighted in a list; `key` is None when the list is empty."""

    def __init__(self, key: str | None) -> None:
        self.key = key
        super().__init__()


class SubjectHighlighted(Message):
    """Another subject is highlighted; None stands for all articles."""

    def __init__(self, subject: Subject | None) -> None:
        self.subject = subject
        super().__init__()


class SubjectRequested(Message):
    """The reader asks for the articles of the highlighted subject."""


class SubjectsRequested(Message):
    """The reader asks for the list of subjects."""


class HeadingRequested(Message):
    """The reader asks for a heading of the article, counted from 0."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()


class LibraryRequested(Message):
    """The reader leaves the articles for the library."""


class StepRequested(Message):
    """The reader asks for the article `step` places after that of `key` in the library's list."""

    def __init__(self, key: str, step: int) -> None:
        self.key = key
        self.step = step
        super().__init__()


class LibraryProgressed(Message):
    """The library's store has come further, or has changed."""

    def __init__(self, library: Library, progress: Progress) -> None:
        self.library = library
        self.progress = progress
        super().__init__()


class CacheFailed(Message):
    """The cache of a library can be used no longer, for this reason."""

    def __init__(self, library: Library, reason: str) -> None:
        self.library = library
        self.reason = reason
        super().__init__()


class PageShown(Message):
    """A page is laid out and shows: another article, or the same one at another width or in other colours."""


class PagesLaidOut(Message):
    """A worker has laid out pages that may be shown next."""

    def __init__(self, pages: "Sequence[tuple[Wanted, Page]]") -> None:
        self.pages = pages
        super().__init__()


class ArticleShown(Message):
    """The reader reads another article."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__()


class TitlesFound(Message):
    """A worker has found the titles for question `number`; None where there is no index to ask."""

    def __init__(self, number: int, text: str, articles: Sequence[ArticleRow] | None) -> None:
        self.number = number
        self.text = text
        self.articles = articles
        super().__init__()


class SimilarFound(Message):
    """A worker has found articles like the one of question `number`."""

    def __init__(self, number: int, neighbours: Sequence[Neighbour] | None) -> None:
        """`neighbours` is None when there was nothing to look in."""
        self.number = number
        self.neighbours = neighbours
        super().__init__()


class RowsFound(Message):
    """The rows of a subject's list, or with None of all articles, read from the store in a worker."""

    def __init__(self, search: int, subject: Subject | None, rows: "array[int]") -> None:
        self.search = search
        self.subject = subject
        self.rows = rows
        super().__init__()


class PeekRequested(Message):
    """The reader asks how an article begins, without leaving where they are."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__()


class LinkRequested(Message):
    """The reader asks to follow a link of the page."""

    def __init__(self, link: "Link") -> None:
        self.link = link
        super().__init__()


class MeasureChosen(Message):
    """The reader has chosen how many cells a line of text may have."""

    def __init__(self, measure: int) -> None:
        self.measure = measure
        super().__init__()


class CopyRequested(Message):
    """The reader asks for a text on the clipboard; `what` names it in a sentence: `The answer`."""

    def __init__(self, text: str, what: str) -> None:
        self.text = text
        self.what = what
        super().__init__()


class BackRequested(Message):
    """The reader asks to go back from the left edge of a page."""


class SampleRequested(Message):
    """The reader asks for the sample library."""


class IndexProgressed(Message):
    """The search index has come further."""

    def __init__(self, index: "LiveIndex", progress: "IndexProgress") -> None:
        self.index = index
        self.progress = progress
        super().__init__()


class IndexWanted(Message):
    """The search index cannot be asked any more, or not yet: it is to be opened, or made anew."""


class SearchRequested(Message):
    """The reader wants to search, from a place on."""

    def __init__(self, place: "SearchPlace") -> None:
        self.place = place
        super().__init__()


class WiderSearchRequested(Message):
    """The reader wants to search beyond the article for words that were to be found in it."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__()


class SearchAnswered(Message):
    """A worker has answered question `number`; without an answer there is no index to ask."""

    def __init__(self, number: int, answer: "Answer | None") -> None:
        self.number = number
        self.answer = answer
        super().__init__()


class HitRequested(Message):
    """The reader asks for a hit of a search; going back from it leads to `place` again."""

    def __init__(self, key: str, place: "SearchPlace") -> None:
        self.key = key
        self.place = place
        super().__init__()


class HitsFound(Message):
    """A worker has looked for more hits of `search`, for a `step` beyond the last; None where it had no index."""

    def __init__(self, search: "SearchPlace", step: int, found: "SearchPlace | None") -> None:
        self.search = search
        self.step = step
        self.found = found
        super().__init__()
