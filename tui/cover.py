"""Covers the screens while the terminal is too small for them."""

from typing import TYPE_CHECKING

from textual.geometry import Size

from tui.layout import SMALLEST

if TYPE_CHECKING:
    from textual.app import App

_NAME = "too-small"


class Cover:
    """A screen over all others of an app, while there is no room for them."""

    def __init__(self, app: "App[None]") -> None:
        self._app = app

    @property
    def lies(self) -> bool:
        """True while nothing else can be seen."""
        return self._app.screen.name == _NAME

    def fit(self, size: Size) -> None:
        """Cover the screens of a terminal of this size, or show them again."""
        small = size.width < SMALLEST.width or size.height < SMALLEST.height
        lies = self.lies
        if small and not lies:
            from tui.screens.too_small import TooSmallScreen  # noqa: PLC0415 - seldom needed

            self._app.push_screen(TooSmallScreen(name=_NAME))
        elif lies and not small:
            self._app.pop_screen()
