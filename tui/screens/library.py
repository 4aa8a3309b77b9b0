"""The first screen: the subjects of the library, and the articles of the highlighted one."""

from array import array
from time import monotonic
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive

from loaders import Library, Progress, Subject
from tui.keys import key
from tui.messages import (
    ArticleHighlighted,
    ArticleRequested,
    PeekRequested,
    RowsFound,
    SubjectHighlighted,
    SubjectRequested,
    SubjectsRequested,
)
from tui.numbers import count
from tui.pace import Pace
from tui.screens.whole import WholeScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.key_bar import KeyBar
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.preview import Preview
from tui.widgets.row_list import RowList
from tui.widgets.split_line import SplitLine, meter
from tui.widgets.subject_list import ALL_ARTICLES, SubjectList

_RELOAD_SECONDS = 0.25
"""How often the lists follow an import, at first; longer lists follow less often."""
_ROWS_A_RELOAD = 20_000
_AT_ONCE = 200
"""The rows that are shown before all of them are found: more than any screen has lines."""


class LibraryScreen(WholeScreen):
    """Subjects at the left, the articles of one at the right, and how the highlighted article begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab", "switch", "go.next-pane", "Switch", "Move between subjects and articles", show="Tab"),
        key(
            "shift+tab",
            "app.focus_previous",
            "go.previous-pane",
            "Switch back",
            "Move between the panes the other way",
        ),
        key("q", "app.quit", "app.leave", "Quit", "Close Carrel", show="q"),
    ]

    progress: reactive[Progress | None] = reactive(None, init=False)
    """How far the import has come; None before it begins."""

    def __init__(self, library: Library, name: str, classes: str) -> None:
        super().__init__(classes)
        self._library = library
        self._library_name = name
        self._listed: str | None = ""
        self._searches = 0
        self._pace = Pace()
        self._is_empty = True
        self._reload_waits = False
        self._preview_waits = False

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield SplitLine(id="place")
        with Pane(id="desk"):
            yield SubjectList(id="subjects")
            with Pane(id="articles-and-preview"):
                with Pane(id="list-pane"):
                    yield SplitLine(id="list-heading")
                    yield ArticleList(self._library.store.list_rows, id="articles")
                    yield Notice(id="empty-list")
                yield Preview(id="preview")
        yield Notice(id="empty-library")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the subjects."""
        self.query_one("#empty-library", Notice).say(
            "This folder holds no articles yet",
            "A library is a folder of Markdown files, one article a file.",
            "Put some here, then open it again.",
        )
        self.query_one("#empty-list", Notice).say(
            "No articles are listed here",
            "Those that there are keep out of lists (no_index); links and keys still reach them.",
        )
        self.set_focus(self.query_one(SubjectList))  # at once: the next key may be waiting already
        self._reload()
        self._list(self.subject)  # the message of the subjects would come after the first frame

    @property
    def subject(self) -> Subject | None:
        """The highlighted subject; None stands for all articles."""
        return self.query_one(SubjectList).subject

    def highlight(self, article_key: str | None) -> None:
        """Put the highlight on an article, if it is in the list."""
        row = self._library.store.row_of(article_key) if article_key else None
        if row is not None:
            self.query_one(ArticleList).highlight_row(row)

    def step(self, article_key: str, step: int) -> str | None:
        """Give the key so many places after an article, and highlight it; None at either end of the list.

        From an article that is not in the list, the step is one in its own subject, which is listed from then on.
        """
        row = self._library.store.row_of(article_key)
        articles = self.query_one(ArticleList)
        if row is not None:
            if own := self._own_list(row):
                subject, rows = own
                self.query_one(SubjectList).choose(subject)
                self._list(subject, rows)
            articles.highlight_row(row)
        return articles.step(step, gone=row is None)

    def beside(self, article_key: str) -> list[str]:
        """Give the keys to which `step` would lead from an article, the next one first."""
        store = self._library.store
        row = store.row_of(article_key)
        if row is None:
            return []
        if (own := self._own_list(row)) is None:
            return self.query_one(ArticleList).beside(row)
        _, rows = own
        place = rows.index(row)
        near = [rows[other] for other in (place + 1, place - 1) if 0 <= other < len(rows)]
        return [article.key for article in store.list_rows(near)]

    def watch_progress(self, progress: Progress | None) -> None:
        """Follow the import: the heading and the first articles at once, the lists a few times a second."""
        self._head()
        if progress is None or (progress.finished and (progress.changes or progress.elsewhere or self._is_empty)):
            self._reload()
        elif progress.changes and not self._reload_waits:
            self._reload_waits = True
            if self._is_empty:
                self.call_after_refresh(self._reload)
            else:
                self.set_timer(_RELOAD_SECONDS * (1 + progress.done // _ROWS_A_RELOAD), self._reload)

    def on_subject_highlighted(self, message: SubjectHighlighted) -> None:
        """Show the articles of the subject: the first ones at once, all of them when they are found."""
        message.stop()
        subject = message.subject
        if _key_of(subject) == self._listed and self.query_one(ArticleList).row_count:
            self._find_rows(subject)
            return
        if self._list(subject):
            self._find_rows(subject)

    def on_subject_requested(self, message: SubjectRequested) -> None:
        """Go to the articles."""
        message.stop()
        self._go_to(self.query_one(ArticleList))

    def on_subjects_requested(self, message: SubjectsRequested) -> None:
        """Go back to the subjects."""
        message.stop()
        self._go_to(self.query_one(SubjectList))

    def on_peek_requested(self, message: PeekRequested) -> None:
        """Show how the highlighted article begins."""
        message.stop()
        from tui.screens.peek import peek  # noqa: PLC0415 - the first screen does not wait for it

        peek(
            self.app,
            self._library.store,
            message.key,
            lambda: self.post_message(ArticleRequested(message.key)),
        )

    def action_switch(self) -> None:
        """Go to the pane that has not the focus."""
        articles = self.query_one(ArticleList)
        self._go_to(self.query_one(SubjectList) if articles.has_focus else articles)

    def _go_to(self, pane: RowList) -> None:
        """Focus a pane; in a narrow terminal the class brings it into sight first."""
        self.set_class(isinstance(pane, ArticleList), "-in-articles")
        self.set_focus(pane)  # at once: the next key may be waiting already

    def on_rows_found(self, message: RowsFound) -> None:
        """Fill the list, unless something newer is being looked for."""
        if message.search == self._searches:
            self.query_one(ArticleList).update_rows(message.rows)
            self._head_list(message.subject, len(message.rows))

    def on_article_highlighted(self, message: ArticleHighlighted) -> None:
        """Preview the article, once all keys that wait have been followed."""
        message.stop()
        if not self._preview_waits:
            self._preview_waits = True
            self.call_after_refresh(self._preview)

    def _own_list(self, row: int) -> "tuple[Subject, array[int]] | None":
        """Give the subject of an article with its rows, where another one is listed; None where no list has it."""
        if self.query_one(ArticleList).may_hold(row):
            return None
        store = self._library.store
        for article in store.list_rows([row]):
            subject = self.query_one(SubjectList).named(article.subject_key)
            if subject and row in (rows := store.rows(subject.key)):
                return subject, rows
        return None

    def _list(self, subject: Subject | None, rows: "array[int] | None" = None) -> bool:
        """Show the first articles of a subject, or these, which are all; gives whether there are more."""
        self._listed = _key_of(subject)
        self._searches += 1
        rows = self._library.store.rows(self._listed, _AT_ONCE) if rows is None else rows
        total = subject.articles if subject else self._library.store.counts().articles
        self.query_one(ArticleList).show(rows, total, mixed=subject is None)
        self._head_list(subject, total)
        return total > len(rows)

    def _head_list(self, subject: Subject | None, total: int) -> None:
        known = bool(total) or not self._is_reading
        self.set_class(known and not total, "-empty-list")
        heading = self.query_one("#list-heading", SplitLine)
        heading.left = Content.styled(subject.name if subject else ALL_ARTICLES, "bold")
        heading.right = Content.styled(f"{total:,} · by title" if known else "", "$ink-quiet")

    def _preview(self) -> None:
        self._preview_waits = False
        key = self.query_one(ArticleList).key
        self.query_one(Preview).show(self._library.store.article(key) if key else None)

    def _find_rows(self, subject: Subject | None) -> None:
        self._searches += 1
        self._search_rows(self._searches, subject)

    @work(thread=True, exclusive=True, group="rows")
    def _search_rows(self, search: int, subject: Subject | None) -> None:
        self.post_message(RowsFound(search, subject, self._library.store.rows(_key_of(subject))))

    def _reload(self) -> None:
        self._reload_waits = False
        subjects = self._library.store.subjects()
        self._is_empty = not subjects
        self.query_one(SubjectList).show(subjects)
        self._head()

    @property
    def _is_reading(self) -> bool:
        """True until all files of the library have been looked at."""
        return self.progress is None or not self.progress.finished

    def _head(self) -> None:
        counts = self._library.store.counts()
        progress = self.progress
        reading = self._is_reading
        self.set_class(not counts.files and not reading, "-empty-library")
        if reading and not counts.articles:
            self.remove_class("-empty-list")
        place = self.query_one("#place", SplitLine)
        parts = [self._library_name]
        if counts.files or not reading:
            parts.append(count(counts.articles, "article", "articles"))
            parts.append(count(counts.subjects, "subject", "subjects"))
        if unlisted := counts.files - counts.articles:
            parts.append(f"{unlisted:,} unlisted")
        if counts.problems:
            parts.append(count(counts.problems, "problem", "problems"))
        place.left = Content.assemble(("Carrel", "bold $accent"), "  ", (" · ".join(parts), "$ink-quiet"))
        if progress and reading:
            words = f"reading {self._pace.words(progress, monotonic())}" if progress.total else "reading"
            part = progress.done / max(1, progress.total)
            place.right = Content.assemble((words, "$ink-quiet"), "  ", *meter(part))
        else:
            elsewhere = "another program is reading it" if progress and progress.elsewhere else ""
            place.right = Content.styled(elsewhere, "$ink-quiet")


def _key_of(subject: Subject | None) -> str | None:
    return subject.key if subject else None
