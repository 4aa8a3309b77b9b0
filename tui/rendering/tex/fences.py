"""Brackets as high as what they hold."""

from tui.rendering.tex.boxes import Box, beside

_PIECES = {
    "(": "⎛⎜⎝",
    ")": "⎞⎟⎠",
    "[": "⎡⎢⎣",
    "]": "⎤⎥⎦",
    "⌈": "⎡⎢⎢",
    "⌉": "⎤⎥⎥",
    "⌊": "⎢⎢⎣",
    "⌋": "⎥⎥⎦",
    "|": "│││",
    "‖": "║║║",
    "/": " / ",
}
"""The top, the middle and the bottom."""
_BRACES = {"{": "⎧⎪⎨⎩", "}": "⎫⎪⎬⎭"}
_BRACE_HEIGHT = 3


def fenced(left: str, inner: Box, right: str) -> Box:
    """Put brackets around a box; each may be empty."""
    if not inner.is_flat and (left in _BRACES or right in _BRACES):
        inner = _high_enough(inner)
    return beside([_bracket(left, inner), inner, _bracket(right, inner)])


def _bracket(sign: str, inner: Box) -> Box:
    height = len(inner.rows)
    if not sign or height == 1:
        return Box(tuple([sign if row == inner.base else "" for row in range(height)]), len(sign), inner.base)
    if sign in _PIECES:
        top, middle, bottom = tuple(_PIECES[sign])
        signs = [top, *middle * (height - 2), bottom]
    elif sign in _BRACES:
        top, filler, middle, bottom = tuple(_BRACES[sign])
        signs = [top, *filler * (height - 2), bottom]
        signs[min(max(inner.base, 1), height - 2)] = middle
    else:
        signs = [sign if row == inner.base else " " for row in range(height)]
    return Box(tuple(signs), 1, inner.base)


def _high_enough(box: Box) -> Box:
    """Make room for the middle of a brace."""
    if len(box.rows) >= _BRACE_HEIGHT:
        return box
    return Box((box.rows[0], " " * box.width, *box.rows[1:]), box.width, 1)
