"""A part of a screen that only holds others."""

from textual.containers import Container


class Pane(Container):
    """Lays out what is in it, and has neither border nor padding: all its own lines are one and the same blank."""

    BLANK = True
