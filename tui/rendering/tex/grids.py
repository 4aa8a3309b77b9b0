"""Matrices, tables and equations under each other, in columns."""

import re
from collections.abc import Sequence

from tui.rendering.tex.boxes import Box, blank, padded
from tui.rendering.tex.sign_columns import sign_columns
from tui.rendering.tex.tree import Grid

_NUMBER = re.compile(r"−?[\d.,]*")
_BETWEEN_EQUATIONS = 4
_BETWEEN_CASES = 3
_BETWEEN_LONG_CELLS = 3
_SHORT_CELL = 4
"""A blank is enough between cells that are no wider: `−10`, `c₁₁`; `cos(θ) −sin(θ)` would read as a difference."""


def grid_box(grid: Grid, cells: Sequence[Sequence[Box]]) -> Box:
    """Lay out the cells of a grid, which were written before, in its columns."""
    columns = list(zip(*cells, strict=True))
    widths = [max(box.width for box in column) for column in columns]
    alignments = [_alignment(grid, number, column) for number, column in enumerate(columns)]
    frame = _Frame(widths, _gaps(grid, columns), grid.bars)
    is_high = any(not box.is_flat for row in cells for box in row)
    rows: list[str] = []
    for number, row in enumerate(cells):
        if number in grid.rules:
            rows.append(frame.rule(number == 0, last=False))
        elif number and is_high:
            rows.append(frame.line([" " * width for width in widths]))
        rows += frame.lines(
            [padded(box, width, side) for box, width, side in zip(row, widths, alignments, strict=True)]
        )
    if len(cells) in grid.rules:
        rows.append(frame.rule(first=False, last=True))
    base = (len(rows) - 1) // 2
    return Box(tuple(rows), frame.width, base)


def _alignment(grid: Grid, number: int, column: Sequence[Box]) -> str:
    """Give the side of a column; numbers stand under each other by their last digit."""
    side = grid.alignments[number]
    is_numeric = side == "c" and all(box.is_flat and _NUMBER.fullmatch(box.rows[0]) for box in column)
    return "r" if is_numeric else side


def _gaps(grid: Grid, columns: Sequence[Sequence[Box]]) -> list[int]:
    """Give the blanks before each column but the first."""
    signs = sign_columns(grid)
    gaps = _plain_gaps(grid, columns)
    return [1 if number in signs or number - 1 in signs else gap for number, gap in enumerate(gaps, 1)]


def _plain_gaps(grid: Grid, columns: Sequence[Sequence[Box]]) -> list[int]:
    if grid.kind == "lines":
        return [_BETWEEN_EQUATIONS if grid.alignments[number] == "r" else 1 for number in range(1, len(columns))]
    if grid.kind == "cases":
        return [_BETWEEN_CASES] * (len(columns) - 1)
    is_short = all(
        box.width <= _SHORT_CELL and box.is_flat and " " not in box.rows[0] for column in columns for box in column
    )
    return [1 if is_short else _BETWEEN_LONG_CELLS] * (len(columns) - 1)


class _Frame:
    """What stands between the columns."""

    def __init__(self, widths: Sequence[int], gaps: Sequence[int], bars: frozenset[int]) -> None:
        self._widths = widths
        self._bars = bars
        between = [3 if number in bars else gap for number, gap in enumerate(gaps, 1)]
        self._gaps = [2 if 0 in bars else 0, *between, 2 if len(widths) in bars else 0]
        self.width = sum(widths) + sum(self._gaps)

    def lines(self, boxes: Sequence[Box]) -> list[str]:
        """Put the cells of a row beside each other."""
        above = max(box.base for box in boxes)
        below = max(len(box.rows) - box.base for box in boxes)
        return [
            self.line(
                [
                    box.rows[box.base + row] if 0 <= box.base + row < len(box.rows) else blank(box.width).rows[0]
                    for box in boxes
                ]
            )
            for row in range(-above, below)
        ]

    def line(self, texts: Sequence[str]) -> str:
        return self._joined(texts, "│││", " ")

    def rule(self, first: bool, last: bool) -> str:
        crossings = "┌┬┐" if first else "└┴┘" if last else "├┼┤"
        return self._joined(["─" * width for width in self._widths], crossings, "─")

    def _joined(self, texts: Sequence[str], bars: str, filler: str) -> str:
        left, middle, right = tuple(bars)
        parts = [left + filler if 0 in self._bars else ""]
        for number, text in enumerate(texts):
            if number:
                gap = self._gaps[number]
                parts.append(f"{filler}{middle}{filler}" if number in self._bars else filler * gap)
            parts.append(text)
        parts.append(filler + right if len(texts) in self._bars else "")
        return "".join(parts)
