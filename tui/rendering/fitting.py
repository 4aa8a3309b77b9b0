"""Text that must fit a number of cells."""

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from tui.rendering.lines import Piece
from tui.rendering.wrapping import wrap


def fit(text: str, width: int) -> str:
    """Shorten a line to `width` cells, with `…` where something is left out; a shorter one stays as it is."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[: max(0, width)]
    return set_cell_size(text, width - 1).rstrip() + "…"


def wrap_plain(text: str, width: int) -> list[str]:
    """Break one paragraph of plain text into lines of at most `width` cells."""
    lines = wrap([Piece(text, Style.null())], max(1, width))
    return ["".join(segment.text for segment in line.segments) for line in lines]
