"""A line in which words are typed, or pasted from wherever they stood."""

from textual import events
from textual.widgets import Input


class OneLine(Input):
    """Takes all lines of what is pasted, as one."""

    def on_paste(self, event: events.Paste) -> None:
        """Put the lines one after another, before they are taken."""
        event.text = " ".join(event.text.split())
