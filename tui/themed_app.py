"""An app in Carrel's themes from its first styles on."""

from collections.abc import Mapping

from textual.reactive import Initialize, Reactive
from textual.theme import Theme

from tui.copying_app import CopyingApp
from tui.themes import DEFAULT_THEME, THEMES, themes_for, variables_of


def _theme_at_start(app: "ThemedApp") -> str:
    return app.theme_at_start


class ThemedApp(CopyingApp):
    """Offers Carrel's themes beside Textual's, and begins with the one that the reader chose last."""

    theme: Reactive[str] = Reactive(Initialize(_theme_at_start))
    """The theme's name: at the start the reader's choice, so that styles are worked out once."""

    def __init__(self, chosen: str, desktop: Mapping[str, str] | None) -> None:
        """`chosen` names a theme; ours is taken where that is not known any more.

        `desktop` is the environment of a terminal, which tells of its colours; without one it has all.
        """
        self._chosen = chosen
        self._own = themes_for(desktop)
        super().__init__(desktop)
        for theme in self._own.values():
            self.register_theme(theme)

    @property
    def theme_at_start(self) -> str:
        """The theme that the reader chose last, as far as it is known."""
        return self._chosen if self.get_theme(self._chosen) else DEFAULT_THEME

    def get_theme(self, theme_name: str) -> Theme | None:
        """Know our own themes from the first moment on: styles are worked out before they can be registered."""
        return self._own.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the variables of our own themes to all others."""
        return {} if self.current_theme.name in THEMES else variables_of(self.current_theme)
