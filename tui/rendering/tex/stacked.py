"""A formula in rows: fractions with a bar, limits above and below, brackets as high as what they hold."""

from collections.abc import Callable
from typing import TypeAlias

from tui.rendering.tex.binding import is_open_sum
from tui.rendering.tex.boxes import EMPTY, Box, beside, blank, padded, stacked
from tui.rendering.tex.fences import fenced
from tui.rendering.tex.filling import Part, filled, joined, under_each_other
from tui.rendering.tex.grids import grid_box
from tui.rendering.tex.one_line import needs_brackets, one_line, one_script
from tui.rendering.tex.scripts import marked, subscript, superscript
from tui.rendering.tex.spacing import blanks_before, is_open, roles_in_row
from tui.rendering.tex.tree import (
    Accent,
    Arrow,
    Atom,
    Binomial,
    Brace,
    Fence,
    Fraction,
    Grid,
    Node,
    Role,
    Root,
    Row,
    Scripts,
    role_of,
)

Measure: TypeAlias = Callable[[str], int]
"""Counts the cells of a text."""

_ROOF = "┌─"
_LEAST_BRACE = 3


def stack(row: Row, width: int, measure: Measure = len) -> tuple[str, ...] | None:
    """Write a formula in rows of one width, at most `width` cells.

    What is wider is broken at wide gaps, then before relations, then before `+` and `−`; None when that is not
    enough.
    """
    writer = _Stacker(measure)
    box = writer.row(row)
    if writer.mixes_limits:
        writer = _Stacker(measure, all_high=True)
        box = writer.row(row)
    if box.width > width:
        broken = writer.broken(row, width)
        if broken is None:
            return None
        box = broken
    return _even(box, measure)


def _even(box: Box, measure: Measure) -> tuple[str, ...]:
    """Widen rows that a terminal shows narrower than the sum of their parts."""
    widths = [measure(row) for row in box.rows]
    widest = max(widths)
    return tuple([row + " " * (widest - width) for row, width in zip(box.rows, widths, strict=True)])


class _Stacker:
    def __init__(self, measure: Measure, *, all_high: bool = False) -> None:
        """`all_high` puts the limits of every integral into rows of their own."""
        self._measure = measure
        self._all_high = all_high
        self._ways: set[bool] = set()

    @property
    def mixes_limits(self) -> bool:
        """True when some integrals have their limits in rows of their own and others do not."""
        return len(self._ways) > 1

    def row(self, row: Row) -> Box:
        return joined(self._parts(row)) if row.items else EMPTY

    def broken(self, row: Row, width: int) -> Box | None:
        """Break a formula into lines."""
        item = row.items[0] if len(row.items) == 1 else None
        if isinstance(item, Grid) and item.kind == "lines":
            rows = [Row(tuple(part for cell in cells for part in cell.items)) for cells in item.rows]
        else:
            rows = [row]
        lines: list[Box] = []
        for equation in rows:
            parts = self._parts(equation)
            found = filled(parts, width)
            if found is None:
                return None
            lines += found
        return under_each_other(lines)

    def _parts(self, row: Row) -> list[Part]:
        roles = roles_in_row(row.items)
        boxes = [self._box(item) for item in row.items]
        blanks = blanks_before(row.items, roles, [box.edge for box in boxes])
        parts: list[Part] = []
        for box, role, count in zip(boxes, roles, blanks, strict=True):
            if box.width:
                parts.append(Part(box, role, _mended(count, parts[-1], box, role) if parts else 0))
        return parts

    def _flat(self, text: str) -> Box:
        return Box((text,), self._measure(text))

    def _box(self, node: Node) -> Box:
        box = EMPTY
        match node:
            case Atom():
                box = self._flat(node.text)
            case Row():
                box = self.row(node)
            case Scripts():
                box = self._scripts(node)
            case Fraction():
                box = self._fraction(node)
            case Fence():
                inner = self.row(node.inner)
                if inner.is_flat and is_open_sum(node):
                    inner = fenced("(", inner, ")")
                box = fenced(node.left, inner, node.right)
            case Root():
                box = self._root(node)
            case Accent():
                box = self._accent(node)
            case Binomial():
                parts = [self.row(node.top), blank(1), self.row(node.bottom)]
                box = fenced("(", stacked(parts, 1), ")")
            case Brace():
                box = self._brace(node)
            case Arrow():
                box = self._arrow(node)
            case Grid():
                box = grid_box(node, [[self.row(cell) for cell in cells] for cells in node.rows])
        return box

    def _fraction(self, node: Fraction) -> Box:
        top, bottom = self.row(node.top), self.row(node.bottom)
        width = max(top.width, bottom.width) + 2
        return stacked([top, Box(("─" * width,), width), bottom], 1)

    def _root(self, node: Root) -> Box:
        inner = self.row(node.inner)
        if inner.is_flat:
            return self._flat(one_line(node))
        degree = superscript(one_script(node.degree)) if node.degree else ""
        if degree is None:
            return self._flat(one_line(node))
        height = len(inner.rows)
        margin = self._flat(degree)
        rows = [f" ┌{'─' * inner.width}", *(f" │{row}" for row in inner.rows[:-1]), f"╲│{inner.rows[-1]}"]
        sign = Box(tuple(rows), inner.width + 2, inner.base + 1)
        lines = Box((*[" " * margin.width] * height, degree), margin.width, inner.base + 1)
        return beside([lines, sign]) if margin.width else sign

    def _accent(self, node: Accent) -> Box:
        inner = self.row(node.inner)
        if inner.is_flat or node.mark != "\u0305":
            return self._flat(one_line(node) + " " * inner.edge.endswith(" "))
        return stacked([Box(("─" * inner.width,), inner.width), inner], 1)

    def _brace(self, node: Brace) -> Box:
        inner, words = self.row(node.inner), self._flat(one_line(node.words))
        inner = padded(inner, max(inner.width, _LEAST_BRACE), "c")
        left = "─" * ((inner.width - 3) // 2)
        right = "─" * (inner.width - 3 - len(left))
        line = f"┌{left}┴{right}┐" if node.is_above else f"└{left}┬{right}┘"
        parts = [words, self._flat(line), inner] if node.is_above else [inner, self._flat(line), words]
        return stacked(parts, 2 if node.is_above else 0)

    def _arrow(self, node: Arrow) -> Box:
        above, below = self._flat(one_line(node.above)), self._flat(one_line(node.below))
        shaft = "─" * (max(above.width, below.width) + 1)
        line = f"{node.head}{shaft}─" if node.head == "←" else f"{shaft}─{node.head}"
        parts = [above, self._flat(line), below]
        shown = [part for part in parts if part.width]
        return stacked(shown, shown.index(parts[1]))

    def _scripts(self, node: Scripts) -> Box:
        if node.base is None:
            return self._flat(one_line(node))
        base = self._box(node.base)
        below = one_script(node.below) if node.below else ""
        above = one_script(node.above) if node.above else ""
        role = role_of(node.base)
        if node.limits or role in (Role.OPERATOR, Role.LIMITED):
            parts = [self._flat(above), base, self._flat(below)]
            shown = [part for part in parts if part.width]
            return stacked(shown, shown.index(base)) if base.width else self._flat(one_line(node))
        lowered, raised = subscript(below), superscript(above)
        if role is Role.INTEGRAL and (below or above):
            is_high = self._all_high or lowered is None or raised is None
            self._ways.add(is_high)
            if is_high:
                return beside([base, self._at_right(above, below)])
        if base.is_flat and needs_brackets(node):
            return self._flat(one_line(node))
        if base.is_flat and (raised is not None or not above):
            return self._flat(base.edge + _in_order(below, lowered, raised or ""))
        return self._raised(
            base, marked("_", below) if below and lowered is None else lowered or "", above, raised
        )

    def _at_right(self, above: str, below: str) -> Box:
        parts = [self._flat(above), blank(1), self._flat(below)]
        shown = [part for part in parts if part.width]
        return stacked(shown, shown.index(parts[1]), "l")

    def _raised(self, base: Box, below: str, above: str, raised: str | None) -> Box:
        """Put scripts at the corners of a base: the upper one in a row of its own when it needs one."""
        top = self._flat(above if raised is None else raised)
        bottom = self._flat(below)
        width = max(top.width, bottom.width)
        height = len(base.rows)
        rows = [" " * width] * height
        rows[-1] = padded(bottom, width).rows[0]
        if not base.is_flat and raised is not None:
            rows[0] = padded(top, width).rows[0]
            return beside([base, Box(tuple(rows), width, base.base)])
        return beside([base, Box((padded(top, width).rows[0], *rows), width, base.base + 1)])


def _in_order(below: str, lowered: str | None, raised: str) -> str:
    """Write scripts behind each other; small ones come first."""
    if not below:
        return raised
    return raised + marked("_", below) if lowered is None else lowered + raised


def _mended(blanks: int, before: Part, box: Box, role: Role) -> int:
    """Count the blanks before a box anew: one may be there already, bars and written scripts need one more."""
    is_beside_row = box.is_flat or before.box.is_flat
    if is_beside_row and (box.edge[0] == " " or before.box.edge[-1] == " "):
        return max(blanks - 1, 0)
    return blanks or int(_needs_air(before, box, role))


def _needs_air(before: Part, box: Box, role: Role) -> bool:
    """Tell whether two parts would run into each other: a bar and a letter, a minus and a bar, `F_y` and `j`."""
    if role in (Role.PUNCTUATION, Role.CLOSING):
        return False
    return (
        (box.edge[0].isalnum() and is_open(before.box.edge))
        or before.role is Role.FRACTION
        or (role is Role.FRACTION and before.role is not Role.OPENING)
        or before.box.rows[0].lstrip().startswith(_ROOF)
    )
