"""What stands above and below something: words, braces, arrows with words, lines under each other."""

from collections.abc import Callable

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.environments import as_lines
from tui.rendering.tex.meant import as_name
from tui.rendering.tex.reader import Cells, Reader
from tui.rendering.tex.scripts import subscript, superscript
from tui.rendering.tex.symbols import ARROWS, CHARACTERS, SYMBOLS
from tui.rendering.tex.tree import Arrow, Atom, Binomial, Brace, Fence, Fraction, Node, Role, Row, Scripts, Space

_DELIMITERS = {".": "", "<": "⟨", ">": "⟩"}
_NO_BAR = "0"
"""How the thickness of a bar begins that does not show: `0pt`."""


def fraction(top: Row, bottom: Row) -> Node:
    """Put one row over another."""
    return Fraction(top, bottom)


def binomial(top: Row, bottom: Row) -> Node:
    """Make a binomial coefficient."""
    return Binomial(top, bottom)


def atop(top: Row, bottom: Row) -> Node:
    """Put one row over another without a bar."""
    return as_lines(Cells([[top], [bottom]], frozenset()), "c")


def atop_between(left: str, right: str) -> Callable[[Row, Row], Node]:
    """Put one row over another in brackets."""
    return lambda top, bottom: Fence(left, Row((atop(top, bottom),)), right)


def general_fraction(reader: Reader, _: str) -> Node:
    """Read brackets, the thickness of the bar, a style that changes nothing here, and both rows."""
    left, right = _bracket(reader), _bracket(reader)
    has_bar = not reader.cursor.word().startswith(_NO_BAR)
    reader.cursor.word() if reader.cursor.sign == "{" else reader.argument()
    top, bottom = reader.argument(), reader.argument()
    if (left, right) == ("(", ")") and not has_bar:
        return Binomial(top, bottom)
    inner = Fraction(top, bottom) if has_bar else atop(top, bottom)
    return Fence(left, Row((inner,)), right) if left or right else inner


def _bracket(reader: Reader) -> str:
    cursor = reader.cursor
    cursor.skip_blanks()
    if cursor.sign != "{":
        return delimiter(reader)
    cursor.take()
    cursor.skip_blanks()
    sign = "" if cursor.sign == "}" else delimiter(reader)
    cursor.skip_blanks()
    cursor.expect("}")
    return sign


def delimiter(reader: Reader) -> str:
    """Read a bracket or a bar; a point is none."""
    reader.cursor.skip_blanks()
    sign = reader.cursor.take()
    if sign in _DELIMITERS:
        return _DELIMITERS[sign]
    known = SYMBOLS.get(sign) or CHARACTERS.get(sign)
    if known is None and sign != "/":
        raise TexError(f"bracket {sign}")
    return known.text if known else sign


def corners(reader: Reader, _: str) -> Node:
    """Read the scripts at both sides of a sum, which are no limits."""
    left, right = reader.argument(), reader.argument()
    reader.cursor.skip_blanks()
    operator = SYMBOLS.get(reader.cursor.take())
    if operator is None or operator.role is not Role.OPERATOR:
        raise TexError("\\sideset")
    _small(left)
    return Row((*left.items, Atom(operator.text + _small(right), Role.OPERATOR)))


def _small(row: Row) -> str:
    """Write scripts that stand on nothing in small characters."""
    small = ""
    for item in row.items:
        if not isinstance(item, Scripts) or item.base is not None:
            raise TexError("\\sideset")
        for script, written in ((item.below, subscript), (item.above, superscript)):
            characters = written(name_of(script)) if script else ""
            if characters is None:
                raise TexError("\\sideset")
            small += characters
    return small


def name_of(row: Row) -> str:
    """Give the characters of a row that holds nothing else; empty when it does."""
    parts = [" " if isinstance(item, Space) else item.text if isinstance(item, Atom) else "" for item in row.items]
    return "".join(parts) if all(parts) else ""


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
    """Read what a brace or a bracket holds together; its words follow as a script."""
    row = reader.argument()
    is_above = command.startswith("\\over")
    reader.cursor.skip_blanks()
    if reader.cursor.sign != ("^" if is_above else "_"):
        return row
    reader.cursor.take()
    return Brace(row, reader.argument(), is_above)


def single(row: Row) -> Node:
    """Give the only part of a row, else the row."""
    return row.items[0] if len(row.items) == 1 else as_name(row)


def stack_of_lines(reader: Reader, _: str) -> Node:
    """Read lines under each other, as limits may be."""
    reader.cursor.skip_blanks()
    reader.cursor.expect("{")
    lines = as_lines(reader.cells(), "c")
    reader.cursor.expect("}")
    return lines
