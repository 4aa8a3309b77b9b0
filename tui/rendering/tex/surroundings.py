"""Commands about the page around a formula: colours, boxes, gaps, links, references."""

from collections.abc import Callable

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.text import text
from tui.rendering.tex.tree import Accent, Atom, Fence, Node, Role, Row, Space

_STROKE = "\u0338"
_DOLLAR = Atom("$")
_UNDERLINE = "\u0332"
_BLANK_LINE = Atom("____")
"""A line to write on."""


def without(words: int, *, shows_text: bool = False) -> Callable[[Reader, str], Node]:
    """Read what shows behind a number of words that do not: colours, addresses, lengths."""

    def read(reader: Reader, _: str) -> Node:
        for _word in range(words):
            reader.cursor.nested()
        reader.cursor.skip_option()
        return text(reader) if shows_text else _without_dollars(reader.argument())

    return read


def dropped(reader: Reader, _: str) -> None:
    """Read a word that shows nothing."""
    reader.cursor.word()


def blank(reader: Reader, _: str) -> Node:
    """Read a gap whose width is in braces."""
    reader.cursor.word()
    return Space()


def unseen(reader: Reader, _: str) -> Node:
    """Read what takes room and does not show."""
    reader.argument()
    return Space()


def gap(reader: Reader, command: str) -> Node | None:
    r"""Read a gap whose width stands without braces: `\kern-3pt`."""
    cursor = reader.cursor
    cursor.skip_blanks()
    is_negative = cursor.sign == "-"
    while cursor.sign and (cursor.sign.isdecimal() or cursor.sign in "+-. "):
        cursor.take()
    unit = cursor.take() + cursor.take()
    if not unit.isalpha():
        raise TexError(command)
    return None if is_negative or command == "\\raise" else Space()


def rule(reader: Reader, _: str) -> Node | None:
    """Read a bar; one without a width only takes room."""
    width = reader.cursor.word()
    reader.cursor.word()
    return None if width.startswith("0") else _BLANK_LINE


def underlined(reader: Reader, _: str) -> Node:
    """Read what is underlined; where nothing is, there is room for an answer."""
    row = reader.argument()
    is_empty = bool(row.items) and all(isinstance(item, Space) for item in row.items)
    return _BLANK_LINE if is_empty else Accent(_UNDERLINE, row)


def enclosed(reader: Reader, _: str) -> Node:
    """Read what has a frame, which does not show, or is struck out."""
    notation = reader.cursor.word()
    reader.cursor.skip_option()
    row = reader.argument()
    return Accent(_STROKE, row) if "strike" in notation else row


def reference(reader: Reader, command: str) -> Node:
    """Read the name of an equation that is referred to."""
    name = Atom(reader.cursor.word(), Role.WORD)
    return Fence("(", Row((name,)), ")") if command == "\\eqref" else name


def _without_dollars(row: Row) -> Row:
    """Drop the signs of a formula within a box, whose own mode is text."""
    is_formula = len(row.items) > 1 and row.items[0] == _DOLLAR == row.items[-1]
    return Row(row.items[1:-1]) if is_formula else row
