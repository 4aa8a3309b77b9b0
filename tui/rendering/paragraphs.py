"""Plain text in paragraphs."""

from rich.style import Style

from tui.rendering.lines import Piece
from tui.rendering.wrapping import wrap


def wrap_plain(text: str, width: int) -> list[str]:
    """Break one paragraph of plain text into lines of at most `width` cells."""
    lines = wrap([Piece(text, Style.null())], max(1, width))
    return ["".join(segment.text for segment in line.segments) for line in lines]
