"""Lists: bullets by depth, numbers in a column, hanging indents."""

from collections.abc import Callable, Sequence
from operator import lt
from typing import TypeAlias

from rich.segment import Segment

from tui.rendering.lines import Line, blank_line, indent
from tui.rendering.parser import Node
from tui.rendering.styles import PageStyles
from tui.rendering.task_items import is_done

LayOut: TypeAlias = Callable[[Sequence[Node], int], list[Line]]
"""Lays out the blocks of an item in a width."""

_BULLETS = "•◦▪"
_BOXES: dict[bool | None, str] = {False: "☐", True: "☑"}
_UNFOUND = frozenset((*_BULLETS, *_BOXES.values()))
_NARROWEST = 8
"""An item with less room than this stands under its marker instead of beside it."""


def bullet(depth: int) -> str:
    """Give the bullet of a list within `depth` other lists with bullets."""
    return _BULLETS[min(depth, len(_BULLETS) - 1)]


def markers(node: Node, depth: int) -> list[str]:
    """Give the markers of a list's items: bullets, boxes of tasks, or numbers aligned at the right."""
    if node.type == "bullet_list":
        return [_BOXES.get(is_done(item.token)) or bullet(depth) for item in node.children]
    numbers = [f"{number}{node.token.markup or '.'}" for number in _numbers(node)]
    column = max(map(len, numbers), default=0)
    return [number.rjust(column) for number in numbers]


def _numbers(node: Node) -> list[int]:
    """Give the author's numbers as long as they rise; else, as with `1.` throughout, count on from the first."""
    written = [int(item.token.info) for item in node.children if item.token.info.isdecimal()]
    if len(written) == len(node.children) and all(map(lt, written, written[1:])):
        return written
    start = int(node.token.attrs.get("start", 1))
    return list(range(start, start + len(node.children)))


def list_lines(node: Node, depth: int, width: int, styles: PageStyles, lay_out: LayOut) -> list[Line]:
    """Lay out a list; a blank line parts its items as the author wished, or where one holds blank lines itself."""
    items = [
        _item_lines(marker, item.children, width, styles, lay_out)
        for marker, item in zip(markers(node, depth), node.children, strict=True)
    ]
    spaced = _is_loose(node) or any(not line.segments for item in items for line in item)
    lines: list[Line] = []
    for number, item in enumerate(items):
        if spaced and number:
            lines.append(blank_line())
        lines += item
    return lines


def _is_loose(node: Node) -> bool:
    """Tell whether blank lines part the items in the source; the parser hides the paragraphs of others."""
    blocks = [block for item in node.children for block in item.children]
    return any(block.type == "paragraph" and not block.token.hidden for block in blocks)


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
    if marker[-1] not in _UNFOUND and lines[0].runs:
        # A number is the author's text, so it is found.
        lines[0].runs = (lines[0].runs[0]._replace(start=0), *lines[0].runs[1:])
    return lines
