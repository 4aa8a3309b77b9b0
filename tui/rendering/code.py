"""Blocks of code on their background; their lines are never wrapped."""

import re

from rich.segment import Segment
from rich.style import Style

from loaders.clean import clean
from tui.rendering.cells import count_letters, width_of
from tui.rendering.highlighting import highlight
from tui.rendering.lines import Line, Piece, Run
from tui.rendering.styles import PageStyles

TAB_CELLS = 4
_BLANK_ENDS = re.compile(r"(?<! ) +$", re.MULTILINE)
_WHOLE = (Run(),)
_BEHIND_MARGIN = (Run(1),)


def code_lines(code: str, language: str, width: int, styles: PageStyles) -> list[Line]:
    """Lay out code, highlighted when its language is known, on a background as wide as the page.

    A line that is wider than the page is left whole; blanks at its end go.
    """
    text = _BLANK_ENDS.sub("", clean(code).rstrip("\n").expandtabs(TAB_CELLS))
    lines = [_line(pieces, width, styles.code_block) for pieces in highlight(text, language, styles)]
    lines[0].begins_code = True
    return lines


def _line(pieces: list[Piece], width: int, background: Style) -> Line:
    margin = " " * (width > 2)
    text = "".join([piece.text for piece in pieces])
    cells = len(margin) + sum([width_of(piece.text) for piece in pieces])
    padding = " " * max(width - cells, len(margin))
    segments = [
        Segment(margin, background),
        *(Segment(piece.text, piece.style) for piece in pieces),
        Segment(padding, background),
    ]
    return Line(
        [segment for segment in segments if segment.text],
        letters=count_letters(text),
        code_start=len(margin),
        runs=_BEHIND_MARGIN if margin else _WHOLE,
    )
