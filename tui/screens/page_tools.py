"""What a reader does with a page: follow its links, copy from it, set its measure."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from loaders import Article, Library, Subject
from tui.history import SearchPlace
from tui.keys import key
from tui.messages import (
    CopyRequested,
    LinkRequested,
    MeasureChosen,
    PeekRequested,
    SearchRequested,
    WiderSearchRequested,
)
from tui.rendering.code_blocks import code_blocks
from tui.rendering.finding import Sought
from tui.rendering.page_links import Link
from tui.screens.links import choose_link
from tui.screens.page_screen import PageScreen
from tui.screens.peek import peek
from tui.state import MEASURES
from tui.widgets.article_view import ArticleView


class PageTools(PageScreen):
    """The tools of a screen with an ArticleView; a subclass says which article it shows, and goes to others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f", "follow_link", "go.link", "Links", "Follow a link of the text, chosen by a letter"),
        key("p", "peek", "go.peek", "Peek", "See how the article behind a link begins, without leaving"),
        key("y", "copy_answer", "go.copy-answer", "Copy answer", "Copy the answer as Markdown"),
        key("Y", "copy_link", "go.copy-link", "Copy link", "Copy the link of the article"),
        key("c", "copy_code", "go.copy-code", "Copy code", "Copy a block of code"),
        key("minus,less_than_sign", "measure(-1)", "show.shorter", "Shorter lines", "Make lines of text shorter"),
        key("plus,greater_than_sign", "measure(1)", "show.longer", "Longer lines", "Make lines of text longer"),
    ]

    def __init__(self, library: Library, classes: str) -> None:
        super().__init__(classes)
        self._library = library
        self._article: Article | None = None

    def visit(
        self,
        article_key: str,
        sought: Sought | None = None,
        *,
        search: SearchPlace | None = None,
        fragment: str = "",
    ) -> None:
        """Go on to another article, or to the heading that `fragment` names; the way back leads here."""
        raise NotImplementedError

    def on_peek_requested(self, message: PeekRequested) -> None:
        """Show how an article begins."""
        message.stop()
        peek(self.app, self._library.store, message.key, lambda: self.visit(message.key))

    def on_link_requested(self, message: LinkRequested) -> None:
        """Follow a link that was clicked."""
        message.stop()
        self._follow(message.link)

    def on_wider_search_requested(self, message: WiderSearchRequested) -> None:
        """Search in the subject for the words that were to be found here."""
        message.stop()
        if self._article:
            key = self._article.subject_key
            subject = Subject(key, self._library.store.subject_name(key), 0)
            self.post_message(SearchRequested(SearchPlace(message.words, subject)))

    def action_follow_link(self) -> None:
        """Follow a link of the text."""
        self._on_page(lambda: choose_link(self.query_one(ArticleView), self._follow))

    def action_peek(self) -> None:
        """Show what is behind a link of the text."""
        self._on_page(lambda: choose_link(self.query_one(ArticleView), self._peek_at, at_once=True))

    def action_measure(self, step: int) -> None:
        """Make lines shorter or longer, and keep that."""
        page = self.query_one(ArticleView)
        measure = page.step_measure(step)
        if measure:
            page.measure = measure
            self.post_message(MeasureChosen(measure))
        elif step < 0 or page.measure == MEASURES[-1]:
            self.notify(f"Lines have {MEASURES[0]} to {MEASURES[-1]} columns.", markup=False)
        else:
            self.notify("The terminal has no room for longer lines.", markup=False)

    def action_copy_code(self) -> None:
        """Copy a block of code; of several, the one that is chosen."""
        blocks = code_blocks(self._article.text) if self._article else []

        def copy(number: int | None) -> None:
            if number is not None:
                self._copy(blocks[number].code, "The code")

        if not blocks:
            self.notify("This article has no blocks of code.", markup=False)
        elif len(blocks) == 1:
            copy(0)
        else:
            from tui.screens.code_blocks import CodeBlocksScreen  # noqa: PLC0415 - likewise

            self.app.push_screen(CodeBlocksScreen(blocks, self.query_one(ArticleView).code_above), copy)

    def action_copy_answer(self) -> None:
        """Copy the answer as Markdown."""
        if self._article:
            self._copy(self._article.text, "The answer")

    def action_copy_link(self) -> None:
        """Copy the link, or what stands for it in this library."""
        if self._article:
            self._copy(self._article.url or self._article.key, "The link")

    def _copy(self, text: str, what: str) -> None:
        self.post_message(CopyRequested(text, what))

    def _follow(self, link: Link) -> None:
        """Go where a link leads; out of the library only after a word."""
        target = self._library.store.target(self._article, link.url) if self._article else None
        if target:
            self.visit(target.key, fragment=target.fragment)
        else:
            from tui.addresses import read_address  # noqa: PLC0415 - few texts have links that lead outside
            from tui.screens.address import AddressScreen  # noqa: PLC0415

            self.app.push_screen(AddressScreen(read_address(link.url, link.text), link.text))

    def _peek_at(self, link: Link) -> None:
        store = self._library.store
        target = store.target(self._article, link.url) if self._article else None
        if target:
            peek(
                self.app,
                store,
                target.key,
                lambda: self.visit(target.key, fragment=target.fragment),
                target.fragment,
            )
        else:
            self._follow(link)

    def _on_page(self, act: Callable[[], None]) -> None:
        """Do something with the page, which may have to come into sight first."""
        if self.has_class("-in-panel"):
            self.focus_page()
            self.call_after_refresh(act)
        else:
            act()
