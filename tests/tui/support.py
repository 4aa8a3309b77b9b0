"""Runs the program for a test and reads its screens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import WorkerCancelled

from loaders import Library, Progress
from tui.app import CarrelApp
from tui.messages import LibraryProgressed
from tui.places import sample_library
from tui.state import StateFile
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.hit_list import HitList
from tui.widgets.preview import Preview
from tui.widgets.query_prompt import QueryPrompt
from tui.widgets.related_panel import RelatedPanel
from tui.widgets.row_list import RowList
from tui.widgets.search_notice import SearchNotice
from tui.widgets.split_line import SplitLine
from tui.widgets.subject_list import SubjectList

SIZES = [(80, 24), (120, 40), (200, 50)]


_KEYS = {" ": "space", "?": "question_mark", '"': "quotation_mark", ":": "colon", "-": "minus"}


class Desk:
    """A running program, as its reader sees it."""

    def __init__(self, app: CarrelApp, pilot: Pilot[None], library: Library | None = None) -> None:
        self.app = app
        self.pilot = pilot
        self._library = library

    async def press(self, *keys: str) -> None:
        """Press keys, and let the program follow each of them."""
        for name in keys:
            await self.pilot.press(name)
            await self.settle()

    async def search(self, text: str) -> None:
        """Open the search and type a text."""
        await self.press("slash")
        await self.type_in(text)

    async def type_in(self, text: str) -> None:
        """Type a text in one go, and let the program follow it."""
        await self.pilot.press(*(_KEYS.get(character, character) for character in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait for all workers and for what the screen makes of them, which may be work for another one."""
        quiet = 0
        while quiet < 2 and self.app.is_running:  # one that has failed never comes to rest
            with suppress(WorkerCancelled):  # a newer one has taken its place, and is waited for next
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            quiet = 0 if any(worker.is_running for worker in self.app.workers) else quiet + 1

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def open_article(self, subject: str, title: str) -> None:
        """Open an article from the list of its subject."""
        await self.highlight(self.subjects, subject)
        await self.press("enter")
        await self.highlight(self.articles, title[:30])
        await self.press("enter")

    async def highlight(self, rows: RowList, beginning: str) -> None:
        """Put the highlight of a list on the first row that begins with these words, as a click would."""
        rows.move_to_top()
        await self.settle()
        shown = lines_of(rows)
        while not any(text[2:].startswith(beginning) for text in shown):
            await self.press("space")
            shown = lines_of(rows)
        line = next(number for number, text in enumerate(shown) if text[2:].startswith(beginning))
        rows.highlighted = rows.scroll_offset.y + line
        await self.settle()

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Tell whether a screen of this kind is on top."""
        return isinstance(self.app.screen, kind)

    @property
    def library(self) -> Library:
        """The library that is open."""
        assert self._library is not None
        return self._library

    @property
    def subjects(self) -> SubjectList:
        return self.app.screen.query_one(SubjectList)

    @property
    def articles(self) -> ArticleList:
        return self.app.screen.query_one(ArticleList)

    @property
    def prompt(self) -> QueryPrompt:
        return self.app.screen.query_one(QueryPrompt)

    @property
    def hits(self) -> HitList:
        return self.app.screen.query_one(HitList)

    @property
    def preview(self) -> Preview:
        return self.app.screen.query_one(Preview)

    @property
    def page(self) -> ArticleView:
        return self.app.screen.query_one(ArticleView)

    @property
    def panel(self) -> RelatedPanel:
        return self.app.screen.query_one(RelatedPanel)

    @property
    def place(self) -> str:
        """The line at the top of the screen."""
        line = self.app.screen.query_one("#place", SplitLine)
        return f"{line.left.plain}  {line.right.plain}"

    @property
    def first_hit(self) -> str:
        """The first line of the first hit."""
        return lines_of(self.hits)[0][2:]

    @property
    def note(self) -> str:
        """What a search offers beside its hits."""
        return self.app.screen.query_one("#note", SplitLine).left.plain

    @property
    def notice(self) -> str:
        """What a search says where it shows no hits."""
        return str(self.app.screen.query_one(SearchNotice).render())

    async def follow(self, progress: Progress | None = None) -> None:
        """Let the library look at its files again, and the program hear how far it has come: to the end."""
        self.library.load()
        self.app.post_message(LibraryProgressed(self.library, progress or Progress(1, 1)))
        await self.settle()

    @property
    def toasts(self) -> str:
        """What the program has said in passing."""
        return "\n".join(str(toast.render()) for toast in self.app.screen.query("Toast").results(Static))


@asynccontextmanager
async def open_desk(
    library: Path | None = None,
    size: tuple[int, int] = (120, 40),
    state: Path | None = None,
    cache: Path | None = None,
) -> AsyncIterator[Desk]:
    """Run the program on a library, by default the sample, until its import is done."""
    opened = Library.open(library or sample_library(), cache)
    app = CarrelApp(opened, StateFile(state), watches=False)
    async with app.run_test(size=size, notifications=True) as pilot:
        desk = Desk(app, pilot, opened)
        await desk.settle()
        yield desk


def lines_of(view: Widget) -> list[str]:
    """Read the lines that a view shows, without the blanks at their ends."""
    height = view.content_size.height if view.content_size != Size(0, 0) else 0
    return [view.render_line(y).text.rstrip() for y in range(height)]


def text_of(view: Widget) -> str:
    """Read what a view shows, as one text."""
    return "\n".join(lines_of(view))
