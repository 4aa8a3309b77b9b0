"""Tables with thin rules, fitted to a width; too narrow for columns, one record after another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal, TypeAlias

from rich.segment import Segment

from tui.rendering.cells import width_of
from tui.rendering.lines import Line, LinkCells, Piece, Run, blank_line, indent
from tui.rendering.styles import PageStyles
from tui.rendering.wrapping import text_width, widest_word, wrap

Alignment: TypeAlias = Literal["left", "center", "right"]
Cell: TypeAlias = list[Piece]

_LONGEST_WORD = 16
"""Wider words may be broken, so that one of them does not take the room of its neighbours."""
_RECORD_INDENT = 2


@dataclass(slots=True)
class Table:
    """The cells of a table; each row has as many as the header."""

    header: list[Cell]
    alignments: list[Alignment]
    rows: list[list[Cell]] = field(default_factory=list)


def table_lines(table: Table, width: int, styles: PageStyles) -> list[Line]:
    """Lay out a table; all of its text shows at every width."""
    for gap in (3, 2, 1):
        widths = _fit(table, width - gap * (len(table.header) - 1))
        if widths is not None:
            return _columns(table, widths, gap, styles)
    return _records(table, width)


def _fit(table: Table, room: int) -> list[int] | None:
    """Share the room among the columns; None when the words do not fit."""
    columns = list(zip(table.header, *table.rows, strict=True))
    natural = [max(map(text_width, column), default=0) or 1 for column in columns]
    if sum(natural) <= room:
        return natural
    least = [min(max(map(widest_word, column), default=0) or 1, _LONGEST_WORD) for column in columns]
    if sum(least) > room:
        return None
    return _shared(natural, least, room)


def _shared(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Cut the widest columns down to a common width, none under its least."""
    low, high = 0, room
    while low < high:
        middle = (low + high + 1) // 2
        if sum(_capped(natural, least, middle)) <= room:
            low = middle
        else:
            high = middle - 1
    widths = _capped(natural, least, low)
    for column, wanted in enumerate(natural):
        widths[column] += max(0, min(room - sum(widths), wanted - widths[column]))
    return widths


def _capped(natural: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    return [max(low, min(wanted, cap)) for wanted, low in zip(natural, least, strict=True)]


def _columns(table: Table, widths: Sequence[int], gap: int, styles: PageStyles) -> list[Line]:
    header = _row(table.header, table.alignments, widths, gap)
    rows = [_row(row, table.alignments, widths, gap) for row in table.rows]
    rule = Line([Segment("─" * (sum(widths) + gap * (len(widths) - 1)), styles.table_rule)], runs=())
    # A row of several lines is told from the next one by a blank line.
    spaced = any(len(row) > 1 for row in rows)
    lines = [*header, rule]
    for number, row in enumerate(rows):
        if spaced and number:
            lines.append(blank_line())
        lines.extend(row)
    return lines


def _row(cells: Sequence[Cell], alignments: Sequence[Alignment], widths: Sequence[int], gap: int) -> list[Line]:
    columns = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        _side_by_side(parts, alignments, widths, gap) for parts in zip_longest(*columns, fillvalue=blank_line())
    ]


def _side_by_side(parts: Sequence[Line], alignments: Sequence[Alignment], widths: Sequence[int], gap: int) -> Line:
    row = Line([], runs=())
    column_start = cells = characters = 0
    for column, (part, alignment, width) in enumerate(zip(parts, alignments, widths, strict=True)):
        size = sum([width_of(segment.text) for segment in part.segments])
        if size:
            start = column_start + _offset(alignment, width - size)
            row.segments += [Segment(" " * (start - cells)), *part.segments] if start > cells else part.segments
            row.links += tuple(LinkCells(begin + start, end + start, url) for begin, end, url in part.links)
            row.letters += part.letters
            characters += start - cells
            end = characters + sum([len(segment.text) for segment in part.segments])
            row.runs += tuple(Run(characters, end, run.joint, column) for run in part.runs)
            characters = end
            cells = start + size
        column_start += width + gap
    return row


def _offset(alignment: Alignment, spare: int) -> int:
    return {"left": 0, "center": spare // 2, "right": spare}[alignment]


def _records(table: Table, width: int) -> list[Line]:
    """Show each row as lines of its own, each cell after the name of its column."""
    lines: list[Line] = []
    if not table.rows:
        return [line for cell in table.header for line in wrap(cell, width)]
    for number, row in enumerate(table.rows):
        if number:
            lines.append(blank_line())
        for name, cell in zip(table.header, row, strict=True):
            if name or cell:
                lines += _record_line(name, cell, width, first=number == 0)
    return lines


def _record_line(name: Cell, cell: Cell, width: int, *, first: bool) -> list[Line]:
    colon = [Piece(": ", name[-1].style)] if name and cell else []
    hanging = _RECORD_INDENT if width > 4 * _RECORD_INDENT else 0
    lines = wrap([*name, *colon, *cell], width - hanging)
    margin = [Segment(" " * hanging)] if hanging else []
    indent(lines[1:], margin, margin, hanging)
    # Letters are those of the table, wherever and however often they show.
    repeated = 0 if first else sum([piece.letters for piece in name])
    _uncount(lines, repeated + len(colon))
    return lines


def _uncount(lines: Sequence[Line], letters: int) -> None:
    for line in lines:
        taken = min(line.letters, letters)
        line.letters -= taken
        letters -= taken
