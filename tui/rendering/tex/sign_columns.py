"""Columns that hold nothing but `=`, or `+` beside such ones: authors line up equations by them."""

from collections.abc import Sequence

from tui.rendering.tex.tree import Grid, Role, Row, role_of

_SIGNS = frozenset({Role.RELATION, Role.BINARY})


def sign_columns(grid: Grid) -> frozenset[int]:
    """Give the columns of signs; those of `+` alone may be signs of a table."""
    found = {}
    for number, column in enumerate(zip(*grid.rows, strict=True)):
        roles = _roles(column)
        if roles and roles <= _SIGNS:
            found[number] = roles
    return frozenset(found) if frozenset({Role.RELATION}) in found.values() else frozenset()


def _roles(column: Sequence[Row]) -> frozenset[Role]:
    """Give the roles of what stands alone in the cells of a column; none when a cell holds more."""
    if any(len(cell.items) > 1 for cell in column):
        return frozenset()
    return frozenset([role_of(cell.items[0]) for cell in column if cell.items])
