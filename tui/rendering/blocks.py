"""Blocks of Markdown become lines, with the space that belongs between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from rich.segment import Segment
from rich.style import Style

from tui.rendering.code import code_lines
from tui.rendering.displays import display_end, display_lines
from tui.rendering.inline import inline_lines
from tui.rendering.lines import HeadingMark, Line, Piece, blank_line, indent
from tui.rendering.lists import list_lines
from tui.rendering.parser import Node
from tui.rendering.styles import PageStyles
from tui.rendering.tables import Alignment, Cell, Table, table_lines
from tui.rendering.tex.joint import JOINT
from tui.rendering.wrapping import wrap

_LISTS = ("bullet_list", "ordered_list")
_BAR = "▎"
_THEMATIC_BREAK = 9
_NARROWEST = 8
"""With less room than this, bars and indents are left out."""


def lay_out(
    nodes: Sequence[Node], width: int, styles: PageStyles, *, formulas_as_source: bool = False
) -> list[Line]:
    """Lay out the blocks of a text, one blank line between them."""
    used = sorted({node.token.tag for node in nodes if node.type == "heading"})
    return _Flow(styles, styles.text, used, formulas_as_source).lines(nodes, width)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together."""

    kind: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class _Flow:
    """One column of blocks: the page, an item, a quote."""

    styles: PageStyles
    base: Style
    heading_tags: list[str]
    """The levels of headings that the text uses, the highest first: `h2`, `h3`."""
    formulas_as_source: bool = False
    bullets: int = 0
    """How many lists with bullets lie around."""
    in_list: bool = False

    def lines(self, nodes: Sequence[Node], width: int) -> list[Line]:
        blocks = [block for node in nodes for block in self._blocks(node, width) if block.lines]
        lines: list[Line] = []
        for number, block in enumerate(blocks):
            if number and self._is_gap(blocks[number - 1], block):
                lines.append(blank_line())
            lines += block.lines
        return lines

    def _is_gap(self, above: _Block, below: _Block) -> bool:
        if above.kind == "heading":
            return below.kind in ("heading", "display", "table")
        # In an item, a list stands under the words that announce it.
        return not (self.in_list and above.kind == "paragraph" and below.kind in _LISTS)

    def _blocks(self, node: Node, width: int) -> list[_Block]:
        if node.type == "paragraph":
            return self._paragraph(node, width)
        if node.type == "heading":
            lines = self._heading(node, width)
        elif node.type in _LISTS:
            lines = self._list(node, width)
        elif node.type == "blockquote":
            lines = self._quote(node, width)
        elif node.type == "table":
            lines = table_lines(self._table(node), width, self.styles)
        elif node.type in ("fence", "code_block"):
            language = (node.token.info.split() or [""])[0]
            lines = code_lines(node.token.content, language, width, self.styles)
        elif node.type == "hr":
            lines = [self._thematic_break(width)]
        else:
            lines = wrap([Piece(" ".join(node.token.content.split()), self.base)], width)
        return [_Block(node.type, lines)]

    def _pieces(self, node: Node, base: Style) -> list[list[Piece]]:
        return [
            line
            for child in node.children
            for line in inline_lines(
                child.token.children or [], base, self.styles, formulas_as_source=self.formulas_as_source
            )
        ]

    def _paragraph(self, node: Node, width: int) -> list[_Block]:
        """Lay out a paragraph; a formula alone on its line is a block between its parts."""
        blocks: list[_Block] = []
        for pieces in self._pieces(node, self.base):
            end = display_end(pieces)
            kind = "paragraph" if end is None else "display"
            lines = wrap(pieces, width) if end is None else display_lines(pieces, end, width)
            if not blocks or blocks[-1].kind != kind:
                blocks.append(_Block(kind, lines))
                continue
            # Of displays under each other, stacked ones stand apart.
            if kind == "display" and len(lines) + len(blocks[-1].lines) > 2:
                blocks[-1].lines.append(blank_line())
            blocks[-1].lines.extend(lines)
        return blocks

    def _heading(self, node: Node, width: int) -> list[Line]:
        tag = node.token.tag
        place = self.heading_tags.index(tag) if tag in self.heading_tags else 2
        styles = (self.styles.heading, self.styles.subheading, self.styles.minor_heading)
        pieces = self._pieces(node, self.base + styles[min(place, 2)])
        lines = [line for part in pieces for line in wrap(part, width)]
        text = " ".join("".join([piece.text for piece in part]) for part in pieces).replace(JOINT, " ").strip()
        if text:
            lines[0].heading = HeadingMark(int(tag[1:]), text)
        return lines if text else []

    def _list(self, node: Node, width: int) -> list[Line]:
        is_bullets = node.type == "bullet_list"
        inner = replace(self, in_list=True, bullets=self.bullets + is_bullets)
        return list_lines(node, self.bullets, width, self.styles, inner.lines)

    def _quote(self, node: Node, width: int) -> list[Line]:
        inner = replace(self, base=self.base + self.styles.quote, in_list=False)
        cells = len(_BAR) + 1 if width - len(_BAR) - 1 >= _NARROWEST else 0
        lines = inner.lines(node.children, width - cells)
        bar = [Segment(_BAR, self.styles.quote_bar), Segment(" ")] if cells else []
        indent(lines, bar, bar, cells)
        return lines

    def _thematic_break(self, width: int) -> Line:
        size = min(width, _THEMATIC_BREAK)
        margin = [Segment(" " * ((width - size) // 2))] if width > size + 1 else []
        return Line([*margin, Segment("─" * size, self.styles.rule)], runs=())

    def _table(self, node: Node) -> Table:
        rows = [row for part in node.children for row in part.children]
        header = rows[0].children
        return Table(
            header=[self._cell(cell, self.base + self.styles.table_header) for cell in header],
            alignments=[_alignment(cell) for cell in header],
            rows=[[self._cell(cell, self.base) for cell in row.children] for row in rows[1:]],
        )

    def _cell(self, node: Node, base: Style) -> Cell:
        first, *others = self._pieces(node, base)
        return [*first, *(piece for line in others for piece in (Piece(" ", base), *line))]


def _alignment(cell: Node) -> Alignment:
    wanted = str(cell.token.attrs.get("style", "")).removeprefix("text-align:")
    return next((alignment for alignment in get_args(Alignment) if alignment == wanted), "left")
