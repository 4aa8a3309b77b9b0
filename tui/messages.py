"""What widgets tell screens, and the app's worker the app."""

from array import array
from typing import TYPE_CHECKING

from textual.message import Message

from loaders import Library, Progress, Subject

if TYPE_CHECKING:
    from tui.rendering.finding import Sought
    from tui.rendering.page_links import Link


class ArticleRequested(Message):
    """The reader asks for an article, at the first match of what is `sought`."""

    def __init__(self, key: str, sought: "Sought | None" = None) -> None:
        self.key = key
        self.sought = sought
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
    """The reader asks for the article `step` places after that of `key`, in the list they came from."""

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
