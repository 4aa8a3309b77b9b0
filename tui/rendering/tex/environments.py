"""Matrices, cases, tables, and equations under each other."""

import re
from collections.abc import Sequence

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.reader import Cells, Reader
from tui.rendering.tex.tree import Atom, Fence, Grid, Node, Role, Row

_MATRICES = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}
_CASES = {"cases": ("{", ""), "dcases": ("{", ""), "rcases": ("", "}"), "drcases": ("", "}")}
_TABLES = frozenset({"array", "tabular", "darray"})
_COUNTED = frozenset({"alignat", "alignedat", "xalignat"})
_LINES = frozenset(
    {
        "align",
        "aligned",
        "split",
        "eqnarray",
        "gather",
        "gathered",
        "multline",
        "equation",
        "displaymath",
        "math",
        "center",
    }
    | {"flalign", "subarray", *_COUNTED}
)
_CENTRED = frozenset({"gather", "gathered", "multline", "subarray"})
_REPEATED = re.compile(r"\*\{(\d)\}\{([^{}]*)\}")
_BESIDE_CELLS = re.compile(r"[@!<>]\{(?:[^{}]|\{[^{}]*\})*\}")
_PARAGRAPHS = re.compile(r"[pmb]\{[^{}]*\}")
_LONE_BAR = Row((Atom("|", Role.BAR),))


def environment(reader: Reader) -> Node:
    r"""Read an environment behind its `\begin`."""
    full_name = reader.cursor.word()
    name = full_name.rstrip("*")
    node: Node
    if name in _MATRICES:
        reader.cursor.option()
        left, right = _MATRICES[name]
        node = _fenced(left, _matrix(reader.cells()), right)
    elif name in _CASES:
        left, right = _CASES[name]
        node = _fenced(left, _grid("cases", reader.cells(), "l"), right)
    elif name in _TABLES:
        reader.cursor.option()
        columns = _alignments(reader.cursor.nested())
        node = _matrix(reader.cells(), columns)
    elif name in _LINES:
        reader.cursor.option()
        if name in _COUNTED or name == "subarray":
            reader.cursor.word()
        node = as_lines(reader.cells(), "c" if name in _CENTRED else "rcl" if name == "eqnarray" else "rl")
    else:
        raise TexError(name)
    reader.cursor.expect("\\end")
    if reader.cursor.word() != full_name:
        raise TexError(name)
    return node


def as_lines(cells: Cells, alignments: str = "rl") -> Node:
    """Put equations under each other; a single one stays what it is."""
    if len(cells.rows) == 1 and len(cells.rows[0]) == 1:
        return cells.rows[0][0]
    has_columns = any(len(row) > 1 for row in cells.rows)
    return _grid("lines", cells, alignments if has_columns or alignments == "c" else "l")


def _fenced(left: str, grid: Grid, right: str) -> Node:
    return Fence(left, Row((grid,)), right) if left or right else grid


def _grid(kind: str, cells: Cells, alignments: str, bars: frozenset[int] = frozenset()) -> Grid:
    width = max(map(len, cells.rows))
    rows = tuple(tuple(row) + (Row(),) * (width - len(row)) for row in cells.rows)
    repeated = (alignments * width)[:width] if alignments else "c" * width
    if kind == "cases":
        return Grid("cases", rows, repeated, bars, cells.rules)
    return Grid("lines" if kind == "lines" else "matrix", rows, repeated, bars, cells.rules)


def _alignments(columns: str) -> str:
    """Write out the columns of a table: `*{3}{c}` is `ccc`; what else is put beside cells is about their look."""
    plain = _PARAGRAPHS.sub("l", _BESIDE_CELLS.sub("", columns))
    return _REPEATED.sub(lambda repeated: repeated[2] * int(repeated[1]), plain)


def _matrix(cells: Cells, columns: str = "") -> Grid:
    """Make a matrix or a table; a column of bars is a line."""
    alignments = ""
    bars = set()
    for sign in columns:
        if sign in "lcr":
            alignments += sign
        elif sign == "|":
            bars.add(len(alignments))
    width = max(map(len, cells.rows))
    lone = [column for column in range(width) if _is_bar(cells.rows, column)]
    if lone:
        bars |= {column - number for number, column in enumerate(lone)}
        kept = [[cell for column, cell in enumerate(row) if column not in lone] for row in cells.rows]
        cells = Cells(kept, cells.rules)
    missing = max(map(len, cells.rows)) - len(alignments)
    return _grid("matrix", cells, alignments + "c" * missing, frozenset(bars))


def _is_bar(rows: Sequence[Sequence[Row]], column: int) -> bool:
    return column > 0 and all(column < len(row) - 1 and row[column] == _LONE_BAR for row in rows)
