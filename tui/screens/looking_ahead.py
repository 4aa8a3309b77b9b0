"""What a screen makes ready while the reader stays with an article: the pages that they may turn to next."""

from collections.abc import Callable, Sequence

from loaders import Article, Library
from tui.screens.page_tools import PageTools
from tui.widgets.article_view import ArticleView, Reading
from tui.widgets.rest import Rest


class LookingAhead(PageTools):
    """Lays out the next articles of the list as soon as the reader rests with one."""

    def __init__(self, library: Library, beside: Callable[[str], Sequence[str]], classes: str) -> None:
        """`beside` gives the keys next to an article in the list from which it was chosen."""
        super().__init__(library, classes)
        self._beside = beside
        self._rest = Rest(self, self._at_rest)

    def on_page_shown(self) -> None:
        """Begin to wait."""
        self._rest.begin()

    def on_screen_suspend(self) -> None:
        """Stop: the reader has left."""
        for page in self.query(ArticleView):  # none before the first layout
            page.stay_behind()

    def reading(self, article: Article) -> Reading:
        """Give an article with what the library says of it."""
        store = self._library.store
        copies = store.copies(article.key)
        return Reading(article, store.subject_name(article.subject_key), [copy.subject for copy in copies])

    def expect(self, article: Article) -> None:
        """Lay out an article that may be opened next."""
        for page in self.query(ArticleView):  # none before the first layout
            page.lay_out_ahead([self.reading(article)])

    def beside(self, article_key: str) -> Sequence[str]:
        """Give the keys to which a step leads from an article, the next one first."""
        return self._beside(article_key)

    def at_rest(self, article: Article) -> None:
        """Do what takes time only now."""
        found = map(self._library.store.article, self.beside(article.key))
        self.query_one(ArticleView).lay_out_ahead([self.reading(other) for other in found if other])

    def _at_rest(self) -> None:
        if self.is_open and self._article:  # else the reader has left the article before resting with it
            self.at_rest(self._article)
