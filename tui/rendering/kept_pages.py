"""The pages that were shown last, and those that may be next, so that nobody waits for a page twice."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

from loaders.article import Article
from tui.rendering.page import Page, render_page
from tui.rendering.styles import PageStyles

PAGES = 8
LINES = 1_500
"""The most lines that are kept, about 400 bytes each; a longer page is kept alone."""
LINES_AHEAD = 20_000
"""The most lines that are kept of pages laid out ahead: who goes on to a longer one waits for a moment."""
LETTERS_AHEAD = 200_000
"""A longer text is not laid out ahead: it would keep the processor from the reader who has moved on meanwhile."""


class _Asked(NamedTuple):
    """All that a page depends on but the article itself."""

    key: str
    width: int
    styles: PageStyles
    subject: str
    also_in: tuple[str, ...]
    formulas_as_source: bool


class Wanted(NamedTuple):
    """An article with all that its page depends on."""

    article: Article
    width: int
    styles: PageStyles
    subject: str
    also_in: tuple[str, ...] = ()
    formulas_as_source: bool = False

    def lay_out(self) -> Page:
        """Make the page."""
        return render_page(
            self.article,
            self.width,
            self.styles,
            subject=self.subject,
            also_in=self.also_in,
            formulas_as_source=self.formulas_as_source,
        )

    @property
    def asked(self) -> _Asked:
        """What tells this page from others of any article."""
        return _Asked(self.article.key, *self[1:])


class KeptPages:
    """Lays out articles and remembers the last pages, each for its width and its styles."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Asked, tuple[Article, Page]] = OrderedDict()
        self._ahead: dict[_Asked, tuple[Article, Page]] = {}

    def page(self, wanted: Wanted) -> Page:
        """Give the page of an article as `render_page` does; an article that has changed is laid out anew."""
        asked = wanted.asked
        known = self._kept.pop(asked, None)
        ahead = self._ahead.pop(asked, None)
        if known is None or known[0] != wanted.article:
            known = ahead
        if known is None or known[0] != wanted.article:
            known = (wanted.article, wanted.lay_out())
        self._kept[asked] = known
        self._forget()
        return known[1]

    def to_lay_out(self, pages: Iterable[Wanted]) -> list[Wanted]:
        """Give those pages that are worth to be laid out ahead."""
        return [page for page in pages if not self._has(page) and len(page.article.text) <= LETTERS_AHEAD]

    def keep_ahead(self, pages: Iterable[tuple[Wanted, Page]]) -> None:
        """Keep pages that may be shown next, instead of those that were kept ahead before."""
        self._ahead.clear()
        room = LINES_AHEAD
        for wanted, page in pages:
            if len(page.lines) <= room:
                room -= len(page.lines)
                self._ahead[wanted.asked] = (wanted.article, page)

    def _has(self, wanted: Wanted) -> bool:
        known = self._kept.get(wanted.asked)
        return known is not None and known[0] == wanted.article

    def _forget(self) -> None:
        lines = sum([len(page.lines) for _, page in self._kept.values()])
        while len(self._kept) > 1 and (len(self._kept) > PAGES or lines > LINES):
            _, (_, page) = self._kept.popitem(last=False)
            lines -= len(page.lines)
