"""A screen with a page in which a reader finds words and headings."""

import asyncio
from typing import TYPE_CHECKING

from textual.binding import Binding

from tui.keys import key
from tui.screens.selecting import SelectingScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.finding_view import Tally

if TYPE_CHECKING:
    from tui.widgets.find_line import FindLine

PAGE_KEYS: list[Binding] = [
    key("slash", "find", "go.find", "Find", "Find words in the article", show="/"),
    key("n", "step_match(1)", "find.next", "Next", "Go to the next match", show="n"),
    key("N", "step_match(-1)", "find.previous", "Previous", "Go to the match before", show="N"),
    key("escape", "clear_find", "find.clear", "Clear", "Clear the marks of what was found", show="Esc"),
    key("t", "show_outline", "show.outline", "Outline", "Show the headings of the article", show="t"),
]
"""The keys of such a screen; those of its own for `escape` come behind them, and wait until nothing is marked."""


class PageScreen(SelectingScreen):
    """Lets a prompt find words in its page, and an outline go to headings."""

    def __init__(self, classes: str) -> None:
        super().__init__(classes)
        self._find_line: FindLine | None = None
        self._mounting = asyncio.Lock()

    def follow_page(self) -> None:
        """Show from now on what is found in the page."""
        self.watch(self.query_one(ArticleView), "tally", self._follow_find, init=False)

    def focus_page(self) -> None:
        """Let the page have the keys, and the room for it."""
        self.set_focus(self.query_one(ArticleView))

    async def action_find(self) -> None:
        """Let the reader type words to be found."""
        self.focus_page()
        (await self._with_find_line()).open()

    def action_step_match(self, step: int) -> None:
        """Go to the next match, or to the one before."""
        self.focus_page()
        self.query_one(ArticleView).step_match(step)

    def action_clear_find(self) -> None:
        """Clear the marks of what was found."""
        self.query_one(ArticleView).seek(None)

    def action_show_outline(self) -> None:
        """Show the headings, and go to the one that is chosen."""
        page = self.query_one(ArticleView)
        if page.headings:
            from tui.screens.outline import OutlineScreen  # noqa: PLC0415 - seldom needed

            self.app.push_screen(OutlineScreen(page.headings, page.current_heading), self._go_to_heading)
        else:
            self.notify("This article has no headings.", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer steps between matches, and to clear them, only where something is sought."""
        if action not in ("step_match", "clear_find"):
            return True
        if any(page.sought for page in self.query(ArticleView)):
            return True
        return None if action == "step_match" else False

    def _go_to_heading(self, number: int | None) -> None:
        if number is not None:
            self.focus_page()
            self.query_one(ArticleView).go_to_heading(number)

    def _follow_find(self, before: Tally | None, tally: Tally | None) -> None:
        if (before is None) == (tally is None):
            return
        if tally is not None:
            self.run_worker(self._with_find_line())
        self.refresh_bindings()

    async def _with_find_line(self) -> "FindLine":
        """Give the prompt, which is made when it is first needed."""
        async with self._mounting:
            if self._find_line is None:
                from tui.widgets.find_line import FindLine  # noqa: PLC0415 - few articles are searched

                self._find_line = FindLine(self.query_one(ArticleView))
                await self.mount(self._find_line)
        return self._find_line
