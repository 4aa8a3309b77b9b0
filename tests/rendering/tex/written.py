"""Formulas written for tests."""

from tui.rendering.cells import width_of
from tui.rendering.tex.one_line import one_line
from tui.rendering.tex.parser import parse
from tui.rendering.tex.stacked import stack

WIDE = 200


def line(source: str) -> str:
    """Write a formula on one line."""
    return one_line(parse(source))


def rows(source: str, width: int = WIDE) -> list[str]:
    """Write a formula in stacked rows, without blanks at their ends; no rows when it does not fit."""
    return [row.rstrip() for row in stack(parse(source), width, width_of) or ()]


def drawn(text: str) -> list[str]:
    """Give the rows of a drawing that stands between the quotes of a test, without its margin."""
    lines = text.strip("\n").rstrip().split("\n")
    margin = min(len(row) - len(row.lstrip()) for row in lines if row.strip())
    return [row[margin:].rstrip() for row in lines]


def block(source: str, width: int = WIDE) -> list[str]:
    """Write a formula in stacked rows, as `drawn` gives a drawing."""
    return drawn("\n".join(rows(source, width)))
