"""Rectangles of text, put beside and above each other."""

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """Rows of one width; what stands beside it is aligned with its baseline."""

    rows: tuple[str, ...]
    width: int
    base: int = 0
    """The row that is the baseline."""

    @property
    def is_flat(self) -> bool:
        """Tell whether the box is a single row."""
        return len(self.rows) == 1

    @property
    def edge(self) -> str:
        """The text on the baseline, which decides what blanks its neighbours get."""
        return self.rows[self.base]


EMPTY = Box(("",), 0)


def beside(boxes: Sequence[Box]) -> Box:
    """Put boxes beside each other, baseline on baseline."""
    width = sum([box.width for box in boxes])
    if all(len(box.rows) == 1 for box in boxes):
        return Box(("".join([box.rows[0] for box in boxes]),), width)
    above = max(box.base for box in boxes)
    below = max(len(box.rows) - box.base for box in boxes)
    rows = ["".join([_row_of(box, box.base + row) for box in boxes]) for row in range(-above, below)]
    return Box(tuple(rows), width, above)


def _row_of(box: Box, row: int) -> str:
    return box.rows[row] if 0 <= row < len(box.rows) else " " * box.width


def stacked(boxes: Sequence[Box], base: int, alignment: str = "c") -> Box:
    """Put boxes above each other; the baseline is that of the box with the number `base`."""
    width = max(box.width for box in boxes)
    rows: list[str] = []
    baseline = 0
    for number, box in enumerate(boxes):
        if number == base:
            baseline = len(rows) + box.base
        rows += padded(box, width, alignment).rows
    return Box(tuple(rows), width, baseline)


def padded(box: Box, width: int, alignment: str = "l") -> Box:
    """Widen a box with blanks; `alignment` is `l`, `c` or `r`."""
    spare = width - box.width
    if spare <= 0:
        return box
    left = {"l": 0, "c": spare // 2, "r": spare}[alignment]
    return Box(tuple([" " * left + row + " " * (spare - left) for row in box.rows]), width, box.base)


def blank(width: int, height: int = 1) -> Box:
    """Make a box of blanks."""
    return Box((" " * width,) * height, width)
