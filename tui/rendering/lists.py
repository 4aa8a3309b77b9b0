"""Lists: bullets by depth, numbers in a column, hanging indents."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from rich.segment import Segment

from tui.rendering.lines import Line, blank_line, indent
from tui.rendering.parser import Node
from tui.rendering.styles import PageStyles

LayOut: TypeAlias = Callable[[Sequence[Node], int], list[Line]]
"""Lays out the blocks of an item in a width."""

_BULLETS = "•◦▪"
_NARROWEST = 8
"""An item with less room than this stands under its marker instead of beside it."""


def bullet(depth: int) -> str:
    """Give the bullet of a list within `depth` other lists with bullets."""
    return _BULLETS[min(depth, len(_BULLETS) - 1)]


def markers(node: Node, depth: int) -> list[str]:
    """Give the markers of a list's items: bullets, or numbers aligned at the right."""
    if node.type == "bullet_list":
        return [bullet(depth)] * len(node.children)
    start = int(node.token.attrs.get("start", 1))
    numbers = [f"{start + offset}{node.token.markup or '.'}" for offset in range(len(node.children))]
    column = max(map(len, numbers), default=0)
    return [number.rjust(column) for number in numbers]


def list_lines(node: Node, depth: int, width: int, styles: PageStyles, lay_out: LayOut) -> list[Line]:
    """Lay out a list; a blank line parts its items only where one of them holds blank lines itself."""
    items = [
        _item_lines(marker, item.children, width, styles, lay_out)
        for marker, item in zip(markers(node, depth), node.children, strict=True)
    ]
    spaced = any(not line.segments for item in items for line in item)
    lines: list[Line] = []
    for number, item in enumerate(items):
        if spaced and number:
            lines.append(blank_line())
        lines += item
    return lines


def _item_lines(
    marker: str, blocks: Sequence[Node], width: int, styles: PageStyles, lay_out: LayOut
) -> list[Line]:
    cells = len(marker) + 1
    visible = Segment(marker, styles.marker)
    if width - cells < _NARROWEST:
        return [Line([Segment(marker.strip()[:width], styles.marker)]), *lay_out(blocks, width)]
    lines = lay_out(blocks, width - cells)
    if not lines:
        return [Line([visible])]
    indent(lines, [visible, Segment(" ")], [Segment(" " * cells)], cells)
    if marker not in _BULLETS and lines[0].runs:
        # A number is the author's text, so it is found; a bullet is not.
        lines[0].runs = (lines[0].runs[0]._replace(start=0), *lines[0].runs[1:])
    return lines
