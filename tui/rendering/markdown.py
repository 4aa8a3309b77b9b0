"""Markdown becomes lines; text that is too much for the parser shows as it was written."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.rendering.blocks import lay_out
from tui.rendering.inline import text_of, tidy
from tui.rendering.lines import Line, Piece
from tui.rendering.parser import Node, parse
from tui.rendering.styles import PageStyles
from tui.rendering.weight import is_too_heavy
from tui.rendering.wrapping import wrap

LONGEST = 400_000
"""Longer texts are shown as they were written: the parser would take seconds for some of them."""


def markdown_lines(
    source: str, width: int, styles: PageStyles, *, title: str = "", formulas_as_source: bool = False
) -> list[Line]:
    """Lay out a text in Markdown; never raises, and leaves no word out.

    A first heading that only repeats the `title`, which stands above the text already, is not shown again.
    """
    if shows_as_written(source):
        return plain_lines(source, width, styles)
    try:
        nodes = parse(source)
        shown = nodes[_repeats(nodes, title) :]
        return lay_out(shown, width, styles, formulas_as_source=formulas_as_source)
    except Exception:  # whatever a hostile text does to the parser, a reader wants to see the text
        return plain_lines(source, width, styles)


def shows_as_written(source: str) -> bool:
    """Tell whether a text is too much for the parser."""
    return len(source) > LONGEST or is_too_heavy(source)


def _repeats(nodes: Sequence[Node], title: str) -> bool:
    if not title or not nodes or nodes[0].type != "heading":
        return False
    words = [text_of(child.token.children or []) for child in nodes[0].children]
    return " ".join(words).split() == title.split()


def plain_lines(source: str, width: int, styles: PageStyles) -> list[Line]:
    """Show a text as it was written, signs of Markdown and all; only blank lines are joined."""
    lines: list[Line] = []
    for paragraph in source.splitlines():
        text = tidy(paragraph).strip(" ")
        if len(text) <= width and text.isascii():
            # Such texts can have as many lines as letters.
            if text or (lines and lines[-1].segments):
                segments = [Segment(text, styles.text)] if text else []
                lines.append(Line(segments, letters=len(text) - text.count(" ")))
        else:
            lines += wrap([Piece(text, styles.text)], width)
    return lines
