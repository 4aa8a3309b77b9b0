"""What an app says in passing, and says once."""

from textual.app import App
from textual.notifications import Notify


class SayingApp(App[None]):
    """Shows what it is told to say, unless the very same still shows: a key that is held down says it once."""

    def on_notify(self, event: Notify) -> None:
        """Drop words that show already."""
        said = event.notification
        if any(
            (showing.message, showing.title, showing.severity) == (said.message, said.title, said.severity)
            for showing in self._notifications
        ):
            event.prevent_default()
