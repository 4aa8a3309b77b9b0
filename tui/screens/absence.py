"""What a screen says of an article that has left the library."""

from textual.screen import Screen


class Absence:
    """Says that the article on the page is gone, once until it is there again or another one shows."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._told = False

    def tell_once(self) -> None:
        """Say that the page shows what is there no more."""
        if not self._told:
            self._say(" The page shows it as it was last.")
            self._told = True

    def tell(self, *, on_page: bool) -> None:
        """Say that an article cannot be shown; `on_page` that it is the one that still shows."""
        self._say()
        self._told |= on_page

    def end(self) -> None:
        """Begin anew: the article is there."""
        self._told = False

    def _say(self, more: str = "") -> None:
        words = f"This article is not in the library any more.{more}"
        self._screen.notify(words, severity="warning", markup=False)
