"""The parts of a formula in rows become lines that fit a width, broken where a mathematician would break them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.rendering.tex.boxes import EMPTY, Box, beside, blank, stacked
from tui.rendering.tex.tree import Role

_CONTINUED = 2
"""Cells before a line that goes on with a formula."""
_WIDE_GAP = 2
"""The least blanks of `\\quad`, at which a formula is broken first."""


class Part(NamedTuple):
    """One part of a row, with the blanks before it."""

    box: Box
    role: Role
    blanks: int


class _Line(NamedTuple):
    indent: int
    parts: list[Part]


def joined(parts: Sequence[Part]) -> Box:
    """Put parts beside each other, with their blanks."""
    boxes: list[Box] = []
    for part in parts:
        if part.blanks and boxes:
            boxes.append(blank(part.blanks))
        boxes.append(part.box)
    return beside(boxes) if boxes else EMPTY


def filled(parts: Sequence[Part], width: int) -> list[Box] | None:
    """Fill lines with what stands between wide gaps; what is wider than a line is broken."""
    lines: list[_Line] = []
    for clause in _clauses(parts):
        if lines and joined([*lines[-1].parts, *clause]).width <= width - lines[-1].indent:
            lines[-1].parts.extend(clause)
        else:
            is_new = not lines or lines[-1].parts[-1].role is Role.PUNCTUATION
            lines += _broken(clause, width, 0 if is_new else _CONTINUED)
    boxes = [beside([blank(line.indent), joined(line.parts)]) for line in lines]
    return boxes if all(box.width <= width for box in boxes) else None


def _broken(clause: Sequence[Part], width: int, indent: int) -> list[_Line]:
    """Fill lines with what stands between relations; what is wider is broken before plus and minus too."""
    lines: list[_Line] = []
    for chunk in _chunks(clause, Role.RELATION):
        is_too_wide = joined(chunk).width > width - (_CONTINUED if lines else indent)
        for piece in _chunks(chunk, Role.BINARY) if is_too_wide else [chunk]:
            if lines and joined([*lines[-1].parts, *piece]).width <= width - lines[-1].indent:
                lines[-1].parts.extend(piece)
            else:
                lines.append(_Line(_CONTINUED if lines else indent, list(piece)))
    return lines


def _clauses(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Give what stands between wide gaps: equations beside each other, an equation and when it holds."""
    clause: list[Part] = []
    for part in parts:
        if part.blanks >= _WIDE_GAP and clause:
            yield clause
            clause = []
        clause.append(part)
    if clause:
        yield clause


def _chunks(parts: Sequence[Part], role: Role) -> Iterator[list[Part]]:
    chunk: list[Part] = []
    for part in parts:
        if part.role is role and chunk:
            yield chunk
            chunk = []
        chunk.append(part)
    if chunk:
        yield chunk


def under_each_other(lines: Sequence[Box]) -> Box:
    """Put lines under each other; high ones are parted by a blank row."""
    shown: list[Box] = []
    for line in lines:
        if shown and not (shown[-1].is_flat and line.is_flat):
            shown.append(blank(1))
        shown.append(line)
    return stacked(shown, 0, "l")
