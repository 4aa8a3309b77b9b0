"""Links of a page, chosen by a key and followed into the library or out of it."""

from collections.abc import Callable, Sequence

from tui.rendering.page_links import Link
from tui.screens.hints import HintScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.linked_page import LinkedPage

_ABOVE = 3
"""The lines that stay in sight above a link that is looked for."""


def choose_link(page: ArticleView, go: Callable[[Link], object], *, at_once: bool = False) -> None:
    """Let the reader choose a link in sight and `go` there; without any in sight, one of the nearest.

    `at_once` asks nothing when there is only one. Choosing none leaves the page where it was.
    """
    before = page.position
    chosen = links_in_sight(page) or _nearest(page)
    if not chosen:
        page.notify("The text of this article has no links.", markup=False)
        return
    if at_once and len(chosen) == 1:
        go(chosen[0])
        return

    def follow(number: int | None) -> None:
        if number is None:
            page.return_to(before)
        else:
            go(chosen[number])

    places = [place for link in chosen if (place := page.place_of(link))]
    page.app.push_screen(HintScreen(places), follow)


def links_in_sight(page: LinkedPage) -> list[Link]:
    """Give the links of which a part is on the screen."""
    return [link for link in page.links if page.place_of(link)]


def _nearest(page: LinkedPage) -> Sequence[Link]:
    """Bring the next links into sight; where none follow, the ones before."""
    lines = [link.parts[0].line for link in page.links]
    if not lines:
        return []
    following = [line for line in lines if line >= page.scroll_offset.y]
    line = following[0] if following else lines[-1]
    page.scroll_to(0, max(0, line - _ABOVE), animate=False, force=True)
    return links_in_sight(page)
