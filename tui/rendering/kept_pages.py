"""The pages that were shown last are kept, so that nothing is laid out anew on the way back to them."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from loaders.article import Article
from tui.rendering.page import Page, render_page
from tui.rendering.styles import PageStyles

PAGES = 8
LINES = 1_500
"""The most lines that are kept, about 400 bytes each; a longer page is kept alone."""


class _Asked(NamedTuple):
    """All that a page depends on but the article itself."""

    key: str
    width: int
    styles: PageStyles
    subject: str
    also_in: tuple[str, ...]
    formulas_as_source: bool


class KeptPages:
    """Lays out articles and remembers the last pages, each for its width and its styles."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Asked, tuple[Article, Page]] = OrderedDict()

    def page(
        self,
        article: Article,
        width: int,
        styles: PageStyles,
        *,
        subject: str,
        also_in: Sequence[str] = (),
        formulas_as_source: bool = False,
    ) -> Page:
        """Give the page of an article as `render_page` does; an article that has changed is laid out anew."""
        asked = _Asked(article.key, width, styles, subject, tuple(also_in), formulas_as_source)
        known = self._kept.pop(asked, None)
        if known is None or known[0] != article:
            page = render_page(
                article,
                width,
                styles,
                subject=subject,
                also_in=also_in,
                formulas_as_source=formulas_as_source,
            )
            known = (article, page)
        self._kept[asked] = known
        self._forget()
        return known[1]

    def _forget(self) -> None:
        lines = sum([len(page.lines) for _, page in self._kept.values()])
        while len(self._kept) > 1 and (len(self._kept) > PAGES or lines > LINES):
            _, (_, page) = self._kept.popitem(last=False)
            lines -= len(page.lines)
