"""How much work a text is for the parser, reckoned before it is parsed."""

import re

HEAVIEST = 30_000
"""The most steps that a text may take; real articles take some hundred, a long handbook some thousand."""

_SIGNS = "*_`~[]!&\\$|"
_STOPS = "#%+-:=>@^{}"
"""Where the parser stops as well, though they seldom mean anything."""
_DEEPEST_BRACKETS = 40
_LINE = _CELL = _AUTOLINK = 3
"""The steps that each of these takes; a sign takes one."""
_BRACKETS = re.compile(r"\\.|[\[\]]|\n[ \t>]*\n", re.DOTALL)
_DELIMITER_ROW = re.compile(r"^[ \t>]*[|:-](?=[^\n]*-)[ \t|:-]*$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t>]*(?:\n|\Z)")


def is_too_heavy(source: str) -> bool:
    """Tell whether parsing and laying out a text would keep a reader waiting.

    A few kilobytes can: an opening bracket has the parser look ahead through all those that follow it, and a
    table fills its short rows up to the width of its header.
    """
    steps = _LINE * source.count("\n") + _AUTOLINK * source.count("<")
    steps += sum([source.count(sign) for sign in _SIGNS]) + sum([source.count(sign) for sign in _STOPS]) // 4
    if steps <= HEAVIEST:
        steps += _steps_through_brackets(source)
    if steps <= HEAVIEST:
        steps += _CELL * _cells(source)
    return steps > HEAVIEST


def _steps_through_brackets(source: str) -> int:
    """Count the brackets that lie around each opening one in its paragraph, as far as the parser looks."""
    if source.count("[") <= _DEEPEST_BRACKETS:
        return 0
    steps = depth = 0
    for match in _BRACKETS.finditer(source):
        sign = match[0]
        if sign == "[":
            depth += 1
            steps += min(depth, _DEEPEST_BRACKETS)
        elif sign == "]":
            depth = max(0, depth - 1)
        elif sign[0] == "\n":
            depth = 0
    return steps


def _cells(source: str) -> int:
    """Count the cells of tables, with those that are left out at the ends of rows."""
    cells = 0
    for match in _DELIMITER_ROW.finditer(source) if "|" in source else ():
        blank = _BLANK_LINE.search(source, match.end())
        columns = match[0].strip(" \t|>").count("|") + 1
        cells += columns * source.count("\n", match.end(), blank.start() + 1 if blank else None)
        if cells > HEAVIEST:
            break
    return cells
