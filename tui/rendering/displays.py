"""Formulas on lines of their own."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.rendering.lines import Line, Piece, StackedMark, indent
from tui.rendering.tex.joint import JOINT
from tui.rendering.wrapping import wrap

_INDENT = 4
_NARROWEST = 8
"""With less room than this, the indent is left out."""
_SIGNS = " .,;:"


def display_end(pieces: Sequence[Piece]) -> str | None:
    """Give the sign after a formula that has a line for itself; None for any other line.

    The formula must ask for lines of its own; the sign may be empty.
    """
    formulas = [piece for piece in pieces if piece.formula is not None]
    if len(formulas) != 1 or not formulas[0].formula or not formulas[0].formula.is_display:
        return None
    place = pieces.index(formulas[0])
    around = "".join([piece.text for piece in pieces[place + 1 :]])
    before = "".join([piece.text for piece in pieces[:place]])
    return None if before.strip() or around.strip(_SIGNS) else around.strip()


def display_lines(pieces: Sequence[Piece], end: str, width: int) -> list[Line]:
    """Lay out a formula, known by `display_end`: in stacked rows where they fit, else on one line, wrapped."""
    cells = _INDENT if width - _INDENT >= _NARROWEST else 0
    lines = _stacked(pieces, end, width - cells)
    if lines is None and cells:
        # Rather without its indent than without its shape.
        lines = _stacked(pieces, end, width)
        cells = 0 if lines else cells
    lines = lines or wrap(pieces, width - cells)
    margin = [Segment(" " * cells)] if cells else []
    indent(lines, margin, margin, cells)
    return lines


def _stacked(pieces: Sequence[Piece], end: str, width: int) -> list[Line] | None:
    piece = next(piece for piece in pieces if piece.formula)
    rows = piece.formula.rows(width, end) if piece.formula and not piece.url else None
    if not rows:
        return None
    lines = [Line([Segment(row.rstrip(), piece.style)] if row.strip() else []) for row in rows]
    _spread(sum([part.letters for part in pieces]), [line for line in lines if line.segments])
    if len(lines) > 1:
        lines[0].stacked = StackedMark(len(lines), piece.text.replace(JOINT, " "))
    return lines


def _spread(letters: int, lines: Sequence[Line]) -> None:
    """Share letters out, so that each line has a place of its own."""
    for number, line in enumerate(lines):
        line.letters = letters * (number + 1) // len(lines) - letters * number // len(lines)
