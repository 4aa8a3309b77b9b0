"""A screen that fills the terminal, so that nothing of what lies under it can be seen."""

from textual import events
from textual.screen import Screen


class WholeScreen(Screen[None]):
    """Comes back as it was left: its styles are worked out again only where they may have changed meanwhile.

    While another whole screen covers it, nothing of it is painted.
    """

    BLANK = True

    def __init__(self, classes: str) -> None:
        """`classes` are those for the size of the terminal."""
        super().__init__(classes=classes)
        self._left_with = self._styles_depend_on

    @property
    def is_open(self) -> bool:
        """True while it is among the screens that are open, be it covered."""
        return self in self.app.screen_stack

    @property
    def is_current(self) -> bool:
        """True while it can be seen, be it under a window that lies over it."""
        stack = self.app.screen_stack
        if self not in stack:
            return False
        above = stack[stack.index(self) + 1 :]
        return all(screen.styles.background.a < 1 for screen in above)

    def on_screen_suspend(self) -> None:
        """Remember what the styles were worked out for."""
        self._left_with = self._styles_depend_on

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles, if all is as it was: to work them out takes as long as to paint the screen."""
        event.refresh_styles = event.refresh_styles and self._left_with != self._styles_depend_on

    @property
    def _styles_depend_on(self) -> object:
        """What rules apply by beside the classes of a screen and its widgets, which tell of changes themselves."""
        return self.app.theme, self.app.pseudo_classes, len(self.app.stylesheet.source)
