"""Rows of a matrix, of cases or of equations, behind each other on one line."""

from collections.abc import Sequence

from tui.rendering.tex.symbols import RELATION_SIGNS


def case(cells: Sequence[str]) -> str:
    """Write what holds and when; a relation goes on with what holds."""
    written = ""
    for text in cells:
        written += (" " if _is_continued(text) else ", ") * bool(written) + text
    return written


def equations(cells: Sequence[str], alignments: str) -> str:
    """Write what stands on a line; equations and remarks beside each other stand apart."""
    written = ""
    last = 0
    for column, text in enumerate(cells):
        if not text:
            continue
        pair = column // 2 if alignments.startswith("rl") else 0
        is_apart = pair > last and not _is_continued(text)
        written += ("  " if is_apart else " ") * bool(written) + text
        last = pair
    return written


def _is_continued(text: str) -> bool:
    """Tell whether a cell goes on with the one before it."""
    return text[:1] in RELATION_SIGNS


def cells_in_row(cells: Sequence[str], bars: frozenset[int], gap: str) -> str:
    """Write the cells of a row of a matrix or a table."""
    written = cells[0]
    for column, cell in enumerate(cells[1:], 1):
        between = " " * bool(written) if len(cell) > 1 and _is_continued(cell) else gap
        written += (" | " if column in bars else between) + cell
    return written


def sequence(rows: Sequence[str]) -> str:
    """Write equations behind each other, each with one sign at its end."""
    written = ""
    for row in filter(None, rows):
        if written:
            written += " " if written[-1] in ",;.:" else "; "
        written += row
    return written
