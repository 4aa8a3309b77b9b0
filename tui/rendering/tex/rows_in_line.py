"""Rows of a matrix, of cases or of equations, behind each other on one line."""

from collections.abc import Sequence

from tui.rendering.tex.symbols import RELATION_SIGNS


def case(cells: Sequence[str]) -> str:
    """Write what holds and when; a relation goes on with what holds."""
    written = ""
    for text in cells:
        written += (" " if text[:1] in RELATION_SIGNS else ", ") * bool(written) + text
    return written


def equations(cells: Sequence[str], alignments: str) -> str:
    """Write what stands on a line; equations beside each other stand apart."""
    written = ""
    for text, side in zip(cells, alignments, strict=True):
        is_next = side == "r" and alignments.startswith("rl") and text[:1] not in RELATION_SIGNS
        written += ("  " if is_next else " ") * bool(written and text) + text
    return written


def cells_in_row(cells: Sequence[str], bars: frozenset[int], gap: str) -> str:
    """Write the cells of a row of a matrix or a table."""
    written = cells[0]
    for column, cell in enumerate(cells[1:], 1):
        written += (" | " if column in bars else gap) + cell
    return written


def sequence(rows: Sequence[str]) -> str:
    """Write equations behind each other, each with one sign at its end."""
    written = ""
    for row in filter(None, rows):
        if written:
            written += " " if written[-1] in ",;.:" else "; "
        written += row
    return written
