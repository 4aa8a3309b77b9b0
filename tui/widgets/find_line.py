"""The prompt in which words to be found are typed, and what has become of them."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.keys import key
from tui.messages import WiderSearchRequested
from tui.rendering.finding import Sought, literal
from tui.widgets.article_view import ArticleView
from tui.widgets.finding_view import Tally
from tui.widgets.key_bar import KeyBar
from tui.widgets.one_line import OneLine
from tui.widgets.split_line import SplitLine


class FindPrompt(OneLine):
    """Takes the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "keep", "find.keep", "Keep marks", "Keep the marks and read on", show="Enter"),
        key("escape", "cancel", "find.cancel", "Go back", "Go back to where you were", show="Esc"),
        key("tab", "widen", "find.widen", "Subject", "Search in the subject, then in all articles", show="Tab"),
    ]

    async def on_key(self, event: events.Key) -> None:
        """Take keys in the order in which they were pressed, however fast.

        The widget that has the focus takes letters at once, while other keys rise to the program first: the `n` of
        `Enter n` would become a letter of the prompt.
        """
        if self.screen.focused is not self:
            event.prevent_default()
        elif not event.is_printable:
            active = self.screen.active_bindings.get(event.key)
            if active is not None and (active.binding.id or "").startswith("find."):
                event.stop()
                await self.run_action(active.binding.action)

    def action_keep(self) -> None:
        """End typing, and keep the marks."""
        self.query_ancestor(FindLine).keep()

    def action_cancel(self) -> None:
        """End typing, and go back to where the reader was."""
        self.query_ancestor(FindLine).cancel()

    def action_widen(self) -> None:
        """Go back, and search for the words beyond the article."""
        words = self.value
        self.query_ancestor(FindLine).cancel()
        self.post_message(WiderSearchRequested(words))


class FindLine(Horizontal):
    """Finds in a page as words are typed, and shows how many matches there are as long as any words are sought.

    It lies over the key bar, so that nothing moves when it comes and goes.
    """

    DEFAULT_CSS = """
    FindLine { dock: bottom; height: 1; }
    FindLine #find-sign { width: 2; }
    FindLine FindPrompt { width: 1fr; }
    FindLine SplitLine { width: 30; max-width: 67%; }
    FindLine KeyBar { dock: none; width: 34; }
    """

    def __init__(self, page: ArticleView) -> None:
        super().__init__()
        self._page = page
        self._prompt = FindPrompt(compact=True, select_on_focus=False, id="find-prompt")
        self._is_typing = False
        self._origin = 0
        self._sought_before: Sought | None = None
        self._match_before: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out the prompt, the count and the keys."""
        yield Static("/", id="find-sign")
        yield self._prompt
        yield SplitLine(id="find-count")
        yield KeyBar(group="find")

    def on_mount(self) -> None:
        """Follow what is typed, and what is found."""
        self.watch(self._prompt, "value", self._typed, init=False)
        self.watch(self._page, "tally", self._show_tally)

    def open(self) -> None:
        """Let the reader type, over the words that are sought already."""
        self._begin()
        self.screen.set_focus(self._prompt)

    def keep(self) -> None:
        """End typing; the marks stay."""
        self._end()
        self.screen.set_focus(self._page)

    def cancel(self) -> None:
        """End typing and go back to where the reader was, with what was sought there."""
        self._page.seek(self._sought_before, self._match_before)
        self._page.return_to(self._origin)
        self._end()
        self.screen.set_focus(self._page)

    def on_descendant_focus(self) -> None:
        """Let the reader type after a click into the prompt."""
        self._begin()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """End typing when another part of the screen has taken the focus; another window changes nothing."""
        if self._is_typing and self.screen.focused not in (None, self._prompt):
            self._end()

    def _begin(self) -> None:
        if not self._is_typing:
            self._is_typing = True
            self._origin = self._page.position
            self._sought_before = self._page.sought
            self._match_before = self._page.current_match
            self._prompt.action_select_all()
            self.display = True

    def _end(self) -> None:
        self._is_typing = False
        self._prompt.cursor_position = 0  # what was sought is known by how it begins
        self._show_tally(self._page.tally)

    def _typed(self, words: str) -> None:
        if not self._is_typing:
            return
        if words:
            self._page.seek_at(literal(words), self._origin)
        else:
            self._page.seek(None)
            self._page.return_to(self._origin)

    def _show_tally(self, tally: Tally | None) -> None:
        self.display = self._is_typing or tally is not None
        if not self._is_typing:
            self._prompt.value = self._page.sought.words if self._page.sought else ""
        count = self.query_one("#find-count", SplitLine)
        count.right = Content() if tally is None else _count(tally)


def _count(tally: Tally) -> Content:
    if not tally.total:
        return Content.styled("not in this article", "$ink-quiet")
    if tally.current is None:
        return Content.assemble(f"{tally.total:,}", (" found", "$ink-quiet"))
    note = f"{tally.note}  " if tally.note else ""
    return Content.assemble((note, "$ink-quiet"), f"{tally.current:,}", (f"/{tally.total:,}", "$ink-quiet"))
