"""What the readers of commands, environments, text and chemistry may ask of the parser."""

from abc import ABC, abstractmethod
from typing import NamedTuple

from tui.rendering.tex.cursor import Cursor
from tui.rendering.tex.tree import Row


class Cells(NamedTuple):
    """Rows of cells as they were read; they need not be of one length."""

    rows: list[list[Row]]
    rules: frozenset[int]
    """The rows above which a line was asked for."""


class Reader(ABC):
    """Reads parts of a formula from its cursor on."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor

    @abstractmethod
    def row(self, until: str = "") -> Row:
        """Read parts up to the end of a group, a cell or a formula, or up to a token; that stays."""

    @abstractmethod
    def argument(self) -> Row:
        """Read what a command takes: a group, a command or a single character."""

    @abstractmethod
    def group(self) -> Row:
        """Read a group in braces."""

    @abstractmethod
    def cells(self) -> Cells:
        """Read rows of cells up to the end of a group, an environment or a formula."""
