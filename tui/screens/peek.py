"""How an article begins, in a window over what is being read."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from loaders import Article, ArticleStore
from tui.keys import key
from tui.numbers import count
from tui.screens.window import WindowScreen
from tui.widgets.first_words import FirstWords


class PeekScreen(WindowScreen[bool]):
    """Shows the question, the subject and the first sentences of an article; gives whether to open it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,l,right", "dismiss(True)", "go.open", "Open", "Open this article"),
        key("p", "dismiss", "go.peek", "Close", "Close this window"),
    ]

    def __init__(self, article: Article, subject: str, fragment: str) -> None:
        super().__init__()
        self._article = article
        self._subject = subject
        self._fragment = fragment

    def heading(self) -> Content:
        """Give the question, and where and how long its article is."""
        article = self._article
        about = f"{self._subject} · {count(article.minutes, 'minute', 'minutes')}"
        return Content.assemble((article.question or article.title, "bold"), "\n", (about, "$ink-quiet"))

    def body(self) -> Iterable[Widget]:
        """Give the first sentences."""
        yield FirstWords(self._article, self._fragment)

    def keys(self) -> Iterable[str]:
        """Give the keys."""
        return "Enter opens", "Esc stays"


def peek(
    app: App[object], store: ArticleStore, article_key: str, go: Callable[[], object], fragment: str = ""
) -> None:
    """Show how an article begins; `go` is called when the reader wants to open it."""
    article = store.article(article_key)
    if article is None:
        app.notify("This article is not in the library any more.", severity="warning", markup=False)
        return

    def follow(opens: bool | None) -> None:
        if opens:
            go()

    app.push_screen(PeekScreen(article, store.subject_name(article.subject_key), fragment), follow)
