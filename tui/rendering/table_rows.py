"""Rows of tables keep all of their text, also when a bar within code or a formula looks like one more cell."""

import re
from typing import TYPE_CHECKING

from loaders.mathematics import formula_end

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_BAR = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_SIGN = re.compile(r"[|`$\\]")


def keep_whole_rows(parser: "MarkdownIt") -> None:
    """Teach a parser to drop nothing of a row that seems to have more cells than the header."""
    parser.core.ruler.after("block", "whole_rows", _whole_rows)


def cut_row(row: str) -> list[str]:
    """Cut a row into cells at the bars that stand neither in code nor in a formula."""
    cells = []
    start = position = 0
    while sign := _SIGN.search(row, position):
        position = _after_sign(row, sign.start())
        if sign[0] == "|":
            cells.append(row[start : sign.start()])
            start = position
    return _tidy_cells([*cells, row[start:]])


def _after_sign(row: str, at: int) -> int:
    """Find where the code or the formula that begins with a sign ends; else what follows the sign."""
    if row[at] == "`":
        code = _CODE.match(row, at)
        return code.end() if code else at + 1
    end = formula_end(row, at, len(row))
    if end is not None:
        return end
    return at + (2 if row[at] == "\\" else 1)


def _tidy_cells(cells: list[str]) -> list[str]:
    kept = [cell.strip().replace("\\|", "|") for cell in cells]
    if kept and not cells[0]:
        kept.pop(0)
    if kept and not cells[-1]:
        kept.pop()
    return kept


def _whole_rows(state: "StateCore") -> None:
    lines: list[str] = []
    for index, token in enumerate(state.tokens):
        if token.type == "tr_open" and token.map:
            lines = lines or state.src.split("\n")
            _mend(_cells_after(state.tokens, index), lines[token.map[0]].lstrip(" \t>").rstrip())


def _cells_after(tokens: "list[Token]", index: int) -> "list[Token]":
    cells = []
    while tokens[index].type != "tr_close":
        if tokens[index].type == "inline":
            cells.append(tokens[index])
        index += 1
    return cells


def _mend(cells: "list[Token]", row: str) -> None:
    parts = _tidy_cells(_BAR.split(row))
    # In a list, the first row stands behind a marker: such a row is not the one that was cut.
    if len(parts) <= len(cells) or parts[: len(cells)] != [cell.content for cell in cells]:
        return
    better = cut_row(row)
    if len(better) != len(cells):
        better = [*parts[: len(cells) - 1], " | ".join(parts[len(cells) - 1 :])]
    for cell, content in zip(cells, better, strict=True):
        cell.content = content
