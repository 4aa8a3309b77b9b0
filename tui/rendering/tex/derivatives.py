r"""Derivatives and differentials as the package physics writes them: `\dv{f}{x}`, `\dd x`."""

from tui.rendering.tex.reader import Reader
from tui.rendering.tex.tree import Atom, Fraction, Node, Role, Row, Scripts, Space


def derivative(reader: Reader, command: str) -> Node:
    r"""Read `\dv[2]{f}{x}`; with one argument, the operator; `\pdv` may have two variables."""
    sign = Atom("d" if command.startswith("\\d") else "∂")
    reader.cursor.skip_blanks()
    order = reader.cursor.option()
    rows = [reader.argument()]
    while reader.cursor.sign == "{" and len(rows) < (2 if sign.text == "d" else 3):
        rows.append(reader.argument())
    function = rows[0].items if len(rows) > 1 else ()
    variables = rows[1:] or rows
    order = order or (str(len(variables)) if len(variables) > 1 else "")
    below = [part for row in variables for part in (sign, *_raised(row, order if len(variables) == 1 else ""))]
    return Fraction(Row((*_raised(Row((sign,)), order), *function)), Row(tuple(below)))


def differential(reader: Reader, _: str) -> Node:
    r"""Read `\dd{x}`, apart from what stands before it."""
    return Row((Space(), Atom("d"), *reader.argument().items))


def _raised(row: Row, power: str) -> tuple[Node, ...]:
    if not power:
        return row.items
    base = row.items[0] if len(row.items) == 1 else row
    return (Scripts(base, None, Row((Atom(power, Role.NUMBER),))),)
