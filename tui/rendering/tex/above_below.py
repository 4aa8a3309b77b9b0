"""What stands above and below something: words, braces, arrows with words, lines under each other."""

from tui.rendering.tex.environments import as_lines
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.symbols import ARROWS
from tui.rendering.tex.tree import Arrow, Node, Row, Scripts


def optional(reader: Reader) -> Row:
    """Read what stands in square brackets here, if anything does."""
    if reader.cursor.sign != "[":
        return Row()
    reader.cursor.take()
    row = reader.row(until="]")
    reader.cursor.expect("]")
    return row


def arrow(reader: Reader, command: str) -> Node:
    """Read a long arrow with the words above and below it."""
    below = optional(reader)
    return Arrow(ARROWS[command], reader.argument(), below)


def over(reader: Reader, _: str) -> Node:
    """Read what is put above something."""
    above = reader.argument()
    return Scripts(single(reader.argument()), None, above, limits=True)


def under(reader: Reader, _: str) -> Node:
    """Read what is put below something."""
    below = reader.argument()
    return Scripts(single(reader.argument()), below, None, limits=True)


def brace(reader: Reader, command: str) -> Node:
    """Read what a brace holds together; its words follow as a script."""
    row = reader.argument()
    sign = "^" if command == "\\overbrace" else "_"
    reader.cursor.skip_blanks()
    if reader.cursor.sign != sign:
        return row
    reader.cursor.take()
    words = reader.argument()
    return Scripts(row, None, words, limits=True) if sign == "^" else Scripts(row, words, limits=True)


def single(row: Row) -> Node:
    """Give the only part of a row, else the row."""
    return row.items[0] if len(row.items) == 1 else row


def stack_of_lines(reader: Reader, _: str) -> Node:
    """Read lines under each other, as limits may be."""
    reader.cursor.skip_blanks()
    reader.cursor.expect("{")
    lines = as_lines(reader.cells(), "c")
    reader.cursor.expect("}")
    return lines
