"""A jump to an article by letters of its title, over any screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.keys import key
from tui.live_index import IndexMissing, LiveIndex
from tui.messages import ArticleRequested, IndexWanted, TitlesFound
from tui.newest import Newest
from tui.screens.passing import PassingScreen
from tui.widgets.notice import Notice
from tui.widgets.query_prompt import QueryPrompt
from tui.widgets.title_list import TitleList


class JumpScreen(PassingScreen[str | None]):
    """Lists titles while somebody types; gives the key of the chosen article, or None to those who stay."""

    CSS_PATH: ClassVar = ["overlay.tcss", "jump.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,ctrl+o", "stay", "go.close", "Stay", "Close this list and stay"),
    ]

    def __init__(self, index: LiveIndex, read: Sequence[str]) -> None:
        """`read` are the keys of the articles that were read, the last one first."""
        super().__init__()
        self._index = index
        self._read = read
        self._newest: Newest[str] = Newest()
        self._shown: str | None = None
        self._opens_when_found = False

    def compose(self) -> ComposeResult:
        """Lay out the prompt over the titles."""
        with Vertical(id="overlay"):
            with Horizontal(id="ask"):
                yield Static(Content("›"), id="ask-sign")
                yield QueryPrompt("Jump to a title", id="letters")
            yield TitleList()
            yield Notice(id="without-titles")
            yield Static(id="overlay-foot")

    def on_mount(self) -> None:
        """Begin with what was read last."""
        self.set_focus(self.query_one(QueryPrompt))
        self._ask()

    def follow_index(self) -> None:
        """Look again in an index that has come further."""
        if self.is_mounted:
            self._ask()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Look for the letters typed."""
        message.stop()
        self._opens_when_found = False
        self._ask()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go to the highlighted title, as soon as those for the letters typed are found."""
        message.stop()
        if self._shown == message.value:
            self.query_one(TitleList).action_open()
        else:
            self._opens_when_found = True

    def on_article_requested(self, message: ArticleRequested) -> None:
        """Give the chosen article."""
        message.stop()
        self.dismiss(message.key)

    def on_titles_found(self, message: TitlesFound) -> None:
        """Show the titles, and go on with the letters that came meanwhile."""
        message.stop()
        if following := self._newest.answered():
            self._find(*following)
        if message.articles is None:
            self.post_message(IndexWanted())
        titles = self.query_one(TitleList)
        here = titles.article if message.text == self._shown else None
        titles.show(message.articles or (), message.text, here.key if here else None)
        self._shown = message.text
        self._foot(message)
        if self._opens_when_found and self._shown == self.query_one(QueryPrompt).value:
            titles.action_open()

    def action_move(self, step: int) -> None:
        """Move the highlight."""
        self.query_one(TitleList).move_by(step)

    def action_page(self, pages: int) -> None:
        """Move the highlight by a page."""
        titles = self.query_one(TitleList)
        titles.move_by(pages * max(1, titles.size.height - 1))

    def action_stay(self) -> None:
        """Give none."""
        self.dismiss(None)

    def _ask(self) -> None:
        if begin := self._newest.ask(self.query_one(QueryPrompt).value):
            self._find(*begin)

    @work(thread=True, group="titles")
    def _find(self, number: int, text: str) -> None:
        try:
            articles = self._index.titles(text, self._read)
        except IndexMissing:
            articles = None
        self.post_message(TitlesFound(number, text, articles))

    def _foot(self, found: TitlesFound) -> None:
        progress = self._index.progress
        self.set_class(not found.articles, "-without-titles")
        if found.articles:
            words = "Enter opens · Esc stays" if found.text.strip() else "Read last · Enter opens · Esc stays"
        else:
            words = "Esc stays"
            if not progress.finished:
                notice = f"indexing {progress.done:,} of {progress.total:,}"
            elif found.text.strip():
                notice = "No title has these letters"
            else:
                notice = "Letters of its words, in any order"
            self.query_one(Notice).update(Content(notice))
        self.query_one("#overlay-foot", Static).update(Content(words))
